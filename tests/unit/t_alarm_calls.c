/* t_alarm_calls.c - what is said in calls, what proves a false alarm, and the
 * entries of an alarm. */
#include "desk_help.h"

#include "alarm/incident.h"
#include "alarm/notice.h"
#include "alarm/police.h"

#define METHOD(m) "{\"method\":\"" m "\"}"

static int64_t
add_contact(struct centre *c, const char *words)
{
	struct store *s = c->s;

	return estate_add(s, c->e.program, "contact",
			  ESTATE_TEXT("{\"name\":\"行长\",\"customer\":"
				      "\"%lld\",\"role\":\"keyholder\","
				      "\"phone\":\"1\"%s}",
				      (long long)c->e.customer, words));
}

static enum err
enter(struct centre *c, struct actor who, struct alarm_entry_new e)
{
	struct task t = people_task(c->s, TX_WRITE, c->now_ms, who);
	struct reg_row row;

	e.alarm = c->alarm;
	return people_end(c->s, &t, alarm_entry_add(&t, &e, &row));
}

static void
false_needs_proof(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_entry_new call = { .kind = STR("call"),
					.outcome = STR("reached") };

	centre_make(s, &c);
	call.contact = add_contact(&c, ",\"password\":\"长江长江\","
				       "\"duress_word\":\"黄河黄河\"");
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_fails(s, ERR_STATE,
		    centre_op(&c, "clear", "{\"disposition\":\"false_user\"}"));
	store_ok(s, centre_op(&c, "verify", METHOD("call")));
	store_fails(s, ERR_INVALID,
		    centre_op(&c, "clear", "{\"disposition\":\"false_user\"}"));
	store_fails(s, ERR_INVALID,
		    centre_op(&c, "clear",
			      "{\"disposition\":\"real_intrusion\"}"));
	call.word_result = "wrong";
	store_ok(s, enter(&c, c.op.who, call));
	store_fails(s, ERR_INVALID,
		    centre_op(&c, "clear", "{\"disposition\":\"false_user\"}"));
	call.word_result = "right";
	store_ok(s, enter(&c, c.op.who, call));
	store_ok(s, centre_op(&c, "clear", "{\"disposition\":\"false_user\"}"));
	centre_state(&c, "cleared");
	assert_int_equal(centre_clock(&c, "close").due_ms, NOON + DAY_MS);
}

static void
a_duress_word_confirms(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_entry_new call = { .kind = STR("call"),
					.word_result = "duress" };

	centre_make(s, &c);
	call.contact = add_contact(&c, ",\"duress_word\":\"黄河黄河\"");
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, enter(&c, c.op.who, call));
	centre_state(&c, "confirmed");
	assert_str(centre_val(&c, "outcome")->s, "real");
	assert_int_not_equal(centre_val(&c, "incident")->i, 0);
	assert_int_equal(centre_val(&c, "hint")->type, VAL_TEXT);
}

static void
after_a_duress_word_no_call_proves_anything(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_entry_new call = { .kind = STR("call"),
					.outcome = STR("reached"),
					.word_result = "right" };

	centre_make(s, &c);
	call.contact = add_contact(&c, ",\"password\":\"长江长江\"");
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("call")));
	call.word_result = "duress";
	store_ok(s, enter(&c, c.op.who, call));
	call.word_result = "right";
	store_ok(s, enter(&c, c.op.who, call));
	assert_int_not_equal(centre_op(&c, "clear",
				       "{\"disposition\":\"false_user\"}"),
			     OK);
}

static void
entries_are_the_owners_until_it_is_closed(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_entry_new call = { .kind = STR("call") };
	struct alarm_entry_new note = { .kind = STR("note"),
					.text = STR("看到灯亮") };
	struct alarm_entry_new late = { .kind = STR("supplement"),
					.text = STR("用户来电补充") };

	centre_make(s, &c);
	centre_raise(&c, "power", 3);
	store_fails(s, ERR_STATE, enter(&c, c.op.who, call));
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, enter(&c, c.op.who, call));
	store_fails(s, ERR_STATE, enter(&c, c.other.who, call));
	store_ok(s, enter(&c, c.other.who, note));
	store_fails(s, ERR_STATE, enter(&c, c.op.who, late));
	store_ok(s,
		 centre_op(&c, "clear", "{\"disposition\":\"fault_power\"}"));
	store_ok(s, centre_op(&c, "close",
			      "{\"narrative\":\"停电\",\"left_open\":true}"));
	store_fails(s, ERR_STATE, enter(&c, c.op.who, note));
	store_ok(s, enter(&c, c.op.who, late));
	store_fails(s, ERR_STATE, centre_op(&c, "close", ""));
}

