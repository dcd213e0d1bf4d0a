/* t_incident.c - the life of an incident and its reports to the police, in
 * simulated time. */
#include "response.h"

#include "base/log.h"

static void
a_real_one_is_reviewed(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	response_is(s, &r, "incident", id, "state", "open");
	response_is(s, &r, "incident", id, "customer",
		    ESTATE_TEXT("%lld", (long long)r.e.customer));
	response_do(s, &r, r.operator, "incident", id, "police", "", &row);
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "met");
	response_do(s, &r, r.operator, "incident", id, "hand_over",
		    "{\"handed_to\":\"东城派出所\",\"findings\":\"移交\"}",
		    &row);
	response_is(s, &r, "incident", id, "outcome", "real");
	response_not(s, &r, ERR_INVALID, r.operator, "incident", id, "report",
		     "");
	response_do(s, &r, r.operator, "incident", id, "report",
		    "{\"told\":\"已电话告知负责人\"}", &row);
	assert_string_equal(response_clock(s, &r, "incident", id, "notify"),
			    "met");
	response_not(s, &r, ERR_STATE, r.operator, "incident", id, "close", "");
	response_not(s, &r, ERR_FORBIDDEN, r.operator, "incident", id, "review",
		     "{\"review\":\"x\"}");
	response_do(s, &r, r.leader, "incident", id, "review",
		    "{\"review\":\"处置得当\"}", &row);
	response_do(s, &r, r.leader, "incident", id, "close", "", &row);
	response_is(s, &r, "incident", id, "state", "closed");
}

static void
a_false_one_in_time_needs_no_review(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	r.now_ms += 10 * SECOND_MS;
	response_do(s, &r, r.operator, "incident", id, "clear",
		    "{\"outcome\":\"false\",\"findings\":\"误按\"}", &row);
	/* Nobody waits for the police any more. */
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "void");
	response_do(s, &r, r.operator, "incident", id, "report",
		    "{\"told\":\"已告知\"}", &row);
	response_do(s, &r, r.operator, "incident", id, "close", "", &row);
}

/* Clearing does not hide that the police were told too late. */
static void
a_missed_limit_is_reviewed(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	response_wait(s, &r, 61 * SECOND_MS);
	response_is(s, &r, "incident", id, "escalated", "1");
	response_do(s, &r, r.operator, "incident", id, "clear",
		    "{\"outcome\":\"false\",\"findings\":\"误按\"}", &row);
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "missed");
	response_do(s, &r, r.operator, "incident", id, "report",
		    "{\"told\":\"已告知\"}", &row);
	response_is(s, &r, "incident", id, "breached", "1");
	response_not(s, &r, ERR_STATE, r.operator, "incident", id, "close", "");
	response_do(s, &r, r.leader, "incident", id, "review",
		    "{\"review\":\"超时原因…\"}", &row);
}

static void
limits_follow_the_priority(void **state)
{
	static const struct {
		int priority;
		const char *police;
		int64_t notify_ms;
	} known[] = {
		{ 1, "running", 5 * MINUTE_MS },
		{ 2, "running", 10 * MINUTE_MS },
		{ 3, "none", 30 * MINUTE_MS },
	};
	struct store *s = store_of(state);
	struct response r;

	response_make(s, &r);
	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		int64_t id = response_incident(s, &r, known[i].priority);

		assert_string_equal(response_clock(s, &r, "incident", id,
						   "police"),
				    known[i].police);
		r.now_ms += known[i].notify_ms;
		assert_string_not_equal(response_clock(s, &r, "incident", id,
						       "notify"),
					"overdue");
		r.now_ms += 1;
		assert_string_equal(response_clock(s, &r, "incident", id,
						   "notify"),
				    "overdue");
	}
}

static void
a_tighter_grade_tightens_the_limits(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id;

	response_make(s, &r);
	id = response_incident(s, &r, 3);
	response_do(s, &r, r.operator, "incident", id, "regrade",
		    "{\"severity\":\"2\",\"priority\":1,\"reason\":\"劫持\"}",
		    &row);
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "running");
	response_wait(s, &r, 31 * SECOND_MS);
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "overdue");
}

/* The contract promises the arrival; it counts from the first patrol. */
static void
arrival_is_the_contracts(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id;

	response_make(s, &r);
	estate_add(s, r.e.program, "contract",
		   ESTATE_TEXT("{\"name\":\"监控合同\",\"customer\":\"%lld\","
			       "\"kind\":\"monitoring\",\"state\":\"active\","
			       "\"scope\":[\"intrusion\"],\"start_on\":"
			       "\"2020-01-01\",\"end_on\":\"2040-01-01\","
			       "\"arrive_alarm_min\":15,\"legality_by\":"
			       "\"%lld\",\"legality_on\":\"2020-01-01\"}",
			       (long long)r.e.customer, (long long)r.e.staff));
	id = response_incident(s, &r, 2);
	assert_string_equal(response_clock(s, &r, "incident", id, "arrive"),
			    "none");
	r.now_ms += 5 * MINUTE_MS;
	(void)response_send(s, &r, id, r.near);
	r.now_ms += 15 * MINUTE_MS;
	assert_string_not_equal(response_clock(s, &r, "incident", id, "arrive"),
				"overdue");
	r.now_ms += 1;
	assert_string_equal(response_clock(s, &r, "incident", id, "arrive"),
			    "overdue");
	response_do(s, &r, r.operator, "incident", id, "arrive", "", &row);
	assert_string_equal(response_clock(s, &r, "incident", id, "arrive"),
			    "missed");
}

