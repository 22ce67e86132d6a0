// Submissions built by hand, for tests of what comes after reading: fictional countries, no file behind them.
#pragma once

#include "output/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::test {

struct SampleSubmission {
  Document document;
  Report report;
  Findings findings;
  ToolInfo tool{"plumbline", "0.0.0", ""};

  Record record() const { return {document, report, findings, tool}; }
};

// Builds a submission line by line, as a reader and the segmenter would have left it. Every text is laid out on
// lines of at most 80 bytes, twenty lines to a page (without pages: a paragraph a text).
class SubmissionBuilder {
 public:
  explicit SubmissionBuilder(std::string_view file_name, bool has_pages = true);

  SubmissionBuilder& party(std::string_view party, std::string_view code, int year);
  SubmissionBuilder& target(int number, std::string_view title);
  SubmissionBuilder& goal(std::string_view text);
  SubmissionBuilder& section(std::string_view kind, SectionRole role);
  SubmissionBuilder& group(std::string_view heading);  // empty: a group without a heading
  SubmissionBuilder& action(std::string_view text, ActionRole role = ActionRole::action);
  SubmissionBuilder& table_row(const std::vector<std::pair<std::string, std::string>>& cells);
  // The last action's timeframe: `words` stand in it; dates ISO 8601 or empty.
  SubmissionBuilder& timeframe(TimeframeStatus status, std::string_view words, std::string_view earliest,
                               std::string_view latest);
  SubmissionBuilder& unassigned(std::string_view text);
  SubmissionBuilder& warning(std::string_view code, std::string_view message);
  // About the last node that was built (its first `quote` bytes), or about what is absent from it.
  SubmissionBuilder& finding(std::string_view rule, Severity severity, std::string_view message,
                             std::string_view absent = {});
  SubmissionBuilder& accept(std::string_view reason);  // the last finding
  SubmissionBuilder& check(std::string_view rule, CheckState state, unsigned looked_at, unsigned found);

  SampleSubmission take() { return std::move(sample_); }

 private:
  Passage lay_out(std::string_view text, LineRole role, std::string_view node);
  void add_line_on_page(std::string_view text, LineRole role, std::string_view node);

  SampleSubmission sample_;
  std::string node_ = "report";
  Where where_;
  std::string quote_;
};

SampleSubmission valdoria();            // complete: two targets, every kind of node, findings, pages
SampleSubmission valdoria_as_docx();    // the same without pages
SampleSubmission hostile_submission();  // formulas, scripts, quotes, escapes, overrides, broken UTF-8 in every field
SampleSubmission unreadable_submission();
SampleSubmission unknown_template();            // text, but no structure
SampleSubmission long_submission(int targets);  // for measuring: about five pages a target

}  // namespace plumbline::test
