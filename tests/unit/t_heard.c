/* t_heard.c - who is not understood: bounded, newest first, gone when good. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "alarm/heard.h"

#define NOON INT64_C(1790000000000)

static void
poll(struct heard *h, int64_t org, int i, int64_t at_ms)
{
	struct heard_unknown one = { .org = org, .last_ms = at_ms };

	(void)snprintf(one.line, sizeof(one.line), "R1L1");
	(void)snprintf(one.account, sizeof(one.account), "%X", i);
	(void)snprintf(one.peer, sizeof(one.peer), "192.0.2.7:%d", i);
	heard_unknown(h, &one);
}

static void
a_poll_is_counted_and_the_newest_is_first(void **state)
{
	struct heard *h = heard_new();
	struct heard_unknown out[10];

	(void)state;
	poll(h, 1, 7, NOON);
	poll(h, 1, 7, NOON + 1000);
	poll(h, 1, 8, NOON + 500);
	poll(h, 2, 9, NOON);
	assert_int_equal(heard_unknowns(h, 1, 0, out, 10), 2);
	assert_string_equal(out[0].account, "7");
	assert_int_equal(out[0].n, 2);
	assert_true(out[0].first_ms == NOON);
	assert_string_equal(out[1].account, "8");
	assert_int_equal(heard_unknowns(h, 1, NOON + 900, out, 10), 1);
	assert_int_equal(heard_unknowns(h, 2, 0, out, 10), 1);
	heard_free(&h);
	assert_null(h);
}

/* A flood of accounts takes no more memory, and keeps the newest. */
static void
a_flood_is_bounded(void **state)
{
	struct heard *h = heard_new();
	struct heard_unknown out[2000];
	size_t n;

	(void)state;
	for (int i = 0; i < 100000; i++)
		poll(h, 1, i, NOON + i);
	n = heard_unknowns(h, 1, 0, out, 2000);
	assert_true(n > 500 && n <= 1024);
	assert_true(out[0].last_ms == NOON + 99999);
	assert_true(out[n - 1].last_ms > NOON + 90000);
	heard_free(&h);
}

static struct heard_refused
refused(int64_t panel, enum heard_why why, int64_t at_ms)
{
	return (struct heard_refused){ .org = 1,
				       .panel = panel,
				       .why = why,
				       .diff_ms = 812000,
				       .last_ms = at_ms };
}

static void
a_refusal_stays_until_a_good_frame(void **state)
{
	struct heard *h = heard_new();
	struct heard_refused one, out[10];

	(void)state;
	one = refused(5, HEARD_TIME, NOON);
	heard_refused(h, &one);
	one = refused(5, HEARD_TIME, NOON + 1000);
	heard_refused(h, &one);
	one = refused(6, HEARD_KEY, NOON + 2000);
	heard_refused(h, &one);
	assert_int_equal(heard_refusals(h, 1, out, 10), 2);
	assert_int_equal(out[0].panel, 6);
	assert_true(heard_refused_of(h, 1, 5, &one));
	assert_int_equal(one.n, 2);
	assert_true(one.first_ms == NOON);
	assert_true(one.diff_ms == 812000);
	/* not another organisation's business */
	assert_false(heard_refused_of(h, 2, 5, &one));
	/* another reason begins anew */
	one = refused(5, HEARD_PLAIN, NOON + 3000);
	heard_refused(h, &one);
	assert_true(heard_refused_of(h, 1, 5, &one));
	assert_int_equal(one.n, 1);
	heard_good(h, 5);
	assert_false(heard_refused_of(h, 1, 5, &one));
	heard_good(h, 5);
	assert_int_equal(heard_refusals(h, 1, out, 10), 1);
	heard_free(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_poll_is_counted_and_the_newest_is_first),
		cmocka_unit_test(a_flood_is_bounded),
		cmocka_unit_test(a_refusal_stays_until_a_good_frame),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
