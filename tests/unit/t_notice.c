/* t_notice.c - texts, messages as bytes, hosts, and a notice's way through
 * the worker, in simulated time and without a network. */
#include "response.h"

#include "base/log.h"
#include "base/str.h"
#include "gen/stmt.h"

static struct send_message
mail(void)
{
	return (struct send_message){ .kind = SEND_EMAIL,
				      .id = STR("42"),
				      .sender = STR("a@example.org"),
				      .to = STR("b@example.com"),
				      .subject = STR("警情"),
				      .text = STR("入侵"),
				      .at_ms = INT64_C(1790000000000) };
}

static void
a_mail_is_one(void **state)
{
	struct arena a = { 0 };
	struct why why = { 0 };
	struct send_message m = mail();
	struct str out;
	const char *text;

	(void)state;
	assert_int_equal(send_email_text(&a, &m, &out, &why), OK);
	text = arena_cstr(&a, out);
	/* Known from outside: date -u -R -d @1790000000; base64. */
	assert_non_null(strstr(text, "Date: Mon, 21 Sep 2026 14:13:20 +0000"
				     "\r\n"));
	assert_non_null(strstr(text, "Message-ID: <anwei-42@example.org>\r\n"));
	assert_non_null(strstr(text, "Subject: =?UTF-8?B?6K2m5oOF?=\r\n"));
	assert_non_null(strstr(text, "\r\n\r\n5YWl5L61\r\n"));
	arena_release(&a);
}

/* Nobody writes a header of his own. */
static void
headers_stay_headers(void **state)
{
	static const char *const bad[] = {
		"b@example.com\r\nBcc: c@example.com",
		"b@example.com>, <c@example.com", "b", ""
	};
	struct arena a = { 0 };
	struct why why = { 0 };
	struct str out;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct send_message m = mail();

		m.to = str_of(bad[i]);
		assert_int_equal(send_email_text(&a, &m, &out, &why),
				 ERR_INVALID);
	}
	arena_release(&a);
}

static void
a_body_stays_json(void **state)
{
	static const struct {
		const char *body, *want;
	} known[] = {
		{ "{\"t\":\"{text}\",\"n\":\"{number}\"}",
		  "{\"t\":\"a\\\"b\\n{to}\",\"n\":\"JQ1\"}" },
		{ "{\"x\":\"{other}\"}", "{\"x\":\"{other}\"}" },
		{ "{\"t\":{text}}", NULL },
		{ "no json", NULL },
		/* As most gateways for SMS in China want it. */
		{ "apikey={secret}&mobile={to}&text={text}",
		  "apikey=k%261&mobile=%2B8613800000000&text=a%22b%0A%7Bto%"
		  "7D" },
	};
	struct arena a = { 0 };
	struct why why = { 0 };
	struct send_message m = { .kind = SEND_WEBHOOK,
				  .text = STR("a\"b\n{to}"),
				  .number = STR("JQ1"),
				  .to = STR("+8613800000000"),
				  .secret = { .n = 3, .b = "k&1" } };
	struct str out;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		m.body = str_of(known[i].body);
		assert_int_equal(send_body_text(&a, &m, &out, &why),
				 known[i].want == NULL ? ERR_INVALID : OK);
		if (known[i].want != NULL)
			assert_true(str_is(out, known[i].want));
	}
	m.body = STR("");
	for (int k = SEND_WEBHOOK; k < SEND_N; k++) {
		m.kind = (enum send_kind)k;
		assert_int_equal(send_body_text(&a, &m, &out, &why), OK);
	}
	arena_release(&a);
}

static void
hosts_are_listed_or_not(void **state)
{
	(void)state;
	assert_false(send_is_listed("", STR("example.com"), 443));
	assert_true(send_is_listed("a, example.com", STR("example.com"), 443));
	assert_true(send_is_listed("10.0.0.5:8025", STR("10.0.0.5"), 8025));
	assert_false(send_is_listed("10.0.0.5:8025", STR("10.0.0.5"), 25));
	assert_false(send_is_listed("example.com", STR("evil.example.com"), 1));
	assert_false(send_is_listed("example.com", STR(""), 1));
}

static int64_t
mail_channel(struct store *s, struct response *r)
{
	return estate_add(s, r->e.program, "notice_channel",
			  "{\"name\":\"邮件\",\"kind\":\"email\",\"running\":"
			  "true,\"url\":\"smtps://mail.example.com:465\","
			  "\"tls\":\"required\",\"sender\":\"a@example.org\"}");
}

static int64_t
queue(struct store *s, struct response *r, int64_t incident)
{
	struct reg_row row;

	response_do(s, r, r->operator, "notice", 0, "queue",
		    ESTATE_TEXT("{\"event\":\"confirmed\",\"kind\":\"email\","
				"\"incident\":\"%lld\",\"address\":"
				"\"b@example.com\"}",
				(long long)incident),
		    &row);
	return row.id;
}

static size_t
take(struct store *s, struct response *r, struct notice_due **due)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, actor_program(0));
	size_t n;

	store_ok(s, people_end(s, &t, notice_take(&t, 10, due, &n)));
	return n;
}

