/* t_files.c - static files over a real listener. */
#include "web.h"

#include <sys/stat.h>

static struct web web;
static char folder[] = "/tmp/anwei-t-files-XXXXXX";

/* clang-format off */
static const struct {
	const char *name, *text;
} tree[] = {
	{ "index.html",           "<p>desk" },
	{ "m.html",               "<p>phone" },
	{ "sw.js",                "worker" },
	{ "app.webmanifest",      "{}" },
	{ "assets/a-1.js",        "plain js" },
	{ "assets/a-1.js.gz",     "\x1f\x8b pretended" },
	{ "assets/z.wasm",        "wasm" },
	{ "assets/orphan.js.gz",  "no file beside it" },
	{ "empty.txt",            "" },
};
/* clang-format on */

static void
path_of(size_t i, char *out, size_t n)
{
	(void)snprintf(out, n, "%s/%s", folder, tree[i].name);
}

static int
start(void **state)
{
	struct http_conf conf = web_conf(&web);
	struct why why = { 0 };
	char path[128];

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof(path), "%s/assets", folder);
	assert_int_equal(mkdir(path, 0755), 0);
	for (size_t i = 0; i < ARRAY_LEN(tree); i++) {
		FILE *f;

		path_of(i, path, sizeof(path));
		f = fopen(path, "w");
		assert_non_null(f);
		fputs(tree[i].text, f);
		fclose(f);
	}
	assert_int_equal(files_open(folder, &web.files, &why), OK);
	web_start(&web, &conf);
	return 0;
}

static int
stop(void **state)
{
	char path[128];

	(void)state;
	web_stop(&web);
	for (size_t i = 0; i < ARRAY_LEN(tree); i++) {
		path_of(i, path, sizeof(path));
		unlink(path);
	}
	(void)snprintf(path, sizeof(path), "%s/assets", folder);
	rmdir(path);
	rmdir(folder);
	return 0;
}

