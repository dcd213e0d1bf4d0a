/* t_dispatch.c - patrols and their dispatches, in simulated time. */
#include "response.h"

#include "base/log.h"
#include "gen/stmt.h"

#define LAT INT64_C(30287459)
#define LON INT64_C(120153576)

static void
place_site(struct store *s, struct response *r)
{
	response_patch(s, r, "site", r->e.site,
		       "{\"latitude_e6\":30287459,\"longitude_e6\":120153576,"
		       "\"district\":\"西城\"}");
}

static void
at_place(struct store *s, struct response *r, int64_t patrol, int64_t lat)
{
	struct task t =
	    people_task(s, TX_WRITE, r->now_ms, actor_program(r->e.org));
	const struct position p = { lat, LON, 10, r->now_ms };

	store_ok(s, people_end(s, &t, patrol_put_position(&t, patrol, &p)));
}

static void
a_patrol_goes_and_reports(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id, dispatch;

	response_make(s, &r);
	place_site(s, &r);
	id = response_incident(s, &r, 2);
	dispatch = response_send(s, &r, id, r.near);
	response_is(s, &r, "incident", id, "state", "responding");
	r.now_ms += 60 * SECOND_MS;
	response_do(s, &r, r.operator, "dispatch", dispatch, "accept", "",
		    &row);
	assert_string_equal(response_clock(s, &r, "dispatch", dispatch,
					   "answer"),
			    "met");
	response_do(s, &r, r.operator, "dispatch", dispatch, "depart", "",
		    &row);
	/* Two kilometres away is not there; nor is no proof at all. */
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "arrive",
		     "{\"arrival_proof\":\"position\",\"latitude_e6\":"
		     "30307459,\"longitude_e6\":120153576}");
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "arrive", "{\"arrival_proof\":\"position\"}");
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "arrive", "{\"arrival_proof\":\"customer\"}");
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "arrive", "");
	response_do(s, &r, r.operator, "dispatch", dispatch, "arrive",
		    "{\"arrival_proof\":\"position\",\"latitude_e6\":30288459,"
		    "\"longitude_e6\":120153576}",
		    &row);
	response_is(s, &r, "dispatch", dispatch, "distance_m", "111");
	response_is(s, &r, "incident", id, "state", "on_scene");
	/* An open door is guarded as the customer decides. */
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "leave", "{\"secure\":false}");
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "leave", "{\"secure\":false,\"guarding\":\"relief\"}");
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "leave",
		     "{\"secure\":false,\"guarding\":\"stay\",\"guarding_by\":"
		     "\"甲\"}");
	response_do(s, &r, r.operator, "dispatch", dispatch, "leave",
		    "{\"secure\":false,\"guarding\":\"waived\",\"guarding_by\":"
		    "\"负责人\"}",
		    &row);
	response_do(s, &r, r.operator, "incident", id, "clear",
		    "{\"outcome\":\"real\",\"findings\":\"撬锁\"}", &row);
	response_not(s, &r, ERR_STATE, r.operator, "incident", id, "report",
		     "{\"told\":\"已告知\"}");
	response_do(s, &r, r.operator, "dispatch", dispatch, "report",
		    "{\"result\":\"traces\",\"report\":\"后门被撬\"}", &row);
	response_do(s, &r, r.operator, "incident", id, "report",
		    "{\"told\":\"已告知\"}", &row);
}

static void
silence_offers_the_next(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id, dispatch, second;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	dispatch = response_send(s, &r, id, r.near);
	response_wait(s, &r, 59 * SECOND_MS);
	response_is(s, &r, "dispatch", dispatch, "state", "sent");
	response_wait(s, &r, 2 * SECOND_MS);
	response_is(s, &r, "dispatch", dispatch, "state", "no_answer");
	response_is(s, &r, "dispatch", dispatch, "next_patrol",
		    ESTATE_TEXT("%lld", (long long)r.far));
	response_is(s, &r, "incident", id, "escalated", "1");
	assert_string_equal(response_clock(s, &r, "dispatch", dispatch,
					   "answer"),
			    "missed");
	second = response_send(s, &r, id, r.far);
	response_do(s, &r, r.operator, "dispatch", second, "decline",
		    "{\"reason\":\"车辆故障\"}", &row);
	/* Nobody is left. */
	response_is(s, &r, "dispatch", second, "next_patrol", "");
	/* A late answer still counts; its proposal is void. */
	response_do(s, &r, r.operator, "dispatch", dispatch, "accept", "",
		    &row);
	response_is(s, &r, "dispatch", dispatch, "next_patrol", "");
	/* Swept again: nothing more happens. */
	response_wait(s, &r, HOUR_MS);
	response_is(s, &r, "dispatch", dispatch, "state", "accepted");
}

