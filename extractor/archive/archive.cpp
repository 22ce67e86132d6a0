// The parts of a zipped document, by libzip.
#include "extractor/archive/archive.h"

#include "extractor/extract.h"

#include <zip.h>

namespace plumbline {

struct Archive::State {
  zip_t* zip = nullptr;
  std::uint64_t read_so_far = 0;
};

Archive::Archive(std::string_view bytes) : state_(std::make_unique<State>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  state_->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (state_->zip) return;
  if (source) zip_source_free(source);
  throw Unreadable("damaged", "the file begins as a zipped document but cannot be opened as one: " + reason);
}

Archive::~Archive() {
  if (state_ && state_->zip) zip_discard(state_->zip);
}

Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

bool Archive::has(const std::string& name) const {
  return zip_name_locate(state_->zip, name.c_str(), 0) >= 0;
}

std::optional<std::string> Archive::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(state_->zip, name.c_str(), 0);
  if (index < 0) return std::nullopt;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(state_->zip, static_cast<zip_uint64_t>(index), 0, &stat) != 0) return std::nullopt;
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    throw Unreadable("encrypted", "its part " + name + " is encrypted; expected a document without a password");
  zip_file_t* file = zip_fopen_index(state_->zip, static_cast<zip_uint64_t>(index), 0);
  if (!file) throw Unreadable("damaged", "its part " + name + " cannot be unpacked");
  // What the directory says of sizes may be a lie: bytes are counted as they come.
  std::string out;
  char buffer[64 * 1024];
  zip_int64_t got = 0;
  bool too_large = false;
  while (!too_large && (got = zip_fread(file, buffer, sizeof buffer)) > 0) {
    out.append(buffer, static_cast<std::size_t>(got));
    state_->read_so_far += static_cast<std::uint64_t>(got);
    too_large = out.size() > largest_part || state_->read_so_far > largest_sum_of_parts;
  }
  zip_fclose(file);
  if (too_large)
    throw Unreadable("too-large",
                     "its part " + name + " unpacks to more than " + std::to_string(largest_part >> 20) + " MB");
  if (got < 0) throw Unreadable("damaged", "its part " + name + " cannot be unpacked");
  return out;
}

}  // namespace plumbline
