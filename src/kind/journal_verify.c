/*
 * journal_verify.c - reads the whole journal and says what is not as it was
 * written.
 *
 * The tree is grown again from the rows, and compared at three heights: each
 * leaf with its stored hash (names the row), each tile's root with the level
 * above (names 256 rows), each signed head with the root at its size (names
 * the rows since the last good one).  Whoever falsifies must match all three
 * and cannot sign.
 */
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal_verdict.h"

#define HELPERS_MAX 3

void
verify_point(struct verify *v, int64_t pos, int64_t id)
{
	v->out->bad_pos = pos;
	v->out->bad_id = id;
}

enum err
verify_found(struct verify *v, int64_t pos, int64_t id, enum err rc)
{
	verify_point(v, pos, id);
	return rc;
}

/* The columns of STMT_JOURNAL_WINDOW. */
enum { POS, ID, ORG, AT, ACTOR, ROW, REG, OP, SALT, CANON, WINDOW_N };

/* Compares bytes: canon begins with what the columns say, or it does not. */
static bool
columns_agree(struct verify *v, const struct val *row)
{
	struct entry_head head = { .id = row[ID].i,
				   .org = row[ORG].i,
				   .at_ms = row[AT].i,
				   .actor = row[ACTOR].i,
				   .row = row[ROW].i,
				   .reg = row[REG].s,
				   .op = row[OP].s };

	buf_clear(&v->head);
	entry_head_print(&head, &v->head);
	return !v->head.full && str_starts(row[CANON].s, buf_str(&v->head));
}

/* A salt of another length could move bytes between salt and canon: such a
 * row counts as altered by its columns. */
static enum err
row_keep(struct verify *v, struct lot *lot, const struct val *row,
	 struct why *why)
{
	buf_putc(&lot->bytes, 0x00);
	buf_put(&lot->bytes, row[SALT].s);
	buf_put(&lot->bytes, row[CANON].s);
	if (lot->bytes.full)
		return fail(why, ERR_TOO_BIG, "row %lld is too big",
			    "记录 %lld 过大", (long long)row[ID].i);
	lot->id[lot->n] = row[ID].i;
	lot->end[lot->n++] = lot->bytes.n;
	if (v->odd_pos < 0 &&
	    (row[SALT].s.n != SALT_BYTES || !columns_agree(v, row)))
		v->odd_pos = row[POS].i;
	return OK;
}

static enum err
row_read(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct verify *v = ctx;
	size_t i = (size_t)(v->n / TILE_HASHES);
	struct lot *lot;

	must(width == WINDOW_N);
	if (row[POS].i != v->first + v->n) {
		v->is_cut = true;
		v->cut_pos = row[POS].i;
		v->cut_id = row[ID].i;
		return fail(why, ERR_STATE, "not dense", "位置不连续");
	}
	lot = lots_at(v->lots, i);
	TRY(row_keep(v, lot, row, why));
	v->n++;
	if (lot->n == TILE_HASHES)
		lots_filled(v->lots, i + 1);
	return OK;
}

/* The rows' places are not 0, 1, 2 …: after all before them were looked at. */
static enum err
cut_found(struct verify *v, struct why *why)
{
	int64_t want = v->first + v->n;

	if (v->is_cut && v->cut_pos < want)
		return verify_found(v, v->cut_pos, v->cut_id,
				    fail(why, ERR_STATE,
					 "row %lld was added at position %lld",
					 "记录 %lld 是在位置 %lld 处添加的",
					 (long long)v->cut_id,
					 (long long)v->cut_pos));
	return verify_found(v, want, -1,
			    fail(why, ERR_STATE,
				 "the row at position %lld is missing",
				 "位置 %lld 处的记录缺失", (long long)want));
}

/* Where the leaf of row i was recorded, if in this tile; else n. */
static size_t
recorded_at(const struct lot *lot, size_t i, const struct hash *tile, size_t n)
{
	size_t at = 0;

	while (at < n && !hash_eq(&tile[at], &lot->leaf[i]))
		at++;
	return at;
}

