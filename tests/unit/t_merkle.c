/* t_merkle.c - the tree against published vectors and against its plain
 * definition. */
#include "kind/merkle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include "base/str.h"

/* after ours: it has a macro fail() */
#include <cmocka.h>

#define LEAVES 700

static struct hasher sm3;
static struct why why;

/* All tiles of a small tree in memory: three levels are enough. */
struct store {
	struct hash tile[3][8][TILE_HASHES];
	size_t n[3][8];
	size_t puts;
};

static enum err
store_put(void *ctx, int level, int64_t no, const struct hash *v, size_t n,
	  struct why *w)
{
	struct store *s = ctx;

	(void)w;
	assert_true(level < 3 && no < 8);
	assert_true(n >= s->n[level][no]);
	assert_memory_equal(v, s->tile[level][no],
			    s->n[level][no] * sizeof(*v));
	memcpy(s->tile[level][no], v, n * sizeof(*v));
	s->n[level][no] = n;
	s->puts++;
	return OK;
}

static enum err
store_get(void *ctx, int level, int64_t no, struct hash *out, size_t *n,
	  struct why *w)
{
	struct store *s = ctx;

	(void)w;
	assert_true(level < 3 && no < 8);
	*n = s->n[level][no];
	memcpy(out, s->tile[level][no], *n * sizeof(*out));
	return OK;
}

static struct hash leaves[LEAVES];
static struct store store;
static struct merkle_edge edge;

/* Section 2.1 of RFC 6962, word for word. */
static struct hash
plain_root(struct hasher *h, const struct hash *v, size_t n)
{
	struct hash left, right, out;
	size_t k = 1;

	if (n == 0) {
		hash_bytes(h, STR(""), &out);
		return out;
	}
	if (n == 1)
		return v[0];
	while (k * 2 < n)
		k *= 2;
	left = plain_root(h, v, k);
	right = plain_root(h, v + k, n - k);
	hash_node(h, &left, &right, &out);
	return out;
}

static void
grow(int64_t to)
{
	struct tile_put put = { store_put, &store };
	int64_t from = edge.size;

	while (edge.size < to)
		assert_int_equal(merkle_push(&edge, &sm3, 0, &leaves[edge.size],
					     put, &why),
				 OK);
	assert_int_equal(merkle_flush(&edge, from, put, &why), OK);
}

static int
setup(void **state)
{
	(void)state;
	memset(&store, 0, sizeof(store));
	memset(&edge, 0, sizeof(edge));
	assert_int_equal(hasher_open("SM3", &sm3, &why), OK);
	for (size_t i = 0; i < LEAVES; i++) {
		char text[3] = { 0, (char)(i & 0xff), (char)(i >> 8) };

		hash_leaf(&sm3, (struct str){ text, sizeof(text) }, &leaves[i]);
	}
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	hasher_close(&sm3);
	return 0;
}

static struct merkle_view
view(void)
{
	return (
	    struct merkle_view){ .h = &sm3, .get = store_get, .ctx = &store };
}

/* GB/T 32905-2016, annex A.1 */
static void
sm3_is_the_standard_one(void **state)
{
	struct hash out;
	char hex[2 * HASH_BYTES + 1];

	(void)state;
	hash_bytes(&sm3, STR("abc"), &out);
	hex_print(out.b, HASH_BYTES, hex);
	assert_string_equal(hex, "66c7f0f462eeedd9d1f2d46bdc10e4e2"
				 "4167c4875cf2f7a2297da02b8f4ba8e0");
}

