/* tzif.c - zone files: transitions and the rule that follows them. */
#include "base/tzif.h"

#include <string.h>

#include "base/cur.h"
#include "base/str.h"

/* 270 000 years either way: far beyond use, and ms cannot overflow. */
#define SECONDS_MAX (INT64_C(1) << 43)

struct zone *
zone_new(struct str name, size_t n)
{
	struct zone *z = mem_alloc(sizeof(*z));

	must(name.n < sizeof(z->name));
	if (name.n > 0)
		memcpy(z->name, name.p, name.n);
	z->n = n;
	z->from_ms = mem_alloc(n * sizeof(*z->from_ms));
	z->offset_ms = mem_alloc(n * sizeof(*z->offset_ms));
	return z;
}

void
zone_free(struct zone **z)
{
	if (*z == NULL)
		return;
	mem_free((*z)->from_ms);
	mem_free((*z)->offset_ms);
	mem_free(*z);
	*z = NULL;
}

/* Big-endian, two's complement. */
static int64_t
read_be(struct cur *c, size_t n)
{
	struct str s = cur_take(c, n, "number");
	uint64_t v = s.n > 0 && (s.p[0] & 0x80) != 0 ? UINT64_MAX : 0;

	for (size_t i = 0; i < s.n; i++)
		v = v << 8 | (unsigned char)s.p[i];
	return (int64_t)v;
}

/* RFC 8536, 3.1: the counts, in the order of the file. */
struct counts {
	size_t isut, isstd, leap, time, type, chars;
};

static size_t
read_count(struct cur *c, size_t max)
{
	int64_t n = read_be(c, 4);

	if (n < 0 || (size_t)n > max)
		c->bad = "count";
	return c->bad != NULL ? 0 : (size_t)n;
}

static struct counts
read_header(struct cur *c)
{
	struct counts k = { 0 };
	struct str head = cur_take(c, 20, "magic");

	if (!str_starts(head, STR("TZif")) || head.p[4] < '2') {
		c->bad = "magic";
		return k;
	}
	k.isut = read_count(c, 256);
	k.isstd = read_count(c, 256);
	k.leap = read_count(c, 1024);
	k.time = read_count(c, 4096);
	k.type = read_count(c, 256);
	k.chars = read_count(c, 1024);
	if (k.type == 0)
		c->bad = "no types";
	return k;
}

static void
read_instants(struct cur *c, struct zone *z)
{
	for (size_t i = 0; i < z->n; i++) {
		int64_t s = read_be(c, 8);

		s = s < -SECONDS_MAX ? -SECONDS_MAX : s;
		s = s > SECONDS_MAX ? SECONDS_MAX : s;
		z->from_ms[i] = s * SECOND_MS;
		if (i > 0 && z->from_ms[i] <= z->from_ms[i - 1])
			c->bad = "order";
	}
}

/* A type of local time is six bytes: offset (4), is DST, name. */
static int64_t
type_offset(struct str types, size_t i, struct cur *c)
{
	struct cur t = cur_open(str_skip(types, i * 6));
	int64_t offset_ms = read_be(&t, 4) * SECOND_MS;

	/* RFC 8536, 3.2: between -25 h and +26 h, both ends out. */
	if (t.bad != NULL || offset_ms <= -25 * HOUR_MS ||
	    offset_ms >= 26 * HOUR_MS)
		c->bad = "offset";
	return c->bad != NULL ? 0 : offset_ms;
}

static void
read_offsets(struct cur *c, const struct counts *k, struct zone *z)
{
	struct str index = cur_take(c, k->time, "types of transitions");
	struct str types = cur_take(c, k->type * 6, "types");

	z->first_ms = type_offset(types, 0, c);
	for (size_t i = 0; i < index.n && c->bad == NULL; i++) {
		size_t type = (unsigned char)index.p[i];

		if (type >= k->type)
			c->bad = "type";
		z->offset_ms[i] = type_offset(types, type, c);
	}
}

static void
read_footer(struct cur *c, struct zone *z)
{
	struct str line;

	cur_expect(c, '\n', "footer");
	line = cur_until(c, '\n', 128, "footer");
	if (line.n > 0 && !tzrule_parse(line, &z->rule))
		c->bad = "footer";
}

struct zone *
zone_parse(struct str name, struct str file)
{
	struct cur c = cur_open(file);
	struct counts k = read_header(&c);
	struct zone *z;

	/* The first block is for programs with 32-bit time. */
	(void)cur_take(&c,
		       k.time * 5 + k.type * 6 + k.chars + k.leap * 8 +
			   k.isstd + k.isut,
		       "version 1 block");
	k = c.bad == NULL ? read_header(&c) : k;
	if (c.bad != NULL)
		return NULL;
	z = zone_new(name, k.time);
	read_instants(&c, z);
	read_offsets(&c, &k, z);
	(void)cur_take(&c, k.chars + k.leap * 12 + k.isstd + k.isut, "rest");
	read_footer(&c, z);
	if (c.bad != NULL)
		zone_free(&z);
	return z;
}
