/*
 * dc09.h - frames of ANSI/SIA DC-09: cut out of a byte stream, read,
 * decrypted, printed.
 *
 * Both sides use it: a receiver and the simulated panel.  All of it is pure:
 * bytes in, slices out; the slices live as long as the bytes (those of an
 * encrypted content as long as the arena).  What a receiver decides - known
 * account? duplicate? policy? - is not here.
 *
 *   LF crc 0LLL "id" seq [Rrcvr] [Lpref] [#acct] [data] [xdata]… [_time] CR
 */
#ifndef ALARM_DC09_H
#define ALARM_DC09_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

/* LF, CRC, length, the most that "0FFF" can say, CR. */
#define DC09_BODY_MAX 0xfff
#define DC09_FRAME_MAX (1 + 4 + 4 + DC09_BODY_MAX + 1)
#define DC09_ACCOUNT_MAX 16

/* What a frame deserves as its answer. */
enum dc09_reply { DC09_SILENT, DC09_ACK, DC09_NAK, DC09_DUH };

/*
 * What became of a frame.
 *   name               word for the log  answer, if nothing else speaks */
#define DC09_VERDICTS(X)                                               \
	X(DC09_GOOD, "good", DC09_ACK)                                 \
	X(DC09_BAD_HEAD, "head", DC09_SILENT) /* not DC-09 at all */   \
	X(DC09_BAD_LENGTH, "length", DC09_SILENT)                      \
	X(DC09_BAD_CRC, "crc", DC09_SILENT)                            \
	X(DC09_BAD_BODY, "body", DC09_DUH) /* arrived well, unclear */ \
	X(DC09_BAD_KEY, "key", DC09_NAK)   /* content is no content */ \
	X(DC09_BAD_TIME, "time", DC09_NAK) /* outside the window */
enum dc09_verdict {
#define X(name, word, reply) name,
	DC09_VERDICTS(X)
#undef X
	    DC09_VERDICT_N
};
const char *dc09_verdict_word(enum dc09_verdict verdict);
enum dc09_reply dc09_verdict_reply(enum dc09_verdict verdict);

/* Ids that change how a frame is treated; every other token is an event. */
#define DC09_KINDS(X)              \
	X(DC09_SIA_DCS, "SIA-DCS") \
	X(DC09_ADM_CID, "ADM-CID") \
	X(DC09_NULL, "NULL")       \
	X(DC09_KIND_ACK, "ACK")    \
	X(DC09_KIND_NAK, "NAK")    \
	X(DC09_KIND_DUH, "DUH")    \
	X(DC09_RSP, "RSP")         \
	X(DC09_OTHER, "")
enum dc09_kind {
#define X(name, word) name,
	DC09_KINDS(X)
#undef X
	    DC09_KIND_N
};

/* ---- out of the stream ---- */

enum dc09_piece {
	DC09_MORE,  /* the rest is the beginning of something: read on */
	DC09_FRAME, /* *out is what stands between LF and CR */
	DC09_NOISE  /* *out belongs to no frame; for the log, no answer */
};

/*
 * Takes the next piece off *in.  NUL, CR and spaces between frames are
 * passed over.  After DC09_MORE at most DC09_FRAME_MAX bytes are left in *in.
 * In a datagram DC09_MORE with something left means that it was cut off.
 */
enum dc09_piece dc09_cut(struct str *in, struct str *out);

/* ---- reading ---- */

struct dc09 {
	struct str body; /* what length and CRC cover */
	bool binary;	 /* CRC sent as two bytes: answer the same way */
	bool encrypted;
	enum dc09_kind kind;
	struct str id;	   /* without the star */
	struct str seq;	   /* four digits */
	struct str route;  /* from R to the account, for the echo */
	bool has_receiver; /* there, though perhaps empty */
	bool has_line;
	bool has_account;
	struct str receiver, line, account;

	struct str cipher; /* encrypted: hex digits; below is still empty */

	struct str data;    /* between the brackets */
	struct str block;   /* data without the account in front of it */
	struct str claimed; /* the account in data, without '#' */
	struct str xdata;   /* "[X…][Y…]", for dc09_xdata_next */
	struct str tail;    /* after the last bracket, as sent */
	bool has_time;	    /* tail is a time: */
	int64_t time_ms;    /* as if it were GMT, which it ought to be */
};

