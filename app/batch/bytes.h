// Numbers, texts and lists as bytes: one description of a struct serves for writing and for reading.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace plumbline::batch {

// Bytes from a worker that are not what a worker writes. They are as untrusted as the submission.
struct BadBytes : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class ByteWriter {
 public:
  static constexpr bool is_reading = false;
  std::string bytes;

  template <typename T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
  void operator()(const T& value) {
    auto rest = static_cast<std::uint64_t>(value);
    while (rest >= 0x80) {
      bytes += static_cast<char>(rest | 0x80);
      rest >>= 7;
    }
    bytes += static_cast<char>(rest);
  }
  void operator()(const float& value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void operator()(const std::string& text) {
    (*this)(text.size());
    bytes += text;
  }
  template <typename T>
  void operator()(const std::vector<T>& list) {
    (*this)(list.size());
    for (const T& item : list)
      visit(*this, const_cast<T&>(item));
  }
};

// Every read throws BadBytes where the bytes end early or a number does not fit.
class ByteReader {
 public:
  static constexpr bool is_reading = true;
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  bool is_at_end() const { return rest_.empty(); }

  template <typename T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
  void operator()(T& value) {
    const std::uint64_t number = varint();
    value = static_cast<T>(number);
    if (static_cast<std::uint64_t>(value) != number) throw BadBytes("a number is too large");
  }
  void operator()(float& value) { std::memcpy(&value, take(sizeof value).data(), sizeof value); }
  void operator()(std::string& text) { text = take(varint()); }
  template <typename T>
  void operator()(std::vector<T>& list) {
    const std::uint64_t count = varint();
    // An item takes one byte at least, so a count above the bytes that are left is a lie; memory grows as it is read.
    if (count > rest_.size()) throw BadBytes("a list is longer than its bytes");
    list.clear();
    for (std::uint64_t i = 0; i < count; ++i)
      visit(*this, list.emplace_back());
  }

 private:
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    throw BadBytes("a number does not end");
  }
  std::string_view take(std::uint64_t count) {
    if (count > rest_.size()) throw BadBytes("the bytes end early");
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  std::string_view rest_;
};

// Numbers and texts within lists.
template <typename Archive>
void visit(Archive& archive, std::string& text) {
  archive(text);
}
template <typename Archive>
void visit(Archive& archive, std::uint32_t& number) {
  archive(number);
}

}  // namespace plumbline::batch
