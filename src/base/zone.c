/* zone.c - zones by name, read once, and what they say of an instant. */
#include "base/time.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/tzif.h"

#define ZONE_FOLDER "/usr/share/zoneinfo/"
#define ZONE_FILE_MAX 65536

static struct {
	pthread_mutex_t lock;
	struct zone *zones; /* never taken away: process lifetime */
} known = { .lock = PTHREAD_MUTEX_INITIALIZER };

/*
 * China's summer time 1986-1991, for systems without zone files: first and
 * last day, as the tz database has them ("PRC" rules, 02:00 both).
 */
static const struct {
	int year, from_month, from_day, to_month, to_day;
} prc_summers[] = {
	{ 1986, 5, 4, 9, 14 },	{ 1987, 4, 12, 9, 13 }, { 1988, 4, 17, 9, 11 },
	{ 1989, 4, 16, 9, 17 }, { 1990, 4, 15, 9, 16 }, { 1991, 4, 14, 9, 15 },
};

struct zone *
zone_builtin(struct str name)
{
	bool is_shanghai = str_eq(name, STR("Asia/Shanghai"));
	const int64_t std = 8 * HOUR_MS, dst = 9 * HOUR_MS;
	struct zone *z;

	if (!is_shanghai && !str_eq(name, STR("UTC")))
		return NULL;
	z = zone_new(name, is_shanghai ? 2 * ARRAY_LEN(prc_summers) : 0);
	z->first_ms = is_shanghai ? std : 0;
	for (size_t i = 0; i < z->n / 2; i++) {
		int year = prc_summers[i].year;
		int64_t from = date_days(year, prc_summers[i].from_month,
					 prc_summers[i].from_day);
		int64_t to = date_days(year, prc_summers[i].to_month,
				       prc_summers[i].to_day);

		z->from_ms[2 * i] = from * DAY_MS + 2 * HOUR_MS - std;
		z->offset_ms[2 * i] = dst;
		z->from_ms[2 * i + 1] = to * DAY_MS + 2 * HOUR_MS - dst;
		z->offset_ms[2 * i + 1] = std;
	}
	return z;
}

/* A name becomes a path: letters, digits, "_+-", and single slashes. */
static bool
is_zone_name(struct str s)
{
	char before = '/';

	if (s.n == 0 || s.n >= ZONE_NAME_MAX)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char ch = s.p[i];
		bool word = (ch >= 'a' && ch <= 'z') ||
			    (ch >= 'A' && ch <= 'Z') ||
			    (ch >= '0' && ch <= '9') || ch == '_' ||
			    ch == '+' || ch == '-';

		if (!word && (ch != '/' || before == '/'))
			return false;
		before = ch;
	}
	return before != '/';
}

static struct zone *
zone_load(struct str name)
{
	char path[sizeof(ZONE_FOLDER) + ZONE_NAME_MAX];
	struct zone *z = NULL;
	char *bytes;
	FILE *f;
	size_t n;

	(void)snprintf(path, sizeof(path), ZONE_FOLDER "%.*s", STR_ARG(name));
	f = fopen(path, "rb");
	if (f == NULL)
		return NULL;
	bytes = mem_alloc(ZONE_FILE_MAX);
	n = fread(bytes, 1, ZONE_FILE_MAX, f);
	if (n < ZONE_FILE_MAX && !ferror(f))
		z = zone_parse(name, (struct str){ bytes, n });
	mem_free(bytes);
	(void)fclose(f); /* read only: nothing can be lost */
	return z;
}

static struct zone *
zone_known(struct str name)
{
	for (struct zone *z = known.zones; z != NULL; z = z->next)
		if (str_is(name, z->name))
			return z;
	return NULL;
}

const struct zone *
zone_find(struct str name)
{
	struct zone *z;

	if (!is_zone_name(name))
		return NULL;
	must(pthread_mutex_lock(&known.lock) == 0);
	z = zone_known(name);
	if (z == NULL) {
		z = zone_load(name);
		z = z != NULL ? z : zone_builtin(name);
		if (z != NULL) {
			z->next = known.zones;
			known.zones = z;
		}
	}
	must(pthread_mutex_unlock(&known.lock) == 0);
	return z;
}

/* How many transitions lie at or before the instant. */
static size_t
transitions_until(const struct zone *z, int64_t at_ms)
{
	size_t low = 0, high = z->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (z->from_ms[mid] <= at_ms)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

int64_t
zone_offset_ms(const struct zone *z, int64_t at_ms)
{
	size_t n = transitions_until(z, at_ms);

	if (n == z->n && z->rule.is_set)
		return tzrule_offset_ms(&z->rule, at_ms);
	return n == 0 ? z->first_ms : z->offset_ms[n - 1];
}

static int64_t
local_ms(const struct zone *z, int64_t at_ms)
{
	return at_ms + zone_offset_ms(z, at_ms);
}

static int64_t
day_of(int64_t ms)
{
	return ms / DAY_MS - (ms % DAY_MS < 0);
}

void
zone_civil(const struct zone *z, int64_t at_ms, struct civil *out)
{
	int64_t local = local_ms(z, at_ms), day = day_of(local);
	int in_day = (int)(local - day * DAY_MS);

	date_civil(day, out);
	out->hour = in_day / (int)HOUR_MS;
	out->minute = in_day / (int)MINUTE_MS % 60;
	out->second = in_day / 1000 % 60;
	out->ms = in_day % 1000;
}

int64_t
zone_date(const struct zone *z, int64_t at_ms)
{
	return day_of(local_ms(z, at_ms));
}

/* The instant in (low, high] from which the offset is that at high. */
static int64_t
turn_between(const struct zone *z, int64_t low, int64_t high)
{
	int64_t offset = zone_offset_ms(z, high);

	while (high - low > 1) {
		int64_t mid = low + (high - low) / 2;

		if (zone_offset_ms(z, mid) == offset)
			high = mid;
		else
			low = mid;
	}
	return high;
}

int64_t
zone_day_start(const struct zone *z, int64_t days)
{
	int64_t midnight = days * DAY_MS;
	int64_t before = zone_offset_ms(z, midnight - DAY_MS);
	int64_t after = zone_offset_ms(z, midnight + DAY_MS);

	/* Midnight comes twice when clocks go back: the first one counts. */
	if (local_ms(z, midnight - before) == midnight)
		return midnight - before;
	if (local_ms(z, midnight - after) == midnight)
		return midnight - after;
	/* Clocks go forward over midnight: the day begins with the jump. */
	return turn_between(z, midnight - after, midnight - before);
}
