/* str.c - work on slices. */
#include "base/str.h"

#include <string.h>

struct str
str_of(const char *cstr)
{
	return cstr == NULL ? STR("") : (struct str){ cstr, strlen(cstr) };
}

bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool
str_is(struct str a, const char *cstr)
{
	return str_eq(a, str_of(cstr));
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int d = n == 0 ? 0 : memcmp(a.p, b.p, n);

	return d != 0 ? d : (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq((struct str){ s.p, prefix.n }, prefix);
}

struct str
str_skip(struct str s, size_t n)
{
	n = n < s.n ? n : s.n;
	return (struct str){ s.p + n, s.n - n };
}

static bool
is_blank(char ch)
{
	return ch == ' ' || ch == '\t' || ch == '\r' || ch == '\n';
}

/* U+3000, the blank that Chinese input methods type. */
static const struct str wide_blank = { "\xe3\x80\x80", 3 };

static bool
ends_wide(struct str s)
{
	return s.n >= 3 && memcmp(s.p + s.n - 3, wide_blank.p, 3) == 0;
}

struct str
str_trim(struct str s)
{
	while (s.n > 0 && (is_blank(s.p[0]) || str_starts(s, wide_blank)))
		s = str_skip(s, is_blank(s.p[0]) ? 1 : 3);
	while (s.n > 0 && (is_blank(s.p[s.n - 1]) || ends_wide(s)))
		s.n -= is_blank(s.p[s.n - 1]) ? 1 : 3;
	return s;
}

struct str
str_cut(struct str s, char sep, struct str *rest)
{
	const char *at = s.n == 0 ? NULL : memchr(s.p, sep, s.n);
	struct str head = s;

	if (at == NULL) {
		*rest = STR("");
		return head;
	}
	head.n = (size_t)(at - s.p);
	*rest = str_skip(s, head.n + 1);
	return head;
}

bool
str_to_int(struct str s, int64_t min, int64_t max, int64_t *out)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	uint64_t limit = minus ? (uint64_t)INT64_MAX + 1 : (uint64_t)INT64_MAX;
	uint64_t v = 0;
	int64_t value;

	s = str_skip(s, minus ? 1 : 0);
	if (s.n == 0 || s.n > 19)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	}
	if (v > limit)
		return false;
	value = minus ? (int64_t)(0 - v) : (int64_t)v;
	if (value < min || value > max)
		return false;
	*out = value;
	return true;
}

/* Length of the well-formed sequence at p (n bytes there), 0: ill-formed. */
static size_t
utf8_len(const unsigned char *p, size_t n)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t len = p[0] < 0x80	   ? 1 :
		     (p[0] & 0xe0) == 0xc0 ? 2 :
		     (p[0] & 0xf0) == 0xe0 ? 3 :
		     (p[0] & 0xf8) == 0xf0 ? 4 :
					     0;
	uint32_t c = len == 1 ? p[0] : p[0] & (0xffu >> (len + 1));

	if (len == 0 || len > n || (len == 1 && c == 0))
		return 0;
	for (size_t i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	return len;
}

size_t
int_print(int64_t v, char *out)
{
	char text[INT_TEXT], *end = text + sizeof(text), *p = end;
	uint64_t rest = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

	do
		*--p = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (v < 0)
		*--p = '-';
	memcpy(out, p, (size_t)(end - p));
	return (size_t)(end - p);
}

bool
str_is_utf8(struct str s)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		len = utf8_len((const unsigned char *)s.p + i, s.n - i);
		if (len == 0)
			return false;
	}
	return true;
}

size_t
str_chars(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += (s.p[i] & 0xc0) != 0x80;
	return n;
}

struct str
str_clip(struct str s, size_t chars)
{
	size_t n = 0, i = 0;

	for (; i < s.n; i++) {
		n += (s.p[i] & 0xc0) != 0x80;
		if (n > chars)
			break;
	}
	return (struct str){ s.p, i };
}

uint32_t
str_next_char(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t len = utf8_len(p, s.n - *at);
	uint32_t c = len <= 1 ? p[0] : p[0] & (0xffu >> (len + 1));

	for (size_t i = 1; i < len; i++)
		c = c << 6 | (p[i] & 0x3f);
	*at += len == 0 ? 1 : len;
	return c;
}

void
hex_print(const void *p, size_t n, char *out)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *b = p;

	for (size_t i = 0; i < n; i++) {
		out[2 * i] = digits[b[i] >> 4];
		out[2 * i + 1] = digits[b[i] & 15];
	}
	out[2 * n] = '\0';
}

static int
hex_digit(char ch)
{
	if (ch >= '0' && ch <= '9')
		return ch - '0';
	if (ch >= 'a' && ch <= 'f')
		return ch - 'a' + 10;
	if (ch >= 'A' && ch <= 'F')
		return ch - 'A' + 10;
	return -1;
}

bool
hex_parse(struct str s, void *out, size_t n)
{
	unsigned char *b = out;

	if (s.n != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int hi = hex_digit(s.p[2 * i]), lo = hex_digit(s.p[2 * i + 1]);

		if (hi < 0 || lo < 0)
			return false;
		b[i] = (unsigned char)(hi << 4 | lo);
	}
	return true;
}
