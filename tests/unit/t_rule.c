/* t_rule.c - limits by class, priority and site; arming schedules. */
#include "raise.h"

#include "alarm/rule.h"
#include "alarm/schedule.h"

static void
defaults_are_the_models(void **state)
{
	struct rule_limits l;

	(void)state;
	rule_default(STR("holdup"), 1, &l);
	assert_int_equal(l.claim_ms, 30 * SECOND_MS);
	assert_int_equal(l.receipt_ms, 60 * SECOND_MS);
	assert_int_equal(l.dispatch_first, 1);
	assert_int_equal(l.delay_ms, 0);
	assert_int_equal(l.close_ms, DAY_MS);
	rule_default(STR("intrusion"), 2, &l);
	assert_int_equal(l.claim_ms, 90 * SECOND_MS);
	assert_int_equal(l.notify_ms, 10 * MINUTE_MS);
	assert_int_equal(l.dispatch_first, 0);
	rule_default(STR("power"), 3, &l);
	assert_int_equal(l.claim_ms, 5 * MINUTE_MS);
	assert_int_equal(l.delay_ms, 30 * MINUTE_MS);
	rule_default(STR("arming"), 4, &l);
	assert_int_equal(l.claim_ms, 15 * MINUTE_MS);
	rule_default(STR("test"), 5, &l);
	assert_int_equal(l.claim_ms, 0);
}

static struct rule_limits
find(struct store *s, const struct raise_site *r, int64_t site,
     const char *class)
{
	struct task t = people_task(s, TX_READ, NOON, r->e.program);
	struct rule_limits l;

	store_ok(s, people_end(s, &t,
			       rule_find(&t, r->e.org, site, str_of(class), 2,
					 &l)));
	return l;
}

/* Every column of the register arrives in its own limit. */
/* Another value for each, within its bounds. */
static int64_t
value_of(size_t i, const struct field *f)
{
	int64_t v = 10 + (int64_t)i;

	return f->type == F_BOOL ? 1 : v > f->max ? v - f->max : v;
}

static void
each_column_is_its_limit(void **state)
{
	static const struct {
		const char *column;
		int64_t unit;
	} columns[] = {
#define X(name, column, unit) { column, unit },
		RULE_LIMITS(X)
#undef X
	};
	struct store *s = store_of(state);
	struct str json = STR("{\"name\":\"全部\"");
	struct raise_site r;
	struct rule_limits l;
	int64_t got[ARRAY_LEN(columns)];

	raise_make(s, &r);
	for (size_t i = 0; i < ARRAY_LEN(columns); i++) {
		size_t at = reg_field(&alarm_rule_reg, columns[i].column);
		const struct field *f = &alarm_rule_reg.fields[at];

		json = arena_printf(&s->a, "%.*s,\"%s\":%s", STR_ARG(json),
				    columns[i].column,
				    f->type == F_BOOL ?
					"true" :
					ESTATE_TEXT("%lld",
						    (long long)value_of(i, f)));
	}
	(void)estate_add(s, r.e.program, "alarm_rule",
			 ESTATE_TEXT("%.*s}", STR_ARG(json)));
	l = find(s, &r, r.e.site, "intrusion");
	{
		const int64_t all[] = {
#define X(name, column, unit) l.name,
			RULE_LIMITS(X)
#undef X
		};

		memcpy(got, all, sizeof(got));
	}
	for (size_t i = 0; i < ARRAY_LEN(columns); i++) {
		size_t at = reg_field(&alarm_rule_reg, columns[i].column);

		print_message("%s\n", columns[i].column);
		assert_int_equal(got[i],
				 value_of(i, &alarm_rule_reg.fields[at]) *
				     columns[i].unit);
	}
}

