/* dc09_cut.c - frames out of a stream that may be cut, glued or noise. */
#include "alarm/dc09.h"

#include <string.h>

#include "alarm/dc09_parts.h"
#include "base/str.h"

/* Some panels send NUL after CR (and some CR LF): not worth a word. */
static bool
is_filler(char ch)
{
	return ch == '\0' || ch == '\r' || ch == ' ';
}

static enum dc09_piece
take(struct str *in, size_t n, struct str *out, enum dc09_piece piece)
{
	*out = (struct str){ in->p, n };
	*in = str_skip(*in, n);
	return piece;
}

/* First LF or CR at or after from; in.n when there is none. */
static size_t
find_end(struct str in, size_t from)
{
	while (from < in.n && in.p[from] != '\n' && in.p[from] != '\r')
		from++;
	return from;
}

/*
 * in begins with LF.  The search for CR starts behind the head, because the
 * two bytes of a binary CRC may be any.  LF before CR: what was begun was
 * given up by the sender, and a new frame starts there.
 */
static enum dc09_piece
cut_frame(struct str *in, struct str *out)
{
	enum dc09_form form = dc09_form(str_skip(*in, 1));
	size_t head = 1 + dc09_head_bytes(form), end;

	if (form == DC09_FORM_NONE && in->n < 1 + DC09_HEX_HEAD + 1)
		return DC09_MORE;
	end = find_end(*in, head);
	if (end >= DC09_FRAME_MAX)
		return take(in, DC09_FRAME_MAX, out, DC09_NOISE);
	if (end == in->n)
		return DC09_MORE;
	if (in->p[end] == '\n')
		return take(in, end, out, DC09_NOISE);
	if (form == DC09_FORM_NONE)
		return take(in, end + 1, out, DC09_NOISE);
	(void)take(in, end + 1, out, DC09_FRAME);
	*out = (struct str){ out->p + 1, out->n - 2 };
	return DC09_FRAME;
}

enum dc09_piece
dc09_cut(struct str *in, struct str *out)
{
	size_t n = 0;

	*out = STR("");
	while (in->n > 0 && is_filler(in->p[0]))
		*in = str_skip(*in, 1);
	if (in->n == 0)
		return DC09_MORE;
	if (in->p[0] == '\n')
		return cut_frame(in, out);
	while (n < in->n && n < DC09_FRAME_MAX && in->p[n] != '\n')
		n++;
	return take(in, n, out, DC09_NOISE);
}
