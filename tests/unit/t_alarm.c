/* t_alarm.c - the alarm: every edge, guard and clock of C.3.2, on both
 * databases, in simulated time. */
#include "desk_help.h"

#define METHOD(m) "{\"method\":\"" m "\"}"

static void
a_signal_opens_and_the_next_joins(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_cause cause;
	int64_t first, version;
	bool joined;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	first = c.alarm;
	centre_state(&c, "new");
	version = c.row.version;
	assert_int_equal(centre_clock(&c, "claim").due_ms,
			 NOON + 90 * SECOND_MS);
	/* The same zone again: counted, no new version under the hand. */
	cause = centre_cause(&c, "intrusion", 2, 3);
	store_ok(s, centre_try_raise(&c, &cause, &joined));
	assert_true(joined && c.alarm == first);
	assert_int_equal(centre_val(&c, "count")->i, 2);
	assert_int_equal(c.row.version, version);
	/* Another zone is shown. */
	cause = centre_cause(&c, "intrusion", 2, 4);
	store_ok(s, centre_try_raise(&c, &cause, &joined));
	assert_true(joined && c.alarm == first);
	assert_str(centre_val(&c, "zones")->s, "003 后门; 004 后门");
	assert_int_equal(centre_val(&c, "count")->i, 3);
	/* Beyond the window it is another alarm. */
	c.now_ms += 11 * MINUTE_MS;
	cause = centre_cause(&c, "intrusion", 2, 3);
	store_ok(s, centre_try_raise(&c, &cause, &joined));
	assert_false(joined);
	assert_int_not_equal(c.alarm, first);
}

static void
families_do_not_mix(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_cause cause;
	bool joined;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	cause = centre_cause(&c, "power", 3, SIGNAL_NONE);
	store_ok(s, centre_try_raise(&c, &cause, &joined));
	assert_false(joined);
	assert_str(centre_val(&c, "family")->s, "technical");
}

static void
a_more_urgent_signal_raises_it(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_cause cause;
	bool joined;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	cause = centre_cause(&c, "holdup", 1, 9);
	store_ok(s, centre_try_raise(&c, &cause, &joined));
	assert_true(joined);
	assert_str(centre_val(&c, "priority")->s, "p1");
	assert_str(centre_val(&c, "class")->s, "holdup");
	assert_int_equal(centre_clock(&c, "claim").due_ms,
			 NOON + 30 * SECOND_MS);
}

static void
what_is_cleared_is_not_joined(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_cause cause;
	int64_t first;
	bool joined;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	first = c.alarm;
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("video")));
	store_ok(s, centre_op(&c, "clear", "{\"disposition\":\"false_user\"}"));
	cause = centre_cause(&c, "intrusion", 2, 3);
	store_ok(s, centre_try_raise(&c, &cause, &joined));
	assert_false(joined);
	assert_int_not_equal(c.alarm, first);
}

static void
only_who_is_on_duty_and_certified_claims(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct person bare;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_fails(s, ERR_STATE, centre_step(&c, c.second.who, "claim", ""));
	assert_non_null(strstr(s->why.text[LANG_EN], "duty"));
	bare = centre_person(&c, "bare", "operator");
	store_fails(s, ERR_STATE, centre_duty(&c, &bare, "seat3"));
	assert_non_null(strstr(s->why.text[LANG_EN], "NET-5.1.4"));
	/* A vocational certificate does not replace it; an old one neither. */
	centre_certify(&c, &bare, "guard_skill", "2030-01-01");
	store_fails(s, ERR_STATE, centre_duty(&c, &bare, "seat3"));
	centre_certify(&c, &bare, "guard", "2025-01-01");
	store_fails(s, ERR_STATE, centre_duty(&c, &bare, "seat3"));
	centre_certify(&c, &bare, "guard", "2030-01-01");
	store_ok(s, centre_duty(&c, &bare, "seat3"));
	store_ok(s, centre_step(&c, bare.who, "claim", ""));
	assert_int_equal(centre_val(&c, "owner")->i, bare.user);
	assert_int_equal(centre_clock(&c, "claim").stopped_ms, NOON);
	assert_int_equal(centre_clock(&c, "verify").due_ms,
			 NOON + 180 * SECOND_MS);
}

