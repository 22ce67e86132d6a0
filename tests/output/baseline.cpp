// A baseline takes away what an earlier run had found, and nothing else.
#include "output/baseline.h"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

Findings two_findings() {
  Findings findings;
  findings.list.resize(2);
  findings.list[0].fingerprint = "0000000000000001";
  findings.list[1].fingerprint = "0000000000000002";
  return findings;
}

constexpr std::string_view record =
    R"({"source": {"name": "x.pdf"}, "findings": [{"fingerprint": "0000000000000001"}]})";

TEST(Baseline, hides_what_it_has) {
  Findings findings = two_findings();
  EXPECT_EQ(Baseline::parse(record).remove_known(findings, "renamed.pdf"), 1u);
  ASSERT_EQ(findings.list.size(), 1u);
  EXPECT_EQ(findings.list[0].fingerprint, "0000000000000002");
}

TEST(Baseline, of_several_submissions_goes_by_their_names) {
  const std::string lines = std::string(record) + "\n" + R"({"source": {"name": "y.pdf"}, "findings": []})" + "\n";
  Findings findings = two_findings();
  EXPECT_EQ(Baseline::parse(lines).remove_known(findings, "y.pdf"), 0u);
  EXPECT_EQ(Baseline::parse("[" + std::string(record) + "]").remove_known(findings, "x.pdf"), 1u);
}

TEST(Baseline, that_is_no_extract_is_refused) {
  EXPECT_THROW(Baseline::parse(""), BaselineError);
  EXPECT_THROW(Baseline::parse("verdict: ready"), BaselineError);
  EXPECT_THROW(Baseline::parse("{\"a\": 1}"), BaselineError);
}

}  // namespace
}  // namespace plumbline