static void
record(struct store *s, struct response *r, const struct notice_due *due,
       bool good, bool final)
{
	struct send_result result = { .good = good,
				      .final = final,
				      .why = "451 later\r\nmore" };
	struct task t = people_task(s, TX_WRITE, r->now_ms, actor_program(0));

	store_ok(s, people_end(s, &t, notice_done(&t, due, &result)));
}

static void
tries_come_at_growing_intervals(void **state)
{
	static const int64_t waits_ms[] = { 5000, 15000, 60000, 300000,
					    900000 };
	struct store *s = store_of(state);
	struct notice_due *due;
	struct response r;
	int64_t n;

	response_make(s, &r);
	(void)mail_channel(s, &r);
	n = queue(s, &r, response_incident(s, &r, 2));
	for (size_t i = 0; i < ARRAY_LEN(waits_ms); i++) {
		assert_int_equal(take(s, &r, &due), 1);
		assert_int_equal(due[0].id, n);
		record(s, &r, &due[0], false, false);
		r.now_ms += waits_ms[i] - 1;
		assert_int_equal(take(s, &r, &due), 0);
		r.now_ms += 1;
	}
	assert_int_equal(take(s, &r, &due), 1);
	record(s, &r, &due[0], false, false);
	response_is(s, &r, "notice", n, "state", "failed");
	response_is(s, &r, "notice", n, "tries", "6");
	response_is(s, &r, "notice", n, "failure", "451 later  more");
	r.now_ms += DAY_MS;
	assert_int_equal(take(s, &r, &due), 0);
}

/* A worker that dies leaves its notice to the next; one that comes back late
 * changes nothing. */
static void
what_was_taken_is_leased(void **state)
{
	struct store *s = store_of(state);
	struct notice_due *first, *second;
	struct response r;
	int64_t n, incident;

	response_make(s, &r);
	(void)mail_channel(s, &r);
	incident = response_incident(s, &r, 2);
	n = queue(s, &r, incident);
	assert_int_equal(take(s, &r, &first), 1);
	assert_true(str_is(first[0].message.to, "b@example.com"));
	r.now_ms += NOTICE_LEASE_MS - 1;
	assert_int_equal(take(s, &r, &second), 0);
	r.now_ms += 1;
	assert_int_equal(take(s, &r, &second), 1);
	assert_true(str_eq(first[0].message.id, second[0].message.id));
	record(s, &r, &second[0], true, false);
	response_is(s, &r, "notice", n, "state", "sent");
	assert_string_equal(response_clock(s, &r, "incident", incident,
					   "notify"),
			    "met");
	record(s, &r, &first[0], false, false);
	record(s, &r, &first[0], true, false);
	response_is(s, &r, "notice", n, "state", "sent");
	response_is(s, &r, "notice", n, "tries", "1");
}

static void
a_cancelled_one_is_not_sent(void **state)
{
	struct store *s = store_of(state);
	struct notice_due *due;
	struct response r;
	struct reg_row row;
	int64_t n;

	response_make(s, &r);
	(void)mail_channel(s, &r);
	n = queue(s, &r, response_incident(s, &r, 2));
	response_do(s, &r, r.operator, "notice", n, "cancel",
		    "{\"reason\":\"误发\"}", &row);
	assert_int_equal(take(s, &r, &due), 0);
}

static void
a_secret_adds_no_header(void **state)
{
	const struct send_conf conf = { .hosts = "127.0.0.1:9",
					.ca_file = "",
					.timeout_ms = 1000 };
	struct send_message m = { .kind = SEND_WEBHOOK,
				  .url = STR("http://127.0.0.1:9/"),
				  .header = STR("Authorization: {secret}"),
				  .id = STR("1") };
	struct arena a = { 0 };
	struct send_result r;

	(void)state;
	(void)snprintf(m.secret.b, sizeof(m.secret.b), "k\r\nHost: other");
	m.secret.n = strlen(m.secret.b);
	send_now(&conf, &m, &a, &r);
	assert_true(r.final);
	assert_non_null(strstr(r.why, "line end"));
	arena_release(&a);
}

static int64_t
sms_channel(struct store *s, struct response *r)
{
	return estate_add(s, r->e.program, "notice_channel",
			  "{\"name\":\"短信\",\"kind\":\"sms\",\"running\":"
			  "true,\"url\":\"http://127.0.0.1:1/\"}");
}

