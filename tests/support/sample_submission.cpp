// Submissions built by hand.
#include "tests/support/sample_submission.h"

#include <algorithm>

namespace plumbline::test {

namespace {

constexpr std::size_t line_bytes = 80;
constexpr std::uint32_t lines_per_page = 20;

std::uint32_t as_index(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

// Where a line of at most `line_bytes` ends: at a space, or between code points.
std::size_t line_end(std::string_view rest) {
  if (rest.size() <= line_bytes) return rest.size();
  if (const auto space = rest.substr(0, line_bytes).rfind(' '); space != rest.npos && space > 0) return space;
  std::size_t end = line_bytes;
  while (end > 1 && (static_cast<unsigned char>(rest[end]) & 0xC0) == 0x80)
    --end;
  return end;
}

}  // namespace

SubmissionBuilder::SubmissionBuilder(std::string_view file_name, bool has_pages) {
  Document& document = sample_.document;
  document.source.name = file_name;
  std::string digest;  // stands for the hash of a file that there is not
  std::uint64_t state = 1469598103934665603u;
  for (int i = 0; i < 64; ++i) {
    state = (state ^ static_cast<unsigned char>(file_name[static_cast<std::size_t>(i) % file_name.size()])) *
            1099511628211u;
    digest += "0123456789abcdef"[(state >> 32) & 15];
  }
  document.source.sha256 = digest;
  document.source.bytes = 120000;
  document.source.media_type =
      has_pages ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  document.language = "en";
  document.has_pages = has_pages;
  sample_.report.pack_id = "sample-template";
  sample_.report.pack_version = "1.2.0";
  sample_.report.pack_score = 0.97;
}

void SubmissionBuilder::add_line_on_page(std::string_view text, LineRole role, std::string_view node) {
  Document& document = sample_.document;
  if (document.pages.empty() || (document.has_pages && document.pages.back().line_count == lines_per_page)) {
    Page page;
    if (document.has_pages) page.width = 595.2F, page.height = 841.8F;
    page.first_line = as_index(document.lines.size());
    document.pages.push_back(page);
    Block block;
    block.first_line = as_index(document.lines.size());
    document.blocks.push_back(block);
  }
  const auto row = static_cast<float>(document.pages.back().line_count);
  Box box;
  if (document.has_pages) box = {72.04F, 72 + row * 14, 72 + 5.5F * static_cast<float>(text.size()), 84 + row * 14};
  add_line(document, text, box, role);
  sample_.report.line_roles.push_back(role);
  sample_.report.line_nodes.emplace_back(node);
}

Passage SubmissionBuilder::lay_out(std::string_view text, LineRole role, std::string_view node) {
  Document& document = sample_.document;
  Passage passage;
  passage.text = text;
  if (!document.pages.empty()) {
    Block block;
    block.kind = role == LineRole::heading ? BlockKind::heading : BlockKind::paragraph;
    block.level = role == LineRole::heading ? 1 : 0;
    block.first_line = as_index(document.lines.size());
    document.blocks.push_back(block);
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = line_end(text.substr(at));
    add_line_on_page(text.substr(at, length), role, node);
    passage.pieces.push_back(
        {as_index(at), document.lines.back().span.start, as_index(length), as_index(document.lines.size() - 1)});
    at += length;
    while (at < text.size() && text[at] == ' ')
      ++at;
  }
  node_ = node;
  where_ = passage.where();
  quote_ = text;
  return passage;
}

SubmissionBuilder& SubmissionBuilder::party(std::string_view party, std::string_view code, int year) {
  Report& report = sample_.report;
  report.title = lay_out("Report of " + std::string(party) + " on its policy targets", LineRole::heading, "report");
  report.party = lay_out(party, LineRole::heading, "report");
  report.party_code = code;
  report.year = year;
  report.date = Day{std::chrono::year{year}, std::chrono::month{3}, std::chrono::day{1}};
  report.date_source = DateSource::document;
  return *this;
}

SubmissionBuilder& SubmissionBuilder::target(int number, std::string_view title) {
  Report& report = sample_.report;
  Target target;
  target.id = "t" + std::to_string(report.targets.size() + 1);
  target.number = number;
  target.heading = lay_out(title, LineRole::heading, target.id);
  target.title = target.heading;
  target.first_goal = as_index(report.goals.size());
  target.first_section = as_index(report.sections.size());
  report.targets.push_back(std::move(target));
  return *this;
}

SubmissionBuilder& SubmissionBuilder::goal(std::string_view text) {
  Report& report = sample_.report;
  Target& target = report.targets.back();
  Goal goal;
  goal.number = static_cast<int>(++target.goal_count);
  goal.id = target.id + ".g" + std::to_string(goal.number);
  goal.target = as_index(report.targets.size() - 1);
  goal.passage = lay_out(text, LineRole::body, goal.id);
  report.goals.push_back(std::move(goal));
  return *this;
}

SubmissionBuilder& SubmissionBuilder::section(std::string_view kind, SectionRole role) {
  Report& report = sample_.report;
  Section section;
  section.kind = kind;
  section.role = role;
  section.id = kind;
  if (!report.targets.empty()) {
    section.target = as_index(report.targets.size() - 1);
    section.id = report.targets.back().id + "." + section.id;
    ++report.targets.back().section_count;
  }
  section.heading = lay_out("Actions " + std::string(kind), LineRole::label, section.id);
  section.label_lines = section.heading.where().lines;
  section.first_group = as_index(report.groups.size());
  report.sections.push_back(std::move(section));
  return *this;
}

SubmissionBuilder& SubmissionBuilder::group(std::string_view heading) {
  Report& report = sample_.report;
  Section& section = report.sections.back();
  Group group;
  group.id = section.id + "." + std::to_string(++section.group_count);
  group.section = as_index(report.sections.size() - 1);
  if (!heading.empty()) group.heading = lay_out(heading, LineRole::heading, group.id);
  group.first_action = as_index(report.actions.size());
  report.groups.push_back(std::move(group));
  return *this;
}

SubmissionBuilder& SubmissionBuilder::action(std::string_view text, ActionRole role) {
  Report& report = sample_.report;
  Group& group = report.groups.back();
  Action action;
  action.id = group.id + "." + std::to_string(++group.action_count);
  action.group = as_index(report.groups.size() - 1);
  action.role = role;
  action.passage = lay_out(text, LineRole::body, action.id);
  report.actions.push_back(std::move(action));
  return *this;
}

SubmissionBuilder& SubmissionBuilder::table_row(const std::vector<std::pair<std::string, std::string>>& cells) {
  std::string text;
  std::vector<ActionCell> places;
  for (const auto& [heading, cell] : cells) {
    if (!text.empty()) text += " | ";
    places.push_back({heading, as_index(text.size()), as_index(cell.size())});
    text += cell;
  }
  action(text);
  sample_.report.actions.back().cells = std::move(places);
  return *this;
}

SubmissionBuilder& SubmissionBuilder::timeframe(TimeframeStatus status, std::string_view words,
                                                std::string_view earliest, std::string_view latest) {
  Action& action = sample_.report.actions.back();
  Timeframe& timeframe = action.timeframe;
  timeframe.status = status;
  timeframe.earliest = parse_day(earliest);
  timeframe.latest = parse_day(latest);
  if (const auto at = action.passage.text.find(words); !words.empty() && at != std::string::npos) {
    TimeExpression expression;
    expression.start = as_index(at);
    expression.length = as_index(words.size());
    expression.is_timeframe = true;
    expression.kind = status == TimeframeStatus::vague ? ExpressionKind::vague : ExpressionKind::date;
    expression.precision = status == TimeframeStatus::dated ? Precision::month : Precision::unknown;
    expression.earliest = timeframe.earliest;
    expression.latest = timeframe.latest;
    expression.reason = "deadline";
    timeframe.expressions.push_back(std::move(expression));
  }
  return *this;
}

SubmissionBuilder& SubmissionBuilder::unassigned(std::string_view text) {
  const std::string node = node_;
  lay_out(text, LineRole::unassigned, "");
  node_ = node;
  return *this;
}

SubmissionBuilder& SubmissionBuilder::warning(std::string_view code, std::string_view message) {
  sample_.document.warnings.push_back({std::string(code), 0, std::string(message)});
  sample_.document.status = ReadStatus::partial;
  return *this;
}

SubmissionBuilder& SubmissionBuilder::finding(std::string_view rule, Severity severity, std::string_view message,
                                              std::string_view absent) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.node = node_;
  finding.absent = absent;
  finding.message = message;
  finding.help = "Say by when it is to be done.";
  finding.citation = "Guide to the sample template, para. 4";
  if (absent.empty()) {
    finding.quote = quote_;
    finding.where = where_;
    finding.related.push_back({"report", "the report that it stands in", {}});
  }
  finding.fingerprint = "f" + std::to_string(sample_.findings.list.size() + 1) + "-" + std::string(rule);
  sample_.findings.list.push_back(std::move(finding));
  return *this;
}

SubmissionBuilder& SubmissionBuilder::accept(std::string_view reason) {
  sample_.findings.list.back().is_accepted = true;
  sample_.findings.list.back().reason = reason;
  return *this;
}

SubmissionBuilder& SubmissionBuilder::check(std::string_view rule, CheckState state, unsigned looked_at,
                                            unsigned found) {
  sample_.findings.checks.push_back({std::string(rule), state, looked_at, found, ""});
  return *this;
}

namespace {

SampleSubmission build_valdoria(std::string_view name, bool has_pages) {
  using enum TimeframeStatus;
  SubmissionBuilder builder(name, has_pages);
  builder.party("Republic of Valdoria", "", 2019)
      .target(1, "Clean rivers from source to sea")
      .goal("Every town of more than 2 000 people treats its waste water.")
      .goal("Half of the river banks are planted again.")
      .section("undertaken", SectionRole::undertaken)
      .group("Treatment works")
      .action("Two treatment works were opened in Ostrava Minor — the first of their kind — in May 2018.")
      .section("planned", SectionRole::planned)
      .group("")
      .action("The Ministry will:", ActionRole::lead)
      .action(
          "open a third treatment works in April 2020 and train forty engineers, so that the works of the upper "
          "valley are never without one of them on a working day;")
      .timeframe(dated, "in April 2020", "2020-04-01", "2020-04-30")
      .action("plant willows along the Ærø, “where possible”.")
      .finding("undated-action", Severity::error, "The planned action says not by when.")
      .table_row({{"Measure", "Survey of the banks"}, {"By", "in the coming years"}})
      .timeframe(vague, "in the coming years", "", "")
      .finding("vague-timeframe", Severity::warning, "“in the coming years” is no date.")
      .accept("The survey is agreed with the neighbours first.")
      .unassigned("Stamp of the registry 😀 14/3")
      .target(2, "Schools within reach")
      .goal("No child walks more than an hour.")
      .finding("missing-section", Severity::blocker, "Target 2 has no section of planned actions.", "section planned")
      .warning("page-without-text", "Page 1 holds a picture and little text.")
      .check("undated-action", CheckState::found, 3, 1)
      .check("vague-timeframe", CheckState::found, 3, 1)
      .check("missing-section", CheckState::found, 4, 1)
      .check("impossible-date", CheckState::passed, 2, 0)
      .check("copied-from-other-submission", CheckState::not_applicable, 0, 0);
  return builder.take();
}

}  // namespace

SampleSubmission valdoria() {
  return build_valdoria("valdoria-2019.pdf", true);
}

SampleSubmission valdoria_as_docx() {
  return build_valdoria("valdoria-2019.docx", false);
}

SampleSubmission hostile_submission() {
  const std::string control =
      "=HYPERLINK(\"http://evil.example\",\"x\") \x1B[2J\x1B]0;owned\x07 \x7F \xC2\x9B"
      "31m";
  const std::string script = "</script><script>alert(1)</script> <!-- ]]> &amp; ' \" ` $(id) ; DROP TABLE actions;--";
  const std::string bidi =
      "\xE2\x80\xAE"
      "desrever\xE2\x80\xAC \xE2\x81\xA6isolated\xE2\x81\xA9 \xEF\xBB\xBF line\xE2\x80\xA8sep";
  const std::string broken =
      "lone \xED\xA0\x80 stray \xFF overlong \xC0\xAF cut \xE2\x82 replaced \xEF\xBF\xBD astral \xF0\x9F\x98\x80 "
      "noncharacter \xEF\xBF\xBF";
  const std::string comma = "a,b;c\td \"quoted\" ::set-output name=x::y %0A::error::boo";
  SubmissionBuilder builder(
      "../../etc/=cmd|' /C calc'!A0\n::error::\x1B[31m\xE2\x80\xAE"
      "fdp.pdf");
  builder.party("+Party, " + script, "", 2020)
      .target(1, control)
      .goal("-1+1 " + bidi)
      .section("planned", SectionRole::planned)
      .group("@SUM(A1:A9) " + comma)
      .action(broken)
      .finding("undated-action", Severity::error, control + script)
      .table_row({{"=1+1", "+" + comma}, {script, bidi}})
      .finding("vague-timeframe", Severity::warning, bidi + "\r\n::error::two " + broken)
      .accept(script + "\n" + control)
      .unassigned("\t=unassigned " + script)
      .warning("damaged", "xref \x1B[0m " + script + "\n::warning::boo")
      .check("undated-action", CheckState::found, 2, 1);
  return builder.take();
}

SampleSubmission unreadable_submission() {
  SampleSubmission sample;
  Document& document = sample.document;
  document.source.name = "broken.pdf";
  document.source.sha256 = std::string(64, 'a');
  document.source.bytes = 12;
  document.source.media_type = "application/pdf";
  document.status = ReadStatus::unreadable;
  document.warnings.push_back({"damaged", no_index, "The file ends before its first page."});
  Finding finding;
  finding.rule = "unreadable";
  finding.severity = Severity::blocker;
  finding.node = "report";
  finding.message = "The file cannot be read: it ends before its first page.";
  finding.help = "Send the file again.";
  finding.fingerprint = "f-unreadable";
  sample.findings.list.push_back(finding);
  sample.findings.checks.push_back({"unreadable", CheckState::found, 1, 1, ""});
  return sample;
}

SampleSubmission unknown_template() {
  SubmissionBuilder builder("letter.txt", false);
  builder.unassigned("Dear colleague, the cake was excellent.").unassigned("Yours, the Minister.");
  SampleSubmission sample = builder.take();
  sample.document.source.media_type = "text/plain";
  sample.document.language.clear();
  sample.report.pack_id.clear();
  sample.report.pack_version.clear();
  sample.report.pack_score = 0;
  return sample;
}

SampleSubmission long_submission(int targets) {
  SubmissionBuilder builder("long-" + std::to_string(targets) + ".pdf");
  builder.party("Kingdom of Arvenia", "", 2021);
  for (int t = 1; t <= targets; ++t) {
    builder.target(t, "Target of the programme that has the number " + std::to_string(t)).goal("A goal in one line.");
    for (const auto& [kind, role] :
         {std::pair{"undertaken", SectionRole::undertaken}, {"planned", SectionRole::planned}}) {
      builder.section(kind, role).group("Works of the " + std::string(kind) + " kind");
      for (int a = 1; a <= 12; ++a) {
        builder.action(
            "The Ministry of Works and the “Office of Rivers” will open treatment works number " + std::to_string(a) +
            " in the upper valley by June 2023 and report on it to the council, which publishes the figures in the "
            "gazette of the region; the works serve four towns — among them Åsby and Große Au — and are paid for by "
            "the fund of the programme as the law on rivers provides.");
        if (role != SectionRole::planned) continue;
        builder.timeframe(TimeframeStatus::dated, "by June 2023", "", "2023-06-30");
        if (a % 4 == 0) builder.finding("undated-action", Severity::error, "The planned action says not by when.");
      }
    }
  }
  return builder.take();
}

}  // namespace plumbline::test
