/* demo_shift.c - the dates of a CSV text moved by whole days. */
#include "archive/demo.h"

#include <string.h>

#include "base/str.h"
#include "base/time.h"

#define DATE_N 10

static bool
ends_a_cell(struct str csv, size_t at)
{
	return at == csv.n || memchr(",\"\r\n ", csv.p[at], 5) != NULL;
}

/* A date stands at the beginning of its cell, a time of day may follow. */
static bool
date_at(struct str csv, size_t at, int64_t *days)
{
	bool begins = at == 0 || memchr(",\"\n", csv.p[at - 1], 3) != NULL;

	return begins && csv.n - at >= DATE_N &&
	       ends_a_cell(csv, at + DATE_N) &&
	       date_parse((struct str){ csv.p + at, DATE_N }, days);
}

void
demo_shift(struct str csv, int64_t days, struct buf *out)
{
	char moved[DATE_N + 1];
	int64_t date;

	for (size_t at = 0; at < csv.n;) {
		if (!date_at(csv, at, &date)) {
			buf_putc(out, csv.p[at++]);
			continue;
		}
		date_print(date + days, moved);
		buf_puts(out, moved);
		at += DATE_N;
	}
}
