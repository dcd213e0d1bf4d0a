/* t_alarm_calls.c - what is said in calls, what proves a false alarm, and the
 * entries of an alarm. */
#include "desk_help.h"

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

static void
real_and_p1_are_closed_by_two(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	const char *done = "{\"narrative\":\"已移交\",\"left_open\":true}";

	centre_make(s, &c);
	centre_raise(&c, "intrusion", 2);
	store_ok(s, centre_step(&c, c.lead.who, "claim", ""));
	store_ok(s, centre_step(&c, c.lead.who, "verify", METHOD("video")));
	store_ok(s, centre_step(&c, c.lead.who, "confirm", METHOD("video")));
	store_ok(s, centre_step(&c, c.e.program, "dispatch", ""));
	store_ok(s, centre_step(&c, c.lead.who, "clear",
				"{\"disposition\":\"real_intrusion\"}"));
	store_fails(s, ERR_STATE, centre_step(&c, c.lead.who, "close", done));
	/* Not by himself, though he may lead; not by an operator. */
	store_fails(s, ERR_FORBIDDEN,
		    centre_step(&c, c.lead.who, "approve", ""));
	store_fails(s, ERR_FORBIDDEN, centre_step(&c, c.op.who, "approve", ""));
	store_ok(s, centre_step(&c, c.second.who, "reject",
				"{\"reason\":\"经过不清\"}"));
	centre_state(&c, "verifying");
	store_ok(s, centre_step(&c, c.lead.who, "confirm", METHOD("video")));
	store_ok(s, centre_step(&c, c.e.program, "dispatch", ""));
	store_ok(s, centre_step(&c, c.lead.who, "clear",
				"{\"disposition\":\"real_intrusion\"}"));
	store_ok(s, centre_step(&c, c.second.who, "approve", ""));
	store_ok(s, centre_step(&c, c.lead.who, "close", done));
	centre_state(&c, "closed");
	assert_int_equal(centre_val(&c, "approved_by")->i, c.second.user);
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
	};

	return cmocka_run_group_tests(tests, centre_start, centre_stop);
}
