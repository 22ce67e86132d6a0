// Where the data of the rules stands: packs/ and timeframe/languages/ are folders of it.
#pragma once

#include <string>

namespace plumbline {

// PLUMBLINE_DATA of the environment, where it is set; otherwise the tree that the program was built from; where that
// is gone, share/plumbline beside the program's folder. No slash at its end. Nothing says that it exists.
std::string data_folder();

}  // namespace plumbline
