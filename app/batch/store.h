// Results kept between runs: by the submission's content, and by all else that they depend on.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace plumbline::batch {

// The cache cannot be used; what() names its file and says why.
struct StoreError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One SQLite file. Several programs may use it at once. What is put is there when the program is killed the moment
// after. A file that is damaged is set aside and begun anew: it holds nothing that cannot be made again.
class Store {
 public:
  // Makes the folder where it is absent. Throws StoreError.
  explicit Store(const std::string& folder);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Throw StoreError when the disk is full or fails.
  std::optional<std::string> find(std::string_view key);
  void put(std::string_view key, std::string_view result);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// $XDG_CACHE_HOME/plumbline, or ~/.cache/plumbline; empty where neither is known.
std::string default_store_folder();

}  // namespace plumbline::batch
