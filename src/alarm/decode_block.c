/*
 * decode_block.c - the two grammars: SIA (DC-03, DC-04 as in DC-09) and
 * Contact ID (DC-05).  Lax where panels are: slashes or none, any order.
 */
#include "alarm/decode_parts.h"

#include <stdio.h>
#include <string.h>

#include "alarm/code.h"
#include "base/str.h"
#include "base/time.h"

#define NUMBER_MAX 999999999

static bool
is_digit(char ch)
{
	return ch >= '0' && ch <= '9';
}

static bool
is_upper(char ch)
{
	return ch >= 'A' && ch <= 'Z';
}

static bool
is_lower(char ch)
{
	return ch >= 'a' && ch <= 'z';
}

static struct str
take(struct str *s, size_t n)
{
	struct str out = { s->p, n };

	*s = str_skip(*s, n);
	return out;
}

static struct str
take_while(struct str *s, bool (*is)(char))
{
	size_t n = 0;

	while (n < s->n && is(s->p[n]))
		n++;
	return take(s, n);
}

static int64_t
number_of(struct str digits)
{
	int64_t v = -1;

	(void)str_to_int(digits, 0, NUMBER_MAX, &v); /* else it stays -1 */
	return v;
}

/* Values of modifiers: numbers, times, dates. */
static bool
is_value(char ch)
{
	return is_digit(ch) || ch == ':' || ch == '-' || ch == '.' || ch == '#';
}

/* "10:02:04", "10:02" as seconds of the day; -1: it is none. */
static int64_t
time_of(struct str s)
{
	static const int64_t most[] = { 23, 59, 59 };
	int64_t v = 0, part;

	if (s.n != 5 && s.n != 8)
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(most); i++) {
		struct str word = str_cut(s, ':', &s);

		if (i == 2 && word.n == 0)
			word = STR("00");
		if (word.n != 2 || !str_to_int(word, 0, most[i], &part))
			return -1;
		v = v * 60 + part;
	}
	return v;
}

/* "11-22-26", "11-22-2026". */
static int64_t
day_of(struct str s)
{
	char iso[11];
	int64_t day;
	size_t year = s.n == 10 ? 4 : 2;

	if ((s.n != 8 && s.n != 10) || s.p[5] != '-')
		return BLOCK_ODD_DAY;
	(void)snprintf(iso, sizeof(iso), "%s%.*s-%.5s", year == 2 ? "20" : "",
		       (int)year, s.p + 6, s.p);
	if (!date_parse(str_of(iso), &day))
		return BLOCK_ODD_DAY;
	return day;
}

/* ti10:02:04, ri2, id7, pi3: two small letters and a value. */
static bool
modifier(struct str *s, struct block_state *st)
{
	struct str name, value;

	if (s->n < 2 || !is_lower(s->p[0]) || !is_lower(s->p[1]))
		return false;
	name = take(s, 2);
	value = take_while(s, is_value);
	if (str_is(name, "ri"))
		st->part = number_of(value);
	else if (str_is(name, "id"))
		st->user = number_of(value);
	else if (str_is(name, "ti"))
		st->time_s = time_of(value);
	else if (str_is(name, "da"))
		st->day = day_of(value);
	return true;
}

/* X-SIA: ^text^, the second caret may be missing at the end. */
static struct str
caret_text(struct str *s)
{
	struct str rest, text = str_cut(str_skip(*s, 1), '^', &rest);

	*s = rest;
	return text;
}

/* *'hall'NM: text and what kind of text it is. */
static struct str
star_text(struct str *s)
{
	struct str rest = str_skip(*s, 1), text;

	if (rest.n == 0 || rest.p[0] != '\'') {
		*s = (struct str){ rest.p + rest.n, 0 };
		return rest;
	}
	text = str_cut(str_skip(rest, 1), '\'', &rest);
	if (rest.n >= 2 && is_upper(rest.p[0]) && is_upper(rest.p[1]))
		rest = str_skip(rest, 2);
	*s = rest;
	return text;
}

static void
texts(struct str *s, struct block_event *out)
{
	while (s->n > 0 && (s->p[0] == '^' || s->p[0] == '*')) {
		struct str text = s->p[0] == '^' ? caret_text(s) : star_text(s);

		if (out->text.n == 0)
			out->text = text;
		else
			out->text2 = text;
	}
}

