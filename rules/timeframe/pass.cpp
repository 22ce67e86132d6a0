// The timeframes of a report's actions, with those that they inherit.
#include "rules/timeframe/pass.h"

#include "rules/pack/loose_text.h"

#include <algorithm>
#include <map>

namespace plumbline {

namespace {

using timeframe::ColumnRange;
using timeframe::ColumnRole;

bool is_dated(const Timeframe& timeframe) {
  return timeframe.status == TimeframeStatus::dated || timeframe.status == TimeframeStatus::recurring;
}

struct Numbers {
  int years = 0;     // of four digits
  bool odd = false;  // of which a date that cannot be might be made; most texts have none
};

Numbers numbers_in(std::string_view text) {
  Numbers found;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xD9 && i + 1 < text.size()) {  // Arabic-Indic digits
      const auto next = static_cast<unsigned char>(text[i + 1]);
      if (next >= 0xA0 && next <= 0xA9) return {2, true};
    }
    if (byte < '0' || byte > '9') {
      ++i;
      continue;
    }
    std::size_t end = i;
    int value = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9' && end - i < 6)
      value = value * 10 + (text[end++] - '0');
    found.odd = found.odd || (end - i == 2 && value > 12);
    found.years += end - i == 4;
    i = end;
  }
  return found;
}

class Pass {
 public:
  Pass(const Document& document, const Pack& pack, const TimeframeReader& reader, Report& report)
      : document_(document), reader_(reader), report_(report) {
    for (const auto& [language, words] : pack.timeframe_columns)
      for (const std::string& word : words)
        columns_.push_back(loose(word));
  }

