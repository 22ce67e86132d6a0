// Pieces and their joints.
#include "output/format.h"

#include <stdexcept>
#include <utility>

namespace plumbline {

namespace {

class JoinedPieces : public Assembly {
 public:
  JoinedPieces(Sink sink, Joints joints) : sink_(std::move(sink)), joints_(std::move(joints)) {}

  void add(const Piece& piece) override {
    sink_(0, is_empty_ ? joints_.before : joints_.between);
    is_empty_ = false;
    for (const std::string& stream : piece)
      sink_(0, stream);
  }

  void finish() override {
    if (is_empty_) sink_(0, joints_.before);
    sink_(0, joints_.after);
  }

 private:
  Sink sink_;
  Joints joints_;
  bool is_empty_ = true;
};

void append_size(std::string& out, std::size_t size) {
  for (int shift = 0; shift < 64; shift += 8)
    out += static_cast<char>((size >> shift) & 0xFF);
}

std::size_t take_size(std::string_view& packed) {
  if (packed.size() < 8) throw std::runtime_error("pieces of an output are cut short");
  std::size_t size = 0;
  for (std::size_t i = 0; i < 8; ++i)
    size |= static_cast<std::size_t>(static_cast<unsigned char>(packed[i])) << (8 * i);
  packed.remove_prefix(8);
  return size;
}

}  // namespace

std::unique_ptr<Assembly> join_pieces(Sink sink, Joints joints) {
  return std::make_unique<JoinedPieces>(std::move(sink), std::move(joints));
}

std::string pack_pieces(const std::vector<Piece>& pieces) {
  std::string out;
  append_size(out, pieces.size());
  for (const Piece& piece : pieces) {
    append_size(out, piece.size());
    for (const std::string& stream : piece) {
      append_size(out, stream.size());
      out += stream;
    }
  }
  return out;
}

std::vector<Piece> unpack_pieces(std::string_view packed) {
  std::vector<Piece> pieces;
  const std::size_t count = take_size(packed);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t streams = take_size(packed);
    Piece& piece = pieces.emplace_back();
    for (std::size_t k = 0; k < streams; ++k) {
      const std::size_t size = take_size(packed);
      if (size > packed.size()) throw std::runtime_error("pieces of an output are cut short");
      piece.emplace_back(packed.substr(0, size));
      packed.remove_prefix(size);
    }
  }
  if (!packed.empty()) throw std::runtime_error("pieces of an output have bytes left over");
  return pieces;
}

}  // namespace plumbline
