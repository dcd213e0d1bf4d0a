/* t_signal_seal.c - whoever changes, removes or adds a signal behind our back
 * is found; what nobody touched is good, over many seals and nodes. */
#include "signals.h"

#include "alarm/signal_seal.h"

enum { ALTER, ALTER_NO, GONE, UNSEAL, N };
static const struct stmt texts[N] = {
	[ALTER] = { "seal_alter",
		    { "UPDATE signal SET code = 'BR' WHERE id = $1",
		      "UPDATE signal SET code = 'BR' WHERE id = $1" },
		    1,
		    NULL,
		    NULL },
	[ALTER_NO] = { "seal_alter_no",
		       { "UPDATE signal SET zone_no = 2 WHERE id = $1",
			 "UPDATE signal SET zone_no = 2 WHERE id = $1" },
		       1,
		       NULL,
		       NULL },
	[GONE] = { "seal_gone",
		   { "DELETE FROM signal WHERE id = $1",
		     "DELETE FROM signal WHERE id = $1" },
		   1,
		   NULL,
		   NULL },
	[UNSEAL] = { "seal_unseal",
		     { "DELETE FROM journal WHERE row = $1",
		       "DELETE FROM journal WHERE row = $1" },
		     1,
		     "test",
		     NULL },
};
static int st[N];

#define START INT64_C(1790000000000)
#define LATER (START + HOUR_MS)

static int64_t
put(struct store *s, int64_t at_ms)
{
	return signal_add(s, (struct signal_in){ .at_ms = at_ms,
						 .org = 7,
						 .zone_no = 1,
						 .fate = "logged" });
}

/* As the job does; how many rows it sealed. */
static int64_t
seal(struct store *s, int64_t now_ms, int64_t max)
{
	struct signal_seal one;
	struct task t;

	store_ok(s, signal_seal_read(s->db, INT64_MAX, now_ms, max, &one,
				     &s->why));
	if (!signal_seal_is_due(&one))
		return 0;
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	t = task_open(s->db, &s->a, now_ms, actor_program(0));
	store_ok(s, db_end(s->db, signal_seal_write(&t, &one), &s->why));
	return one.rows;
}

static struct signal_verdict
verdict(struct store *s)
{
	struct signal_verdict v;

	store_ok(s, signal_verify(s->db, &v, &s->why));
	return v;
}

static void
what_nobody_touched_is_good(void **state)
{
	struct store *s = store_of(state);
	struct signal_verdict v = verdict(s);

	assert_true(v.good);
	assert_int_equal(v.seals, 0);
	for (int i = 0; i < 25; i++)
		(void)put(s, START + i);
	assert_int_equal(seal(s, LATER, 10), 10);
	assert_int_equal(seal(s, LATER, 10), 10);
	assert_int_equal(seal(s, LATER, 10), 5);
	assert_int_equal(seal(s, LATER, 10), 0);
	(void)put(s, LATER);
	assert_int_equal(seal(s, LATER + HOUR_MS, 10), 1);
	v = verdict(s);
	assert_true(v.good);
	assert_int_equal(v.rows, 26);
}

/* So that the next reading begins behind what other nodes wrote. */
static void
that_there_was_nothing_is_said_too(void **state)
{
	struct store *s = store_of(state);

	assert_int_equal(seal(s, START, 10), 0);
	assert_int_equal(verdict(s).seals, 1);
	assert_int_equal(seal(s, START + SIGNAL_SEAL_QUIET_MS, 10), 0);
	assert_int_equal(verdict(s).seals, 1);
	(void)put(s, START + SIGNAL_SEAL_QUIET_MS);
	assert_int_equal(seal(s, START + 2 * SIGNAL_SEAL_QUIET_MS, 10), 1);
	assert_int_equal(seal(s, START + 4 * SIGNAL_SEAL_QUIET_MS, 10), 0);
	assert_int_equal(verdict(s).seals, 3);
	assert_true(verdict(s).good);
}

/* A transaction under way may still add rows of that time. */
static void
the_newest_are_not_sealed_yet(void **state)
{
	struct store *s = store_of(state);

	(void)put(s, START);
	(void)put(s, START + SIGNAL_SEAL_AGE_MS);
	assert_int_equal(seal(s, START + SIGNAL_SEAL_AGE_MS, 10), 0);
	assert_int_equal(seal(s, START + SIGNAL_SEAL_AGE_MS + 1, 10), 1);
	assert_int_equal(seal(s, START + 2 * SIGNAL_SEAL_AGE_MS + 1, 10), 1);
}

static int64_t
sealed(struct store *s)
{
	int64_t id = 0;

	for (int i = 0; i < 9; i++) {
		int64_t one = put(s, START + i * HOUR_MS);

		id = i == 4 ? one : id;
		assert_int_equal(seal(s,
				      START + i * HOUR_MS + SIGNAL_SEAL_AGE_MS +
					  1,
				      10),
				 1);
	}
	assert_true(verdict(s).good);
	return id;
}

static void
bad_around(struct store *s, int64_t id)
{
	struct signal_verdict v = verdict(s);

	assert_false(v.good);
	assert_true(v.from_ms <= id_ms(id) && id_ms(id) <= v.to_ms);
	assert_true(v.to_ms - v.from_ms < 2 * HOUR_MS);
	assert_non_null(strstr(v.text[LANG_EN], "not as they were received"));
}

static void
an_altered_signal_is_found(void **state)
{
	struct store *s = store_of(state);
	int64_t id = sealed(s);

	store_ok(s, store_write(s, st[ALTER], ARGS(val_int(id))));
	bad_around(s, id);
}

static void
a_number_that_was_altered_is_found(void **state)
{
	struct store *s = store_of(state);
	int64_t id = sealed(s);

	store_ok(s, store_write(s, st[ALTER_NO], ARGS(val_int(id))));
	bad_around(s, id);
}

static void
a_removed_signal_is_found(void **state)
{
	struct store *s = store_of(state);
	int64_t id = sealed(s);

	store_ok(s, store_write(s, st[GONE], ARGS(val_int(id))));
	bad_around(s, id);
}

static void
an_added_signal_is_found(void **state)
{
	struct store *s = store_of(state);

	(void)sealed(s);
	bad_around(s, put(s, START + 4 * HOUR_MS + 1));
}

/* The last seals away and all their signals: the journal misses entries, so
 * the stream alone cannot say it; here the chain begins anew. */
static void
without_seals_the_journal_must_answer(void **state)
{
	struct store *s = store_of(state);

	(void)sealed(s);
	store_ok(s, store_write(s, st[UNSEAL],
				ARGS(val_int(id_node_number() + 1))));
	assert_int_equal(verdict(s).seals, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_nobody_touched_is_good),
		STORE_TEST(that_there_was_nothing_is_said_too),
		STORE_TEST(the_newest_are_not_sealed_yet),
		STORE_TEST(an_altered_signal_is_found),
		STORE_TEST(a_number_that_was_altered_is_found),
		STORE_TEST(a_removed_signal_is_found),
		STORE_TEST(an_added_signal_is_found),
		STORE_TEST(without_seals_the_journal_must_answer),
	};

	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
