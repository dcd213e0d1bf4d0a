/* merkle.c - RFC 6962 hashing, tiles and the growing edge. */
#include "kind/merkle.h"

#include <string.h>

#include "base/ossl.h"

bool
hash_eq(const struct hash *a, const struct hash *b)
{
	return memcmp(a->b, b->b, HASH_BYTES) == 0;
}

enum err
hasher_open(const char *digest, struct hasher *out, struct why *why)
{
	*out = (struct hasher){ .md = EVP_MD_fetch(NULL, digest, NULL) };
	if (out->md == NULL || EVP_MD_get_size(out->md) != HASH_BYTES) {
		hasher_close(out);
		return fail(why, ERR_INTERNAL,
			    "the cryptographic library has no %s",
			    "密码库不支持 %s", digest);
	}
	out->ctx = EVP_MD_CTX_new();
	must(out->ctx != NULL);
	must(EVP_DigestInit_ex2(out->ctx, out->md, NULL) == 1);
	return OK;
}

void
hasher_close(struct hasher *h)
{
	EVP_MD_CTX_free(h->ctx);
	EVP_MD_free(h->md);
	*h = (struct hasher){ 0 };
}

/* Only a broken library can fail here: the digest is set up and sizes are
 * bounded. */
void
hash_bytes(struct hasher *h, struct str bytes, struct hash *out)
{
	must(EVP_DigestInit_ex2(h->ctx, NULL, NULL) == 1);
	must(EVP_DigestUpdate(h->ctx, bytes.p, bytes.n) == 1);
	must(EVP_DigestFinal_ex(h->ctx, out->b, NULL) == 1);
}

void
hash_leaf(struct hasher *h, struct str bytes, struct hash *out)
{
	must(bytes.n > 0 && bytes.p[0] == 0x00);
	hash_bytes(h, bytes, out);
}

void
hash_node(struct hasher *h, const struct hash *left, const struct hash *right,
	  struct hash *out)
{
	char both[1 + 2 * HASH_BYTES];

	both[0] = 0x01;
	memcpy(both + 1, left->b, HASH_BYTES);
	memcpy(both + 1 + HASH_BYTES, right->b, HASH_BYTES);
	hash_bytes(h, (struct str){ both, sizeof(both) }, out);
}

void
hash_perfect(struct hasher *h, const struct hash *v, size_t n, struct hash *out)
{
	struct hash row[TILE_HASHES / 2];

	must(n > 0 && n <= TILE_HASHES && (n & (n - 1)) == 0);
	if (n == 1) {
		*out = v[0];
		return;
	}
	for (; n > 1; n /= 2, v = row)
		for (size_t i = 0; i < n / 2; i++)
			hash_node(h, &v[2 * i], &v[2 * i + 1], &row[i]);
	*out = row[0];
}

size_t
edge_count(int64_t size, int level)
{
	return (size_t)(size >> (TILE_BITS * level)) & (TILE_HASHES - 1);
}

/* *acc is the root of what lies to the right; has says if anything does. */
static void
fold_one(struct hasher *h, const struct hash *left, struct hash *acc, bool *has)
{
	if (*has)
		hash_node(h, left, acc, acc);
	else
		*acc = *left;
	*has = true;
}

enum err
merkle_push(struct merkle_edge *e, struct hasher *h, int level,
	    const struct hash *in, struct tile_put put, struct why *why)
{
	int64_t leaves = INT64_C(1) << (TILE_BITS * level);
	struct hash up = *in;

	must((e->size & (leaves - 1)) == 0);
	for (;; level++) {
		size_t n = edge_count(e->size, level);
		struct hash *tile = e->tile[level];

		tile[n] = up;
		if (n + 1 < TILE_HASHES)
			break;
		TRY(put.fn(put.ctx, level, e->size >> (TILE_BITS * (level + 1)),
			   tile, TILE_HASHES, why));
		hash_perfect(h, tile, TILE_HASHES, &up);
	}
	e->size += leaves;
	return OK;
}

enum err
merkle_flush(const struct merkle_edge *e, int64_t from, struct tile_put put,
	     struct why *why)
{
	for (int level = 0; level < MERKLE_LEVELS; level++) {
		int shift = TILE_BITS * level;
		size_t n = edge_count(e->size, level);

		if (n == 0 || from >> shift == e->size >> shift)
			continue;
		TRY(put.fn(put.ctx, level, e->size >> shift >> TILE_BITS,
			   e->tile[level], n, why));
	}
	return OK;
}

void
merkle_edge_root(const struct merkle_edge *e, struct hasher *h,
		 struct hash *out)
{
	bool has = false;

	hash_bytes(h, (struct str){ "", 0 }, out);
	for (int level = 0; level < MERKLE_LEVELS; level++) {
		size_t n = edge_count(e->size, level);

		for (size_t bit = 1; n > 0; bit *= 2) {
			struct hash left;

			if ((n & bit) == 0)
				continue;
			n -= bit;
			hash_perfect(h, e->tile[level] + n, bit, &left);
			fold_one(h, &left, out, &has);
		}
	}
}

/* The node over leaves [index << height, (index + 1) << height). */
static enum err
view_node(struct merkle_view *v, int height, int64_t index, struct hash *out,
	  struct why *why)
{
	int level = height / TILE_BITS;
	size_t n = (size_t)1 << (height % TILE_BITS);
	int64_t first = index << (height % TILE_BITS);
	size_t at = (size_t)(first & (TILE_HASHES - 1));
	int64_t no = first >> TILE_BITS;

