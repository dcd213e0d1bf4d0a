/* line.c - "R1L1" as two numbers. */
#include "alarm/line.h"

#include "base/str.h"

static bool
digits_parse(struct str s, uint32_t *out)
{
	*out = 0;
	if (s.n > 6)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char ch = s.p[i];
		uint32_t v;

		if (ch >= '0' && ch <= '9')
			v = (uint32_t)(ch - '0');
		else if ((ch | 0x20) >= 'a' && (ch | 0x20) <= 'f')
			v = (uint32_t)((ch | 0x20) - 'a') + 10;
		else
			return false;
		*out = *out << 4 | v;
	}
	return true;
}

bool
line_of(struct str receiver, struct str line, struct line_no *out)
{
	struct line_no no;

	if (!digits_parse(receiver, &no.receiver) ||
	    !digits_parse(line, &no.line))
		return false;
	*out = no;
	return true;
}

bool
line_parse(struct str s, struct line_no *out)
{
	struct str receiver = STR(""), line;
	size_t at = 0;

	if (s.n > 0 && (s.p[0] | 0x20) == 'r') {
		while (at < s.n && (s.p[at] | 0x20) != 'l')
			at++;
		receiver = (struct str){ s.p + 1, at - 1 };
		s = str_skip(s, at);
	}
	if (s.n > 0 && (s.p[0] | 0x20) != 'l')
		return false;
	line = s.n > 0 ? str_skip(s, 1) : s;
	return line_of(receiver, line, out);
}
