// A case's text through the whole pipeline, and what came out as text.
#pragma once

#include "rules/check_submission.h"
#include "tests/support/case_file.h"

#include <string>

namespace plumbline::test {

// The packs that ship.
const std::vector<Pack>& packs();

struct Checked {
  Document document;
  Report report;
  Findings findings;
};

// Reads the part `input` as a plain-text submission, or the part `pages` as drawn pages (page_picture.h). Part `pack`:
// the id of its template (global-alliance where the case names none; "-" to recognise it). Part `date`: the
// submission's own date.
Checked check_case(const Case& item);

// One node a line, indented: its id, role and text.
std::string tree_of(const Report& report);

// One finding a line: severity, rule, node, what is absent, quote, message. Only those of `rule`, where it is given.
std::string list_of(const Findings& findings, std::string_view rule = {});

}  // namespace plumbline::test