static void
another_takes_over_with_a_reason(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_fails(s, ERR_STATE, centre_step(&c, c.other.who, "claim", ""));
	store_fails(s, ERR_STATE,
		    centre_step(&c, c.other.who, "verify", METHOD("call")));
	assert_non_null(strstr(s->why.text[LANG_EN], "op has"));
	store_fails(s, ERR_INVALID, centre_step(&c, c.other.who, "take", ""));
	store_fails(s, ERR_STATE, centre_op(&c, "take", "{\"reason\":\"x\"}"));
	store_ok(s, centre_step(&c, c.other.who, "take",
				"{\"reason\":\"同事离席\"}"));
	assert_int_equal(centre_val(&c, "owner")->i, c.other.user);
	store_ok(s, centre_step(&c, c.other.who, "verify", METHOD("call")));
	store_fails(s, ERR_STATE,
		    centre_op(&c, "clear",
			      "{\"disposition\":\"false_user\","
			      "\"method\":\"video\"}"));
}

static void
nobody_claims_and_it_escalates(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	centre_wait(&c, 89 * SECOND_MS);
	assert_int_equal(centre_val(&c, "escalated")->i, 0);
	centre_wait(&c, SECOND_MS);
	assert_int_equal(centre_val(&c, "escalated")->i, 1);
	centre_wait(&c, 90 * SECOND_MS);
	assert_int_equal(centre_val(&c, "escalated")->i, 2);
	centre_wait(&c, 90 * SECOND_MS);
	assert_int_equal(centre_val(&c, "escalated")->i, 3);
	/* The manager is the last; never closed by itself. */
	centre_wait(&c, 30 * DAY_MS);
	assert_int_equal(centre_val(&c, "escalated")->i, 3);
	centre_state(&c, "new");
	store_ok(s, centre_op(&c, "claim", ""));
	assert_string_equal(clock_state(&(struct clock_view){ .due_ms = 1,
							      .stopped_ms = 2 },
					c.now_ms),
			    "missed");
	assert_int_equal(centre_clock(&c, "escalation").id, 0);
}

static void
verifying_too_long_escalates(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("call")));
	centre_wait(&c, 180 * SECOND_MS);
	assert_int_equal(centre_val(&c, "escalated")->i, 1);
	centre_state(&c, "verifying");
}

static void
holdup_goes_at_once_intrusion_does_not(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_cause cause;
	bool joined;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_fails(s, ERR_STATE, centre_op(&c, "confirm", ""));
	/* Two zones verify each other. */
	cause = centre_cause(&c, "intrusion", 2, 4);
	cause.verified = true;
	cause.verified_why = STR("相邻防区 003、004");
	store_ok(s, centre_try_raise(&c, &cause, &joined));
	store_ok(s, centre_op(&c, "confirm", ""));
	centre_state(&c, "confirmed");
	assert_int_not_equal(centre_val(&c, "incident")->i, 0);
	assert_int_equal(centre_clock(&c, "verify").stopped_ms, NOON);
	assert_int_equal(centre_clock(&c, "dispatch").due_ms,
			 NOON + 60 * SECOND_MS);
}

static void
a_holdup_is_dispatched_first(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "holdup", 1);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "confirm", ""));
	assert_int_equal(centre_clock(&c, "dispatch").due_ms,
			 NOON + 30 * SECOND_MS);
	centre_wait(&c, 30 * SECOND_MS);
	assert_int_equal(centre_val(&c, "escalated")->i, 1);
	/* Nobody was sent and 110 not told: not by hand. */
	store_fails(s, ERR_STATE, centre_op(&c, "dispatch", ""));
	assert_non_null(strstr(s->why.text[LANG_EN], "110"));
	store_ok(s, centre_step(&c, c.e.program, "dispatch", ""));
	centre_state(&c, "dispatched");
}

