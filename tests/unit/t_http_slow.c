/* t_http_slow.c - clients that drip, stall and sleep. */
#include "web.h"

#include <sys/resource.h>

#include "base/time.h"
#include "http/metrics.h"

#define TIMEOUT_S 1
/* Who is not cut drips for ever; how late a busy machine cuts says nothing. */
#define CUT_MS_MAX 30000

static struct web web;

static int
start(void **state)
{
	struct http_conf conf = web_conf(&web);

	(void)state;
	conf.timeout_s = TIMEOUT_S;
	web_start(&web, &conf);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	web_stop(&web);
	return 0;
}

/* Connections closed just now may still count for a moment. */
static void
server_lives(void)
{
	int status = 0;

	for (int i = 0; status == 0 && i < 200; i++) {
		struct answer a = { 0 };
		int fd = wire_open(web.port);

		if (wire_send(fd, GET("/alive") "\r\n"))
			a = wire_answer(fd, false);
		status = a.status;
		answer_free(&a);
		close(fd);
		if (status == 0)
			sleep_ms(20);
	}
	assert_int_equal(status, 200);
}

/* Sends one byte again and again, until the server has enough. */
static void
drip_is_cut(int fd, const char *bytes)
{
	int64_t until = time_mono_us() + CUT_MS_MAX * INT64_C(1000);
	bool open = true;

	for (size_t i = 0; open && time_mono_us() < until; i++) {
		struct pollfd p = { .fd = fd, .events = POLLIN };

		open = wire_send_n(fd, bytes + i % strlen(bytes), 1) &&
		       poll(&p, 1, 100) == 0;
	}
	assert_false(open);
	assert_true(wire_closed(fd));
	close(fd);
}

/* When this test is held up for a second, the library sees an idle client
 * and closes before the watch cuts: then once more. */
static void
dripped_headers_are_cut(void **state)
{
	int64_t before = metric_get(METRIC_HTTP_CUT);

	(void)state;
	for (int i = 0; i < 5 && metric_get(METRIC_HTTP_CUT) == before; i++) {
		int fd = wire_open(web.port);

		wire_send(fd, GET("/") "X-Slow: ");
		drip_is_cut(fd, "abcdefgh");
	}
	assert_true(metric_get(METRIC_HTTP_CUT) > before);
	server_lives();
}

static void
dripped_request_line_is_cut(void **state)
{
	int fd = wire_open(web.port);

	(void)state;
	drip_is_cut(fd, "G");
}

/* The second request of a kept connection is watched as well. */
static void
dripped_second_request_is_cut(void **state)
{
	int fd = wire_open(web.port);
	struct answer a;

	(void)state;
	wire_send(fd, GET("/1") "\r\n");
	a = wire_answer(fd, false);
	assert_int_equal(a.status, 200);
	answer_free(&a);
	drip_is_cut(fd, "G");
}

static void
dripped_body_is_cut(void **state)
{
	int fd = wire_open(web.port);

	(void)state;
	wire_send(fd, "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n"
		      "\r\n");
	drip_is_cut(fd, "abc");
}

static void
silent_connection_is_closed(void **state)
{
	int fd = wire_open(web.port);

	(void)state;
	assert_true(wire_closed(fd));
	close(fd);
}

/* Only the reading side is left open: the answer still comes. */
static void
half_open_client_gets_its_answer(void **state)
{
	int fd = wire_open(web.port);
	struct answer a;

	(void)state;
	wire_send(fd, GET("/later") "\r\n");
	shutdown(fd, SHUT_WR);
	a = wire_answer(fd, false);
	assert_int_equal(a.status, 200);
	assert_string_equal(a.body, "later");
	answer_free(&a);
	close(fd);
}

static int64_t
cpu_ms(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000 +
	       (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1000;
}

/* Whatever a client stops in the middle of, the server sleeps. */
static void
stalled_clients_cost_nothing(void **state)
{
	static const char *const parts[] = {
		"GET /x HT", GET("/x"),
		"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc",
		"POST /x HTTP/1.1\r\nHost: x\r\n"
		"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
		GET("/hold") "\r\n"
	};
	int fds[ARRAY_LEN(parts)];
	int64_t before;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		fds[i] = wire_open(web.port);
		wire_send(fds[i], parts[i]);
	}
	web_await_held(&web, 1);
	shutdown(fds[ARRAY_LEN(parts) - 1], SHUT_WR);
	sleep_ms(50);
	before = cpu_ms();
	sleep_ms(400);
	assert_in_range(cpu_ms() - before, 0, 80);
	reply_text(web.held[0], 200, STR("now"));
	web.n_held = 0;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		close(fds[i]);
}

static void
half_sent_requests_leak_nothing(void **state)
{
	static const char *const parts[] = {
		"GET /x HTTP/1.1\r\n", GET("/x"),
		"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc"
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		int fd = wire_open(web.port);

		wire_send(fd, parts[i]);
		sleep_ms(20);
		close(fd);
	}
	server_lives();
}

/* A request asleep outlives the time limit: the lane decides, not we. */
static void
sleeping_request_is_not_cut(void **state)
{
	int fd = wire_open(web.port);
	struct answer a;

	(void)state;
	wire_send(fd, GET("/hold") "\r\n");
	web_await_held(&web, 1);
	sleep_ms(TIMEOUT_S * 1000 + 800);
	reply_text(web.held[0], 200, STR("patience"));
	web.n_held = 0;
	a = wire_answer(fd, false);
	assert_string_equal(a.body, "patience");
	answer_free(&a);
	close(fd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dripped_headers_are_cut),
		cmocka_unit_test(dripped_request_line_is_cut),
		cmocka_unit_test(dripped_second_request_is_cut),
		cmocka_unit_test(dripped_body_is_cut),
		cmocka_unit_test(silent_connection_is_closed),
		cmocka_unit_test(half_open_client_gets_its_answer),
		cmocka_unit_test(stalled_clients_cost_nothing),
		cmocka_unit_test(half_sent_requests_leak_nothing),
		cmocka_unit_test(sleeping_request_is_not_cut),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
