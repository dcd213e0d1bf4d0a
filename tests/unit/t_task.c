/* t_task.c - ids never go back; events keep their order; nothing is allowed
 * that is not granted. */
#include "kind/task.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define NOON INT64_C(1790000000000)
#define IDS 200000

static void
ids_grow_over_a_clock_step_back(void **state)
{
	int64_t last = id_new(NOON);

	(void)state;
	assert_int_equal(id_ms(last), NOON);
	for (int i = 0; i < 1000; i++) {
		int64_t id = id_new(NOON - HOUR_MS);

		assert_true(id > last);
		last = id;
	}
	assert_true(id_new(0) > last); /* a clock without battery */
	last = id_new(NOON + 5);
	assert_int_equal(id_ms(last), NOON + 5);
	assert_true(id_ms(id_new(NOON + HOUR_MS)) == NOON + HOUR_MS);
}

static void
ids_borrow_when_a_millisecond_is_full(void **state)
{
	int64_t at = NOON + 2 * HOUR_MS, last = id_new(at);

	(void)state;
	for (int i = 0; i < 70000; i++) {
		int64_t id = id_new(at);

		assert_true(id > last);
		last = id;
	}
	assert_int_equal(id_ms(last), at + 1);
}

static void *
make_ids(void *arg)
{
	int64_t *ids = arg;

	for (int i = 0; i < IDS; i++)
		ids[i] = id_new(NOON + 3 * HOUR_MS + i / 1000);
	return NULL;
}

/* Each thread's ids grow; merging finds none twice. */
static void
two_threads_share_no_id(void **state)
{
	static int64_t ids[2][IDS];
	pthread_t other;

	(void)state;
	assert_int_equal(pthread_create(&other, NULL, make_ids, ids[0]), 0);
	make_ids(ids[1]);
	assert_int_equal(pthread_join(other, NULL), 0);
	for (size_t i = 0, k = 0; i < IDS && k < IDS;) {
		assert_true(i == 0 || ids[0][i] > ids[0][i - 1]);
		assert_true(k == 0 || ids[1][k] > ids[1][k - 1]);
		assert_true(ids[0][i] != ids[1][k]);
		if (ids[0][i] < ids[1][k])
			i++;
		else
			k++;
	}
}

/* After a restart on another node, with the clock set back. */
static void
ids_stay_above_the_greatest_in_use(void **state)
{
	int64_t greatest, id;

	(void)state;
	id_start(63, 0);
	greatest = id_new(NOON + DAY_MS);
	id_start(0, greatest);
	id = id_new(NOON);
	assert_true(id > greatest);
	assert_int_equal(id_ms(id), NOON + DAY_MS + 1);
	id_start(5, 1);
	assert_true(id_new(NOON) > id);
	assert_int_equal(id_new(NOON) >> 16 & 63, 5);
	id_start(0, 0);
}

static void
events_keep_their_order(void **state)
{
	struct arena a = { 0 };
	struct task t = task_open(NULL, &a, NOON, actor_program(1));

	(void)state;
	assert_null(t.events);
	for (int i = 1; i <= 3; i++)
		task_event(&t, (struct event){ .row = i, .reg = "site" });
	assert_int_equal(t.events->row, 1);
	assert_int_equal(t.events->next->row, 2);
	assert_int_equal(t.events->next->next->row, 3);
	assert_null(t.events->next->next->next);
	arena_release(&a);
}

static void
nothing_is_allowed_that_is_not_granted(void **state)
{
	struct arena a = { 0 };
	struct actor who = { .user = 1, .may = MAY_BIT(MAY_READ_STAFF) };
	struct task t = task_open(NULL, &a, NOON, who);

	(void)state;
	assert_int_equal(task_may(&t, MAY_READ_STAFF), OK);
	assert_int_equal(task_may(&t, MAY_ANYONE), OK);
	assert_int_equal(task_may(&t, MAY_SIGN_IN), ERR_FORBIDDEN);
	assert_int_equal(task_may(&t, MAY_EDIT_STAFF), ERR_FORBIDDEN);
	assert_string_equal(t.why.text[LANG_EN],
			    "your roles lack the permission \"manage staff\"");
	assert_string_equal(t.why.text[LANG_ZH], "您的角色没有“管理人员”权限");
	t.who = actor_program(1);
	assert_int_equal(task_may(&t, MAY_NOTHING), ERR_FORBIDDEN);
	assert_int_equal(task_may(&t, MAY_N), ERR_FORBIDDEN);
	assert_int_equal(task_may(&t, MAY_ADMIN), OK);
	arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_grow_over_a_clock_step_back),
		cmocka_unit_test(ids_borrow_when_a_millisecond_is_full),
		cmocka_unit_test(two_threads_share_no_id),
		cmocka_unit_test(ids_stay_above_the_greatest_in_use),
		cmocka_unit_test(events_keep_their_order),
		cmocka_unit_test(nothing_is_allowed_that_is_not_granted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
