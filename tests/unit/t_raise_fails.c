/* t_raise_fails.c - what goes wrong around an alarm, and that it reaches the
 * desk all the same. */
#include "raise.h"

#include "alarm/raise_parts.h"
#include "base/buf.h"

static const struct stmt rates_stmt = {
	.name = "t_rates",
	.sql = { "SELECT COUNT(*) FROM panel_rate",
		 "SELECT COUNT(*) FROM panel_rate" },
};
static int rates_no;

static void
retired_by_hand(struct store *s, const char *table, int64_t id)
{
	store_ok(s, db_script(s->db,
			      ESTATE_TEXT("UPDATE %s SET retired_ms = 1"
					  " WHERE id = %lld",
					  table, (long long)id),
			      &s->why));
}

/* A contract ended, the panel was forgotten: it burns all the same. */
static void
a_retired_site_and_customer_are_heard(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	retired_by_hand(s, "site", r.e.site);
	retired_by_hand(s, "customer", r.e.customer);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "FA", 1), NULL),
		   "raised");
	assert_int_equal(raise_alarms(s, &r), 1);
}

/* As ever for people: nothing new is hung on what is retired. */
static void
people_still_cannot_refer_to_what_is_retired(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct reg_input in;
	struct reg_row row;
	struct task t;
	enum err rc;

	raise_make(s, &r);
	retired_by_hand(s, "site", r.e.site);
	t = people_task(s, TX_WRITE, NOON, r.e.program);
	t.who.user = 1;
	rc = reg_input_json(&t, reg_find(STR("area")),
			    arena_printf(&s->a,
					 "{\"name\":\"大堂\","
					 "\"site\":\"%lld\"}",
					 (long long)r.e.site),
			    &in);
	if (rc == OK)
		rc = reg_create(&t, reg_find(STR("area")), &in, "create", &row);
	store_fails(s, ERR_INVALID, people_end(s, &t, rc));
}

static void
two_long_zone_names_verify(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct buf b = buf_open(1024);
	struct reg_row row;
	const struct val *why;
	int64_t alarm;

	raise_make(s, &r);
	for (int i = 0; i < 80; i++)
		buf_puts(&b, "防");
	for (int i = 0; i < 2; i++)
		store_ok(s, db_script(s->db,
				      ESTATE_TEXT("UPDATE zone SET name = "
						  "'%.*s' WHERE id = %lld",
						  STR_ARG(buf_str(&b)),
						  (long long)r.zone[i]),
				      &s->why));
	buf_release(&b);
	(void)raise_one(s, &r, "BA", 2);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "BA", 1), &alarm),
		   "joined");
	row = raise_row(s, &r, &alarm_reg, alarm);
	assert_int_equal(reg_val(&alarm_reg, row.v, "verified")->i, 1);
	why = reg_val(&alarm_reg, row.v, "verified_why");
	assert_true(str_chars(why->s) <= 200 && str_is_utf8(why->s));
}

static void
a_retired_device_takes_no_alarm_with_it(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t system, device;

	raise_make(s, &r);
	system = estate_add(s, r.e.program, "system",
			    ESTATE_TEXT("{\"name\":\"S1\",\"site\":\"%lld\","
					"\"kind\":\"video\"}",
					(long long)r.e.site));
	device =
	    estate_add(s, r.e.program, "device",
		       ESTATE_TEXT("{\"name\":\"主机箱\",\"site\":\"%lld\","
				   "\"system\":\"%lld\",\"kind\":\"other\","
				   "\"layer\":\"front\",\"criticality\":"
				   "\"core\","
				   "\"state\":\"in_use\"}",
				   (long long)r.e.site, (long long)system));
	store_ok(s, db_script(s->db,
			      ESTATE_TEXT("UPDATE panel SET device = %lld",
					  (long long)device),
			      &s->why));
	retired_by_hand(s, "device", device);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "YT", -1), NULL),
		   "raised");
	assert_int_equal(raise_alarms(s, &r), 1);
}

static void
a_fault_that_fails_takes_no_alarm_with_it(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	store_ok(s,
		 db_script(s->db, "ALTER TABLE fault RENAME TO away", &s->why));
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "YT", -1), NULL),
		   "raised");
	store_ok(s,
		 db_script(s->db, "ALTER TABLE away RENAME TO fault", &s->why));
}

/* Its customer is no row: no rule can make an alarm of that, but it is a
 * fire. */
static void
a_rule_that_fails_leaves_a_bare_alarm(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;
	struct reg_row row;
	struct task t;
	int64_t alarm;

	raise_make(s, &r);
	one = raise_like(&r, "FA", 1);
	one.customer = 12345;
	one.text = STR("机房");
	assert_true(raise_is_bare(&one));
	t = people_task(s, TX_WRITE, r.now_ms, actor_program(r.e.org));
	raise_store(&t, &one);
	assert_int_equal(raise_signal(&t, &one), ERR_INVALID);
	(void)people_end(s, &t, ERR_INVALID);
	t = people_task(s, TX_WRITE, r.now_ms, actor_program(r.e.org));
	raise_store(&t, &one);
	store_ok(s, people_end(s, &t, raise_bare(&t, &one)));
	assert_str(raise_fate_of(s, &r, one.id, &alarm), "raised");
	row = raise_row(s, &r, &alarm_reg, alarm);
	assert_str(reg_val(&alarm_reg, row.v, "priority")->s, "p1");
	assert_str(reg_val(&alarm_reg, row.v, "summary")->s, "机房");
	one = raise_like(&r, "RP", 1);
	assert_false(raise_is_bare(&one));
	one = raise_like(&r, "FH", 1); /* a restore */
	assert_false(raise_is_bare(&one));
}

