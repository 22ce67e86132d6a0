// Pages whose text is turned, as whoever reads them holds them.
#pragma once

#include "extractor/document.h"

#include <vector>

namespace plumbline::layout {

// While it lives, the boxes of a document's lines and cells, and the sizes of its pages, are those of pages turned so
// that their text runs from left to right. Then all of them are as they were.
class Upright {
 public:
  explicit Upright(Document& document);
  ~Upright();
  Upright(const Upright&) = delete;
  Upright& operator=(const Upright&) = delete;

 private:
  void turn_page(Page& page);
  void turn_cells(const Table& table);

  Document& document_;
  std::vector<Page> pages_;         // as they were
  std::vector<Box> lines_, cells_;  // the same; empty where no page is turned
};

}  // namespace plumbline::layout
