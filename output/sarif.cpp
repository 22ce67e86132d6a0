// sarif: findings as SARIF 2.1.0 (OASIS), one run for all submissions.
// A finding's physical location is a line of the submission's text, which the log embeds as an artifact, so that
// viewers need no PDF; its page and boxes are properties. Its node is a logical location.
#include "output/formats.h"
#include "output/json_writer.h"
#include "output/node_places.h"
#include "output/places.h"
#include "output/spool.h"
#include "rules/check.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline {

namespace {

enum Stream : std::size_t { results, notifications, artifacts, state, stream_count };

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
    case Severity::blocker:
      return "error";
  }
  return "error";
}

// RFC 3986: a name as one segment of a relative reference. "." and ".." would be steps.
std::string uri_of(std::string_view name) {
  std::string uri;
  const std::string valid = valid_utf8(name);
  if (valid == "." || valid == "..") return "%2E";
  for (const char c : valid) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (std::isalnum(byte) || std::string_view("-._~").find(c) != std::string_view::npos)) {
      uri += c;
      continue;
    }
    uri += '%';
    uri += "0123456789ABCDEF"[byte >> 4];
    uri += "0123456789ABCDEF"[byte & 15];
  }
  return uri.empty() ? "unnamed" : uri;
}

class Results {
 public:
  explicit Results(const Record& record)
      : record_(record), document_(record.document), places_(record.document), uri_(uri_of(document_.source.name)) {}

  Piece write() {
    for (const Finding& finding : record_.findings.list)
      item(results, [&](JsonWriter& json) { write_result(json, finding); });
    for (const Warning& warning : document_.warnings)
      item(notifications, [&](JsonWriter& json) { write_notification(json, warning); });
    item(artifacts, [&](JsonWriter& json) { write_submission(json); });
    if (!document_.text.empty()) item(artifacts, [&](JsonWriter& json) { write_text(json); });
    piece_[state] = record_.is_readable() ? "" : "unreadable";
    return std::move(piece_);
  }

 private:
  template <typename Members>
  void item(Stream stream, Members members) {
    std::string& out = piece_[stream];
    if (!out.empty()) out += ",\n";
    JsonWriter json(out);
    json.begin_object();
    members(json);
    json.end_object();
  }

  static void message(JsonWriter& json, std::string_view text, std::string_view name = "message") {
    json.begin_object(name);
    json.string("text", text);
    json.end_object();
  }

  void write_result(JsonWriter& json, const Finding& finding) {
    json.string("ruleId", finding.rule);
    json.string("level", level_of(finding.severity));
    message(json, finding.message);
    json.begin_array("locations");
    write_location(json, nearest_place(record_, finding), finding.node, finding.where.lines.empty());
    json.end_array();
    if (!finding.related.empty()) write_related(json, finding);
    json.begin_object("partialFingerprints");
    json.string("plumbline/v1", finding.fingerprint);
    json.end_object();
    if (finding.is_accepted) write_suppression(json, finding);
    json.begin_object("properties");
    json.string("severity", name_of(finding.severity));
    json.string("help", finding.help);
    json.string_or_null("absent", finding.absent);
    json.string_or_null("citation", finding.citation);
    json.string_or_null("quote", finding.quote);
    json.end_object();
  }

  static void write_suppression(JsonWriter& json, const Finding& finding) {
    json.begin_array("suppressions");
    json.begin_object();
    json.string("kind", "external");
    json.string("status", "accepted");
    json.string("justification", finding.reason);
    json.end_object();
    json.end_array();
  }

  void write_related(JsonWriter& json, const Finding& finding) {
    json.begin_array("relatedLocations");
    for (std::size_t i = 0; i < finding.related.size(); ++i) {
      const RelatedPlace& place = finding.related[i];
      json.begin_object();
      json.integer("id", static_cast<std::int64_t>(i) + 1);
      write_location_members(json, place.where, place.node, place.where.lines.empty());
      message(json, place.message);
      json.end_object();
    }
    json.end_array();
  }

