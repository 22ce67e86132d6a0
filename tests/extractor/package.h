// Zipped documents made from the parts of a text case.
#pragma once

#include "tests/support/case_file.h"

#include <string>
#include <utility>
#include <vector>

namespace plumbline::test {

std::string zip(const std::vector<std::pair<std::string, std::string>>& parts);

// The case's parts `body` (inside w:body), `styles`, `numbering`, `footnotes`, `endnotes`, `header`, `footer`.
std::string make_docx(const Case& item);
// The case's parts `text` (inside office:text), `styles` (automatic styles), `office-styles`, `masters`.
std::string make_odt(const Case& item);

}  // namespace plumbline::test
