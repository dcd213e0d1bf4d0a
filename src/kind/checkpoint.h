/*
 * checkpoint.h - the text of a signed tree head, and the note that carries
 * it outside; pure.
 *
 *	anwei/8f1c2ab94d07e653         origin: this installation's journal
 *	1234                           size
 *	q1Bv…=                         root, base64
 *	alg sm3
 *	at_ms 1790000000000
 *	no 17                          from 0, without gaps
 *
 * The signature is over exactly these bytes.  A note is the text, an empty
 * line, and "sm2 <key id> <signature, base64>".
 */
#ifndef KIND_CHECKPOINT_H
#define KIND_CHECKPOINT_H

#include "base/buf.h"
#include "kind/merkle.h"

#define ORIGIN_MAX 64
#define CHECKPOINT_TEXT_MAX 512
#define NOTE_TEXT_MAX 1024
#define KEY_ID_CHARS 16
/* DER of two 256-bit integers is at most 72 bytes. */
#define SIGNATURE_MAX 96

struct checkpoint {
	struct str origin; /* printable, no spaces */
	struct head head;
	int64_t at_ms, no;
};
struct signature {
	size_t n;
	uint8_t b[SIGNATURE_MAX];
};

void checkpoint_print(const struct checkpoint *c, struct buf *out);
/* Only what checkpoint_print writes; out->origin points into text. */
MUST_CHECK enum err
checkpoint_parse(struct str text, struct checkpoint *out, struct why *why);

struct note {
	struct checkpoint c;
	struct str text;   /* what is signed */
	struct str key_id; /* hex digits */
	struct signature sig;
};
/* text is a checkpoint's; key_id and sig of n->… are used. */
void note_print(const struct note *n, struct buf *out);
/* Only what note_print writes; space around it is let go. */
MUST_CHECK enum err
note_parse(struct str text, struct note *out, struct why *why);

#endif