/* The eight leaves used by the test suites of certificate transparency. */
static void
shape_is_that_of_rfc_6962(void **state)
{
	static const char *const hex[] = {
		"00",
		"0000",
		"0010",
		"002021",
		"003031",
		"0040414243",
		"005051525354555657",
		"00606162636465666768696a6b6c6d6e6f"
	};
	static const char *const roots[] = {
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b"
		"855",
		"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa"
		"01d",
		"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c"
		"125",
		"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06"
		"e77",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd9520961"
		"4b7",
		"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a8626"
		"4d4",
		"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f208"
		"7ef",
		"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74"
		"c8c",
		"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604"
		"328",
	};
	struct tile_put put = { store_put, &store };
	struct hasher sha;
	char text[2 * HASH_BYTES + 1];

	(void)state;
	assert_int_equal(hasher_open("SHA256", &sha, &why), OK);
	for (size_t i = 0; i <= ARRAY_LEN(hex); i++) {
		uint8_t bytes[32];
		struct hash h;

		merkle_edge_root(&edge, &sha, &h);
		hex_print(h.b, HASH_BYTES, text);
		assert_string_equal(text, roots[i]);
		if (i == ARRAY_LEN(hex))
			break;
		assert_true(
		    hex_parse(str_of(hex[i]), bytes, strlen(hex[i]) / 2));
		hash_leaf(&sha,
			  (struct str){ (char *)bytes, strlen(hex[i]) / 2 },
			  &h);
		assert_int_equal(merkle_push(&edge, &sha, 0, &h, put, &why),
				 OK);
	}
	hasher_close(&sha);
}

static void
unknown_digest_is_refused(void **state)
{
	struct hasher h;

	(void)state;
	assert_int_equal(hasher_open("MD5", &h, &why), ERR_INTERNAL);
	assert_int_equal(hasher_open("no such", &h, &why), ERR_INTERNAL);
}

static void
every_root_is_the_plain_one(void **state)
{
	struct merkle_view v;
	struct hash a, b, c;

	(void)state;
	for (int64_t n = 0; n <= LEAVES; n++) {
		grow(n);
		c = plain_root(&sm3, leaves, (size_t)n);
		merkle_edge_root(&edge, &sm3, &a);
		v = view();
		assert_int_equal(merkle_root(&v, n, &b, &why), OK);
		assert_true(hash_eq(&a, &c));
		assert_true(hash_eq(&b, &c));
	}
	/* older heads are still there */
	for (int64_t n = 0; n <= LEAVES; n += 37) {
		v = view();
		assert_int_equal(merkle_root(&v, n, &b, &why), OK);
		c = plain_root(&sm3, leaves, (size_t)n);
		assert_true(hash_eq(&b, &c));
	}
}

static void
batches_write_only_what_changed(void **state)
{
	(void)state;
	grow(10);
	assert_int_equal(store.puts, 1);
	grow(256); /* one full leaf tile, one hash above */
	assert_int_equal(store.puts, 3);
	grow(300);
	assert_int_equal(store.puts, 4);
	grow(300);
	assert_int_equal(store.puts, 4);
	grow(600); /* rest of tile 1, part of tile 2, level 1 */
	assert_int_equal(store.puts, 7);
}

static void
whole_tiles_may_be_pushed(void **state)
{
	static struct merkle_edge other;
	static struct store aside;
	struct tile_put put = { store_put, &aside };
	struct hash root, a, b;

	(void)state;
	memset(&other, 0, sizeof(other));
	grow(512);
	for (size_t i = 0; i < 512; i += TILE_HASHES) {
		hash_perfect(&sm3, leaves + i, TILE_HASHES, &root);
		assert_int_equal(merkle_push(&other, &sm3, 1, &root, put, &why),
				 OK);
	}
	assert_int_equal(other.size, 512);
	merkle_edge_root(&edge, &sm3, &a);
	merkle_edge_root(&other, &sm3, &b);
	assert_true(hash_eq(&a, &b));
}

static struct head
head_of(int64_t size)
{
	struct merkle_view v = view();
	struct head head = { .size = size };

	assert_int_equal(merkle_root(&v, size, &head.root, &why), OK);
	return head;
}