/*
 * frame is a DC09_FRAME of dc09_cut.  With DC09_BAD_BODY seq and route are
 * filled as far as they were read, for a DUH; with the silent verdicts
 * nothing is.  why gets the sentence of a bad verdict.
 */
MUST_CHECK enum dc09_verdict
dc09_parse(struct str frame, struct dc09 *out, struct why *why);

/* ACK, NAK, DUH, RSP: what only a receiver says. */
bool dc09_is_answer(const struct dc09 *f);

/* The account of the header, else that of the data, else empty. */
struct str dc09_account(const struct dc09 *f);

/* Only encrypted frames have a window: +20 s and -40 s of now. */
bool dc09_in_window(int64_t time_ms, int64_t now_ms);

/* One event of a data block: "Nri1/BA03|Ahall" is one. */
struct dc09_event {
	char mark;	 /* 'N' new, 'O' old, '\0' none (Contact ID) */
	struct str code; /* what follows the mark */
	struct str text; /* of a following A block, or empty */
};
/* Takes the next event off *block; false at the end. */
bool dc09_event_next(struct str *block, struct dc09_event *out);

/* Takes the next "[Xvalue]" off *xdata; false at the end. */
bool dc09_xdata_next(struct str *xdata, char *id, struct str *value);
struct dc09_xdata_field {
	char id;
	size_t max;
	struct label label;
};
/* NULL: the standard names no such field. */
const struct dc09_xdata_field *dc09_xdata_field(char id);

/* Exactly "_HH:MM:SS,MM-DD-YYYY" with a day that exists. */
#define DC09_TIME_BYTES 20
bool dc09_time_parse(struct str s, int64_t *out_ms);
void dc09_time_print(int64_t at_ms, char out[DC09_TIME_BYTES + 1]);

/* ---- encryption: AES-CBC, the start block all zero ---- */

struct dc09_key {
	size_t n; /* 16, 24 or 32; 0: no key */
	uint8_t b[32];
};

/*
 * 32, 48 or 64 hex digits, or 16, 24 or 32 characters whose bytes are the
 * key.  32 hex digits are taken as hex; "text:…" or "hex:…" says it openly.
 */
MUST_CHECK enum err
dc09_key_parse(struct str s, struct dc09_key *out, struct why *why);

/*
 * Fills data … time_ms of an encrypted frame.  DC09_BAD_KEY when what comes
 * out has not the shape of a content that ends with a time.
 */
MUST_CHECK enum dc09_verdict
dc09_decrypt(struct dc09 *f, const struct dc09_key *key, struct arena *a,
	     struct why *why);
/* DC09_BAD_TIME for an encrypted frame outside the window; plain: good. */
MUST_CHECK enum dc09_verdict
dc09_check_time(const struct dc09 *f, int64_t now_ms, struct why *why);

/* ---- printing ---- */

struct dc09_out {
	struct str id;	  /* without the star */
	struct str seq;	  /* four digits */
	struct str route; /* "R0L0#1234" */
	struct str data;
	struct str xdata; /* "[X…]", or empty */
	bool binary;
	bool has_time; /* always printed when there is a key */
	int64_t time_ms;
	const struct dc09_key *key; /* NULL: plain */
	uint8_t pad[16];	    /* random bytes, with a key */
};

/* Appends the frame with LF and CR; ERR_TOO_BIG beyond DC09_BODY_MAX. */
MUST_CHECK enum err
dc09_print(struct buf *out, const struct dc09_out *m, struct why *why);

/*
 * Appends the answer to f.  ACK of an encrypted frame is encrypted with key
 * and takes pad (16 random bytes); NAK and DUH never are.  Nothing for
 * DC09_SILENT, nor when f is an answer itself: two stations, or a forged
 * sender of datagrams, would talk to each other without end.
 */
void dc09_reply_print(struct buf *out, enum dc09_reply reply,
		      const struct dc09 *f, const struct dc09_key *key,
		      const uint8_t pad[16], int64_t now_ms);

#endif
