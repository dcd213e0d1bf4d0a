/* t_feed.c - the live feed over real sockets. */
#include "web.h"

#include <sys/resource.h>

#include "base/time.h"
#include "http/metrics.h"

#define EPOCH 1700000000000
#define RING 64
#define LISTENERS 220

static struct web web;

/* One server-sent event, as a browser would take it. */
struct sse {
	char id[64], name[32], data[512];
};

static void
feed_start(size_t ring, size_t listeners)
{
	struct http_conf conf = web_conf(&web);

	web = (struct web){ 0 };
	web.feed = feed_new(EPOCH, ring, listeners);
	web_start(&web, &conf);
}

static int
start(void **state)
{
	(void)state;
	feed_start(RING, LISTENERS);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	web_stop(&web);
	return 0;
}

static void
put(int64_t org, int64_t row)
{
	struct event e = { .org = org,
			   .row = row,
			   .version = 3,
			   .at_ms = 1234,
			   .reg = "workorder",
			   .op = "step",
			   .event = "grade",
			   .state = "graded" };

	feed_put(web.feed, &e);
}

/* HTTP/1.0: the body comes as it is, without chunks. */
static int
listen_from(const char *header, const char *from)
{
	struct answer a = { 0 };
	int fd = wire_open(web.port);
	char ask[256];

	(void)snprintf(ask, sizeof(ask),
		       "GET /feed HTTP/1.0\r\nHost: x\r\n%s%s%s\r\n", header,
		       from, header[0] != '\0' ? "\r\n" : "");
	assert_true(wire_send(fd, ask));
	take_head(fd, &a);
	assert_int_equal(a.status, 200);
	assert_true(answer_has(&a, "Content-Type", "text/event-stream"));
	assert_true(answer_has(&a, "Cache-Control", "no-store"));
	return fd;
}

/* false: the stream has ended. */
static bool
next(int fd, struct sse *out)
{
	char line[768];
	bool any = false;

	*out = (struct sse){ 0 };
	while (wire_line(fd, line, sizeof(line))) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '\0' && any)
			return true;
		if (strncmp(line, "id: ", 4) == 0)
			(void)snprintf(out->id, sizeof(out->id), "%s",
				       line + 4);
		else if (strncmp(line, "event: ", 7) == 0)
			(void)snprintf(out->name, sizeof(out->name), "%s",
				       line + 7);
		else if (strncmp(line, "data: ", 6) == 0)
			(void)snprintf(out->data, sizeof(out->data), "%s",
				       line + 6);
		any |= strncmp(line, "data: ", 6) == 0;
	}
	return false;
}

static void
expect(int fd, const char *name, const char *id)
{
	struct sse e;

	assert_true(next(fd, &e));
	assert_string_equal(e.name, name);
	assert_string_equal(e.id, id);
}

#define ID(n) "1700000000000-" #n

static void
event_is_as_documented(void **state)
{
	int fd = listen_from("", "");
	struct sse e;

	(void)state;
	assert_true(next(fd, &e));
	assert_string_equal(e.name, "hello");
	assert_string_equal(e.data, "{\"last\":\"" ID(0) "\"}");
	put(7, 42);
	assert_true(next(fd, &e));
	assert_string_equal(e.name, "");
	assert_string_equal(e.id, ID(1));
	assert_string_equal(e.data,
			    "{\"n\":1,\"at_ms\":1234,\"register\":"
			    "\"workorder\","
			    "\"id\":\"42\",\"op\":\"step\",\"event\":\"grade\","
			    "\"state\":\"graded\",\"version\":3}");
	close(fd);
}

static void
retry_is_told_first(void **state)
{
	int fd = listen_from("", "");
	char line[64];

	(void)state;
	assert_true(wire_line(fd, line, sizeof(line)));
	assert_string_equal(line, "retry: 1000\n");
	close(fd);
}

static void
other_organisations_hear_nothing(void **state)
{
	int fd = listen_from("", "");

	(void)state;
	expect(fd, "hello", ID(0));
	put(8, 1);
	put(7, 2);
	expect(fd, "", ID(1)); /* the first of ours */
	close(fd);
}