static void
only_who_is_there_is_sent(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id, dispatch;
	char text[128];

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	(void)snprintf(text, sizeof(text),
		       "{\"incident\":\"%lld\",\"patrol\":\"%lld\"}",
		       (long long)id, (long long)r.away);
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", 0, "send",
		     text);
	dispatch = response_send(s, &r, id, r.near);
	(void)snprintf(text, sizeof(text),
		       "{\"incident\":\"%lld\",\"patrol\":\"%lld\"}",
		       (long long)id, (long long)r.near);
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", 0, "send",
		     text);
	response_do(s, &r, r.operator, "dispatch", dispatch, "recall",
		    "{\"reason\":\"误报\"}", &row);
	assert_string_equal(response_clock(s, &r, "dispatch", dispatch,
					   "answer"),
			    "void");
	response_do(s, &r, r.operator, "incident", id, "clear",
		    "{\"outcome\":\"false\",\"findings\":\"误报\"}", &row);
	response_not(s, &r, ERR_STATE, r.operator, "dispatch", 0, "send", text);
}

static void
list_patrols(struct store *s, struct response *r, int64_t id,
	     struct patrol_view **list, size_t *n)
{
	struct task t = people_task(s, TX_READ, r->now_ms, r->operator);

	store_ok(s, people_end(s, &t, patrols_for(&t, id, list, n)));
}

static void
the_best_comes_first(void **state)
{
	struct store *s = store_of(state);
	struct patrol_view *list;
	struct response r;
	int64_t id, third;
	size_t n;

	response_make(s, &r);
	place_site(s, &r);
	third = response_patrol(s, &r, "四组", "13800000004", "西城");
	at_place(s, &r, r.near, LAT + 50000);
	at_place(s, &r, third, LAT + 9000);
	at_place(s, &r, r.far, LAT);
	id = response_incident(s, &r, 2);
	list_patrols(s, &r, id, &list, &n);
	assert_int_equal(n, 3);
	/* District before distance, distance within it. */
	assert_int_equal(list[0].id, third);
	assert_int_equal(list[0].distance_m, 1000);
	assert_int_equal(list[1].id, r.near);
	assert_int_equal(list[2].id, r.far);
	assert_false(list[2].in_district);
	assert_false(list[0].position_old);
	r.now_ms += POSITION_OLD_MS + 1;
	(void)response_send(s, &r, id, third);
	list_patrols(s, &r, id, &list, &n);
	assert_int_equal(list[0].id, r.near);
	assert_true(list[0].position_old);
	assert_int_equal(list[2].id, third);
	assert_true(list[2].asked);
	assert_int_equal(list[2].open, 1);
}

static void
distances_are_right(void **state)
{
	(void)state;
	/* Known from outside: a degree of latitude; Beijing to Shanghai. */
	assert_in_range(distance_m(30000000, 120000000, 31000000, 120000000),
			111000, 111400);
	assert_in_range(distance_m(39904200, 116407400, 31230400, 121473700),
			1056000, 1080000);
	assert_int_equal(distance_m(LAT, LON, LAT, LON), 0);
	assert_in_range(distance_m(0, 179999000, 0, -179999000), 220, 224);
}

/* What others' positions are worth: never from the future, never backwards,
 * none of who is off duty. */
