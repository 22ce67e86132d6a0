// The outline of a PDF, read from its dictionaries: Poppler's own reader follows chains of actions by recursion.
#include "extractor/pdf/bookmarks.h"

#include "extractor/pdf/text_string.h"

#include <poppler/Catalog.h>
#include <poppler/Object.h>
#include <poppler/PDFDoc.h>
#include <poppler/XRef.h>

#include <map>
#include <set>
#include <utility>

namespace plumbline::pdf {
namespace {

constexpr std::size_t most_bookmarks = 5000, longest_title = 2000;  // bytes
constexpr std::size_t deepest = 12;

class OutlineReader {
 public:
  explicit OutlineReader(PDFDoc& document) : document_(document) {}

  std::vector<Bookmark> read() {
    const Object catalog = document_.getXRef()->getCatalog();
    const Object outline = catalog.isDict() ? catalog.dictLookup("Outlines") : Object(objNull);
    if (outline.isDict()) read_kids(outline, 0);
    return std::move(bookmarks_);
  }

 private:
  void read_kids(const Object& parent, std::size_t depth) {
    int number = reference(parent, "First");
    while (number > 0 && depth < deepest && seen_.size() < most_bookmarks && seen_.insert(number).second) {
      const Object item = document_.getXRef()->fetch(number, 0);
      if (!item.isDict()) return;
      add(item);
      read_kids(item, depth + 1);
      number = reference(item, "Next");
    }
  }

  static int reference(const Object& entries, const char* key) {
    const Object& value = entries.dictLookupNF(key);
    return value.isRef() ? value.getRefNum() : 0;
  }

  void add(const Object& item) {
    const Object title = item.dictLookup("Title");
    if (!title.isString()) return;
    bookmarks_.push_back({line_of_text_string(title.getString()->toStr().substr(0, longest_title)), page_of(item)});
  }

  // Named places are not looked up.
  std::uint32_t page_of(const Object& item) {
    const Object action = item.dictLookup("A");
    const Object place = action.isDict() ? action.dictLookup("D") : item.dictLookup("Dest");
    if (!place.isArray() || place.arrayGetLength() == 0 || !place.arrayGetNF(0).isRef()) return no_index;
    if (pages_.empty())
      for (int i = 1; i <= document_.getNumPages(); ++i)
        if (const Ref* page = document_.getCatalog()->getPageRef(i))
          pages_.emplace(page->num, static_cast<std::uint32_t>(i) - 1);
    const auto at = pages_.find(place.arrayGetNF(0).getRefNum());
    return at == pages_.end() ? no_index : at->second;
  }

  PDFDoc& document_;
  std::set<int> seen_;
  std::map<int, std::uint32_t> pages_;  // object number -> index
  std::vector<Bookmark> bookmarks_;
};

}  // namespace

std::vector<Bookmark> read_bookmarks(PDFDoc& document) {
  return OutlineReader(document).read();
}

}  // namespace plumbline::pdf