static void
bad_delay(struct store *s, const struct raise_site *r, int64_t zone_no)
{
	store_ok(s, db_run(s->db, STMT_RAISE_EVENT_PUT,
			   ARGS(val_int(r->panel), val_int(zone_no),
				val_text(STR("AT")), val_int(r->e.org),
				val_id(r->e.site), val_text(STR("sia")),
				val_text(STR("power")), val_int(-1),
				val_int(12345), val_int(r->now_ms), val_null(),
				val_null(), val_null(),
				val_int(r->now_ms + SECOND_MS),
				val_int(r->now_ms + SECOND_MS), val_null()),
			   NULL, NULL, &s->why));
}

/* More of them than a sweep takes. */
static void
many_bad_rows_stop_no_sweep(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct task t;

	raise_make(s, &r);
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	for (int i = 0; i < 60; i++)
		bad_delay(s, &r, 100 + i);
	store_ok(s, people_end(s, &t, OK));
	(void)raise_one(s, &r, "AT", -1);
	r.now_ms += 31 * MINUTE_MS;
	(void)raise_sweep_at(s, &r, r.now_ms);
	(void)raise_sweep_at(s, &r, r.now_ms + SECOND_MS);
	assert_int_equal(raise_alarms(s, &r), 1);
}

/* The restore is stored, but waits behind a backlog. */
static void
what_waits_to_be_handled_is_not_missing(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct task t;
	int64_t n, begun;

	raise_make(s, &r);
	(void)raise_one(s, &r, "AT", -1);
	begun = r.now_ms;
	r.now_ms += 40 * MINUTE_MS;
	t = people_task(s, TX_WRITE, r.now_ms, actor_program(0));
	store_ok(s,
		 people_end(s, &t,
			    raise_sweep(&t, begun + 29 * MINUTE_MS, 50, &n)));
	assert_int_equal(n, 0);
	(void)raise_sweep_at(s, &r, r.now_ms);
	assert_int_equal(raise_alarms(s, &r), 1);
}

/* Another node was faster by a step: the second time it is read anew. */
static enum err
loses_twice(struct task *t, const void *ctx)
{
	int *left = (int *)(uintptr_t)ctx;

	if (*left == 0)
		return OK;
	--*left;
	return fail(&t->why, ERR_VERSION, "changed", "已被修改");
}

static void
a_lost_race_is_run_again(void **state)
{
	struct store *s = store_of(state);
	struct task t;
	bool good;
	int left = 2;

	t = people_task(s, TX_WRITE, NOON, actor_program(people_org(s)));
	store_ok(s, raise_apart(&t, loses_twice, &left, 1, &good));
	assert_true(good);
	left = 100; /* not for ever */
	store_ok(s, raise_apart(&t, loses_twice, &left, 1, &good));
	assert_false(good);
	store_ok(s, people_end(s, &t, OK));
}

static int64_t
rates(struct store *s)
{
	return store_value(s, rates_no, NO_ARGS).i;
}

/* It makes up a zone number for each: no row for each of them, and none for
 * ever. */
static void
a_runaway_counts_no_new_zones(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t before;

	raise_make(s, &r);
	(void)estate_add(s, r.e.program, "alarm_rule",
			 "{\"name\":\"规则\",\"runaway_per_min\":5}");
	for (int i = 0; i < 6; i++)
		(void)raise_one(s, &r, "BA", 10 + i);
	before = rates(s);
	for (int i = 0; i < 20; i++)
		assert_str(raise_fate_of(s, &r, raise_one(s, &r, "BA", 100 + i),
					 NULL),
			   "runaway");
	assert_int_equal(rates(s), before);
	(void)raise_sweep_at(s, &r, r.now_ms + 2 * DAY_MS);
	assert_int_equal(rates(s), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_retired_site_and_customer_are_heard),
		STORE_TEST(people_still_cannot_refer_to_what_is_retired),
		STORE_TEST(two_long_zone_names_verify),
		STORE_TEST(a_retired_device_takes_no_alarm_with_it),
		STORE_TEST(a_fault_that_fails_takes_no_alarm_with_it),
		STORE_TEST(a_rule_that_fails_leaves_a_bare_alarm),
		STORE_TEST(many_bad_rows_stop_no_sweep),
		STORE_TEST(what_waits_to_be_handled_is_not_missing),
		STORE_TEST(a_runaway_counts_no_new_zones),
		STORE_TEST(a_lost_race_is_run_again),
	};

	rates_no = stmt_add(&rates_stmt);
	return cmocka_run_group_tests(tests, raise_start, raise_stop);
}
