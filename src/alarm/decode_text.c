/* decode_text.c - panels' text to UTF-8. */
#include "alarm/decode.h"

#include <iconv.h>
#include <string.h>

#include "base/str.h"

/* Windows-1252 from 0x80 to 0x9f; elsewhere it is Latin-1. */
static const uint16_t windows_1252[] = {
	0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
	0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static size_t
put_char(char *p, uint32_t c)
{
	if (c < 0x80) {
		p[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		p[0] = (char)(0xc0 | c >> 6);
		p[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	p[0] = (char)(0xe0 | c >> 12);
	p[1] = (char)(0x80 | (c >> 6 & 0x3f));
	p[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

static struct str
from_1252(struct str s, struct arena *a)
{
	char *p = arena_alloc(a, 3 * s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		uint32_t c = (unsigned char)s.p[i];

		if (c >= 0x80 && c < 0xa0)
			c = windows_1252[c - 0x80];
		n += put_char(p + n, c);
	}
	return (struct str){ p, n };
}

/*
 * Chinese text of the GB encodings comes in pairs of high bytes; Western
 * letters stand alone.  A single one therefore speaks against Chinese.
 */
static bool
looks_chinese(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] < 0x80)
			continue;
		if (i + 1 == s.n || (unsigned char)s.p[i] < 0xa1 ||
		    (unsigned char)s.p[i + 1] < 0xa1)
			return false;
		i++;
	}
	return true;
}

static bool
from_gb(struct str s, struct arena *a, struct str *out)
{
	iconv_t cd = iconv_open("UTF-8", "GB18030");
	size_t in_left = s.n, out_left = 3 * s.n;
	char *in = arena_alloc(a, s.n + 1), *to = arena_alloc(a, out_left + 1);
	char *at = to;
	size_t rc;

	if (cd == (iconv_t)-1)
		return false;
	if (s.n > 0)
		memcpy(in, s.p, s.n);
	rc = iconv(cd, &in, &in_left, &at, &out_left);
	(void)iconv_close(cd);
	*out = (struct str){ to, (size_t)(at - to) };
	return rc != (size_t)-1 && in_left == 0 && str_is_utf8(*out);
}

static bool
has_controls(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f)
			return true;
	}
	return false;
}

/* NUL and line ends have no place in a line of text, nor in PostgreSQL. */
static struct str
without_controls(struct str s, struct arena *a)
{
	char *p = arena_alloc(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = (unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f ? ' ' :
									s.p[i];
	return (struct str){ p, s.n };
}

struct str
decode_text(struct str s, struct arena *a)
{
	struct str gb;

	if (has_controls(s))
		s = without_controls(s, a);
	if (str_is_utf8(s))
		return s;
	if (looks_chinese(s) && from_gb(s, a, &gb))
		return gb;
	return from_1252(s, a);
}
