/*
 * tzif.h - the bytes of a zone file (RFC 8536) and of the rule in its last
 * line (POSIX TZ).  Pure: bytes in, struct out.  Only zone.c and tests
 * include this; the rest of the program uses time.h.
 */
#ifndef BASE_TZIF_H
#define BASE_TZIF_H

#include "base/time.h"

#define ZONE_NAME_MAX 64

/* A day of the year on which the offset changes, and the time of that day. */
enum turn_kind { TURN_MONTH, TURN_JULIAN, TURN_DAY };
struct turn {
	enum turn_kind kind;
	int month, week, day; /* TURN_MONTH: 5 is the last; 0 is Sunday */
	int64_t time_ms;      /* local, from midnight; may leave the day */
};

/* "CST-8" or "EST5EDT,M3.2.0,M11.1.0". */
struct tzrule {
	bool is_set, has_dst;
	int64_t std_ms, dst_ms; /* offsets from UTC, east is positive */
	struct turn to_dst, to_std;
};

MUST_CHECK bool tzrule_parse(struct str s, struct tzrule *out);
int64_t tzrule_offset_ms(const struct tzrule *r, int64_t at_ms);

struct zone {
	struct zone *next;
	char name[ZONE_NAME_MAX];
	size_t n;	    /* transitions */
	int64_t *from_ms;   /* n, rising: from this instant on ... */
	int64_t *offset_ms; /* ... this offset holds */
	int64_t first_ms;   /* the offset before the first of them */
	struct tzrule rule; /* after the last of them, when it has one */
};

struct zone *zone_new(struct str name, size_t n);
void zone_free(struct zone **z);
/* NULL when the bytes are not a zone file of version 2 or later. */
struct zone *zone_parse(struct str name, struct str file);
/* "UTC" and "Asia/Shanghai" (since 1986) without any file; else NULL. */
struct zone *zone_builtin(struct str name);

#endif
