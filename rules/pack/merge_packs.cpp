// A pack laid over the one that it extends.
#include "rules/pack/merge_packs.h"

#include <string>
#include <string_view>
#include <utility>

namespace plumbline {

namespace {

// What tells the tables of an array apart; empty where nothing does.
std::string_view identity_of(std::string_view array) {
  if (array == "parts") return "kind";
  if (array == "targets") return "number";
  if (array == "rules") return "id";
  return "";
}

std::string name_of(const toml::node& node) {
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  return node.value_exact<std::string>().value_or("");
}

void merge(toml::table& under, toml::table&& over);

void merge_arrays(toml::array& under, toml::array&& over, std::string_view identity) {
  for (toml::node& item : over) {
    toml::table* added = item.as_table();
    toml::table* same = nullptr;
    for (toml::node& known : under) {
      toml::table* table = known.as_table();
      if (!added || !table || !added->get(identity) || !table->get(identity)) continue;
      if (name_of(*added->get(identity)) == name_of(*table->get(identity))) same = table;
    }
    if (same)
      merge(*same, std::move(*added));
    else
      std::move(item).visit([&](auto&& value) { under.push_back(std::forward<decltype(value)>(value)); });
  }
}

// Nodes are moved, never copied: a copy forgets the line that it stands on.
void merge(toml::table& under, toml::table&& over) {
  for (auto&& [key, node] : over) {
    toml::node* known = under.get(key);
    const std::string_view identity = identity_of(key.str());
    if (known && known->is_table() && node.is_table())
      merge(*known->as_table(), std::move(*node.as_table()));
    else if (known && known->is_array() && node.is_array() && !identity.empty())
      merge_arrays(*known->as_array(), std::move(*node.as_array()), identity);
    else
      std::move(node).visit(
          [&under, &key = key](auto&& value) { under.insert_or_assign(key, std::forward<decltype(value)>(value)); });
  }
}

}  // namespace

toml::table merge_packs(toml::table under, toml::table over) {
  merge(under, std::move(over));
  return under;
}

}  // namespace plumbline
