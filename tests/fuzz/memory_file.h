/* memory_file.h - bytes as a file, for targets that read from a path. */
#ifndef TESTS_MEMORY_FILE_H
#define TESTS_MEMORY_FILE_H

#include "fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* Always the same descriptor, so that its path is always the same. */
static inline int
memory_file(const uint8_t *bytes, size_t n, char path[32])
{
	static int fd = -1;

	if (fd < 0)
		fd = memfd_create("fuzz", 0);
	if (fd < 0 || ftruncate(fd, 0) != 0 ||
	    pwrite(fd, bytes, n, 0) != (ssize_t)n)
		return -1;
	(void)snprintf(path, 32, "/proc/self/fd/%d", fd);
	return 0;
}

#endif
