// Where the text of a submission refers to a numbered section ("see section 9") that it does not have.
#pragma once

#include "rules/report.h"

#include <string>
#include <vector>

namespace plumbline {

struct SectionReference {
  std::string node;            // where it stands
  std::string printed_number;  // "9", "5.3"
  Where where;
};

// Only in documents whose headings are numbered, three or more of the number's depth; a section of another text
// ("section 9 of the Act") is none.
std::vector<SectionReference> find_missing_sections(const Document& document, const Report& report);

}  // namespace plumbline
