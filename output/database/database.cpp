// The load of an extract, the same for both databases.
#include "extractor/module.h"
#include "output/database/connection.h"
#include "output/database/extract_order.h"
#include "output/database/migrations.h"
#include "output/database/places_aside.h"
#include "output/database/rows.h"

#include <nlohmann/json.hpp>

namespace plumbline {

namespace {

using Json = nlohmann::ordered_json;

// "a, b" and "$1, $2" of a row of submissions.
std::string names_of(const SqlRows& row) {
  std::string names;
  for (const std::string_view name : row.columns)
    (names += names.empty() ? "" : ", ") += name;
  return names;
}

std::string places_of(const SqlRows& row) {
  std::string places;
  for (std::size_t i = 1; i <= row.columns.size(); ++i)
    places += (i == 1 ? "$" : ", $") + std::to_string(i);
  return places;
}

class ExtractDatabase : public Database {
 public:
  explicit ExtractDatabase(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {
    migrate(*connection_);
  }

  LoadResult load(std::string_view extract) override {
    // What is one line already is kept as it is; PostgreSQL keeps only what it says.
    const bool is_one_line = extract.find('\n') == extract.npos;
    const bool as_given = is_one_line || connection_->dialect() == Dialect::postgresql;
    const std::string ordered = as_given ? std::string() : in_writers_order(parse(extract));
    if (!as_given) extract = ordered;
    const ExtractWithoutPlaces without = set_places_aside(extract);
    const Json json = parse(without.text);
    ExtractRows rows = rows_of(json, without.places, extract);
    LoadResult result;
    Transaction transaction(*connection_);
    const auto known = connection_->execute(
        "SELECT id, superseded_by FROM submissions WHERE sha256 = $1 AND pack = $2 AND pack_version = $3",
        {rows.sha256, rows.pack, rows.pack_version});
    result.replaced = !known.empty();
    const std::int64_t id = known.empty() ? insert(rows) : replace(rows, std::stoll(*known.at(0).at(0)));
    set_submission(rows, id);
    for (const SqlRows& table : rows.children)
      connection_->insert(table);
    if (connection_->dialect() == Dialect::sqlite)
      connection_->execute(
          "INSERT INTO text_search (rowid, text, submission, node) SELECT id, text, submission, node "
          "FROM texts WHERE submission = $1",
          {id});
    const bool is_current = known.empty() || !known.at(0).at(1);
    if (is_current) result.superseded = supersede_others(rows, id);
    transaction.commit();
    return result;
  }

  void each_extract(const std::function<void(std::string_view)>& visit, bool with_superseded) override {
    const bool as_kept = connection_->dialect() == Dialect::sqlite;
    const std::string where = with_superseded ? "" : " WHERE superseded_by IS NULL";
    for (const SqlRow& row : connection_->execute("SELECT id FROM submissions" + where + " ORDER BY id")) {
      const auto found =
          connection_->execute("SELECT extract FROM submissions WHERE id = $1", {std::int64_t{std::stoll(*row.at(0))}});
      if (found.empty()) continue;  // another program took it away meanwhile
      const std::string& extract = found.at(0).at(0).value();
      visit(as_kept ? extract : in_writers_order(Json::parse(extract)));
    }
  }

 private:
  static Json parse(std::string_view extract) {
    try {
      return Json::parse(extract);
    } catch (const Json::exception& error) {
      throw NotAnExtract(std::string("not JSON: ") + error.what());
    }
  }

  std::int64_t insert(const ExtractRows& rows) {
    const auto made = connection_->execute("INSERT INTO submissions (" + names_of(rows.submission) + ") VALUES (" +
                                               places_of(rows.submission) + ") RETURNING id",
                                           rows.submission.values);
    return std::stoll(*made.at(0).at(0));
  }

  // Keeps its row, and with it what supersedes it and what it supersedes.
  std::int64_t replace(const ExtractRows& rows, std::int64_t id) {
    for (const std::string_view table : child_tables())
      connection_->execute("DELETE FROM " + std::string(table) + " WHERE submission = $1", {id});
    std::vector<SqlValue> values = rows.submission.values;
    values.emplace_back(id);
    connection_->execute("UPDATE submissions SET (" + names_of(rows.submission) + ") = (" + places_of(rows.submission) +
                             ") WHERE id = $" + std::to_string(values.size()),
                         values);
    return id;
  }

  std::uint32_t supersede_others(const ExtractRows& rows, std::int64_t id) {
    std::size_t changed =
        connection_
            ->execute(
                "UPDATE submissions SET superseded_by = $1 WHERE superseded_by IS NULL AND sha256 = $2 AND "
                "id <> $1 RETURNING id",
                {id, rows.sha256})
            .size();
    if (const auto* party = std::get_if<std::string_view>(&rows.party); party && !rows.pack.empty()) {
      const bool has_year = std::holds_alternative<std::int64_t>(rows.year);
      std::vector<SqlValue> values = {id, rows.pack, *party};
      if (has_year) values.push_back(rows.year);
      changed += connection_
                     ->execute(std::string("UPDATE submissions SET superseded_by = $1 WHERE superseded_by IS NULL AND "
                                           "pack = $2 AND COALESCE(party_code, party) = $3 AND id <> $1 AND year ") +
                                   (has_year ? "= $4" : "IS NULL") + " RETURNING id",
                               values)
                     .size();
    }
    return static_cast<std::uint32_t>(changed);
  }

  std::unique_ptr<Connection> connection_;
};

std::unique_ptr<Connection> connect_postgresql(const std::string& address) {
  const Module module("postgresql");
  const auto connect =
      module.function<void(const std::string&, std::unique_ptr<Connection>&)>("plumbline_connect_postgresql");
  if (!connect) throw DatabaseError("PostgreSQL cannot be used: " + module.problem());
  std::unique_ptr<Connection> connection;
  connect(address, connection);
  return connection;
}

}  // namespace

std::unique_ptr<Database> open_database(const std::string& place) {
  const bool is_server = place.starts_with("postgresql://") || place.starts_with("postgres://");
  return std::make_unique<ExtractDatabase>(is_server ? connect_postgresql(place) : connect_sqlite(place));
}

}  // namespace plumbline
