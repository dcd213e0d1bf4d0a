/*
 * clock_shim.c - a wall clock that the tests set: preloaded, it adds the
 * milliseconds in the first eight bytes of the file CLOCK_SHIM to the real
 * time.  The file is mapped, so the clock also steps while a program runs.
 */
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static _Atomic int64_t *
offset_map(void)
{
	static _Atomic int64_t none;
	const char *path = getenv("CLOCK_SHIM");
	int fd = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
	void *p;

	if (fd < 0)
		return &none;
	p = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, fd, 0);
	(void)close(fd); /* the mapping stays */
	return p == MAP_FAILED ? &none : p;
}

/* No lock: two threads that begin together map it twice, no more. */
int
clock_gettime(clockid_t id, struct timespec *ts)
{
	static _Atomic int64_t *_Atomic offset;
	int rc = (int)syscall(SYS_clock_gettime, id, ts);
	int64_t ns;

	if (rc != 0 || id != CLOCK_REALTIME)
		return rc;
	if (offset == NULL)
		offset = offset_map();
	ns = (int64_t)ts->tv_nsec + atomic_load(offset) % 1000 * 1000000;
	ts->tv_sec += atomic_load(offset) / 1000 + ns / 1000000000;
	ts->tv_nsec = ns % 1000000000;
	if (ts->tv_nsec < 0) {
		ts->tv_nsec += 1000000000;
		ts->tv_sec--;
	}
	return 0;
}
