// The zygote's own side: what runs in it and in the workers that it forks.
#include "app/batch/zygote_process.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

namespace plumbline::batch {
namespace {

struct Child {
  pid_t process = -1;
  std::uint64_t job = 0;
};

struct ReceivedOrder {
  ZygoteOrder order;
  std::array<int, 3> descriptors{-1, -1, -1};
  bool is_end = false;
};

void die_with(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);  // it ended before we said so
}

void silence() {
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int i = 0; i < 3; ++i)
    dup2(null, i);
  if (null > 2) close(null);
}

// Closes all but the standard three and the given ones.
void close_others(std::array<int, 4> kept) {
  std::sort(kept.begin(), kept.end());
  unsigned from = 3;
  for (const int descriptor : kept) {
    if (descriptor < static_cast<int>(from)) continue;
    if (static_cast<unsigned>(descriptor) > from) close_range(from, static_cast<unsigned>(descriptor) - 1, 0);
    from = static_cast<unsigned>(descriptor) + 1;
  }
  close_range(from, ~0U, 0);
}

std::uint64_t size_of(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

// Of a process that starts others: each of them gets the same.
bool limit_converter(const SandboxLimits& limits) {
  // At the first of the two the process gets a signal that tells why it ended; at the second the kernel kills it.
  const auto set = [](__rlimit_resource_t resource, std::uint64_t value) {
    const rlimit limit{value, resource == RLIMIT_CPU ? value + 5 : value};
    return setrlimit(resource, &limit) == 0;
  };
  return set(RLIMIT_AS, limits.memory_bytes) && set(RLIMIT_CPU, limits.cpu_seconds) &&
         set(RLIMIT_FSIZE, limits.file_bytes) && set(RLIMIT_CORE, 0);
}

// What is wrong here is wrong with what the worker works with: it has seen nothing of the submission.
void equip(const ZygoteSetup& setup, Task task) {
  if (!setup.equip) return;
  try {
    setup.equip(task == Task::read_with_ocr);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw WrongSetup(error.what());
  }
}

[[noreturn]] void run_worker(const ZygoteSetup& setup, const Sandbox& sandbox, const std::array<int, 3>& files,
                             pid_t zygote, Task task) {
  die_with(zygote);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  silence();
  close_others({files[0], files[1], files[2], sandbox.ruleset()});
  int code = 0;
  try {
    const MappedBytes submission(files[0], size_of(files[0])), order(files[1], size_of(files[1]));
    WorkerChannel channel(files[2]);
    if (task == Task::convert) {
      if (!limit_converter(setup.converter_limits)) _exit(worker_without_sandbox);
      setup.convert(submission.view(), channel);
    } else {
      equip(setup, task);
      if (!sandbox.enter(setup.limits)) _exit(worker_without_sandbox);
      setup.work(submission.view(), order.view(), channel);
    }
  } catch (const std::bad_alloc&) {
    code = worker_without_memory;
  } catch (const WrongSetup&) {
    code = worker_with_wrong_setup;
  } catch (...) {
    code = worker_with_exception;
  }
  _exit(code);  // nothing is tidied up: the process was for one submission
}

ReceivedOrder receive(int socket) {
  ReceivedOrder received;
  iovec part{&received.order, sizeof received.order};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(3 * sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t got = 0;
  do {
    got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  received.is_end = got != static_cast<ssize_t>(sizeof received.order);
  for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_type == SCM_RIGHTS) {
      std::memcpy(received.descriptors.data(), CMSG_DATA(header),
                  std::min<std::size_t>(header->cmsg_len - CMSG_LEN(0), sizeof received.descriptors));
    }
  }
  return received;
}

class ZygoteProcess {
 public:
  ZygoteProcess(const ZygoteSetup& setup, int socket)
      : setup_(setup), socket_(socket), sandbox_(Sandbox::prepare(setup.readable)) {}

  void tell_ready() {
    ZygoteNotice notice;
    notice.kind = static_cast<std::uint32_t>(NoticeKind::ready);
    notice.has_landlock = sandbox_.has_landlock() ? 1 : 0;
    std::string leaks;
    for (const std::string& leak : find_leaks(sandbox_))
      leaks += (leaks.empty() ? "" : "\n") + leak;
    std::memcpy(notice.leaks, leaks.data(), std::min(leaks.size(), sizeof notice.leaks - 1));
    tell(notice);
  }

  // Until the coordinator is gone.
  void run(int signals) {
    std::array<pollfd, 2> watched{pollfd{socket_, POLLIN, 0}, pollfd{signals, POLLIN, 0}};
    for (;;) {
      if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return;
      if ((watched[1].revents & POLLIN) != 0) {
        signalfd_siginfo ignored{};
        if (read(signals, &ignored, sizeof ignored) < 0 && errno != EAGAIN) return;
        reap();
      }
      if ((watched[0].revents & (POLLIN | POLLHUP)) != 0 && !obey(receive(socket_))) return;
    }
  }

 private:
  void tell(const ZygoteNotice& notice) {
    ssize_t sent = 0;
    do {
      sent = send(socket_, &notice, sizeof notice, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
  }

  void reap() {
    int status = 0;
    for (pid_t ended = waitpid(-1, &status, WNOHANG); ended > 0; ended = waitpid(-1, &status, WNOHANG)) {
      const auto child =
          std::find_if(children_.begin(), children_.end(), [&](const Child& c) { return c.process == ended; });
      if (child == children_.end()) continue;
      tell_ended(child->job, status);
      children_.erase(child);
    }
  }

  void tell_ended(std::uint64_t job, int status) {
    ZygoteNotice notice;
    notice.kind = static_cast<std::uint32_t>(NoticeKind::ended);
    notice.job = job;
    notice.wait_status = status;
    tell(notice);
  }

  bool obey(const ReceivedOrder& received) {
    if (received.is_end) return false;
    const auto child =
        std::find_if(children_.begin(), children_.end(), [&](const Child& c) { return c.job == received.order.job; });
    if (received.order.kind == order_start) {
      start(received);
    } else if (child != children_.end() && received.order.kind == order_kill) {
      kill(child->process, SIGKILL);  // not reaped yet, so the number is still its own
    } else if (child != children_.end() && received.order.kind == order_pause) {
      kill(child->process, SIGSTOP);
    } else if (child != children_.end() && received.order.kind == order_go_on) {
      kill(child->process, SIGCONT);
    }
    return true;
  }

  void start(const ReceivedOrder& received) {
    const pid_t zygote = getpid();
    const pid_t process = fork();
    if (process == 0) run_worker(setup_, sandbox_, received.descriptors, zygote, received.order.task);
    for (const int descriptor : received.descriptors)
      close(descriptor);
    if (process > 0) {
      children_.push_back({process, received.order.job});
      ZygoteNotice notice;
      notice.kind = static_cast<std::uint32_t>(NoticeKind::started);
      notice.job = received.order.job;
      notice.process = process;
      tell(notice);
    } else {
      tell_ended(received.order.job, W_EXITCODE(worker_without_memory, 0));
    }
  }

  const ZygoteSetup& setup_;
  int socket_;
  Sandbox sandbox_;
  std::vector<Child> children_;
};

}  // namespace

void run_zygote(const ZygoteSetup& setup, int socket, pid_t coordinator) {
  die_with(coordinator);
  setpgid(0, 0);  // Ctrl-C is the coordinator's; what workers have begun they may end
  signal(SIGPIPE, SIG_IGN);
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_IGN);
  silence();
  close_others({socket, socket, socket, socket});
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigprocmask(SIG_BLOCK, &children, nullptr);
  const int signals = signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
  try {
    if (setup.warm_up) setup.warm_up();
    ZygoteProcess process(setup, socket);
    process.tell_ready();
    process.run(signals);
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

}  // namespace plumbline::batch