	if (!v->has_tile || v->level != level || v->no != no) {
		v->has_tile = false;
		TRY(v->get(v->ctx, level, no, v->tile, &v->n, why));
		v->level = level;
		v->no = no;
		v->has_tile = true;
	}
	if (v->n < at + n)
		return fail(why, ERR_STATE,
			    "the journal's tile %d/%lld is too short",
			    "日志哈希块 %d/%lld 不完整", level, (long long)no);
	hash_perfect(v->h, v->tile + at, n, out);
	return OK;
}

/* Tree head of leaves [lo, hi); lo is a multiple of a power of two that is
 * not below hi - lo, as in every split of RFC 6962. */
static enum err
view_range(struct merkle_view *v, int64_t lo, int64_t hi, struct hash *out,
	   struct why *why)
{
	bool has = false;

	for (int height = 0; hi > lo; height++) {
		int64_t leaves = INT64_C(1) << height;
		struct hash left;

		if (((hi - lo) & leaves) == 0)
			continue;
		hi -= leaves;
		TRY(view_node(v, height, hi >> height, &left, why));
		fold_one(v->h, &left, out, &has);
	}
	return OK;
}

enum err
merkle_root(struct merkle_view *v, int64_t size, struct hash *out,
	    struct why *why)
{
	hash_bytes(v->h, (struct str){ "", 0 }, out);
	return view_range(v, 0, size, out, why);
}

/* The greatest power of two below n, which is above 1. */
static int64_t
split_at(int64_t n)
{
	int64_t k = 1;

	while (k < n - k)
		k *= 2;
	return k;
}

/* Proofs are walked from the root, and read from the leaf. */
static void
proof_turn(struct proof *p)
{
	for (size_t i = 0; i < p->n / 2; i++) {
		struct hash h = p->v[i];

		p->v[i] = p->v[p->n - 1 - i];
		p->v[p->n - 1 - i] = h;
	}
}

enum err
merkle_prove_leaf(struct merkle_view *v, int64_t pos, int64_t size,
		  struct proof *out, struct why *why)
{
	int64_t lo = 0, hi = size;

	must(pos >= 0 && pos < size);
	out->n = 0;
	while (hi - lo > 1) {
		int64_t mid = lo + split_at(hi - lo);
		bool is_left = pos < mid;

		TRY(view_range(v, is_left ? mid : lo, is_left ? hi : mid,
			       &out->v[out->n++], why));
		*(is_left ? &hi : &lo) = mid;
	}
	proof_turn(out);
	return OK;
}

enum err
merkle_prove_growth(struct merkle_view *v, int64_t old, int64_t size,
		    struct proof *out, struct why *why)
{
	int64_t lo = 0, hi = size;

	must(old > 0 && old <= size);
	out->n = 0;
	while (hi != old) {
		int64_t mid = lo + split_at(hi - lo);
		bool is_left = old <= mid;

		TRY(view_range(v, is_left ? mid : lo, is_left ? hi : mid,
			       &out->v[out->n++], why));
		*(is_left ? &hi : &lo) = mid;
	}
	/* the old tree's own root is known when it is a whole subtree */
	if (lo > 0)
		TRY(view_range(v, lo, hi, &out->v[out->n++], why));
	proof_turn(out);
	return OK;
}

/* One step up, RFC 9162 2.1.3.2: past the levels where the node of *at is
 * the right-most and has no sibling. */
static void
climb(int64_t *at, int64_t *last, bool is_right)
{
	while (is_right && (*at & 1) == 0 && *at != 0) {
		*at >>= 1;
		*last >>= 1;
	}
	*at >>= 1;
	*last >>= 1;
}

bool
leaf_is_proved(struct hasher *h, const struct hash *leaf, int64_t pos,
	       const struct head *head, const struct proof *p)
{
	int64_t at = pos, last;
	struct hash root = *leaf;

	if (pos < 0 || pos >= head->size || p->n > PROOF_MAX)
		return false;
	last = head->size - 1;
	for (size_t i = 0; i < p->n; i++) {
		bool is_right = (at & 1) == 1 || at == last;

		if (last == 0)
			return false;
		if (is_right)
			hash_node(h, &p->v[i], &root, &root);
		else
			hash_node(h, &root, &p->v[i], &root);
		climb(&at, &last, is_right);
	}
	return last == 0 && hash_eq(&root, &head->root);
}

/* RFC 9162 2.1.4.2, from the first hash on. */
static bool
growth_holds(struct hasher *h, const struct head *old, const struct head *head,
	     const struct hash *first, const struct hash *rest, size_t n)
{
	int64_t at = old->size - 1, last = head->size - 1;
	struct hash was = *first, is = *first;

	for (; (at & 1) == 1; at >>= 1)
		last >>= 1;
	for (size_t i = 0; i < n; i++) {
		bool is_right = (at & 1) == 1 || at == last;

		if (last == 0)
			return false;
		if (is_right) {
			hash_node(h, &rest[i], &was, &was);
			hash_node(h, &rest[i], &is, &is);
		} else {
			hash_node(h, &is, &rest[i], &is);
		}
		climb(&at, &last, is_right);
	}
	return last == 0 && hash_eq(&was, &old->root) &&
	       hash_eq(&is, &head->root);
}

bool
growth_is_proved(struct hasher *h, const struct head *old,
		 const struct head *head, const struct proof *p)
{
	if (old->size < 1 || old->size > head->size || p->n > PROOF_MAX)
		return false;
	if (old->size == head->size)
		return p->n == 0 && hash_eq(&old->root, &head->root);
	if ((old->size & (old->size - 1)) == 0)
		return growth_holds(h, old, head, &old->root, p->v, p->n);
	if (p->n == 0)
		return false;
	return growth_holds(h, old, head, &p->v[0], p->v + 1, p->n - 1);
}
