/* receiver_limit.c - how much of what nobody of ours may have sent is kept. */
#include "alarm/receiver_parts.h"

#include "base/str.h"

/*
 * Frames a minute and sender, and rows: of a sender, and of all of them, whose
 * addresses anybody can make up.  So many bytes of a frame are one row more.
 */
#define UNREADABLE_BURST 30
#define KEY_BURST 2 /* per account: it tries the whole day */
#define ROWS_BURST 6000
#define ROWS_OF_ALL 12000
#define ROW_BYTES 256

static bool
pass(struct receiver *r, const struct frame *x, struct str who, struct str what,
     uint64_t n, unsigned burst)
{
	uint64_t left_out;

	return limit_take(r->junk, limit_hash(who, what), n, burst, x->begun_us,
			  &left_out);
}

bool
frame_pass_unreadable(struct receiver *r, const struct frame *x)
{
	char host[PEER_TEXT];

	return pass(r, x, net_peer_host(&x->peer, host), STR("unreadable"), 1,
		    UNREADABLE_BURST);
}

bool
frame_pass_locked(struct receiver *r, const struct frame *x)
{
	char host[PEER_TEXT];

	return pass(r, x, net_peer_host(&x->peer, host), dc09_account(&x->f), 1,
		    KEY_BURST);
}

bool
frame_pass_rows(struct receiver *r, const struct frame *x)
{
	const uint64_t n = x->piece.n + x->raw.n / ROW_BYTES;
	char host[PEER_TEXT];

	return pass(r, x, net_peer_host(&x->peer, host), STR("rows"), n,
		    ROWS_BURST) &&
	       pass(r, x, STR("*"), STR("rows"), n, ROWS_OF_ALL);
}
