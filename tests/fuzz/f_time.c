/* f_time.c - dates, instants, zone rules and zone files; byte 0 chooses. */
#include "fuzz.h"

#include "base/str.h"
#include "base/time.h"
#include "base/tzif.h"

#define YEAR_9999_END_MS INT64_C(253402300799999)

static void
read_date(struct str s)
{
	char out[11];
	int64_t days;

	if (!date_parse(s, &days))
		return;
	date_print(days, out);
	must(str_is(s, out));
}

static void
read_instant(struct str s)
{
	int64_t at_ms, back;
	char out[25];

	if (!time_parse(s, &at_ms) || at_ms > YEAR_9999_END_MS)
		return;
	time_print(at_ms, out);
	if (at_ms >= date_days(1, 1, 1) * DAY_MS)
		must(time_parse(str_of(out), &back) && back == at_ms);
}

static void
read_rule(struct str s)
{
	struct tzrule r;

	if (!tzrule_parse(s, &r))
		return;
	for (int64_t day = -40000; day < 90000; day += 997) {
		int64_t offset = tzrule_offset_ms(&r, day * DAY_MS);

		must(offset == r.std_ms || (r.has_dst && offset == r.dst_ms));
	}
}

static void
read_file(struct str s)
{
	struct zone *z = zone_parse(STR("fuzz"), s);

	if (z == NULL)
		return;
	for (int64_t day = -40000; day < 90000; day += 997) {
		struct civil c;

		zone_civil(z, day * DAY_MS, &c);
		must(c.month >= 1 && c.month <= 12 && c.hour < 24);
		(void)zone_day_start(z, day);
	}
	zone_free(&z);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static void (*const readers[])(struct str) = { read_date, read_instant,
						       read_rule, read_file };
	struct str s = { (const char *)bytes, n };

	if (n > 0)
		readers[bytes[0] % ARRAY_LEN(readers)](str_skip(s, 1));
	return 0;
}
