// SQLite: a file, in WAL mode, so that readers go on while a load runs.
#include "output/database/connection.h"

#include <sqlite3.h>

#include <map>

namespace plumbline {

namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

constexpr int wait_milliseconds = 30000;  // for another writer

class Sqlite : public Connection {
 public:
  explicit Sqlite(const std::string& path) : path_(path) {
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    if (code != SQLITE_OK) fail("cannot be opened");
    sqlite3_busy_timeout(database, wait_milliseconds);
    // A killed process leaves whole transactions in any of these modes; NORMAL may lose the last ones with the power.
    // Pages of 16 KB (of a new file) for extracts of 100 KB: a sixth less work than with 4 KB.
    execute_script(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
  }

  Dialect dialect() const override { return Dialect::sqlite; }

  std::vector<SqlRow> execute(std::string_view sql, const std::vector<SqlValue>& values) override {
    sqlite3_stmt* statement = prepared(sql);
    for (std::size_t i = 0; i < values.size(); ++i)
      bind(statement, static_cast<int>(i) + 1, values[i]);
    std::vector<SqlRow> rows;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
      SqlRow& row = rows.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement); ++i)
        row.push_back(column(statement, i));
    }
    if (code != SQLITE_DONE) fail_of(statement, "statement failed");
    sqlite3_reset(statement);
    return rows;
  }

  void execute_script(const std::string& sql) override {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail("statement failed");
  }

  void insert(const SqlRows& rows) override {
    if (rows.values.empty()) return;
    std::string& sql = inserts_[rows.table];
    if (sql.empty()) {
      std::string names, places;
      for (const std::string_view name : rows.columns) {
        (names += names.empty() ? "" : ", ") += name;
        places += places.empty() ? "?" : ", ?";
      }
      sql = "INSERT INTO " + std::string(rows.table) + " (" + names + ") VALUES (" + places + ")";
    }
    sqlite3_stmt* statement = prepared(sql);
    for (std::size_t at = 0; at < rows.values.size(); at += rows.columns.size()) {
      for (std::size_t i = 0; i < rows.columns.size(); ++i)
        bind(statement, static_cast<int>(i) + 1, rows.values[at + i]);
      if (sqlite3_step(statement) != SQLITE_DONE)
        fail_of(statement, "rows of " + std::string(rows.table) + " cannot be added");
      sqlite3_reset(statement);
    }
  }

  void begin() override { execute_script("BEGIN IMMEDIATE"); }
  void commit() override { execute_script("COMMIT"); }
  void roll_back() noexcept override { sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr); }

 private:
  [[noreturn]] void fail(const std::string& what) {
    const std::string message = what + ": " + sqlite3_errmsg(database_.get());
    if (sqlite3_errcode(database_.get()) == SQLITE_CONSTRAINT) throw NotAnExtract(message);
    throw DatabaseError(path_ + ": " + message);
  }

  [[noreturn]] void fail_of(sqlite3_stmt* statement, const std::string& what) {
    sqlite3_reset(statement);  // reports the step's error again
    fail(what);
  }

  sqlite3_stmt* prepared(std::string_view sql) {
    const auto at = statements_.find(sql);
    if (at != statements_.end()) return at->second.get();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK)
      fail("statement failed");
    return statements_.emplace(std::string(sql), Statement(statement)).first->second.get();
  }

  static void bind(sqlite3_stmt* statement, int place, const SqlValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
      sqlite3_bind_int64(statement, place, *integer);
    else if (const auto* number = std::get_if<double>(&value))
      sqlite3_bind_double(statement, place, *number);
    else if (const auto* truth = std::get_if<bool>(&value))
      sqlite3_bind_int(statement, place, *truth ? 1 : 0);
    else if (const auto* text = std::get_if<std::string_view>(&value))
      sqlite3_bind_text64(statement, place, text->empty() ? "" : text->data(), text->size(), SQLITE_STATIC,
                          SQLITE_UTF8);
    else
      sqlite3_bind_null(statement, place);
  }

  static std::optional<std::string> column(sqlite3_stmt* statement, int place) {
    const unsigned char* text = sqlite3_column_text(statement, place);
    if (!text) return {};
    return std::string(reinterpret_cast<const char*>(text),
                       static_cast<std::size_t>(sqlite3_column_bytes(statement, place)));
  }

  std::string path_;
  Handle database_;
  std::map<std::string, Statement, std::less<>> statements_;  // goes before the database does
  std::map<std::string_view, std::string> inserts_;
};

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const std::string& path) {
  return std::make_unique<Sqlite>(path);
}

}  // namespace plumbline
