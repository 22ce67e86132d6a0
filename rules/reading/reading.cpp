// Which passages a report holds, in order, and their words.
#include "rules/reading/reading.h"

#include "rules/reading/tokenize.h"

#include <algorithm>

namespace plumbline {
namespace {

class Reader {
 public:
  Reader(const Document& document, const Report& report, Reading& reading)
      : document_(document), report_(report), reading_(reading), tokenizer_(reading) {}

  void read_all() {
    for (std::uint32_t t = 0; t < report_.targets.size(); ++t) {
      const Target& target = report_.targets[t];
      add(TextKind::title, t, t, target.title);
      for (std::uint32_t g = target.first_goal; g < target.first_goal + target.goal_count; ++g)
        add(TextKind::goal, g, t, report_.goals[g].passage);
      for (std::uint32_t s = target.first_section; s < target.first_section + target.section_count; ++s)
        add_section(s);
    }
    for (std::uint32_t s = 0; s < report_.sections.size(); ++s)
      if (report_.sections[s].target == no_index) add_section(s);
    add_loose();
    tokenizer_.finish();
  }

 private:
  void add_section(std::uint32_t s) {
    const Section& section = report_.sections[s];
    for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g) {
      const Group& group = report_.groups[g];
      if (group.heading) add(TextKind::group_heading, g, section.target, *group.heading);
      for (std::uint32_t a = group.first_action; a < group.first_action + group.action_count; ++a)
        add(TextKind::action, a, section.target, report_.actions[a].passage);
    }
  }

  // Paragraphs that no node claims: an introduction, where names are spelled out.
  void add_loose() {
    for (const Block& block : document_.blocks) {
      if (block.kind == BlockKind::furniture) continue;
      Passage passage;
      for (std::uint32_t i = block.first_line; i < block.first_line + block.line_count; ++i) {
        if (i >= document_.lines.size() || is_claimed(i)) continue;
        const Line& line = document_.lines[i];
        if (!passage.text.empty()) passage.text += ' ';
        const auto start = static_cast<std::uint32_t>(passage.text.size());
        passage.text += document_.text_of(line);
        passage.pieces.push_back({start, line.span.start, line.span.length, i});
      }
      if (passage.text.empty()) continue;
      reading_.loose.push_back(std::move(passage));
      add(TextKind::loose, static_cast<std::uint32_t>(reading_.loose.size() - 1), no_index, reading_.loose.back());
    }
  }

  bool is_claimed(std::uint32_t line) const {
    if (line < report_.line_nodes.size() && !report_.line_nodes[line].empty()) return true;
    const LineRole role = line < report_.line_roles.size() ? report_.line_roles[line] : document_.lines[line].role;
    return is_furniture(role) || role == LineRole::label;
  }

  Language language_at(const Passage& passage) const {
    if (!passage.pieces.empty() && passage.pieces.front().line < document_.lines.size()) {
      const std::uint32_t block = document_.lines[passage.pieces.front().line].block;
      if (block < document_.blocks.size())
        if (const Language language = language_of(document_.blocks[block].language); language != Language::unknown)
          return language;
    }
    return reading_.language;
  }

  void add(TextKind kind, std::uint32_t index, std::uint32_t target, const Passage& passage) {
    const auto first = static_cast<std::uint32_t>(reading_.words.size());
    const Language language = language_at(passage);
    tokenizer_.add(passage.text, language);
    reading_.texts.push_back(
        {kind, index, target, first, static_cast<std::uint32_t>(reading_.words.size()) - first, language});
  }

  const Document& document_;
  const Report& report_;
  Reading& reading_;
  Tokenizer tokenizer_;
};

}  // namespace

Language language_of(std::string_view tag) {
  constexpr std::pair<std::string_view, Language> known[] = {
      {"en", Language::en}, {"fr", Language::fr}, {"es", Language::es}, {"ru", Language::ru}, {"ar", Language::ar},
      {"zh", Language::zh}, {"de", Language::de}, {"pt", Language::pt}, {"it", Language::it}};
  for (const auto& [name, language] : known)
    if (tag.substr(0, tag.find('-')) == name) return language;
  return Language::unknown;
}

Reading read(const Document& document, const Report& report) {
  Reading reading;
  reading.language = language_of(document.language);
  constexpr std::size_t bytes_of_word = 6, words_of_form = 4;  // what most texts have
  reading.words.reserve(document.text.size() / bytes_of_word);
  reading.forms.reserve(document.text.size() / bytes_of_word / words_of_form);
  Reader(document, report, reading).read_all();
  return reading;
}

Reading read_text(std::string_view text, Language language) {
  Reading reading;
  reading.language = language;
  Tokenizer tokenizer(reading);
  tokenizer.add(text, language);
  tokenizer.finish();
  reading.texts.push_back(
      {TextKind::action, 0, no_index, 0, static_cast<std::uint32_t>(reading.words.size()), language});
  return reading;
}

const Passage& passage_of(const Report& report, const Reading& reading, const Text& text) {
  switch (text.kind) {
    case TextKind::title:
      return report.targets[text.index].title;
    case TextKind::goal:
      return report.goals[text.index].passage;
    case TextKind::group_heading:
      return *report.groups[text.index].heading;
    case TextKind::action:
      return report.actions[text.index].passage;
    case TextKind::loose:
      break;
  }
  return reading.loose[text.index];
}

std::string_view node_of(const Report& report, const Text& text) {
  switch (text.kind) {
    case TextKind::title:
      return report.targets[text.index].id;
    case TextKind::goal:
      return report.goals[text.index].id;
    case TextKind::group_heading:
      return report.groups[text.index].id;
    case TextKind::action:
      return report.actions[text.index].id;
    case TextKind::loose:
      break;
  }
  return "report";
}

}  // namespace plumbline
