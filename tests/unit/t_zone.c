/* t_zone.c - zones: Shanghai's summers, New York, rules, damaged files. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/time.h"
#include "base/tzif.h"

static int64_t
at(const char *text)
{
	int64_t at_ms = 0;

	assert_true(time_parse(str_of(text), &at_ms));
	return at_ms;
}

static const struct zone *
zone(const char *name)
{
	const struct zone *z = zone_find(str_of(name));

	assert_non_null(z);
	return z;
}

/* The last second before and the first after each turn of the clocks. */
static const struct {
	const char *at;
	int hours;
} shanghai[] = {
	{ "1986-05-03T17:59:59Z", 8 }, { "1986-05-03T18:00:00Z", 9 },
	{ "1986-09-13T16:59:59Z", 9 }, { "1986-09-13T17:00:00Z", 8 },
	{ "1987-04-11T17:59:59Z", 8 }, { "1987-04-11T18:00:00Z", 9 },
	{ "1987-09-12T16:59:59Z", 9 }, { "1987-09-12T17:00:00Z", 8 },
	{ "1988-04-16T18:00:00Z", 9 }, { "1988-09-10T17:00:00Z", 8 },
	{ "1989-04-15T18:00:00Z", 9 }, { "1989-09-16T17:00:00Z", 8 },
	{ "1990-04-14T18:00:00Z", 9 }, { "1990-09-15T17:00:00Z", 8 },
	{ "1991-04-13T17:59:59Z", 8 }, { "1991-04-13T18:00:00Z", 9 },
	{ "1991-09-14T16:59:59Z", 9 }, { "1991-09-14T17:00:00Z", 8 },
	{ "1992-07-01T00:00:00Z", 8 }, { "2026-07-01T00:00:00Z", 8 },
	{ "2999-07-01T00:00:00Z", 8 },
};

static void
shanghai_had_summers(void **state)
{
	struct zone *builtin = zone_builtin(STR("Asia/Shanghai"));

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(shanghai); i++) {
		int64_t want = shanghai[i].hours * HOUR_MS;

		assert_int_equal(zone_offset_ms(zone("Asia/Shanghai"),
						at(shanghai[i].at)),
				 want);
		assert_int_equal(zone_offset_ms(builtin, at(shanghai[i].at)),
				 want);
	}
	zone_free(&builtin);
	assert_null(builtin);
}

static void
utc_is_utc(void **state)
{
	struct zone *builtin = zone_builtin(STR("UTC"));

	(void)state;
	assert_int_equal(zone_offset_ms(zone("UTC"),
					at("2026-07-01T00:00:00Z")),
			 0);
	assert_int_equal(zone_offset_ms(builtin, INT64_MIN), 0);
	zone_free(&builtin);
	assert_null(zone_builtin(STR("Europe/Paris")));
}

static const struct {
	const char *at;
	int hours;
} new_york[] = {
	{ "2026-03-08T06:59:59Z", -5 },
	{ "2026-03-08T07:00:00Z", -4 },
	{ "2026-11-01T05:59:59Z", -4 },
	{ "2026-11-01T06:00:00Z", -5 },
	/* far beyond the transitions of the file: its rule */
	{ "2199-03-10T06:59:59Z", -5 },
	{ "2199-03-10T07:00:00Z", -4 },
	{ "2199-11-03T05:59:59Z", -4 },
	{ "2199-11-03T06:00:00Z", -5 },
};

static void
new_york_follows_its_rule(void **state)
{
	struct tzrule rule;

	(void)state;
	assert_true(tzrule_parse(STR("EST5EDT,M3.2.0,M11.1.0"), &rule));
	for (size_t i = 0; i < ARRAY_LEN(new_york); i++) {
		int64_t want = new_york[i].hours * HOUR_MS;

		assert_int_equal(zone_offset_ms(zone("America/New_York"),
						at(new_york[i].at)),
				 want);
		assert_int_equal(tzrule_offset_ms(&rule, at(new_york[i].at)),
				 want);
	}
}

static void
civil_time_in_a_zone(void **state)
{
	struct civil c;

	(void)state;
	zone_civil(zone("Asia/Shanghai"), at("2026-11-22T18:30:05.123Z"), &c);
	assert_int_equal(c.year, 2026);
	assert_int_equal(c.month, 11);
	assert_int_equal(c.day, 23);
	assert_int_equal(c.hour, 2);
	assert_int_equal(c.minute, 30);
	assert_int_equal(c.second, 5);
	assert_int_equal(c.ms, 123);
	zone_civil(zone("America/New_York"), at("1969-12-31T23:59:59.999Z"),
		   &c);
	assert_int_equal(c.hour, 18);
	assert_int_equal(c.ms, 999);
}