  void run() {
    find_keyed_rows();
    for (const Section& section : report_.sections) {
      if (section.role == SectionRole::other) {
        find_problems(section);
        continue;
      }
      const bool is_planned = section.role == SectionRole::planned;
      const Timeframe of_section = is_planned ? heading_timeframe(section) : Timeframe{};
      for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g) {
        const Group& group = report_.groups[g];
        Timeframe inherited = is_planned && group.heading ? timeframe_of(*group.heading) : Timeframe{};
        if (!is_dated(inherited)) inherited = of_section;
        for (std::uint32_t a = group.first_action; a < group.first_action + group.action_count; ++a)
          read(report_.actions[a], is_planned, keyed_timeframe(report_.actions[a], inherited));
      }
    }
  }

 private:
  // What is neither done nor planned has no timeframe; but its dates may be wrong.
  void find_problems(const Section& section) const {
    for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g)
      for (std::uint32_t a = 0; a < report_.groups[g].action_count; ++a) {
        Action& action = report_.actions[report_.groups[g].first_action + a];
        const Numbers numbers = numbers_in(action.passage.text);
        if (action.role != ActionRole::action || (!numbers.odd && numbers.years < 2)) continue;
        action.timeframe.problems = read_as_told(action.passage.text, language_of(action.passage, document_)).problems;
      }
  }

  Timeframe read_as_told(std::string_view text, std::string_view language) const {
    TimeframeReader::Context context;
    context.report_date = report_.date;
    context.is_planned = false;
    return reader_.read(text, language, context);
  }

  struct KeyedRow {
    Action* row = nullptr;
    Timeframe timeframe;
  };

  // "M1", "A2.3" at the beginning of a text, loosened: a letter or two and a number; empty where none stands there.
  static std::string key_of(std::string_view text) {
    constexpr std::size_t longest = 6, most_letters = 2;
    std::string key = loose(text.substr(0, text.find_first_of(" :)")));
    while (key.ends_with('.'))
      key.pop_back();
    const std::size_t letters = std::min(key.find_first_of("0123456789"), key.size());
    const bool is_key = letters > 0 && letters <= most_letters && letters < key.size() && key.size() <= longest &&
                        key.find_first_not_of("0123456789.-", letters) == key.npos;
    return is_key ? key : "";
  }

  // A table that says for each key when: "M1 | 30 June 2015 | Ministry of Health".
  void find_keyed_rows() {
    for (Action& action : report_.actions) {
      if (report_.sections[report_.groups[action.group].section].role != SectionRole::planned) continue;
      if (action.cells.size() < 2 || action.cells.front().start != 0) continue;
      const std::string_view cell = std::string_view(action.passage.text).substr(0, action.cells.front().length);
      const std::string key = key_of(cell);
      if (key.empty() || key != loose(cell)) continue;
      if (Timeframe said = timeframe_of(action.passage); is_dated(said)) rows_[key] = {&action, std::move(said)};
    }
  }

  // Of a text that begins with a row's key; the row is then no action of its own.
  const Timeframe& keyed_timeframe(const Action& action, const Timeframe& otherwise) {
    if (rows_.empty()) return otherwise;
    const auto row = rows_.find(key_of(action.passage.text));
    if (row == rows_.end() || row->second.row == &action) return otherwise;
    row->second.row->role = ActionRole::note;
    return row->second.timeframe;
  }

  Timeframe timeframe_of(const Passage& passage) const {
    TimeframeReader::Context context;
    context.report_date = report_.date;
    return reader_.read(passage.text, language_of(passage, document_), context);
  }

  bool is_timeframe_label(std::string_view heading, std::string_view language) const {
    return std::find(columns_.begin(), columns_.end(), loose(heading)) != columns_.end() ||
           reader_.is_timeframe_label(heading, language);
  }

  // What the section's own heading says, or a labelled field beside it.
  Timeframe heading_timeframe(const Section& section) const {
    if (Timeframe own = timeframe_of(section.heading); is_dated(own)) return own;
    for (const Section& field : report_.sections) {
      if (field.target != section.target || field.role != SectionRole::other) continue;
      if (!is_timeframe_label(field.heading.text, language_of(field.heading, document_))) continue;
      for (std::uint32_t g = field.first_group; g < field.first_group + field.group_count; ++g)
        for (std::uint32_t a = report_.groups[g].first_action;
             a < report_.groups[g].first_action + report_.groups[g].action_count; ++a)
          if (Timeframe said = timeframe_of(report_.actions[a].passage); is_dated(said)) return said;
    }
    return {};
  }

  void read(Action& action, bool is_planned, const Timeframe& inherited) const {
    if (action.role != ActionRole::action) return;
    const std::string_view language = language_of(action.passage, document_);
    action.tense = reader_.tense(action.passage.text, language);
    if (!is_planned) return read_undertaken(action, language);
    TimeframeReader::Context context;
    context.report_date = report_.date;
    context.inherited = &inherited;
    for (const ActionCell& cell : action.cells)
      if (is_timeframe_label(cell.heading, language))
        context.columns.push_back({cell.start, cell.length, ColumnRole::timeframe});
    action.timeframe = reader_.read(action.passage.text, language, context);
    if (is_dated(action.timeframe) || language == document_.language) return;
    // A short line's own language is a guess: "1 de julio de 2016 - 30 de junio de 2018" may be Galician.
    Timeframe said = reader_.read(action.passage.text, document_.language, context);
    if (is_dated(said)) action.timeframe = std::move(said);
  }

  // A deed has no timeframe; but its dates may be wrong, or show that it is none yet.
  void read_undertaken(Action& action, std::string_view language) const {
    const Numbers numbers = numbers_in(action.passage.text);
    const bool may_promise = action.tense == Tense::unclear && numbers.years > 0 && report_.date;
    if (!may_promise && !numbers.odd && numbers.years < 2) return;
    Timeframe said = read_as_told(action.passage.text, language);
    const auto is_later = [&](const TimeExpression& e) {
      const std::optional<Day> day = e.earliest ? e.earliest : e.latest;
      return e.is_timeframe && day && *report_.date < *day;
    };
    if (may_promise && std::any_of(said.expressions.begin(), said.expressions.end(), is_later))
      action.tense = reader_.tense(action.passage.text, language, true);
    action.timeframe.problems = std::move(said.problems);
  }

  const Document& document_;
  const TimeframeReader& reader_;
  Report& report_;
  std::vector<std::string> columns_;
  std::map<std::string, KeyedRow> rows_;  // by their keys
};

}  // namespace

std::string_view language_of(const Passage& passage, const Document& document) {
  if (!passage.pieces.empty()) {
    const std::uint32_t block = document.lines[passage.pieces.front().line].block;
    if (block != no_index && !document.blocks[block].language.empty()) return document.blocks[block].language;
  }
  return document.language;
}

void read_timeframes(const Document& document, const Pack& pack, const TimeframeReader& reader, Report& report) {
  Pass(document, pack, reader, report).run();
}

}  // namespace plumbline