static void
the_site_goes_before_the_organisation(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	(void)estate_add(s, r.e.program, "alarm_rule",
			 "{\"name\":\"单位\",\"claim_s\":50,\"verify_s\":51}");
	(void)estate_add(s, r.e.program, "alarm_rule",
			 "{\"name\":\"入侵\",\"class\":\"intrusion\","
			 "\"claim_s\":60}");
	assert_int_equal(find(s, &r, r.e.site, "gas").claim_ms, 50000);
	assert_int_equal(find(s, &r, r.e.site, "intrusion").claim_ms, 60000);
	assert_int_equal(find(s, &r, r.e.site, "intrusion").verify_ms, 51000);
	(void)estate_add(s, r.e.program, "alarm_rule",
			 ESTATE_TEXT("{\"name\":\"场所\",\"site\":\"%lld\","
				     "\"claim_s\":70,\"delay_min\":0}",
				     (long long)r.e.site));
	assert_int_equal(find(s, &r, r.e.site, "intrusion").claim_ms, 70000);
	assert_int_equal(find(s, &r, r.e.site, "power").delay_ms, 0);
	assert_int_equal(find(s, &r, 0, "intrusion").claim_ms, 60000);
	assert_int_equal(find(s, &r, 0, "power").delay_ms, 30 * MINUTE_MS);
}

static void
a_scope_has_one_rule(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct reg_input in;
	struct reg_row row;
	struct task t;

	raise_make(s, &r);
	(void)estate_add(s, r.e.program, "alarm_rule",
			 "{\"name\":\"单位\",\"claim_s\":50}");
	t = people_task(s, TX_WRITE, NOON, r.e.program);
	store_ok(s,
		 reg_input_json(&t, &alarm_rule_reg,
				STR("{\"name\":\"又\",\"claim_s\":51}"), &in));
	store_fails(s, ERR_INVALID,
		    people_end(s, &t,
			       reg_create(&t, &alarm_rule_reg, &in, "create",
					  &row)));
}

/* ---- schedules ---- */

/* Monday 2026-11-23 in Shanghai. */
#define MONDAY INT64_C(1795363200000)
#define AT(day, hour, minute) \
	(MONDAY + (day)*DAY_MS + (hour)*HOUR_MS + (minute)*MINUTE_MS)

static const struct schedule shop = {
	.open_min = 9 * 60,
	.close_min = 18 * 60,
	.tolerance_ms = 15 * MINUTE_MS,
	.tell_late_open = true,
	.part_no = -1,
	.weekday = { true, true, true, true, true, false, false },
};

static void
openings_are_judged(void **state)
{
	const struct zone *tz = zone_find(STR("Asia/Shanghai"));
	struct schedule bar = shop;
	struct schedule_holiday day = { 0 };

	(void)state;
	assert_int_equal(schedule_judge(&shop, tz, AT(0, 9, 0)), OPENING_GOOD);
	assert_int_equal(schedule_judge(&shop, tz, AT(0, 8, 46)), OPENING_GOOD);
	assert_int_equal(schedule_judge(&shop, tz, AT(0, 8, 40)),
			 OPENING_EARLY);
	assert_int_equal(schedule_judge(&shop, tz, AT(0, 22, 0)), OPENING_ODD);
	assert_int_equal(schedule_judge(&shop, tz, AT(5, 10, 0)), OPENING_ODD);
	bar.open_min = 17 * 60; /* closes after midnight */
	bar.close_min = 2 * 60;
	assert_int_equal(schedule_judge(&bar, tz, AT(5, 1, 0)), OPENING_GOOD);
	assert_int_equal(schedule_judge(&bar, tz, AT(5, 3, 0)), OPENING_ODD);
	day.from_day = day.to_day = zone_date(tz, AT(0, 12, 0));
	bar = shop;
	bar.holidays = &day;
	bar.n_holidays = 1;
	assert_int_equal(schedule_judge(&bar, tz, AT(0, 10, 0)), OPENING_ODD);
	day.from_day = day.to_day = zone_date(tz, AT(5, 12, 0));
	day.is_working = true; /* a Saturday to make up for it */
	assert_int_equal(schedule_judge(&bar, tz, AT(5, 10, 0)), OPENING_GOOD);
}

