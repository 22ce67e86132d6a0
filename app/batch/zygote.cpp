// A process that has everything warm and forks a worker for each submission: the coordinator's side.
#include "app/batch/zygote.h"

#include "app/batch/zygote_process.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

namespace plumbline::batch {

void WorkerChannel::send(FrameKind kind, std::string_view bytes) {
  const std::string frame = encode(kind, bytes);
  std::string_view rest = frame;
  while (!rest.empty()) {
    const ssize_t written = write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(0);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

Zygote::Zygote(const ZygoteSetup& setup) {
  int ends[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    throw std::system_error(errno, std::generic_category(), "workers cannot be started");
  }
  const pid_t coordinator = getpid();
  process_ = fork();
  if (process_ == 0) {
    close(ends[0]);
    run_zygote(setup, ends[1], coordinator);
  }
  const int error = errno;
  close(ends[1]);
  socket_ = ends[0];
  if (process_ < 0) {
    close(ends[0]);
    throw std::system_error(error, std::generic_category(), "workers cannot be started");
  }
}

Zygote::~Zygote() {
  close(socket_);
  ::kill(process_, SIGKILL);  // its workers die with it
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool Zygote::send(std::uint32_t kind, Task task, std::uint64_t job, const int* descriptors, std::size_t count) {
  ZygoteOrder order{kind, task, job};
  iovec part{&order, sizeof order};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(3 * sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (count > 0) {
    message.msg_control = control.data();
    message.msg_controllen = CMSG_SPACE(count * sizeof(int));
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(count * sizeof(int));
    std::memcpy(CMSG_DATA(header), descriptors, count * sizeof(int));
  }
  ssize_t sent = 0;
  do {
    sent = sendmsg(socket_, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  is_gone_ = is_gone_ || sent != static_cast<ssize_t>(sizeof order);
  return !is_gone_;
}

bool Zygote::start(std::uint64_t job, const MemoryFile& submission, const MemoryFile& order, int pipe, Task task) {
  const int descriptors[] = {submission.descriptor(), order.descriptor(), pipe};
  return send(order_start, task, job, descriptors, 3);
}
bool Zygote::kill(std::uint64_t job) {
  return send(order_kill, {}, job, nullptr, 0);
}
bool Zygote::pause(std::uint64_t job) {
  return send(order_pause, {}, job, nullptr, 0);
}

bool Zygote::go_on(std::uint64_t job) {
  return send(order_go_on, {}, job, nullptr, 0);
}

std::optional<Notice> Zygote::take_notice() {
  ZygoteNotice raw{};
  ssize_t got = 0;
  do {
    got = recv(socket_, &raw, sizeof raw, MSG_DONTWAIT);
  } while (got < 0 && errno == EINTR);
  if (got < 0 && errno == EAGAIN) return std::nullopt;
  if (got != static_cast<ssize_t>(sizeof raw)) {
    is_gone_ = true;
    return std::nullopt;
  }
  Notice notice;
  notice.kind = static_cast<NoticeKind>(raw.kind);
  notice.job = raw.job;
  notice.process = raw.process;
  notice.wait_status = raw.wait_status;
  notice.has_landlock = raw.has_landlock != 0;
  std::string_view leaks(raw.leaks, strnlen(raw.leaks, sizeof raw.leaks));
  while (!leaks.empty()) {
    const std::size_t end = std::min(leaks.find('\n'), leaks.size());
    notice.leaks.emplace_back(leaks.substr(0, end));
    leaks.remove_prefix(std::min(end + 1, leaks.size()));
  }
  return notice;
}

}  // namespace plumbline::batch
