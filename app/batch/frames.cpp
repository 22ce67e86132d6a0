// What a worker sends: frames.
#include "app/batch/frames.h"

#include "app/batch/bytes.h"

#include <utility>

namespace plumbline::batch {
namespace {

constexpr std::size_t head = 5;

}  // namespace

std::string encode(FrameKind kind, std::string_view bytes) {
  const auto length = static_cast<std::uint32_t>(bytes.size());
  std::string frame;
  frame.reserve(head + bytes.size());
  for (unsigned shift = 0; shift < 32; shift += 8)
    frame += static_cast<char>(length >> shift & 0xFF);
  frame += static_cast<char>(kind);
  frame += bytes;
  return frame;
}

void FrameReader::add(std::string_view bytes) {
  bytes_ += bytes.size();
  if (bytes_ > limits_.most_bytes) throw BadBytes("a worker gives more bytes than it may");
  if (is_ended_ && !bytes.empty()) throw BadBytes("a worker goes on after its result");
  pending_ += bytes;
  read_frames();
}

void FrameReader::read_frames() {
  std::size_t at = 0;
  while (pending_.size() - at >= head) {
    std::uint32_t length = 0;
    for (unsigned i = 0; i < 4; ++i)
      length |= std::uint32_t{static_cast<unsigned char>(pending_[at + i])} << (8 * i);
    const auto kind = static_cast<unsigned char>(pending_[at + 4]);
    if (kind < 1 || kind > 6) throw BadBytes("a frame is of no known kind");
    if (length > limits_.longest_frame) throw BadBytes("a frame is longer than it may be");
    if (pending_.size() - at - head < length) break;
    if (is_ended_) throw BadBytes("a worker goes on after its result");
    if (++count_ > limits_.most_frames) throw BadBytes("a worker gives more frames than it may");
    frames_.push_back({static_cast<FrameKind>(kind), pending_.substr(at + head, length)});
    is_ended_ = frames_.back().kind == FrameKind::result;
    at += head + length;
  }
  pending_.erase(0, at);
  if (is_ended_ && !pending_.empty()) throw BadBytes("a worker goes on after its result");
}

Frame FrameReader::take() {
  Frame frame = std::move(frames_.front());
  frames_.pop_front();
  return frame;
}

}  // namespace plumbline::batch
