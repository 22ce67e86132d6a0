// Parts of the program that are loaded when they are first needed, since the libraries that they link take longer to
// load than a small submission takes to read.
#pragma once

#include <string>

namespace plumbline {

// The file that a module is loaded from, there or not.
std::string module_file(const std::string& name);

class Module {
 public:
  // Loads NAME.so, once in a process; it stays loaded. It lies in the tree that the program was built in; where that is
  // gone, in lib/plumbline beside the program's folder. In a process that may not map programs it is found only where
  // it was loaded before.
  explicit Module(const std::string& name);

  // Why there is nothing of it; empty: it is loaded.
  const std::string& problem() const { return problem_; }

  // A function of the module, which must be declared extern "C" there; null where there is none.
  template <typename Function>
  Function* function(const char* name) const {
    return reinterpret_cast<Function*>(symbol(name));
  }

 private:
  void* symbol(const char* name) const;

  void* handle_ = nullptr;
  std::string problem_;
};

}  // namespace plumbline
