/* t_raise_list.c - each signal once and in order, whatever floods, restarts
 * and failures come; the urgent ones first. */
#include "unit.h"

#include "alarm/raise_list.h"

#define MAX 8
#define FIRST 1000

static int64_t
draw(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (int64_t)((*seed >> 8) % below);
}

static void
a_flood_hides_nothing_urgent(void **state)
{
	struct raise_lists l;
	struct arena a = { 0 };
	int64_t ids[MAX], cursor[RAISE_PRIORITIES];

	(void)state;
	raise_lists_init(&l, MAX, &a);
	raise_lists_start(&l);
	for (int64_t i = 0; i < 100; i++)
		raise_lists_enter(&l, FIRST + i, 5, true);
	raise_lists_enter(&l, FIRST + 100, 1, true);
	assert_int_equal(raise_lists_highest(&l), 0);
	assert_int_equal(raise_lists_first(&l, 0, MAX, ids, cursor), 1);
	assert_int_equal(ids[0], FIRST + 100);
	raise_lists_done(&l, 0, 1, cursor);
	assert_int_equal(l.of[0].cursor, FIRST + 100);

	/* what was forgotten is read again, from there */
	assert_int_equal(raise_lists_first(&l, 4, MAX, ids, cursor), MAX);
	raise_lists_done(&l, 4, MAX, cursor);
	assert_int_equal(l.of[4].cursor, FIRST + MAX - 1);
	raise_lists_again(&l);
	assert_int_equal(l.scanned, FIRST + MAX - 1);
	arena_release(&a);
}

static void
what_others_handle_moves_the_cursors(void **state)
{
	struct raise_lists l;
	struct arena a = { 0 };
	int64_t ids[MAX], cursor[RAISE_PRIORITIES];

	(void)state;
	raise_lists_init(&l, MAX, &a);
	raise_lists_start(&l);
	for (int64_t i = 0; i < 100; i++)
		raise_lists_enter(&l, FIRST + i, 1 + i % 5, false);
	assert_int_equal(raise_lists_highest(&l), -1);
	assert_int_equal(raise_lists_first(&l, 4, 0, ids, cursor), 0);
	for (int i = 0; i < RAISE_PRIORITIES; i++)
		assert_int_equal(cursor[i], FIRST + 99);
	arena_release(&a);
}

/* ---- a stream handled at random ---- */

#define STREAM 3000

struct world {
	struct raise_lists l;
	struct arena a;
	int priority[STREAM];
	bool mine[STREAM];
	int handled[STREAM];
	int64_t table[RAISE_PRIORITIES]; /* the cursors that are durable */
	int64_t newest[RAISE_PRIORITIES];
	size_t there; /* so much of the stream has been written */
};

static void
start_anew(struct world *w)
{
	arena_reset(&w->a);
	raise_lists_init(&w->l, MAX, &w->a);
	for (int i = 0; i < RAISE_PRIORITIES; i++)
		w->l.of[i].cursor = w->table[i];
	raise_lists_start(&w->l);
}

static void
read_on(struct world *w, uint32_t *seed)
{
	int64_t most = draw(seed, 40);

	raise_lists_again(&w->l);
	for (int64_t i = w->l.scanned < FIRST ? 0 : w->l.scanned - FIRST + 1;
	     i < (int64_t)w->there && most-- > 0; i++)
		raise_lists_enter(&w->l, FIRST + i, w->priority[i] + 1,
				  w->mine[i]);
}

static void
handle_some(struct world *w, uint32_t *seed)
{
	int64_t ids[MAX], cursor[RAISE_PRIORITIES];
	int list = raise_lists_highest(&w->l);
	size_t n = raise_lists_first(&w->l, list < 0 ? 4 : list,
				     (size_t)draw(seed, 5), ids, cursor);

	if (draw(seed, 20) == 0) { /* refused: all stays as it was */
		raise_lists_skip(&w->l);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		w->handled[ids[i] - FIRST]++;
		assert_true(ids[i] > w->newest[list]);
		w->newest[list] = ids[i];
	}
	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		assert_true(cursor[i] >= w->table[i]);
		w->table[i] = cursor[i];
	}
	raise_lists_done(&w->l, list < 0 ? 4 : list, n, cursor);
}

static bool
is_done(const struct world *w)
{
	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		if (w->table[i] < FIRST + STREAM - 1)
			return false;
	}
	return true;
}

static void
each_once_and_in_order(void **state)
{
	(void)state;
	for (uint32_t round = 1; round <= 20; round++) {
		uint32_t seed = round;
		struct world w = { 0 };

		for (int i = 0; i < STREAM; i++) {
			w.priority[i] =
			    draw(&seed, 4) > 0 ? 4 : (int)draw(&seed, 5);
			w.mine[i] = draw(&seed, 10) > 0;
		}
		start_anew(&w);
		while (!is_done(&w)) {
			w.there += (size_t)draw(&seed, 10);
			if (w.there > STREAM)
				w.there = STREAM;
			read_on(&w, &seed);
			handle_some(&w, &seed);
			if (draw(&seed, 50) == 0)
				start_anew(&w);
		}
		for (int i = 0; i < STREAM; i++)
			assert_int_equal(w.handled[i], w.mine[i] ? 1 : 0);
		arena_release(&w.a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_flood_hides_nothing_urgent),
		cmocka_unit_test(what_others_handle_moves_the_cursors),
		cmocka_unit_test(each_once_and_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
