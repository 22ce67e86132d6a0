// The passes over a whole document, in order.
#include "extractor/layout/layout.h"
#include "extractor/layout/upright.h"

namespace plumbline {

void understand_layout(Document& document) {
  const layout::Upright upright(document);
  label_stamps(document);
  label_page_numbers(document);
  label_running_heads(document);
  label_page_numbers(document);  // those that stand inwards of a running head
  label_footnotes(document);
  label_stray_addresses(document);
  join_tables_across_pages(document);
  label_headings(document);
  label_list_items(document);
  join_across_pages(document);
}

}  // namespace plumbline
