/*
 * journal_lots.h - hashing of journal rows by several threads, for verify.
 *
 * A lot is the rows of one tile.  The reader fills lots in order and says so;
 * helpers hash them meanwhile; at the end the reader helps and waits.  Only
 * hashing happens here: what it means is the reader's business.
 */
#ifndef KIND_JOURNAL_LOTS_H
#define KIND_JOURNAL_LOTS_H

#include "kind/journal_parts.h"

#define LOTS_MAX 32

struct lot {
	size_t n;
	int64_t id[TILE_HASHES];
	size_t end[TILE_HASHES]; /* of a row's leaf in bytes */
	struct buf bytes;	 /* 0x00, salt, canon of each row */
	/* from here on: results */
	struct hash leaf[TILE_HASHES];
	struct hash root; /* when n is 256 */
};

struct lots;
/* helpers: threads beside the caller's own, 0 … 8. */
MUST_CHECK enum err
lots_open(unsigned helpers, struct lots **out, struct why *why);
void lots_close(struct lots **l);
/* Lot i of this round, to be filled. */
struct lot *lots_at(struct lots *l, size_t i);
/* The first n lots are filled. */
void lots_filled(struct lots *l, size_t n);
/* Hashes along until all that are filled are done. */
void lots_finish(struct lots *l);
/* A new round: all lots are empty. */
void lots_reset(struct lots *l);

#endif