#define PARK(ms)                                                      \
	ESTATE_TEXT("{\"reason\":\"等待\",\"parked_until_ms\":%lld}", \
		    (long long)(ms))

static void
parking_has_an_end(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("call")));
	store_fails(s, ERR_INVALID, centre_op(&c, "park", PARK(NOON)));
	store_fails(s, ERR_INVALID, centre_op(&c, "park", PARK(NOON + DAY_MS)));
	store_ok(s, centre_op(&c, "park", PARK(NOON + MINUTE_MS)));
	centre_state(&c, "waiting");
	centre_wait(&c, 59 * SECOND_MS);
	centre_state(&c, "waiting");
	centre_wait(&c, SECOND_MS);
	centre_state(&c, "verifying");
	assert_int_equal(centre_val(&c, "parked_until_ms")->type, VAL_NULL);
	/* Again, and back by hand. */
	store_ok(s, centre_op(&c, "park", PARK(c.now_ms + MINUTE_MS)));
	store_ok(s, centre_op(&c, "resume", ""));
	centre_state(&c, "verifying");
	assert_int_not_equal(centre_clock(&c, "wait").stopped_ms, 0);
}

static void
an_unreachable_holdup_is_real(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "holdup", 1);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify",
			      "{\"method\":\"call\",\"outcome\":"
			      "\"unreachable\"}"));
	store_ok(s, centre_op(&c, "park", PARK(NOON + MINUTE_MS)));
	centre_wait(&c, MINUTE_MS);
	centre_state(&c, "confirmed");
	assert_int_not_equal(centre_val(&c, "incident")->i, 0);
}

static void
an_open_zone_is_marked(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct task t;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("video")));
	store_ok(s,
		 centre_op(&c, "clear", "{\"disposition\":\"false_works\"}"));
	store_fails(s, ERR_INVALID,
		    centre_op(&c, "close", "{\"narrative\":\"猫\"}"));
	assert_non_null(strstr(s->why.faults[0].field, "left_open"));
	t = people_task(s, TX_WRITE, c.now_ms, c.e.program);
	store_ok(s,
		 people_end(s, &t, alarm_restore(&t, c.alarm, 0, 3, c.now_ms)));
	assert_int_equal(centre_val(&c, "restored_ms")->i, NOON);
	store_ok(s, centre_op(&c, "close", "{\"narrative\":\"猫\"}"));
}

static void
two_alarms_become_one(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	int64_t first;
	const char *into;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	first = c.alarm;
	into = ESTATE_TEXT("{\"merged_into\":\"%lld\",\"reason\":\"同一起\"}",
			   (long long)first);
	store_fails(s, ERR_INVALID, centre_op(&c, "merge", into));
	c.now_ms += HOUR_MS;
	centre_raise(&c, "holdup", 1);
	store_ok(s, centre_op(&c, "merge", into));
	centre_state(&c, "merged");
	assert_int_equal(centre_val(&c, "closed_ms")->i, c.now_ms);
	c.alarm = first;
	assert_int_equal(centre_val(&c, "count")->i, 2);
	assert_str(centre_val(&c, "priority")->s, "p1");
}

static void
technical_alarms_are_settled_at_once(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	const char *body = "{\"disposition\":\"fault_power\",\"reason\":"
			   "\"片区停电\"}";

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_fails(s, ERR_STATE, centre_op(&c, "settle", body));
	c.now_ms += HOUR_MS;
	centre_raise(&c, "power", 3);
	store_ok(s, centre_op(&c, "settle", body));
	centre_state(&c, "closed");
	assert_int_equal(centre_val(&c, "left_open")->i, 1);
	assert_str(centre_val(&c, "narrative")->s, "片区停电");
}