/* The police hear of the alarm's incident. */
static int64_t
report_to_police(struct centre *c)
{
	struct store *s = c->s;
	struct reg_row row;
	struct reg_input in;
	struct str reason;
	struct task t = people_task(s, TX_WRITE, c->now_ms, c->op.who);
	enum err rc = reg_input_step(
	    &t, &police_report_reg,
	    str_of(
		ESTATE_TEXT("{\"incident\":\"%lld\",\"channel\":\"phone\","
			    "\"content\":\"入室盗窃\"}",
			    (long long)reg_val(&alarm_reg, c->row.v, "incident")
				->i)),
	    &in, &reason);

	if (rc == OK)
		rc = process_open(&t, &police_report_reg, "send", &in, &row);
	store_ok(s, people_end(s, &t, rc));
	return row.id;
}

static struct reg_row
row_of(struct centre *c, const struct reg *r, int64_t id)
{
	struct task t = people_task(c->s, TX_READ, c->now_ms, c->e.program);
	struct store *s = c->s;
	struct reg_row row;

	store_ok(s, people_end(s, &t, reg_get(&t, r, id, &row)));
	return row;
}

#define incident_state(c, id, word)                                            \
	assert_str(reg_val(&incident_reg, row_of(&(c), &incident_reg, (id)).v, \
			   "state")                                            \
		       ->s,                                                    \
		   (word))

#define CAUGHT                                                             \
	"{\"disposition\":\"real_intrusion\",\"narrative\":\"已移交\"," \
	"\"not_told\":\"用户在场\"}"

static void
real_and_p1_are_closed_by_two(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	const char *done = "{\"narrative\":\"已移交\",\"left_open\":true}";
	int64_t incident;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_step(&c, c.lead.who, "claim", ""));
	store_ok(s, centre_step(&c, c.lead.who, "verify", METHOD("video")));
	store_ok(s, centre_step(&c, c.lead.who, "confirm", METHOD("video")));
	incident = reg_val(&alarm_reg, c.row.v, "incident")->i;
	(void)report_to_police(&c);
	store_ok(s, centre_step(&c, c.lead.who, "clear", CAUGHT));
	store_fails(s, ERR_STATE, centre_step(&c, c.lead.who, "close", done));
	/* Not by himself, though he may lead; not by an operator. */
	store_fails(s, ERR_FORBIDDEN,
		    centre_step(&c, c.lead.who, "approve", ""));
	store_fails(s, ERR_FORBIDDEN, centre_step(&c, c.op.who, "approve", ""));
	store_ok(s, centre_step(&c, c.second.who, "reject",
				"{\"reason\":\"经过不清\"}"));
	centre_state(&c, "verifying");
	store_ok(s, centre_step(&c, c.lead.who, "confirm", METHOD("video")));
	/* Sent back, it is the same incident. */
	assert_int_equal(centre_val(&c, "incident")->i, incident);
	store_ok(s, centre_step(&c, c.lead.who, "dispatch", ""));
	store_ok(s, centre_step(&c, c.lead.who, "clear", CAUGHT));
	incident_state(c, incident, "responding");
	store_ok(s, centre_step(&c, c.second.who, "approve", ""));
	incident_state(c, incident, "cleared");
	store_ok(s, centre_step(&c, c.lead.who, "close", done));
	centre_state(&c, "closed");
	assert_int_equal(centre_val(&c, "approved_by")->i, c.second.user);
}

/* Its patrols and reports are of the incident that has ended meanwhile. */
static void
sent_back_it_keeps_an_incident_that_ended(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct reg_input in;
	struct reg_row row;
	struct str reason;
	struct task t;
	int64_t incident;
	enum err rc;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("video")));
	store_ok(s, centre_op(&c, "confirm", METHOD("video")));
	incident = reg_val(&alarm_reg, c.row.v, "incident")->i;
	(void)report_to_police(&c);
	store_ok(s, centre_op(&c, "clear", CAUGHT));
	t = people_task(s, TX_WRITE, c.now_ms, c.op.who);
	rc = reg_input_step(&t, &incident_reg,
			    STR("{\"outcome\":\"real\",\"findings\":"
				"\"撬锁\"}"),
			    &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &incident_reg, incident, 0, STR("clear"),
				  &in, reason, &row);
	store_ok(s, people_end(s, &t, rc));
	store_ok(s, centre_step(&c, c.lead.who, "reject",
				"{\"reason\":\"经过不清\"}"));
	store_ok(s, centre_op(&c, "confirm", METHOD("video")));
	assert_int_equal(centre_val(&c, "incident")->i, incident);
	store_ok(s, centre_op(&c, "dispatch", ""));
	store_ok(s, centre_op(&c, "clear", CAUGHT));
}

