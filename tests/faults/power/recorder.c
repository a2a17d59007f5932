/* Preloaded into a process: logs, in order, what it writes and syncs below RECORD_FOLDER, and what it says on its standard output. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static int out = -1;

/* One record: kind, length of the path, place in the file, length of the data; then both. */
static void note(char kind, const char *path, int64_t at, const void *data, uint64_t size) {
  const char *folder = getenv("RECORD_FOLDER");
  if (folder == NULL || (kind != 'a' && strncmp(path, folder, strlen(folder)) != 0)) return;
  if (out < 0) out = syscall(SYS_openat, AT_FDCWD, getenv("RECORD_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  uint64_t head[4] = {(uint64_t)kind, strlen(path), (uint64_t)at, size};
  struct iovec parts[3] = {{head, sizeof head}, {(void *)path, head[1]}, {(void *)data, size}};
  if (syscall(SYS_writev, out, parts, 3) != (long)(sizeof head + head[1] + size)) abort();
}

static void note_fd(char kind, int fd, int64_t at, const void *data, uint64_t size) {
  char link[64], path[PATH_MAX];
  if (fd == 1) {
    note('a', "", 0, data, size);
    return;
  }
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  note(kind, path, at, data, size);
}

#define AROUND(type, call, then) \
  pthread_mutex_lock(&one);      \
  type result = call;            \
  if (result >= 0) then;         \
  pthread_mutex_unlock(&one);    \
  return result;

ssize_t write(int fd, const void *data, size_t size) {
  AROUND(ssize_t, REAL(write)(fd, data, size), note_fd('w', fd, lseek(fd, 0, SEEK_CUR) - result, data, result))
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  AROUND(ssize_t, REAL(pwrite)(fd, data, size, at), note_fd('w', fd, at, data, result))
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  AROUND(ssize_t, REAL(pwrite64)(fd, data, size, at), note_fd('w', fd, at, data, result))
}
int fsync(int fd) { AROUND(int, REAL(fsync)(fd), note_fd('s', fd, 0, NULL, 0)) }
int fdatasync(int fd) { AROUND(int, REAL(fdatasync)(fd), note_fd('s', fd, 0, NULL, 0)) }
int ftruncate(int fd, off_t size) { AROUND(int, REAL(ftruncate)(fd, size), note_fd('t', fd, size, NULL, 0)) }
int ftruncate64(int fd, off64_t size) { AROUND(int, REAL(ftruncate64)(fd, size), note_fd('t', fd, size, NULL, 0)) }
int unlink(const char *path) { AROUND(int, REAL(unlink)(path), note('u', path, 0, NULL, 0)) }
int rename(const char *from, const char *to) {
  AROUND(int, REAL(rename)(from, to), note('r', from, 0, to, strlen(to)))
}
