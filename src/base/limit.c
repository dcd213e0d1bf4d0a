/* limit.c - at most so many per minute and key, in bounded memory. */
#include "base/limit.h"

static uint64_t
hash_more(uint64_t h, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(1099511628211);
	return (h ^ 0xff) * UINT64_C(1099511628211); /* an end mark */
}

uint64_t
limit_hash(struct str a, struct str b)
{
	uint64_t h = UINT64_C(14695981039346656037);

	h = hash_more(hash_more(h, a), b);
	return h != 0 ? h : 1;
}

/* The key's place, or the one that was seen longest ago, made empty. */
static struct limit_key *
key_place(struct limit *l, uint64_t hash, int64_t now_us)
{
	struct limit_key *oldest = &l->keys[0];

	for (size_t i = 0; i < LIMIT_KEYS; i++) {
		struct limit_key *k = &l->keys[i];

		if (k->hash == hash)
			return k;
		if (k->hash == 0 || k->seen_us < oldest->seen_us)
			oldest = k;
		if (k->hash == 0)
			break;
	}
	*oldest = (struct limit_key){ .hash = hash, .start_us = now_us };
	return oldest;
}

bool
limit_pass(struct limit *l, uint64_t hash, unsigned burst, int64_t now_us,
	   uint64_t *left_out)
{
	return limit_take(l, hash, 1, burst, now_us, left_out);
}

bool
limit_take(struct limit *l, uint64_t hash, uint64_t n, unsigned burst,
	   int64_t now_us, uint64_t *left_out)
{
	struct limit_key *k = key_place(l, hash, now_us);

	*left_out = 0;
	k->seen_us = now_us;
	if (now_us - k->start_us >= LIMIT_WINDOW_US) {
		*left_out = k->refused;
		k->start_us = now_us;
		k->passed = k->refused = 0;
	}
	if (k->passed >= burst) {
		k->refused += n;
		return false;
	}
	k->passed += n;
	return true;
}