static enum err
leaf_found(struct verify *v, const struct lot *lot, size_t i,
	   const struct hash *tile, size_t n, struct why *why)
{
	int64_t pos = v->edge.size + (int64_t)i, id = lot->id[i];
	size_t at = recorded_at(lot, i, tile, n);
	bool next_is_mine =
	    i + 1 < lot->n && hash_eq(&lot->leaf[i + 1], &tile[i]);

	if (at == i + 1 && at < n && !next_is_mine)
		return verify_found(
		    v, pos, -1,
		    fail(why, ERR_STATE,
			 "the row at position %lld is missing; row "
			 "%lld was moved into its place",
			 "位置 %lld 处的记录缺失，其位置被记录 %lld "
			 "占用",
			 (long long)pos, (long long)id));
	if (at < n)
		return verify_found(
		    v, pos, id,
		    fail(why, ERR_STATE,
			 "row %lld is at position %lld; it was "
			 "recorded at position %lld",
			 "记录 %lld 位于位置 %lld，原始位置为 %lld",
			 (long long)id, (long long)pos,
			 (long long)(v->edge.size + (int64_t)at)));
	if (next_is_mine)
		return verify_found(v, pos, id,
				    fail(why, ERR_STATE,
					 "row %lld was added at position %lld",
					 "记录 %lld 是在位置 %lld 处添加的",
					 (long long)id, (long long)pos));
	return verify_found(
	    v, pos, id,
	    fail(why, ERR_STATE,
		 "row %lld at position %lld was altered: it is not "
		 "what its recorded hash stands for",
		 "记录 %lld（位置 %lld）已被改动：与所记哈希值不符",
		 (long long)id, (long long)pos));
}

/* The stored leaf hashes of a lot; all that must be there are. */
static enum err
tile_find(struct verify *v, int64_t no, const struct hash **out, size_t *n,
	  struct why *why)
{
	int64_t left = v->size - no * TILE_HASHES;
	size_t want = left < TILE_HASHES ? (size_t)left : TILE_HASHES;

	for (size_t i = 0; i < v->tiles.n; i++) {
		const struct val *row = rows_at(&v->tiles, i);

		if (row[0].i != no || row[1].s.n != want * HASH_BYTES)
			continue;
		*out = (const void *)row[1].s.p;
		*n = want;
		return OK;
	}
	return verify_found(v, no * TILE_HASHES, -1,
			    fail(why, ERR_STATE,
				 "the hashes of the rows from position %lld on "
				 "are "
				 "missing or damaged",
				 "自位置 %lld 起的哈希块缺失或已损坏",
				 (long long)(no * TILE_HASHES)));
}

static enum err
leaves_check(struct verify *v, const struct lot *lot, struct why *why)
{
	const struct hash *tile = NULL;
	size_t n = 0;

	TRY(tile_find(v, v->edge.size / TILE_HASHES, &tile, &n, why));
	for (size_t i = 0; i < lot->n; i++) {
		int64_t pos = v->edge.size + (int64_t)i;

		if (!hash_eq(&lot->leaf[i], &tile[i]))
			return leaf_found(v, lot, i, tile, n, why);
		if (pos == v->odd_pos)
			return verify_found(
			    v, pos, lot->id[i],
			    fail(why, ERR_STATE,
				 "row %lld at position %lld was altered: its "
				 "columns are not what its text says",
				 "记录 %lld（位置 %lld）已被改动：各列与其正文"
				 "不符",
				 (long long)lot->id[i], (long long)pos));
		v->out->rows++;
	}
	return OK;
}

/* A row and its leaf hash can be falsified together: the level above tells. */
static enum err
upper_check(struct verify *v, const struct lot *lot, struct why *why)
{
	int64_t no = v->edge.size / TILE_HASHES, upper_no = no >> TILE_BITS;
	size_t at = (size_t)(no & (TILE_HASHES - 1));

	if (v->upper_no != upper_no) {
		TRY(tile_load(&v->store, 1, upper_no, v->upper, &v->upper_n,
			      why));
		v->upper_no = upper_no;
	}
	if (at < v->upper_n && hash_eq(&v->upper[at], &lot->root))
		return OK;
	return verify_found(v, v->edge.size, -1,
			    fail(why, ERR_STATE,
				 "rows at positions %lld to %lld were altered "
				 "together with their hashes",
				 "位置 %lld 至 %lld "
				 "的记录连同其哈希值一起被改动",
				 (long long)v->edge.size,
				 (long long)v->edge.size + TILE_HASHES - 1));
}

static enum err
lot_check(struct verify *v, const struct lot *lot, struct tile_put compare,
	  struct why *why)
{
	int64_t end = v->edge.size + (int64_t)lot->n;
	bool is_full = lot->n == TILE_HASHES;