/* C.3.2: DISPATCHED to CLEARED needs who was there and that the customer was
 * told, or why not. */
static void
a_response_is_not_forgotten(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	int64_t incident;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("video")));
	store_ok(s, centre_op(&c, "confirm", METHOD("video")));
	incident = reg_val(&alarm_reg, c.row.v, "incident")->i;
	store_ok(s, centre_step(&c, c.e.program, "dispatch", ""));
	store_fails(s, ERR_STATE,
		    centre_op(&c, "clear",
			      "{\"disposition\":\"real_intrusion\","
			      "\"not_told\":\"x\"}"));
	assert_non_null(strstr(s->why.text[LANG_EN], "report to 110"));
	store_fails(s, ERR_INVALID,
		    centre_op(&c, "clear", "{\"disposition\":\"false_user\"}"));
	assert_non_null(strstr(s->why.text[LANG_EN], "notice to the customer"));
	/* It was false after all: nobody has to be there, and its last alarm
	 * ends the incident. */
	store_ok(s, centre_op(&c, "clear",
			      "{\"disposition\":\"false_user\","
			      "\"narrative\":\"店主误按\","
			      "\"not_told\":\"店主在场\"}"));
	incident_state(c, incident, "cleared");
	assert_str(reg_val(&incident_reg, row_of(&c, &incident_reg, incident).v,
			   "findings")
		       ->s,
		   "店主误按");
}

/* C.3.2: AVS 2 to 4 at CONFIRMED; the police hear it. */
static void
what_is_confirmed_has_a_level(void **state)
{
	struct store *s = store_of(state);
	struct reg_row report;
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s,
		 centre_op(&c, "verify", "{\"method\":\"video\",\"avs\":1}"));
	store_fails(s, ERR_INVALID, centre_op(&c, "confirm", METHOD("video")));
	assert_non_null(strstr(s->why.text[LANG_EN], "2 to 4"));
	store_ok(s,
		 centre_op(&c, "confirm", "{\"method\":\"video\",\"avs\":3}"));
	report = row_of(&c, &police_report_reg, report_to_police(&c));
	assert_int_equal(reg_val(&police_report_reg, report.v, "avs")->i, 3);
	centre_raise(&c, "power", 3);
	c.now_ms += HOUR_MS;
	centre_raise(&c, "medical", 1);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("call")));
	store_ok(s, centre_op(&c, "confirm", METHOD("call")));
	assert_int_equal(centre_val(&c, "avs")->i, 4); /* of its class */
}

/* C.3.2: P3 is told within 30 min, confirmed or not. */
static void
a_technical_alarm_is_told_too(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct reg_input in;
	struct reg_row row;
	struct str reason;
	struct task t;
	enum err rc;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	assert_int_equal(centre_clock(&c, "notify").id, 0); /* the incident's */
	c.now_ms += HOUR_MS;
	centre_raise(&c, "comms", 3);
	store_ok(s, centre_op(&c, "claim", ""));
	assert_int_equal(centre_clock(&c, "notify").due_ms,
			 c.now_ms + 30 * MINUTE_MS);
	centre_wait(&c, 31 * MINUTE_MS);
	assert_true(centre_val(&c, "escalated")->i > 0);
	t = people_task(s, TX_WRITE, c.now_ms, c.op.who);
	rc = reg_input_step(
	    &t, &notice_reg,
	    str_of(ESTATE_TEXT("{\"alarm\":\"%lld\",\"event\":\"alarm\","
			       "\"kind\":\"phone\",\"address\":\"110\"}",
			       (long long)c.alarm)),
	    &in, &reason);
	if (rc == OK)
		rc = process_open(&t, &notice_reg, "queue", &in, &row);
	store_ok(s, people_end(s, &t, rc));
	assert_int_equal(reg_val(&notice_reg, row.v, "site")->i, c.e.site);
	assert_non_null(memmem(reg_val(&notice_reg, row.v, "content")->s.p,
			       reg_val(&notice_reg, row.v, "content")->s.n,
			       "JB", 2));
	t = people_task(s, TX_WRITE, c.now_ms, c.op.who);
	rc =
	    reg_input_step(&t, &notice_reg,
			   STR("{\"acknowledged_by\":\"店主\"}"), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &notice_reg, row.id, 0,
				  STR("acknowledge"), &in, reason, &row);
	store_ok(s, people_end(s, &t, rc));
	assert_int_equal(centre_clock(&c, "notify").stopped_ms, c.now_ms);
}

