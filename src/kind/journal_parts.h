/* journal_parts.h - what the journal's own files share; nobody else
 * includes it. */
#ifndef KIND_JOURNAL_PARTS_H
#define KIND_JOURNAL_PARTS_H

#include "base/buf.h"
#include "db/db.h"
#include "kind/checkpoint.h"
#include "kind/journal.h"
#include "kind/merkle.h"

/* In front of canon in a leaf, after the 0x00. */
#define SALT_BYTES 16

/* The columns that canon repeats. */
struct entry_head {
	int64_t id, org, at_ms, actor, row; /* actor 0: the program */
	struct str reg, op;
};
/* Canon up to and with "what": … */
void entry_head_print(const struct entry_head *e, struct buf *out);

/* Tiles in the database; ctx of the functions is a struct tile_store. */
struct tile_store {
	struct db *db;
	struct arena *a;
};
tile_put_fn tile_save;
tile_get_fn tile_load;
/* Leaves of the tree, from its last tile. */
MUST_CHECK enum err
tile_size(struct tile_store *s, int64_t *out, struct why *why);
/* Reads the tiles that are not full; e->size of an empty tree is 0. */
MUST_CHECK enum err
edge_load(struct tile_store *s, struct merkle_edge *e, struct why *why);
/* Bytes of a tile as hashes: 1 … 256 whole ones. */
MUST_CHECK enum err
tile_parse(struct str bytes, struct hash *out, size_t *n, struct why *why);

/* A stored checkpoint. */
struct checkpoint_row {
	int64_t size, no, at_ms;
	struct str origin, root, digest, key_id, signature;
};
/* Those of a size in (over, upto], at most 1000. */
MUST_CHECK enum err
checkpoint_list(struct db *db, int64_t over, int64_t upto, struct arena *a,
		struct checkpoint_row **out, size_t *n, struct why *why);
/* The newest; false when there is none. */
MUST_CHECK enum err
checkpoint_last(struct db *db, struct arena *a, struct checkpoint_row *out,
		bool *found, struct why *why);
/* ERR_STATE when a column cannot be what we wrote. */
MUST_CHECK enum err
checkpoint_of(const struct checkpoint_row *row, struct checkpoint *out,
	      struct signature *sig, struct why *why);

/* The only places that use the private and the public key: a certified
 * module (GM/T 0016, GM/T 0018) would be called here. */
MUST_CHECK enum err
journal_key_sign(const struct journal_key *k, struct str text,
		 struct signature *out, struct why *why);
bool journal_key_signed(const struct journal_key *k, struct str text,
			const struct signature *sig);

#endif
