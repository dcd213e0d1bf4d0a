/*
 * repeat.h - has this frame been here before?  Retransmissions, and encrypted
 * frames sent again by a stranger, within a window; bounded memory.
 *
 * Pure: time is an argument and never steps back (a monotonic clock); one
 * thread.  When it is full the oldest gives way.
 */
#ifndef ALARM_REPEAT_H
#define ALARM_REPEAT_H

#include "base/base.h"

struct repeat_key {
	uint8_t b[16];
	/* Account and sequence number: an older frame of them is new when
	 * another was stored in between.  0: it is not. */
	uint64_t of;
};

enum repeat_state {
	REPEAT_NEW,
	REPEAT_PENDING, /* its commit is on the way */
	REPEAT_DOUBT,	/* nobody knows whether its commit happened */
	REPEAT_STORED
};

struct repeats;
struct repeats *repeats_new(size_t max);
void repeats_free(struct repeats **r);
size_t repeats_count(const struct repeats *r);

/* NEW enters it as pending with ctx.  Else what it is, and for a pending one
 * its ctx in *was. */
enum repeat_state
repeat_enter(struct repeats *r, const struct repeat_key *key, int64_t now_ms,
	     int64_t window_ms, void *ctx, void **was);
/* The same, but what is NEW is not entered. */
enum repeat_state repeat_look(struct repeats *r, const struct repeat_key *key,
			      int64_t now_ms, void **was);
/* What came of a pending one.  The window of a stored one begins now: while
 * its commit was stalled the panel went on asking. */
void
repeat_stored(struct repeats *r, const struct repeat_key *key, int64_t now_ms);
void repeat_forget(struct repeats *r, const struct repeat_key *key);
void repeat_doubt(struct repeats *r, const struct repeat_key *key);
size_t repeats_doubts(const struct repeats *r);

/* Found in the table: stored, whatever it was, its window from at_ms on. */
void repeat_found(struct repeats *r, const struct repeat_key *key,
		  int64_t at_ms, int64_t window_ms);
/*
 * The table was read: what came into doubt before the reading and was not
 * found is not there, and may come as a new one.  mark: repeats_mark() of
 * when the reading began.
 */
uint32_t repeats_mark(struct repeats *r);
void repeats_resolve(struct repeats *r, uint32_t mark);

#endif
