/* t_time.c - calendar dates and instants, printed and read. */
#include "unit.h"

#include "base/time.h"

static void
days_of_known_dates(void **state)
{
	(void)state;
	assert_int_equal(date_days(1970, 1, 1), 0);
	assert_int_equal(date_days(1969, 12, 31), -1);
	assert_int_equal(date_days(2000, 2, 29), 11016);
	assert_int_equal(date_days(2000, 3, 1), 11017);
	assert_int_equal(date_days(1900, 3, 1) - date_days(1900, 2, 28), 1);
	assert_int_equal(date_days(2026, 11, 22), 20779);
	assert_int_equal(date_days(0, 3, 1), -719468);
}

static void
every_day_of_a_thousand_years_comes_back(void **state)
{
	int64_t last = date_days(2999, 12, 31);
	struct civil c;

	(void)state;
	for (int64_t d = date_days(1900, 1, 1); d <= last; d++) {
		date_civil(d, &c);
		assert_true(date_days(c.year, c.month, c.day) == d);
		assert_in_range(c.month, 1, 12);
		assert_in_range(c.day, 1, 31);
	}
}

static void
dates_are_read_exactly(void **state)
{
	static const char *const bad[] = {
		"",
		"2026-11-2",
		"2026-11-222",
		"2026-13-01",
		"2026-00-01",
		"2026-01-00",
		"2026-02-29",
		"1900-02-29",
		"1899-12-31",
		"3000-01-01",
		"2026/01/01",
		" 2026-01-01",
		"2026-01-01 ",
		"20260101",
		"2026-1-001",
		"-026-01-01",
		"2026-04-31",
		"２026-01-01",
		"2026-01-0A",
	};
	int64_t days = 77;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_false(date_parse(str_of(bad[i]), &days));
	assert_int_equal(days, 77);
	assert_true(date_parse(STR("2024-02-29"), &days));
	assert_int_equal(days, date_days(2024, 2, 29));
	assert_true(date_parse(STR("1900-01-01"), &days));
	assert_true(date_parse(STR("2999-12-31"), &days));
}

static void
dates_are_printed(void **state)
{
	char out[11];

	(void)state;
	date_print(0, out);
	assert_string_equal(out, "1970-01-01");
	date_print(date_days(987, 6, 5), out);
	assert_string_equal(out, "0987-06-05");
	date_print(INT64_MAX / DAY_MS, out); /* kept inside 11 bytes */
	assert_string_equal(out, "9999-12-31");
	date_print(INT64_MIN / DAY_MS, out);
	assert_string_equal(out, "0000-01-01");
}

static void
instants_are_printed(void **state)
{
	char out[25];

	(void)state;
	time_print(INT64_C(1795329000123), out);
	assert_string_equal(out, "2026-11-22T06:30:00.123Z");
	time_print(-1, out);
	assert_string_equal(out, "1969-12-31T23:59:59.999Z");
	time_print(INT64_MAX, out);
	assert_string_equal(out, "9999-12-31T23:59:59.999Z");
	time_print(INT64_MIN, out);
	assert_string_equal(out, "0000-01-01T00:00:00.000Z");
}

static const struct {
	const char *text;
	int64_t at_ms;
} instants[] = {
	{ "2026-11-22T06:30:00Z", 1795329000000 },
	{ "2026-11-22T06:30:00.1Z", 1795329000100 },
	{ "2026-11-22T06:30:00.1239Z", 1795329000123 },
	{ "2026-11-22T06:30:00.123456789Z", 1795329000123 },
	{ "2026-11-22t06:30:00z", 1795329000000 },
	{ "2026-11-22T14:30:00+08:00", 1795329000000 },
	{ "2026-11-22T00:00:00-06:30", 1795329000000 },
	{ "2026-11-22T06:30:00-00:00", 1795329000000 },
	{ "1969-12-31T23:59:59.999Z", -1 },
	{ "2016-12-31T23:59:60Z", 1483228800000 },	/* leap second */
	{ "2017-01-01T07:59:60+08:00", 1483228800000 }, /* the same */
};

static void
instants_are_read(void **state)
{
	int64_t at_ms;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(instants); i++) {
		assert_true(time_parse(str_of(instants[i].text), &at_ms));
		assert_true(at_ms == instants[i].at_ms);
	}
}

static void
what_is_no_instant_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"2026-11-22",
		"2026-11-22T06:30:00",
		"2026-11-22T06:30Z",
		"2026-11-22 06:30:00Z",
		"2026-11-22T24:00:00Z",
		"2026-11-22T06:60:00Z",
		"2026-11-22T06:30:61Z",
		"2026-11-22T06:30:60Z",
		"2026-11-22T06:30:00.Z",
		"2026-11-22T06:30:00.1234567890Z",
		"2026-11-22T06:30:00+8:00",
		"2026-11-22T06:30:00+0800",
		"2026-11-22T06:30:00+24:00",
		"2026-11-22T06:30:00+08:60",
		"2026-11-22T06:30:00Zx",
		"2026-02-30T06:30:00Z",
		"0000-01-01T00:00:00Z",
		"2026-11-22T06:30:00,5Z",
	};
	int64_t at_ms = 5;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_false(time_parse(str_of(bad[i]), &at_ms));
	assert_int_equal(at_ms, 5);
}

static void
print_and_read_agree(void **state)
{
	char out[25];
	int64_t back;

	(void)state;
	for (int64_t t = -2208988800000; t < 32503680000000; t += 86399999977) {
		time_print(t, out);
		assert_true(time_parse(str_of(out), &back));
		assert_true(back == t);
	}
}

static void
the_clocks_run(void **state)
{
	int64_t mono = time_mono_us();

	(void)state;
	assert_true(time_now_ms() > INT64_C(1700000000000));
	assert_true(time_mono_us() >= mono);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_of_known_dates),
		cmocka_unit_test(every_day_of_a_thousand_years_comes_back),
		cmocka_unit_test(dates_are_read_exactly),
		cmocka_unit_test(dates_are_printed),
		cmocka_unit_test(instants_are_printed),
		cmocka_unit_test(instants_are_read),
		cmocka_unit_test(what_is_no_instant_is_refused),
		cmocka_unit_test(print_and_read_agree),
		cmocka_unit_test(the_clocks_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
