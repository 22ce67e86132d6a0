// Writes JSON as a stream, straight into a string: no tree of values is built.
// Measured against nlohmann's ordered_json on the extract of a long report: docs/performance.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class JsonStyle : std::uint8_t {
  compact,   // one line, no blanks
  indented,  // one member a line; places, boxes and other small things stay on one line
};

// Whatever the input, the output is valid UTF-8 and valid JSON: what is no UTF-8 and U+0000 become U+FFFD; controls
// and what turns the direction of writing are written as \uXXXX.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, JsonStyle style = JsonStyle::compact) : out_(out), style_(style) {}

  void begin_object(std::string_view name = {}) { begin('{', name); }
  void end_object() { end('}'); }
  void begin_array(std::string_view name = {}) { begin('[', name); }
  void end_array() { end(']'); }

  void key(std::string_view name);
  void string(std::string_view text);
  void string_or_null(std::string_view text);  // empty: null
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();
  void decimal(double value, int places);  // rounded; no trailing zeros; what is no number is 0
  void number(std::string_view digits);    // a number as it is printed elsewhere

  void string(std::string_view name, std::string_view text) { key(name), string(text); }
  void string_or_null(std::string_view name, std::string_view text) { key(name), string_or_null(text); }
  void integer(std::string_view name, std::int64_t value) { key(name), integer(value); }
  void boolean(std::string_view name, bool value) { key(name), boolean(value); }
  void null(std::string_view name) { key(name), null(); }

 private:
  struct Level {
    bool is_empty = true;
    bool is_flat = false;            // on one line
    bool has_flat_elements = false;  // its elements are
  };
  void begin(char bracket, std::string_view name);
  void end(char bracket);
  void before_value();
  void new_line();

  std::string& out_;
  JsonStyle style_;
  std::vector<Level> levels_;
  std::string key_;  // of the value that follows
  bool has_key_ = false;
};

// `text` between quotes, as JsonWriter writes it.
void append_json_string(std::string& out, std::string_view text);

}  // namespace plumbline