static void
blanks(struct str *s)
{
	while (s->n > 0 && (s->p[0] == ' ' || s->p[0] == '/'))
		*s = str_skip(*s, 1);
}

/* The rest is not what an event looks like: it is kept whole. */
static void
odd(struct str *s, struct block_event *out)
{
	out->code = STR("");
	out->whole = *s;
	*s = (struct str){ s->p + s->n, 0 };
}

bool
block_sia_next(struct str *s, struct block_state *st, struct block_event *out)
{
	struct str from;

	*out = (struct block_event){ .code = STR(""), .number = -1 };
	out->text = out->text2 = STR("");
	do {
		blanks(s);
	} while (modifier(s, st));
	out->part = st->part;
	out->user = st->user;
	out->time_s = st->time_s;
	out->day = st->day;
	if (s->n == 0)
		return false;
	from = *s;
	if (s->n < 2 || !is_upper(s->p[0]) || !is_upper(s->p[1])) {
		odd(s, out);
		return true;
	}
	out->code = take(s, 2);
	blanks(s);
	out->number = number_of(take_while(s, is_digit));
	blanks(s);
	texts(s, out);
	out->whole = (struct str){ from.p, from.n - s->n };
	return true;
}

/* ---- Contact ID ---- */

static bool
is_hex(char ch)
{
	return is_digit(ch) || (ch >= 'A' && ch <= 'F') ||
	       (ch >= 'a' && ch <= 'f');
}

static bool
all_are(struct str s, bool (*is)(char))
{
	for (size_t i = 0; i < s.n; i++) {
		if (!is(s.p[i]))
			return false;
	}
	return s.n > 0;
}

/* 1 and E begin, 3 and R end, 6 says again what is there. */
static char
qualifier_of(char ch)
{
	switch (ch) {
	case '1':
	case 'E':
		return '1';
	case '3':
	case 'R':
		return '3';
	case '6':
	case 'P':
		return '6';
	default:
		return '\0';
	}
}

/* QEEE, GG, ZZZ: by blanks when there are two, else by their widths. */
static bool
cid_fields(struct str s, struct str *head, struct str *part, struct str *zone)
{
	struct str rest;

	*head = str_cut(s, ' ', &rest);
	if (head->n == 1) { /* "1 130 01 003" */
		struct str code = str_cut(str_trim(rest), ' ', &rest);

		if (code.n != 3)
			return false;
		*head = (struct str){ s.p, (size_t)(code.p + 3 - s.p) };
	} else if (rest.n > 0 && head->n != 4) {
		return false;
	}
	if (rest.n == 0) { /* "113001003" */
		if (s.n != 9)
			return false;
		*head = (struct str){ s.p, 4 };
		*part = (struct str){ s.p + 4, 2 };
		*zone = (struct str){ s.p + 6, 3 };
		return true;
	}
	rest = str_trim(rest);
	if (rest.n == 5 && memchr(rest.p, ' ', rest.n) == NULL) {
		*part = (struct str){ rest.p, 2 };
		*zone = (struct str){ rest.p + 2, 3 };
		return true;
	}
	*part = str_cut(rest, ' ', zone);
	*zone = str_trim(*zone);
	return part->n <= 3 && zone->n > 0 && zone->n <= 5;
}

/* Nobody numbers from 0: "00" and "000" say that there is none. */
static int64_t
not_zero(struct str digits)
{
	int64_t v = number_of(digits);

	return v == 0 ? -1 : v;
}

void
block_cid(struct str s, struct block_event *out)
{
	struct str head, part, zone, rest = s;

	*out = (struct block_event){ .code = STR(""), .number = -1 };
	out->part = out->user = out->time_s = -1;
	out->day = BLOCK_NO_DAY;
	out->text = out->text2 = STR("");
	out->whole = s;
	s = str_trim(str_cut(s, '^', &rest));
	if (rest.n > 0)
		out->text = str_cut(rest, '^', &rest);
	if (!cid_fields(s, &head, &part, &zone))
		return;
	out->qualifier = qualifier_of(head.p[0]);
	head = (struct str){ head.p + head.n - 3, 3 };
	if (out->qualifier == '\0' || !all_are(head, is_hex) ||
	    !all_are(part, is_hex) || !all_are(zone, is_hex))
		return;
	out->code = head;
	out->part = not_zero(part);
	out->number = not_zero(zone);
}
