/* t_raise.c - each rule before an alarm is raised, in simulated time. */
#include "raise.h"

#include "alarm/fault.h"
#include "base/buf.h"

#define assert_fate(s, r, id, word) \
	assert_str(raise_fate_of((s), (r), (id), NULL), word)

static void
an_alarm_is_raised_joined_and_restored(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t first, second, alarm, same;

	raise_make(s, &r);
	first = raise_one(s, &r, "BA", 1);
	assert_str(raise_fate_of(s, &r, first, &alarm), "raised");
	assert_true(alarm != 0);
	second = raise_one(s, &r, "BA", 2);
	assert_str(raise_fate_of(s, &r, second, &same), "joined");
	assert_int_equal(same, alarm);
	second = raise_one(s, &r, "BH", 1);
	assert_str(raise_fate_of(s, &r, second, &same), "restored");
	assert_int_equal(same, alarm);
	second = raise_one(s, &r, "BH", 1); /* nothing is open any more */
	assert_fate(s, &r, second, "logged");
	assert_int_equal(raise_alarms(s, &r), 1);
}

static void
what_is_only_logged_has_no_fate(void **state)
{
	static const char *const codes[] = { "RP", "CL", "OP", "RX" };
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	for (size_t i = 0; i < ARRAY_LEN(codes); i++)
		assert_fate(s, &r, raise_one(s, &r, codes[i], 1), "logged");
	assert_int_equal(raise_alarms(s, &r), 0);
}

static void
unknown_and_undecoded_have_their_own_queue(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;

	raise_make(s, &r);
	one = raise_like(&r, "BA", 1);
	one.state = STR(SIGNAL_UNKNOWN);
	one.panel = one.site = one.customer = 0;
	assert_fate(s, &r, raise_put(s, &r, &one), "unknown");
	one = raise_like(&r, "BA", 1);
	one.state = STR(SIGNAL_UNDECODED);
	assert_fate(s, &r, raise_put(s, &r, &one), "undecoded");
}

static const struct val *
alarm_val(struct store *s, struct raise_site *r, int64_t signal,
	  const char *field)
{
	struct reg_row row;
	int64_t alarm;

	(void)raise_fate_of(s, r, signal, &alarm);
	assert_true(alarm != 0);
	row = raise_row(s, r, &alarm_reg, alarm);
	return reg_val(&alarm_reg, row.v, field);
}

static bool
is_verified(struct store *s, struct raise_site *r, int64_t signal)
{
	return alarm_val(s, r, signal, "verified")->i == 1;
}

static void
two_adjacent_zones_verify(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id;

	raise_make(s, &r);
	id = raise_one(s, &r, "BA", 2);
	assert_false(is_verified(s, &r, id));
	id = raise_one(s, &r, "BA", 1); /* names 2 as its neighbour */
	assert_true(is_verified(s, &r, id));
}

static void
two_principles_verify_within_the_window(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id;

	raise_make(s, &r);
	(void)raise_one(s, &r, "BA", 2);
	r.now_ms += 6 * MINUTE_MS; /* later than the window of 5 min */
	id = raise_one(s, &r, "BA", 3);
	assert_false(is_verified(s, &r, id));
	id = raise_one(s, &r, "BA", 2);
	assert_true(is_verified(s, &r, id));
}

static void
a_recent_opening_and_a_cancel_are_hints(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	const struct val *hint;
	int64_t id, alarm, same;

	raise_make(s, &r);
	(void)raise_one(s, &r, "OP", 7);
	id = raise_one(s, &r, "BA", 1);
	hint = alarm_val(s, &r, id, "hint");
	assert_non_null(memmem(hint->s.p, hint->s.n, "disarmed 1 s", 12));
	(void)raise_fate_of(s, &r, id, &alarm);
	id = raise_one(s, &r, "BC", 7);
	assert_str(raise_fate_of(s, &r, id, &same), "joined");
	assert_int_equal(alarm, same);
	hint = alarm_val(s, &r, id, "hint");
	assert_non_null(memmem(hint->s.p, hint->s.n, "user 7", 6));
	assert_str(alarm_val(s, &r, id, "state")->s, "new"); /* never closed */
}

