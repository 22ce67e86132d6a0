// What a finding is known by from one run to the next.
#include "rules/fingerprint.h"

#include "rules/pack/loose_text.h"

#include <cstdint>
#include <cstdio>
#include <map>

namespace plumbline {

namespace {

std::string hash(std::string_view text) {
  std::uint64_t value = 0xcbf29ce484222325u;
  for (const char c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value));
  return digits;
}

}  // namespace

void add_fingerprints(std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    std::string text = finding.rule + '\n' + finding.node + '\n' + finding.absent + '\n';
    for (const std::string& word : loose_words(finding.quote))
      text += word + ' ';
    if (const int before = seen[text]++; before > 0) text += '\n' + std::to_string(before);
    finding.fingerprint = hash(text);
  }
}

}  // namespace plumbline
