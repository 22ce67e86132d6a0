// What the two databases have in common: statements with values, rows in bulk.
#pragma once

#include "output/database/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plumbline {

// Views must outlive the statement.
using SqlValue = std::variant<std::monostate, std::int64_t, double, bool, std::string_view>;
using SqlRow = std::vector<std::optional<std::string>>;

// Rows of one table for bulk loading.
struct SqlRows {
  std::string_view table;
  std::vector<std::string_view> columns;
  std::vector<SqlValue> values;  // row after row
};

enum class Dialect : std::uint8_t { sqlite, postgresql };

class Connection {
 public:
  virtual ~Connection() = default;
  virtual Dialect dialect() const = 0;
  // One statement; parameters are $1, $2, … in the order of their first use. All functions throw DatabaseError.
  virtual std::vector<SqlRow> execute(std::string_view sql, const std::vector<SqlValue>& values = {}) = 0;
  virtual void execute_script(const std::string& sql) = 0;
  virtual void insert(const SqlRows& rows) = 0;
  virtual void begin() = 0;  // waits for other writers
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;
};

std::unique_ptr<Connection> connect_sqlite(const std::string& path);

// Rolls back where commit() was not reached.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) { connection_.begin(); }
  ~Transaction() {
    if (!is_done_) connection_.roll_back();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    connection_.commit();
    is_done_ = true;
  }

 private:
  Connection& connection_;
  bool is_done_ = false;
};

}  // namespace plumbline
