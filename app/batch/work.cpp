// What a worker is asked and what it answers.
#include "app/batch/work.h"

#include "app/batch/bytes.h"
#include "app/batch/document_codec.h"

#include <algorithm>

namespace plumbline::batch {

template <typename A>
void visit(A& a, RuleCount& v) {
  a(v.rule), a(v.count);
}
template <typename A>
void visit(A& a, Output& v) {
  a(v.name), a(v.bytes);
}
template <typename A>
void visit(A& a, WorkOrder& v) {
  a(v.name), a(v.path), a(v.sha256), a(v.step), a(v.font_details), a(v.annotations), a(v.ocr), a(v.is_equipped_for_ocr);
  a(v.converted), a(v.pages), a(v.failure_code), a(v.failure);
}
template <typename A>
void visit(A& a, WorkResult& v) {
  a(v.status), a(v.cause_code), a(v.cause), a(v.pack), a(v.pages);
  for (std::uint32_t& count : v.by_severity)
    a(count);
  a(v.by_rule), a(v.outputs);
}

namespace {

constexpr std::size_t longest_text = 1000;
constexpr std::size_t most_rules = 1000;

// Bytes at the start of `text` that would act on a terminal: controls (C0, DEL, C1) and marks that turn the direction
// of text.
std::size_t acting_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) < 0xA0) return 2;
  if (byte(0) != 0xE2) return 0;
  const bool is_mark = byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xAA && byte(2) <= 0xAE));
  const bool is_isolate = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
  return is_mark || is_isolate ? 3 : 0;
}

void make_printable(std::string& text) {
  std::string out;
  for (std::string_view rest = text; !rest.empty() && out.size() < longest_text;) {
    const std::size_t acting = acting_bytes(rest);
    out += acting > 0 ? '?' : rest[0];
    rest.remove_prefix(std::min(std::max<std::size_t>(acting, 1), rest.size()));
  }
  text = std::move(out);
}

template <typename T>
std::string bytes_of(const T& value) {
  ByteWriter writer;
  visit(writer, const_cast<T&>(value));  // a ByteWriter changes nothing of what it visits
  return std::move(writer.bytes);
}

template <typename T>
T value_of(std::string_view bytes) {
  ByteReader reader(bytes);
  T value;
  visit(reader, value);
  if (!reader.is_at_end()) throw BadBytes("something stands behind the end");
  return value;
}

}  // namespace

std::string encode(const WorkOrder& order) {
  return bytes_of(order);
}
std::string encode(const WorkResult& result) {
  return bytes_of(result);
}
WorkOrder decode_order(std::string_view bytes) {
  return value_of<WorkOrder>(bytes);
}

WorkResult decode_result(std::string_view bytes) {
  auto result = value_of<WorkResult>(bytes);
  if (result.status > ReadStatus::unreadable) throw BadBytes("a status is odd");
  if (result.by_rule.size() > most_rules) throw BadBytes("a result has more rules than there are");
  make_printable(result.cause_code);
  make_printable(result.cause);
  make_printable(result.pack);
  for (RuleCount& count : result.by_rule)
    make_printable(count.rule);
  return result;
}

std::string lost_page(std::string_view code, std::string_view message) {
  Document document;
  document.status = ReadStatus::partial;
  document.pages.emplace_back();
  document.pages.back().source = TextSource::none;
  document.warnings.push_back({std::string(code), 0, std::string(message)});
  return encode(document);
}

}  // namespace plumbline::batch