/* Closed, nobody waits any more: what was late stays missed, and stops. */
static void
a_late_notice_stops_with_its_alarm(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct clock_view clock;

	centre_make(s, &c);
	centre_raise(&c, "comms", 3);
	store_ok(s, centre_op(&c, "claim", ""));
	centre_wait(&c, 31 * MINUTE_MS);
	store_ok(s, centre_op(&c, "settle",
			      "{\"disposition\":\"fault_power\","
			      "\"reason\":\"片区停电\"}"));
	clock = centre_clock(&c, "notify");
	assert_int_equal(clock.stopped_ms, c.now_ms);
	assert_string_equal(clock_state(&clock, c.now_ms), "missed");
}

/* Who was told of another site's incident was not told of this alarm. */
static void
a_notice_is_of_the_alarms_own_incident(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct reg_input in;
	struct reg_row row;
	struct str reason;
	struct task t;
	int64_t incident;
	enum err rc;

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_op(&c, "claim", ""));
	store_ok(s, centre_op(&c, "verify", METHOD("video")));
	store_ok(s, centre_op(&c, "confirm", METHOD("video")));
	incident = reg_val(&alarm_reg, c.row.v, "incident")->i;
	c.now_ms += HOUR_MS;
	centre_raise(&c, "comms", 3);
	t = people_task(s, TX_WRITE, c.now_ms, c.op.who);
	rc = reg_input_step(
	    &t, &notice_reg,
	    str_of(ESTATE_TEXT("{\"alarm\":\"%lld\",\"incident\":\"%lld\","
			       "\"event\":\"alarm\",\"kind\":\"phone\","
			       "\"address\":\"110\"}",
			       (long long)c.alarm, (long long)incident)),
	    &in, &reason);
	if (rc == OK)
		rc = process_open(&t, &notice_reg, "queue", &in, &row);
	store_fails(s, ERR_INVALID, people_end(s, &t, rc));
	assert_string_equal(s->why.faults[0].field, "incident");
}

/* ---- what was approved is what is closed ---- */

static void
verify_by(struct centre *c, const char *method)
{
	struct store *s = c->s;

	store_ok(s, centre_op(c, "claim", ""));
	store_ok(s, centre_op(c, "verify", method));
}

static void
unverifiable_is_not_closed_as_false(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	(void)add_contact(&c, ",\"password\":\"长江长江\"");
	centre_raise(&c, "intrusion", 2);
	verify_by(&c, METHOD("call"));
	/* What the leader is to approve is told in words. */
	store_fails(s, ERR_INVALID,
		    centre_op(&c, "clear",
			      "{\"disposition\":\"unverifiable\"}"));
	store_ok(s, centre_op(&c, "clear",
			      "{\"disposition\":\"unverifiable\","
			      "\"narrative\":\"无人接听\"}"));
	store_fails(s, ERR_STATE,
		    centre_op(&c, "close",
			      "{\"disposition\":\"false_user\","
			      "\"narrative\":\"误操作\",\"left_open\":true}"));
	store_ok(s, centre_step(&c, c.lead.who, "approve", ""));
	store_fails(s, ERR_STATE,
		    centre_op(&c, "close",
			      "{\"disposition\":\"false_user\","
			      "\"narrative\":\"无人接听\",\"left_open\":"
			      "true}"));
	store_fails(s, ERR_STATE,
		    centre_op(&c, "close",
			      "{\"narrative\":\"误操作\",\"left_open\":true}"));
	store_ok(s, centre_op(&c, "close", "{\"left_open\":true}"));
}

