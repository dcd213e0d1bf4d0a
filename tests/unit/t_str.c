/* t_str.c - slices, numbers, UTF-8, hex. */
#include "unit.h"

#include "base/str.h"

static void
equality_and_order(void **state)
{
	(void)state;
	assert_true(str_eq(STR("abc"), STR("abc")));
	assert_false(str_eq(STR("abc"), STR("abd")));
	assert_false(str_eq(STR("abc"), STR("ab")));
	assert_true(str_eq((struct str){ NULL, 0 }, STR("")));
	assert_true(str_is(STR("a"), "a"));
	assert_true(str_is((struct str){ NULL, 0 }, ""));
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("ab"), STR("a")) > 0);
	assert_true(str_cmp(STR("\xff"), STR("a")) > 0); /* unsigned bytes */
	assert_int_equal(str_cmp(STR("x"), STR("x")), 0);
	assert_true(str_starts(STR("abc"), STR("ab")));
	assert_false(str_starts(STR("a"), STR("ab")));
	assert_true(str_starts(STR("a"), STR("")));
}

static void
trim_takes_chinese_blanks_too(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \t\r\n x y \n")), "x y");
	assert_str(str_trim(STR("　　名称　")), "名称");
	assert_str(str_trim(STR("  　 ")), "");
	assert_str(str_trim(STR("")), "");
}

static void
cut_and_skip(void **state)
{
	struct str rest;

	(void)state;
	assert_str(str_cut(STR("a=b=c"), '=', &rest), "a");
	assert_str(rest, "b=c");
	assert_str(str_cut(STR("abc"), '=', &rest), "abc");
	assert_str(rest, "");
	assert_str(str_cut(STR("=x"), '=', &rest), "");
	assert_str(rest, "x");
	assert_str(str_skip(STR("abc"), 2), "c");
	assert_str(str_skip(STR("abc"), 9), "");
}

static void
numbers_at_the_edges(void **state)
{
	int64_t v = 7;

	(void)state;
	assert_true(
	    str_to_int(STR("9223372036854775807"), INT64_MIN, INT64_MAX, &v));
	assert_true(v == INT64_MAX);
	assert_true(
	    str_to_int(STR("-9223372036854775808"), INT64_MIN, INT64_MAX, &v));
	assert_true(v == INT64_MIN);
	assert_true(str_to_int(STR("-0"), INT64_MIN, INT64_MAX, &v));
	assert_int_equal(v, 0);
	assert_true(str_to_int(STR("007"), 0, 7, &v));
	assert_int_equal(v, 7);
}

static void
what_is_no_number_leaves_out_alone(void **state)
{
	static const char *const bad[] = {
		"",
		"-",
		"+1",
		"1 ",
		" 1",
		"1.0",
		"1e3",
		"0x1",
		"--1",
		"１",
		"9223372036854775808",
		"-9223372036854775809",
		"99999999999999999999",
		"8",
		"-1",
	};
	int64_t v = 5;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		bool small = i >= ARRAY_LEN(bad) - 2;

		assert_false(str_to_int(str_of(bad[i]), small ? 0 : INT64_MIN,
					small ? 7 : INT64_MAX, &v));
		assert_int_equal(v, 5);
	}
}

static void
utf8_that_is_refused(void **state)
{
	static const char *const bad[] = {
		"\x80",		    /* a continuation alone */
		"\xc0\xaf",	    /* overlong '/' */
		"\xe0\x80\xaf",	    /* overlong in three */
		"\xf0\x80\x80\xaf", /* overlong in four */
		"\xed\xa0\x80",	    /* surrogate */
		"\xf4\x90\x80\x80", /* above U+10FFFF */
		"\xf8\x88\x80\x80\x80",
		"\xff",
		"\xe4\xb8", /* cut */
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_false(str_is_utf8(str_of(bad[i])));
	assert_false(str_is_utf8((struct str){ "a\0b", 3 }));
}

static void
utf8_that_passes(void **state)
{
	struct str s = STR("a\xc2\x80安\xf4\x8f\xbf\xbf");
	size_t at = 0;

	(void)state;
	assert_true(str_is_utf8(s));
	assert_true(str_is_utf8(STR("")));
	assert_int_equal(str_chars(s), 4);
	assert_int_equal(str_next_char(s, &at), 'a');
	assert_int_equal(str_next_char(s, &at), 0x80);
	assert_int_equal(str_next_char(s, &at), 0x5b89);
	assert_int_equal(str_next_char(s, &at), 0x10ffff);
	assert_int_equal(at, s.n);
}

static void
hex_there_and_back(void **state)
{
	unsigned char in[3] = { 0x00, 0xaf, 0xff }, out[3] = { 0 };
	char text[7];

	(void)state;
	hex_print(in, 3, text);
	assert_string_equal(text, "00afff");
	assert_true(hex_parse(STR("00AFff"), out, 3));
	assert_memory_equal(in, out, 3);
	assert_false(hex_parse(STR("00AFf"), out, 3));
	assert_false(hex_parse(STR("00AFfg"), out, 3));
	assert_false(hex_parse(STR("00AFff0"), out, 3));
	assert_true(hex_parse(STR(""), out, 0));
}

static void
clipped_between_characters(void **state)
{
	(void)state;
	assert_int_equal(str_clip(STR("防区A"), 2).n, 6);
	assert_int_equal(str_clip(STR("防区A"), 3).n, 7);
	assert_int_equal(str_clip(STR("防区A"), 9).n, 7);
	assert_int_equal(str_clip(STR(""), 1).n, 0);
	assert_int_equal(str_clip(STR("abc"), 0).n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equality_and_order),
		cmocka_unit_test(trim_takes_chinese_blanks_too),
		cmocka_unit_test(cut_and_skip),
		cmocka_unit_test(numbers_at_the_edges),
		cmocka_unit_test(what_is_no_number_leaves_out_alone),
		cmocka_unit_test(utf8_that_is_refused),
		cmocka_unit_test(utf8_that_passes),
		cmocka_unit_test(hex_there_and_back),
		cmocka_unit_test(clipped_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
