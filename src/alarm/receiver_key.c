/* receiver_key.c - what makes two frames the same one. */
#include "alarm/receiver_parts.h"

#include <string.h>

#include "base/rnd.h"
#include "base/str.h"

static void
key_put(struct buf *b, struct str s)
{
	buf_int(b, (int64_t)s.n);
	buf_putc(b, ':');
	buf_put(b, s);
}

/*
 * Account, sequence, content and time (protocols.md 1.4).  An encrypted frame
 * by what was in it: sent again, its pad may be another.  Not opened, or not
 * readable: by its bytes.  Without a time, and perhaps with a sequence number
 * that never changes, an alarm, its restore and the same alarm look like a
 * repeat: what came in between tells.
 */
void
frame_key(const struct dc09 *f, bool is_open, struct str raw,
	  struct repeat_key *out, int64_t *window_ms)
{
	uint8_t digest[SHA256_BYTES];
	struct buf b = buf_open(4 * DC09_FRAME_MAX);

	*window_ms =
	    is_open && f->has_time ? WINDOW_TIMED_MS : WINDOW_UNTIMED_MS;
	if (is_open) {
		key_put(&b, f->id);
		key_put(&b, f->seq);
		key_put(&b, f->route);
		key_put(&b, f->data);
		key_put(&b, f->xdata);
		key_put(&b, f->tail);
	} else {
		key_put(&b, raw);
	}
	must(!b.full);
	sha256(buf_str(&b), digest);
	memcpy(out->b, digest, sizeof(out->b));
	buf_clear(&b);
	key_put(&b, f->route);
	key_put(&b, dc09_account(f));
	out->of = is_open && !f->has_time ? limit_hash(buf_str(&b), f->seq) : 0;
	buf_release(&b);
}
