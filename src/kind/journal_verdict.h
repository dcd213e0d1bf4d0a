/*
 * journal_verdict.h - what the parts of verify share: the state of one run.
 *
 * journal_verify.c reads rows and compares leaves and tiles; journal_heads.c
 * compares roots with signed heads.
 */
#ifndef KIND_JOURNAL_VERDICT_H
#define KIND_JOURNAL_VERDICT_H

#include "kind/journal_lots.h"
#include "kind/journal_parts.h"

#define WINDOW (LOTS_MAX * TILE_HASHES)

struct verify {
	struct tile_store store; /* its arena lives for a window */
	const struct journal_key *key;
	struct journal_verdict *out;
	struct lots *lots;
	struct hasher h;
	int64_t size; /* of the stored tree */

	/* The window: rows [first, first + n) are read, end may be less. */
	int64_t first, end, n;
	bool is_cut; /* the row that came next has no business there */
	int64_t cut_pos, cut_id;
	struct rows tiles;
	struct buf head; /* of canon, from a row's columns */
	int64_t odd_pos; /* first row whose columns are not canon's, or -1 */

	struct merkle_edge edge; /* grown from the rows */
	int64_t upper_no;	 /* of the level 1 tile at hand, or -1 */
	size_t upper_n;
	struct hash upper[TILE_HASHES];

	struct checkpoint_row *heads; /* not yet checked ones */
	size_t n_heads, head_i;
	bool has_heads;
	int64_t signed_size, next_no;
	char origin[ORIGIN_MAX + 1];
	const struct note *kept; /* NULL: none, or checked */
};

/* Where it is, for the verdict; -1: not to be said. */
void verify_point(struct verify *v, int64_t pos, int64_t id);
/* ERR_STATE is what was found; other errors are failures to read. */
MUST_CHECK enum err
verify_found(struct verify *v, int64_t pos, int64_t id, enum err rc);

/* All signed heads up to a size, the lot standing behind the edge. */
MUST_CHECK enum err verify_heads(struct verify *v, const struct lot *lot,
				 int64_t upto, struct why *why);
/* The note from outside against what was counted, at the end. */
MUST_CHECK enum err verify_kept(struct verify *v, struct why *why);

#endif