static void
a_false_alarm_by_equipment_proposes_a_repair(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct task t;
	const struct reg *fault = reg_find(STR("fault"));
	struct reg_query q = { .sort = -1, .limit = 10 };
	struct reg_page page = { 0 };

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("video")));
	store_ok(s, centre_op(&c, "clear",
			      "{\"disposition\":\"false_equipment\"}"));
	t = people_task(s, TX_READ, c.now_ms, c.e.program);
	store_ok(s, people_end(s, &t, reg_list(&t, fault, &q, &page)));
	assert_int_equal(page.n, 1);
	assert_int_equal(reg_val(fault, page.rows[0].v, "alarm")->i, c.alarm);
}

static void
a_report_by_hand_is_an_alarm(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct task t;
	struct reg_input in;
	struct reg_row row = { 0 };
	enum err rc;

	centre_make(s, &c);
	for (int i = 0; i < 2; i++) {
		struct actor who = i == 0 ? c.second.who : c.op.who;

		t = people_task(s, TX_WRITE, c.now_ms, who);
		rc = reg_input_json(
		    &t, &alarm_reg,
		    str_of(ESTATE_TEXT("{\"site\":\"%lld\",\"class\":"
				       "\"medical\",\"priority\":\"p1\","
				       "\"summary\":\"电话求助\"}",
				       (long long)c.e.site)),
		    &in);
		if (rc == OK)
			rc = process_open(&t, &alarm_reg, NULL, &in, &row);
		rc = people_end(s, &t, rc);
		assert_int_equal(rc, i == 0 ? ERR_STATE : OK);
	}
	c.alarm = row.id;
	assert_str(centre_val(&c, "family")->s, "alarm");
	assert_int_equal(centre_val(&c, "customer")->i, c.e.customer);
}

/* What only signals and clocks do is refused to people, and not offered. */
static void
people_do_not_play_the_program(void **state)
{
	static const char *const events[] = { "join", "urgent", "restore",
					      "hint" };
	struct store *s = store_of(state);
	struct centre c;
	struct proc_offer *offers;
	struct task t;
	size_t n = 0;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	for (size_t i = 0; i < ARRAY_LEN(events); i++)
		store_fails(s, ERR_FORBIDDEN, centre_op(&c, events[i], ""));
	centre_look(&c);
	t = people_task(s, TX_READ, c.now_ms, c.op.who);
	store_ok(s, people_end(s, &t,
			       process_offers(&t, &alarm_reg, &c.row, &offers,
					      &n)));
	assert_true(n >= 3);
	for (size_t i = 0; i < n; i++)
		assert_true(offers[i].edge->guard != only_program);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_signal_opens_and_the_next_joins),
		STORE_TEST(families_do_not_mix),
		STORE_TEST(a_more_urgent_signal_raises_it),
		STORE_TEST(what_is_cleared_is_not_joined),
		STORE_TEST(only_who_is_on_duty_and_certified_claims),
		STORE_TEST(another_takes_over_with_a_reason),
		STORE_TEST(nobody_claims_and_it_escalates),
		STORE_TEST(verifying_too_long_escalates),
		STORE_TEST(holdup_goes_at_once_intrusion_does_not),
		STORE_TEST(a_holdup_is_dispatched_first),
		STORE_TEST(parking_has_an_end),
		STORE_TEST(an_unreachable_holdup_is_real),
		STORE_TEST(an_open_zone_is_marked),
		STORE_TEST(two_alarms_become_one),
		STORE_TEST(technical_alarms_are_settled_at_once),
		STORE_TEST(a_false_alarm_by_equipment_proposes_a_repair),
		STORE_TEST(a_report_by_hand_is_an_alarm),
		STORE_TEST(people_do_not_play_the_program),
	};

	return cmocka_run_group_tests(tests, centre_start, centre_stop);
}