/* The newest alarm of the panel, and only within the rule's window. */
static void
a_cancel_means_what_was_just_told(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal off;

	raise_make(s, &r);
	assert_fate(s, &r, raise_one(s, &r, "BA", 1), "raised");
	r.now_ms += 11 * MINUTE_MS; /* the default is 10 */
	assert_fate(s, &r, raise_one(s, &r, "BC", 7), "logged");
	(void)estate_add(s, r.e.program, "alarm_rule",
			 "{\"name\":\"规则\",\"cancel_min\":30}");
	assert_fate(s, &r, raise_one(s, &r, "BC", 7), "joined");
	r.now_ms += SECOND_MS;
	off = raise_like(&r, "BC", 7);
	off.panel = 4711; /* another panel of the site */
	assert_fate(s, &r, raise_put(s, &r, &off), "logged");
}

static void
a_cancel_of_another_partition_is_no_hint(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;

	raise_make(s, &r);
	one = raise_like(&r, "BA", 1);
	one.part_no = 1;
	assert_fate(s, &r, raise_put(s, &r, &one), "raised");
	r.now_ms += SECOND_MS;
	one = raise_like(&r, "BC", 7);
	one.part_no = 2;
	assert_fate(s, &r, raise_put(s, &r, &one), "logged");
	r.now_ms += SECOND_MS;
	one = raise_like(&r, "BC", 7);
	one.part_no = 1;
	assert_fate(s, &r, raise_put(s, &r, &one), "joined");
}

/* A technician's test, and what a rule held back, prove nothing. */
static void
what_did_not_reach_the_desk_verifies_nothing(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct task t;
	int64_t first, id;

	raise_make(s, &r);
	first = raise_one(s, &r, "BA", 2);
	for (int i = 0; i < 2; i++) {
		struct signal of = { .id = first, .org = r.e.org };

		t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
		store_ok(s, people_end(s, &t,
				       raise_fate(&t, &of,
						  i == 0 ? FATE_TEST :
							   FATE_SWINGER,
						  0, NULL)));
		id = raise_one(s, &r, "BA", 1);
		assert_false(is_verified(s, &r, id));
	}
	(void)raise_one(s, &r, "BA", 2);
	id = raise_one(s, &r, "BA", 1);
	assert_true(is_verified(s, &r, id));
}

static void
a_swinger_is_held_back_and_told_once(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	for (int i = 0; i < 4; i++)
		assert_true(
		    !str_is(raise_fate_of(s, &r, raise_one(s, &r, "BA", 1),
					  NULL),
			    "swinger"));
	assert_int_equal(raise_owns(s, &r, "swinger"), 0);
	for (int i = 0; i < 3; i++)
		assert_fate(s, &r, raise_one(s, &r, "BA", 1), "swinger");
	assert_int_equal(raise_owns(s, &r, "swinger"), 1);
	/* Other zones are heard, and hold-up always. */
	assert_fate(s, &r, raise_one(s, &r, "BA", 2), "joined");
	for (int i = 0; i < 8; i++)
		assert_true(
		    !str_is(raise_fate_of(s, &r, raise_one(s, &r, "HA", 1),
					  NULL),
			    "swinger"));
	r.now_ms += 61 * MINUTE_MS; /* quiet for the window */
	assert_true(
	    !str_is(raise_fate_of(s, &r, raise_one(s, &r, "BA", 1), NULL),
		    "swinger"));
}

static void
a_runaway_panel_is_held_back(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id = 0;

	raise_make(s, &r);
	(void)estate_add(s, r.e.program, "alarm_rule",
			 "{\"name\":\"规则\",\"runaway_per_min\":5}");
	for (int i = 0; i < 6; i++)
		id = raise_one(s, &r, "BA", 10 + i);
	assert_fate(s, &r, id, "runaway");
	assert_int_equal(raise_owns(s, &r, "runaway"), 1);
	assert_true(
	    !str_is(raise_fate_of(s, &r, raise_one(s, &r, "FA", 9), NULL),
		    "runaway"));
	r.now_ms += 2 * MINUTE_MS;
	assert_fate(s, &r, raise_one(s, &r, "BA", 30), "joined");
}

