// The parts of a zipped document (DOCX, ODT), with bounded sizes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

// Parts larger than this are taken for a bomb. The longest real documents are far below: 1,000 pages are about 10 MB
// of XML.
inline constexpr std::uint64_t largest_part = 128ull << 20;
inline constexpr std::uint64_t largest_sum_of_parts = 256ull << 20;

class Archive {
 public:
  // `bytes` must outlive the archive. Throws Unreadable "damaged" where they are no zip file.
  explicit Archive(std::string_view bytes);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  bool has(const std::string& name) const;
  // The part's bytes; nothing where there is no such part. Throws Unreadable: "damaged" where it cannot be unpacked,
  // "too-large" where it, or all parts read so far together, exceed the bounds, "encrypted" where it has a password.
  std::optional<std::string> read(const std::string& name);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace plumbline
