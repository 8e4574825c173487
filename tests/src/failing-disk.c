/* A disk that fails on demand, for a program that a test starts with this library loaded before the system's.
 *
 * What is written below HEGU_DISK_BELOW is counted. After HEGU_DISK_ROOM bytes there is no room any more; the write number
 * HEGU_DISK_FAILS, counted from one, fails as a broken disk does; and while the file HEGU_DISK_FULL_WHILE is there, there is
 * no room at all. While HEGU_DISK_HELD_WHILE is there, a write waits, and fails as on a stick that was pulled out meanwhile.
 * Every other write goes to the system as it is. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_llong bytes_written;
static atomic_llong writes;

static int is_below(int fd) {
    const char *below = getenv("HEGU_DISK_BELOW");
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (!below || length < 0) return 0;
    path[length] = 0;
    return strncmp(path, below, strlen(below)) == 0;
}

static long long number(const char *name) {
    const char *text = getenv(name);
    return text ? atoll(text) : -1;
}

/* The error of this write, or 0 when it may go on. */
static int fails(int fd, size_t count) {
    if (!is_below(fd)) return 0;
    const char *held_while = getenv("HEGU_DISK_HELD_WHILE");
    int was_held = held_while && access(held_while, F_OK) == 0;
    while (held_while && access(held_while, F_OK) == 0) usleep(10000);
    if (was_held) return EIO;
    const char *full_while = getenv("HEGU_DISK_FULL_WHILE");
    if (full_while && access(full_while, F_OK) == 0) return ENOSPC;
    if (atomic_fetch_add(&writes, 1) + 1 == number("HEGU_DISK_FAILS")) return EIO;
    long long room = number("HEGU_DISK_ROOM");
    return room >= 0 && atomic_fetch_add(&bytes_written, count) + (long long)count > room ? ENOSPC : 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define OR_FAIL(fd, count)                  \
    int saved = errno, error = fails(fd, count); \
    errno = saved;                          \
    if (error) { errno = error; return -1; }

ssize_t write(int fd, const void *data, size_t count) {
    OR_FAIL(fd, count)
    return REAL(write)(fd, data, count);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    size_t bytes = 0;
    for (int at = 0; at < count; at++) bytes += parts[at].iov_len;
    OR_FAIL(fd, bytes)
    return REAL(writev)(fd, parts, count);
}

ssize_t pwrite(int fd, const void *data, size_t count, off_t at) {
    OR_FAIL(fd, count)
    return REAL(pwrite)(fd, data, count, at);
}

ssize_t pwrite64(int fd, const void *data, size_t count, off64_t at) {
    OR_FAIL(fd, count)
    return REAL(pwrite64)(fd, data, count, at);
}