	TRY(leaves_check(v, lot, why));
	if (!is_full && end < v->size)
		return OK; /* cut off here: cut_found has the sentence */
	if (is_full)
		TRY(upper_check(v, lot, why));
	TRY(verify_heads(v, lot, is_full ? end - 1 : end, why));
	if (is_full) {
		TRY(merkle_push(&v->edge, &v->h, 1, &lot->root, compare, why));
		return verify_heads(v, lot, end, why);
	}
	for (size_t i = 0; i < lot->n; i++)
		TRY(merkle_push(&v->edge, &v->h, 0, &lot->leaf[i], compare,
				why));
	return OK;
}

/* Takes the tiles that the edge puts, and compares instead of storing. */
static enum err
tile_compare(void *ctx, int level, int64_t no, const struct hash *want,
	     size_t n, struct why *why)
{
	struct verify *v = ctx;
	struct hash tile[TILE_HASHES];
	size_t got;

	TRY(tile_load(&v->store, level, no, tile, &got, why));
	if (got == n && memcmp(tile, want, n * sizeof(*want)) == 0)
		return OK;
	return fail(why, ERR_STATE,
		    "hash tile %d/%lld of the journal was "
		    "altered",
		    "日志哈希块 %d/%lld 已被改动", level, (long long)no);
}

static enum err
window_read(struct verify *v, struct why *why)
{
	int64_t low = v->first == 0 ? INT64_MIN : v->first;
	int64_t tile = v->first / TILE_HASHES;
	enum err rc;

	TRY(db_run(v->store.db, STMT_JOURNAL_TILE_LIST,
		   ARGS(val_int(tile), val_int(tile + LOTS_MAX)), v->store.a,
		   &v->tiles, why));
	rc = db_each(v->store.db, STMT_JOURNAL_WINDOW,
		     ARGS(val_int(low), val_int(v->end)), row_read, v, why);
	if (rc == OK || v->is_cut)
		lots_filled(v->lots,
			    (size_t)((v->n + TILE_HASHES - 1) / TILE_HASHES));
	lots_finish(v->lots);
	return v->is_cut ? OK : rc;
}

static enum err
window_check(struct verify *v, int64_t first, struct why *why)
{
	struct tile_put compare = { tile_compare, v };

	arena_reset(v->store.a);
	lots_reset(v->lots);
	v->first = first;
	v->end = v->size < first + WINDOW ? v->size : first + WINDOW;
	v->n = 0;
	v->n_heads = v->head_i = 0;
	v->has_heads = true;
	TRY(window_read(v, why));
	for (int64_t i = 0; i < v->n; i += TILE_HASHES)
		TRY(lot_check(v, lots_at(v->lots, (size_t)(i / TILE_HASHES)),
			      compare, why));
	if (v->first + v->n < v->end || v->is_cut)
		return cut_found(v, why);
	return OK;
}

/* Rows and checkpoints that no tile knows of. */
static enum err
beyond_check(struct verify *v, struct why *why)
{
	struct rows rows;
	int64_t low = v->size == 0 ? INT64_MIN : v->size;
	struct checkpoint_row *cp;
	size_t n;

	TRY(db_run(v->store.db, STMT_JOURNAL_BEYOND, ARGS(val_int(low)),
		   v->store.a, &rows, why));
	if (rows.n > 0)
		return verify_found(v, rows.v[0].i, rows.v[1].i,
				    fail(why, ERR_STATE,
					 "row %lld was added at position %lld",
					 "记录 %lld 是在位置 %lld 处添加的",
					 (long long)rows.v[1].i,
					 (long long)rows.v[0].i));
	TRY(checkpoint_list(v->store.db, v->size, INT64_MAX, v->store.a, &cp,
			    &n, why));
	if (n > 0)
		return verify_found(
		    v, v->size, -1,
		    fail(why, ERR_STATE,
			 "%lld rows were signed, but there are only "
			 "%lld: the end was cut off",
			 "已签名 %lld 条记录，但仅有 %lld "
			 "条：末尾被截断",
			 (long long)cp[n - 1].size, (long long)v->size));
	return OK;
}

/* How many tiles a tree has; more are not ours. */
static int64_t
tiles_of(int64_t size)
{
	int64_t n = 0;

	for (int64_t hashes = size; hashes > 0; hashes >>= TILE_BITS)
		n += (hashes + TILE_HASHES - 1) >> TILE_BITS;
	return n;
}

