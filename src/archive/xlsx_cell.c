/* xlsx_cell.c - values of cells: numbers, dates by style, escapes. */
#include <math.h>
#include <string.h>

#include "archive/xlsx_book.h"
#include "base/str.h"
#include "base/time.h"

/* The length of what does not count in a format: "text" \c _c *c [cond]. */
static size_t
format_skip(struct str code)
{
	const char *end;

	switch (code.p[0]) {
	case '\\':
	case '_':
	case '*':
		return 2;
	case '"':
		end = memchr(code.p + 1, '"', code.n - 1);
		return end == NULL ? code.n : (size_t)(end - code.p) + 1;
	case '[':
		/* [h] [mm] [ss] are times passed, [Red] [$-804] are not. */
		if (code.n > 1 && strchr("hHmMsS", code.p[1]) != NULL &&
		    code.n > 2 && strchr("hHmMsS]", code.p[2]) != NULL)
			return 0;
		end = memchr(code.p, ']', code.n);
		return end == NULL ? code.n : (size_t)(end - code.p) + 1;
	default:
		return 0;
	}
}

bool
xlsx_format_is_date(struct str code)
{
	while (code.n > 0) {
		size_t skip = format_skip(code);

		if (skip == 0 && memchr("yYmMdDhHsS", code.p[0], 10) != NULL)
			return true;
		code = str_skip(code, skip > 0 ? skip : 1);
	}
	return false;
}

static bool
looks_number(struct str v)
{
	if (v.n == 0 || v.n >= XLSX_NUMBER_MAX)
		return false;
	for (size_t i = 0; i < v.n; i++) {
		if (memchr("0123456789+-.eE", v.p[i], 15) == NULL)
			return false;
	}
	return true;
}

/*
 * Day 1 is 1900-01-01, and the format believes that 1900 was a leap year
 * (day 60); so from day 61 on the count is one ahead.
 */
static int64_t
serial_date(int64_t serial, bool from_1904)
{
	if (from_1904)
		return date_days(1904, 1, 1) + serial;
	return date_days(1899, 12, serial < 60 ? 31 : 30) + serial;
}

static bool
print_date(double v, bool from_1904, char *out)
{
	int64_t seconds, days;
	int hms[3];
	char date[11];

	if (!(v >= 0 && v < 2958466)) /* the year 10000 */
		return false;
	seconds = llround(v * 86400.0);
	days = seconds / 86400;
	seconds %= 86400;
	hms[0] = (int)(seconds / 3600);
	hms[1] = (int)(seconds / 60 % 60);
	hms[2] = (int)(seconds % 60);
	date_print(serial_date(days, from_1904), date);
	if (days == 0 && !from_1904)
		(void)snprintf(out, XLSX_NUMBER_MAX, "%02d:%02d:%02d", hms[0],
			       hms[1], hms[2]);
	else if (seconds == 0)
		(void)snprintf(out, XLSX_NUMBER_MAX, "%s", date);
	else
		(void)snprintf(out, XLSX_NUMBER_MAX, "%s %02d:%02d:%02d", date,
			       hms[0], hms[1], hms[2]);
	return true;
}

/* Plain decimals with the 15 digits that a double keeps. */
static void
print_plain(double v, char *out)
{
	char *end;

	if (v == floor(v)) {
		(void)snprintf(out, XLSX_NUMBER_MAX, "%.0f", v);
		return;
	}
	(void)snprintf(out, XLSX_NUMBER_MAX, "%.15g", v);
	if (strchr(out, 'e') == NULL)
		return;
	(void)snprintf(out, XLSX_NUMBER_MAX, "%.20f", v);
	end = out + strlen(out);
	while (end[-1] == '0')
		*--end = '\0';
	if (end[-1] == '.')
		end[-1] = '\0';
}

bool
xlsx_number(struct str v, bool is_date, bool from_1904,
	    char out[XLSX_NUMBER_MAX], enum sheet_bad *bad)
{
	int64_t whole;
	char *end;
	double d;

	*bad = SHEET_GOOD;
	if (!looks_number(v))
		return false;
	memcpy(out, v.p, v.n);
	out[v.n] = '\0';
	d = strtod(out, &end);
	if (*end != '\0' || !isfinite(d))
		return false;
	if (is_date && print_date(d, from_1904, out))
		return true;
	/* Written with all its digits: nothing is lost. */
	if (str_to_int(v, INT64_MIN, INT64_MAX, &whole))
		return true;
	if (fabs(d) >= 1e15)
		*bad = SHEET_DIGITS;
	else
		print_plain(d, out);
	return true;
}

/* "_xHHHH_" at the front of s. */
static bool
escape_at(struct str s, unsigned *out)
{
	unsigned char hex[2];

	if (s.n < 7 || memcmp(s.p, "_x", 2) != 0 || s.p[6] != '_' ||
	    !hex_parse((struct str){ s.p + 2, 4 }, hex, 2))
		return false;
	*out = (unsigned)hex[0] << 8 | hex[1];
	return true;
}

static void
put_char(struct buf *b, unsigned c)
{
	if (c >= 0x800) {
		buf_putc(b, (char)(0xe0 | c >> 12));
		buf_putc(b, (char)(0x80 | (c >> 6 & 0x3f)));
	} else if (c >= 0x80) {
		buf_putc(b, (char)(0xc0 | c >> 6));
	}
	buf_putc(b, (char)(c < 0x80 ? c : 0x80 | (c & 0x3f)));
}

void
xlsx_unescape(struct buf *out, struct str s)
{
	while (s.n > 0) {
		const char *at = memchr(s.p, '_', s.n);
		size_t n = at == NULL ? s.n : (size_t)(at - s.p);
		unsigned c;

		buf_put(out, (struct str){ s.p, n });
		s = str_skip(s, n);
		if (s.n == 0)
			return;
		if (escape_at(s, &c) && c != 0 && (c < 0xd800 || c > 0xdfff)) {
			put_char(out, c);
			s = str_skip(s, 7);
		} else {
			buf_putc(out, '_');
			s = str_skip(s, 1);
		}
	}
}

struct str
xlsx_escape(struct arena *a, struct str s)
{
	size_t found = 0, n = 0;
	unsigned c;
	char *out;

	for (size_t i = 0; i < s.n; i++)
		found += s.p[i] == '_' && escape_at(str_skip(s, i), &c);
	if (found == 0)
		return arena_str(a, s); /* ends with a NUL */
	out = arena_alloc(a, s.n + found * 6 + 1);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '_' && escape_at(str_skip(s, i), &c)) {
			memcpy(out + n, "_x005F", 6);
			n += 6;
		}
		out[n++] = s.p[i];
	}
	return (struct str){ out, n };
}
