/*
 * arena.h - memory with the lifetime of a task: a call, a job, a session.
 *
 * Everything taken from an arena lives until arena_reset or arena_release.
 * Under AddressSanitizer each allocation is its own malloc, so overflows
 * inside an arena are seen.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>

#include "base/base.h"

struct arena_chunk;
struct arena {
	struct arena_chunk *chunks;
	size_t used;  /* in the first chunk */
	size_t total; /* bytes held from the system */
};

/* Zeroed memory, aligned for anything; never NULL. */
void *arena_alloc(struct arena *a, size_t n);
/* n elements; the multiplication is checked. */
void *arena_array(struct arena *a, size_t n, size_t size);
/* A copy; p is NUL-terminated beyond n, for system borders. */
struct str arena_str(struct arena *a, struct str s);
struct str arena_printf(struct arena *a, const char *fmt, ...) PRINTF(2, 3);
/* NUL-terminated copy. */
const char *arena_cstr(struct arena *a, struct str s);
/* Gives everything back but keeps the first chunk for the next task. */
void arena_reset(struct arena *a);
void arena_release(struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

#endif
