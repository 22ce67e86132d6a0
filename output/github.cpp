// github: workflow commands that a GitHub Actions log turns into annotations, worst first, then a summary.
// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest unsaid, so no more are written.
#include "output/formats.h"
#include "output/places.h"

#include <array>
#include <utility>

namespace plumbline {

namespace {

constexpr std::size_t most_of_a_kind = 10;
enum Stream : std::size_t { blockers, errors, warnings, notices, accepted, stream_count };
constexpr std::array<std::string_view, 4> commands = {"error", "error", "warning", "notice"};

Stream stream_of(const Finding& finding) {
  if (finding.is_accepted) return accepted;
  switch (finding.severity) {
    case Severity::blocker:
      return blockers;
    case Severity::error:
      return errors;
    case Severity::warning:
      return warnings;
    case Severity::info:
      return notices;
  }
  return errors;
}

// A runner undoes these after it has split the command (actions/toolkit, command.ts).
std::string escape(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : shown_on_one_line(text)) {
    if (c == '%')
      out += "%25";
    else if (is_property && c == ':')
      out += "%3A";
    else if (is_property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string annotation(const Record& record, const Places& places, const Finding& finding) {
  std::string title = finding.rule + ": " + finding.node;
  if (const std::uint32_t page = places.first_page(finding.where)) title += ", page " + std::to_string(page);
  std::string out = "::";
  out += commands[std::min<std::size_t>(stream_of(finding), notices)];
  out += " file=" + escape(record.document.source.name, true);
  out += ",title=" + escape(title, true);
  out += "::" + escape(finding.message, false);
  if (!finding.help.empty()) out += " → " + escape(finding.help, false);
  return out + '\n';
}

class Annotations : public Assembly {
 public:
  explicit Annotations(Sink sink) : sink_(std::move(sink)) {}

  void add(const Piece& piece) override {
    ++submissions_;
    for (std::size_t stream = 0; stream < stream_count; ++stream) {
      std::string_view rest = piece[stream];
      while (!rest.empty()) {
        const std::size_t end = rest.find('\n') + 1;
        if (counts_[stream]++ < most_of_a_kind) kept_[stream].emplace_back(rest.substr(0, end));
        rest.remove_prefix(end);
      }
    }
  }

  void finish() override {
    std::size_t shown = 0, errors_shown = 0;
    for (const Stream stream : {blockers, errors, warnings, notices})
      for (const std::string& line : kept_[stream]) {
        if (stream <= errors && errors_shown++ >= most_of_a_kind) continue;
        sink_(0, line);
        ++shown;
      }
    const std::size_t all = counts_[blockers] + counts_[errors] + counts_[warnings] + counts_[notices];
    std::string summary = "plumbline: " + count(submissions_, "submission") + ", " +
                          count(counts_[blockers], "blocker") + ", " + count(counts_[errors], "error") + ", " +
                          count(counts_[warnings], "warning") + ", " + std::to_string(counts_[notices]) + " info, " +
                          std::to_string(counts_[accepted]) + " accepted";
    if (shown < all) summary += "; " + std::to_string(all - shown) + " of them without an annotation";
    sink_(0, summary + "\n");
  }

 private:
  static std::string count(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
  }

  Sink sink_;
  std::size_t submissions_ = 0;
  std::array<std::size_t, stream_count> counts_{};
  std::array<std::vector<std::string>, stream_count> kept_;
};

class Github : public Format {
 public:
  Piece render(const Record& record) const override {
    const Places places(record.document);
    Piece piece(stream_count);
    for (const Finding& finding : record.findings.list)
      piece[stream_of(finding)] += annotation(record, places, finding);
    return piece;
  }
  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions&) const override {
    return std::make_unique<Annotations>(std::move(sink));
  }
};

}  // namespace

std::unique_ptr<Format> make_github_format(const FormatOptions&) {
  return std::make_unique<Github>();
}

}  // namespace plumbline
