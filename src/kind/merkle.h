/*
 * merkle.h - the hash tree of RFC 6962 over leaves that only ever grow in
 * number; pure.
 *
 * Hashes are kept in tiles of 256: tile 0 of level 0 holds the first 256
 * leaf hashes, tile 0 of level 1 the roots of the first 256 full tiles of
 * level 0, and so on.  A full tile never changes.  Appending needs only the
 * tiles that are not full, one per level: the edge.  Any root and any proof
 * comes from few tiles.
 *
 *	leaf   = H(0x00 || bytes)
 *	node   = H(0x01 || left || right)
 *	empty  = H()
 */
#ifndef KIND_MERKLE_H
#define KIND_MERKLE_H

#include "base/err.h"

#define HASH_BYTES 32
#define TILE_HASHES 256
#define TILE_BITS 8
/* 256^8 leaves are more than an int64_t can count. */
#define MERKLE_LEVELS 8
/* One hash per height, and one more in a consistency proof. */
#define PROOF_MAX 64

struct hash {
	uint8_t b[HASH_BYTES];
};
bool hash_eq(const struct hash *a, const struct hash *b);

/* One thread's hashing state: the digest is fetched once, here. */
struct hasher {
	struct evp_md_st *md;
	struct evp_md_ctx_st *ctx;
};
/* digest: "SM3"; "SHA256" for the published vectors. */
MUST_CHECK enum err
hasher_open(const char *digest, struct hasher *out, struct why *why);
void hasher_close(struct hasher *h);

/* H(bytes), with no prefix. */
void hash_bytes(struct hasher *h, struct str bytes, struct hash *out);
/* bytes begin with the 0x00 of a leaf: the caller has it in place. */
void hash_leaf(struct hasher *h, struct str bytes, struct hash *out);
void hash_node(struct hasher *h, const struct hash *left,
	       const struct hash *right, struct hash *out);
/* Root over n hashes of equal height, n a power of two up to 256. */
void hash_perfect(struct hasher *h, const struct hash *v, size_t n,
		  struct hash *out);

/* Hashes that stand in the last tile of a level, 0 … 255. */
size_t edge_count(int64_t size, int level);

struct merkle_edge {
	int64_t size; /* leaves */
	struct hash tile[MERKLE_LEVELS][TILE_HASHES];
};

/* Stores tile `no` of a level with its first n hashes. */
typedef enum err tile_put_fn(void *ctx, int level, int64_t no,
			     const struct hash *v, size_t n, struct why *why);
struct tile_put {
	tile_put_fn *fn;
	void *ctx;
};
/*
 * Appends one hash at a level: a leaf at 0, the root of 256 leaves at 1 (the
 * lower levels' edges are then empty).  put gets every tile that is full.
 */
MUST_CHECK enum err
merkle_push(struct merkle_edge *e, struct hasher *h, int level,
	    const struct hash *in, struct tile_put put, struct why *why);
/* Puts the tiles that are not full and have changed since size `from`. */
MUST_CHECK enum err merkle_flush(const struct merkle_edge *e, int64_t from,
				 struct tile_put put, struct why *why);
void merkle_edge_root(const struct merkle_edge *e, struct hasher *h,
		      struct hash *out);

/* Gives tile `no` of a level: *n hashes into out (room for 256). */
typedef enum err tile_get_fn(void *ctx, int level, int64_t no, struct hash *out,
			     size_t *n, struct why *why);
/* A tree that is read through its tiles. */
struct merkle_view {
	struct hasher *h;
	tile_get_fn *get;
	void *ctx;
	int level; /* the tile at hand; zero has_tile to begin with */
	int64_t no;
	size_t n;
	bool has_tile;
	struct hash tile[TILE_HASHES];
};
MUST_CHECK enum err merkle_root(struct merkle_view *v, int64_t size,
				struct hash *out, struct why *why);

struct proof {
	size_t n;
	struct hash v[PROOF_MAX];
};
/* That leaf pos is in the tree of size; 0 <= pos < size. */
MUST_CHECK enum err
merkle_prove_leaf(struct merkle_view *v, int64_t pos, int64_t size,
		  struct proof *out, struct why *why);
/* That the tree of size begins with the tree of old; 0 < old <= size. */
MUST_CHECK enum err
merkle_prove_growth(struct merkle_view *v, int64_t old, int64_t size,
		    struct proof *out, struct why *why);

/* A tree head. */
struct head {
	int64_t size;
	struct hash root;
};
/* For proofs from outside: never fail, only say no. */
bool leaf_is_proved(struct hasher *h, const struct hash *leaf, int64_t pos,
		    const struct head *head, const struct proof *p);
bool growth_is_proved(struct hasher *h, const struct head *old,
		      const struct head *head, const struct proof *p);

#endif
