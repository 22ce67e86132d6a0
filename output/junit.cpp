// junit: a test suite for each submission, a test case for each rule (the form that Jenkins and GitLab read).
#include "output/formats.h"
#include "output/places.h"
#include "output/xml.h"

#include <algorithm>
#include <utility>

namespace plumbline {

namespace {

class Suite {
 public:
  Suite(const Record& record, Severity fail_on) : record_(record), places_(record.document), fail_on_(fail_on) {}

  Piece write() {
    for (const CheckResult& check : record_.findings.checks)
      test_case(check);
    for (const Finding& finding : record_.findings.list)  // rules that no check stands for
      if (!has_case(finding.rule)) {
        CheckResult check;
        check.rule = finding.rule;
        check.state = CheckState::found;
        test_case(check);
      }
    std::string out = "<testsuite";
    attribute(out, "name", record_.document.source.name);
    attribute(out, "tests", std::to_string(cases_.size()));
    attribute(out, "failures", std::to_string(failures_));
    attribute(out, "errors", std::to_string(errors_));
    attribute(out, "skipped", std::to_string(skipped_));
    if (!record_.tool.time.empty()) attribute(out, "timestamp", record_.tool.time.substr(0, 19));
    out += ">\n" + body_ + "</testsuite>\n";
    return {std::move(out)};
  }

 private:
  static void attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"" + xml_text(value) + '"';
  }

  bool has_case(std::string_view rule) const { return std::find(cases_.begin(), cases_.end(), rule) != cases_.end(); }

  void test_case(const CheckResult& check) {
    cases_.push_back(check.rule);
    std::vector<const Finding*> failing, others;
    for (const Finding& finding : record_.findings.list)
      if (finding.rule == check.rule)
        (!finding.is_accepted && finding.severity >= fail_on_ ? failing : others).push_back(&finding);

    body_ += "<testcase";
    attribute(body_, "name", check.rule);
    attribute(body_, "classname", record_.document.source.name);
    body_ += ">\n";
    if (!failing.empty()) {
      ++failures_;
      element("failure", failing.front()->message, name_of(failing.front()->severity), failing);
    } else if (check.state == CheckState::failed) {
      ++errors_;
      element("error", check.why, "check", {});
    } else if (check.state == CheckState::not_applicable) {
      ++skipped_;
      body_ += "<skipped>" + xml_text(check.why) + "</skipped>\n";
    }
    if (!others.empty()) body_ += "<system-out>" + lines_of(others) + "</system-out>\n";
    body_ += "</testcase>\n";
  }

  void element(std::string_view name, std::string_view message, std::string_view type,
               const std::vector<const Finding*>& findings) {
    body_ += '<';
    body_ += name;
    attribute(body_, "message", message);
    attribute(body_, "type", type);
    body_ += '>' + lines_of(findings) + "</";
    body_ += name;
    body_ += ">\n";
  }

  std::string lines_of(const std::vector<const Finding*>& findings) const {
    std::string text;
    for (const Finding* finding : findings) {
      text += name_of(finding->severity);
      text += finding->is_accepted ? " (accepted): " : ": ";
      text += shown_on_one_line(finding->node);
      if (const std::uint32_t page = places_.first_page(finding->where)) text += ", page " + std::to_string(page);
      text += ": " + shown_on_one_line(finding->message);
      if (finding->is_accepted) text += " Accepted: " + shown_on_one_line(finding->reason);
      text += '\n';
    }
    return xml_text(text);
  }

  const Record& record_;
  Places places_;
  Severity fail_on_;
  std::vector<std::string> cases_;
  std::string body_;
  int failures_ = 0, errors_ = 0, skipped_ = 0;
};

class Junit : public Format {
 public:
  explicit Junit(Severity fail_on) : fail_on_(fail_on) {}
  Piece render(const Record& record) const override { return Suite(record, fail_on_).write(); }
  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions&) const override {
    return join_pieces(
        std::move(sink),
        {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plumbline\">\n", "", "</testsuites>\n"});
  }

 private:
  Severity fail_on_;
};

}  // namespace

std::unique_ptr<Format> make_junit_format(const FormatOptions& options) {
  return std::make_unique<Junit>(options.fail_on);
}

}  // namespace plumbline
