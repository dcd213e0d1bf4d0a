/* raise_list.c - signals that wait to be handled, a list per priority. */
#include "alarm/raise_list.h"

#include <string.h>

void
raise_lists_init(struct raise_lists *l, size_t max, struct arena *a)
{
	*l = (struct raise_lists){ .max = max };
	for (int i = 0; i < RAISE_PRIORITIES; i++)
		l->of[i].ids = ARENA_ARRAY(a, max, int64_t);
}

void
raise_lists_start(struct raise_lists *l)
{
	l->scanned = l->of[0].cursor;
	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		l->of[i].last = l->of[i].cursor;
		if (l->of[i].cursor < l->scanned)
			l->scanned = l->of[i].cursor;
	}
}

void
raise_lists_enter(struct raise_lists *l, int64_t id, int64_t priority,
		  bool mine)
{
	bool known = priority >= 1 && priority <= RAISE_PRIORITIES;
	struct raise_list *f =
	    &l->of[known ? priority - 1 : RAISE_PRIORITIES - 1];

	l->scanned = id;
	if (!mine || id <= f->last || f->cut != 0)
		return;
	if (f->n == l->max) {
		f->cut = id;
		return;
	}
	f->ids[(f->head + f->n++) % l->max] = id;
	f->last = id;
}

void
raise_lists_again(struct raise_lists *l)
{
	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		struct raise_list *f = &l->of[i];

		if (f->cut == 0 || f->n > l->max / 2)
			continue;
		if (f->cut - 1 < l->scanned)
			l->scanned = f->cut - 1;
		f->cut = 0;
	}
}

int
raise_lists_highest(const struct raise_lists *l)
{
	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		if (l->of[i].n > 0)
			return i;
	}
	return -1;
}

/* Where the cursor stands when all of the list is done: nothing of it lies
 * between that and what was read. */
static int64_t
end_of(const struct raise_lists *l, const struct raise_list *f)
{
	if (f->cut != 0)
		return f->cut - 1;
	return f->last > l->scanned ? f->last : l->scanned;
}

size_t
raise_lists_first(const struct raise_lists *l, int list, size_t max,
		  int64_t *ids, int64_t cursor[RAISE_PRIORITIES])
{
	const struct raise_list *f = &l->of[list];
	size_t n = f->n < max ? f->n : max;

	for (size_t i = 0; i < n; i++)
		ids[i] = f->ids[(f->head + i) % l->max];
	for (int i = 0; i < RAISE_PRIORITIES; i++)
		cursor[i] =
		    l->of[i].n == 0 ? end_of(l, &l->of[i]) : l->of[i].cursor;
	if (n > 0)
		cursor[list] = n == f->n ? end_of(l, f) : ids[n - 1];
	return n;
}

void
raise_lists_done(struct raise_lists *l, int list, size_t n,
		 const int64_t cursor[RAISE_PRIORITIES])
{
	struct raise_list *f = &l->of[list];

	f->head = (f->head + n) % l->max;
	f->n -= n;
	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		l->of[i].cursor = cursor[i];
		if (l->of[i].last < cursor[i])
			l->of[i].last = cursor[i];
	}
}

void
raise_lists_skip(struct raise_lists *l)
{
	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		struct raise_list *f = &l->of[i];

		while (f->n > 0 && f->ids[f->head] <= f->cursor) {
			f->head = (f->head + 1) % l->max;
			f->n--;
		}
	}
}
