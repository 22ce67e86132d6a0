// Extracts in SQLite: whole, once each, in their order, and out again byte for byte. PostgreSQL: tests/scripts.
#include "output/database/database.h"

#include "output/database/extract_order.h"
#include "output/extract_json.h"
#include "tests/support/sample_submission.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>

namespace plumbline {
namespace {

class SqliteDatabase : public testing::Test {
 protected:
  SqliteDatabase() {
    std::string name = (std::filesystem::temp_directory_path() / "plumbline-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    database_ = open_database(path());
  }
  ~SqliteDatabase() override {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }
  std::string path() const { return (folder_ / "results.sqlite").string(); }

  std::vector<std::string> extracts(bool with_superseded = true) {
    std::vector<std::string> all;
    database_->each_extract([&](std::string_view extract) { all.emplace_back(extract); }, with_superseded);
    return all;
  }

  std::filesystem::path folder_;
  std::unique_ptr<Database> database_;
};

std::string extract_of(const test::SampleSubmission& sample, JsonStyle style = JsonStyle::compact) {
  return extract_json(sample.record(), style);
}

TEST_F(SqliteDatabase, gives_back_what_was_loaded_byte_for_byte) {
  const std::vector samples = {test::valdoria(), test::valdoria_as_docx(), test::hostile_submission(),
                               test::unreadable_submission(), test::unknown_template()};
  std::vector<std::string> loaded;
  for (const auto& sample : samples) {
    loaded.push_back(extract_of(sample));
    EXPECT_FALSE(database_->load(loaded.back()).replaced);
  }
  EXPECT_EQ(extracts(), loaded);
}

TEST_F(SqliteDatabase, loading_the_same_again_replaces_it) {
  const auto sample = test::valdoria();
  database_->load(extract_of(sample));
  EXPECT_TRUE(database_->load(extract_of(sample, JsonStyle::indented)).replaced) << "whatever its layout";
  EXPECT_EQ(extracts(), std::vector{extract_of(sample)});
}

TEST_F(SqliteDatabase, a_new_version_of_a_partys_submission_supersedes_the_old) {
  auto old = test::valdoria();
  auto revised = test::valdoria();
  revised.document.source.sha256[0] = old.document.source.sha256[0] == 'a' ? 'b' : 'a';
  auto other_year = revised;
  other_year.report.year = 2020;
  other_year.document.source.sha256[1] = 'f';
  database_->load(extract_of(old));
  EXPECT_EQ(database_->load(extract_of(revised)).superseded, 1u);
  EXPECT_EQ(database_->load(extract_of(other_year)).superseded, 0u);
  EXPECT_EQ(extracts(false), (std::vector{extract_of(revised), extract_of(other_year)}));
  EXPECT_EQ(database_->load(extract_of(old)).superseded, 0u) << "the old one again stays superseded";
  EXPECT_EQ(extracts(false).size(), 2u);
}

TEST_F(SqliteDatabase, another_pack_version_of_the_same_bytes_supersedes) {
  auto sample = test::valdoria();
  database_->load(extract_of(sample));
  sample.report.pack_version = "1.3.0";
  EXPECT_EQ(database_->load(extract_of(sample)).superseded, 1u);
}

TEST_F(SqliteDatabase, what_is_no_extract_leaves_nothing) {
  EXPECT_THROW(database_->load("{"), NotAnExtract);
  EXPECT_THROW(database_->load("[]"), NotAnExtract);
  EXPECT_THROW(database_->load("{\"schema_version\": \"1.0.0\"}"), NotAnExtract);
  auto broken = nlohmann::ordered_json::parse(extract_of(test::valdoria()));
  broken["findings"][2]["severity"] = "dreadful";
  EXPECT_THROW(database_->load(broken.dump()), NotAnExtract) << "a severity that there is not";
  broken["report"]["targets"][1]["title"] = nlohmann::json::array();
  EXPECT_THROW(database_->load(broken.dump()), NotAnExtract);
  broken["findings"][0].erase("where");
  EXPECT_THROW(database_->load(broken.dump()), NotAnExtract);
  EXPECT_TRUE(extracts().empty());
}

TEST_F(SqliteDatabase, what_is_no_database_is_an_error) {
  EXPECT_THROW(open_database((folder_ / "no" / "such" / "folder.sqlite").string()), DatabaseError);
}

// PostgreSQL keeps no order of members: what comes out of it is put in order again.
TEST(ExtractOrder, shuffled_members_come_back_in_the_writers_order) {
  for (const auto& sample :
       {test::valdoria(), test::valdoria_as_docx(), test::hostile_submission(), test::unreadable_submission()}) {
    const std::string extract = extract_of(sample);
    const auto sorted = nlohmann::json::parse(extract);  // members by name
    EXPECT_EQ(in_writers_order(nlohmann::ordered_json::parse(sorted.dump())), extract);
  }
}

}  // namespace
}  // namespace plumbline
