/* t_mode.c - service mode: what it covers, what it never masks, its end. */
#include "raise.h"

#include "alarm/mode.h"
#include "kind/clock.h"
#include "upkeep/workorder.h"

#define assert_fate(s, r, id, word) \
	assert_str(raise_fate_of((s), (r), (id), NULL), word)

static enum err
begin(struct store *s, struct raise_site *r, const char *more, int64_t *id)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_input in;
	struct reg_row row = { 0 };
	enum err rc =
	    reg_input_json(&t, &service_mode_reg,
			   arena_printf(&s->a,
					"{\"panel\":\"%lld\",\"until_ms\":%lld,"
					"\"purpose\":\"更换探测器\","
					"\"technician\":\"%lld\"%s}",
					(long long)r->panel,
					(long long)(r->now_ms + HOUR_MS),
					(long long)r->e.staff, more),
			   &in);

	if (rc == OK)
		rc = process_open(&t, &service_mode_reg, NULL, &in, &row);
	*id = row.id;
	return people_end(s, &t, rc);
}

static enum err
step(struct store *s, struct raise_site *r, int64_t id, const char *event)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_input in = reg_input_new(&s->a, &service_mode_reg);
	struct reg_row row;

	return people_end(s, &t,
			  process_step(&t, &service_mode_reg, id, 0,
				       str_of(event), &in, STR(""), &row));
}

static struct str
mode_text(struct store *s, struct raise_site *r, int64_t id, const char *field)
{
	struct reg_row row = raise_row(s, r, &service_mode_reg, id);
	const struct val *v = reg_val(&service_mode_reg, row.v, field);

	return v->type == VAL_TEXT ? v->s : STR("");
}

static void
covered_signals_are_a_test(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t mode, alarm, same;

	raise_make(s, &r);
	store_ok(s, begin(s, &r, "", &mode));
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "BA", 1), &alarm),
		   "test");
	assert_true(alarm != 0);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "TA", 2), &same),
		   "test");
	assert_int_equal(alarm, same); /* one per site and service mode */
	assert_int_equal(raise_alarms(s, &r), 0);
	assert_fate(s, &r, raise_one(s, &r, "BH", 1), "test");
}

static void
life_is_never_masked_alone(void **state)
{
	static const char *const codes[] = { "HA", "FA", "MA" };
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t mode;

	raise_make(s, &r);
	store_ok(s, begin(s, &r, ",\"on_site\":true", &mode));
	for (size_t i = 0; i < ARRAY_LEN(codes); i++)
		assert_true(
		    !str_is(raise_fate_of(s, &r, raise_one(s, &r, codes[i], 1),
					  NULL),
			    "test"));
	store_ok(s, step(s, &r, mode, "end"));
	store_ok(s, begin(s, &r, ",\"confirmed_by\":\"李主任\"", &mode));
	assert_true(
	    !str_is(raise_fate_of(s, &r, raise_one(s, &r, "HA", 1), NULL),
		    "test"));
	store_ok(s, step(s, &r, mode, "end"));
	store_ok(s,
		 begin(s, &r, ",\"on_site\":true,\"confirmed_by\":\"李主任\"",
		       &mode));
	assert_fate(s, &r, raise_one(s, &r, "HA", 1), "test");
}

static void
zones_and_classes_narrow_it(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t mode;

	raise_make(s, &r);
	store_ok(s,
		 begin(s, &r, ",\"zones\":\"1, 3\",\"classes\":[\"intrusion\"]",
		       &mode));
	assert_fate(s, &r, raise_one(s, &r, "BA", 1), "test");
	assert_fate(s, &r, raise_one(s, &r, "BA", 2), "raised");
	assert_fate(s, &r, raise_one(s, &r, "TA", 3), "joined");
	assert_fate(s, &r, raise_one(s, &r, "BA", 3), "test");
}

/* Its restore belongs to the alarm that the desk has. */
static void
a_test_of_a_zone_in_alarm_leaves_it_to_its_alarm(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t alarm, mode, of;

	raise_make(s, &r);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "BA", 1), &alarm),
		   "raised");
	store_ok(s, begin(s, &r, "", &mode));
	assert_fate(s, &r, raise_one(s, &r, "BA", 1), "test");
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "BH", 1), &of),
		   "restored");
	assert_int_equal(of, alarm);
}

static void
it_ends_itself_and_says_what_is_open(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct task t;
	int64_t mode, n;

	raise_make(s, &r);
	store_ok(s, begin(s, &r, "", &mode));
	(void)raise_one(s, &r, "BA", 1);
	(void)raise_one(s, &r, "BA", 3);
	(void)raise_one(s, &r, "BH", 1);
	store_fails(s, ERR_STATE, step(s, &r, mode, "expire"));
	r.now_ms += 2 * HOUR_MS;
	/* Its time is over even before the sweeper comes. */
	assert_fate(s, &r, raise_one(s, &r, "BA", 2), "raised");
	t = people_task(s, TX_WRITE, r.now_ms, actor_program(0));
	store_ok(s, people_end(s, &t, clock_sweep(&t, 100, &n)));
	assert_str(mode_text(s, &r, mode, "state"), "expired");
	assert_str(mode_text(s, &r, mode, "open_zones"), "3");
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + SECOND_MS), 1);
	assert_int_equal(raise_owns(s, &r, "mode_open"), 1);
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + SECOND_MS), 0);
}

static void
it_has_a_longest_time(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t mode;

	raise_make(s, &r);
	store_fails(s, ERR_INVALID, begin(s, &r, ",\"zones\":\"a\"", &mode));
	(void)estate_add(s, r.e.program, "alarm_rule",
			 "{\"name\":\"规则\",\"mode_max_h\":1}");
	store_ok(s, begin(s, &r, "", &mode));
	r.now_ms -= SECOND_MS;
	store_fails(s, ERR_INVALID,
		    begin(s, &r, ",\"from_ms\":1789999000000", &mode));
}

static int64_t
order(struct store *s, struct raise_site *r)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_row row = { 0 };
	struct reg_input in;

	store_ok(s, reg_input_json(&t, &workorder_reg,
				   arena_printf(&s->a,
						"{\"site\":\"%lld\","
						"\"reporter\":\"x\","
						"\"symptom\":\"坏了\"}",
						(long long)r->e.site),
				   &in));
	store_ok(s,
		 people_end(s, &t,
			    process_open(&t, &workorder_reg, NULL, &in, &row)));
	return row.id;
}

static void
a_site_may_demand_an_order(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t mode, wo;

	raise_make(s, &r);
	(void)estate_add(s, r.e.program, "alarm_rule",
			 ESTATE_TEXT("{\"name\":\"规则\",\"site\":\"%lld\","
				     "\"mode_needs_order\":true}",
				     (long long)r.e.site));
	store_fails(s, ERR_INVALID, begin(s, &r, "", &mode));
	wo = order(s, &r);
	store_ok(s, begin(s, &r,
			  ESTATE_TEXT(",\"workorder\":\"%lld\"", (long long)wo),
			  &mode));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(covered_signals_are_a_test),
		STORE_TEST(life_is_never_masked_alone),
		STORE_TEST(zones_and_classes_narrow_it),
		STORE_TEST(a_test_of_a_zone_in_alarm_leaves_it_to_its_alarm),
		STORE_TEST(it_ends_itself_and_says_what_is_open),
		STORE_TEST(it_has_a_longest_time),
		STORE_TEST(a_site_may_demand_an_order),
	};

	return cmocka_run_group_tests(tests, raise_start, raise_stop);
}
