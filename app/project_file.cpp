// plumbline.toml, found upward from a submission.
#include "app/project_file.h"

#include "rules/file_text.h"
#include "rules/pack/project_keys.h"

namespace plumbline {

std::optional<ProjectFile> find_project_file(const std::filesystem::path& submission) {
  std::error_code error;
  for (auto folder = std::filesystem::absolute(submission, error).lexically_normal().parent_path(); !folder.empty();
       folder = folder.parent_path()) {
    const auto path = folder / "plumbline.toml";
    if (std::filesystem::is_regular_file(path, error)) {
      ProjectFile project{path, text_of_file(path).value_or(""), {}, {}};
      const ProjectKeys keys = read_project_keys(project.text, path.string());
      project.pack = keys.pack;
      if (project.pack && std::filesystem::is_regular_file(folder / *project.pack, error))
        project.pack = (folder / *project.pack).string();
      for (const std::string& packs : keys.packs)
        project.packs.push_back(folder / packs);
      return project;
    }
    if (folder == folder.root_path()) break;
  }
  return {};
}

}  // namespace plumbline
