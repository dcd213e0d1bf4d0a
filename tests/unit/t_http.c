/* t_http.c - requests and answers over real sockets. */
#include "web.h"

#include <zlib.h>

static struct web web;

static int
start(void **state)
{
	struct http_conf conf = web_conf(&web);
	static char name[] = "/tmp/anwei-t-http-XXXXXX";
	int fd = mkstemp(name);

	(void)state;
	assert_int_equal(write(fd, "0123456789abcdef", 16), 16);
	close(fd);
	web.file = name;
	web_start(&web, &conf);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	web_stop(&web);
	unlink(web.file);
	return 0;
}

static void
target_is_decoded_once(void **state)
{
	struct answer a =
	    wire_ask(web.port, GET("/a%2541%20b?x=1+2&y=%E5%AE%89&x&=") "\r\n");

	(void)state;
	assert_int_equal(a.status, 200);
	assert_string_equal(a.body, "GET /a%41 b [x]=[1 2] [y]=[\xe5\xae\x89] "
				    "[x]=[] []=[] fd=0 body=");
	answer_free(&a);
}

static void
bad_targets_are_refused(void **state)
{
	static const char *const bad[] = {
		GET("/a%00b") "\r\n",  GET("/%zz") "\r\n",
		GET("/a%4") "\r\n",    GET("/%ff") "\r\n",
		GET("/%0d%0a") "\r\n", GET("/?q=%c3%28") "\r\n",
		GET("*") "\r\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct answer a = wire_ask(web.port, bad[i]);

		assert_int_equal(a.status, 400);
		answer_free(&a);
	}
}

static void
absolute_form_is_taken(void **state)
{
	struct answer a = wire_ask(web.port, GET("http://x:80/p?q=1") "\r\n");

	(void)state;
	assert_string_equal(a.body, "GET /p [q]=[1] fd=0 body=");
	answer_free(&a);
}

static void
every_answer_has_the_security_headers(void **state)
{
	static const char *const paths[] = { GET("/x") "\r\n",
					     GET("/nothing") "\r\n",
					     GET("/%zz") "\r\n" };
	static const char *const names[] = { "X-Content-Type-Options",
					     "Referrer-Policy",
					     "Permissions-Policy",
					     "Content-Security-Policy",
					     "X-Frame-Options" };
	char got[1024];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
		struct answer a = wire_ask(web.port, paths[i]);

		for (size_t k = 0; k < ARRAY_LEN(names); k++)
			assert_non_null(
			    answer_header(&a, names[k], got, sizeof(got)));
		assert_true(answer_has(&a, "Cache-Control", "no-store"));
		assert_null(answer_header(&a, "Strict-Transport-Security", got,
					  sizeof(got)));
		answer_free(&a);
	}
}

static void
values_cannot_start_headers(void **state)
{
	struct answer a =
	    wire_ask(web.port,
		     GET("/") "Cookie: one=1; two=zwei; three=3\r\n\r\n");
	char got[64];

	(void)state;
	assert_true(answer_has(&a, "X-Evil", "a??X-Injected: 1"));
	assert_null(answer_header(&a, "X-Injected", got, sizeof(got)));
	assert_true(answer_has(&a, "X-Cookie", "zwei"));
	assert_true(answer_has(&a, "X-Peer", "127.0.0.1"));
	answer_free(&a);
}

static void
refusal_speaks_the_callers_language(void **state)
{
	struct answer en =
	    wire_ask(web.port, GET("/nothing") "Accept-Language: "
					       "fr, zh;q=0.5, en-GB;q=0.9"
					       "\r\n\r\n");
	struct answer zh = wire_ask(web.port, GET("/nothing") "\r\n");

	(void)state;
	assert_int_equal(en.status, 404);
	assert_non_null(strstr(en.body, "\"title\":\"Not found\""));
	assert_non_null(strstr(zh.body, "\"title\":\"未找到\""));
	assert_true(
	    answer_has(&zh, "Content-Type", "application/problem+json"));
	answer_free(&en);
	answer_free(&zh);
}

