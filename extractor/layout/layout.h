// Layout: what is drawn on a page -> lines in reading order, blocks, tables; then passes over the whole document.
#pragma once

#include "extractor/document.h"
#include "extractor/page_content.h"

namespace plumbline {

// One page as a Document of one page. Every character drawn stands in exactly one line; text that nobody sees
// (invisible over visible text, doubled, outside the page) has the role `hidden` and stands behind all other lines.
// Lines are NFC, in logical order also where the text runs right to left, ligatures and presentation forms unfolded.
// A soft hyphen that ends a line is kept there as U+00AD, for whoever joins lines; elsewhere it is dropped.
// Small raised marks that may point to a footnote are listed in Document::footnotes with `block` = no_index
// until `label_footnotes` has looked for their notes.
// A form with a label column is a table of two columns. A cell that holds a nested table counts that table's blocks
// among its own; Block::cell names the innermost cell.
// Takes n log n in characters, whatever they are and wherever they stand.
Document lay_out(const PageContent& page);

// Passes over the whole document, in the order in which they are meant to be called. Each takes what the ones
// before it made. None removes a line.
void label_stamps(Document& document);         // what is stamped over some pages, on those where it covers no text
void label_page_numbers(Document& document);   // "3", "Page 3 of 12": counts on from page to page at the same place
void label_running_heads(Document& document);  // the same words at the same place of several pages, also odd and even
void label_footnotes(Document& document);      // small text at a page's foot that begins with a mark; links the marks
void join_tables_across_pages(Document& document);  // Table::continues, Row::continues, repeated header rows
void label_headings(Document& document);            // larger or bolder than the running text, and short; gives levels
void label_list_items(Document& document);          // "•", "1.", "(a)": kind, marker length, level by indent
void label_stray_addresses(Document& document);     // what a link annotation leaves at a page's foot
void join_across_pages(Document& document);  // Block::continues: paragraphs that go on over a page or column break

// All of the above, in order.
void understand_layout(Document& document);

}  // namespace plumbline
