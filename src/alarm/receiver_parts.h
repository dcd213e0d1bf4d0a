/* receiver_parts.h - inside the receiver: a frame on its way. */
#ifndef ALARM_RECEIVER_PARTS_H
#define ALARM_RECEIVER_PARTS_H

#include <pthread.h>
#include <stdatomic.h>

#include "alarm/receiver.h"
#include "alarm/repeat.h"
#include "base/limit.h"
#include "net/net.h"

#define PEER_TEXT NET_PEER_BYTES

/* From a panel's bytes to the answer; pooled. */
struct frame {
	struct stream_piece piece; /* first: the stream gives it back */
	struct receiver *r;
	struct frame *next;
	struct arena a;
	struct net_peer peer;
	struct str raw;
	struct dc09 f;
	struct dir_panel p;
	struct overrides *rules; /* held, or NULL */
	enum dc09_reply reply;
	struct repeat_key key;
	int64_t begun_us, now_ms;
	enum frame_fate fate;
	enum err rc;  /* of the commit */
	bool is_open; /* encrypted: its content was read */
};

/* What the reading thread hands over. */
struct again {
	pthread_t id;
	bool running;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	bool closing, wanted, ready;
	uint32_t mark;
	int64_t since_ms;
	struct found *found;
	size_t n, cap;
	struct db *db;
};
struct found {
	struct repeat_key key;
	int64_t received_ms, window_ms;
};

struct receiver {
	struct receiver_conf conf;
	struct net *net;
	struct repeats *repeats;
	struct limit *junk; /* per sender: unreadable, unknown */
	struct frame *spare;
	size_t n_spare;
	size_t out;	  /* frames in the stream */
	int64_t doubt_ms; /* the earliest frame in doubt */
	bool asked;	  /* the reading thread is at it */

	pthread_mutex_t lock; /* the two below, from the lane's thread */
	struct frame *told, **told_end;
	pthread_cond_t empty; /* out is 0 */
	bool closing, drained;
	bool deaf; /* closing, in the round before */

	struct again again;
	_Atomic uint64_t fates[FRAME_FATE_N];
	_Atomic uint64_t noise_bytes;
};

/* receiver_frame.c: one frame, on the loop's thread. */
void
frame_take(struct receiver *r, const struct net_peer *from, struct str bytes);
void frame_finish(struct receiver *r, struct frame *x);
void frame_free(struct receiver *r, struct frame *x);

/* receiver_limit.c: may one more be stored, of a sender that is none of ours,
 * that nobody can read, or whose key is not the account's? */
bool frame_pass_rows(struct receiver *r, const struct frame *x);
bool frame_pass_unreadable(struct receiver *r, const struct frame *x);
bool frame_pass_locked(struct receiver *r, const struct frame *x);

/* receiver_note.c: what is told of a frame beside its row. */
void frame_say(const struct frame *x, const char *event, const struct why *why);
void frame_line(const struct frame *x, struct str *out);
/* The panel's time as UTC; SIGNAL_NONE: the frame says none. */
int64_t frame_device_ms(const struct frame *x);
enum told { TOLD_SIGNAL, TOLD_HEARTBEAT, TOLD_REFUSED };
void frame_seen(struct receiver *r, const struct frame *x, enum told what);
void frame_note_refused(struct receiver *r, const struct frame *x,
			enum heard_why why);
void frame_note_unknown(struct receiver *r, const struct frame *x);

/* receiver_key.c: what makes two frames the same. */
#define WINDOW_TIMED_MS INT64_C(600000)
#define WINDOW_UNTIMED_MS INT64_C(60000)
void frame_key(const struct dc09 *f, bool is_open, struct str raw,
	       struct repeat_key *out, int64_t *window_ms);

/* receiver_again.c: the table read back. */
MUST_CHECK enum err again_open(struct receiver *r, struct why *why);
/* The thread wakes the loop: it ends first.  The loop may still be reading
 * what it found: that is freed last. */
void again_stop(struct receiver *r);
void again_close(struct receiver *r);
/* The loop's thread: asks when there are doubts, takes what was found. */
void again_round(struct receiver *r);

#endif
