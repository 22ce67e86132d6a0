// A pack laid over the one that it extends. Internal to rules/pack.
#pragma once

#include <toml++/toml.h>

namespace plumbline {

// Keys of `over` replace those of `under`; tables are merged; [[parts]] of one kind, [[targets]] of one number and
// [[rules]] of one id are merged, others are added.
toml::table merge_packs(toml::table under, toml::table over);

}  // namespace plumbline
