// Parts of the program that are loaded when they are first needed.
#include "extractor/module.h"

#include <gtest/gtest.h>

using namespace plumbline;

TEST(Module, one_that_is_not_there_says_so) {
  const Module module("no-such-module");
  EXPECT_NE(module.problem().find("no-such-module.so"), std::string::npos) << module.problem();
  EXPECT_EQ(module.function<void()>("anything"), nullptr);
}

TEST(Module, one_that_is_there_gives_its_functions) {
  const Module module("postgresql");
  EXPECT_EQ(module.problem(), "");
  EXPECT_NE(module.function<void()>("plumbline_connect_postgresql"), nullptr);
  EXPECT_EQ(module.function<void()>("no_such_function"), nullptr);
}
