// Results kept between runs.
#include "app/batch/store.h"

#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace plumbline::batch {
namespace {

struct DatabaseCloser {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, DatabaseCloser>;

struct StatementCloser {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementCloser>;

// WAL with NORMAL: a put survives the end of the program at once and the end of power from the next checkpoint on;
// what is lost by that is made again.
constexpr const char* set_up =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000;"
    "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, result BLOB NOT NULL) WITHOUT ROWID;";

Statement prepare(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
  return Statement(statement);
}

bool is_damaged(int code) {
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

}  // namespace

struct Store::Parts {
  std::string path;
  Database database;
  Statement find, put;

  int open() {
    sqlite3* raw = nullptr;
    int code =
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database.reset(raw);
    if (code == SQLITE_OK) code = sqlite3_exec(raw, set_up, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return code;
    find = prepare(raw, "SELECT result FROM results WHERE key = ?1");
    put = prepare(raw, "INSERT OR REPLACE INTO results (key, result) VALUES (?1, ?2)");
    return find && put ? SQLITE_OK : SQLITE_CORRUPT;
  }

  void close() {
    find.reset();
    put.reset();
    database.reset();
  }

  [[noreturn]] void fail() const {
    throw StoreError(path +
                     ": the cache cannot be used: " + (database ? sqlite3_errmsg(database.get()) : "out of memory"));
  }
};

Store::Store(const std::string& folder) : parts_(std::make_unique<Parts>()) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw StoreError(folder + ": the cache's folder cannot be made: " + error.message());
  parts_->path = folder + "/results.sqlite";
  int code = parts_->open();
  if (is_damaged(code)) {
    parts_->close();
    std::filesystem::rename(parts_->path, parts_->path + ".damaged", error);
    for (const char* part : {"-wal", "-shm"})
      std::filesystem::remove(parts_->path + part, error);
    code = parts_->open();
  }
  if (code != SQLITE_OK) parts_->fail();
}

Store::~Store() = default;

std::optional<std::string> Store::find(std::string_view key) {
  sqlite3_stmt* statement = parts_->find.get();
  sqlite3_bind_text(statement, 1, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
  const int code = sqlite3_step(statement);
  std::optional<std::string> result;
  if (code == SQLITE_ROW) {
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, 0));
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
    result = std::string(bytes != nullptr ? bytes : "", bytes != nullptr ? size : 0);
  }
  sqlite3_reset(statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE && !is_damaged(code)) parts_->fail();
  return result;
}

void Store::put(std::string_view key, std::string_view result) {
  sqlite3_stmt* statement = parts_->put.get();
  sqlite3_bind_text(statement, 1, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
  sqlite3_bind_blob64(statement, 2, result.data(), result.size(), SQLITE_STATIC);
  const int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  if (code != SQLITE_DONE) parts_->fail();
}

std::string default_store_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && cache[0] == '/') return std::string(cache) + "/plumbline";
  const char* home = std::getenv("HOME");
  return home != nullptr && home[0] == '/' ? std::string(home) + "/.cache/plumbline" : std::string();
}

}  // namespace plumbline::batch
