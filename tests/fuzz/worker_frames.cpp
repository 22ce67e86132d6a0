// Whatever a worker sends, the coordinator reads it or refuses it.
#include "app/batch/bytes.h"
#include "app/batch/frames.h"
#include "app/batch/work.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline::batch;
  FrameReader reader({.longest_frame = 1 << 16, .most_bytes = 1 << 20, .most_frames = 1000});
  try {
    reader.add({reinterpret_cast<const char*>(data), size});
    while (reader.has_frame()) {
      const Frame frame = reader.take();
      if (frame.kind == FrameKind::result) decode_result(frame.bytes);
    }
  } catch (const BadBytes&) {
  }
  return 0;
}