static void
real_is_not_closed_as_false_nor_false_as_real(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	const char *as_false = "{\"disposition\":\"false_user\","
			       "\"narrative\":\"已移交\",\"left_open\":true}";
	const char *as_real = "{\"disposition\":\"real_intrusion\","
			      "\"narrative\":\"猫\",\"left_open\":true}";

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	verify_by(&c, METHOD("video"));
	store_ok(s, centre_op(&c, "confirm", METHOD("video")));
	(void)report_to_police(&c);
	store_ok(s, centre_op(&c, "clear", CAUGHT));
	store_ok(s, centre_step(&c, c.lead.who, "approve", ""));
	store_fails(s, ERR_STATE, centre_op(&c, "close", as_false));
	store_fails(s, ERR_STATE,
		    centre_step(&c, c.lead.who, "close", as_false));
	store_ok(s, centre_op(&c, "close", "{\"left_open\":true}"));

	c.now_ms += HOUR_MS;
	centre_raise(&c, "intrusion", 2);
	verify_by(&c, METHOD("video"));
	store_ok(s,
		 centre_op(&c, "clear", "{\"disposition\":\"false_works\"}"));
	store_fails(s, ERR_STATE, centre_op(&c, "close", as_real));
}

/* A duress word that was spoken after it was cleared. */
static void
proof_is_asked_again_at_the_close(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_entry_new call = { .kind = STR("call"),
					.outcome = STR("reached"),
					.word_result = "right" };

	centre_make(s, &c);
	call.contact = add_contact(&c, ",\"password\":\"长江长江\"");
	centre_raise(&c, "intrusion", 2);
	verify_by(&c, METHOD("call"));
	store_ok(s, enter(&c, c.op.who, call));
	store_ok(s, centre_op(&c, "clear", "{\"disposition\":\"false_user\"}"));
	call.word_result = "duress";
	store_ok(s, enter(&c, c.op.who, call));
	assert_int_not_equal(centre_op(&c, "close",
				       "{\"narrative\":\"误操作\","
				       "\"left_open\":true}"),
			     OK);
	assert_string_equal(s->why.faults[0].field, "method");
}

static void
who_cleared_it_does_not_approve_it(void **state)
{
	struct store *s = store_of(state);
	struct centre c;

	centre_make(s, &c);
	centre_raise(&c, "holdup", 1);
	store_ok(s, centre_step(&c, c.lead.who, "claim", ""));
	store_ok(s, centre_step(&c, c.lead.who, "verify", METHOD("video")));
	store_ok(s, centre_step(&c, c.lead.who, "clear",
				"{\"disposition\":\"false_user\","
				"\"narrative\":\"误按\"}"));
	store_ok(s, centre_op(&c, "take", "{\"reason\":\"换人\"}"));
	store_fails(s, ERR_FORBIDDEN,
		    centre_step(&c, c.lead.who, "approve", ""));
	store_ok(s, centre_step(&c, c.second.who, "approve", ""));
}

/* Technical alarms need no proof. */
static void
an_alarm_does_not_hide_in_a_technical_one(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	int64_t technical;

	centre_make(s, &c);
	centre_raise(&c, "power", 3);
	technical = c.alarm;
	centre_raise(&c, "intrusion", 2);
	store_fails(s, ERR_INVALID,
		    centre_op(&c, "merge",
			      ESTATE_TEXT("{\"merged_into\":\"%lld\","
					  "\"reason\":\"x\"}",
					  (long long)technical)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(false_needs_proof),
		STORE_TEST(a_duress_word_confirms),
		STORE_TEST(after_a_duress_word_no_call_proves_anything),
		STORE_TEST(entries_are_the_owners_until_it_is_closed),
		STORE_TEST(real_and_p1_are_closed_by_two),
		STORE_TEST(sent_back_it_keeps_an_incident_that_ended),
		STORE_TEST(a_late_notice_stops_with_its_alarm),
		STORE_TEST(a_notice_is_of_the_alarms_own_incident),
		STORE_TEST(a_response_is_not_forgotten),
		STORE_TEST(what_is_confirmed_has_a_level),
		STORE_TEST(a_technical_alarm_is_told_too),
		STORE_TEST(unverifiable_is_not_closed_as_false),
		STORE_TEST(real_is_not_closed_as_false_nor_false_as_real),
		STORE_TEST(proof_is_asked_again_at_the_close),
		STORE_TEST(who_cleared_it_does_not_approve_it),
		STORE_TEST(an_alarm_does_not_hide_in_a_technical_one),
	};

	return cmocka_run_group_tests(tests, centre_start, centre_stop);
}