/* Opens at 00:10, half an hour earlier at the earliest. */
static void
a_tolerance_reaches_over_midnight(void **state)
{
	const struct zone *tz = zone_find(STR("Asia/Shanghai"));
	struct schedule night = shop;

	(void)state;
	night.open_min = 10;
	night.close_min = 6 * 60;
	night.tolerance_ms = 30 * MINUTE_MS;
	assert_int_equal(schedule_judge(&night, tz, AT(0, 23, 50)),
			 OPENING_GOOD);
	assert_int_equal(schedule_judge(&night, tz, AT(0, 23, 20)),
			 OPENING_ODD);
	/* Nobody works on Saturday. */
	assert_int_equal(schedule_judge(&night, tz, AT(4, 23, 50)),
			 OPENING_ODD);
}

static void
the_next_deadline_is_found(void **state)
{
	const struct zone *tz = zone_find(STR("Asia/Shanghai"));
	struct schedule never = shop;
	bool is_open;

	(void)state;
	assert_int_equal(schedule_next(&shop, tz, AT(0, 0, 0), &is_open),
			 AT(0, 9, 15));
	assert_true(is_open);
	assert_int_equal(schedule_next(&shop, tz, AT(0, 9, 15), &is_open),
			 AT(0, 18, 15));
	assert_false(is_open);
	assert_int_equal(schedule_next(&shop, tz, AT(4, 19, 0), &is_open),
			 AT(7, 9, 15)); /* over the weekend */
	for (int i = 0; i < 7; i++)
		never.weekday[i] = false;
	assert_true(schedule_next(&never, tz, AT(0, 0, 0), &is_open) ==
		    INT64_MAX);
}

static void
shop_hours(struct store *s, const struct raise_site *r)
{
	(void)estate_add(
	    s, r->e.program, "arm_schedule",
	    ESTATE_TEXT("{\"name\":\"营业\",\"panel\":\"%lld\",\"days\":["
			"\"mon\",\"tue\",\"wed\",\"thu\",\"fri\"],"
			"\"opens_at\":\"09:00\",\"closes_at\":\"18:00\","
			"\"tolerance_min\":15,\"repeat_min\":30,"
			"\"tell_late_open\":true,\"tell_early_open\":true,"
			"\"keeps_holidays\":true}",
			(long long)r->panel));
}

/* Written after today was planned. */
static void
a_new_holiday_is_kept_at_once(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	shop_hours(s, &r);
	(void)raise_sweep_at(s, &r, AT(0, 0, 0));
	r.now_ms = AT(0, 1, 0);
	(void)raise_one(s, &r, "CL", 7);
	(void)estate_add(s, r.e.program, "holiday",
			 "{\"name\":\"停业\",\"kind\":\"closed\",\"from_on\":"
			 "\"2026-11-23\",\"to_on\":\"2026-11-23\"}");
	(void)raise_sweep_at(s, &r, AT(0, 1, 10));
	(void)raise_sweep_at(s, &r, AT(0, 9, 16));
	assert_int_equal(raise_owns(s, &r, "late_open"), 0);
	(void)raise_sweep_at(s, &r, AT(1, 9, 16));
	assert_int_equal(raise_owns(s, &r, "late_open"), 1);
}

/* Out of use while it was disarmed. */
static void
a_suspended_panel_closes_not_late(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	shop_hours(s, &r);
	(void)raise_sweep_at(s, &r, AT(0, 0, 0));
	r.now_ms = AT(0, 10, 0);
	(void)raise_one(s, &r, "OP", 7);
	store_ok(s, db_script(s->db, "UPDATE panel SET state = 'suspended'",
			      &s->why));
	(void)raise_sweep_at(s, &r, AT(0, 18, 16));
	assert_int_equal(raise_owns(s, &r, "late_close"), 0);
	store_ok(s,
		 db_script(s->db, "UPDATE panel SET state = 'live'", &s->why));
	(void)raise_sweep_at(s, &r, AT(1, 9, 16));
	(void)raise_sweep_at(s, &r, AT(1, 18, 16));
	assert_int_equal(raise_owns(s, &r, "late_close"), 1);
}

