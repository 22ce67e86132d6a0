// What the file itself says of headings: its tags and its bookmarks.
#pragma once

#include "extractor/document.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace plumbline::layout {

class FileHeadings {
 public:
  explicit FileHeadings(const Document& document);
  // The block is tagged as a heading, in a file that does not tag everything so; or a bookmark of its page says it.
  bool speaks_for(const Block& block) const;

 private:
  const Document& document_;
  bool trusts_tags_ = false;
  std::unordered_map<std::string, std::vector<std::uint32_t>> bookmarked_;  // words -> pages
};

}  // namespace plumbline::layout
