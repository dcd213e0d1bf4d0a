#include "base/cur.h"

#include <string.h>

struct cur
cur_open(struct str in)
{
	return (struct cur){ .in = in.p != NULL ? in : STR("") };
}

static size_t
left(const struct cur *c)
{
	return c->bad != NULL ? 0 : c->in.n - c->at;
}

static char
ahead(const struct cur *c, size_t i)
{
	return c->in.p[c->at + i];
}

static struct str
spoil(struct cur *c, const char *field)
{
	if (c->bad == NULL)
		c->bad = field;
	return STR("");
}

bool
cur_next_is(const struct cur *c, char ch)
{
	return left(c) > 0 && ahead(c, 0) == ch;
}

/* The only place where the cursor moves, hence the only bounds check. */
struct str
cur_take(struct cur *c, size_t n, const char *field)
{
	struct str s = { c->in.p + c->at, n };

	if (c->bad != NULL || n > left(c))
		return spoil(c, field);
	c->at += n;
	return s;
}

void
cur_expect(struct cur *c, char ch, const char *field)
{
	if (cur_next_is(c, ch))
		(void)cur_take(c, 1, field);
	else
		(void)spoil(c, field);
}

struct str
cur_until(struct cur *c, char stop, size_t max, const char *field)
{
	struct str s;
	size_t n = 0;

	while (n < left(c) && n < max && ahead(c, n) != stop)
		n++;
	s = cur_take(c, n, field);
	cur_expect(c, stop, field);
	return s;
}

static unsigned
digit(char ch)
{
	if (ch >= '0' && ch <= '9')
		return (unsigned)(ch - '0');
	if (ch >= 'A' && ch <= 'F')
		return (unsigned)(ch - 'A') + 10;
	return 16;
}

struct str
cur_hex(struct cur *c, size_t min, size_t max, const char *field)
{
	size_t n = 0;

	while (n < left(c) && n < max && digit(ahead(c, n)) < 16)
		n++;
	return n < min ? spoil(c, field) : cur_take(c, n, field);
}

unsigned
cur_number(struct cur *c, size_t digits, unsigned base, const char *field)
{
	struct str s = cur_take(c, digits, field);
	unsigned value = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (digit(s.p[i]) >= base) {
			(void)spoil(c, field);
			return 0;
		}
		value = value * base + digit(s.p[i]);
	}
	return value;
}

struct str
cur_rest(struct cur *c)
{
	return cur_take(c, left(c), "rest");
}
