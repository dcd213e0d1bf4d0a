/* journal_tile.c - tiles and checkpoints in the database. */
#include <string.h>

#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal_parts.h"

enum err
tile_save(void *ctx, int level, int64_t no, const struct hash *v, size_t n,
	  struct why *why)
{
	struct tile_store *s = ctx;

	return db_run(s->db, STMT_JOURNAL_TILE_PUT,
		      ARGS(val_int(level), val_int(no),
			   val_bytes(v, n * sizeof(*v))),
		      NULL, NULL, why);
}

enum err
tile_parse(struct str bytes, struct hash *out, size_t *n, struct why *why)
{
	*n = bytes.n / HASH_BYTES;
	if (bytes.n % HASH_BYTES != 0 || *n == 0 || *n > TILE_HASHES)
		return fail(why, ERR_STATE,
			    "a hash tile of the journal has %zu bytes",
			    "日志的一个哈希块长度为 %zu 字节，已损坏", bytes.n);
	memcpy(out, bytes.p, bytes.n);
	return OK;
}

enum err
tile_load(void *ctx, int level, int64_t no, struct hash *out, size_t *n,
	  struct why *why)
{
	struct tile_store *s = ctx;
	struct rows rows;

	TRY(db_run(s->db, STMT_JOURNAL_TILE_GET,
		   ARGS(val_int(level), val_int(no)), s->a, &rows, why));
	if (rows.n != 1)
		return fail(why, ERR_STATE,
			    "hash tile %d/%lld of the journal is missing",
			    "日志哈希块 %d/%lld 缺失", level, (long long)no);
	return tile_parse(rows.v[0].s, out, n, why);
}

enum err
tile_size(struct tile_store *s, int64_t *out, struct why *why)
{
	struct hash tile[TILE_HASHES];
	struct rows rows;
	size_t n;

	*out = 0;
	TRY(db_run(s->db, STMT_JOURNAL_TILE_LAST, NO_ARGS, s->a, &rows, why));
	if (rows.n == 0)
		return OK;
	TRY(tile_parse(rows.v[1].s, tile, &n, why));
	*out = rows.v[0].i * TILE_HASHES + (int64_t)n;
	return OK;
}

enum err
edge_load(struct tile_store *s, struct merkle_edge *e, struct why *why)
{
	TRY(tile_size(s, &e->size, why));
	for (int level = 0; level < MERKLE_LEVELS; level++) {
		int64_t hashes = e->size >> (TILE_BITS * level);
		size_t want = edge_count(e->size, level), n;

		if (want == 0)
			continue;
		TRY(tile_load(s, level, hashes >> TILE_BITS, e->tile[level], &n,
			      why));
		if (n != want)
			return fail(why, ERR_STATE,
				    "hash tile %d/%lld of the journal has "
				    "%zu hashes, not %zu",
				    "日志哈希块 %d/%lld 有 %zu 个哈希值，应为 "
				    "%zu 个",
				    level, (long long)(hashes >> TILE_BITS), n,
				    want);
	}
	return OK;
}

/* clang-format off */
static const struct col checkpoint_cols[] = {
	{ "size",      COL_INT,   offsetof(struct checkpoint_row, size) },
	{ "no",        COL_INT,   offsetof(struct checkpoint_row, no) },
	{ "at_ms",     COL_INT,   offsetof(struct checkpoint_row, at_ms) },
	{ "origin",    COL_TEXT,  offsetof(struct checkpoint_row, origin) },
	{ "root",      COL_BYTES, offsetof(struct checkpoint_row, root) },
	{ "digest",    COL_TEXT,  offsetof(struct checkpoint_row, digest) },
	{ "key_id",    COL_TEXT,  offsetof(struct checkpoint_row, key_id) },
	{ "signature", COL_BYTES, offsetof(struct checkpoint_row, signature) },
};
/* clang-format on */

enum err
checkpoint_list(struct db *db, int64_t over, int64_t upto, struct arena *a,
		struct checkpoint_row **out, size_t *n, struct why *why)
{
	void *v;

	TRY(db_list(db, STMT_JOURNAL_CHECKPOINT_LIST,
		    ARGS(val_int(over), val_int(upto)), checkpoint_cols,
		    ARRAY_LEN(checkpoint_cols), sizeof(**out), a, &v, n, why));
	*out = v;
	return OK;
}

enum err
checkpoint_last(struct db *db, struct arena *a, struct checkpoint_row *out,
		bool *found, struct why *why)
{
	void *v;
	size_t n;

	TRY(db_list(db, STMT_JOURNAL_CHECKPOINT_LAST, NO_ARGS, checkpoint_cols,
		    ARRAY_LEN(checkpoint_cols), sizeof(*out), a, &v, &n, why));
	*found = n > 0;
	if (n > 0)
		*out = *(struct checkpoint_row *)v;
	return OK;
}

enum err
checkpoint_of(const struct checkpoint_row *row, struct checkpoint *out,
	      struct signature *sig, struct why *why)
{
	if (row->root.n != HASH_BYTES || row->signature.n > SIGNATURE_MAX ||
	    row->origin.n > ORIGIN_MAX || !str_is(row->digest, "sm3"))
		return fail(why, ERR_STATE,
			    "the checkpoint over %lld rows is damaged",
			    "覆盖 %lld 条记录的检查点已损坏",
			    (long long)row->size);
	*out = (struct checkpoint){ .origin = row->origin,
				    .head.size = row->size,
				    .at_ms = row->at_ms,
				    .no = row->no };
	memcpy(out->head.root.b, row->root.p, HASH_BYTES);
	sig->n = row->signature.n;
	memcpy(sig->b, row->signature.p, sig->n);
	return OK;
}
