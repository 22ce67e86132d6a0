// Waivers: read with exact messages, accept by fingerprint, end on their day, are told when they match nothing.
#include "rules/waivers/waivers.h"

#include "rules/pack/read_pack.h"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view waiver = R"([[waivers]]
fingerprint = "0123456789abcdef"
reason = "Corrected by letter."
by = "A. Editor"
until = 2027-06-30
)";

Findings one_finding() {
  Findings findings;
  findings.list.resize(1);
  findings.list[0].rule = "broken-url";
  findings.list[0].fingerprint = "0123456789abcdef";
  return findings;
}

std::string error_of(std::string_view toml) {
  try {
    read_waivers(toml, "plumbline.toml");
  } catch (const PackError& error) {
    return error.what();
  }
  return "";
}

TEST(Waivers, accept_a_finding_by_its_fingerprint_and_say_why) {
  Findings findings = one_finding();
  const auto waivers = read_waivers(waiver, "plumbline.toml");
  const auto states = apply_waivers(findings, waivers, "x.pdf", 2027y / 6 / 30);
  EXPECT_EQ(states, std::vector{WaiverState::accepts});
  EXPECT_TRUE(findings.list[0].is_accepted);
  EXPECT_EQ(findings.list[0].reason, "Corrected by letter. (A. Editor, until 2027-06-30)");
}

TEST(Waivers, end_behind_their_last_day) {
  Findings findings = one_finding();
  const auto waivers = read_waivers(waiver, "plumbline.toml");
  const auto states = apply_waivers(findings, waivers, "x.pdf", 2027y / 7 / 1);
  EXPECT_FALSE(findings.list[0].is_accepted);
  EXPECT_EQ(
      message_of(waivers[0], states[0]),
      "plumbline.toml:1: the waiver 0123456789abcdef of A. Editor ended on 2027-06-30: its finding is open again");
}

TEST(Waivers, are_told_when_they_match_nothing) {
  Findings findings;
  const auto waivers = read_waivers(waiver, "plumbline.toml");
  const auto states = apply_waivers(findings, waivers, "x.pdf", 2026y / 1 / 1);
  EXPECT_EQ(message_of(waivers[0], states[0]),
            "plumbline.toml:1: the waiver 0123456789abcdef of A. Editor matches no finding any more: delete it");
}

TEST(Waivers, hold_for_their_submission_only) {
  Findings findings = one_finding();
  const auto waivers = read_waivers(std::string(waiver) + "submission = \"y.pdf\"\n", "plumbline.toml");
  EXPECT_EQ(apply_waivers(findings, waivers, "x.pdf", 2026y / 1 / 1), std::vector{WaiverState::unmatched});
  EXPECT_EQ(apply_waivers(findings, waivers, "y.pdf", 2026y / 1 / 1), std::vector{WaiverState::accepts});
}

TEST(Waivers, that_are_wrong_name_file_line_and_key) {
  EXPECT_NE(error_of("[[waivers]]\nfingerprint = \"xyz\"\nreason = \"r\"\nby = \"b\"\n").find("fingerprint"),
            std::string::npos);
  EXPECT_NE(error_of("[[waivers]]\nfingerprint = \"0123456789abcdef\"\nby = \"b\"\n").find("reason"),
            std::string::npos);
  EXPECT_NE(
      error_of("[[waivers]]\nfingerprint = \"0123456789abcdef\"\nreason = \"r\"\nby = \"b\"\nuntill = 2027-01-01\n")
          .find("did you mean \"until\""),
      std::string::npos);
  EXPECT_NE(error_of("[[waivers]\n").find("plumbline.toml:1"), std::string::npos);
}

}  // namespace
}  // namespace plumbline