static int64_t
report_to_police(struct store *s, struct response *r, int64_t incident)
{
	struct reg_row row;

	response_do(s, r, r->operator, "police_report", 0, "send",
		    ESTATE_TEXT("{\"incident\":\"%lld\",\"channel\":\"phone\","
				"\"content\":\"入室盗窃\"}",
				(long long)incident),
		    &row);
	return row.id;
}

/* GB 55029 6.0.4: the receipt is checked, by number and person. */
static void
the_receipt_is_checked(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id, report;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	report = report_to_police(s, &r, id);
	response_is(s, &r, "incident", id, "state", "responding");
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "met");
	assert_string_equal(response_clock(s, &r, "incident", id, "receipt"),
			    "running");
	response_not(s, &r, ERR_INVALID, r.operator, "police_report", report,
		     "receive", "{\"receipt_by\":\"警员01\"}");
	response_do(s, &r, r.operator, "incident", id, "clear",
		    "{\"outcome\":\"real\",\"findings\":\"…\"}", &row);
	response_not(s, &r, ERR_STATE, r.operator, "incident", id, "report",
		     "{\"told\":\"已告知\"}");
	response_do(s, &r, r.operator, "police_report", report, "receive",
		    "{\"receipt_by\":\"警员01\",\"receipt_number\":\"A-7\"}",
		    &row);
	response_is(s, &r, "incident", id, "police_number", "A-7");
	assert_string_equal(response_clock(s, &r, "incident", id, "receipt"),
			    "met");
	response_do(s, &r, r.operator, "incident", id, "report",
		    "{\"told\":\"已告知\"}", &row);
}

static void
a_failed_report_counts_for_nothing(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id, report;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	report = report_to_police(s, &r, id);
	r.now_ms += 20 * SECOND_MS;
	response_do(s, &r, r.operator, "police_report", report, "fail",
		    "{\"failure\":\"占线\"}", &row);
	response_is(s, &r, "incident", id, "police_ms", "");
	assert_string_equal(response_clock(s, &r, "incident", id, "receipt"),
			    "void");
	/* From its own start, as if it had never been stopped. */
	r.now_ms += 41 * SECOND_MS;
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "overdue");
	response_do(s, &r, r.operator, "police_report", report, "resend", "",
		    &row);
	response_is(s, &r, "police_report", report, "tries", "2");
	assert_string_equal(response_clock(s, &r, "incident", id, "police"),
			    "missed");
	response_wait(s, &r, 61 * SECOND_MS);
	assert_string_equal(response_clock(s, &r, "police_report", report,
					   "receipt"),
			    "overdue");
	response_do(s, &r, r.operator, "police_report", report, "fail",
		    "{\"failure\":\"占线\"}", &row);
	response_do(s, &r, r.operator, "police_report", report, "give_up",
		    "{\"reason\":\"已由用户报警\"}", &row);
}

static void
the_police_hear_where_and_what(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct str text;
	struct task t;
	int64_t id;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	t = people_task(s, TX_READ, r.now_ms, r.operator);
	store_ok(s, people_end(s, &t, police_text(&t, id, &text)));
	assert_non_null(strstr(arena_cstr(&s->a, text), "中山路1号"));
	assert_non_null(strstr(arena_cstr(&s->a, text), "长江银行"));
	assert_null(strchr(arena_cstr(&s->a, text), '{'));
	estate_add(s, r.e.program, "notice_template",
		   "{\"name\":\"入侵报警\",\"event\":\"police\",\"class\":"
		   "\"intrusion\",\"channel\":\"police\",\"language\":\"zh\","
		   "\"content\":\"{site}入侵，{number}\"}");
	t = people_task(s, TX_READ, r.now_ms, r.operator);
	store_ok(s, people_end(s, &t, police_text(&t, id, &text)));
	assert_true(str_starts(text, STR("中山路支行入侵，JQ")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_real_one_is_reviewed),
		STORE_TEST(a_false_one_in_time_needs_no_review),
		STORE_TEST(a_missed_limit_is_reviewed),
		STORE_TEST(limits_follow_the_priority),
		STORE_TEST(a_tighter_grade_tightens_the_limits),
		STORE_TEST(arrival_is_the_contracts),
		STORE_TEST(the_receipt_is_checked),
		STORE_TEST(a_failed_report_counts_for_nothing),
		STORE_TEST(the_police_hear_where_and_what),
	};

	log_set_level(LOG_ERROR);
	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