  void write_location(JsonWriter& json, const Where& where, std::string_view node, bool is_of_node_above) {
    json.begin_object();
    write_location_members(json, where, node, is_of_node_above);
    json.end_object();
  }

  void write_location_members(JsonWriter& json, const Where& where, std::string_view node, bool is_of_node_above) {
    json.begin_object("physicalLocation");
    json.begin_object("artifactLocation");
    json.string("uri", where.lines.empty() ? uri_ : uri_ + ".txt");
    json.end_object();
    if (!where.lines.empty()) write_region(json, where);
    json.end_object();
    json.begin_array("logicalLocations");
    json.begin_object();
    json.string("name", node.substr(node.rfind('.') + 1));
    json.string("fullyQualifiedName", node);
    json.string("kind", "node");
    json.end_object();
    json.end_array();
    json.begin_object("properties");
    json.boolean("isOfNodeAbove", is_of_node_above);
    write_boxes(json, where);
    json.end_object();
  }

  // Lines of the text artifact are those of the document: each ends with the only newline in it.
  void write_region(JsonWriter& json, const Where& where) {
    const std::uint32_t first = where.lines.front(), last = line_at(where.span.end(), where.lines.back());
    json.begin_object("region");
    json.integer("startLine", first + 1);
    json.integer("startColumn", column(where.span.start, first));
    json.integer("endLine", last + 1);
    json.integer("endColumn", column(where.span.end(), last));
    const Span span = places_.code_points(where.span);
    json.integer("charOffset", span.start);
    json.integer("charLength", span.length);
    message(json, document_.text_of(where.span), "snippet");
    json.end_object();
  }

  std::uint32_t line_at(std::uint32_t byte, std::uint32_t line) const {
    while (line > 0 && document_.lines[line].span.start > byte)
      --line;
    while (line + 1 < document_.lines.size() && document_.lines[line + 1].span.start <= byte)
      ++line;
    return line;
  }

  std::int64_t column(std::uint32_t byte, std::uint32_t line) const {
    const Span& span = document_.lines[line].span;
    const std::uint32_t end = std::clamp(byte, span.start, span.end());
    return count_code_points(document_.text_of(Span{span.start, end - span.start})) + 1;
  }

  void write_boxes(JsonWriter& json, const Where& where) {
    if (where.lines.empty()) return;
    if (!document_.has_pages) {
      json.integer("paragraph", places_.paragraph(where));
      return;
    }
    json.integer("page", places_.first_page(where));
    json.begin_array("places");
    for (const std::uint32_t line : where.lines) {
      const Box& box = document_.lines[line].box;
      json.begin_object();
      json.integer("page", places_.page_number(line));
      json.begin_array("box");
      for (const float side : {box.x0, box.y0, box.x1, box.y1})
        json.decimal(static_cast<double>(side), 1);
      json.end_array();
      json.end_object();
    }
    json.end_array();
  }

  void write_notification(JsonWriter& json, const Warning& warning) {
    json.string("level", "warning");
    message(json, warning.message);
    json.begin_object("descriptor");
    json.string("id", warning.code);
    json.end_object();
    json.begin_array("locations");
    json.begin_object();
    json.begin_object("physicalLocation");
    json.begin_object("artifactLocation");
    json.string("uri", uri_);
    json.end_object();
    json.end_object();
    if (warning.page != no_index) {
      json.begin_object("properties");
      json.integer("page", warning.page + 1);
      json.end_object();
    }
    json.end_object();
    json.end_array();
  }

  void write_submission(JsonWriter& json) {
    const SourceInfo& source = document_.source;
    json.begin_object("location");
    json.string("uri", uri_);
    json.end_object();
    json.begin_array("roles");
    json.string("analysisTarget");
    json.end_array();
    json.integer("length", static_cast<std::int64_t>(source.bytes));
    if (!source.media_type.empty()) json.string("mimeType", source.media_type);
    if (source.sha256.empty()) return;
    json.begin_object("hashes");
    json.string("sha-256", source.sha256);
    json.end_object();
  }

