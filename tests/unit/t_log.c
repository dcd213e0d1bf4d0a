/* t_log.c - one line of JSON per event; levels; the rate limit. */
#include "unit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/limit.h"
#include "base/log.h"

/* Standard error goes into a file while a test runs. */
struct catch
{
	FILE *file;
	int stderr_fd;
	char text[65536];
	struct arena a;
};

static int
catch_open(void **state)
{
	static struct catch c;

	c = (struct catch){ .file = tmpfile(), .stderr_fd = dup(2) };
	assert_non_null(c.file);
	assert_true(dup2(fileno(c.file), 2) == 2);
	log_set_level(LOG_INFO);
	*state = &c;
	return 0;
}

static int
catch_close(void **state)
{
	struct catch *c = *state;

	assert_true(dup2(c->stderr_fd, 2) == 2);
	assert_int_equal(close(c->stderr_fd), 0);
	assert_int_equal(fclose(c->file), 0);
	arena_release(&c->a);
	return 0;
}

static struct str
caught(struct catch *c)
{
	size_t n;

	rewind(c->file);
	n = fread(c->text, 1, sizeof(c->text), c->file);
	return (struct str){ c->text, n };
}

static size_t
lines(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

static void
a_line_is_json_with_its_members(void **state)
{
	struct catch *c = *state;
	struct why why = { 0 };
	struct js j;
	struct str line, rest;
	uint64_t before = log_count(LOG_WARN);

	log_warn(LOG_HTTP, "listen", "address=%s why=\"%s\"", "::1", "a\nb");
	line = str_cut(caught(c), '\n', &rest);
	assert_int_equal(rest.n, 0);
	assert_int_equal(js_parse(line, &c->a, &j, &why), OK);
	assert_int_equal(js_member(&j, "t")->s.n, 24);
	assert_str(js_member(&j, "level")->s, "warn");
	assert_str(js_member(&j, "subject")->s, "http");
	assert_str(js_member(&j, "event")->s, "listen");
	assert_str(js_member(&j, "text")->s, "address=::1 why=\"a\nb\"");
	assert_int_equal(log_count(LOG_WARN), before + 1);
}

static void
lines_above_the_level_are_not_written(void **state)
{
	uint64_t before = log_count(LOG_DEBUG);

	log_debug(LOG_MAIN, "quiet", "x=%d", 1);
	assert_int_equal(caught(*state).n, 0);
	assert_int_equal(log_count(LOG_DEBUG), before);
	log_set_level(LOG_DEBUG);
	log_debug(LOG_MAIN, "loud", "x=%d", 1);
	assert_int_equal(lines(caught(*state)), 1);
	log_set_level(LOG_ERROR);
	log_warn(LOG_MAIN, "quiet", "x=%d", 1);
	assert_int_equal(lines(caught(*state)), 1);
}

static void
a_long_or_broken_text_is_still_one_line(void **state)
{
	struct catch *c = *state;
	struct why why = { 0 };
	struct js j;
	struct str line, rest;
	char text[6001];

	for (size_t i = 0; i < 2000; i++)
		memcpy(text + 3 * i, "\xe5\xae\x89", 3);
	text[6000] = '\0';
	text[1] = '\xff';
	log_info(LOG_MAIN, "long", "%s", text);
	line = str_cut(caught(c), '\n', &rest);
	assert_int_equal(rest.n, 0);
	assert_int_equal(js_parse(line, &c->a, &j, &why), OK);
	assert_in_range(js_member(&j, "text")->s.n, 1500, 2100);
}

static void
a_flood_is_held_back(void **state)
{
	for (int i = 0; i < 1000; i++)
		log_limited(LOG_WARN, LOG_RECV, "frame_bad", STR("10.0.0.1"), 5,
			    "n=%d", i);
	assert_int_equal(lines(caught(*state)), 5);
	log_limited(LOG_WARN, LOG_RECV, "frame_bad", STR("10.0.0.2"), 5, "n=0");
	log_limited(LOG_WARN, LOG_RECV, "other", STR("10.0.0.1"), 5, "n=0");
	assert_int_equal(lines(caught(*state)), 7);
}

static void
words_of_levels(void **state)
{
	enum log_level level = LOG_INFO;

	(void)state;
	assert_true(log_level_parse(STR("error"), &level));
	assert_int_equal(level, LOG_ERROR);
	assert_true(log_level_parse(STR("debug"), &level));
	assert_int_equal(level, LOG_DEBUG);
	assert_false(log_level_parse(STR("notice"), &level));
	assert_false(log_level_parse(STR(""), &level));
	assert_int_equal(level, LOG_DEBUG);
}

static void
a_new_minute_tells_what_was_left_out(void **state)
{
	static struct limit l;
	uint64_t left_out = 9, key = limit_hash(STR("event"), STR("key"));
	int64_t now_us = 1000;

	(void)state;
	for (int i = 0; i < 10; i++)
		assert_int_equal(limit_pass(&l, key, 3, now_us++, &left_out),
				 i < 3);
	assert_int_equal(left_out, 0);
	now_us = 1000 + LIMIT_WINDOW_US;
	assert_true(limit_pass(&l, key, 3, now_us, &left_out));
	assert_int_equal(left_out, 7);
	assert_true(limit_pass(&l, key, 3, now_us, &left_out));
	assert_int_equal(left_out, 0);
}

static void
the_oldest_key_gives_way(void **state)
{
	static struct limit l;
	uint64_t left_out;

	(void)state;
	for (uint64_t key = 1; key <= LIMIT_KEYS; key++)
		assert_true(limit_pass(&l, key, 1, (int64_t)key, &left_out));
	assert_false(limit_pass(&l, 1, 1, 5000, &left_out)); /* seen again */
	assert_true(limit_pass(&l, 9999, 1, 5001, &left_out));
	assert_false(limit_pass(&l, 1, 1, 5002, &left_out));
	assert_false(limit_pass(&l, 3, 1, 5003, &left_out));
	assert_true(limit_pass(&l, 2, 1, 5004, &left_out)); /* forgotten */
}

static void
keys_do_not_run_together(void **state)
{
	(void)state;
	assert_true(limit_hash(STR("ab"), STR("c")) !=
		    limit_hash(STR("a"), STR("bc")));
	assert_true(limit_hash(STR(""), STR("")) != 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, catch_open, catch_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_is_json_with_its_members),
		TEST(lines_above_the_level_are_not_written),
		TEST(a_long_or_broken_text_is_still_one_line),
		TEST(a_flood_is_held_back),
		cmocka_unit_test(words_of_levels),
		cmocka_unit_test(a_new_minute_tells_what_was_left_out),
		cmocka_unit_test(the_oldest_key_gives_way),
		cmocka_unit_test(keys_do_not_run_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
