/* base.c - assertions and checked memory. */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

const char *
label_in(struct label label, enum lang lang)
{
	return lang == LANG_EN ? label.en : label.zh;
}

void
must_fail(const char *file, int line, const char *cond)
{
	fprintf(stderr, "must: %s:%d: %s\n", file, line, cond);
	abort();
}

void *
mem_alloc(size_t n)
{
	void *p = calloc(1, n == 0 ? 1 : n);

	must(p != NULL);
	return p;
}

void *
mem_grow(void *p, size_t n)
{
	p = realloc(p, n == 0 ? 1 : n);
	must(p != NULL);
	return p;
}

void
mem_free(void *p)
{
	free(p);
}