  void write_text(JsonWriter& json) {
    json.begin_object("location");
    json.string("uri", uri_ + ".txt");
    json.end_object();
    message(json, "The text of " + document_.source.name + ", line by line as it stands on its pages.", "description");
    json.string("mimeType", "text/plain");
    json.string("encoding", "utf-8");
    json.begin_object("contents");
    json.string("text", document_.text);
    json.end_object();
  }

  const Record& record_;
  const Document& document_;
  Places places_;
  std::string uri_;
  Piece piece_ = Piece(stream_count);
};

std::string header(const ToolInfo& tool) {
  std::string out =
      "{\n\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
      "sarif-schema-2.1.0.json\",\n\"version\":\"2.1.0\",\n\"runs\":[{\n\"tool\":";
  JsonWriter json(out);
  json.begin_object();
  json.begin_object("driver");
  json.string("name", tool.name);
  json.string("version", tool.version);
  json.begin_array("rules");
  for (const Check* check : all_checks()) {
    json.begin_object();
    json.string("id", check->rule);
    for (const auto& [name, text] :
         {std::pair{"shortDescription", check->title}, {"fullDescription", check->why}, {"help", check->help}}) {
      json.begin_object(name);
      json.string("text", text);
      json.end_object();
    }
    json.begin_object("defaultConfiguration");
    json.string("level", level_of(check->severity));
    json.end_object();
    json.begin_object("properties");
    json.string("severity", name_of(check->severity));
    json.string("good", check->good);
    json.string("bad", check->bad);
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_object();
  return out + ",\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[\n";
}

class Log : public Assembly {
 public:
  Log(Sink sink, ToolInfo tool) : sink_(std::move(sink)), tool_(std::move(tool)) { sink_(0, header(tool_)); }

  void add(const Piece& piece) override {
    if (!piece[results].empty()) {
      if (has_results_) sink_(0, ",\n");
      sink_(0, piece[results]);
      has_results_ = true;
    }
    for (const Stream stream : {notifications, artifacts})
      if (!piece[stream].empty()) keep(stream, piece[stream]);
    is_complete_ &= piece[state].empty();
  }

  void finish() override {
    sink_(0, "\n],\n\"artifacts\":[\n");
    put_kept(artifacts);
    std::string out = "\n],\n\"invocations\":[{";
    if (!tool_.time.empty()) {
      out += "\"startTimeUtc\":";
      append_json_string(out, tool_.time);
      out += ',';
    }
    out += is_complete_ ? "\"executionSuccessful\":true" : "\"executionSuccessful\":false";
    sink_(0, out + ",\"toolExecutionNotifications\":[\n");
    put_kept(notifications);
    sink_(0, "\n]}]\n}]\n}\n");
  }

 private:
  void keep(Stream stream, const std::string& piece) {
    if (!kept_.at(stream).empty()) kept_.at(stream).add(",\n");
    kept_.at(stream).add(piece);
  }
  void put_kept(Stream stream) {
    kept_.at(stream).each_part([this](std::string_view part) { sink_(0, part); });
  }

  Sink sink_;
  ToolInfo tool_;
  std::array<Spool, stream_count> kept_;  // submissions' texts are among it: of many submissions, too much for memory
  bool has_results_ = false, is_complete_ = true;
};

class Sarif : public Format {
 public:
  explicit Sarif(ToolInfo tool) : tool_(std::move(tool)) {}
  Piece render(const Record& record) const override { return Results(record).write(); }
  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions&) const override {
    return std::make_unique<Log>(std::move(sink), tool_);
  }

 private:
  ToolInfo tool_;
};

}  // namespace

std::unique_ptr<Format> make_sarif_format(const FormatOptions& options) {
  return std::make_unique<Sarif>(options.tool);
}

}  // namespace plumbline