static void
resume_gives_what_was_missed(void **state)
{
	int fd;

	(void)state;
	for (int64_t i = 0; i < 5; i++)
		put(7, i + 1);
	fd = listen_from("Last-Event-ID: ", ID(2));
	expect(fd, "hello", ID(2));
	expect(fd, "", ID(3));
	expect(fd, "", ID(4));
	expect(fd, "", ID(5));
	put(7, 9);
	expect(fd, "", ID(6));
	close(fd);
}

static void
resume_by_query(void **state)
{
	int fd = wire_open(web.port);
	struct answer a = { 0 };

	(void)state;
	put(7, 1);
	put(7, 2);
	wire_send(fd, "GET /feed?from=" ID(1) " HTTP/1.0\r\nHost: x\r\n\r\n");
	take_head(fd, &a);
	expect(fd, "hello", ID(1));
	expect(fd, "", ID(2));
	close(fd);
}

static void
what_is_no_longer_there_is_reset(void **state)
{
	static const char *const lost[] = { ID(3),  "1600000000000-70",
					    ID(99), "rubbish",
					    "-",    ID(-1) };

	(void)state;
	for (int64_t i = 0; i < RING + 10; i++)
		put(7, i + 1);
	for (size_t i = 0; i < ARRAY_LEN(lost); i++) {
		int fd = listen_from("Last-Event-ID: ", lost[i]);

		expect(fd, "hello", "");
		expect(fd, "reset", ID(74));
		close(fd);
	}
	/* the oldest that is there: 11 */
	{
		int fd = listen_from("Last-Event-ID: ", ID(10));

		expect(fd, "hello", ID(10));
		for (int i = 11; i <= RING + 10; i++) {
			char id[64];

			(void)snprintf(id, sizeof(id), "1700000000000-%d", i);
			expect(fd, "", id);
		}
		close(fd);
	}
}

static void
heartbeats_come(void **state)
{
	int fd = listen_from("", "");
	struct sse e;

	(void)state;
	expect(fd, "hello", ID(0));
	for (int i = 0; i < 3; i++) {
		feed_beat(web.feed);
		assert_true(next(fd, &e));
		assert_string_equal(e.name, "hb");
		assert_string_equal(e.id, "");
		assert_true(e.data[0] != '\0'); /* else browsers drop it */
	}
	close(fd);
}

/* Overtaken by the ring: what was on the way, then the reset, then the end. */
static void
slow_listener_is_reset_and_let_go(void **state)
{
	int fd = listen_from("", "");
	struct sse e, before = { 0 };
	size_t n = 0;

	(void)state;
	expect(fd, "hello", ID(0));
	/* far more than the socket buffers hold */
	for (int64_t i = 0; i < 40000; i++) {
		put(7, i + 1);
		if (i % 1000 == 0)
			sleep_ms(10);
	}
	while (next(fd, &e)) {
		before = e;
		n++;
	}
	/* in the middle of an event there is no room for a reset */
	if (strcmp(before.name, "reset") != 0)
		assert_true(before.name[0] == '\0');
	assert_true(n < 20000);
	close(fd);
	fd = listen_from("Last-Event-ID: ",
			 before.id[0] != '\0' ? before.id : ID(0));
	assert_true(next(fd, &e));
	assert_string_equal(e.name, "hello");
	close(fd);
}