static void
positions_are_kept_on_duty(void **state)
{
	struct store *s = store_of(state);
	struct patrol_view *list;
	struct response r;
	struct task t;
	struct position p = { LAT, LON, 10, 0 };
	int64_t id;
	size_t n;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	p.at_ms = r.now_ms + HOUR_MS;
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	store_ok(s, people_end(s, &t, patrol_put_position(&t, r.near, &p)));
	list_patrols(s, &r, id, &list, &n);
	assert_int_equal(list[0].position_ms, r.now_ms);
	response_patch(s, &r, "patrol", r.near, "{\"duty\":\"off\"}");
	response_patch(s, &r, "patrol", r.near, "{\"duty\":\"on\"}");
	list_patrols(s, &r, id, &list, &n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(list[i].position_ms, 0);
}

static void
contract(struct store *s, struct response *r, int minutes)
{
	estate_add(s, r->e.program, "contract",
		   ESTATE_TEXT("{\"name\":\"监控合同\",\"customer\":\"%lld\","
			       "\"kind\":\"monitoring\",\"state\":\"active\","
			       "\"scope\":[\"intrusion\"],\"start_on\":"
			       "\"2020-01-01\",\"end_on\":\"2040-01-01\","
			       "\"arrive_alarm_min\":%d,\"legality_by\":"
			       "\"%lld\",\"legality_on\":\"2020-01-01\"}",
			       (long long)r->e.customer, minutes,
			       (long long)r->e.staff));
}

static const char *
at(struct store *s, const char *field, int64_t at_ms, const char *more)
{
	return ESTATE_TEXT("{\"%s\":%lld%s}", field, (long long)at_ms, more);
}

#define BY_CUSTOMER ",\"arrival_proof\":\"customer\",\"confirmed_by\":\"甲\""

/* Ten minutes without network: the time of the phone counts, and the journal
 * keeps when it was told. */
static void
what_was_done_offline_has_its_time(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	struct actor patrol;
	int64_t id, dispatch, user, sent;

	response_make(s, &r);
	contract(s, &r, 5);
	user = response_user(s, r.e.org, "patrol.a", "patrol");
	response_patch(s, &r, "patrol", r.near,
		       ESTATE_TEXT("{\"person\":\"%lld\"}", (long long)user));
	patrol = r.operator;
	patrol.user = user;
	id = response_incident(s, &r, 2);
	dispatch = response_send(s, &r, id, r.near);
	sent = r.now_ms;
	r.now_ms += 20 * SECOND_MS;
	response_do(s, &r, patrol, "dispatch", dispatch, "accept",
		    at(s, "accepted_ms", r.now_ms, ""), &row);
	response_wait(s, &r, 10 * MINUTE_MS);
	assert_string_equal(response_clock(s, &r, "incident", id, "arrive"),
			    "overdue");
	/* Never before the step before it, never later than now. */
	response_not(s, &r, ERR_INVALID, patrol, "dispatch", dispatch, "depart",
		     at(s, "en_route_ms", sent - MINUTE_MS, ""));
	response_not(s, &r, ERR_INVALID, patrol, "dispatch", dispatch, "depart",
		     at(s, "en_route_ms", r.now_ms + MINUTE_MS, ""));
	response_do(s, &r, patrol, "dispatch", dispatch, "depart",
		    at(s, "en_route_ms", sent + MINUTE_MS, ""), &row);
	response_do(s, &r, patrol, "dispatch", dispatch, "arrive",
		    at(s, "arrived_ms", sent + 4 * MINUTE_MS, BY_CUSTOMER),
		    &row);
	response_is(s, &r, "dispatch", dispatch, "arrived_ms",
		    ESTATE_TEXT("%lld", (long long)(sent + 4 * MINUTE_MS)));
	response_is(s, &r, "dispatch", dispatch, "time_source", "device");
	response_is(s, &r, "incident", id, "arrived_ms",
		    ESTATE_TEXT("%lld", (long long)(sent + 4 * MINUTE_MS)));
	assert_string_equal(response_clock(s, &r, "incident", id, "arrive"),
			    "met");
	/* What the desk writes down has its own source. */
	response_do(s, &r, r.operator, "dispatch", dispatch, "leave",
		    at(s, "left_ms", sent + 6 * MINUTE_MS, ",\"secure\":true"),
		    &row);
	response_is(s, &r, "dispatch", dispatch, "time_source", "person");
	response_do(s, &r, r.operator, "dispatch", dispatch, "report",
		    "{\"result\":\"nothing\",\"report\":\"无\"}", &row);
	response_is(s, &r, "dispatch", dispatch, "time_source", "centre");
	response_is(s, &r, "dispatch", dispatch, "reported_ms",
		    ESTATE_TEXT("%lld", (long long)r.now_ms));
}

/* The second patrol's arrival came in first, and the incident was cleared
 * meanwhile: the earlier arrival counts all the same. */
static void
the_first_arrival_counts(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id, one, two, sent;

	response_make(s, &r);
	contract(s, &r, 5);
	id = response_incident(s, &r, 2);
	one = response_send(s, &r, id, r.near);
	two = response_send(s, &r, id, r.far);
	sent = r.now_ms;
	response_do(s, &r, r.operator, "dispatch", one, "accept", "", &row);
	response_do(s, &r, r.operator, "dispatch", two, "accept", "", &row);
	r.now_ms += 7 * MINUTE_MS;
	response_do(s, &r, r.operator, "dispatch", two, "arrive",
		    "{\"arrival_proof\":\"customer\",\"confirmed_by\":\"x\"}",
		    &row);
	assert_string_equal(response_clock(s, &r, "incident", id, "arrive"),
			    "missed");
	response_do(s, &r, r.operator, "incident", id, "clear",
		    "{\"outcome\":\"false\",\"findings\":\"误报\"}", &row);
	response_do(s, &r, r.operator, "dispatch", one, "arrive",
		    at(s, "arrived_ms", sent + 3 * MINUTE_MS, BY_CUSTOMER),
		    &row);
	assert_string_equal(response_clock(s, &r, "incident", id, "arrive"),
			    "met");
	response_is(s, &r, "incident", id, "state", "cleared");
	response_is(s, &r, "incident", id, "arrived_ms",
		    ESTATE_TEXT("%lld", (long long)(sent + 3 * MINUTE_MS)));
}

static void
says(struct store *s, const char *what)
{
	assert_non_null(s->why.faults);
	assert_non_null(strstr(s->why.faults->text[LANG_EN], what));
}

/* As one of before staff was asked for. */
static void
forget_staff(struct store *s, struct response *r)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);

	store_ok(s, people_end(s, &t,
			       db_script(t.db, "UPDATE patrol SET staff = NULL",
					 &t.why)));
}

