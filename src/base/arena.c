/* arena.c - bump allocation in chunks; one malloc each under ASan. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <string.h>

#define CHUNK_BYTES 16384

struct arena_chunk {
	struct arena_chunk *next;
	size_t cap;
	max_align_t data[];
};

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_EMULATE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_EMULATE 1
#endif
#endif
#ifndef ARENA_EMULATE
#define ARENA_EMULATE 0
#endif

static struct arena_chunk *
chunk_add(struct arena *a, size_t cap)
{
	struct arena_chunk *c = mem_alloc(sizeof(*c) + cap);

	c->cap = cap;
	c->next = a->chunks;
	a->chunks = c;
	a->used = 0;
	a->total += cap;
	return c;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	const size_t unit = alignof(max_align_t);
	size_t size = (n + unit - 1) & ~(unit - 1);
	char *p;

	must(size >= n);
	if (ARENA_EMULATE)
		return chunk_add(a, n)->data;
	if (a->chunks == NULL || size > a->chunks->cap - a->used)
		(void)chunk_add(a, size > CHUNK_BYTES ? size : CHUNK_BYTES);
	p = (char *)a->chunks->data + a->used;
	a->used += size;
	return memset(p, 0, n);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	must(size == 0 || n <= SIZE_MAX / size);
	return arena_alloc(a, n * size);
}

struct str
arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

const char *
arena_cstr(struct arena *a, struct str s)
{
	return arena_str(a, s).p;
}

struct str
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	must(n >= 0);
	p = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	(void)vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (struct str){ p, (size_t)n };
}

static void
free_from(struct arena *a, struct arena_chunk *c)
{
	while (c != NULL) {
		struct arena_chunk *next = c->next;

		a->total -= c->cap;
		mem_free(c);
		c = next;
	}
}

void
arena_reset(struct arena *a)
{
	struct arena_chunk *keep = a->chunks;

	if (ARENA_EMULATE || keep == NULL || keep->cap != CHUNK_BYTES) {
		arena_release(a);
		return;
	}
	free_from(a, keep->next);
	keep->next = NULL;
	a->used = 0;
}

void
arena_release(struct arena *a)
{
	free_from(a, a->chunks);
	*a = (struct arena){ 0 };
}
