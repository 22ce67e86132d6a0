// What the structure tree of a tagged PDF says of marked content (ISO 32000-1, 14.7 and 14.8).
// Only for the .cpp files of this folder.
#pragma once

#include "extractor/page_content.h"

#include <poppler/Object.h>

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

class PDFDoc;
class Page;

namespace plumbline::pdf {

// Lists of a page's elements are read once for all pages; elements where a page's marks lead to them, each once; the
// tree as a whole never is. A file may lie, or go round in circles: all walks are bounded.
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
  std::vector<int> elements_of_page(::Page& page);
  void read_lists(const Object& node, int depth);
  Tag tag_of(int element);
  const Element& element(int number);
  TagKind kind_of(std::string type) const;

  PDFDoc& document_;
  bool is_tagged_ = false;
  std::map<std::string, std::string, std::less<>> roles_;  // a file's own types -> those that they stand for
  bool has_lists_ = false;
  std::unordered_map<int, Object>
      lists_;  // by a page's /StructParents: an array of elements by MCID, or a reference to it
  std::size_t nodes_of_lists_ = 0;
  std::unordered_map<int, Element> elements_;  // by object number
};

}  // namespace plumbline::pdf
