// Where something stands, in the terms of the outputs: code points, page numbers from 1, paragraphs.
#pragma once

#include "extractor/document.h"
#include "output/utf8.h"
#include "rules/report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline {

// Keeps a reference to the document.
class Places {
 public:
  explicit Places(const Document& document) : document_(document), code_points_(document.text) {}

  Span code_points(Span bytes) const;  // start and length in code points of Document::text
  std::uint32_t page_number(std::uint32_t line) const { return document_.lines[line].page + 1; }
  std::vector<std::uint32_t> page_numbers(const Where& where) const;  // ascending, each once
  std::uint32_t first_page(const Where& where) const;  // 0: it stands nowhere, or the format has no pages

  // For documents without pages. Paragraphs (blocks) count from 1; 0: it stands nowhere.
  std::uint32_t paragraph(const Where& where) const;
  std::vector<std::string> heading_path(const Where& where) const;  // headings above it, outermost first

  const Document& document() const { return document_; }

 private:
  const Document& document_;
  CodePointIndex code_points_;
};

// Where a node and its parts stand together: lines ascending, each once.
Where join(const Where& first, const Where& second);
Where where_of(const Report& report, const Group& group);      // its heading, or else its actions
Where where_of(const Report& report, const Section& section);  // its heading, or else its groups
Where where_of(const Target& target);

}  // namespace plumbline
