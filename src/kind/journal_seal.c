/* journal_seal.c - positions in commit order, the tree's growth, signed
 * checkpoints. */
#include <string.h>

#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal_parts.h"

struct seal {
	struct tile_store store;
	struct hasher h;
	struct merkle_edge edge;
	struct buf bytes; /* one leaf */
	int64_t max, n;
	struct hash *leaves;
	bool *has;
};

static enum err
lock_take(struct db *db, struct arena *a, bool *got, struct why *why)
{
	struct rows rows;

	TRY(db_run(db, STMT_JOURNAL_LOCK, NO_ARGS, a, &rows, why));
	must(rows.n == 1);
	*got = rows.v[0].i == 1;
	return OK;
}

/* pos, salt, canon of a row that got its position; in no certain order. */
static enum err
leaf_take(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct seal *s = ctx;
	int64_t at = row[0].i - s->edge.size;

	(void)why;
	must(width == 3 && at >= 0 && at < s->max && !s->has[at]);
	buf_clear(&s->bytes);
	buf_putc(&s->bytes, 0x00);
	buf_put(&s->bytes, row[1].s);
	buf_put(&s->bytes, row[2].s);
	must(!s->bytes.full);
	hash_leaf(&s->h, buf_str(&s->bytes), &s->leaves[at]);
	s->has[at] = true;
	s->n++;
	return OK;
}

static enum err
leaves_take(struct seal *s, struct why *why)
{
	enum err rc = db_each(s->store.db, STMT_JOURNAL_TAKE_POS,
			      ARGS(val_int(s->edge.size), val_int(s->max)),
			      leaf_take, s, why);

	if (rc == ERR_CONFLICT)
		return fail(why, ERR_STATE,
			    "cannot seal: position %lld or later is taken by "
			    "a row that was never sealed; run anwei verify",
			    "无法封存：位置 %lld "
			    "或其后被一条未经封存的记录占用；请运行 anwei "
			    "verify",
			    (long long)s->edge.size);
	return rc;
}

static enum err
seal_some(struct seal *s, struct why *why)
{
	struct tile_put put = { tile_save, &s->store };
	int64_t from;

	TRY(edge_load(&s->store, &s->edge, why));
	from = s->edge.size;
	TRY(leaves_take(s, why));
	for (int64_t i = 0; i < s->n; i++) {
		must(s->has[i]);
		TRY(merkle_push(&s->edge, &s->h, 0, &s->leaves[i], put, why));
	}
	return merkle_flush(&s->edge, from, put, why);
}

/* Most calls find nothing to do: one look at an index. */
static enum err
is_waiting(struct db *db, struct arena *a, bool *out, struct why *why)
{
	struct rows rows;

	TRY(db_run(db, STMT_JOURNAL_WAITING, NO_ARGS, a, &rows, why));
	*out = rows.n > 0;
	if (*out)
		TRY(lock_take(db, a, out, why));
	return OK;
}

enum err
journal_seal(struct db *db, struct arena *a, int64_t max, int64_t *sealed,
	     struct why *why)
{
	struct seal *s;
	bool go;
	enum err rc;

	must(max > 0 && max <= JOURNAL_SEAL_MAX);
	*sealed = 0;
	TRY(is_waiting(db, a, &go, why));
	if (!go)
		return OK;
	s = ARENA_NEW(a, struct seal);
	*s = (struct seal){ .store = { db, a },
			    .max = max,
			    .bytes = buf_open(64u << 20),
			    .leaves = ARENA_ARRAY(a, (size_t)max, struct hash),
			    .has = ARENA_ARRAY(a, (size_t)max, bool) };
	TRY(hasher_open("SM3", &s->h, why));
	rc = seal_some(s, why);
	*sealed = rc == OK ? s->n : 0;
	buf_release(&s->bytes);
	hasher_close(&s->h);
	return rc;
}

