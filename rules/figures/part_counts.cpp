// Which counts may be a whole, and which a part of one.
#include "rules/figures/part_counts.h"

namespace plumbline {

bool counts_as_whole(const Figure& figure) {
  return figure.kind == FigureKind::count && figure.bound == Bound::exact && !figure.is_distributive &&
         figure.value >= 2;
}

bool counts_as_part(const Figure& figure) {
  return figure.kind == FigureKind::count && figure.bound == Bound::exact && !figure.is_distributive &&
         !figure.is_definite && figure.value >= 1;
}

bool share_sentence(const Figure& a, const Figure& b) {
  return a.text == b.text && a.sentence == b.sentence;
}

bool has_no_predicate(const Reading& reading, const Figure& figure) {
  if (figure.counted_end >= figure.sentence_end) return true;
  const Form& next = reading.form_of(reading.words[figure.counted_end]);
  return next.kind == WordKind::mark || next.is_function_word;
}

}  // namespace plumbline
