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
 * row, canon is canonical JSON (sorted keys, integers only, UTF-8, no white
 * space).  Leaf hashes live in tiles of 256, apart from the rows.
 *
 * canon, all members always there, absent ones null:
 * {"actor":5,"at_ms":1,"id":7,"op":"update","org":3,"reg":"site","row":9,
 *  "what":{"changes":[…],"event":null,"from":null,"reason":"","to":null}}
 * What stands in columns too comes first, so that a check of the columns
 * against canon compares bytes.
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
MUST_CHECK enum err
journal_write(struct task *t, const struct journal_entry *e);
/* The object in "what" of a stored canon, as JSON text. */
struct str journal_what(struct str canon);

/*
 * Seals up to max rows in the caller's TX_WRITE; *sealed tells how many.
 * Only one node seals at a time: when another does, *sealed is 0.
 */
#define JOURNAL_SEAL_MAX 5000 /* as in journal_take_pos */
MUST_CHECK enum err journal_seal(struct db *db, struct arena *a, int64_t max,
				 int64_t *sealed, struct why *why);

/*
 * The installation's signing key (SM2): made when the file is not there
 * (0600).  All nodes of an installation share it.  A file with only the
 * public key opens too: good for verifying.
 */
struct journal_key;
MUST_CHECK enum err
journal_key_open(const char *path, struct journal_key **out, struct why *why);
/* As journal_key_open, but never makes one: for verifying. */
MUST_CHECK enum err
journal_key_load(const char *path, struct journal_key **out, struct why *why);
void journal_key_close(struct journal_key **k);
/* First 16 hex digits of SM3 over the public key (DER). */
const char *journal_key_id(const struct journal_key *k);
/* The public key as PEM, for auditors. */
struct str journal_key_public(const struct journal_key *k, struct arena *a);

/*
 * Signs the tree as it is and stores the checkpoint, in the caller's
 * TX_WRITE; nothing when the tree has not grown since the last one.
 * ERR_STATE when the tree does not continue the last checkpoint's: a
 * falsified tree is never signed.  ERR_BUSY while another node seals.
 */
MUST_CHECK enum err
journal_checkpoint(struct db *db, struct arena *a, const struct journal_key *k,
		   int64_t now_ms, struct why *why);
/*
 * The newest checkpoint with its signature as text, to be kept outside:
 * only whoever holds one can prove that the end of the journal was not cut
 * off.  ERR_NOT_FOUND before the first one.
 */
MUST_CHECK enum err
journal_note(struct db *db, struct arena *a, struct str *out, struct why *why);

struct journal_verdict {
	bool good;
	int64_t rows, checkpoints, unsealed; /* looked at */
	int64_t unsigned_rows;	 /* sealed after the last good checkpoint */
	int64_t signed_ms;	 /* when that was signed; 0: never */
	int64_t bad_pos, bad_id; /* the first altered, missing, added row; -1 */
	char text[LANG_N][WHY_TEXT_MAX]; /* what was found, for a person */
};
/*
 * Reads everything, in a TX_READ of its own; k checks the signatures.  kept:
 * a journal_note from outside, or empty.  A journal that was tampered with
 * is OK with out->good false; failing means that it could not be read.
 */
MUST_CHECK enum err
journal_verify(struct db *db, const struct journal_key *k, struct str kept,
	       struct journal_verdict *out, struct why *why);

#endif
