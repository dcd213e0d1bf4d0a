/* dc09_print.c - frames and answers as bytes. */
#include "alarm/dc09_parts.h"

#include <string.h>

#include "base/crc.h"
#include "base/str.h"

/* Random bytes as characters that end no pad: neither '|' nor a bracket. */
static void
put_pad(struct buf *out, const uint8_t *pad, size_t n)
{
	static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
				      "WXYZabcdefghijklmnopqrstuvwxyz-+";

	for (size_t i = 0; i < n; i++)
		buf_putc(out, letters[pad[i] % 64]);
}

/* "data][X…]_time", everything behind the bracket. */
static void
put_content(struct buf *out, const struct dc09_out *m)
{
	char time[DC09_TIME_BYTES + 1];

	buf_put(out, m->data);
	buf_putc(out, ']');
	buf_put(out, m->xdata);
	if (m->has_time || m->key != NULL) {
		dc09_time_print(m->time_ms, time);
		buf_puts(out, time);
	}
}

static void
put_hex(struct buf *out, const uint8_t *p, size_t n)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < n; i++) {
		buf_putc(out, digits[p[i] >> 4]);
		buf_putc(out, digits[p[i] & 15]);
	}
}

/* The pad stands in front and makes the content whole blocks. */
static void
put_cipher(struct buf *out, const struct dc09_out *m)
{
	struct buf plain = buf_open(DC09_BODY_MAX);
	size_t n = m->data.n + 1 + m->xdata.n + DC09_TIME_BYTES;

	if (m->data.n > 0)
		n++; /* the bar */
	put_pad(&plain, m->pad,
		(DC09_AES_BLOCK - n % DC09_AES_BLOCK) % DC09_AES_BLOCK);
	if (m->data.n > 0)
		buf_putc(&plain, '|');
	put_content(&plain, m);
	if (plain.full) {
		out->full = true;
	} else {
		dc09_aes(m->key, true, (uint8_t *)plain.p, plain.n);
		put_hex(out, (const uint8_t *)plain.p, plain.n);
	}
	buf_release(&plain);
}

static void
put_body(struct buf *out, const struct dc09_out *m)
{
	buf_putc(out, '"');
	if (m->key != NULL)
		buf_putc(out, '*');
	buf_put(out, m->id);
	buf_putc(out, '"');
	buf_put(out, m->seq);
	buf_put(out, m->route);
	buf_putc(out, '[');
	if (m->key != NULL)
		put_cipher(out, m);
	else
		put_content(out, m);
}

static void
put_head(struct buf *out, struct str body, bool binary)
{
	unsigned crc = crc16_arc(body);

	buf_putc(out, '\n');
	if (binary) {
		buf_putc(out, (char)(crc >> 8));
		buf_putc(out, (char)(crc & 0xff));
	} else {
		buf_printf(out, "%04X", crc);
	}
	buf_printf(out, "0%03zX", body.n);
}

enum err
dc09_print(struct buf *out, const struct dc09_out *m, struct why *why)
{
	struct buf body = buf_open(DC09_BODY_MAX);
	bool full;

	put_body(&body, m);
	full = body.full;
	if (!full) {
		put_head(out, buf_str(&body), m->binary);
		buf_put(out, buf_str(&body));
		buf_putc(out, '\r');
	}
	buf_release(&body);
	if (full)
		return fail(why, ERR_TOO_BIG,
			    "a DC-09 frame has at most %d bytes",
			    "DC-09 帧最多 %d 字节", DC09_BODY_MAX);
	return OK;
}

void
dc09_reply_print(struct buf *out, enum dc09_reply reply, const struct dc09 *f,
		 const struct dc09_key *key, const uint8_t pad[16],
		 int64_t now_ms)
{
	struct dc09_out m = { .seq = f->seq.n == 4 ? f->seq : STR("0000"),
			      .route = f->route,
			      .binary = f->binary,
			      .time_ms = now_ms };
	struct why why = { 0 };

	if (reply == DC09_SILENT || dc09_is_answer(f))
		return;
	m.id = reply == DC09_ACK ? STR("ACK") : STR("DUH");
	if (reply == DC09_ACK && f->encrypted) {
		must(key != NULL && key->n > 0);
		m.key = key;
		memcpy(m.pad, pad, sizeof(m.pad));
	}
	if (reply == DC09_NAK) {
		m.id = STR("NAK");
		m.seq = STR("0000");
		m.route = STR("R0L0A0");
		m.has_time = true;
	}
	must(dc09_print(out, &m, &why) == OK); /* bounded by the parser */
}
