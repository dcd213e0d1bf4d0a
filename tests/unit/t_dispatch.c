/* t_dispatch.c - patrols and their dispatches, in simulated time. */
#include "response.h"

#include "base/log.h"

#define LAT INT64_C(30287459)
#define LON INT64_C(120153576)

static void
place_site(struct store *s, struct response *r)
{
	struct task t =
	    people_task(s, TX_WRITE, r->now_ms, actor_program(r->e.org));
	const struct reg *site = reg_find(STR("site"));
	struct reg_input in;
	struct reg_row row;
	enum err rc = reg_input_json(&t, site,
				     STR("{\"latitude_e6\":30287459,"
					 "\"longitude_e6\":120153576,"
					 "\"district\":\"西城\"}"),
				     &in);

	if (rc == OK)
		rc = reg_update(&t, site, r->e.site, 0, &in, "update", &row);
	store_ok(s, people_end(s, &t, rc));
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
	third = estate_add(s, r.e.program, "patrol",
			   "{\"name\":\"四组\",\"phone\":\"13800000004\","
			   "\"districts\":\"西城\",\"duty\":\"on\"}");
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
	struct reg_input in;
	struct reg_row row;
	int64_t id;
	size_t n;
	enum err rc;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	p.at_ms = r.now_ms + HOUR_MS;
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	store_ok(s, people_end(s, &t, patrol_put_position(&t, r.near, &p)));
	list_patrols(s, &r, id, &list, &n);
	assert_int_equal(list[0].position_ms, r.now_ms);
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	rc = reg_input_json(&t, &patrol_reg, STR("{\"duty\":\"off\"}"), &in);
	if (rc == OK)
		rc =
		    reg_update(&t, &patrol_reg, r.near, 0, &in, "update", &row);
	store_ok(s, people_end(s, &t, rc));
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	rc = reg_input_json(&t, &patrol_reg, STR("{\"duty\":\"on\"}"), &in);
	if (rc == OK)
		rc =
		    reg_update(&t, &patrol_reg, r.near, 0, &in, "update", &row);
	store_ok(s, people_end(s, &t, rc));
	list_patrols(s, &r, id, &list, &n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(list[i].position_ms, 0);
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
	};

	log_set_level(LOG_ERROR);
	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
