/* t_conf.c - settings: defaults, file, environment, errors, renewal. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conf/setting.h"

static char path[] = "/tmp/anwei-t-conf-XXXXXX";
static char *const no_env[] = { NULL };

static int
group_open(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	return fd < 0 || close(fd) != 0;
}

static int
group_close(void **state)
{
	(void)state;
	return unlink(path);
}

static void
write_file(const char *text)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
}

static struct conf *
load(const char *text, char *const *env)
{
	struct why why = { 0 };
	struct conf *conf;

	write_file(text);
	assert_int_equal(conf_load(path, env, &conf, &why), OK);
	return conf;
}

static void
defaults_without_a_line(void **state)
{
	struct conf *c = load("", no_env);

	(void)state;
	assert_string_equal(c->data_dir, "data");
	assert_string_equal(c->db_url, "sqlite:data/anwei.db");
	assert_string_equal(c->http_listen, "127.0.0.1:8080");
	assert_string_equal(c->http_listen_tls, "");
	assert_string_equal(c->http_cert, "data/tls/cert.pem");
	assert_int_equal(c->db_batch_max, 64);
	assert_int_equal(c->clock_warn.n, 3);
	assert_int_equal(c->clock_warn.v[1], 80);
	assert_int_equal(c->log_level, LOG_INFO);
	assert_string_equal(c->pending, "");
	conf_free(&c);
	assert_null(c);
}

static void
lines_blanks_and_comments(void **state)
{
	struct conf *c = load("# head\r\n\n  data.dir=/srv/a#b # why\n"
			      "http.listen =\nhttp.threads = 7\n"
			      "clock.warn = 30, 100",
			      no_env);

	(void)state;
	assert_string_equal(c->data_dir, "/srv/a#b");
	assert_string_equal(c->db_url, "sqlite:/srv/a#b/anwei.db");
	assert_string_equal(c->http_listen, "");
	assert_int_equal(c->http_threads, 7);
	assert_int_equal(c->clock_warn.n, 2);
	assert_int_equal(c->clock_warn.v[1], 100);
	conf_free(&c);
}

static void
the_environment_wins(void **state)
{
	char http[] = "ANWEI_HTTP_THREADS=9", dir[] = "ANWEI_DATA_DIR=/e";
	char other[] = "ANWEI_HTTP_THREADS_X=1";
	char *const env[] = { other, http, dir, NULL };
	struct conf *c = load("http.threads = 7\n", env);

	(void)state;
	assert_int_equal(c->http_threads, 9);
	assert_string_equal(c->db_url, "sqlite:/e/anwei.db");
	conf_free(&c);
}

/* One bad file, and what the sentence must hold. */
static const struct {
	const char *text, *say;
} faulty[] = {
	{ "\nhttp.lisen = x\n",
	  ":2: unknown setting http.lisen; did you mean http.listen?" },
	{ "colour = blue\n", ":1: unknown setting colour" },
	{ "just words\n", ":1: needs name = value" },
	{ "http.threads = 1\nhttp.threads = 2\n",
	  ":2: http.threads is given twice" },
	{ "http.threads = 0\n",
	  ":1: http.threads needs a whole number from 1" },
	{ "http.threads = 65\n", "to 64" },
	{ "http.threads = two\n", "whole number" },
	{ "http.threads =\n", "whole number" },
	{ "data.dir =\n", ":1: data.dir must not be empty" },
	{ "data.dir = /a{data.dir}", "data.dir must not name itself" },
	{ "db.url = mysql://x\n", "needs sqlite:PATH" },
	{ "db.url = sqlite:\n", "needs sqlite:PATH" },
	{ "http.listen = localhost:80\n", "needs ADDRESS:PORT" },
	{ "http.listen = 127.0.0.1\n", "needs ADDRESS:PORT" },
	{ "http.listen = 127.0.0.1:65536\n", "needs ADDRESS:PORT" },
	{ "http.listen = ::1:80\n", "needs ADDRESS:PORT" },
	{ "http.listen = []:80\n", "needs ADDRESS:PORT" },
	{ "http.listen = :80\n", "needs ADDRESS:PORT" },
	{ "clock.warn = 80,50\n", "rising percents" },
	{ "clock.warn = 50,\n\nclock.warn=1", "given twice" },
	{ "clock.warn = 1,2,3,4,5,6,7,8,9\n", "at most 8" },
	{ "clock.warn =\n", "rising percents" },
	{ "clock.warn = 50,80\n", "the last of them 100" },
	{ "metrics.allow = 127.0.0.1,here\n", "\"here\" is no IP address" },
	{ "org.zone = Mars/Olympus\n", "no such time zone" },
	{ "log.level = loud\n", "needs error, warn, info or debug" },
	{ "data.dir = \xff\n", ":1: not UTF-8" },
};

static void
errors_name_file_line_and_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(faulty); i++) {
		struct why why = { 0 };
		struct conf *c;

		write_file(faulty[i].text);
		assert_int_equal(conf_load(path, no_env, &c, &why),
				 ERR_INVALID);
		assert_null(c);
		assert_non_null(strstr(why.text[LANG_EN], faulty[i].say));
		assert_non_null(strstr(why.text[LANG_EN], path));
		assert_non_null(strstr(why.text[LANG_ZH], path));
	}
}

static void
an_error_in_the_environment_names_it(void **state)
{
	char bad[] = "ANWEI_HTTP_THREADS=no";
	char *const env[] = { bad, NULL };
	struct why why = { 0 };
	struct conf *c;

	(void)state;
	write_file("");
	assert_int_equal(conf_load(path, env, &c, &why), ERR_INVALID);
	assert_non_null(strstr(why.text[LANG_EN], "ANWEI_HTTP_THREADS"));
}

