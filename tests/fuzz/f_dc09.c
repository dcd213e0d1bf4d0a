/*
 * f_dc09.c - DC-09 from outside.  The bytes are read as a stream, then once
 * more as the body of a frame with right sums, and as an encrypted content
 * with the right key, so that the inside is reached.
 */
#include "fuzz.h"

#include <string.h>

#include "alarm/dc09_parts.h"
#include "base/crc.h"
#include "base/str.h"

static const struct dc09_key key = { 16, "AAAAAAAAAAAAAAA" };

static void
content_walk(const struct dc09 *f)
{
	struct str rest = f->block, value;
	struct dc09_event e;
	size_t n = 0;
	char id;

	while (dc09_event_next(&rest, &e))
		n += 1 + e.code.n + e.text.n;
	must(n <= 2 * f->block.n);
	for (rest = f->xdata; dc09_xdata_next(&rest, &id, &value);)
		must(dc09_xdata_field(id) == NULL || id >= 'A');
	must(f->claimed.n <= DC09_ACCOUNT_MAX);
	must(!f->has_time || f->tail.n == DC09_TIME_BYTES);
}

/* Whatever was read can be answered, and the answer can be read. */
static void
answer_check(const struct dc09 *f, enum dc09_reply reply)
{
	struct buf out = buf_open(DC09_FRAME_MAX);
	struct why why = { 0 };
	struct dc09 got;
	struct str in, frame;
	uint8_t pad[16] = { 0 };

	dc09_reply_print(&out, reply, f, &key, pad, 0);
	in = buf_str(&out);
	if (reply == DC09_SILENT || dc09_is_answer(f)) {
		must(in.n == 0);
	} else {
		must(dc09_cut(&in, &frame) == DC09_FRAME && in.n == 0);
		must(dc09_parse(frame, &got, &why) == DC09_GOOD);
		must(got.binary == f->binary);
		must(reply == DC09_NAK || str_eq(got.route, f->route));
	}
	buf_release(&out);
}

static void
frame_check(struct str frame, struct arena *a)
{
	struct why why = { 0 };
	struct dc09 f;
	enum dc09_verdict v = dc09_parse(frame, &f, &why);

	if (v == DC09_GOOD && f.encrypted)
		v = dc09_decrypt(&f, &key, a, &why);
	if (v == DC09_GOOD) {
		content_walk(&f);
		/* One of an odd route may be longer; it names no panel. */
		must(dc09_account(&f).n <= f.route.n + DC09_ACCOUNT_MAX);
		answer_check(&f, DC09_ACK);
	}
	answer_check(&f, dc09_verdict_reply(v));
}

static void
stream_check(struct str in, struct arena *a)
{
	for (;;) {
		size_t before = in.n;
		struct str out;
		enum dc09_piece piece = dc09_cut(&in, &out);

		must(in.n <= before && out.n <= DC09_FRAME_MAX);
		if (piece == DC09_MORE)
			break;
		must(in.n < before);
		if (piece == DC09_FRAME)
			frame_check(out, a);
	}
	must(in.n <= DC09_FRAME_MAX);
}

/* The bytes as a body: CRC and length put in front. */
static void
body_check(struct str body, struct arena *a)
{
	struct buf b = buf_open(DC09_FRAME_MAX);

	if (body.n > DC09_BODY_MAX)
		return;
	buf_printf(&b, "%04X0%03zX", crc16_arc(body), body.n);
	buf_put(&b, body);
	frame_check(buf_str(&b), a);
	buf_release(&b);
}

/* The bytes as what was encrypted, filled up to whole blocks in front. */
static void
secret_check(struct str s, struct arena *a)
{
	size_t n = (s.n + 15) / 16 * 16;
	uint8_t *p = arena_alloc(a, n + 1);
	char *hex = arena_alloc(a, 2 * n + 1);

	if (s.n == 0 || n > DC09_BODY_MAX / 4)
		return;
	memset(p, 'p', n);
	memcpy(p + n - s.n, s.p, s.n);
	dc09_aes(&key, true, p, n);
	hex_print(p, n, hex);
	body_check(arena_printf(a, "\"*SIA-DCS\"0001L0#12[%s", hex), a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str s = { (const char *)bytes, n };
	struct arena a = { 0 };

	stream_check(s, &a);
	body_check(s, &a);
	secret_check(s, &a);
	arena_release(&a);
	return 0;
}
