// The report for a person at a terminal.
#include "output/text_report.h"

#include "output/node_name.h"
#include "output/places.h"
#include "output/utf8.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace plumbline {

namespace {

constexpr std::size_t longest_quote = 240;  // code points shown of a quote

std::string counted(std::size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

std::size_t open_findings(const Findings& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.list.begin(), findings.list.end(),
                    [&](const Finding& finding) { return finding.severity == severity && !finding.is_accepted; }));
}

std::string shortened(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < longest_quote; ++count)
    at += code_point_at(text, at).length;
  return at < text.size() ? text.substr(0, at) + "…" : text;
}

class TextWriter {
 public:
  TextWriter(const Record& record, const TextStyle& style) : record_(record), style_(style), places_(record.document) {}

  std::string write() {
    write_head();
    if (!style_.details) return std::move(out_);
    for (const Finding& finding : record_.findings.list)
      write_finding(finding);
    write_checks();
    write_unassigned();
    write_warnings();
    return std::move(out_);
  }

 private:
  std::string paint(std::string_view code, const std::string& text) const {
    return style_.color ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }

  static std::string_view color_of(Severity severity) {
    switch (severity) {
      case Severity::blocker:
        return "1;31";
      case Severity::error:
        return "31";
      case Severity::warning:
        return "33";
      case Severity::info:
        return "36";
    }
    return "0";
  }

  // Words of `text` on lines of the style's width, each after `indent`.
  void paragraph(std::string_view indent, const std::string& text, std::string_view first_indent = {}) {
    const std::string shown = shown_on_one_line(text);
    std::string line(first_indent.empty() ? indent : first_indent);
    bool empty = true;
    for (std::size_t at = 0; at < shown.size();) {
      const std::size_t end = std::min(shown.find(' ', at), shown.size());
      const std::string word = shown.substr(at, end - at);
      if (!empty && count_code_points(line) + 1 + count_code_points(word) > style_.width) {
        out_ += line + "\n";
        line = indent;
        empty = true;
      }
      line += (empty ? "" : " ") + word;
      empty = false;
      at = end + 1;
    }
    out_ += line + "\n";
  }

  void write_head() {
    const std::string name = shown_on_one_line(record_.document.source.name);
    const bool fails =
        std::any_of(record_.findings.list.begin(), record_.findings.list.end(),
                    [&](const Finding& finding) { return !finding.is_accepted && finding.severity >= style_.fail_on; });
    out_ += paint("1", name) + ": " + paint(fails ? "1;31" : "1;32", verdict(record_, style_.fail_on)) + "\n";
    const Report& report = record_.report;
    std::string line;
    const auto add = [&](const std::string& piece) { line += (line.empty() ? "  " : " · ") + piece; };
    if (!report.pack_id.empty()) add("template " + report.pack_id + " " + report.pack_version);
    if (report.party) add(shown_on_one_line(report.party->text));
    if (report.date)
      add(to_string(*report.date) + " (date " + std::string(name_of(report.date_source)) + ")");
    else if (report.year)
      add(std::to_string(*report.year) + " (year " + std::string(name_of(report.date_source)) + ")");
    if (record_.document.has_pages && !record_.document.pages.empty())
      add(counted(record_.document.pages.size(), "page"));
    if (record_.document.status == ReadStatus::partial) add("read in part");
    if (!line.empty()) out_ += line + "\n";
  }

  // "target 2, planned, action 3, page 10".
  std::string place(const std::string& node, const Where& where) const {
    std::string text = shown_on_one_line(node_name(record_.report, node));
    if (record_.document.has_pages) {
      const auto pages = places_.page_numbers(where);
      if (pages.size() == 1) text += ", page " + std::to_string(pages.front());
      if (pages.size() > 1) text += ", pages " + std::to_string(pages.front()) + "–" + std::to_string(pages.back());
    } else if (const auto number = places_.paragraph(where)) {
      text += ", paragraph " + std::to_string(number);
    }
    return text;
  }

