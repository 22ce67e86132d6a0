// Parts of the program that are loaded when they are first needed. The one source that knows where they are built.
#include "extractor/module.h"

#include <dlfcn.h>

#include <filesystem>

namespace plumbline {

namespace {

std::filesystem::path module_folder() {
  std::error_code ignored;
  const std::filesystem::path built = PLUMBLINE_MODULE_FOLDER;
  if (std::filesystem::is_directory(built, ignored)) return built;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path().parent_path() / "lib/plumbline";
}

}  // namespace

std::string module_file(const std::string& name) {
  return module_folder() / (name + ".so");
}

Module::Module(const std::string& name) : handle_(dlopen(module_file(name).c_str(), RTLD_LAZY | RTLD_LOCAL)) {
  if (!handle_) problem_ = dlerror();
}

void* Module::symbol(const char* name) const {
  return handle_ ? dlsym(handle_, name) : nullptr;
}

}  // namespace plumbline
