/*
 * Makes the disk of a program slow, or has it fail: for LD_PRELOAD. Before each sync, the file that DISK_MOOD
 * names is read; a number is so many milliseconds to wait, "fail" is an error of the device (EIO).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef int (*sync_call)(int);

static int after_mood(const char *name, int fd) {
  char mood[16] = "";
  const char *path = getenv("DISK_MOOD");
  int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
  if (file >= 0) {
    ssize_t length = read(file, mood, sizeof mood - 1);
    close(file);
    mood[length < 0 ? 0 : length] = '\0';
  }
  if (strncmp(mood, "fail", 4) == 0) {
    errno = EIO;
    return -1;
  }
  long millis = strtol(mood, NULL, 10);
  struct timespec rest = {millis / 1000, millis % 1000 * 1000000};
  nanosleep(&rest, NULL);
  return ((sync_call)dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd) { return after_mood("fsync", fd); }

int fdatasync(int fd) { return after_mood("fdatasync", fd); }
