// Takes from a process what reading a submission does not need.
#include "app/batch/sandbox.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

namespace plumbline::batch {
namespace {

// The kernel's file accesses that a ruleset can deny, by the version of its interface.
std::uint64_t file_accesses(long version) {
  std::uint64_t all = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // version 1: thirteen of them
  if (version >= 2) all |= std::uint64_t{1} << 13;             // REFER
  if (version >= 3) all |= std::uint64_t{1} << 14;             // TRUNCATE
  if (version >= 5) all |= std::uint64_t{1} << 15;             // IOCTL_DEV
  return all;
}

int make_ruleset(const std::vector<std::string>& readable) {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return -1;
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = file_accesses(version);
  const int ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
  if (ruleset < 0) return -1;
  for (const std::string& path : readable) {
    landlock_path_beneath_attr beneath{};
    beneath.parent_fd = open(path.c_str(), O_PATH | O_CLOEXEC);
    if (beneath.parent_fd < 0) continue;
    beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0) {
      beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;  // a file is no folder
      syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    }
    close(beneath.parent_fd);
  }
  return ruleset;
}

// Calls that do no harm whatever their arguments: reading, memory, time, ending.
constexpr int allowed_calls[] = {SCMP_SYS(read),
                                 SCMP_SYS(pread64),
                                 SCMP_SYS(readv),
                                 SCMP_SYS(write),
                                 SCMP_SYS(writev),
                                 SCMP_SYS(close),
                                 SCMP_SYS(lseek),
                                 SCMP_SYS(fstat),
                                 SCMP_SYS(fstatfs),  // fontconfig believes its cache after it
                                 SCMP_SYS(stat),
                                 SCMP_SYS(lstat),
                                 SCMP_SYS(newfstatat),
                                 SCMP_SYS(statx),
                                 SCMP_SYS(access),
                                 SCMP_SYS(faccessat),
                                 SCMP_SYS(faccessat2),
                                 SCMP_SYS(readlink),
                                 SCMP_SYS(readlinkat),
                                 SCMP_SYS(getdents64),
                                 SCMP_SYS(getcwd),
                                 SCMP_SYS(munmap),
                                 SCMP_SYS(mremap),
                                 SCMP_SYS(brk),
                                 SCMP_SYS(madvise),
                                 SCMP_SYS(futex),
                                 SCMP_SYS(rt_sigaction),
                                 SCMP_SYS(rt_sigprocmask),
                                 SCMP_SYS(rt_sigreturn),
                                 SCMP_SYS(sigaltstack),
                                 SCMP_SYS(exit),
                                 SCMP_SYS(exit_group),
                                 SCMP_SYS(getpid),
                                 SCMP_SYS(gettid),
                                 SCMP_SYS(getuid),
                                 SCMP_SYS(geteuid),
                                 SCMP_SYS(getgid),
                                 SCMP_SYS(getegid),
                                 SCMP_SYS(clock_gettime),
                                 SCMP_SYS(clock_getres),
                                 SCMP_SYS(clock_nanosleep),
                                 SCMP_SYS(nanosleep),
                                 SCMP_SYS(gettimeofday),
                                 SCMP_SYS(time),
                                 SCMP_SYS(times),
                                 SCMP_SYS(getrusage),
                                 SCMP_SYS(getrandom),
                                 SCMP_SYS(sched_yield),
                                 SCMP_SYS(sched_getaffinity),
                                 SCMP_SYS(sysinfo),
                                 SCMP_SYS(uname),
                                 SCMP_SYS(restart_syscall),
                                 SCMP_SYS(rseq),
                                 SCMP_SYS(set_robust_list),
                                 SCMP_SYS(fadvise64),
                                 SCMP_SYS(getrlimit)};

struct FilterCloser {
  void operator()(void* context) const { seccomp_release(context); }
};
using Filter = std::unique_ptr<void, FilterCloser>;

bool add_rules(scmp_filter_ctx filter) {
  bool ok = true;
  const auto allow = [&](int call, auto... conditions) {
    ok = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, sizeof...(conditions), conditions...) == 0 && ok;
  };
  for (const int call : allowed_calls)
    allow(call);
  constexpr scmp_datum_t writes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  allow(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writes, 0));
  allow(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writes, 0));
  allow(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  allow(SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0));  // asking, of itself
  for (const int command : {F_GETFD, F_SETFD, F_GETFL})
    allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command)));
  // The C library tries clone3 first and falls back when it is unknown.
  ok = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 && ok;
  return ok;
}

std::vector<std::uint64_t> make_filter() {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter || !add_rules(filter.get())) return {};
  const int file = memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) return {};
  std::vector<std::uint64_t> instructions;
  if (seccomp_export_bpf(filter.get(), file) == 0) {
    const off_t size = lseek(file, 0, SEEK_END);
    instructions.resize(static_cast<std::size_t>(size) / sizeof(std::uint64_t));
    if (pread(file, instructions.data(), static_cast<std::size_t>(size), 0) != size) instructions.clear();
  }
  close(file);
  return instructions;
}

bool set_limit(__rlimit_resource_t resource, std::uint64_t value) {
  rlimit now{};
  if (getrlimit(resource, &now) != 0) return false;
  const rlim_t wanted = now.rlim_max == RLIM_INFINITY ? value : std::min<rlim_t>(value, now.rlim_max);
  const rlimit limit{wanted, wanted};
  return setrlimit(resource, &limit) == 0;
}

}  // namespace

Sandbox Sandbox::prepare(const std::vector<std::string>& readable) {
  Sandbox sandbox;
  sandbox.ruleset_ = make_ruleset(readable);
  sandbox.filter_ = make_filter();
  return sandbox;
}

Sandbox::~Sandbox() {
  if (ruleset_ >= 0) close(ruleset_);
}

Sandbox::Sandbox(Sandbox&& other) noexcept
    : ruleset_(std::exchange(other.ruleset_, -1)), filter_(std::move(other.filter_)) {}

bool Sandbox::enter(const SandboxLimits& limits) const {
  bool ok = set_limit(RLIMIT_AS, limits.memory_bytes) && set_limit(RLIMIT_CPU, limits.cpu_seconds) &&
            set_limit(RLIMIT_STACK, limits.stack_bytes) && set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_FSIZE, 0) &&
            set_limit(RLIMIT_NPROC, 0) && set_limit(RLIMIT_MEMLOCK, 0);
  // Without it neither of the two below may be entered by an ordinary user; nor can a program regain rights.
  ok = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ok;
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (ruleset_ >= 0) {
    ok = syscall(SYS_landlock_restrict_self, ruleset_, 0) == 0 && ok;
    close(ruleset_);
  }
  if (!filter_.empty()) {
    sock_fprog program{};
    program.len = static_cast<unsigned short>(filter_.size());
    // The exported program is a list of sock_filter, which are eight bytes each.
    program.filter = reinterpret_cast<sock_filter*>(const_cast<std::uint64_t*>(filter_.data()));
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) return false;
  }
  return ok;
}

}  // namespace plumbline::batch