static void
a_mains_failure_that_restores_in_time_is_nothing(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t lost, back;

	raise_make(s, &r);
	lost = raise_one(s, &r, "AT", -1);
	assert_fate(s, &r, lost, "delayed");
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + 29 * MINUTE_MS), 0);
	back = raise_one(s, &r, "AR", -1);
	assert_fate(s, &r, lost, "lapsed");
	assert_fate(s, &r, back, "lapsed");
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + HOUR_MS), 0);
	assert_int_equal(raise_alarms(s, &r), 0);
}

static void
a_mains_failure_that_stays_becomes_an_alarm_and_a_fault(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t lost, alarm, same;

	raise_make(s, &r);
	lost = raise_one(s, &r, "AT", -1);
	(void)raise_one(s, &r, "AT", -1); /* the time does not begin anew */
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + 31 * MINUTE_MS), 1);
	assert_str(raise_fate_of(s, &r, lost, &alarm), "raised");
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + MINUTE_MS), 0);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "AR", -1), &same),
		   "restored");
	assert_int_equal(alarm, same);
}

/* As the supervision tells it. */
static int64_t
path_told(struct store *s, struct raise_site *r, const char *code,
	  const char *path)
{
	const struct code *c = code_find(STR("own"), str_of(code), '\0');
	struct signal one;

	assert_non_null(c);
	r->now_ms += SECOND_MS;
	one = raise_like(r, "BA", SIGNAL_NONE);
	one.source = one.format = STR("own");
	one.code = c->code;
	one.role = c->role;
	one.class = c->class;
	one.priority = c->priority;
	one.data = arena_printf(&s->a, "path=%s silent_ms=90000", path);
	return raise_put(s, r, &one);
}

static void
the_return_of_one_path_does_not_end_the_others_loss(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct reg_row row;
	int64_t alarm, joined;

	raise_make(s, &r);
	assert_str(raise_fate_of(s, &r,
				 path_told(s, &r, "path_overdue", "main"),
				 &alarm),
		   "raised");
	assert_str(raise_fate_of(s, &r,
				 path_told(s, &r, "path_overdue", "backup"),
				 &joined),
		   "joined");
	assert_int_equal(joined, alarm);
	assert_str(raise_fate_of(s, &r,
				 path_told(s, &r, "path_restored", "main"),
				 NULL),
		   "restored");
	row = raise_row(s, &r, &alarm_reg, alarm);
	assert_int_equal(reg_val(&alarm_reg, row.v, "restored_ms")->type,
			 VAL_NULL);
	/* nothing of the main path is left to be ended */
	assert_str(raise_fate_of(s, &r,
				 path_told(s, &r, "path_restored", "main"),
				 NULL),
		   "logged");
	assert_str(raise_fate_of(s, &r,
				 path_told(s, &r, "path_restored", "backup"),
				 NULL),
		   "restored");
	row = raise_row(s, &r, &alarm_reg, alarm);
	assert_int_equal(reg_val(&alarm_reg, row.v, "restored_ms")->i,
			 r.now_ms);
}

static void
no_restore_is_told_once(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	(void)raise_one(s, &r, "BA", 1);
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + 11 * HOUR_MS), 0);
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + 2 * HOUR_MS), 1);
	assert_int_equal(raise_owns(s, &r, "no_restore"), 1);
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + DAY_MS), 0);
}

static void
settle(struct store *s, struct raise_site *r, int64_t alarm)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_input in;
	struct reg_row row;
	struct str reason;
	enum err rc;

	rc = reg_input_step(&t, &alarm_reg,
			    STR("{\"disposition\":\"fault_power\","
				"\"reason\":\"ordered\"}"),
			    &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &alarm_reg, alarm, 0, STR("settle"), &in,
				  reason, &row);
	store_ok(s, people_end(s, &t, rc));
}

