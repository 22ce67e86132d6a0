// Legacy word processors' files -> ODT, by LibreOffice.
#include "extractor/office/convert.h"

#include "extractor/archive/archive.h"
#include "extractor/extract.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>
#include <vector>

namespace plumbline {

namespace {

namespace fs = std::filesystem;

// No macros, no links to other files or the network followed.
constexpr std::string_view profile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)";

struct Folder {
  fs::path path;
  explicit Folder(const std::string& parent) {
    std::string pattern = parent + "/plumbline-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr)
      throw Unreadable("conversion-failed", "no temporary folder can be made in " + parent);
    path = pattern;
  }
  Folder(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

std::string find_program() {
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string candidate = std::string(rest.substr(0, end)) + "/soffice";
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

void write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw Unreadable("conversion-failed", "the temporary folder is full");
}

pid_t start(const std::vector<std::string>& arguments, const fs::path& home) {
  std::vector<char*> argv;
  std::vector<std::string> owned = arguments;
  for (std::string& argument : owned)
    argv.push_back(argument.data());
  argv.push_back(nullptr);
  std::array<std::string, 4> environment = {"HOME=" + home.string(), "PATH=/usr/bin:/bin", "LANG=C.UTF-8",
                                            "TMPDIR=" + home.string()};
  std::vector<char*> envp;
  for (std::string& entry : environment)
    envp.push_back(entry.data());
  envp.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int descriptor : {0, 1, 2})
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // its own group: killed with all that it starts
  posix_spawnattr_setpgroup(&attributes, 0);
  pid_t child = -1;
  const int error = posix_spawn(&child, argv[0], &actions, &attributes, argv.data(), envp.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) throw Unreadable("conversion-failed", "LibreOffice cannot be started");
  return child;
}

// True when it ended by itself in time.
bool wait_for(pid_t child, unsigned timeout_seconds) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::seconds(timeout_seconds);
  int status = 0;
  bool ended = false;
  while (!(ended = waitpid(child, &status, WNOHANG) == child) && Clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  kill(-child, SIGKILL);  // also what it left behind
  if (!ended) waitpid(child, &status, 0);
  return ended;
}

std::string read_result(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error || size == 0) throw Unreadable("conversion-failed", "LibreOffice cannot open the file as a text document");
  if (size > largest_part) throw Unreadable("too-large", "LibreOffice made a document of more than 128 MB of it");
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A DOCX with a password is an OLE file with this stream (MS-OFFCRYPTO 2.3.4.4); names are UTF-16.
bool is_encrypted_package(std::string_view bytes) {
  std::string name;
  for (char c : std::string_view("EncryptedPackage"))
    name += c, name += '\0';
  return bytes.find(name) != std::string_view::npos;
}

}  // namespace

bool needs_conversion(MediaType type) {
  return type == MediaType::rtf || type == MediaType::old_office;
}

std::string convert_to_odt(std::string_view bytes, MediaType type, const ConvertOptions& options) {
  if (is_encrypted_package(bytes)) throw Unreadable("encrypted", "the document has a password; expected one without");
  const std::string program = options.program.empty() ? find_program() : options.program;
  if (program.empty())
    throw Unreadable("needs-office", "the file is " + std::string(name_of(type)) +
                                         ", which is read through LibreOffice, and LibreOffice is not installed; "
                                         "install it, or save the file as DOCX, ODT or PDF");
  const char* temporary = std::getenv("TMPDIR");
  const Folder folder(!options.temporary_folder.empty() ? options.temporary_folder : temporary ? temporary : "/tmp");
  fs::create_directories(folder.path / "profile" / "user");
  write_file(folder.path / "profile" / "user" / "registrymodifications.xcu", profile);
  const fs::path input = folder.path / (type == MediaType::rtf ? "input.rtf" : "input.doc");
  write_file(input, bytes);
  const pid_t child = start({program, "-env:UserInstallation=file://" + (folder.path / "profile").string(),
                             "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
                             "--convert-to", "odt:writer8", "--outdir", (folder.path / "out").string(), input.string()},
                            folder.path);
  if (!wait_for(child, options.timeout_seconds))
    throw Unreadable("conversion-failed",
                     "LibreOffice did not convert the file within " + std::to_string(options.timeout_seconds) + " s");
  return read_result(folder.path / "out" / "input.odt");
}

}  // namespace plumbline
