// A byte tells what follows: a number of eight bytes, a text behind its length, a list or a table behind its count.
#include "rules/toml/table_bytes.h"

#include <bit>
#include <cstdint>
#include <stdexcept>

namespace plumbline {

namespace {

enum class Tag : char { table = 't', array = 'a', text = 's', integer = 'i', real = 'r', yes = 'y', no = 'n' };

class Writer {
 public:
  explicit Writer(std::string& bytes) : bytes_(bytes) {}

  void table(const toml::table& table) {
    count(table.size());
    for (const auto& [key, value] : table) {
      text(key.str());
      node(value);
    }
  }

 private:
  void node(const toml::node& node) {
    if (const auto* inner = node.as_table()) {
      tag(Tag::table), table(*inner);
    } else if (const auto* list = node.as_array()) {
      tag(Tag::array), count(list->size());
      for (const toml::node& item : *list)
        this->node(item);
    } else if (const auto* string = node.as_string()) {
      tag(Tag::text), text(string->get());
    } else if (const auto* integer = node.as_integer()) {
      tag(Tag::integer), number(static_cast<std::uint64_t>(integer->get()));
    } else if (const auto* real = node.as_floating_point()) {
      tag(Tag::real), number(std::bit_cast<std::uint64_t>(real->get()));
    } else if (const auto* flag = node.as_boolean()) {
      tag(flag->get() ? Tag::yes : Tag::no);
    } else {
      throw std::invalid_argument("dates and times are not written");
    }
  }

  void tag(Tag tag) { bytes_ += static_cast<char>(tag); }
  void number(std::uint64_t value) { put(value, 8); }
  void count(std::size_t value) { put(value, 4); }
  void text(std::string_view text) {
    count(text.size());
    bytes_ += text;
  }
  void put(std::uint64_t value, int length) {
    for (int i = 0; i < length; ++i, value >>= 8)
      bytes_ += static_cast<char>(value & 0xFF);
  }

  std::string& bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  toml::table table() {
    toml::table table;
    for (std::size_t left = count(); left > 0; --left) {
      const std::string_view key = text();
      node([&](auto&& value) { table.insert_or_assign(key, std::forward<decltype(value)>(value)); });
    }
    return table;
  }

 private:
  template <typename Take>
  void node(Take take) {
    switch (static_cast<Tag>(*cut(1).data())) {
      case Tag::table:
        return take(table());
      case Tag::array:
        return take(array());
      case Tag::text:
        return take(text());
      case Tag::integer:
        return take(static_cast<std::int64_t>(number(8)));
      case Tag::real:
        return take(std::bit_cast<double>(number(8)));
      case Tag::yes:
        return take(true);
      case Tag::no:
        return take(false);
    }
    throw std::invalid_argument("these are no bytes of a table");
  }

  toml::array array() {
    toml::array array;
    const std::size_t size = count();
    array.reserve(size);
    for (std::size_t left = size; left > 0; --left)
      node([&](auto&& value) { array.push_back(std::forward<decltype(value)>(value)); });
    return array;
  }

  std::size_t count() { return number(4); }
  std::string_view text() { return cut(count()); }

  std::uint64_t number(std::size_t length) {
    std::uint64_t value = 0;
    const std::string_view bytes = cut(length);
    for (std::size_t i = length; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  }

  std::string_view cut(std::size_t length) {
    if (length > bytes_.size()) throw std::invalid_argument("the bytes of a table are cut off");
    const std::string_view front = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return front;
  }

  std::string_view bytes_;
};

}  // namespace

void append_table(const toml::table& table, std::string& bytes) {
  Writer(bytes).table(table);
}

toml::table table_of(std::string_view bytes) {
  return Reader(bytes).table();
}

}  // namespace plumbline
