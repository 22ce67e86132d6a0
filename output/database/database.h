// Extracts in a database: SQLite or PostgreSQL, one schema, documents whole or not at all. See docs/databases.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace plumbline {

// The database cannot be opened, or a statement failed; what() names the database, never a password.
struct DatabaseError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// This is no extract; what() says which member is missing, of another type, or refused by the database.
struct NotAnExtract : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct LoadResult {
  bool replaced = false;         // the document was there already: same bytes, pack and version
  std::uint32_t superseded = 0;  // older submissions that this one takes the place of
};

class Database {
 public:
  virtual ~Database() = default;

  // Loads one extract (JSON, in any layout) in one transaction. The key is content hash, pack and its version: loading
  // the same again replaces it. Otherwise it supersedes what has the same content, and what the same party submitted
  // for the same year on the same template. Throws NotAnExtract or DatabaseError, and then nothing of it is kept.
  virtual LoadResult load(std::string_view extract) = 0;

  // Every extract in the order of first loading, byte for byte as the ndjson writer gives it.
  virtual void each_extract(const std::function<void(std::string_view)>& visit, bool with_superseded) = 0;
};

// "postgresql://…" or "postgres://…": a server, through libpq; anything else: a SQLite file, made where there is none.
// Brings an older schema up to date. Throws DatabaseError.
std::unique_ptr<Database> open_database(const std::string& place);

}  // namespace plumbline