static void
head_has_no_body(void **state)
{
	int fd = wire_open(web.port);
	struct answer a;

	(void)state;
	wire_send(fd,
		  "HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n" GET("/x") "\r\n");
	a = wire_answer(fd, true);
	assert_int_equal(a.status, 404);
	assert_non_null(strcasestr(a.head, "Content-Length: 1"));
	answer_free(&a);
	a = wire_answer(fd, false); /* nothing of a body is in between */
	assert_int_equal(a.status, 200);
	answer_free(&a);
	close(fd);
}

static void
pipelined_requests_are_answered_in_order(void **state)
{
	static const char *const want[] = { "GET /1 fd=0 body=", "later",
					    "POST /2 fd=0 body=abc", "later" };
	int fd = wire_open(web.port);

	(void)state;
	wire_send(fd, GET("/1") "\r\n" GET(
			  "/later") "\r\n"
				    "POST /2 HTTP/1.1\r\nHost: "
				    "x\r\nContent-Length: 3\r\n\r\n"
				    "abc" GET("/later") "\r\n");
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		struct answer a = wire_answer(fd, false);

		assert_int_equal(a.status, 200);
		assert_string_equal(a.body, want[i]);
		answer_free(&a);
	}
	close(fd);
}

static void
chunked_body_is_joined(void **state)
{
	struct answer a =
	    wire_ask(web.port, "POST /c HTTP/1.1\r\nHost: x\r\n"
			       "Transfer-Encoding: chunked\r\n\r\n"
			       "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");

	(void)state;
	assert_string_equal(a.body, "POST /c fd=0 body=abcdefg");
	answer_free(&a);
}

/* Above 1 MiB it goes through a file and comes back whole. */
static void
large_body_goes_through_a_file(void **state)
{
	size_t n = ((size_t)2 << 20) + 12345,
	       lead = strlen("POST /l fd=1 body=");
	char *body = malloc(n), head[128];
	int fd = wire_open(web.port);
	struct answer a;

	(void)state;
	for (size_t i = 0; i < n; i++)
		body[i] = (char)('a' + i % 23);
	(void)snprintf(head, sizeof(head),
		       "POST /l HTTP/1.1\r\nHost: x\r\nContent-Length: %zu"
		       "\r\n\r\n",
		       n);
	wire_send(fd, head);
	assert_true(wire_send_n(fd, body, n));
	a = wire_answer(fd, false);
	assert_int_equal(a.status, 200);
	assert_int_equal(a.n, lead + n);
	assert_memory_equal(a.body, "POST /l fd=1 body=", lead);
	assert_memory_equal(a.body + lead, body, n);
	answer_free(&a);
	free(body);
	close(fd);
}

static size_t
gunzip(const struct answer *a, char *out, size_t max)
{
	z_stream z = { .next_in = (Bytef *)a->body,
		       .avail_in = (uInt)a->n,
		       .next_out = (Bytef *)out,
		       .avail_out = (uInt)max };

	assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	inflateEnd(&z);
	return max - z.avail_out;
}

static void
large_answers_are_compressed_when_taken(void **state)
{
	struct answer plain = wire_ask(web.port, GET("/big") "\r\n");
	struct answer zip =
	    wire_ask(web.port, GET("/big") "Accept-Encoding: br, gzip\r\n\r\n");
	struct answer no =
	    wire_ask(web.port, GET("/big") "Accept-Encoding: gzip;q=0\r\n\r\n");
	char *out = malloc(plain.n + 1), got[64];

	(void)state;
	assert_true(answer_has(&zip, "Content-Encoding", "gzip"));
	assert_true(answer_has(&zip, "Vary", "Accept-Encoding"));
	assert_true(answer_has(&plain, "Vary", "Accept-Encoding"));
	assert_true(zip.n < plain.n / 3);
	assert_int_equal(gunzip(&zip, out, plain.n + 1), plain.n);
	assert_memory_equal(out, plain.body, plain.n);
	assert_null(answer_header(&no, "Content-Encoding", got, sizeof(got)));
	assert_int_equal(no.n, plain.n);
	free(out);
	answer_free(&plain);
	answer_free(&zip);
	answer_free(&no);
}