/* The tree as it stands against the last checkpoint's root. */
static enum err
continues(struct tile_store *store, struct hasher *h,
	  const struct checkpoint_row *last, int64_t size, struct why *why)
{
	struct merkle_view *v = ARENA_NEW(store->a, struct merkle_view);
	struct hash root = { { 0 } };

	v->h = h;
	v->get = tile_load;
	v->ctx = store;
	if (last->size <= size)
		TRY(merkle_root(v, last->size, &root, why));
	if (last->size > size || last->root.n != HASH_BYTES ||
	    memcmp(root.b, last->root.p, HASH_BYTES) != 0)
		return fail(why, ERR_STATE,
			    "the journal does not continue its last "
			    "checkpoint over %lld rows; nothing was signed; "
			    "run anwei verify",
			    "日志与其上一个检查点（%lld "
			    "条记录）不衔接，未签名；"
			    "请运行 anwei verify",
			    (long long)last->size);
	return OK;
}

static struct str
origin_new(struct arena *a)
{
	uint8_t bytes[8];
	char hex[2 * sizeof(bytes) + 1];

	rnd_bytes(bytes, sizeof(bytes));
	hex_print(bytes, sizeof(bytes), hex);
	return arena_printf(a, "anwei/%s", hex);
}

static enum err
checkpoint_store(struct db *db, const struct journal_key *k,
		 const struct checkpoint *c, struct why *why)
{
	struct buf text = buf_open(CHECKPOINT_TEXT_MAX);
	struct signature sig;
	enum err rc;

	checkpoint_print(c, &text);
	must(!text.full);
	rc = journal_key_sign(k, buf_str(&text), &sig, why);
	buf_release(&text);
	TRY(rc);
	return db_run(db, STMT_JOURNAL_CHECKPOINT_PUT,
		      ARGS(val_int(c->head.size), val_int(c->no),
			   val_text(c->origin), val_int(c->at_ms),
			   val_bytes(c->head.root.b, HASH_BYTES),
			   val_text(STR("sm3")),
			   val_text(str_of(journal_key_id(k))),
			   val_bytes(sig.b, sig.n)),
		      NULL, NULL, why);
}

static enum err
checkpoint_make(struct tile_store *s, struct hasher *h,
		const struct journal_key *k, int64_t now_ms, struct why *why)
{
	struct merkle_edge *edge = ARENA_NEW(s->a, struct merkle_edge);
	struct checkpoint c = { .at_ms = now_ms };
	struct checkpoint_row last;
	bool found;

	TRY(edge_load(s, edge, why));
	TRY(checkpoint_last(s->db, s->a, &last, &found, why));
	if (found)
		TRY(continues(s, h, &last, edge->size, why));
	if (edge->size == (found ? last.size : 0))
		return OK;
	c.origin = found ? last.origin : origin_new(s->a);
	c.no = found ? last.no + 1 : 0;
	c.head.size = edge->size;
	merkle_edge_root(edge, h, &c.head.root);
	return checkpoint_store(s->db, k, &c, why);
}

enum err
journal_checkpoint(struct db *db, struct arena *a, const struct journal_key *k,
		   int64_t now_ms, struct why *why)
{
	struct tile_store store = { db, a };
	struct hasher h;
	bool got;
	enum err rc;

	TRY(lock_take(db, a, &got, why));
	if (!got)
		return fail(why, ERR_BUSY, "another node seals the journal",
			    "另一节点正在封存日志");
	TRY(hasher_open("SM3", &h, why));
	rc = checkpoint_make(&store, &h, k, now_ms, why);
	hasher_close(&h);
	return rc;
}

enum err
journal_note(struct db *db, struct arena *a, struct str *out, struct why *why)
{
	struct buf text = buf_open(CHECKPOINT_TEXT_MAX);
	struct buf all = buf_open(NOTE_TEXT_MAX);
	struct checkpoint_row last;
	struct note n = { 0 };
	bool found;

	TRY(checkpoint_last(db, a, &last, &found, why));
	if (!found)
		return fail(why, ERR_NOT_FOUND, "no checkpoint was signed yet",
			    "尚无已签名的检查点");
	TRY(checkpoint_of(&last, &n.c, &n.sig, why));
	n.key_id = last.key_id;
	checkpoint_print(&n.c, &text);
	n.text = buf_str(&text);
	note_print(&n, &all);
	*out = arena_str(a, buf_str(&all));
	buf_release(&text);
	buf_release(&all);
	return OK;
}
