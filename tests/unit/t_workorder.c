/* t_workorder.c - the repair order: matrix, limits, life, guards, clocks. */
#include "estate.h"

#include "upkeep/workorder.h"

static void
the_matrix_grades(void **state)
{
	static const struct {
		struct fault_scope s;
		enum grade want;
	} rows[] = {
		{ { { "single", sizeof("single") - 1 }, false, false, true },
		  GRADE_GENERAL },
		{ { { "single", sizeof("single") - 1 }, true, false, true },
		  GRADE_URGENT },
		{ { { "partial", sizeof("partial") - 1 }, false, false, true },
		  GRADE_GENERAL },
		{ { { "partial", sizeof("partial") - 1 }, false, false, false },
		  GRADE_URGENT },
		{ { { "partial", sizeof("partial") - 1 }, true, false, true },
		  GRADE_URGENT },
		{ { { "subsystem", sizeof("subsystem") - 1 },
		    false,
		    false,
		    false },
		  GRADE_URGENT },
		{ { { "subsystem", sizeof("subsystem") - 1 },
		    true,
		    false,
		    false },
		  GRADE_URGENT },
		{ { { "subsystem", sizeof("subsystem") - 1 },
		    true,
		    true,
		    false },
		  GRADE_MAJOR },
		{ { { "whole", sizeof("whole") - 1 }, false, false, false },
		  GRADE_MAJOR },
		{ { { "whole", sizeof("whole") - 1 }, true, true, false },
		  GRADE_MAJOR },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(grade_of(&rows[i].s), rows[i].want);
}

static void
the_norm_limits(void **state)
{
	struct clock_limit l = norm_limit(GRADE_URGENT, LIMIT_REPAIR);

	(void)state;
	assert_int_equal(l.limit_ms, 8 * HOUR_MS);
	assert_string_equal(l.source, "SVC-6.1.2");
	l = norm_limit(GRADE_MAJOR, LIMIT_RESPONSE);
	assert_int_equal(l.limit_ms, 15 * MINUTE_MS);
	assert_int_equal(norm_limit(GRADE_MAJOR, LIMIT_ARRIVAL).limit_ms, 0);
	assert_string_equal(stricter(l, 10 * MINUTE_MS, "HT1").source, "HT1");
	assert_string_equal(stricter(l, 20 * MINUTE_MS, "HT1").source,
			    "SVC-6.1.3");
}

/* Steps are taken at a time of their own; each in its own transaction. */
struct life {
	struct store *s;
	struct estate e;
	int64_t order, now_ms;
	struct reg_row row;
};

static enum err
step_by(struct life *l, struct actor who, const char *event, const char *body)
{
	struct task t = people_task(l->s, TX_WRITE, l->now_ms, who);
	struct reg_input in;
	struct str reason;
	enum err rc;

	rc = reg_input_step(&t, &workorder_reg, str_of(body), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &workorder_reg, l->order, 0,
				  str_of(event), &in, reason, &l->row);
	return people_end(l->s, &t, rc);
}

static enum err
step(struct life *l, const char *event, const char *body)
{
	return step_by(l, l->e.program, event, body);
}

static void
open_order(struct life *l, struct store *s)
{
	struct task t;
	struct reg_input in;
	struct reg_row row = { 0 };
	enum err rc;

	*l = (struct life){ .s = s, .now_ms = NOON };
	estate_make(s, &l->e);
	t = people_task(s, TX_WRITE, NOON, l->e.program);
	rc = reg_input_json(&t, &workorder_reg,
			    str_of(ESTATE_TEXT("{\"site\":\"%lld\","
					       "\"reporter\":\"行长\","
					       "\"symptom\":\"无图像\"}",
					       (long long)l->e.site)),
			    &in);
	if (rc == OK)
		rc = process_open(&t, &workorder_reg, NULL, &in, &row);
	store_ok(s, people_end(s, &t, rc));
	l->order = row.id;
	l->row = row;
}

static void
certify(struct life *l)
{
	struct store *s = l->s;

	(void)estate_add(s, l->e.program, "certificate",
			 ESTATE_TEXT("{\"staff\":\"%lld\","
				     "\"kind\":\"installer\",\"number\":\"N1\","
				     "\"issuer\":\"协会\",\"valid_from\":"
				     "\"2024-01-01\",\"valid_to\":\"2030-01-"
				     "01\"}",
				     (long long)l->e.staff));
}

static struct clock_view
clock_named(struct life *l, const char *name)
{
	struct task t = people_task(l->s, TX_READ, l->now_ms, l->e.program);
	struct clock_view *list, found = { 0 };
	size_t n = 0;

	store_ok(l->s, people_end(l->s, &t,
				  clock_list(&t, &workorder_reg, l->order,
					     &list, &n)));
	for (size_t i = 0; i < n; i++)
		if (str_is(list[i].name, name))
			found = list[i];
	return found;
}

#define GRADED_AS(g) "{\"grade\":\"" g "\",\"extent\":\"single\"}"

/* The order up to the test, an hour a step from NOON. */
static void
repair_it(struct life *l)
{
	struct store *s = l->s;
	const char *assign =
	    ESTATE_TEXT("{\"technician\":\"%lld\"}", (long long)l->e.staff);

	store_ok(s, step(l, "grade", GRADED_AS("general")));
	l->now_ms += HOUR_MS;
	store_ok(s, step(l, "respond", "{\"response_note\":\"马上到\"}"));
	store_ok(s, step(l, "assign", assign));
	l->now_ms += HOUR_MS;
	store_ok(s, step(l, "arrive", "{\"arrival_proof\":\"position\"}"));
	store_ok(s, step(l, "diagnose",
			 "{\"diagnosis\":\"电源坏\",\"core_part\":false,"
			 "\"chargeable\":false}"));
	store_ok(s, step(l, "repair", ""));
	l->now_ms += HOUR_MS;
	store_ok(s, step(l, "test", "{\"test_content\":\"看图像\"}"));
	store_ok(s,
		 step(l, "pass",
		      "{\"test_result\":[\"cured\"],\"staff_sign\":\"甲\"}"));
}

static void
a_repair_from_report_to_archive(void **state)
{
	struct store *s = store_of(state);
	struct life l;

	open_order(&l, s);
	certify(&l);
	assert_int_equal(reg_val(&workorder_reg, l.row.v, "customer")->i,
			 l.e.customer);
	repair_it(&l);
	assert_int_equal(clock_named(&l, "response").stopped_ms,
			 NOON + HOUR_MS);
	assert_int_equal(clock_named(&l, "repair").due_ms, NOON + DAY_MS);
	store_ok(s, step(&l, "accept", "{\"user_sign\":\"行长\"}"));
	store_fails(s, ERR_STATE, step(&l, "settle", "{\"amount_fen\":1}"));
	store_ok(s, step(&l, "archive", ""));
	assert_str(reg_val(&workorder_reg, l.row.v, "state")->s, "archived");
	store_fails(s, ERR_STATE, step(&l, "grade", GRADED_AS("major")));
}

static void
a_rejected_acceptance_runs_on_from_the_start(void **state)
{
	struct store *s = store_of(state);
	struct life l;
	struct clock_view c;

	open_order(&l, s);
	certify(&l);
	repair_it(&l);
	assert_int_equal(clock_named(&l, "repair").stopped_ms, l.now_ms);
	store_fails(s, ERR_INVALID, step(&l, "reject", ""));
	store_fails(s, ERR_INVALID, step(&l, "reject", "{\"reason\":7}"));
	store_ok(s, step(&l, "reject", "{\"reason\":\"仍无图像\"}"));
	c = clock_named(&l, "repair");
	assert_int_equal(c.stopped_ms, 0);
	assert_int_equal(c.start_ms, NOON);
	assert_int_equal(c.due_ms, NOON + DAY_MS);
	assert_int_equal(reg_val(&workorder_reg, l.row.v, "restored_ms")->type,
			 VAL_NULL);
}

static void
guards_say_what_is_missing(void **state)
{
	struct store *s = store_of(state);
	struct life l;
	const char *assign;

	open_order(&l, s);
	assign = ESTATE_TEXT("{\"technician\":\"%lld\"}", (long long)l.e.staff);
	store_fails(s, ERR_INVALID,
		    step(&l, "grade",
			 "{\"grade\":\"general\",\"extent\":\"whole\"}"));
	store_fails(s, ERR_INVALID, step(&l, "grade", ""));
	store_fails(s, ERR_NOT_FOUND, step(&l, "fly", ""));
	store_ok(s, step(&l, "grade",
			 "{\"grade\":\"major\",\"extent\":\"whole\"}"));
	store_ok(s, step(&l, "respond", "{\"response_note\":\"到\"}"));
	store_fails(s, ERR_INVALID, /* beyond all calendars */
		    step(&l, "assign",
			 ESTATE_TEXT("{\"technician\":\"%lld\","
				     "\"eta_ms\":253402300800000}",
				     (long long)l.e.staff)));
	assert_non_null(strstr(s->why.text[LANG_EN], "1970"));
	store_fails(s, ERR_INVALID, step(&l, "assign", assign));
	assert_non_null(strstr(s->why.text[LANG_EN], "certificate"));
	certify(&l);
	store_ok(s, step(&l, "assign", assign));
	store_ok(s, step(&l, "arrive", "{\"arrival_proof\":\"customer\"}"));
	store_ok(s, step(&l, "diagnose",
			 "{\"diagnosis\":\"主机坏\",\"core_part\":true,"
			 "\"chargeable\":true}"));
	store_fails(s, ERR_STATE, step(&l, "repair", ""));
	store_ok(s, step(&l, "quote", "{\"quote_fen\":50000}"));
	store_fails(s, ERR_INVALID, step(&l, "approve", "{\"number\":\"x\"}"));
	store_ok(s, step(&l, "approve", "{\"approver\":\"行长\"}"));
	l.now_ms += HOUR_MS;
	store_fails(s, ERR_INVALID,
		    step(&l, "provide",
			 ESTATE_TEXT("{\"temporary\":\"巡逻\",\"special_plan\":"
				     "\"换机\",\"extended_to_ms\":%lld,"
				     "\"notice_sent_ms\":%lld,\"reason\":"
				     "\"无件\"}",
				     (long long)(l.now_ms + DAY_MS),
				     (long long)(l.now_ms + 1))));
	store_ok(s, step(&l, "provide",
			 ESTATE_TEXT("{\"temporary\":\"巡逻\",\"special_plan\":"
				     "\"换机\",\"extended_to_ms\":%lld,"
				     "\"notice_sent_ms\":%lld,\"reason\":"
				     "\"无件\"}",
				     (long long)(l.now_ms + DAY_MS),
				     (long long)l.now_ms)));
	assert_int_equal(clock_named(&l, "extended").due_ms, l.now_ms + DAY_MS);
	assert_int_equal(clock_named(&l, "repair").due_ms, NOON + 4 * HOUR_MS);
}

static void
a_lower_grade_needs_a_second_person(void **state)
{
	struct store *s = store_of(state);
	struct life l;
	int64_t second;

	open_order(&l, s);
	second = people_add(s, l.e.org, "second", "manager");
	store_fails(s, ERR_STATE,
		    step(&l, "regrade",
			 "{\"grade\":\"major\",\"reason\":\"x\"}"));
	store_ok(s, step(&l, "grade", GRADED_AS("urgent")));
	store_fails(s, ERR_INVALID,
		    step(&l, "regrade",
			 "{\"grade\":\"general\",\"reason\":\"单台\"}"));
	store_ok(s,
		 step(&l, "regrade",
		      ESTATE_TEXT("{\"grade\":\"general\",\"reason\":\"单台\","
				  "\"regrade_notice\":\"已电话告知\","
				  "\"regrade_by\":\"%lld\"}",
				  (long long)second)));
	assert_int_equal(clock_named(&l, "repair").due_ms, NOON + DAY_MS);
	store_ok(s, step(&l, "regrade",
			 "{\"grade\":\"major\",\"reason\":\"扩大\"}"));
	assert_int_equal(clock_named(&l, "repair").due_ms, NOON + 4 * HOUR_MS);
	assert_string_equal(arena_cstr(&s->a, clock_named(&l, "repair").source),
			    "SVC-6.1.3");
}

/* Graded under a contract that is stricter for urgent faults alone. */
static void
grade_by_contract(struct life *l, const char *grade)
{
	struct store *s = l->s;
	int64_t contract = estate_add(
	    s, l->e.program, "contract",
	    ESTATE_TEXT("{\"name\":\"维保\",\"customer\":\"%lld\","
			"\"kind\":\"mixed\",\"state\":\"draft\","
			"\"scope\":[\"video\"],\"start_on\":\"2026-01-01\","
			"\"end_on\":\"2026-12-31\",\"repair_urgent_h\":6,"
			"\"arrival_urgent_min\":60}",
			(long long)l->e.customer));

	store_ok(s, step(l, "grade",
			 ESTATE_TEXT("{\"grade\":\"%s\",\"extent\":"
				     "\"single\",\"contract\":\"%lld\"}",
				     grade, (long long)contract)));
}

static void
a_contract_makes_limits_stricter(void **state)
{
	struct store *s = store_of(state);
	struct life l;

	open_order(&l, s);
	grade_by_contract(&l, "urgent");
	assert_int_equal(clock_named(&l, "repair").due_ms, NOON + 6 * HOUR_MS);
	assert_int_equal(clock_named(&l, "arrival").due_ms, NOON + HOUR_MS);
	assert_int_equal(clock_named(&l, "response").due_ms,
			 NOON + 30 * MINUTE_MS);
}

static void
roles_are_kept_apart(void **state)
{
	struct store *s = store_of(state);
	struct life l;
	struct actor technician;

	open_order(&l, s);
	technician = people_actor(l.e.org, 0, "technician");
	store_fails(s, ERR_FORBIDDEN,
		    step_by(&l, technician, "grade", GRADED_AS("general")));
	certify(&l);
	repair_it(&l);
	store_fails(s, ERR_FORBIDDEN,
		    step_by(&l, technician, "accept",
			    "{\"user_sign\":\"行长\"}"));
	store_fails(s, ERR_INVALID,
		    step(&l, "accept", "{\"user_sign\":\"甲\"}"));
}

/* C.1 (1): even with the customer's permission, not who repaired. */
static void
the_technician_does_not_accept_his_own_repair(void **state)
{
	struct store *s = store_of(state);
	int64_t tech, other;
	struct life l;

	open_order(&l, s);
	certify(&l);
	repair_it(&l);
	tech = people_add(s, l.e.org, "tech", "technician");
	other = people_add(s, l.e.org, "other", "technician");
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	store_ok(s,
		 db_script(s->db,
			   ESTATE_TEXT("UPDATE \"user\" SET staff = %lld "
				       "WHERE id = %lld",
				       (long long)l.e.staff, (long long)tech),
			   &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	store_fails(s, ERR_FORBIDDEN,
		    step_by(&l, people_actor(l.e.org, tech, "customer"),
			    "accept", "{\"user_sign\":\"行长\"}"));
	assert_non_null(strstr(s->why.text[LANG_EN], "C.1 (1)"));
	store_ok(s, step_by(&l, people_actor(l.e.org, other, "customer"),
			    "accept", "{\"user_sign\":\"行长\"}"));
}

/* The sweeper at simulated times: warnings once each, then escalation. */
static void
sweep_at(struct life *l, int64_t now_ms, int64_t want)
{
	struct task t = people_task(l->s, TX_WRITE, now_ms, actor_program(0));
	int64_t handled = 0;

	store_ok(l->s, people_end(l->s, &t, clock_sweep(&t, 100, &handled)));
	assert_int_equal(handled, want);
}

static void
clocks_warn_once_and_escalate(void **state)
{
	struct store *s = store_of(state);
	struct life l;
	struct task t;

	open_order(&l, s);
	store_ok(s, step(&l, "grade", GRADED_AS("urgent")));
	sweep_at(&l, NOON + 15 * MINUTE_MS - 1, 0);
	sweep_at(&l, NOON + 15 * MINUTE_MS, 1);
	sweep_at(&l, NOON + 15 * MINUTE_MS, 0);
	assert_int_equal(clock_named(&l, "response").warned, 50);
	sweep_at(&l, NOON + 31 * MINUTE_MS, 1); /* 80 and 100 passed */
	assert_int_equal(clock_named(&l, "response").warned, 100);
	l.now_ms = NOON + 31 * MINUTE_MS;
	assert_string_equal(clock_state(&(struct clock_view){ .due_ms = NOON,
							      .stopped_ms =
								  NOON + 1 },
					l.now_ms),
			    "missed");
	t = people_task(s, TX_READ, l.now_ms, l.e.program);
	store_ok(s, people_end(s, &t,
			       reg_get(&t, &workorder_reg, l.order, &l.row)));
	assert_int_equal(reg_val(&workorder_reg, l.row.v, "escalated")->i, 1);
	store_ok(s, step(&l, "respond", "{\"response_note\":\"迟了\"}"));
	sweep_at(&l, NOON + 40 * MINUTE_MS, 0);
}

/* How many clocks of the name there are, by their state. */
static int
count_clocks(struct life *l, const char *name, const char *state)
{
	struct task t = people_task(l->s, TX_READ, l->now_ms, l->e.program);
	struct clock_view *list;
	size_t n = 0;
	int found = 0;

	store_ok(l->s, people_end(l->s, &t,
				  clock_list(&t, &workorder_reg, l->order,
					     &list, &n)));
	for (size_t i = 0; i < n; i++)
		found += str_is(list[i].name, name) &&
			 strcmp(clock_state(&list[i], l->now_ms), state) == 0;
	return found;
}

/* C.3.4: limits are recomputed from the start, both results are kept. */
static void
a_regrade_keeps_both_results(void **state)
{
	struct store *s = store_of(state);
	struct life l;

	open_order(&l, s);
	store_ok(s, step(&l, "grade", GRADED_AS("general")));
	l.now_ms += HOUR_MS;
	store_ok(s, step(&l, "respond", "{\"response_note\":\"到\"}"));
	assert_int_equal(count_clocks(&l, "response", "met"), 1);
	store_ok(s, step(&l, "regrade",
			 "{\"grade\":\"urgent\",\"reason\":\"扩大\"}"));
	assert_int_equal(count_clocks(&l, "response", "void"), 1);
	assert_int_equal(count_clocks(&l, "response", "missed"), 1);
	assert_int_equal(count_clocks(&l, "repair", "void"), 1);
	assert_int_equal(clock_named(&l, "repair").due_ms, NOON + 8 * HOUR_MS);
}

/* Only a contract sets a limit of arrival, here for one grade alone. */
static void
a_regrade_brings_and_takes_limits(void **state)
{
	struct store *s = store_of(state);
	struct life l;
	int64_t second;

	open_order(&l, s);
	second = people_add(s, l.e.org, "second", "manager");
	grade_by_contract(&l, "general");
	assert_int_equal(count_clocks(&l, "arrival", "running"), 0);
	store_ok(s, step(&l, "regrade",
			 "{\"grade\":\"urgent\",\"reason\":\"扩大\"}"));
	assert_int_equal(count_clocks(&l, "arrival", "running"), 1);
	assert_int_equal(clock_named(&l, "arrival").due_ms, NOON + HOUR_MS);
	store_ok(s,
		 step(&l, "regrade",
		      ESTATE_TEXT("{\"grade\":\"general\",\"reason\":\"单台\","
				  "\"regrade_notice\":\"已告知\","
				  "\"regrade_by\":\"%lld\"}",
				  (long long)second)));
	assert_int_equal(count_clocks(&l, "arrival", "running"), 0);
}

/* Extended, worked on, extended again: the first extension runs no more. */
static void
a_second_extension_takes_the_place_of_the_first(void **state)
{
	struct store *s = store_of(state);
	struct life l;
	const char *extend;

	open_order(&l, s);
	certify(&l);
	repair_it(&l);
	store_ok(s, step(&l, "reject", "{\"reason\":\"仍无图像\"}"));
	for (int i = 1; i <= 2; i++) {
		extend = ESTATE_TEXT(
		    "{\"temporary\":\"巡逻\",\"special_plan\":\"换机\","
		    "\"extended_to_ms\":%lld,\"notice_sent_ms\":%lld,"
		    "\"reason\":\"无件\"}",
		    (long long)(NOON + i * 9 * DAY_MS), (long long)l.now_ms);
		store_ok(s, step(&l, "provide", extend));
		store_ok(s, step(&l, "test", "{\"test_content\":\"看\"}"));
		store_ok(s, step(&l, "fail", "{\"reason\":\"仍坏\"}"));
	}
	assert_int_equal(count_clocks(&l, "extended", "running"), 1);
	assert_int_equal(count_clocks(&l, "extended", "void"), 1);
	assert_int_equal(clock_named(&l, "extended").due_ms,
			 NOON + 18 * DAY_MS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_matrix_grades),
		cmocka_unit_test(the_norm_limits),
		STORE_TEST(a_repair_from_report_to_archive),
		STORE_TEST(a_rejected_acceptance_runs_on_from_the_start),
		STORE_TEST(guards_say_what_is_missing),
		STORE_TEST(a_lower_grade_needs_a_second_person),
		STORE_TEST(a_contract_makes_limits_stricter),
		STORE_TEST(roles_are_kept_apart),
		STORE_TEST(the_technician_does_not_accept_his_own_repair),
		STORE_TEST(clocks_warn_once_and_escalate),
		STORE_TEST(a_regrade_keeps_both_results),
		STORE_TEST(a_regrade_brings_and_takes_limits),
		STORE_TEST(a_second_extension_takes_the_place_of_the_first),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
