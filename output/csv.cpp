// csv: a folder of tables (RFC 4180), joined by the submission's hash and the nodes' ids.
// Text that a spreadsheet would run as a formula begins with an apostrophe.
#include "output/coverage.h"
#include "output/csv_row.h"
#include "output/formats.h"
#include "output/json_writer.h"
#include "output/names.h"
#include "output/places.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline {

namespace {

struct Table {
  std::string_view file;
  std::string_view header;
};

enum TableIndex : std::size_t { submissions, targets, goals, actions, timeframes, findings };

constexpr std::array<Table, 6> tables = {{
    {"submissions.csv",
     "submission,file,bytes,media_type,pages,text,language,status,pack,pack_version,pack_score,title,party,party_code,"
     "year,date,characters,assigned,targets,goals,actions,findings,warnings"},
    {"targets.csv", "submission,id,number,title,page,start,length"},
    {"goals.csv", "submission,id,target,number,text,page,start,length"},
    {"actions.csv",
     "submission,id,target,section,kind,group,group_heading,role,text,timeframe,earliest,latest,page,start,length"},
    {"timeframes.csv",
     "submission,action,number,text,start,length,role,kind,precision,earliest,latest,is_approximate,is_inherited"},
    {"findings.csv",
     "submission,number,rule,severity,status,node,absent,message,help,citation,quote,page,start,length,fingerprint,"
     "reason"},
}};

class Tables {
 public:
  explicit Tables(const Record& record)
      : record_(record), document_(record.document), report_(record.report), places_(record.document) {}

  Piece write() {
    write_submission();
    for (const Target& target : report_.targets)
      row(targets).text(target.id).integer(target.number).text(target.title.text).place(places_, where_of(target));
    for (const Goal& goal : report_.goals)
      row(goals)
          .text(goal.id)
          .text(id_of_target(goal.target))
          .integer(goal.number)
          .text(goal.passage.text)
          .place(places_, goal.passage.where());
    for (const Action& action : report_.actions)
      write_action(action);
    std::int64_t number = 0;
    for (const Finding& finding : record_.findings.list)
      write_finding(finding, ++number);
    return std::move(piece_);
  }

 private:
  // A row of a table with its first cell; it ends where the expression ends.
  struct KeyedRow : CsvRow {
    KeyedRow(std::string& out, std::string_view key) : CsvRow(out) { word(key); }
  };
  KeyedRow row(TableIndex table) { return {piece_[table], document_.source.sha256}; }

  std::string_view id_of_target(std::uint32_t target) const {
    return target == no_index ? std::string_view() : report_.targets[target].id;
  }

  void write_submission() {
    const Coverage coverage = measure_coverage(record_);
    std::string warnings;
    for (const Warning& warning : document_.warnings)
      (warnings += warnings.empty() ? "" : " ") += warning.code;
    std::string score;
    if (!report_.pack_id.empty()) JsonWriter(score).decimal(report_.pack_score, 3);
    KeyedRow row = this->row(submissions);
    row.text(document_.source.name)
        .integer(static_cast<std::int64_t>(document_.source.bytes))
        .text(document_.source.media_type)
        .integer(document_.has_pages ? std::optional<int>(static_cast<int>(document_.pages.size())) : std::nullopt)
        .word(text_source(document_))
        .text(document_.language)
        .word(name_of(document_.status))
        .text(report_.pack_id)
        .text(report_.pack_version)
        .word(score);
    row.text(report_.title).text(report_.party).text(report_.party_code).integer(report_.year).day(report_.date);
    row.integer(static_cast<std::int64_t>(coverage.characters)).integer(static_cast<std::int64_t>(coverage.assigned));
    for (const std::size_t count :
         {report_.targets.size(), report_.goals.size(), report_.actions.size(), record_.findings.list.size()})
      row.integer(static_cast<std::int64_t>(count));
    row.text(warnings);
  }

  void write_action(const Action& action) {
    const Group& group = report_.groups[action.group];
    const Section& section = report_.sections[group.section];
    const bool has_timeframe = section.role == SectionRole::planned && action.role == ActionRole::action;
    row(actions)
        .text(action.id)
        .text(id_of_target(section.target))
        .text(section.id)
        .text(section.kind)
        .text(group.id)
        .text(group.heading)
        .word(name_of(action.role))
        .text(action.passage.text)
        .word(has_timeframe ? name_of(action.timeframe.status) : "")
        .day(has_timeframe ? action.timeframe.earliest : std::nullopt)
        .day(has_timeframe ? action.timeframe.latest : std::nullopt)
        .place(places_, action.passage.where());
    if (has_timeframe) write_timeframes(action);
  }

  void write_timeframes(const Action& action) {
    const std::string_view text = action.passage.text;
    std::int64_t number = 0;
    for (const TimeExpression& expression : action.timeframe.expressions) {
      const std::size_t start = std::min<std::size_t>(expression.start, text.size());
      const std::string_view words = text.substr(start, expression.length);
      row(timeframes)
          .text(action.id)
          .integer(++number)
          .text(words)
          .integer(count_code_points(text.substr(0, start)))
          .integer(count_code_points(words))
          .word(expression.is_timeframe ? "timeframe" : "other")
          .word(name_of(expression.kind))
          .word(name_of(expression.precision))
          .day(expression.earliest)
          .day(expression.latest)
          .word(expression.is_approximate ? "true" : "false")
          .word(expression.is_inherited ? "true" : "false");
    }
  }

  void write_finding(const Finding& finding, std::int64_t number) {
    row(findings)
        .integer(number)
        .text(finding.rule)
        .word(name_of(finding.severity))
        .word(finding.is_accepted ? "accepted" : "open")
        .text(finding.node)
        .text(finding.absent)
        .text(finding.message)
        .text(finding.help)
        .text(finding.citation)
        .text(finding.quote)
        .place(places_, finding.where)
        .text(finding.fingerprint)
        .text(finding.reason);
  }

  const Record& record_;
  const Document& document_;
  const Report& report_;
  Places places_;
  Piece piece_ = Piece(tables.size());
};

class TableFolder : public Assembly {
 public:
  TableFolder(Sink sink, bool has_bom) : sink_(std::move(sink)) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (has_bom) sink_(i, "\xEF\xBB\xBF");
      sink_(i, tables[i].header);
      sink_(i, "\r\n");
    }
  }
  void add(const Piece& piece) override {
    for (std::size_t i = 0; i < piece.size() && i < tables.size(); ++i)
      sink_(i, piece[i]);
  }
  void finish() override {}

 private:
  Sink sink_;
};

class Csv : public Format {
 public:
  explicit Csv(bool has_bom) : has_bom_(has_bom) {}
  Piece render(const Record& record) const override { return Tables(record).write(); }
  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions&) const override {
    return std::make_unique<TableFolder>(std::move(sink), has_bom_);
  }
  std::vector<std::string> files() const override {
    std::vector<std::string> names;
    for (const Table& table : tables)
      names.emplace_back(table.file);
    return names;
  }

 private:
  bool has_bom_;
};

}  // namespace

std::unique_ptr<Format> make_csv_format(const FormatOptions& options) {
  return std::make_unique<Csv>(options.has_bom);
}

}  // namespace plumbline