static void
paths_give_what_they_should(void **state)
{
	/* clang-format off */
	static const struct {
		const char *path, *body, *type, *cache;
	} rows[] = {
		{ "/",                  "<p>desk",  "text/html; charset=utf-8", "no-cache" },
		{ "/index.html",        "<p>desk",  "text/html; charset=utf-8", "no-cache" },
		{ "/customers/123",     "<p>desk",  "text/html; charset=utf-8", "no-cache" },
		{ "/m",                 "<p>phone", "text/html; charset=utf-8", "no-cache" },
		{ "/m/tasks/1",         "<p>phone", "text/html; charset=utf-8", "no-cache" },
		{ "/mm",                "<p>desk",  "text/html; charset=utf-8", "no-cache" },
		{ "/sw.js",             "worker",   "text/javascript; charset=utf-8", "no-cache" },
		{ "/app.webmanifest",   "{}",       "application/manifest+json", "no-cache" },
		{ "/assets/z.wasm",     "wasm",     "application/wasm", "public, max-age=31536000, immutable" },
		{ "/assets/a-1.js",     "plain js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable" },
		{ "/empty.txt",         "",         "text/plain; charset=utf-8", "no-cache" },
		/* not files: our handler echoes */
		{ "/none.js",           "GET /none.js fd=0 body=", "text/plain", "no-store" },
		{ "/api/v1/x",          "GET /api/v1/x fd=0 body=", "text/plain", "no-store" },
		{ "/api",               "GET /api fd=0 body=", "text/plain", "no-store" },
		{ "/assets/orphan.js",  "GET /assets/orphan.js fd=0 body=", "text/plain", "no-store" },
		{ "/assets/a-1.js.gz",  "GET /assets/a-1.js.gz fd=0 body=", "text/plain", "no-store" },
		{ "/../m.html",         "GET /../m.html fd=0 body=", "text/plain", "no-store" },
		{ "/assets/..%2fm.html","GET /assets/../m.html fd=0 body=", "text/plain", "no-store" },
		{ "/%2e%2e/etc/passwd.x", "GET /../etc/passwd.x fd=0 body=", "text/plain", "no-store" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		char ask[256];
		struct answer a;

		(void)snprintf(ask, sizeof(ask),
			       "GET %s HTTP/1.1\r\nHost: x\r\n\r\n",
			       rows[i].path);
		a = wire_ask(web.port, ask);
		assert_int_equal(a.status, 200);
		assert_string_equal(a.body, rows[i].body);
		assert_true(answer_has(&a, "Content-Type", rows[i].type));
		assert_true(answer_has(&a, "Cache-Control", rows[i].cache));
		answer_free(&a);
	}
}

static void
twin_is_served_to_who_takes_it(void **state)
{
	struct answer zip =
	    wire_ask(web.port,
		     GET("/assets/a-1.js") "Accept-Encoding: gzip\r\n\r\n");
	struct answer plain = wire_ask(web.port, GET("/assets/a-1.js") "\r\n");
	char zip_tag[64], plain_tag[64], none[64];

	(void)state;
	assert_string_equal(zip.body, "\x1f\x8b pretended");
	assert_true(answer_has(&zip, "Content-Encoding", "gzip"));
	assert_true(answer_has(&zip, "Vary", "Accept-Encoding"));
	assert_true(answer_has(&plain, "Vary", "Accept-Encoding"));
	assert_null(
	    answer_header(&plain, "Content-Encoding", none, sizeof(none)));
	answer_header(&zip, "ETag", zip_tag, sizeof(zip_tag));
	answer_header(&plain, "ETag", plain_tag, sizeof(plain_tag));
	assert_string_not_equal(zip_tag, plain_tag);
	answer_free(&zip);
	answer_free(&plain);
}

static void
unchanged_is_304(void **state)
{
	static const char *const forms[] = { "%s", "W/%s", "\"x\", %s, \"y\"",
					     "*" };
	struct answer a = wire_ask(web.port, GET("/") "\r\n");
	char tag[64], list[128], ask[512];

	(void)state;
	assert_non_null(answer_header(&a, "ETag", tag, sizeof(tag)));
	answer_free(&a);
	for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
		const char *at = strstr(forms[i], "%s");

		(void)snprintf(list, sizeof(list), "%.*s%s%s",
			       at != NULL ? (int)(at - forms[i]) : 9, forms[i],
			       at != NULL ? tag : "", at != NULL ? at + 2 : "");
		(void)snprintf(ask, sizeof(ask),
			       GET("/") "If-None-Match: %s\r\n\r\n", list);
		a = wire_ask(web.port, ask);
		assert_int_equal(a.status, 304);
		assert_true(answer_has(&a, "ETag", tag));
		assert_true(answer_has(&a, "Cache-Control", "no-cache"));
		answer_free(&a);
	}
	a = wire_ask(web.port, GET("/") "If-None-Match: \"x\"\r\n\r\n");
	assert_int_equal(a.status, 200);
	answer_free(&a);
}

static void
only_reading_is_served(void **state)
{
	struct answer head =
	    wire_ask(web.port, "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
	struct answer post = wire_ask(web.port, "POST / HTTP/1.1\r\nHost: x\r\n"
						"Content-Length: 0\r\n\r\n");

	(void)state;
	assert_int_equal(head.status, 200);
	assert_true(answer_has(&head, "Content-Length", "7"));
	assert_string_equal(post.body, "POST / fd=0 body=");
	answer_free(&head);
	answer_free(&post);
}

static void
missing_folder_is_said(void **state)
{
	struct files *f = NULL;
	struct why why = { 0 };

	(void)state;
	assert_int_equal(files_open("/nowhere", &f, &why), ERR_STORAGE);
	assert_non_null(strstr(why.text[LANG_EN], "/nowhere"));
	assert_null(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_give_what_they_should),
		cmocka_unit_test(twin_is_served_to_who_takes_it),
		cmocka_unit_test(unchanged_is_304),
		cmocka_unit_test(only_reading_is_served),
		cmocka_unit_test(missing_folder_is_said),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