static void
proofs_of_leaves_hold_and_nothing_else_does(void **state)
{
	struct proof p;

	(void)state;
	grow(LEAVES);
	for (int64_t size = 1; size <= LEAVES; size += size < 20 ? 1 : 97) {
		struct head head = head_of(size);

		for (int64_t pos = 0; pos < size; pos++) {
			struct merkle_view v = view();

			assert_int_equal(merkle_prove_leaf(&v, pos, size, &p,
							   &why),
					 OK);
			assert_true(
			    leaf_is_proved(&sm3, &leaves[pos], pos, &head, &p));
			assert_false(leaf_is_proved(&sm3, &leaves[pos], pos + 1,
						    &head, &p));
			assert_false(leaf_is_proved(&sm3,
						    &leaves[(pos + 1) % LEAVES],
						    pos, &head, &p));
			if (p.n == 0)
				continue;
			p.v[(size_t)pos % p.n].b[pos % HASH_BYTES] ^= 1;
			assert_false(
			    leaf_is_proved(&sm3, &leaves[pos], pos, &head, &p));
			p.n--;
			assert_false(
			    leaf_is_proved(&sm3, &leaves[pos], pos, &head, &p));
		}
	}
}

static void
proofs_of_growth_hold_and_nothing_else_does(void **state)
{
	(void)state;
	grow(LEAVES);
	for (int64_t size = 1; size <= LEAVES; size += size < 40 ? 1 : 83) {
		struct head now = head_of(size);

		for (int64_t old = 1; old <= size; old += old < 20 ? 1 : 31) {
			struct head was = head_of(old), bad;
			struct merkle_view v = view();
			struct proof p;

			assert_int_equal(merkle_prove_growth(&v, old, size, &p,
							     &why),
					 OK);
			assert_true(growth_is_proved(&sm3, &was, &now, &p));
			bad = was;
			bad.root.b[5] ^= 1;
			assert_false(growth_is_proved(&sm3, &bad, &now, &p));
			bad = now;
			bad.root.b[5] ^= 1;
			assert_false(growth_is_proved(&sm3, &was, &bad, &p));
			if (p.n == 0)
				continue;
			p.v[p.n - 1].b[0] ^= 1;
			assert_false(growth_is_proved(&sm3, &was, &now, &p));
			p.n--;
			assert_false(growth_is_proved(&sm3, &was, &now, &p));
		}
	}
}

static void
absurd_heads_are_refused(void **state)
{
	static struct proof p;
	struct head zero = { 0 }, big = { .size = INT64_MAX };
	struct head low = { .size = INT64_MIN };

	(void)state;
	p.n = PROOF_MAX;
	assert_false(leaf_is_proved(&sm3, &leaves[0], 0, &zero, &p));
	assert_false(leaf_is_proved(&sm3, &leaves[0], 0, &low, &p));
	assert_false(growth_is_proved(&sm3, &low, &big, &p));
	assert_false(leaf_is_proved(&sm3, &leaves[0], -1, &big, &p));
	assert_false(leaf_is_proved(&sm3, &leaves[0], INT64_MAX - 1, &big, &p));
	assert_false(growth_is_proved(&sm3, &zero, &big, &p));
	assert_false(growth_is_proved(&sm3, &big, &zero, &p));
	p.n = PROOF_MAX + 1;
	assert_false(leaf_is_proved(&sm3, &leaves[0], 0, &big, &p));
}

static void
short_tile_is_named(void **state)
{
	struct merkle_view v = view();
	struct hash out;

	(void)state;
	grow(300);
	store.n[0][1] = 43;
	assert_int_equal(merkle_root(&v, 300, &out, &why), ERR_STATE);
	assert_non_null(strstr(why.text[LANG_EN], "tile 0/1"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(sm3_is_the_standard_one),
		T(shape_is_that_of_rfc_6962),
		T(unknown_digest_is_refused),
		T(every_root_is_the_plain_one),
		T(batches_write_only_what_changed),
		T(whole_tiles_may_be_pushed),
		T(proofs_of_leaves_hold_and_nothing_else_does),
		T(proofs_of_growth_hold_and_nothing_else_does),
		T(absurd_heads_are_refused),
		T(short_tile_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
