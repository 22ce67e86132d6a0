// What a submission would try if it had taken over a worker.
#include "app/batch/attacks.h"

#include "app/batch/sandbox.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <iterator>

namespace plumbline::batch {
namespace {

bool opens(const char* path, int flags) {
  const int file = open(path, flags | O_CLOEXEC, 0600);
  if (file >= 0) close(file);
  return file >= 0;
}

bool opens_for_writing() {
  return opens("/dev/null", O_WRONLY) || opens("/dev/null", O_RDWR);
}
bool creates_a_file() {
  return opens("/tmp", O_TMPFILE | O_RDWR) || opens("/tmp/plumbline-leak", O_CREAT | O_RDONLY);
}
bool reads_a_foreign_file() {
  return opens("/etc/passwd", O_RDONLY) || opens("/proc/self/environ", O_RDONLY);
}

// Of something that is not there: where it were allowed, the kernel would say that, and not that it is forbidden.
bool is_allowed(long result) {
  return result >= 0 || (errno != EPERM && errno != EACCES);
}

bool deletes_a_file() {
  return is_allowed(syscall(SYS_unlink, "/plumbline-none")) || is_allowed(syscall(SYS_rename, "/plumbline-none", "/b"));
}

bool opens_a_socket() {
  for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK}) {
    const int s = socket(family, SOCK_STREAM, 0), d = socket(family, SOCK_DGRAM, 0);
    if (s >= 0 || d >= 0) return true;
  }
  return false;
}

bool runs_a_program() {
  char name[] = "/plumbline-none";
  char* const arguments[] = {name, nullptr};
  return is_allowed(execve(name, arguments, arguments)) ||
         is_allowed(syscall(SYS_execveat, AT_FDCWD, name, arguments, arguments, 0));
}

bool forks() {
  const long child = syscall(SYS_fork);
  if (child == 0) _exit(0);
  if (child > 0) waitpid(static_cast<pid_t>(child), nullptr, 0);
  const long other = syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr);
  if (other == 0) _exit(0);
  return child > 0 || other > 0;
}

bool reads_another_process() {
  char byte = 0;
  const iovec local{&byte, 1}, remote{reinterpret_cast<void*>(std::uintptr_t{0x1000}), 1};
  return process_vm_readv(getppid(), &local, 1, &remote, 1, 0) > 0 ||
         ptrace(PTRACE_SEIZE, getppid(), nullptr, nullptr) == 0;
}

bool signals_another_process() {
  return syscall(SYS_kill, getppid(), 0) == 0;
}

bool makes_memory_executable() {
  void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  const bool changed = page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
  return changed || mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool lifts_its_limits() {
  const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
  return syscall(SYS_prlimit64, 0, RLIMIT_AS, &more, nullptr) == 0;
}

constexpr Attack attacks[] = {{"open a file for writing", opens_for_writing, false},
                              {"create a file", creates_a_file, false},
                              {"read a foreign file", reads_a_foreign_file, true},
                              {"delete a file", deletes_a_file, false},
                              {"open a socket", opens_a_socket, false},
                              {"run a program", runs_a_program, false},
                              {"start a process", forks, false},
                              {"read another process", reads_another_process, false},
                              {"signal another process", signals_another_process, false},
                              {"make memory executable", makes_memory_executable, false},
                              {"lift its limits", lifts_its_limits, false}};

}  // namespace

std::span<const Attack> all_attacks() {
  return attacks;
}

std::vector<std::string> find_leaks(const Sandbox& sandbox) {
  constexpr std::uint32_t not_entered = 1U << 31;
  int answer[2] = {-1, -1};
  if (pipe2(answer, O_CLOEXEC) != 0) return {"start the self-test"};
  const pid_t prisoner = fork();
  if (prisoner == 0) {
    std::uint32_t leaks = sandbox.enter({}) ? 0 : not_entered;
    for (std::size_t i = 0; leaks != not_entered && i < std::size(attacks); ++i) {
      if (attacks[i].succeeds()) leaks |= 1U << i;
    }
    _exit(write(answer[1], &leaks, sizeof leaks) == sizeof leaks ? 0 : 1);
  }
  close(answer[1]);
  std::uint32_t leaks = not_entered;
  if (prisoner < 0 || read(answer[0], &leaks, sizeof leaks) != sizeof leaks) leaks = not_entered;
  close(answer[0]);
  if (prisoner > 0) waitpid(prisoner, nullptr, 0);
  std::vector<std::string> names;
  if (leaks == not_entered) names.emplace_back("run outside the sandbox: it could not be entered");
  for (std::size_t i = 0; leaks != not_entered && i < std::size(attacks); ++i) {
    if ((leaks >> i & 1U) != 0 && (sandbox.has_landlock() || !attacks[i].needs_landlock))
      names.emplace_back(attacks[i].name);
  }
  return names;
}

}  // namespace plumbline::batch