static void
late_and_early_become_signals(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	shop_hours(s, &r);
	(void)raise_sweep_at(s, &r, AT(0, 0, 0));  /* planned */
	(void)raise_sweep_at(s, &r, AT(0, 9, 16)); /* nobody knows it */
	assert_int_equal(raise_owns(s, &r, "late_open"), 0);
	r.now_ms = AT(0, 17, 0);
	(void)raise_one(s, &r, "OP", 7);
	assert_int_equal(raise_owns(s, &r, "early_open"), 0);
	(void)raise_sweep_at(s, &r, AT(0, 18, 16));
	assert_int_equal(raise_owns(s, &r, "late_close"), 1);
	(void)raise_sweep_at(s, &r, AT(0, 18, 30));
	assert_int_equal(raise_owns(s, &r, "late_close"), 1);
	(void)raise_sweep_at(s, &r, AT(0, 18, 47)); /* repeated */
	assert_int_equal(raise_owns(s, &r, "late_close"), 2);
	(void)raise_one(s, &r, "CL", 7);
	(void)raise_sweep_at(s, &r, AT(0, 19, 30));
	assert_int_equal(raise_owns(s, &r, "late_close"), 2);
	r.now_ms = AT(1, 7, 0);
	(void)raise_one(s, &r, "OP", 7);
	assert_int_equal(raise_owns(s, &r, "early_open"), 1);
	(void)raise_one(s, &r, "CL", 7);
	(void)raise_sweep_at(s, &r, AT(1, 9, 16));
	assert_int_equal(raise_owns(s, &r, "late_open"), 1);
	r.now_ms = AT(1, 23, 0);
	(void)raise_one(s, &r, "OP", 7);
	assert_int_equal(raise_owns(s, &r, "odd_open"), 1);
}

static void
arm(struct store *s, struct raise_site *r, const char *code, int64_t part_no)
{
	struct signal one;

	r->now_ms += SECOND_MS;
	one = raise_like(r, code, 3);
	one.part_no = part_no;
	(void)raise_put(s, r, &one);
}

static void
keep_hours(struct store *s, struct raise_site *r)
{
	(void)estate_add(
	    s, r->e.program, "arm_schedule",
	    ESTATE_TEXT("{\"name\":\"营业\",\"panel\":\"%lld\",\"days\":["
			"\"mon\",\"tue\"],\"opens_at\":\"09:00\","
			"\"closes_at\":\"18:00\",\"tolerance_min\":15,"
			"\"tell_late_open\":true,\"tell_early_open\":true,"
			"\"keeps_holidays\":true}",
			(long long)r->panel));
}

/* Partition 2 closed last; 1 still stands open. */
static void
a_panel_is_armed_when_every_partition_is(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	keep_hours(s, &r);
	(void)raise_sweep_at(s, &r, AT(0, 9, 30));
	arm(s, &r, "OP", 1);
	arm(s, &r, "OP", 2);
	r.now_ms = AT(0, 17, 50);
	arm(s, &r, "CL", 2);
	(void)raise_sweep_at(s, &r, AT(0, 18, 16));
	assert_int_equal(raise_owns(s, &r, "late_close"), 1);
	/* The whole panel in one closing. */
	r.now_ms = AT(1, 9, 5);
	arm(s, &r, "OP", 1);
	arm(s, &r, "OP", 2);
	r.now_ms = AT(1, 17, 50);
	arm(s, &r, "CL", SIGNAL_NONE);
	(void)raise_sweep_at(s, &r, AT(1, 18, 16));
	assert_int_equal(raise_owns(s, &r, "late_close"), 1);
}

static void
told_of(struct store *s, struct raise_site *r, int64_t alarm, const char *hint)
{
	struct reg_row row = raise_row(s, r, &alarm_reg, alarm);
	const struct val *v = reg_val(&alarm_reg, row.v, "hint");

	if (hint == NULL) {
		assert_int_equal(reg_val(&alarm_reg, row.v, "restored_ms")
				     ->type,
				 VAL_NULL);
		return;
	}
	assert_int_equal(v->type, VAL_TEXT);
	assert_non_null(memmem(v->s.p, v->s.n, hint, strlen(hint)));
	assert_int_equal(reg_val(&alarm_reg, row.v, "restored_ms")->type,
			 VAL_INT);
}

