/*
 * f_decode.c - blocks from panels.  The bytes are the data of a frame of each
 * kind, its x-data and a text: nothing is discarded, all of it is UTF-8.
 */
#include "fuzz.h"

#include "alarm/dc09_parts.h"
#include "alarm/decode.h"
#include "base/str.h"

static void
text_check(struct str s)
{
	must(str_is_utf8(s));
}

static void
signal_check(const struct signal *s, size_t i)
{
	must(s->part == (int64_t)i);
	must(s->priority >= 1 && s->priority <= 5);
	must(s->part_no >= SIGNAL_NONE && s->zone_no >= SIGNAL_NONE &&
	     s->user_no >= SIGNAL_NONE);
	must(str_is(s->state, SIGNAL_UNDECODED) == (s->class.n == 0));
	text_check(s->text);
	text_check(s->data);
	text_check(s->xdata);
}

static void
decode(enum dc09_kind kind, struct str in, struct arena *a)
{
	static const struct decode_profile profile = { .org = 1,
						       .panel = 2,
						       .received_ms = 1 };
	struct dc09 f = { .kind = kind };
	struct signal *v;
	size_t n;

	f.block = f.data = f.xdata = in;
	decode_frame(&profile, &f, a, &v, &n);
	must(n > 0 && n <= in.n + 1);
	for (size_t i = 0; i < n; i++)
		signal_check(&v[i], i);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str in = { (const char *)data, size };
	struct arena a = { 0 };
	struct why why = { 0 };

	if (code_at(0) == NULL)
		must(codes_load("packs", &why) == OK);
	decode(DC09_SIA_DCS, in, &a);
	decode(DC09_ADM_CID, in, &a);
	decode(DC09_OTHER, in, &a);
	text_check(decode_text(in, &a));
	arena_release(&a);
	return 0;
}
