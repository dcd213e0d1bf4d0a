/* t_shift.c - duty, no seat empty, the hand-over that both sign. */
#include "desk_help.h"

struct shifts {
	struct centre c;
	int64_t shift;
};

static void
look(struct shifts *h)
{
	struct store *s = h->c.s;
	struct task t = people_task(s, TX_READ, h->c.now_ms, h->c.e.program);

	store_ok(s, people_end(s, &t, shift_now(&t, &h->shift)));
}

static enum err
step(struct shifts *h, struct actor who, const char *event, const char *body,
     struct reg_row *row)
{
	struct store *s = h->c.s;
	struct task t = people_task(s, TX_WRITE, h->c.now_ms, who);
	struct reg_input in;
	struct str reason;
	enum err rc;

	rc = reg_input_step(&t, &shift_reg, str_of(body), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &shift_reg, h->shift, 0, str_of(event),
				  &in, reason, row);
	return people_end(s, &t, rc);
}

static enum err
on_duty(struct shifts *h, const struct person *p)
{
	struct task t = people_task(h->c.s, TX_READ, h->c.now_ms, p->who);

	return people_end(h->c.s, &t, shift_be_on_duty(&t));
}

static void
a_leader_begins_the_shift(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct person op;

	h.c = (struct centre){ .s = s, .now_ms = NOON };
	estate_make(s, &h.c.e);
	op = centre_person(&h.c, "op", "operator");
	centre_certify(&h.c, &op, "guard", "2030-01-01");
	store_fails(s, ERR_STATE, centre_duty(&h.c, &op, "seat1"));
	assert_non_null(strstr(s->why.text[LANG_EN], "shift leader"));
}

static void
duty_is_begun_once(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };

	centre_make(s, &h.c);
	store_ok(s, on_duty(&h, &h.c.op));
	store_fails(s, ERR_STATE, centre_duty(&h.c, &h.c.op, "seat3"));
	store_ok(s, centre_leave(&h.c, &h.c.op));
	store_fails(s, ERR_STATE, on_duty(&h, &h.c.op));
	store_fails(s, ERR_STATE, centre_leave(&h.c, &h.c.op));
	store_ok(s, centre_duty(&h.c, &h.c.op, "seat3"));
}

static void
no_seat_empty_while_alarms_are_open(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };

	centre_make(s, &h.c);
	centre_raise(&h.c, "intrusion", 2);
	store_ok(s, centre_leave(&h.c, &h.c.op));
	store_ok(s, centre_leave(&h.c, &h.c.other));
	store_fails(s, ERR_STATE, centre_leave(&h.c, &h.c.lead));
	assert_non_null(strstr(s->why.text[LANG_EN], "1 alarms"));
	store_ok(s, centre_duty(&h.c, &h.c.op, "seat1"));
	store_ok(s, centre_leave(&h.c, &h.c.lead));
}

static void
both_sign_the_hand_over(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;
	int64_t first;

	centre_make(s, &h.c);
	centre_raise(&h.c, "intrusion", 2);
	look(&h);
	first = h.shift;
	store_fails(s, ERR_STATE,
		    step(&h, h.c.second.who, "hand_over", "{\"notes\":\"无\"}",
			 &row));
	store_fails(s, ERR_INVALID,
		    step(&h, h.c.lead.who, "hand_over", "", &row));
	store_ok(s, step(&h, h.c.lead.who, "hand_over",
			 "{\"notes\":\"3号席耳机坏\"}", &row));
	assert_non_null(
	    strstr(arena_cstr(&s->a, reg_val(&shift_reg, row.v, "snapshot")->s),
		   "\"open\":1"));
	/* Nobody is off duty in between. */
	store_ok(s, on_duty(&h, &h.c.op));
	/* Not the same person; not an operator; not without a certificate. */
	store_fails(s, ERR_FORBIDDEN,
		    step(&h, h.c.lead.who, "take_over", "", &row));
	store_fails(s, ERR_FORBIDDEN,
		    step(&h, h.c.op.who, "take_over", "", &row));
	store_ok(s, step(&h, h.c.second.who, "take_over", "", &row));
	assert_str(reg_val(&shift_reg, row.v, "state")->s, "closed");
	assert_int_equal(reg_val(&shift_reg, row.v, "taken_by")->i,
			 h.c.second.user);
	/* The next shift is open, and who was on duty is in it. */
	look(&h);
	assert_int_not_equal(h.shift, first);
	store_ok(s, on_duty(&h, &h.c.second));
	store_ok(s, on_duty(&h, &h.c.op));
	store_ok(s, on_duty(&h, &h.c.lead));
	store_ok(s, centre_leave(&h.c, &h.c.lead));
}

static void
a_hand_over_is_recalled(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;

	centre_make(s, &h.c);
	look(&h);
	store_ok(s, step(&h, h.c.lead.who, "hand_over", "{\"notes\":\"无\"}",
			 &row));
	store_ok(s, step(&h, h.c.lead.who, "recall",
			 "{\"reason\":\"接班人未到\"}", &row));
	assert_int_equal(reg_val(&shift_reg, row.v, "handed_by")->type,
			 VAL_NULL);
	store_fails(s, ERR_STATE,
		    step(&h, h.c.second.who, "take_over", "", &row));
}

static void
the_sound_is_muted_for_minutes(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;

	centre_make(s, &h.c);
	look(&h);
	store_fails(s, ERR_INVALID,
		    step(&h, h.c.op.who, "mute",
			 ESTATE_TEXT("{\"muted_until_ms\":%lld,\"reason\":"
				     "\"通话\"}",
				     (long long)(NOON + HOUR_MS)),
			 &row));
	store_ok(s, step(&h, h.c.op.who, "mute",
			 ESTATE_TEXT("{\"muted_until_ms\":%lld,\"reason\":"
				     "\"通话\"}",
				     (long long)(NOON + 5 * MINUTE_MS)),
			 &row));
	assert_int_equal(reg_val(&shift_reg, row.v, "muted_by")->i,
			 h.c.op.user);
}

static void
members_are_not_written_by_hand(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_input in;
	struct reg_row row;
	struct task t;
	enum err rc;

	centre_make(s, &h.c);
	look(&h);
	t = people_task(s, TX_WRITE, NOON, h.c.lead.who);
	rc = reg_input_json(
	    &t, &shift_member_reg,
	    str_of(ESTATE_TEXT("{\"shift\":\"%lld\",\"person\":\"%lld\","
			       "\"name\":\"x\",\"seat\":\"seat4\","
			       "\"from_ms\":1}",
			       (long long)h.shift, (long long)h.c.second.user)),
	    &in);
	if (rc == OK)
		rc = reg_create(&t, &shift_member_reg, &in, "create", &row);
	store_fails(s, ERR_STATE, people_end(s, &t, rc));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_leader_begins_the_shift),
		STORE_TEST(duty_is_begun_once),
		STORE_TEST(no_seat_empty_while_alarms_are_open),
		STORE_TEST(both_sign_the_hand_over),
		STORE_TEST(a_hand_over_is_recalled),
		STORE_TEST(the_sound_is_muted_for_minutes),
		STORE_TEST(members_are_not_written_by_hand),
	};

	return cmocka_run_group_tests(tests, centre_start, centre_stop);
}