/* The 12 hours of the rule count from the close. */
static void
what_a_closed_alarm_left_open_is_told_later(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct reg_row row;
	int64_t alarm, begun;

	raise_make(s, &r);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "YT", SIGNAL_NONE),
				 &alarm),
		   "raised");
	begun = r.now_ms;
	r.now_ms += 5 * HOUR_MS;
	settle(s, &r, alarm);
	row = raise_row(s, &r, &alarm_reg, alarm);
	assert_int_equal(reg_val(&alarm_reg, row.v, "left_open")->i, 1);
	assert_int_equal(raise_sweep_at(s, &r, begun + 13 * HOUR_MS), 0);
	assert_int_equal(raise_sweep_at(s, &r, begun + 18 * HOUR_MS), 1);
	assert_int_equal(raise_owns(s, &r, "no_restore"), 1);
	assert_int_equal(raise_sweep_at(s, &r, begun + 40 * HOUR_MS), 0);
}

/* A panel may write as much as a frame holds. */
static void
a_long_text_raises_all_the_same(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;
	struct buf b = buf_open(8192);

	raise_make(s, &r);
	for (int i = 0; i < 1000; i++)
		buf_puts(&b, "防");
	one = raise_like(&r, "BA", 1);
	one.text = buf_str(&b);
	assert_fate(s, &r, raise_put(s, &r, &one), "raised");
	one = raise_like(&r, "HA", 1); /* more urgent: its text is shown */
	one.text = buf_str(&b);
	assert_fate(s, &r, raise_put(s, &r, &one), "joined");
	one = raise_like(&r, "AT", -1);
	one.text = buf_str(&b);
	assert_fate(s, &r, raise_put(s, &r, &one), "delayed");
	(void)raise_sweep_at(s, &r, r.now_ms + 31 * MINUTE_MS);
	assert_int_equal(raise_alarms(s, &r), 2);
	buf_release(&b);
}

/* A signal that is no more: the others' time goes on. */
static void
one_bad_row_stops_no_sweep(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct task t;

	raise_make(s, &r);
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	store_ok(s,
		 db_run(t.db, STMT_RAISE_EVENT_PUT,
			ARGS(val_int(r.panel), val_int(7), val_text(STR("AT")),
			     val_int(r.e.org), val_id(r.e.site),
			     val_text(STR("sia")), val_text(STR("power")),
			     val_int(-1), val_int(12345), val_int(r.now_ms),
			     val_null(), val_null(), val_null(),
			     val_int(r.now_ms + SECOND_MS), val_null(),
			     val_null()),
			NULL, NULL, &t.why));
	store_ok(s, people_end(s, &t, OK));
	(void)raise_one(s, &r, "AT", -1);
	assert_int_equal(raise_alarms(s, &r), 0);
	(void)raise_sweep_at(s, &r, r.now_ms + 31 * MINUTE_MS);
	assert_int_equal(raise_alarms(s, &r), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(an_alarm_is_raised_joined_and_restored),
		STORE_TEST(what_is_only_logged_has_no_fate),
		STORE_TEST(unknown_and_undecoded_have_their_own_queue),
		STORE_TEST(two_adjacent_zones_verify),
		STORE_TEST(two_principles_verify_within_the_window),
		STORE_TEST(a_recent_opening_and_a_cancel_are_hints),
		STORE_TEST(a_cancel_means_what_was_just_told),
		STORE_TEST(a_cancel_of_another_partition_is_no_hint),
		STORE_TEST(what_did_not_reach_the_desk_verifies_nothing),
		STORE_TEST(a_swinger_is_held_back_and_told_once),
		STORE_TEST(a_runaway_panel_is_held_back),
		STORE_TEST(a_mains_failure_that_restores_in_time_is_nothing),
		STORE_TEST(
		    a_mains_failure_that_stays_becomes_an_alarm_and_a_fault),
		STORE_TEST(the_return_of_one_path_does_not_end_the_others_loss),
		STORE_TEST(no_restore_is_told_once),
		STORE_TEST(what_a_closed_alarm_left_open_is_told_later),
		STORE_TEST(a_long_text_raises_all_the_same),
		STORE_TEST(one_bad_row_stops_no_sweep),
	};

	return cmocka_run_group_tests(tests, raise_start, raise_stop);
}