static enum err
ending_check(struct verify *v, struct why *why)
{
	struct tile_put compare = { tile_compare, v };
	struct rows rows;

	TRY(merkle_flush(&v->edge, -1, compare, why));
	TRY(beyond_check(v, why));
	if (v->kept != NULL)
		TRY(verify_kept(v, why));
	TRY(db_run(v->store.db, STMT_JOURNAL_TILE_COUNT, NO_ARGS, v->store.a,
		   &rows, why));
	if (rows.v[0].i != tiles_of(v->size))
		return fail(why, ERR_STATE,
			    "there are %lld hash tiles, not %lld",
			    "共有 %lld 个哈希块，应为 %lld 个",
			    (long long)rows.v[0].i,
			    (long long)tiles_of(v->size));
	return OK;
}

static enum err
all_check(struct verify *v, struct why *why)
{
	struct rows rows;

	TRY(db_run(v->store.db, STMT_JOURNAL_UNSEALED, NO_ARGS, v->store.a,
		   &rows, why));
	v->out->unsealed = rows.v[0].i;
	TRY(tile_size(&v->store, &v->size, why));
	for (int64_t first = 0; first < v->size; first += WINDOW)
		TRY(window_check(v, first, why));
	v->end = v->size;
	return ending_check(v, why);
}

static void
conclude(struct verify *v, enum err rc, const struct why *why)
{
	struct journal_verdict *out = v->out;
	struct why good = { 0 };

	out->good = rc == OK;
	out->unsigned_rows = out->rows - v->signed_size;
	if (out->unsigned_rows < 0)
		out->unsigned_rows = 0;
	if (out->good) {
		out->bad_pos = out->bad_id = -1;
		why = &good;
		(void)!fail(&good, OK,
			    "all %lld rows are as they were written; %lld "
			    "checkpoints with valid signatures; %lld rows "
			    "after the last one, %lld not sealed yet",
			    "%lld 条记录均与写入时一致；%lld "
			    "个检查点签名有效；其后 %lld 条，尚未封存 %lld 条",
			    (long long)out->rows, (long long)out->checkpoints,
			    (long long)out->unsigned_rows,
			    (long long)out->unsealed);
	}
	memcpy(out->text, why->text, sizeof(out->text));
}

static unsigned
helpers(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN) - 1;

	return n < 0 ? 0 : n > HELPERS_MAX ? HELPERS_MAX : (unsigned)n;
}

static enum err
verify_run(struct verify *v, struct why *why)
{
	enum err rc;

	TRY(db_begin(v->store.db, TX_READ, why));
	rc = all_check(v, why);
	conclude(v, rc, why);
	/* what was found is an answer, not a failure */
	return db_end(v->store.db, rc == ERR_STATE ? OK : rc, why);
}

static enum err
kept_parse(const struct journal_key *k, struct str text, struct note *out,
	   struct why *why)
{
	TRY(note_parse(text, out, why));
	if (!str_is(out->key_id, journal_key_id(k)) ||
	    !journal_key_signed(k, out->text, &out->sig))
		return fail(why, ERR_INVALID,
			    "the checkpoint that was kept is not signed with "
			    "the journal's key %s",
			    "留存的检查点并非由日志密钥 %s 签名",
			    journal_key_id(k));
	return OK;
}

enum err
journal_verify(struct db *db, const struct journal_key *k, struct str kept,
	       struct journal_verdict *out, struct why *why)
{
	struct arena a = { 0 };
	struct note note;
	struct verify *v;
	enum err rc;

	*out = (struct journal_verdict){ .bad_pos = -1, .bad_id = -1 };
	if (kept.n > 0)
		TRY(kept_parse(k, kept, &note, why));
	v = mem_alloc(sizeof(*v));
	*v = (struct verify){ .store = { db, &a },
			      .key = k,
			      .out = out,
			      .head = buf_open(4096),
			      .odd_pos = -1,
			      .upper_no = -1,
			      .kept = kept.n > 0 ? &note : NULL };
	rc = hasher_open("SM3", &v->h, why);
	if (rc == OK)
		rc = lots_open(helpers(), &v->lots, why);
	if (rc == OK)
		rc = verify_run(v, why);
	lots_close(&v->lots);
	buf_release(&v->head);
	if (v->h.md != NULL)
		hasher_close(&v->h);
	mem_free(v);
	arena_release(&a);
	return rc;
}
