/* t_raise_unknown.c - what nobody knows or reads raises an alarm of its own,
 * and is judged again when somebody knows it. */
#include "raise.h"

#include "alarm/raise_parts.h"
#include "alarm/unknown.h"

#define assert_fate(s, r, id, word) \
	assert_str(raise_fate_of((s), (r), (id), NULL), word)

static struct signal
unknown_of(struct raise_site *r, const char *account)
{
	struct signal one = raise_like(r, "BA", 1);

	one.state = STR(SIGNAL_UNKNOWN);
	one.line = STR("R1L1");
	one.account = str_of(account);
	one.panel = one.site = one.customer = 0;
	return one;
}

/* P3, to be claimed in five minutes: an account that nobody knows may be a
 * panel of ours that lost its number. */
static void
what_nobody_knows_raises_one_alarm_per_sender(void **state)
{
	struct store *s = store_of(state);
	int64_t alarm, same, other;
	struct raise_site r;
	struct reg_row row;
	struct signal one;

	raise_make(s, &r);
	one = unknown_of(&r, "ABCD");
	(void)raise_fate_of(s, &r, raise_put(s, &r, &one), &alarm);
	assert_true(alarm != 0);
	row = raise_row(s, &r, &alarm_reg, alarm);
	assert_str(reg_val(&alarm_reg, row.v, "priority")->s, "p3");
	assert_str(reg_val(&alarm_reg, row.v, "sender")->s, "R1L1 #ABCD");
	assert_str(reg_val(&alarm_reg, row.v, "code")->s, "unknown_account");
	/* hours later it still joins; another sender does not */
	r.now_ms += 5 * HOUR_MS;
	one = unknown_of(&r, "ABCD");
	(void)raise_fate_of(s, &r, raise_put(s, &r, &one), &same);
	assert_int_equal(same, alarm);
	one = unknown_of(&r, "BEEF");
	(void)raise_fate_of(s, &r, raise_put(s, &r, &one), &other);
	assert_true(other != 0 && other != alarm);
	/* unreadable ones of a panel are its own, not another alarm's */
	(void)raise_one(s, &r, "YC", -1);
	one = raise_like(&r, "BA", 1);
	one.account = STR("1234");
	one.state = STR(SIGNAL_UNDECODED);
	(void)raise_fate_of(s, &r, raise_put(s, &r, &one), &other);
	row = raise_row(s, &r, &alarm_reg, other);
	assert_str(reg_val(&alarm_reg, row.v, "code")->s, "undecoded");
	assert_int_equal(reg_val(&alarm_reg, row.v, "site")->i, r.e.site);
	r.now_ms += DAY_MS;
	(void)raise_fate_of(s, &r, raise_one(s, &r, "YC", -1), &same);
	assert_true(same != 0 && same != other);
}

/* Odd routes are kept as they came; a sender holds 40 characters. */
static void
a_long_route_raises_too(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct reg_row row;
	struct signal one;
	int64_t alarm;

	raise_make(s, &r);
	for (int i = 0; i < 2; i++) {
		one = unknown_of(&r,
				 i == 0 ? "0123456789ABCDEF0123456789ABC" : "");
		one.line =
		    STR("R1234567890123456789L1234567890123456789012345");
		(void)raise_fate_of(s, &r, raise_put(s, &r, &one), &alarm);
		assert_true(alarm != 0);
		row = raise_row(s, &r, &alarm_reg, alarm);
		assert_str(reg_val(&alarm_reg, row.v, "sender")->s,
			   "R1234567890123456789L1234567890123456789");
	}
}

/* Who tries accounts does not fill the desk. */
static void
many_unknown_senders_are_one_alarm(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;
	int64_t before, last = 0;

	raise_make(s, &r);
	for (int i = 0; i < 40; i++) {
		r.now_ms += SECOND_MS;
		one = unknown_of(&r, ESTATE_TEXT("%04X", 0xA000 + i));
		before = last;
		(void)raise_fate_of(s, &r, raise_put(s, &r, &one), &last);
		assert_true(i < 20 ? last != before :
				     i == 20 || last == before);
	}
	assert_int_equal(raise_alarms(s, &r), 21);
}

static void
frame_add(struct store *s, struct raise_site *r, struct signal *one,
	  const char *frame)
{
	struct task t =
	    people_task(s, TX_WRITE, r->now_ms, actor_program(r->e.org));

	store_ok(s, db_run(t.db, STMT_SIGNAL_INSERT,
			   ARGS(val_int(one->id), val_int(one->org),
				val_int(one->received_ms), val_null(),
				val_text(STR("dc09")), val_text(STR("tcp")),
				val_null(), val_text(one->line),
				val_text(one->account), val_text(STR("0002")),
				val_text(STR("SIA-DCS")), val_int(0),
				val_null(), val_null(), val_null(),
				val_bytes(frame, strlen(frame)), val_int(0),
				val_text(one->format), val_text(one->code),
				val_null(), val_null(), val_int(3), val_null(),
				val_null(), val_null(), val_null(), val_null(),
				val_null(), val_text(one->state)),
			   NULL, NULL, &t.why));
	store_ok(s, people_end(s, &t, raise_signal(&t, one)));
}

