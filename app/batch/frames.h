// What a worker sends: frames, each a length, a kind and its bytes. The reader trusts none of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace plumbline::batch {

enum class FrameKind : std::uint8_t {
  opened = 1,         // the file is open; the bytes say how many pages it has (decimal)
  page = 2,           // a page as read: a Document in bytes
  progress = 3,       // a step is done; the bytes name it
  result = 4,         // the whole result; the last frame
  converted = 5,      // only from a converter: the file in a form that workers read
  not_converted = 6,  // only from a converter: a code of docs/warnings.md, a line end, why
};

struct Frame {
  FrameKind kind = FrameKind::progress;
  std::string bytes;
};

// Five bytes of head (length, little-endian, without the head; kind), then the bytes.
std::string encode(FrameKind kind, std::string_view bytes);

// Takes bytes as they come and gives frames. Throws BadBytes (app/batch/bytes.h) when a frame has no known kind, when
// one or all together are longer than they may be, or when something follows the result.
class FrameReader {
 public:
  struct Limits {
    std::size_t longest_frame = std::size_t{256} << 20;
    std::size_t most_bytes = std::size_t{512} << 20;  // of all frames together
    std::size_t most_frames = 200'000;
  };
  FrameReader() = default;
  explicit FrameReader(const Limits& limits) : limits_(limits) {}

  void add(std::string_view bytes);
  bool has_frame() const { return !frames_.empty(); }
  Frame take();

 private:
  void read_frames();

  Limits limits_;
  std::string pending_;
  std::deque<Frame> frames_;
  std::size_t bytes_ = 0, count_ = 0;
  bool is_ended_ = false;
};

}  // namespace plumbline::batch
