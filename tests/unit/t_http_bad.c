/* t_http_bad.c - greedy, vanishing and hostile clients. */
#include "web.h"

#include "http/metrics.h"

static struct web web;

static int
start(void **state)
{
	struct http_conf conf = web_conf(&web);

	(void)state;
	conf.per_address_max = 40;
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

static void
huge_header_is_refused(void **state)
{
	static const size_t sizes[] = { 9000, 100000 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		int fd = wire_open(web.port);
		char *junk = malloc(sizes[i]);
		struct answer a;

		memset(junk, 'a', sizes[i]);
		wire_send(fd, GET("/") "X-Long: ");
		wire_send_n(fd, junk, sizes[i]);
		wire_send(fd, "\r\n\r\n");
		a = wire_answer(fd, false);
		/* 0: the library's own answer was lost to the reset */
		assert_true(a.status == 431 || (i == 1 && a.status == 0));
		answer_free(&a);
		free(junk);
		close(fd);
	}
	server_lives();
}

/* Just below the limit there is still room for the answer's head. */
static void
large_header_is_taken(void **state)
{
	int fd = wire_open(web.port);
	char value[201] = { 0 }, line[256];
	struct answer a;

	(void)state;
	memset(value, 'v', 200);
	wire_send(fd, GET("/"));
	for (int i = 0; i < 37; i++) {
		(void)snprintf(line, sizeof(line), "X-Part-%02d: %s\r\n", i,
			       value);
		wire_send(fd, line);
	}
	wire_send(fd, "\r\n");
	a = wire_answer(fd, false);
	assert_int_equal(a.status, 200);
	answer_free(&a);
	close(fd);
}

static void
many_small_headers_are_refused(void **state)
{
	int fd = wire_open(web.port);
	struct answer a;

	(void)state;
	wire_send(fd, GET("/"));
	for (size_t i = 0; i < 1500; i++)
		wire_send(fd, "a:b\r\n");
	wire_send(fd, "\r\n");
	a = wire_answer(fd, false);
	assert_true(a.status == 431 || a.status == 0);
	answer_free(&a);
	close(fd);
	server_lives();
}

static void
announced_oversize_is_refused_at_once(void **state)
{
	int fd = wire_open(web.port);
	struct answer a;

	(void)state;
	wire_send(fd, "POST /x HTTP/1.1\r\nHost: x\r\n"
		      "Content-Length: 209715200\r\n\r\n");
	a = wire_answer(fd, false); /* not a byte of the body is sent */
	assert_int_equal(a.status, 413);
	assert_non_null(strstr(a.body, "\"code\":\"too_big\""));
	answer_free(&a);
	close(fd);
}

static void
limit_is_the_paths(void **state)
{
	struct answer a =
	    wire_ask(web.port, "POST /small HTTP/1.1\r\nHost: x\r\n"
			       "Content-Length: 101\r\n\r\n");

	(void)state;
	assert_int_equal(a.status, 413);
	answer_free(&a);
}

/*
 * Sends until the server does not take any more; a client that sends first
 * and reads then must find the answer.
 */
static size_t
send_flood(int fd, bool chunked, size_t max)
{
	static char junk[65536];
	size_t sent = 0;

	while (sent < max) {
		if (chunked && !wire_send(fd, "10000\r\n"))
			break;
		if (!wire_send_n(fd, junk, sizeof(junk)))
			break;
		if (chunked && !wire_send(fd, "\r\n"))
			break;
		sent += sizeof(junk);
	}
	return sent;
}

static void
flood_is_refused(const char *head, bool chunked)
{
	size_t size = (size_t)200 << 20, sent;
	int fd = wire_open(web.port);
	int64_t before = metric_get(METRIC_HTTP_BYTES_IN);
	struct answer a;

	wire_send(fd, head);
	sent = send_flood(fd, chunked, size);
	a = wire_answer(fd, false);
	assert_int_equal(a.status, 413);
	assert_non_null(strstr(a.body, "\"code\":\"too_big\""));
	assert_true(sent < size / 4);
	assert_true(metric_get(METRIC_HTTP_BYTES_IN) - before <=
		    (int64_t)UPLOAD_MAX);
	answer_free(&a);
	close(fd);
}

static void
flood_with_length_is_refused_and_told(void **state)
{
	(void)state;
	flood_is_refused("POST /x HTTP/1.1\r\nHost: x\r\n"
			 "Content-Length: 209715200\r\n\r\n",
			 false);
}

static void
flood_in_chunks_is_refused_and_told(void **state)
{
	(void)state;
	flood_is_refused("POST /x HTTP/1.1\r\nHost: x\r\n"
			 "Transfer-Encoding: chunked\r\n\r\n",
			 true);
}

static void
body_of_exactly_the_limit_is_taken(void **state)
{
	char ask[256];
	struct answer a;

	(void)state;
	(void)snprintf(ask, sizeof(ask),
		       "POST /small HTTP/1.1\r\nHost: x\r\n"
		       "Transfer-Encoding: chunked\r\n\r\n64\r\n%0100d\r\n0\r\n"
		       "\r\n",
		       7);
	a = wire_ask(web.port, ask);
	assert_int_equal(a.status, 200);
	answer_free(&a);
	(void)snprintf(ask, sizeof(ask),
		       "POST /small HTTP/1.1\r\nHost: x\r\n"
		       "Transfer-Encoding: chunked\r\n\r\n65\r\n%0101d\r\n0\r\n"
		       "\r\n",
		       7);
	a = wire_ask(web.port, ask);
	assert_int_equal(a.status, 413);
	answer_free(&a);
}

static void
two_lengths_are_refused(void **state)
{
	struct answer a =
	    wire_ask(web.port, "POST /x HTTP/1.1\r\nHost: x\r\n"
			       "Content-Length: 3\r\n"
			       "Transfer-Encoding: chunked\r\n\r\n"
			       "3\r\nabc\r\n0\r\n\r\n");

	(void)state;
	assert_int_equal(a.status, 400);
	answer_free(&a);
}

static void
garbage_is_survived(void **state)
{
	static const char *const junk[] = {
		"\r\n\r\n\r\n",
		"\x16\x03\x01\x02",
		"GET\r\n\r\n",
		"GET / HTTP/9.9\r\n\r\n",
		"A B C D E\r\n\r\n",
		GET("/") "no colon here\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: x\r\n"
		"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
		"POST / HTTP/1.1\r\nHost: x\r\n"
		"Content-Length: 99999999999999999999\r\n\r\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(junk); i++) {
		int fd = wire_open(web.port);
		struct answer a;

		wire_send(fd, junk[i]);
		shutdown(fd, SHUT_WR);
		a = wire_answer(fd, false);
		assert_true(a.status == 0 || a.status >= 400);
		answer_free(&a);
		close(fd);
	}
	server_lives();
}

/* Gone in all ways: before, while asleep, in the middle of the body. */
static void
vanished_clients_are_harmless(void **state)
{
	const struct linger hard = { .l_onoff = 1 };
	int fds[3];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(fds); i++) {
		fds[i] = wire_open(web.port);
		wire_send(fds[i], GET("/hold") "\r\n");
	}
	web_await_held(&web, 3);
	close(fds[0]);
	setsockopt(fds[1], SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
	close(fds[1]); /* a reset */
	sleep_ms(50);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		reply_text(web.held[i], 200, STR("held"));
	web.n_held = 0;
	{
		struct answer a = wire_answer(fds[2], false);

		assert_string_equal(a.body, "held");
		answer_free(&a);
	}
	close(fds[2]);
	server_lives();
}

/* With time enough that none is closed for being silent. */
static void
connections_of_an_address_are_bounded(void **state)
{
	static struct web w;
	struct http_conf conf = web_conf(&w);
	int fds[60];
	size_t refused = 0;

	(void)state;
	conf.per_address_max = 40;
	conf.timeout_s = 60;
	web_start(&w, &conf);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		fds[i] = wire_open(w.port);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++) {
		struct pollfd p = { .fd = fds[i], .events = POLLIN };

		/* the first 40 stay silent, each later one is closed */
		refused += poll(&p, 1, i < 40 ? 5 : 10000) > 0;
	}
	assert_int_equal(refused, 20);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		close(fds[i]);
	web_stop(&w);
}

