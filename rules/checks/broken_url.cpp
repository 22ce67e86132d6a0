// broken-url: a web address is cut or malformed
#include "rules/addresses/broken_addresses.h"
#include "rules/check.h"
#include "rules/reading/reading.h"

namespace plumbline::checks {
namespace {

void run(const Submission& submission, CheckLog& log) {
  for (const Text& text : submission.reading.texts) {
    if (text.kind == TextKind::loose) continue;
    const Passage& passage = passage_of(submission.report, submission.reading, text);
    const AddressScan scan = scan_addresses(passage.text);
    log.look(scan.addresses);
    for (const BrokenAddress& address : scan.broken)
      log.find_at(node_of(submission.report, text), passage, address.start, address.length,
                  "the address \"" + passage.text.substr(address.start, address.length) + "\" " + address.why);
  }
}

}  // namespace

extern const Check broken_url;
const Check broken_url = {
    "broken-url",
    Severity::warning,
    "A web address is cut or malformed",
    "It leads nowhere: what it should prove cannot be looked up.",
    "Write the address in one piece, and try it.",
    "https://hotline.example/reports/2013.pdf",
    "https://hotline.example/reports/annual- 2013.pdf",
    run,
};

}  // namespace plumbline::checks
