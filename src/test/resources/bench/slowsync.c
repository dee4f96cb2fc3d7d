/* Holds up every call that syncs by a millisecond, on its way back, and touches no other call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static int slowly(const char *name, int file) {
    int (*sync)(int) = (int (*)(int)) dlsym(RTLD_NEXT, name);
    int result = sync(file);
    nanosleep(&(struct timespec) {0, 1000000}, 0);
    return result;
}

int fsync(int file) {
    return slowly("fsync", file);
}

int fdatasync(int file) {
    return slowly("fdatasync", file);
}