static enum err
again(struct store *s, struct raise_site *r, int64_t signal, int64_t *n)
{
	struct task t =
	    people_task(s, TX_WRITE, r->now_ms, actor_program(r->e.org));

	return people_end(s, &t, unknown_again(&t, signal, n));
}

static enum err
panel_encrypts(struct store *s, struct raise_site *r)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	const struct reg *panel = reg_find(STR("panel"));
	struct reg_input in;
	struct reg_row row;
	enum err rc =
	    reg_input_json(&t, panel, STR("{\"encryption\":\"aes128\"}"), &in);

	if (rc == OK)
		rc = reg_update(&t, panel, r->panel, 0, &in, "update", &row);
	return people_end(s, &t, rc);
}

/* A burglary that came before its panel was connected is one all the same. */
static void
judged_again_it_becomes_an_alarm(void **state)
{
	struct store *s = store_of(state);
	int64_t id, n, alarm, unknown;
	struct raise_site r;
	struct reg_row row;
	struct signal one;
	struct task t;

	raise_make(s, &r);
	one = unknown_of(&r, "1234");
	frame_add(s, &r, &one,
		  "D800002F\"SIA-DCS\"0002R1L1#1234[#1234|Nri2ti10:02:04BA3]");
	(void)raise_fate_of(s, &r, one.id, &unknown);
	r.now_ms += HOUR_MS;
	store_ok(s, again(s, &r, one.id, &n));
	assert_int_equal(n, 1);
	assert_fate(s, &r, one.id, "again");
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms), 1);
	assert_fate(s, &r, one.id, "settled");
	id = raise_ask(s, ASK_AGAIN, ARGS(val_int(r.e.org), val_int(one.id)))
		 .v[0]
		 .i;
	t = people_task(s, TX_READ, r.now_ms, r.e.program);
	store_ok(s, raise_signal_get(&t, id, &one));
	assert_str(one.source, "again");
	assert_int_equal(one.panel, r.panel);
	assert_int_equal(one.zone_no, 3);
	assert_true(one.received_ms == r.now_ms);
	store_ok(s, people_end(s, &t, OK));
	t = people_task(s, TX_WRITE, r.now_ms, actor_program(r.e.org));
	store_ok(s, people_end(s, &t, raise_signal(&t, &one)));
	assert_str(raise_fate_of(s, &r, id, &alarm), "raised");
	assert_true(alarm != unknown);
	row = raise_row(s, &r, &alarm_reg, alarm);
	assert_str(reg_val(&alarm_reg, row.v, "class")->s, "intrusion");
	/* it is seen that it is late, and the unknown one has its end */
	assert_non_null(
	    strstr(arena_cstr(&s->a, reg_val(&alarm_reg, row.v, "summary")->s),
		   "judged late"));
	row = raise_row(s, &r, &alarm_reg, unknown);
	assert_true(reg_val(&alarm_reg, row.v, "restored_ms")->type == VAL_INT);
	/* nothing is judged twice */
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + SECOND_MS), 0);
	store_fails(s, ERR_STATE, again(s, &r, one.id, &n));
}

/* Plain, though its panel must encrypt: whoever forged it is not believed
 * later either, unless the line takes such frames. */
static void
a_plain_frame_is_not_believed_later(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;
	int64_t n;

	raise_make(s, &r);
	store_ok(s, panel_encrypts(s, &r));
	one = unknown_of(&r, "1234");
	one.state = STR(SIGNAL_UNDECODED);
	frame_add(s, &r, &one,
		  "D800002F\"SIA-DCS\"0002R1L1#1234[#1234|Nri2ti10:02:04BA3]");
	store_ok(s, again(s, &r, one.id, &n));
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms), 1);
	assert_fate(s, &r, one.id, "undecoded");
	(void)estate_add(s, r.e.program, "receiver",
			 "{\"name\":\"旧主机\",\"line\":\"R1L1\","
			 "\"unknown_answer\":\"ack\",\"plain_answer\":"
			 "\"accept\"}");
	store_ok(s, again(s, &r, one.id, &n));
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms), 1);
	assert_fate(s, &r, one.id, "settled");
}

static void
what_is_still_unknown_comes_back(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;
	int64_t n;

	raise_make(s, &r);
	one = unknown_of(&r, "9999");
	frame_add(s, &r, &one,
		  "D800002F\"SIA-DCS\"0002R1L1#1234[#1234|Nri2ti10:02:04BA3]");
	store_ok(s, again(s, &r, one.id, &n));
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms), 1);
	assert_fate(s, &r, one.id, "unknown");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_nobody_knows_raises_one_alarm_per_sender),
		STORE_TEST(a_long_route_raises_too),
		STORE_TEST(a_plain_frame_is_not_believed_later),
		STORE_TEST(many_unknown_senders_are_one_alarm),
		STORE_TEST(judged_again_it_becomes_an_alarm),
		STORE_TEST(what_is_still_unknown_comes_back),
	};

	return cmocka_run_group_tests(tests, raise_start, raise_stop);
}
