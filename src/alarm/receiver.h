/*
 * receiver.h - DC-09 over TCP and UDP on one port: frames in, signals to the
 * stream, answers out once they are durable.
 *
 * One thread owns sockets, repeats and answers.  It knows no SQL: panels come
 * from the directory, the stream tells when a frame is durable, and another
 * thread of ours reads back what was stored (at start, and when the outcome
 * of a commit is unknown).  doc/alarm.md, "Receiver".
 */
#ifndef ALARM_RECEIVER_H
#define ALARM_RECEIVER_H

#include "alarm/decode.h"
#include "alarm/directory.h"
#include "alarm/heard.h"
#include "alarm/stream.h"
#include "alarm/supervise.h"

/* What became of the frames; names of /metrics. */
#define FRAME_FATES(X)                                                       \
	X(FRAME_STORED, "stored")	  /* durable and answered */         \
	X(FRAME_HEARTBEAT, "heartbeat")	  /* NULL of a known account */      \
	X(FRAME_REPEAT, "repeat")	  /* answered again, not stored */   \
	X(FRAME_PENDING, "pending")	  /* came again before the commit */ \
	X(FRAME_UNKNOWN, "unknown")	  /* no panel has the account */     \
	X(FRAME_UNREADABLE, "unreadable") /* CRC good, the rest not */       \
	X(FRAME_CRC, "crc")		  /* CRC or length wrong: silence */ \
	X(FRAME_KEY, "key")		  /* no key opens it: NAK */         \
	X(FRAME_TIME, "time")		  /* outside the window: NAK */      \
	X(FRAME_PLAIN, "plain")		  /* ought to be encrypted */        \
	X(FRAME_ANSWER, "answer")	  /* ACK, NAK … : not for us */    \
	X(FRAME_LIMITED, "limited")	  /* too many of a hostile kind */   \
	X(FRAME_BUSY, "busy")		  /* too much waits: no answer */    \
	X(FRAME_FAILED, "failed")	  /* not written: no answer */
enum frame_fate {
#define X(name, word) name,
	FRAME_FATES(X)
#undef X
	    FRAME_FATE_N
};

typedef void
decode_fn(const struct decode_profile *profile, const struct dc09 *f,
	  struct arena *a, struct signal **out, size_t *n);

struct receiver_conf {
	const char *listen; /* "ADDRESS:PORT" */
	size_t connections_max, per_address_max;
	int64_t idle_ms;
	size_t repeats_max; /* frames remembered */
	const char *url;    /* of the database, for reading back */
	struct stream *stream;
	struct directory *directory;
	decode_fn *decode; /* NULL: everything stays undecoded */
	/* Every good frame of a known panel, and those refused for their
	 * time; may be NULL. */
	void (*seen)(void *ctx, const struct seen *seen);
	void *seen_ctx;
	struct heard *heard; /* who is not understood; may be NULL */
	/* Microseconds from the frame to its answer; may be NULL. */
	void (*answered)(int64_t us);
};

struct receiver;
MUST_CHECK enum err receiver_open(const struct receiver_conf *conf,
				  struct receiver **out, struct why *why);
int receiver_port(const struct receiver *r);
/* Takes no more, waits for what is in the stream, answers.  Its figures can
 * still be asked for. */
void receiver_stop(struct receiver *r);
/* Stops it, if nobody has. */
void receiver_close(struct receiver **r);

struct receiver_figures {
	uint64_t fates[FRAME_FATE_N];
	uint64_t noise_bytes;
	int64_t connections;
	uint64_t accepted, refused, idle, clogged, datagrams, unsent;
};
struct receiver_figures receiver_figures(struct receiver *r);

#endif
