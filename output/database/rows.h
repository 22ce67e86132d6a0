// An extract as rows of the tables of output/database/migrations/.
#pragma once

#include "output/database/connection.h"

#include <nlohmann/json_fwd.hpp>

#include <deque>
#include <span>
#include <string>
#include <vector>

namespace plumbline {

// Values are views into the extract and into `owned`: both must outlive the rows.
struct ExtractRows {
  SqlRows submission;             // one row
  std::vector<SqlRows> children;  // in an order that foreign keys allow
  std::deque<std::string> owned;

  std::string_view sha256, pack, pack_version;  // the key
  SqlValue party, year;                         // who submits, and for when; null: not known
};

// `places` are those that were set aside (places_aside.h), `text` is the extract as it is to be kept. Throws
// NotAnExtract. The children's first column, `submission`, is 0 until set_submission.
ExtractRows rows_of(const nlohmann::ordered_json& extract, std::span<const std::string_view> places,
                    std::string_view text);
void set_submission(ExtractRows& rows, std::int64_t id);

// Tables that have a column `submission`, children before those they hang on.
const std::vector<std::string_view>& child_tables();

}  // namespace plumbline