  void write_finding(const Finding& finding) {
    const std::string severity(name_of(finding.severity));
    out_ += "\n" + paint(color_of(finding.severity), severity) + " " + paint("1", finding.rule);
    if (finding.is_accepted) out_ += " (accepted: " + shown_on_one_line(finding.reason) + ")";
    out_ += "  " + place(finding.node, finding.where) + "\n";
    if (!finding.quote.empty()) paragraph("    ", "“" + shortened(finding.quote) + "”");
    std::string message = finding.message;
    if (!finding.citation.empty()) message += " (" + finding.citation + ")";
    paragraph("  ", message);
    for (const RelatedPlace& related : finding.related)
      paragraph("    ", related.message + ": " + place(related.node, related.where), "  ↔ ");
    if (!finding.help.empty()) paragraph("    ", finding.help, "  → ");
  }

  void write_checks() {
    std::string passed;
    std::vector<std::pair<std::string_view, std::string>> not_run;  // why, and the rules of which it is true
    for (const CheckResult& check : record_.findings.checks) {
      if (check.state == CheckState::passed)
        passed += (passed.empty() ? "" : ", ") + check.rule + " (" + std::to_string(check.looked_at) + ")";
      if (check.state != CheckState::not_applicable && check.state != CheckState::failed) continue;
      auto same = std::ranges::find(not_run, std::string_view(check.why), &decltype(not_run)::value_type::first);
      if (same == not_run.end()) same = not_run.insert(same, {check.why, ""});
      same->second += (same->second.empty() ? "" : ", ") + check.rule;
    }
    if (!passed.empty()) {
      out_ += "\n";
      paragraph("  ", passed, "Passed, with the places looked at: ");
    }
    if (!not_run.empty()) out_ += "\n";
    for (const auto& [why, rules] : not_run) paragraph("  ", rules, "Not checked, as " + std::string(why) + ": ");
  }

  // Text that no part of the structure claims is told, so that nothing seems absent that was only not understood.
  void write_unassigned() {
    if (record_.report.pack_id.empty()) return;
    std::size_t all = 0, unassigned = 0;
    Where where;
    for (std::uint32_t i = 0; i < record_.document.lines.size(); ++i) {
      const Span span = record_.document.lines[i].span;
      all += span.length;
      if (role_of_line(record_, i) != LineRole::unassigned) continue;
      unassigned += span.length;
      if (where.lines.empty()) where.span = span;
      where.lines.push_back(i);
    }
    if (unassigned * 50 <= all) return;  // 2 %
    const auto pages = places_.page_numbers(where);
    std::string text = std::to_string(unassigned * 100 / all) + " % of the text belongs to no part of the template";
    if (record_.document.has_pages && !pages.empty()) text += " (from page " + std::to_string(pages.front()) + " on)";
    out_ += "\n";
    paragraph("  ", text + "; plumbline outline shows which lines", "Unassigned: ");
  }

  void write_warnings() {
    if (record_.document.warnings.empty()) return;
    out_ += "\nAbout the file:\n";
    for (const Warning& warning : record_.document.warnings) {
      const std::string page = warning.page == no_index ? "" : "page " + std::to_string(warning.page + 1) + ": ";
      paragraph("    ", warning.code + ": " + page + warning.message, "  ");
    }
  }

  const Record& record_;
  const TextStyle& style_;
  Places places_;
  std::string out_;
};

}  // namespace

std::string verdict(const Record& record, Severity fail_on) {
  if (!record.is_readable()) return "Not readable";
  std::string counts;
  bool fails = false, any = false;
  for (const Severity severity : {Severity::blocker, Severity::error, Severity::warning}) {
    const std::size_t count = open_findings(record.findings, severity);
    if (count == 0) continue;
    counts += (counts.empty() ? "" : ", ") + counted(count, name_of(severity));
    fails |= severity >= fail_on;
    any = true;
  }
  fails |= fail_on == Severity::info && open_findings(record.findings, Severity::info) > 0;
  if (fails) return "Not ready to file: " + (counts.empty() ? "see the remarks" : counts);
  return any ? "Ready to file, with " + counts + " to look at" : "Ready to file";
}

std::string text_report(const Record& record, const TextStyle& style) {
  return TextWriter(record, style).write();
}

}  // namespace plumbline
