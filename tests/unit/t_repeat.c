/* t_repeat.c - frames that were here before: windows, commits on their way
 * and in doubt, bounded memory. */
#include "unit.h"

#include <string.h>

#include "alarm/repeat.h"

static struct repeat_key
key_of(uint64_t n)
{
	struct repeat_key key = { 0 };

	memcpy(key.b, &n, sizeof(n));
	return key;
}

static enum repeat_state
enter(struct repeats *r, uint64_t n, int64_t at_ms, void *ctx, void **was)
{
	struct repeat_key key = key_of(n);

	return repeat_enter(r, &key, at_ms, 1000, ctx, was);
}

static void
a_stored_one_is_known_within_its_window(void **state)
{
	struct repeats *r = repeats_new(8);
	struct repeat_key key = key_of(1);
	int mine;
	void *was;

	(void)state;
	assert_int_equal(enter(r, 1, 5000, &mine, &was), REPEAT_NEW);
	assert_null(was);
	assert_int_equal(enter(r, 1, 5001, NULL, &was), REPEAT_PENDING);
	assert_ptr_equal(was, &mine);
	repeat_stored(r, &key, 5500);
	assert_int_equal(enter(r, 1, 6500, NULL, &was), REPEAT_STORED);
	assert_null(was);
	assert_int_equal(enter(r, 2, 6500, NULL, &was), REPEAT_NEW);
	/* The window is over: a new one of the same looks. */
	assert_int_equal(enter(r, 1, 6501, &mine, &was), REPEAT_NEW);
	assert_int_equal(repeats_count(r), 2);
	repeats_free(&r);
	assert_null(r);
}

static void
what_was_not_written_may_come_again(void **state)
{
	struct repeats *r = repeats_new(8);
	struct repeat_key key = key_of(1);
	void *was;

	(void)state;
	assert_int_equal(enter(r, 1, 0, NULL, &was), REPEAT_NEW);
	repeat_forget(r, &key);
	assert_int_equal(repeats_count(r), 0);
	assert_int_equal(enter(r, 1, 1, NULL, &was), REPEAT_NEW);
	repeats_free(&r);
}

static void
a_commit_however_long_is_waited_for(void **state)
{
	struct repeats *r = repeats_new(8);
	struct repeat_key key = key_of(1);
	int mine;
	void *was;

	(void)state;
	assert_int_equal(enter(r, 1, 0, &mine, &was), REPEAT_NEW);
	assert_int_equal(enter(r, 1, 3600000, NULL, &was), REPEAT_PENDING);
	assert_ptr_equal(was, &mine);
	/* Its window begins with its end. */
	repeat_stored(r, &key, 3600000);
	assert_int_equal(enter(r, 1, 3601000, NULL, &was), REPEAT_STORED);
	repeats_free(&r);
}

static void
doubts_end_by_the_table(void **state)
{
	struct repeats *r = repeats_new(8);
	struct repeat_key keys[4];
	uint32_t mark;
	void *was;

	(void)state;
	for (uint64_t i = 0; i < 4; i++) {
		keys[i] = key_of(i);
		assert_int_equal(enter(r, i, 0, NULL, &was), REPEAT_NEW);
	}
	repeat_doubt(r, &keys[0]);
	repeat_doubt(r, &keys[1]);
	assert_int_equal(repeats_doubts(r), 2);
	assert_int_equal(enter(r, 0, 9999, NULL, &was), REPEAT_DOUBT);
	mark = repeats_mark(r);
	/* While the table is read another comes into doubt. */
	repeat_doubt(r, &keys[2]);
	repeat_found(r, &keys[0], 9000, 1000);
	repeats_resolve(r, mark);
	assert_int_equal(enter(r, 0, 9999, NULL, &was), REPEAT_STORED);
	assert_int_equal(enter(r, 1, 9999, NULL, &was), REPEAT_NEW);
	assert_int_equal(enter(r, 2, 9999, NULL, &was), REPEAT_DOUBT);
	assert_int_equal(enter(r, 3, 9999, NULL, &was), REPEAT_PENDING);
	assert_int_equal(repeats_doubts(r), 1);
	mark = repeats_mark(r);
	repeats_resolve(r, mark);
	assert_int_equal(repeats_doubts(r), 0);
	repeats_free(&r);
}

static void
found_at_start_is_stored(void **state)
{
	struct repeats *r = repeats_new(8);
	struct repeat_key key = key_of(1), other = key_of(2);
	void *was;

	(void)state;
	repeat_found(r, &key, -500, 1000);
	repeat_found(r, &other, -5000, 1000);
	assert_int_equal(enter(r, 1, 0, NULL, &was), REPEAT_STORED);
	assert_int_equal(enter(r, 2, 0, NULL, &was), REPEAT_NEW);
	/* One that is on its way again is told by its own commit. */
	repeat_found(r, &other, 0, 1000);
	assert_int_equal(enter(r, 2, 1, NULL, &was), REPEAT_PENDING);
	repeats_free(&r);
}

/* No time, and the number never changes: an alarm, its restore, the alarm. */
static void
what_came_in_between_makes_it_new(void **state)
{
	struct repeats *r = repeats_new(8);
	struct repeat_key ba = key_of(1), br = key_of(2);
	void *was;

	(void)state;
	ba.of = br.of = 7;
	for (int i = 0; i < 3; i++) {
		const struct repeat_key *key = i == 1 ? &br : &ba;

		assert_int_equal(repeat_enter(r, key, i, 1000, NULL, &was),
				 REPEAT_NEW);
		repeat_stored(r, key, i);
		/* Asked again for the answer. */
		assert_int_equal(repeat_enter(r, key, i, 1000, NULL, &was),
				 REPEAT_STORED);
	}
	/* Read back in their order, as after a restart. */
	repeat_found(r, &br, 3, 1000);
	assert_int_equal(repeat_look(r, &br, 4, &was), REPEAT_STORED);
	assert_int_equal(repeat_look(r, &ba, 4, &was), REPEAT_NEW);
	/* Of another number: none of its business. */
	br.of = ba.of = 8;
	assert_int_equal(repeat_look(r, &ba, 4, &was), REPEAT_STORED);
	repeats_free(&r);
}

static void
the_oldest_gives_way(void **state)
{
	enum { MAX = 1000 };
	struct repeats *r = repeats_new(MAX);
	void *was;

	(void)state;
	for (uint64_t i = 0; i < 10 * MAX; i++) {
		struct repeat_key key = key_of(i);

		assert_int_equal(enter(r, i, 0, NULL, &was), REPEAT_NEW);
		repeat_stored(r, &key, 0);
		assert_int_equal(repeats_count(r), i < MAX ? i + 1 : MAX);
	}
	for (uint64_t i = 9 * MAX; i < 10 * MAX; i++)
		assert_int_equal(enter(r, i, 0, NULL, &was), REPEAT_STORED);
	assert_int_equal(enter(r, 9 * MAX - 1, 0, NULL, &was), REPEAT_NEW);
	repeats_free(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stored_one_is_known_within_its_window),
		cmocka_unit_test(what_was_not_written_may_come_again),
		cmocka_unit_test(a_commit_however_long_is_waited_for),
		cmocka_unit_test(doubts_end_by_the_table),
		cmocka_unit_test(found_at_start_is_stored),
		cmocka_unit_test(what_came_in_between_makes_it_new),
		cmocka_unit_test(the_oldest_gives_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
