/*
 * journal.h - who changed what, when: append-only, provable.
 *
 * A row is written in the transaction of its change, without a position.  A
 * sealer gives positions in commit order, in batches, and extends an RFC 6962
 * Merkle tree (SM3 as the hash) within a second, so writers never queue for
 * it.  Checkpoints (size, root) are signed with SM2.  Log files are not
 * evidence; this is.
 *
 * leaf = SM3(0x00 || salt || canon): salt is 16 random bytes kept in the
 * row, canon is canonical JSON (sorted keys, integers only).  Leaf hashes
 * live in tiles of 256, apart from the rows.
 */
#ifndef KIND_JOURNAL_H
#define KIND_JOURNAL_H

#include "kind/task.h"

struct journal_entry {
	int64_t row;
	const char *reg, *op;
	const char *event, *from_state, *to_state; /* may be NULL */
	struct str reason;
	struct str changes; /* canonical JSON list of {"field","from","to"} */
};
/* Writes one row now, in the task's transaction. */
MUST_CHECK enum err journal_write(struct task *t, const struct journal_entry *e);

/* Seals up to max rows; *sealed tells how many.  One at a time. */
MUST_CHECK enum err journal_seal(struct db *db, struct arena *a, int64_t max,
				 int64_t now_ms, int64_t *sealed,
				 struct why *why);

/* The installation's signing key: made when the file is not there (0600). */
struct journal_key;
MUST_CHECK enum err journal_key_open(const char *path, struct journal_key **out,
				     struct why *why);
void journal_key_close(struct journal_key **k);
/* Signs the tree as it is and stores the checkpoint. */
MUST_CHECK enum err journal_checkpoint(struct db *db, struct arena *a,
				       const struct journal_key *k,
				       int64_t now_ms, struct why *why);

struct journal_verdict {
	bool good;
	int64_t rows, checkpoints, unsealed; /* looked at */
	int64_t bad_pos, bad_id; /* the first altered, missing, added row; -1 */
	char text[LANG_N][WHY_TEXT_MAX]; /* what was found, for a person */
};
/* Reads everything; public is the key to check signatures with. */
MUST_CHECK enum err journal_verify(struct db *db, const struct journal_key *k,
				   struct journal_verdict *out,
				   struct why *why);

#endif
