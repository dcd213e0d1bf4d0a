/*
 * limit.h - at most so many per minute and key, in bounded memory.
 *
 * Pure: time is an argument, and the caller locks.  A table holds 1024 keys;
 * when it is full the key that was seen longest ago gives way.
 */
#ifndef BASE_LIMIT_H
#define BASE_LIMIT_H

#include "base/base.h"

#define LIMIT_KEYS 1024
#define LIMIT_WINDOW_US INT64_C(60000000)

struct limit_key {
	uint64_t hash; /* 0: free */
	int64_t start_us, seen_us;
	uint64_t passed, refused; /* in the minute that began at start_us */
};
struct limit {
	struct limit_key keys[LIMIT_KEYS];
};

/*
 * May one more with this hash pass?  On the first of a new minute *left_out
 * is how many were refused in the last one, else 0.
 */
bool limit_pass(struct limit *l, uint64_t hash, unsigned burst, int64_t now_us,
		uint64_t *left_out);
/* The same for so many at once; the last may go beyond the burst. */
bool limit_take(struct limit *l, uint64_t hash, uint64_t n, unsigned burst,
		int64_t now_us, uint64_t *left_out);
/* FNV-1a over both; never 0. */
uint64_t limit_hash(struct str a, struct str b);

#endif
