/* signal.c - words of a signal's fate, and its texts. */
#include "alarm/signal.h"

#include <string.h>

#include "base/str.h"

#define REPLACEMENT 0xfffdu

const char *
fate_word(enum fate fate)
{
	static const char *const words[] = {
#define X(name, word, zh, en) word,
		FATES(X)
#undef X
	};

	must(fate < FATE_N);
	return words[fate];
}

struct label
fate_label(enum fate fate)
{
	static const struct label labels[] = {
#define X(name, word, zh, en) LABEL(zh, en),
		FATES(X)
#undef X
	};

	must(fate < FATE_N);
	return labels[fate];
}

/* Windows-1252 from 0x80 to 0x9f; the rest is as in Unicode. */
static const uint16_t windows_1252[32] = {
	0x20ac, REPLACEMENT, 0x201a,	  0x0192, 0x201e, 0x2026, 0x2020,
	0x2021, 0x02c6,	     0x2030,	  0x0160, 0x2039, 0x0152, REPLACEMENT,
	0x017d, REPLACEMENT, REPLACEMENT, 0x2018, 0x2019, 0x201c, 0x201d,
	0x2022, 0x2013,	     0x2014,	  0x02dc, 0x2122, 0x0161, 0x203a,
	0x0153, REPLACEMENT, 0x017e,	  0x0178,
};

/* Of 0x80 and above; all of them below U+FFFF.  Returns the bytes. */
static size_t
utf8_put(uint32_t code, char *out)
{
	if (code < 0x800) {
		out[0] = (char)(0xc0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | code >> 12);
	out[1] = (char)(0x80 | (code >> 6 & 0x3f));
	out[2] = (char)(0x80 | (code & 0x3f));
	return 3;
}

static struct str
from_1252(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n * 3 + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		uint8_t b = (uint8_t)s.p[i];

		if (b < 0x80)
			p[n++] = (char)b;
		else
			n += utf8_put(b < 0xa0 ? windows_1252[b - 0x80] : b,
				      p + n);
	}
	return (struct str){ p, n };
}

static bool
is_control(char ch)
{
	return (uint8_t)ch < 0x20 || (uint8_t)ch == 0x7f;
}

static bool
has_control(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_control(s.p[i]))
			return true;
	}
	return false;
}

static struct str
without_control(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = is_control(s.p[i]) ? ' ' : s.p[i];
	return (struct str){ p, s.n };
}

/* Never cuts a character in two. */
static struct str
at_most(struct str s, size_t max)
{
	if (s.n <= max)
		return s;
	while (max > 0 && ((uint8_t)s.p[max] & 0xc0) == 0x80)
		max--;
	return (struct str){ s.p, max };
}

struct str
signal_text(struct arena *a, struct str bytes, size_t max)
{
	struct str s = bytes;

	/* NUL is no UTF-8 for str_is_utf8: out with it first. */
	if (has_control(s))
		s = without_control(a, s);
	if (!str_is_utf8(s))
		s = from_1252(a, s);
	return at_most(s, max);
}
