// page-without-text: A page with content gives no text
#include "rules/check.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  const Document& document = submission.document;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    if (page.is_blank) continue;
    log.look();
    if (page.source != TextSource::none) continue;
    const std::string number = std::to_string(i + 1);
    log.find_absent("report", "text of page " + number,
                    "page " + number + " shows something, but no text could be read from it");
  }
}

}  // namespace

extern const Check page_without_text;
const Check page_without_text = {
    "page-without-text",
    Severity::error,
    "A page with content gives no text",
    "What stands on such a page was not read: it may hold actions that then seem to be missing.",
    "Send the page as text rather than as a picture, or turn OCR on.",
    "Every page that shows something can be searched for its words.",
    "Page 3 is a scan, and nothing was recognised on it.",
    run,
    Needs::text,
};

}  // namespace plumbline::checks
