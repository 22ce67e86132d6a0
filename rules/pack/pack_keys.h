// Every key of a pack. docs/packs.md says what each is for, rules/packs/pack.schema.json tells editors.
// Internal to rules/pack.
#pragma once

#include "rules/pack/key_table.h"

namespace plumbline {

const KeyTable& pack_keys();

}  // namespace plumbline
