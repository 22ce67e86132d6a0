// ndjson-nodes: one line for each submission, target, goal, action and finding.
// A record stays below 64 KiB, what many loaders take for a line, where its text allows: a long one has a box a page.
#include "output/formats.h"
#include "output/names.h"
#include "output/node_json.h"

#include <utility>

namespace plumbline {

namespace {

constexpr std::size_t longest_record = 64 * 1024;
constexpr std::string_view node_schema_version = "1.0.0";

class NodeRecords {
 public:
  explicit NodeRecords(const Record& record) : record_(record), report_(record.report) {}

  std::string write() {
    submission();
    for (const Target& target : report_.targets)
      add("target", [&](NodeJson& node, JsonWriter& json) {
        json.string("id", target.id);
        node.integer("number", target.number);
        json.string("title", target.title.text);
        node.where(where_of(target));
      });
    for (const Goal& goal : report_.goals)
      add("goal", [&](NodeJson& node, JsonWriter& json) {
        json.string_or_null("target", id_of_target(goal.target));
        node.goal(goal);
      });
    for (const Action& action : report_.actions)
      this->action(action);
    for (const Finding& finding : record_.findings.list)
      add("finding", [&](NodeJson& node, JsonWriter&) { node.finding(finding); });
    return std::move(out_);
  }

 private:
  template <typename Members>
  void add(std::string_view kind, Members members) {
    const std::size_t start = out_.size();
    for (const PlaceDetail detail : {PlaceDetail::line, PlaceDetail::page}) {
      out_.resize(start);
      JsonWriter json(out_);
      NodeJson node(record_, json, detail);
      json.begin_object();
      json.string("schema_version", node_schema_version);
      json.string("record", kind);
      json.string_or_null("submission", record_.document.source.sha256);
      json.string("file", record_.document.source.name);
      node.passage("party", report_.party);
      json.string_or_null("party_code", report_.party_code);
      node.integer("year", report_.year);
      members(node, json);
      json.end_object();
      out_ += '\n';
      if (out_.size() - start <= longest_record) break;
    }
  }

  void submission() {
    add("submission", [&](NodeJson& node, JsonWriter& json) {
      json.string("status", name_of(record_.document.status));
      json.string_or_null("language", record_.document.language);
      json.string_or_null("pack", report_.pack_id);
      json.string_or_null("pack_version", report_.pack_version);
      node.passage("title", report_.title);
      node.day("date", report_.date);
    });
  }

  void action(const Action& action) {
    const Group& group = report_.groups[action.group];
    const Section& section = report_.sections[group.section];
    add("action", [&](NodeJson& node, JsonWriter& json) {
      json.string_or_null("target", id_of_target(section.target));
      json.string("section", section.id);
      json.string("kind", section.kind);
      json.string("group", group.id);
      node.passage("group_heading", group.heading);
      node.action(action, section.role == SectionRole::planned);
    });
  }

  std::string_view id_of_target(std::uint32_t target) const {
    return target == no_index ? std::string_view() : report_.targets[target].id;
  }

  const Record& record_;
  const Report& report_;
  std::string out_;
};

class NodeRecordsFormat : public Format {
 public:
  Piece render(const Record& record) const override { return {NodeRecords(record).write()}; }

  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions&) const override {
    return join_pieces(std::move(sink), {});
  }
};

}  // namespace

std::unique_ptr<Format> make_node_records_format(const FormatOptions&) {
  return std::make_unique<NodeRecordsFormat>();
}

}  // namespace plumbline
