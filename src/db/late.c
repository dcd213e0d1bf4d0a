/* late.c - statements put off until the commit. */
#include "db/late.h"

#include <string.h>

static struct val
val_copy(struct arena *a, struct val v)
{
	if (v.type == VAL_TEXT || v.type == VAL_BYTES)
		v.s = arena_str(a, v.s);
	return v;
}

void
late_put(struct late *l, int stmt, const struct val *args, size_t n_args)
{
	struct val *copy = ARENA_ARRAY(&l->room, n_args, struct val);

	for (size_t i = 0; i < n_args; i++)
		copy[i] = val_copy(&l->room, args[i]);
	if (l->n == l->cap) {
		l->cap = l->cap == 0 ? 64 : l->cap * 2;
		l->v = mem_grow(l->v, l->cap * sizeof(*l->v));
	}
	l->v[l->n++] = (struct late_one){ stmt, n_args, copy };
}

void
late_mark(struct late *l)
{
	must(l->depth < LATE_MARKS_MAX);
	l->marks[l->depth++] = l->n;
}

void
late_unmark(struct late *l, bool keep)
{
	must(l->depth > 0);
	l->depth--;
	if (!keep)
		l->n = l->marks[l->depth];
}

void
late_clear(struct late *l)
{
	l->n = l->depth = 0;
	arena_reset(&l->room);
}

void
late_release(struct late *l)
{
	arena_release(&l->room);
	mem_free(l->v);
	*l = (struct late){ 0 };
}