/* Neither who sleeps nor who does not read costs anything. */
static void
idle_listeners_cost_nothing(void **state)
{
	int fds[20];
	struct rusage u;
	int64_t ms[2];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		fds[i] = listen_from("", "");
	for (int64_t i = 0; i < 5000; i++) {
		put(7, i + 1);
		if (i % 50 == 0)
			sleep_ms(2);
	}
	sleep_ms(200);
	for (size_t i = 0; i < ARRAY_LEN(ms); i++) {
		getrusage(RUSAGE_SELF, &u);
		ms[i] = (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000 +
			(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1000;
		sleep_ms(i == 0 ? 400 : 0);
	}
	assert_in_range(ms[1] - ms[0], 0, 80);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		close(fds[i]);
}

static void
too_many_listeners_are_told(void **state)
{
	int fds[3];
	struct answer a;

	(void)state;
	web_stop(&web);
	feed_start(RING, 3);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		fds[i] = listen_from("", "");
	a = wire_ask(web.port, GET("/feed") "\r\n");
	assert_int_equal(a.status, 503);
	assert_non_null(strstr(a.body, "\"code\":\"busy\""));
	answer_free(&a);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		close(fds[i]);
	/* the next heartbeat finds them gone */
	for (int i = 0; i < 100 && feed_figures(web.feed).listeners > 0; i++) {
		feed_beat(web.feed);
		sleep_ms(20);
	}
	assert_int_equal(feed_figures(web.feed).listeners, 0);
	close(listen_from("", ""));
}

/* All hear all, in order, while they come and go and threads publish. */
static void *
publish(void *arg)
{
	(void)arg;
	for (int64_t i = 0; i < 10; i++) {
		put(7, i + 1);
		sleep_ms(7);
	}
	return NULL;
}

static void
two_hundred_hear_everything(void **state)
{
	static int fds[200];
	pthread_t threads[3];
	struct feed_figures f;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		fds[i] = listen_from("", "");
	for (size_t i = 0; i < ARRAY_LEN(threads); i++)
		assert_int_equal(pthread_create(&threads[i], NULL, publish,
						NULL),
				 0);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++) {
		expect(fds[i], "hello", ID(0));
		for (int n = 1; n <= 30; n++) {
			char id[64];

			(void)snprintf(id, sizeof(id), "1700000000000-%d", n);
			expect(fds[i], "", id);
		}
		close(fds[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(threads); i++)
		pthread_join(threads[i], NULL);
	f = feed_figures(web.feed);
	assert_int_equal(f.events, 30);
	assert_int_equal(f.resets, 0);
}

/* Closing with listeners asleep: they see the end, nothing hangs. */
static void
stopping_ends_the_streams(void **state)
{
	int fds[20];
	struct sse e;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(fds); i++) {
		fds[i] = listen_from("", "");
		expect(fds[i], "hello", ID(0));
	}
	web_stop(&web);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++) {
		assert_false(next(fds[i], &e));
		close(fds[i]);
	}
	feed_start(RING, LISTENERS);
}

static void
head_of_a_feed_is_only_a_head(void **state)
{
	struct answer a =
	    wire_ask(web.port, "HEAD /feed HTTP/1.1\r\nHost: x\r\n\r\n");

	(void)state;
	assert_int_equal(a.status, 200);
	answer_free(&a);
	for (int i = 0; i < 100 && feed_figures(web.feed).listeners > 0; i++)
		sleep_ms(5);
	assert_int_equal(feed_figures(web.feed).listeners, 0);
}

static void
figures_are_printed(void **state)
{
	struct buf b = buf_open(1 << 16);
	const char *text;

	(void)state;
	metric_observe(HISTOGRAM_HTTP, 700);
	metrics_print(&b);
	buf_putc(&b, '\0');
	text = buf_str(&b).p;
	assert_non_null(strstr(text,
			       "# TYPE anwei_http_answers_total counter\n"
			       "anwei_http_answers_total{class=\"2xx\"}"));
	assert_non_null(strstr(text, "# TYPE anwei_http_connections gauge\n"));
	assert_non_null(
	    strstr(text, "anwei_http_answer_seconds_bucket{le=\"0.0005\"}"));
	assert_non_null(
	    strstr(text, "anwei_http_answer_seconds_bucket{le=\"+Inf\"}"));
	assert_non_null(strstr(text, "anwei_http_answer_seconds_count"));
	/* the heading of a metric with labels stands once */
	text = strstr(text, "# TYPE anwei_http_answers_total") + 1;
	assert_null(strstr(text, "# TYPE anwei_http_answers_total"));
	buf_release(&b);
}

int
main(void)
{
#define FEED_TEST(t) cmocka_unit_test_setup_teardown(t, start, stop)
	const struct CMUnitTest tests[] = {
		FEED_TEST(event_is_as_documented),
		FEED_TEST(retry_is_told_first),
		FEED_TEST(other_organisations_hear_nothing),
		FEED_TEST(resume_gives_what_was_missed),
		FEED_TEST(resume_by_query),
		FEED_TEST(what_is_no_longer_there_is_reset),
		FEED_TEST(heartbeats_come),
		FEED_TEST(slow_listener_is_reset_and_let_go),
		FEED_TEST(idle_listeners_cost_nothing),
		FEED_TEST(too_many_listeners_are_told),
		FEED_TEST(two_hundred_hear_everything),
		FEED_TEST(stopping_ends_the_streams),
		FEED_TEST(head_of_a_feed_is_only_a_head),
		FEED_TEST(figures_are_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
