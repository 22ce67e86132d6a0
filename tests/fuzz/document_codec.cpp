// Pages that a worker handed over are decoded or refused; what is decoded is sound enough to be worked on.
#include "app/batch/document_codec.h"

#include "app/batch/bytes.h"
#include "extractor/extract.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  try {
    const Document page = batch::decode_document({reinterpret_cast<const char*>(data), size});
    assemble({page, page}, "name");
  } catch (const batch::BadBytes&) {
  }
  return 0;
}
