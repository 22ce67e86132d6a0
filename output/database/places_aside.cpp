// Takes the places of nodes out of an extract before it is parsed.
#include "output/database/places_aside.h"

namespace plumbline {

namespace {

constexpr std::string_view name = "\"places\":";

// Walks along text that must have one form.
class Walk {
 public:
  explicit Walk(std::string_view text) : rest_(text), size_(text.size()) {}
  std::size_t length() const { return size_ - rest_.size(); }

  bool take(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }

  bool take_whole_number() {
    if (take("0")) return true;
    return take_digits();
  }

  bool take_number() {
    take("-");
    return take_whole_number() && (!take(".") || take_digits());
  }

 private:
  bool take_digits() {
    std::size_t count = 0;
    while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9')
      ++count;
    rest_.remove_prefix(count);
    return count > 0;
  }

  std::string_view rest_;
  std::size_t size_;
};

bool take_place(Walk& walk) {
  if (!walk.take("{\"page\":") || !walk.take_whole_number() || !walk.take(",\"box\":[")) return false;
  for (int side = 0; side < 4; ++side)
    if ((side > 0 && !walk.take(",")) || !walk.take_number()) return false;
  return walk.take("]}");
}

// Of the list of places that `text` begins with; 0: it does not.
std::size_t length_of_places(std::string_view text) {
  Walk walk(text);
  if (!walk.take("[") || !take_place(walk)) return 0;
  while (walk.take(","))
    if (!take_place(walk)) return 0;
  return walk.take("]") ? walk.length() : 0;
}

}  // namespace

ExtractWithoutPlaces set_places_aside(std::string_view extract) {
  ExtractWithoutPlaces without;
  without.text.reserve(extract.size());
  std::size_t done = 0;
  // A quote within a string has a backslash before it, so this is never within one.
  for (std::size_t at = extract.find(name, 1); at != extract.npos; at = extract.find(name, at + name.size())) {
    const std::size_t start = at + name.size();
    const char before = extract[at - 1];
    const std::size_t length = before == ',' || before == '{' ? length_of_places(extract.substr(start)) : 0;
    if (length == 0) continue;
    without.text += extract.substr(done, at - done);
    without.text += "\"places_aside\":" + std::to_string(without.places.size());
    without.places.push_back(extract.substr(start, length));
    done = start + length;
  }
  without.text += extract.substr(done);
  return without;
}

}  // namespace plumbline
