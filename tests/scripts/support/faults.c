// A disk that is full, descriptors that run out: makes one kind of call fail in the process that hands out work.
// Preloaded by tests/scripts/batch_faults.py. FAULT_CALL: its name; FAULT_AT: which one, from 1; FAULT_ERROR: errno;
// FAULT_SIGN: a file that is made when the fault has struck. Only calls that name a file of FAULT_UNDER, or none,
// count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static pid_t first_process;
static long calls;

__attribute__((constructor)) static void begin(void) {
  first_process = getpid();
}

// Whether this call is the one, and all of its kind after it: a full disk stays full.
static int strikes(const char* call) {
  const char* wanted = getenv("FAULT_CALL");
  if (!wanted || strcmp(wanted, call) != 0 || getpid() != first_process) return 0;
  if (++calls < atol(getenv("FAULT_AT"))) return 0;
  long sign = syscall(SYS_openat, AT_FDCWD, getenv("FAULT_SIGN"), O_CREAT | O_WRONLY, 0600);
  if (sign >= 0) syscall(SYS_close, sign);
  errno = atoi(getenv("FAULT_ERROR"));
  return 1;
}

static int is_ours(const char* path) {
  const char* under = getenv("FAULT_UNDER");
  return under && strncmp(path, under, strlen(under)) == 0;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void* bytes, size_t size) {
  if (file != 2 && strikes("write")) return -1;
  REAL(write);
  return real(file, bytes, size);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  if (strikes("pwrite")) return -1;
  REAL(pwrite64);
  return real(file, bytes, size, at);
}
ssize_t read(int file, void* bytes, size_t size) {
  if (strikes("read")) return -1;
  REAL(read);
  return real(file, bytes, size);
}
static int open_at(const char* path, int flags, mode_t mode) {
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
#define OPEN(name)                                                             \
  int name(const char* path, int flags, ...) {                                 \
    va_list more;                                                              \
    va_start(more, flags);                                                     \
    mode_t mode = va_arg(more, mode_t);                                        \
    va_end(more);                                                              \
    return is_ours(path) && strikes("open") ? -1 : open_at(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
int memfd_create(const char* name, unsigned flags) {
  if (strikes("memfd_create")) return -1;
  REAL(memfd_create);
  return real(name, flags);
}
int pipe2(int ends[2], int flags) {
  if (strikes("pipe2")) return -1;
  REAL(pipe2);
  return real(ends, flags);
}
pid_t fork(void) {
  if (strikes("fork")) return -1;
  REAL(fork);
  return real();
}
int fsync(int file) {
  if (strikes("fsync")) return -1;
  REAL(fsync);
  return real(file);
}
int rename(const char* from, const char* to) {
  if (strikes("rename")) return -1;
  REAL(rename);
  return real(from, to);
}
void* mmap(void* at, size_t size, int rights, int flags, int file, off_t from) {
  if (file >= 0 && strikes("mmap")) return MAP_FAILED;
  return (void*)syscall(SYS_mmap, at, size, rights, flags, file, from);
}