static const struct {
	const char *zone;
	int year, month, day;
	const char *start;
} starts[] = {
	{ "Asia/Shanghai", 2026, 11, 22, "2026-11-21T16:00:00Z" },
	{ "Asia/Shanghai", 1986, 5, 5, "1986-05-04T15:00:00Z" },
	{ "America/New_York", 2026, 3, 8, "2026-03-08T05:00:00Z" },
	{ "America/New_York", 2026, 11, 2, "2026-11-02T05:00:00Z" },
	/* the clocks jumped from 24:00 to 01:00 */
	{ "America/Sao_Paulo", 2017, 10, 15, "2017-10-15T03:00:00Z" },
	/* and fell from 24:00 to 23:00 */
	{ "America/Sao_Paulo", 2018, 2, 18, "2018-02-18T03:00:00Z" },
	/* midnight came twice: the first counts */
	{ "America/Havana", 2026, 11, 1, "2026-11-01T04:00:00Z" },
	{ "UTC", 1969, 12, 31, "1969-12-31T00:00:00Z" },
};

static void
days_begin(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
		const struct zone *z = zone(starts[i].zone);
		int64_t day =
		    date_days(starts[i].year, starts[i].month, starts[i].day);
		int64_t start = zone_day_start(z, day);

		assert_true(start == at(starts[i].start));
		assert_int_equal(zone_date(z, start), day);
		assert_int_equal(zone_date(z, start - 1), day - 1);
	}
}

static void
names_that_are_no_zone(void **state)
{
	static const char *const bad[] = {
		"",
		"Nowhere/Atlantis",
		"../../etc/passwd",
		"/etc/passwd",
		"Asia//Shanghai",
		"Asia/",
		"Asia",
		"Asia/Shanghai ",
		"zone.tab",
		"tzdata.zi",
		"asia/./shanghai",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_null(zone_find(str_of(bad[i])));
	assert_null(zone_find((struct str){ "UTC\0", 4 }));
	assert_ptr_equal(zone("UTC"), zone("UTC"));
}

static void
rules_that_are_read(void **state)
{
	static const struct {
		const char *rule, *at;
		int64_t offset_ms;
	} good[] = {
		{ "CST-8", "2026-07-01T00:00:00Z", 8 * HOUR_MS },
		{ "<+0330>-3:30", "2026-07-01T00:00:00Z", 210 * MINUTE_MS },
		{ "<-03>3", "2026-07-01T00:00:00Z", -3 * HOUR_MS },
		/* south: summer over the turn of the year */
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00Z",
		  11 * HOUR_MS },
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-01T00:00:00Z",
		  10 * HOUR_MS },
		/* hours beyond the day, before midnight, Julian days */
		{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z",
		  -2 * HOUR_MS },
		{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z",
		  -1 * HOUR_MS },
		{ "AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", 0 },
		{ "AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", HOUR_MS },
		{ "AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", HOUR_MS },
		{ "XXX3EDT4,0/0,J365/23", "2026-12-31T12:00:00Z",
		  -4 * HOUR_MS }, /* summer all year */
	};
	struct tzrule r;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		assert_true(tzrule_parse(str_of(good[i].rule), &r));
		assert_int_equal(tzrule_offset_ms(&r, at(good[i].at)),
				 good[i].offset_ms);
	}
}

static void
rules_that_are_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"CST",
		"8",
		"CS8",
		"CST-25",
		"CST-8:60",
		"CST-8CDT",
		"CST-8CDT,M3.2.0",
		"EST5EDT,M13.2.0,M11.1.0",
		"EST5EDT,M3.6.0,M11.1.0",
		"EST5EDT,M3.2.7,M11.1.0",
		"EST5EDT,M3.2.0,M11.1.0,",
		"EST5EDT,J0,J300",
		"EST5EDT,366,J300",
		"EST5EDT,M3.2.0/168,J300",
		"<+08-8",
		"CST-99999999999",
		"CST--8",
	};
	struct tzrule r;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_false(tzrule_parse(str_of(bad[i]), &r));
}

static void
a_cut_file_is_refused_at_every_byte(void **state)
{
	static char file[65536];
	FILE *f = fopen("/usr/share/zoneinfo/America/New_York", "rb");
	struct zone *z;
	size_t n;

	(void)state;
	if (f == NULL)
		skip();
	n = fread(file, 1, sizeof(file), f);
	assert_int_equal(fclose(f), 0);
	z = zone_parse(STR("x"), (struct str){ file, n });
	assert_non_null(z);
	zone_free(&z);
	for (size_t cut = 0; cut < n; cut++)
		assert_null(zone_parse(STR("x"), (struct str){ file, cut }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shanghai_had_summers),
		cmocka_unit_test(utc_is_utc),
		cmocka_unit_test(new_york_follows_its_rule),
		cmocka_unit_test(civil_time_in_a_zone),
		cmocka_unit_test(days_begin),
		cmocka_unit_test(names_that_are_no_zone),
		cmocka_unit_test(rules_that_are_read),
		cmocka_unit_test(rules_that_are_refused),
		cmocka_unit_test(a_cut_file_is_refused_at_every_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
