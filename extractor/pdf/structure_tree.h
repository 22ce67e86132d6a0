// What the structure tree of a tagged PDF says of marked content (ISO 32000-1, 14.7 and 14.8).
// Only for the .cpp files of this folder.
#pragma once

#include "extractor/page_content.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

class Dict;
class Object;
class PDFDoc;
class Page;

namespace plumbline::pdf {

// Elements are read where a page's marks lead to them, each once; the tree as a whole never is. A file may lie, or go
// round in circles: all walks are bounded.
class StructureTree {
 public:
  // `document` must outlive the object.
  explicit StructureTree(PDFDoc& document);

  // Says of each mark of the page which paragraph, heading or item it belongs to.
  void judge_marks(::Page& page, std::vector<Mark>& marks);

 private:
  // What an element is by its type, and the element that it stands in; 0: none.
  struct Element {
    TagKind kind = TagKind::none;
    int parent = 0;
  };
  std::vector<int> elements_of_page(::Page& page) const;
  Tag tag_of(int element);
  const Element& element(int number);
  TagKind kind_of(std::string type) const;

  PDFDoc& document_;
  bool is_tagged_ = false;
  std::map<std::string, std::string, std::less<>> roles_;  // a file's own types -> those that they stand for
  std::unordered_map<int, Element> elements_;              // by object number
};

}  // namespace plumbline::pdf
