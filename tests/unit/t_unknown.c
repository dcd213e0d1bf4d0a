/* t_unknown.c - unknown signals are settled by the group, and no further than
 * was seen. */
#include "signals.h"

#include "alarm/search.h"
#include "alarm/unknown.h"
#include "estate/estate.h"

static int64_t
unknown_at(struct store *s, int64_t org, int minute, const char *account,
	   const char *fate)
{
	return signal_add(s, (struct signal_in){ .at_ms =
						     NOON + minute * MINUTE_MS,
						 .org = org,
						 .account = account,
						 .fate = fate });
}

static enum err
settle(struct store *s, int64_t org, int64_t signal, int64_t *n)
{
	struct task t =
	    people_task(s, TX_WRITE, NOON + HOUR_MS, actor_program(org));

	return people_end(s, &t, unknown_settle(&t, signal, STR("seen"), n));
}

static size_t
waiting(struct store *s, int64_t org, const char *fate)
{
	struct task t = people_task(s, TX_READ, NOON, actor_program(org));
	struct rows rows;

	store_ok(s, people_end(s, &t, search_unknown(&t, fate, &rows)));
	return rows.n;
}

static void
a_group_is_settled_as_far_as_it_was_seen(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), seen, later, n;

	(void)unknown_at(s, org, 0, "ABCD", "unknown");
	(void)unknown_at(s, org, 1, "BEEF", "unknown");
	(void)unknown_at(s, org, 2, "ABCD", "undecoded");
	seen = unknown_at(s, org, 3, "ABCD", "unknown");
	later = unknown_at(s, org, 4, "ABCD", "unknown");
	store_ok(s, settle(s, org, seen, &n));
	assert_int_equal(n, 2);
	/* the other account, the later one and the undecoded are left */
	assert_int_equal(waiting(s, org, "unknown"), 2);
	assert_int_equal(waiting(s, org, "undecoded"), 1);
	store_fails(s, ERR_STATE, settle(s, org, seen, &n));
	store_ok(s, settle(s, org, later, &n));
	assert_int_equal(n, 1);
	assert_int_equal(waiting(s, org, "unknown"), 1);
}

static void
another_organisations_signals_are_not_there(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), id, n;

	id = unknown_at(s, org, 0, "ABCD", "unknown");
	store_fails(s, ERR_NOT_FOUND, settle(s, org + 1, id, &n));
	assert_int_equal(waiting(s, org, "unknown"), 1);
}

static enum err
join(struct store *s, const struct estate *e, int64_t signal, int64_t panel)
{
	struct task t = people_task(s, TX_WRITE, NOON, e->program);
	int64_t n;

	return people_end(s, &t, unknown_connect(&t, signal, panel, false, &n));
}

static int64_t
panel_make(struct store *s, const struct estate *e, const char *account)
{
	return estate_add(
	    s, e->program, "panel",
	    ESTATE_TEXT("{\"name\":\"panel\",\"site\":\"%lld\",\"state\":"
			"\"installed\",\"protocol\":\"dc09\",\"account\":"
			"\"%s\",\"receiver_line\":\"L9\",\"format\":\"sia\","
			"\"encryption\":\"none\",\"paths\":[\"ip\"],"
			"\"standby_h\":40}",
			(long long)e->site, account));
}

static void
a_panel_takes_the_account_and_the_line(void **state)
{
	struct store *s = store_of(state);
	int64_t panel, other, id;
	struct reg_row row;
	struct estate e;
	struct task t;

	estate_make(s, &e);
	panel = panel_make(s, &e, "1111");
	other = panel_make(s, &e, "2222");
	id = unknown_at(s, e.org, 0, "ABCD", "unknown");
	store_ok(s, join(s, &e, id, panel));
	assert_int_equal(waiting(s, e.org, "unknown"), 0);
	t = people_task(s, TX_READ, NOON, e.program);
	store_ok(s, people_end(s, &t, reg_get(&t, &panel_reg, panel, &row)));
	assert_true(str_is(reg_val(&panel_reg, row.v, "account")->s, "ABCD"));
	assert_true(
	    str_is(reg_val(&panel_reg, row.v, "receiver_line")->s, "R0L0"));
	/* two panels never have one account: nothing is settled then */
	id = unknown_at(s, e.org, 1, "ABCD", "unknown");
	store_fails(s, ERR_INVALID, join(s, &e, id, other));
	assert_int_equal(waiting(s, e.org, "unknown"), 1);
	/* the panel that has it already only settles */
	store_ok(s, join(s, &e, id, panel));
	id = unknown_at(s, e.org, 2, "ABCD", "undecoded");
	store_fails(s, ERR_STATE, join(s, &e, id, panel));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_group_is_settled_as_far_as_it_was_seen),
		STORE_TEST(another_organisations_signals_are_not_there),
		STORE_TEST(a_panel_takes_the_account_and_the_line),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
