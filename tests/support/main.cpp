// Runs the tests of one room; --accept rewrites the expectations of text cases.
#include <gtest/gtest.h>

#include <cstring>

namespace plumbline::test {
extern bool accepts_answers;
}

void register_all_cases();  // each test program's own

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    if (std::strcmp(argv[i], "--accept") == 0) plumbline::test::accepts_answers = true;
  testing::InitGoogleTest(&argc, argv);
  register_all_cases();
  return RUN_ALL_TESTS();
}