static void
small_answers_are_not_compressed(void **state)
{
	struct answer a =
	    wire_ask(web.port, GET("/x") "Accept-Encoding: gzip\r\n\r\n");
	char got[64];

	(void)state;
	assert_null(answer_header(&a, "Content-Encoding", got, sizeof(got)));
	answer_free(&a);
}

static void
files_are_sent_whole_or_in_part(void **state)
{
	/* clang-format off */
	static const struct {
		const char *range;
		int status;
		const char *body, *content_range;
	} rows[] = {
		{ "X: y",                             200, "0123456789abcdef", NULL },
		{ "Range: bytes=0-3",                 206, "0123", "bytes 0-3/16" },
		{ "Range: bytes=10-",                 206, "abcdef", "bytes 10-15/16" },
		{ "Range: bytes=-2",                  206, "ef", "bytes 14-15/16" },
		{ "Range: bytes=-99",                 206, "0123456789abcdef", "bytes 0-15/16" },
		{ "Range: bytes=15-9999999999999",    206, "f", "bytes 15-15/16" },
		{ "Range: bytes=16-",                 416, "", "bytes */16" },
		{ "Range: bytes=-0",                  416, "", "bytes */16" },
		{ "Range: bytes=5-2",                 200, "0123456789abcdef", NULL },
		{ "Range: bytes=0-1,4-5",             200, "0123456789abcdef", NULL },
		{ "Range: lines=0-1",                 200, "0123456789abcdef", NULL },
		{ "Range: bytes=0-3\r\nIf-Range: \"v1\"", 206, "0123", "bytes 0-3/16" },
		{ "Range: bytes=0-3\r\nIf-Range: \"v0\"", 200, "0123456789abcdef", NULL },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		char ask[256];
		struct answer a;

		(void)snprintf(ask, sizeof(ask), GET("/file") "%s\r\n\r\n",
			       rows[i].range);
		a = wire_ask(web.port, ask);
		assert_int_equal(a.status, rows[i].status);
		assert_string_equal(a.body, rows[i].body);
		if (rows[i].content_range != NULL)
			assert_true(answer_has(&a, "Content-Range",
					       rows[i].content_range));
		answer_free(&a);
	}
}

static void
expect_continue_is_answered(void **state)
{
	int fd = wire_open(web.port);
	char line[128];
	struct answer a;

	(void)state;
	wire_send(fd, "POST /e HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
		      "Expect: 100-continue\r\n\r\n");
	assert_true(wire_line(fd, line, sizeof(line)));
	assert_non_null(strstr(line, " 100 "));
	assert_true(wire_line(fd, line, sizeof(line)));
	wire_send(fd, "hi");
	a = wire_answer(fd, false);
	assert_string_equal(a.body, "POST /e fd=0 body=hi");
	answer_free(&a);
	close(fd);
}

static void
address_in_use_is_said(void **state)
{
	struct http_conf conf = web_conf(&web);
	struct why why = { 0 };
	struct http *h = NULL;
	char taken[32];

	(void)state;
	(void)snprintf(taken, sizeof(taken), "127.0.0.1:%d", web.port);
	conf.listen = taken;
	assert_int_equal(http_open(&conf, &h, &why), ERR_INVALID);
	assert_non_null(strstr(why.text[LANG_EN], taken));
	assert_null(h);
	conf.listen = "nonsense";
	assert_int_equal(http_open(&conf, &h, &why), ERR_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(target_is_decoded_once),
		cmocka_unit_test(bad_targets_are_refused),
		cmocka_unit_test(absolute_form_is_taken),
		cmocka_unit_test(every_answer_has_the_security_headers),
		cmocka_unit_test(values_cannot_start_headers),
		cmocka_unit_test(refusal_speaks_the_callers_language),
		cmocka_unit_test(head_has_no_body),
		cmocka_unit_test(pipelined_requests_are_answered_in_order),
		cmocka_unit_test(chunked_body_is_joined),
		cmocka_unit_test(large_body_goes_through_a_file),
		cmocka_unit_test(large_answers_are_compressed_when_taken),
		cmocka_unit_test(small_answers_are_not_compressed),
		cmocka_unit_test(files_are_sent_whole_or_in_part),
		cmocka_unit_test(expect_continue_is_answered),
		cmocka_unit_test(address_in_use_is_said),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
