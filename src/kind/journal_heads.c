/* journal_heads.c - signed heads against the tree grown from the rows. */
#include <string.h>

#include "base/str.h"
#include "kind/journal_verdict.h"

/* Root of the tree with the first k rows of the lot behind the edge. */
static void
root_with(struct verify *v, const struct lot *lot, int64_t size,
	  struct hash *out)
{
	int64_t edge = v->edge.size;

	must(size >= edge && size - edge < TILE_HASHES);
	memcpy(v->edge.tile[0], lot->leaf,
	       (size_t)(size - edge) * sizeof(*lot->leaf));
	v->edge.size = size;
	merkle_edge_root(&v->edge, &v->h, out);
	v->edge.size = edge;
}

static enum err
head_found(struct verify *v, int64_t size, struct why *why)
{
	return verify_found(
	    v, v->signed_size, -1,
	    fail(why, ERR_STATE,
		 "rows from position %lld to %lld are not those that "
		 "were signed",
		 "位置 %lld 至 %lld 的记录与已签名的检查点不符",
		 (long long)v->signed_size, (long long)size - 1));
}

static enum err
signature_check(struct verify *v, const struct checkpoint_row *row,
		struct checkpoint *c, struct why *why)
{
	struct buf text = buf_open(CHECKPOINT_TEXT_MAX);
	struct signature sig;
	bool good;

	if (!str_is(row->key_id, journal_key_id(v->key)))
		return fail(why, ERR_STATE,
			    "the checkpoint over %lld rows was signed with "
			    "key %.*s, not %s",
			    "覆盖 %lld 条记录的检查点由密钥 %.*s 签名，而非 %s",
			    (long long)row->size,
			    row->key_id.n > 32 ? 32 : STR_ARG(row->key_id),
			    journal_key_id(v->key));
	TRY(checkpoint_of(row, c, &sig, why));
	checkpoint_print(c, &text);
	good = !text.full && journal_key_signed(v->key, buf_str(&text), &sig);
	buf_release(&text);
	if (good)
		return OK;
	return fail(why, ERR_STATE,
		    "the checkpoint over %lld rows was altered: its signature "
		    "is not valid",
		    "覆盖 %lld 条记录的检查点已被改动：签名无效",
		    (long long)row->size);
}

static enum err
checkpoint_check(struct verify *v, const struct checkpoint_row *row,
		 const struct hash *root, struct why *why)
{
	struct checkpoint c;

	v->out->checkpoints++;
	if (row->no != v->next_no)
		return verify_found(v, v->signed_size, -1,
				    fail(why, ERR_STATE,
					 "checkpoint %lld is missing",
					 "检查点 %lld 缺失",
					 (long long)v->next_no));
	v->next_no++;
	verify_point(v, row->size, -1);
	TRY(signature_check(v, row, &c, why));
	if (row->no == 0)
		memcpy(v->origin, c.origin.p, c.origin.n);
	if (!str_is(c.origin, v->origin))
		return fail(why, ERR_STATE,
			    "the checkpoint over %lld rows belongs to another "
			    "journal",
			    "覆盖 %lld 条记录的检查点属于另一份日志",
			    (long long)row->size);
	if (!hash_eq(root, &c.head.root))
		return head_found(v, row->size, why);
	verify_point(v, -1, -1);
	v->signed_size = row->size;
	v->out->signed_ms = row->at_ms;
	return OK;
}

/* The next stored checkpoint over at most upto rows, or NULL.  All before
 * it were good, so the last good one is where the next page begins. */
static enum err
head_next(struct verify *v, int64_t upto, const struct checkpoint_row **out,
	  struct why *why)
{
	*out = NULL;
	if (v->head_i == v->n_heads && v->has_heads) {
		TRY(checkpoint_list(v->store.db, v->signed_size, v->end,
				    v->store.a, &v->heads, &v->n_heads, why));
		v->head_i = 0;
		v->has_heads = v->n_heads > 0;
	}
	if (v->head_i < v->n_heads && v->heads[v->head_i].size <= upto)
		*out = &v->heads[v->head_i++];
	return OK;
}

static enum err
kept_head_check(struct verify *v, const struct lot *lot, int64_t upto,
		struct why *why)
{
	const struct head *kept = v->kept == NULL ? NULL : &v->kept->c.head;
	struct hash root;

	if (kept == NULL || kept->size < v->edge.size || kept->size > upto)
		return OK;
	root_with(v, lot, kept->size, &root);
	if (!hash_eq(&root, &kept->root))
		return head_found(v, kept->size, why);
	return OK;
}

enum err
verify_heads(struct verify *v, const struct lot *lot, int64_t upto,
	     struct why *why)
{
	const struct checkpoint_row *row;
	struct hash root;

	TRY(kept_head_check(v, lot, upto, why));
	for (;;) {
		TRY(head_next(v, upto, &row, why));
		if (row == NULL)
			return OK;
		root_with(v, lot, row->size, &root);
		TRY(checkpoint_check(v, row, &root, why));
	}
}

enum err
verify_kept(struct verify *v, struct why *why)
{
	const struct checkpoint *c = &v->kept->c;

	if (c->head.size > v->size)
		return verify_found(
		    v, v->size, -1,
		    fail(why, ERR_STATE,
			 "the checkpoint that was kept covers %lld "
			 "rows, but there are only %lld: the end was "
			 "cut off",
			 "留存的检查点覆盖 %lld 条记录，但仅有 %lld "
			 "条：末尾被截断",
			 (long long)c->head.size, (long long)v->size));
	if (c->no >= v->next_no)
		return verify_found(
		    v, v->signed_size, -1,
		    fail(why, ERR_STATE,
			 "checkpoint %lld, which was kept, is missing",
			 "留存的检查点 %lld 已从日志中缺失", (long long)c->no));
	if (!str_is(c->origin, v->origin))
		return fail(why, ERR_STATE,
			    "the checkpoint that was kept belongs to another "
			    "journal",
			    "留存的检查点属于另一份日志");
	return OK;
}
