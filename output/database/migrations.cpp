// The steps that bring a database's schema up to date.
#include "output/database/migrations.h"

#include <array>
#include <utility>

#include "generated/embedded.h"

namespace plumbline {

namespace {

struct Step {
  std::string_view name;
  std::string_view sqlite, postgresql;
};

// Steps are only ever added; a step that has been released is never edited.
constexpr std::array<Step, 3> steps = {{
    {"tables", embedded::migration_001_tables, embedded::migration_001_tables},
    {"search", embedded::migration_002_search_sqlite, embedded::migration_002_search_postgresql},
    {"views", embedded::migration_003_views, embedded::migration_003_views},
}};

using Words = std::array<std::pair<std::string_view, std::string_view>, 7>;
constexpr Words sqlite_words = {{{"{identity}", "INTEGER PRIMARY KEY"},
                                 {"{bigint}", "INTEGER"},
                                 {"{double}", "REAL"},
                                 {"{boolean}", "INTEGER"},
                                 {"{date}", "TEXT"},
                                 {"{json}", "TEXT"},
                                 {"{strict}", " STRICT"}}};
constexpr Words postgresql_words = {{{"{identity}", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"},
                                     {"{bigint}", "BIGINT"},
                                     {"{double}", "DOUBLE PRECISION"},
                                     {"{boolean}", "BOOLEAN"},
                                     {"{date}", "DATE"},
                                     {"{json}", "JSONB"},
                                     {"{strict}", ""}}};

std::string in_dialect(const Step& step, Dialect dialect) {
  std::string sql(dialect == Dialect::sqlite ? step.sqlite : step.postgresql);
  for (const auto& [word, type] : dialect == Dialect::sqlite ? sqlite_words : postgresql_words)
    for (auto at = sql.find(word); at != sql.npos; at = sql.find(word, at + type.size()))
      sql.replace(at, word.size(), type);
  return sql;
}

}  // namespace

void migrate(Connection& connection) {
  Transaction transaction(connection);
  connection.execute_script(
      "CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL)");
  const auto rows = connection.execute("SELECT COALESCE(MAX(version), 0) FROM schema_migrations");
  const std::size_t version = std::stoul(rows.at(0).at(0).value_or("0"));
  if (version > steps.size())
    throw DatabaseError("the database has schema " + std::to_string(version) + ", newer than this program's " +
                        std::to_string(steps.size()));
  for (std::size_t i = version; i < steps.size(); ++i) {
    connection.execute_script(in_dialect(steps[i], connection.dialect()));
    connection.execute("INSERT INTO schema_migrations (version, name) VALUES ($1, $2)",
                       {static_cast<std::int64_t>(i + 1), steps[i].name});
  }
  transaction.commit();
}

}  // namespace plumbline
