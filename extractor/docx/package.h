// A DOCX as a package of parts that point to each other.
#pragma once

#include "extractor/archive/archive.h"
#include "extractor/document.h"
#include "extractor/xml/xml.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::docx {

struct Relationship {
  std::string type;  // its last step: "styles", "footnotes", "header"
  std::string part;  // path inside the archive; empty where it points outside
};

class Package {
 public:
  explicit Package(std::string_view bytes) : archive_(bytes) {}

  std::string main_part();  // "word/document.xml"; throws Unreadable where there is none
  // By id, of what stands beside `part`; empty where it has none.
  std::map<std::string, Relationship, std::less<>> relationships(const std::string& part);
  // False where there is no such part; a part that breaks off is kept as far as it goes, with the warning
  // "damaged-part".
  bool load(const std::string& part, xml::Tree& tree, std::vector<Warning>& warnings);
  // Title, author, dates of docProps/core.xml.
  void read_metadata(SourceInfo& source);

 private:
  Archive archive_;
};

}  // namespace plumbline::docx