static void *
close_server(void *arg)
{
	http_close(arg);
	return NULL;
}

/* Closing waits for what sleeps, and refuses what comes meanwhile. */
static void
closing_waits_for_answers(void **state)
{
	static struct web w;
	struct http_conf conf = web_conf(&w);
	struct answer a;
	pthread_t closer;
	int fd, late, status = 0;

	(void)state;
	web_start(&w, &conf);
	fd = wire_open(w.port);
	late = wire_open(w.port);
	wire_send(fd, GET("/hold") "\r\n");
	web_await_held(&w, 1);
	assert_int_equal(pthread_create(&closer, NULL, close_server, &w.http),
			 0);
	/* until the other thread has begun to close */
	for (int i = 0; i < 500 && status != 503; i++) {
		sleep_ms(10);
		a = wire_ask(w.port, GET("/x") "\r\n");
		status = a.status;
		answer_free(&a);
	}
	wire_send(late, GET("/x") "\r\n");
	a = wire_answer(late, false);
	assert_int_equal(a.status, 503);
	assert_true(answer_has(&a, "Retry-After", "1"));
	answer_free(&a);
	reply_text(w.held[0], 200, STR("at last"));
	pthread_join(closer, NULL);
	assert_null(w.http);
	close(fd);
	close(late);
	web_stop(&w);
}

/* Many clients, many threads, many later answers. */
static void *
hammer(void *arg)
{
	(void)arg;
	for (size_t i = 0; i < 10; i++) {
		struct answer a =
		    wire_ask(web.port, i % 2 == 0 ?
					   GET("/later") "\r\n" :
					   GET("/big") "Accept-Encoding: "
						       "gzip\r\n\r\n");

		assert_int_equal(a.status, 200);
		answer_free(&a);
	}
	return NULL;
}

static void
many_at_once(void **state)
{
	pthread_t threads[8];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(threads); i++)
		assert_int_equal(pthread_create(&threads[i], NULL, hammer,
						NULL),
				 0);
	for (size_t i = 0; i < ARRAY_LEN(threads); i++)
		pthread_join(threads[i], NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(huge_header_is_refused),
		cmocka_unit_test(large_header_is_taken),
		cmocka_unit_test(many_small_headers_are_refused),
		cmocka_unit_test(announced_oversize_is_refused_at_once),
		cmocka_unit_test(limit_is_the_paths),
		cmocka_unit_test(flood_with_length_is_refused_and_told),
		cmocka_unit_test(flood_in_chunks_is_refused_and_told),
		cmocka_unit_test(body_of_exactly_the_limit_is_taken),
		cmocka_unit_test(two_lengths_are_refused),
		cmocka_unit_test(garbage_is_survived),
		cmocka_unit_test(vanished_clients_are_harmless),
		cmocka_unit_test(connections_of_an_address_are_bounded),
		cmocka_unit_test(closing_waits_for_answers),
		cmocka_unit_test(many_at_once),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