/* The newest journal row of a dispatch. */
static const char *
said_of(struct store *s, struct response *r, int64_t dispatch)
{
	struct task t = people_task(s, TX_READ, r->now_ms, r->e.program);
	struct rows rows;

	store_ok(s, people_end(s, &t,
			       db_run(t.db, STMT_JOURNAL_OF_ROW,
				      ARGS(val_int(r->e.org), val_int(dispatch),
					   val_int(INT64_MAX), val_int(1)),
				      &s->a, &rows, &t.why)));
	assert_int_equal(rows.n, 1);
	return arena_cstr(&s->a, rows.v[6].s);
}

static const char *
sending(int64_t incident, int64_t patrol, const char *more)
{
	static char text[256];

	(void)snprintf(text, sizeof(text),
		       "{\"incident\":\"%lld\",\"patrol\":\"%lld\"%s}",
		       (long long)incident, (long long)patrol, more);
	return text;
}

/* NET-5.1.4: who has no certificate does not go on duty; when there is nobody
 * else he is sent with a reason, which is kept. */
static void
who_has_no_certificate_is_sent_with_a_reason(void **state)
{
	struct store *s = store_of(state);
	struct patrol_view *list;
	struct response r;
	struct reg_row row;
	int64_t id;
	size_t n;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	store_fails(s, ERR_INVALID,
		    response_edit(s, &r, "patrol", r.away,
				  "{\"duty\":\"on\"}"));
	says(s, "names no member of staff");
	/* It ran out while the patrol was on duty. */
	response_patch(s, &r, "certificate", r.certificate,
		       "{\"valid_to\":\"2020-02-01\"}");
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", 0, "send",
		     sending(id, r.near, ""));
	assert_string_equal(s->why.faults->field, "reason");
	says(s, "has no valid");
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", 0, "send",
		     sending(id, r.near, ",\"reason\":\" \""));
	list_patrols(s, &r, id, &list, &n);
	assert_false(list[0].certified);
	response_patch(s, &r, "patrol", r.near, "{\"duty\":\"off\"}");
	store_fails(s, ERR_INVALID,
		    response_edit(s, &r, "patrol", r.near,
				  "{\"duty\":\"on\"}"));
	response_patch(s, &r, "certificate", r.certificate,
		       "{\"valid_to\":\"2099-02-01\"}");
	response_patch(s, &r, "patrol", r.near, "{\"duty\":\"on\"}");
	(void)response_send(s, &r, id, r.near);
	forget_staff(s, &r);
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", 0, "send",
		     sending(id, r.far, ""));
	response_do(s, &r, r.operator, "dispatch", 0, "send",
		    sending(id, r.far, ",\"reason\":\"无他人可派\""), &row);
	assert_non_null(strstr(said_of(s, &r, row.id), "无他人可派"));
}

/* The answer's limit and the distance are the operator's. */
static void
the_rule_sets_the_limits(void **state)
{
	struct store *s = store_of(state);
	struct response r;
	struct reg_row row;
	int64_t id, dispatch;

	response_make(s, &r);
	place_site(s, &r);
	estate_add(s, r.e.program, "alarm_rule",
		   "{\"name\":\"派警\",\"answer_s\":120,\"near_m\":100}");
	id = response_incident(s, &r, 2);
	dispatch = response_send(s, &r, id, r.near);
	response_wait(s, &r, 119 * SECOND_MS);
	response_is(s, &r, "dispatch", dispatch, "state", "sent");
	response_do(s, &r, r.operator, "dispatch", dispatch, "accept", "",
		    &row);
	response_not(s, &r, ERR_INVALID, r.operator, "dispatch", dispatch,
		     "arrive",
		     "{\"arrival_proof\":\"position\",\"latitude_e6\":30288459,"
		     "\"longitude_e6\":120153576}");
	says(s, "111 m");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distances_are_right),
		STORE_TEST(a_patrol_goes_and_reports),
		STORE_TEST(silence_offers_the_next),
		STORE_TEST(only_who_is_there_is_sent),
		STORE_TEST(the_best_comes_first),
		STORE_TEST(positions_are_kept_on_duty),
		STORE_TEST(what_was_done_offline_has_its_time),
		STORE_TEST(the_first_arrival_counts),
		STORE_TEST(who_has_no_certificate_is_sent_with_a_reason),
		STORE_TEST(the_rule_sets_the_limits),
	};

	log_set_level(LOG_ERROR);
	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
