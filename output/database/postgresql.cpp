// PostgreSQL through libpq; rows go in by COPY. A module (extractor/module.h).
#include "output/database/connection.h"

#include <libpq-fe.h>

#include <charconv>

namespace plumbline {

namespace {

struct CloseConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

std::string text_of(const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "t" : "f";
  if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
  if (const auto* number = std::get_if<double>(&value)) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, *number).ptr};
  }
  return {};
}

// COPY's text format: PostgreSQL manual, "COPY", File Formats.
void append_copy_value(std::string& out, const SqlValue& value) {
  const auto* text = std::get_if<std::string_view>(&value);
  if (std::holds_alternative<std::monostate>(value)) {
    out += "\\N";
  } else if (!text) {
    out += text_of(value);
  } else {
    for (std::size_t at = 0; at < text->size();) {
      const std::size_t end = std::min(text->find_first_of("\\\n\r\t\b\f\v", at), text->size());
      out.append(*text, at, end - at);
      if (end == text->size()) break;
      out += '\\';
      switch ((*text)[end]) {
        case '\n':
          out += 'n';
          break;
        case '\r':
          out += 'r';
          break;
        case '\t':
          out += 't';
          break;
        case '\b':
          out += 'b';
          break;
        case '\f':
          out += 'f';
          break;
        case '\v':
          out += 'v';
          break;
        default:
          out += '\\';
      }
      at = end + 1;
    }
  }
}

class Postgresql : public Connection {
 public:
  explicit Postgresql(const std::string& address) : connection_(PQconnectdb(address.c_str())) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) fail("no connection");
    PQsetClientEncoding(connection_.get(), "UTF8");
    // A crash of the server may lose the last documents, whole; the next load brings them back. (Measured: without it,
    // a load is as slow as the disk's flushes.)
    execute_script("SET client_min_messages = warning; SET synchronous_commit = off; SET datestyle = 'ISO';");
  }

  Dialect dialect() const override { return Dialect::postgresql; }

  std::vector<SqlRow> execute(std::string_view sql, const std::vector<SqlValue>& values) override {
    std::vector<std::string> texts;
    for (const SqlValue& value : values)
      texts.push_back(text_of(value));
    std::vector<const char*> parameters;
    for (std::size_t i = 0; i < values.size(); ++i)
      parameters.push_back(std::holds_alternative<std::monostate>(values[i]) ? nullptr : texts[i].c_str());
    const Result result(PQexecParams(connection_.get(), std::string(sql).c_str(), static_cast<int>(values.size()),
                                     nullptr, parameters.data(), nullptr, nullptr, 0));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail("statement failed", result.get());
    std::vector<SqlRow> rows(static_cast<std::size_t>(PQntuples(result.get())));
    for (int row = 0; row < PQntuples(result.get()); ++row)
      for (int column = 0; column < PQnfields(result.get()); ++column)
        rows[static_cast<std::size_t>(row)].push_back(value_of(result.get(), row, column));
    return rows;
  }

  void execute_script(const std::string& sql) override {
    const Result result(PQexec(connection_.get(), sql.c_str()));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail("statement failed");
  }

  void insert(const SqlRows& rows) override {
    if (rows.values.empty()) return;
    std::string sql = "COPY " + std::string(rows.table) + " (";
    for (std::size_t i = 0; i < rows.columns.size(); ++i)
      (sql += i == 0 ? "" : ", ") += rows.columns[i];
    const Result start(PQexec(connection_.get(), (sql + ") FROM STDIN").c_str()));
    if (PQresultStatus(start.get()) != PGRES_COPY_IN) fail("COPY failed");
    std::string data;
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
      append_copy_value(data, rows.values[i]);
      data += (i + 1) % rows.columns.size() == 0 ? '\n' : '\t';
    }
    const bool is_sent = PQputCopyData(connection_.get(), data.data(), static_cast<int>(data.size())) == 1 &&
                         PQputCopyEnd(connection_.get(), nullptr) == 1;
    Result refused;
    for (Result end(PQgetResult(connection_.get())); end; end.reset(PQgetResult(connection_.get())))
      if (PQresultStatus(end.get()) != PGRES_COMMAND_OK) refused = std::move(end);
    if (!is_sent || refused) fail("rows of " + std::string(rows.table) + " cannot be added", refused.get());
  }

  // One loader at a time: two that bring versions of one submission would each miss the other's.
  void begin() override { execute_script("BEGIN; SELECT pg_advisory_xact_lock(7079782098434)"); }
  void commit() override { execute_script("COMMIT"); }
  void roll_back() noexcept override { const Result result(PQexec(connection_.get(), "ROLLBACK")); }

 private:
  // SQLSTATE classes 22 (data) and 23 (constraints) are about the extract, all others about the database.
  [[noreturn]] void fail(const std::string& what, const PGresult* result = nullptr) {
    std::string message = result ? PQresultErrorMessage(result) : PQerrorMessage(connection_.get());
    while (message.ends_with('\n'))
      message.pop_back();
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (state && state[0] == '2' && (state[1] == '2' || state[1] == '3')) throw NotAnExtract(what + ": " + message);
    const char* name = PQdb(connection_.get());
    throw DatabaseError("postgresql database " + std::string(name ? name : "") + ": " + what + ": " + message);
  }

  static std::optional<std::string> value_of(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column)) return {};
    return std::string(PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column)));
  }

  std::unique_ptr<PGconn, CloseConnection> connection_;
};

}  // namespace

}  // namespace plumbline

extern "C" void plumbline_connect_postgresql(const std::string& address,
                                             std::unique_ptr<plumbline::Connection>& connection) {
  connection = std::make_unique<plumbline::Postgresql>(address);
}