/* By the first SMS channel to its phone; the customer is not told by it. */
static void
a_patrol_is_told(void **state)
{
	struct store *s = store_of(state);
	struct notice_due *due;
	struct response r;
	struct reg_row row;
	int64_t id, dispatch, robot;
	struct str text;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	dispatch = response_send(s, &r, id, r.near);
	assert_int_equal(take(s, &r, &due), 0); /* no channel, nobody told */
	response_do(s, &r, r.operator, "dispatch", dispatch, "recall",
		    "{\"reason\":\"误报\"}", &row);
	(void)sms_channel(s, &r);
	response_do(s, &r, r.operator, "dispatch", 0, "send",
		    ESTATE_TEXT("{\"incident\":\"%lld\",\"patrol\":\"%lld\","
				"\"instructions\":\"走后门\"}",
				(long long)id, (long long)r.near),
		    &row);
	dispatch = row.id;
	assert_int_equal(take(s, &r, &due), 1);
	assert_true(str_is(due[0].message.to, "13800000001"));
	assert_true(str_is(due[0].message.event, "task"));
	text = due[0].message.text;
	assert_non_null(strstr(arena_cstr(&s->a, text), "中山路支行"));
	assert_non_null(strstr(arena_cstr(&s->a, text), "走后门"));
	record(s, &r, &due[0], true, false);
	response_is(s, &r, "notice", due[0].id, "state", "sent");
	assert_string_equal(response_clock(s, &r, "incident", id, "notify"),
			    "running");
	/* Its own channel goes before the first one. */
	robot = estate_add(s, r.e.program, "notice_channel",
			   "{\"name\":\"群\",\"kind\":\"wecom\",\"running\":"
			   "true,\"url\":\"http://127.0.0.1:1/\"}");
	response_patch(s, &r, "patrol", r.near,
		       ESTATE_TEXT("{\"channel\":\"%lld\"}", (long long)robot));
	response_do(s, &r, r.operator, "dispatch", dispatch, "recall",
		    "{\"reason\":\"误报\"}", &row);
	assert_int_equal(take(s, &r, &due), 1);
	assert_true(str_is(due[0].message.event, "recalled"));
	assert_int_equal(due[0].message.kind, SEND_WECOM);
	/* Its words are not for customers, nor theirs for it. */
	response_not(s, &r, ERR_INVALID, r.operator, "notice", 0, "queue",
		     ESTATE_TEXT("{\"event\":\"task\",\"kind\":\"sms\","
				 "\"incident\":\"%lld\",\"address\":\"1\"}",
				 (long long)id));
	response_not(s, &r, ERR_INVALID, r.operator, "notice", 0, "queue",
		     ESTATE_TEXT("{\"event\":\"arrived\",\"kind\":\"sms\","
				 "\"dispatch\":\"%lld\",\"address\":\"1\"}",
				 (long long)dispatch));
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

static void
retire(struct store *s, struct response *r, int64_t channel)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_row row;

	store_ok(s, people_end(s, &t,
			       reg_retire(&t, &notice_channel_reg, channel, 0,
					  true, STR("停机"), &row)));
}

/* Its channel is switched off or retired: by SMS; with none it is sent and
 * called back all the same, and its history says that nobody told it. */
static void
a_channel_out_of_use_keeps_nobody_back(void **state)
{
	struct store *s = store_of(state);
	struct notice_due *due;
	struct response r;
	struct reg_row row;
	int64_t id, dispatch, robot, sms;

	response_make(s, &r);
	id = response_incident(s, &r, 2);
	robot = estate_add(s, r.e.program, "notice_channel",
			   "{\"name\":\"群\",\"kind\":\"wecom\",\"running\":"
			   "true,\"url\":\"http://127.0.0.1:1/\"}");
	response_patch(s, &r, "patrol", r.near,
		       ESTATE_TEXT("{\"channel\":\"%lld\",\"address\":"
				   "\"群\"}",
				   (long long)robot));
	retire(s, &r, robot);
	dispatch = response_send(s, &r, id, r.near);
	assert_int_equal(take(s, &r, &due), 0);
	assert_non_null(strstr(said_of(s, &r, dispatch), "telephone"));
	response_do(s, &r, r.operator, "dispatch", dispatch, "recall",
		    "{\"reason\":\"误报\"}", &row);
	response_is(s, &r, "dispatch", dispatch, "state", "recalled");
	sms = sms_channel(s, &r);
	dispatch = response_send(s, &r, id, r.near);
	assert_int_equal(take(s, &r, &due), 1);
	assert_int_equal(due[0].message.kind, SEND_SMS);
	assert_true(str_is(due[0].message.to, "13800000001"));
	/* Switched off, it is as good as none. */
	response_patch(s, &r, "notice_channel", sms, "{\"running\":false}");
	response_do(s, &r, r.operator, "dispatch", dispatch, "recall",
		    "{\"reason\":\"误报\"}", &row);
	assert_non_null(strstr(said_of(s, &r, dispatch), "telephone"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mail_is_one),
		cmocka_unit_test(headers_stay_headers),
		cmocka_unit_test(a_secret_adds_no_header),
		cmocka_unit_test(a_body_stays_json),
		cmocka_unit_test(hosts_are_listed_or_not),
		STORE_TEST(tries_come_at_growing_intervals),
		STORE_TEST(what_was_taken_is_leased),
		STORE_TEST(a_cancelled_one_is_not_sent),
		STORE_TEST(a_patrol_is_told),
		STORE_TEST(a_channel_out_of_use_keeps_nobody_back),
	};

	log_set_level(LOG_ERROR);
	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