static void
a_file_that_is_not_there(void **state)
{
	struct why why = { 0 };
	struct conf *c;

	(void)state;
	assert_int_equal(conf_load("/nowhere/anwei.conf", no_env, &c, &why),
			 ERR_INVALID);
	assert_non_null(strstr(why.text[LANG_EN], "/nowhere/anwei.conf"));
}

static void
renewal_keeps_what_needs_a_restart(void **state)
{
	struct conf *old = load("log.level = warn\nhttp.threads = 3\n", no_env);
	struct conf *fresh;
	struct why why = { 0 };

	(void)state;
	write_file("log.level = debug\nhttp.threads = 4\ndata.dir = /other\n");
	assert_int_equal(conf_renew(old, no_env, &fresh, &why), OK);
	assert_int_equal(fresh->log_level, LOG_DEBUG);
	assert_int_equal(fresh->http_threads, 3);
	assert_string_equal(fresh->data_dir, "data");
	assert_non_null(strstr(fresh->pending, "http.threads"));
	assert_non_null(strstr(fresh->pending, "data.dir"));
	assert_int_equal(old->log_level, LOG_WARN);
	conf_free(&old);
	assert_string_equal(fresh->data_dir, "data"); /* nothing shared */
	conf_free(&fresh);
}

static void
a_bad_renewal_leaves_the_old_one(void **state)
{
	struct conf *old = load("http.threads = 3\n", no_env);
	struct conf *fresh;
	struct why why = { 0 };

	(void)state;
	write_file("http.threads = 99\n");
	assert_int_equal(conf_renew(old, no_env, &fresh, &why), ERR_INVALID);
	assert_null(fresh);
	assert_int_equal(old->http_threads, 3);
	conf_free(&old);
}

/* Names unique, texts there, defaults within their limits. */
static void
the_table_is_whole(void **state)
{
	(void)state;
	assert_string_equal(settings[0].name, "data.dir");
	for (size_t i = 0; i < n_settings; i++) {
		const struct setting *s = &settings[i];

		assert_true(s->min <= s->max);
		assert_true(strlen(s->help.zh) > 0 && strlen(s->help.en) > 0);
		assert_ptr_equal(setting_find(str_of(s->name)), s);
		for (size_t j = 0; j < i; j++)
			assert_int_not_equal(s->offset, settings[j].offset);
	}
}

static void
the_dump_is_a_file_again(void **state)
{
	struct conf *c = load("http.threads = 7\nlog.level = debug\n", no_env);
	struct buf a = buf_open(65536), b = buf_open(65536);
	struct conf *again;

	(void)state;
	conf_dump(c, &a);
	buf_putc(&a, '\0');
	again = load(a.p, no_env);
	conf_dump(again, &b);
	a.n--;
	assert_true(str_eq(buf_str(&a), buf_str(&b)));
	assert_int_equal(again->http_threads, 7);
	conf_free(&c);
	conf_free(&again);
	buf_release(&a);
	buf_release(&b);
}

static void
a_password_is_not_dumped(void **state)
{
	struct conf *c =
	    load("db.url = postgresql://u:geheim@h:5432/d\n", no_env);
	struct buf b = buf_open(65536);

	(void)state;
	conf_dump(c, &b);
	buf_putc(&b, '\0');
	assert_null(strstr(b.p, "geheim"));
	assert_non_null(strstr(b.p, "postgresql://u:***@h:5432/d\n"));
	conf_free(&c);
	buf_release(&b);
}

static void
the_sample_says_the_defaults(void **state)
{
	struct conf *plain = load("", no_env), *sample;

	(void)state;
	for (enum lang lang = 0; lang < LANG_N; lang++) {
		struct buf b = buf_open(65536), from = buf_open(65536);

		conf_sample(lang, &from);
		for (size_t i = 0; i < from.n; i++) /* "#name" to "name" */
			if (from.p[i] != '#' || from.p[i + 1] == ' ')
				buf_putc(&b, from.p[i]);
		buf_putc(&b, '\0');
		sample = load(b.p, no_env);
		assert_int_equal(sample->http_threads, plain->http_threads);
		assert_string_equal(sample->http_cert, plain->http_cert);
		conf_free(&sample);
		buf_release(&b);
		buf_release(&from);
	}
	conf_free(&plain);
}

static void
addresses_in_a_list(void **state)
{
	(void)state;
	assert_true(conf_lists("127.0.0.1, ::1", STR("::1")));
	assert_true(conf_lists("127.0.0.1", STR("127.0.0.1")));
	assert_false(conf_lists("127.0.0.1", STR("127.0.0.11")));
	assert_false(conf_lists("", STR("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_without_a_line),
		cmocka_unit_test(lines_blanks_and_comments),
		cmocka_unit_test(the_environment_wins),
		cmocka_unit_test(errors_name_file_line_and_reason),
		cmocka_unit_test(an_error_in_the_environment_names_it),
		cmocka_unit_test(a_file_that_is_not_there),
		cmocka_unit_test(renewal_keeps_what_needs_a_restart),
		cmocka_unit_test(a_bad_renewal_leaves_the_old_one),
		cmocka_unit_test(the_table_is_whole),
		cmocka_unit_test(the_dump_is_a_file_again),
		cmocka_unit_test(a_password_is_not_dumped),
		cmocka_unit_test(the_sample_says_the_defaults),
		cmocka_unit_test(addresses_in_a_list),
	};

	return cmocka_run_group_tests(tests, group_open, group_close);
}
