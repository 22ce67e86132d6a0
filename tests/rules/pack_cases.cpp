// Packs: how loose templates are read, what wrong packs are told, rules without code, the packs' own tests.
#include "extractor/extract.h"
#include "rules/data_folder.h"
#include "rules/pack/draft_pack.h"
#include "rules/pack/read_pack.h"
#include "rules/pack/rule_kinds/rule_kind.h"
#include "rules/pack/test_pack.h"
#include "tests/support/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace plumbline::test {

namespace {

// What is wrong with the pack of the case; "fine" where nothing is.
std::string answer_wrong(const Case& item) {
  try {
    read_pack(item.part("pack") + "\n", "x.toml", std::vector<std::filesystem::path>{data_folder() + "/packs"});
    return "fine";
  } catch (const PackError& error) {
    return error.what();
  }
}

// Findings of the pack's own rules on the submission.
std::string answer_rule(const Case& item) {
  const std::vector<std::filesystem::path> folders = {data_folder() + "/packs"};
  std::vector<Pack> own;
  own.push_back(read_pack(item.part("pack") + "\n", "x.toml", folders));
  const Document document = extract(item.part("input") + "\n", "case.txt");
  const Report report = read_report(document, own, {&own.front(), {}});
  Findings findings = check_submission(document, report, own);
  std::erase_if(findings.list, [](const Finding& finding) { return finding.rule.find('/') == std::string::npos; });
  return list_of(findings);
}

std::string answer_test(const Case& item) {
  const Pack pack = read_pack(item.part("pack") + "\n", "x.toml");
  const PackTests tests = test_pack(pack);
  std::string out;
  for (const std::string& failure : tests.failures)
    out += failure + "\n";
  for (const std::string& untested : tests.untested)
    out += untested + " (untested)\n";
  return out + std::to_string(tests.run) + " examples";
}

}  // namespace

void register_pack_cases() {
  register_cases("packs", "ogp.case", [](const Case& item) { return tree_of(check_case(item).report); });
  register_cases("packs", "indc.case", [](const Case& item) { return tree_of(check_case(item).report); });
  register_cases("packs", "findings.case", [](const Case& item) { return list_of(check_case(item).findings); });
  register_cases("packs", "wrong.case", answer_wrong);
  register_cases("packs", "rules.case", answer_rule);
  register_cases("packs", "tests.case", answer_test);
}

namespace {

TEST(Packs, that_ship_pass_their_own_tests) {
  for (const Pack& pack : packs()) {
    const PackTests tests = test_pack(pack);
    for (const std::string& failure : tests.failures)
      ADD_FAILURE() << failure;
    for (const std::string& untested : tests.untested)
      ADD_FAILURE() << untested;
  }
}

// The pack that docs/packs.md writes.
TEST(Packs, the_tutorials_pack_does_what_the_tutorial_says) {
  std::vector<Pack> own;
  own.push_back(read_pack_file(tree + "/docs/example-pack/clean-waterways.toml"));
  const PackTests tests = test_pack(own.front());
  for (const std::string& failure : tests.failures)
    ADD_FAILURE() << failure;
  for (const std::string& untested : tests.untested)
    ADD_FAILURE() << untested;
  const Document document = extract(read_file(tree + "/docs/example-pack/norvalia.txt"), "norvalia.txt");
  const Report report = read_report(document, own);
  EXPECT_EQ(report.pack_id, "clean-waterways");
  EXPECT_EQ(report.targets.size(), 2u);
  EXPECT_EQ(report.sections.size(), 8u) << tree_of(report);
  EXPECT_EQ(list_of(check_submission(document, report, own)), "nothing");
}

TEST(Packs, drafts_load) {
  std::vector<Document> documents;
  documents.push_back(extract(
      "Harbour report\n\nMeasure 1: Piers\n\nOwner: the port\n\nMeasure 2: Cranes\n\nOwner: the yard\n", "a.txt"));
  documents.push_back(extract("Harbour report\n\nMeasure 1: Buoys\n\nOwner: the port\n", "b.txt"));
  const Pack pack = read_pack(draft_pack(documents, "harbour"), "draft.toml");
  ASSERT_TRUE(pack.part("measure"));
  EXPECT_EQ(pack.part("measure")->role, PartRole::target);
  ASSERT_TRUE(pack.part("owner"));
  EXPECT_TRUE(pack.part("owner")->in_target);
}

TEST(Packs, drafts_take_several_words_with_their_number_for_the_target) {
  std::vector<Document> documents;
  documents.push_back(
      extract("Informe de humedales\n\nMeta nacional 1: Lagunas\nEntidad responsable: Parques\n\n"
              "Meta nacional 2: Aves\nEntidad responsable: Parques\n\nPresupuesto total: 5 pesos\n",
              "a.txt"));
  const Pack pack = read_pack(draft_pack(documents, "humedales"), "draft.toml");
  ASSERT_TRUE(pack.part("meta-nacional"));
  EXPECT_EQ(pack.part("meta-nacional")->role, PartRole::target);
  ASSERT_TRUE(pack.part("entidad-responsable"));
  EXPECT_TRUE(pack.part("entidad-responsable")->in_target);
}

TEST(Packs, a_submission_is_judged_by_the_version_that_holds_for_its_year) {
  const std::string rest =
      "name = 'x'\nlanguages = ['en']\n[recognise]\nmarks = {en = ['Harbour report']}\n[[parts]]\nkind = 'a'\nheading "
      "= {en = ['Piers']}\n";
  std::vector<Pack> versions;
  versions.push_back(read_pack("id = 'x'\nversion = '2'\nyears = {from = 2015}\n" + rest, "2.toml"));
  versions.push_back(read_pack("id = 'x'\nversion = '1'\nyears = {to = 2014}\n" + rest, "1.toml"));
  const Document document = extract("Harbour report\n\nPiers\n\nThe pier stands.\n", "a.txt");
  ReadOptions options;
  options.report_date = parse_day("2013-05-01");
  EXPECT_EQ(read_report(document, versions, options).pack_version, "1");
  options.report_date = parse_day("2016-05-01");
  EXPECT_EQ(read_report(document, versions, options).pack_version, "2");
}

TEST(Packs, each_kind_of_rule_has_a_case_that_fires_and_one_that_is_silent) {
  const std::string cases = read_file(tree + "/tests/cases/packs/rules.case");
  for (const RuleKind* kind : all_rule_kinds())
    EXPECT_NE(cases.find("kind = '" + std::string(kind->name) + "'"), cases.npos) << kind->name;
}

}  // namespace

}  // namespace plumbline::test