static void
an_arming_ends_what_the_schedule_told(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t alarm;

	raise_make(s, &r);
	keep_hours(s, &r);
	(void)raise_sweep_at(s, &r, AT(0, 9, 30));
	arm(s, &r, "OP", 1);
	arm(s, &r, "OP", 2);
	(void)raise_sweep_at(s, &r, AT(0, 18, 16));
	assert_str(raise_fate_of(s, &r, raise_told(s, &r), &alarm), "raised");
	told_of(s, &r, alarm, NULL);
	r.now_ms = AT(0, 21, 0);
	arm(s, &r, "CL", 1); /* one of two: the panel is open */
	told_of(s, &r, alarm, NULL);
	r.now_ms = AT(0, 21, 7);
	arm(s, &r, "CL", 2);
	told_of(s, &r, alarm, "armed 21:07 by user 3");
	/* Not opened in time, then opened. */
	(void)raise_sweep_at(s, &r, AT(1, 9, 16));
	assert_str(raise_fate_of(s, &r, raise_told(s, &r), &alarm), "raised");
	r.now_ms = AT(1, 9, 40);
	arm(s, &r, "OP", 1);
	told_of(s, &r, alarm, "disarmed 09:40 by user 3");
	/* Out of schedule, then armed again. */
	arm(s, &r, "CL", SIGNAL_NONE);
	r.now_ms = AT(1, 23, 0);
	arm(s, &r, "OP", 2);
	assert_int_equal(raise_owns(s, &r, "odd_open"), 1);
	assert_str(raise_fate_of(s, &r, raise_told(s, &r), &alarm), "raised");
	told_of(s, &r, alarm, NULL);
	arm(s, &r, "CL", 2);
	told_of(s, &r, alarm, "armed 23:00");
}

/* Paris: on 2026-03-29 the clocks go from 2 to 3, on 2026-10-25 back. */
static void
a_day_of_23_hours_opens_by_the_clock(void **state)
{
	const struct zone *tz = zone_find(STR("Europe/Paris"));
	struct schedule s = shop;
	int64_t day = date_days(2026, 3, 29);
	struct civil c;
	bool is_open;

	(void)state;
	if (tz == NULL)
		skip(); /* this machine has no zone files */
	for (int i = 0; i < 7; i++)
		s.weekday[i] = true;
	for (int i = 0; i < 2; i++) {
		zone_civil(tz,
			   schedule_next(&s, tz, zone_day_start(tz, day),
					 &is_open),
			   &c);
		assert_true(is_open);
		assert_int_equal(c.hour * 60 + c.minute, 9 * 60 + 15);
		day = date_days(2026, 10, 25);
	}
}

static void
times_are_checked(void **state)
{
	int64_t minute;

	(void)state;
	assert_true(day_minute(STR("08:30"), &minute));
	assert_int_equal(minute, 510);
	assert_false(day_minute(STR("24:00"), &minute));
	assert_false(day_minute(STR("8:30"), &minute));
	assert_false(day_minute(STR("08-30"), &minute));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_are_the_models),
		STORE_TEST(each_column_is_its_limit),
		STORE_TEST(the_site_goes_before_the_organisation),
		STORE_TEST(a_scope_has_one_rule),
		cmocka_unit_test(openings_are_judged),
		cmocka_unit_test(the_next_deadline_is_found),
		cmocka_unit_test(a_tolerance_reaches_over_midnight),
		STORE_TEST(late_and_early_become_signals),
		STORE_TEST(a_new_holiday_is_kept_at_once),
		STORE_TEST(a_suspended_panel_closes_not_late),
		STORE_TEST(a_panel_is_armed_when_every_partition_is),
		STORE_TEST(an_arming_ends_what_the_schedule_told),
		cmocka_unit_test(a_day_of_23_hours_opens_by_the_clock),
		cmocka_unit_test(times_are_checked),
	};

	return cmocka_run_group_tests(tests, raise_start, raise_stop);
}
