/* repeat.c - a ring of keys with a table to find them. */
#include "alarm/repeat.h"

#include <string.h>

#define NONE UINT32_MAX

struct entry {
	struct repeat_key key;
	int64_t at_ms, window_ms;
	void *ctx;
	enum repeat_state state; /* NEW: free */
	uint32_t mark;		 /* when it came into doubt */
	uint32_t next;		 /* of its bucket */
};

/* Who sent what last; one that has the place of another hides it. */
#define LAST_SLOTS 65536
struct last {
	uint64_t of;
	uint8_t b[8]; /* of the key */
};

struct repeats {
	size_t max, at, count, n_buckets, doubts;
	uint32_t mark;
	struct entry *ring;
	uint32_t *buckets;
	struct last *last;
};

struct repeats *
repeats_new(size_t max)
{
	struct repeats *r = mem_alloc(sizeof(*r));

	must(max > 0 && max < NONE / 4);
	r->max = max;
	r->n_buckets = 64;
	while (r->n_buckets < max)
		r->n_buckets *= 2;
	r->ring = mem_alloc(max * sizeof(*r->ring));
	r->buckets = mem_alloc(r->n_buckets * sizeof(*r->buckets));
	memset(r->buckets, 0xff, r->n_buckets * sizeof(*r->buckets));
	r->last = mem_alloc(LAST_SLOTS * sizeof(*r->last));
	return r;
}

void
repeats_free(struct repeats **r)
{
	if (*r == NULL)
		return;
	mem_free((*r)->ring);
	mem_free((*r)->buckets);
	mem_free((*r)->last);
	mem_free(*r);
	*r = NULL;
}

size_t
repeats_count(const struct repeats *r)
{
	return r->count;
}

size_t
repeats_doubts(const struct repeats *r)
{
	return r->doubts;
}

/* The key is a digest: any of its bytes are as good. */
static uint32_t *
bucket_of(struct repeats *r, const struct repeat_key *key)
{
	uint64_t x;

	memcpy(&x, key->b, sizeof(x));
	return &r->buckets[x & (r->n_buckets - 1)];
}

static struct entry *
find(struct repeats *r, const struct repeat_key *key)
{
	uint32_t i = *bucket_of(r, key);

	while (i != NONE &&
	       memcmp(r->ring[i].key.b, key->b, sizeof(key->b)) != 0)
		i = r->ring[i].next;
	return i == NONE ? NULL : &r->ring[i];
}

static void
drop(struct repeats *r, struct entry *e)
{
	uint32_t i = (uint32_t)(e - r->ring), *at;

	if (e->state == REPEAT_NEW)
		return;
	at = bucket_of(r, &e->key);
	while (*at != i)
		at = &r->ring[*at].next;
	*at = e->next;
	r->doubts -= e->state == REPEAT_DOUBT;
	r->count--;
	*e = (struct entry){ 0 };
}

/* The place of the oldest, which gives way. */
static struct entry *
put(struct repeats *r, const struct repeat_key *key)
{
	uint32_t i = (uint32_t)r->at, *bucket = bucket_of(r, key);
	struct entry *e = &r->ring[i];

	r->at = (r->at + 1) % r->max;
	drop(r, e);
	e->key = *key;
	e->next = *bucket;
	*bucket = i;
	r->count++;
	return e;
}

static void
last_set(struct repeats *r, const struct repeat_key *key)
{
	struct last *l = &r->last[key->of % LAST_SLOTS];

	if (key->of == 0)
		return;
	l->of = key->of;
	memcpy(l->b, key->b, sizeof(l->b));
}

/* The panel went on since: it has had the answer. */
static bool
is_left_behind(const struct repeats *r, const struct repeat_key *key)
{
	const struct last *l = &r->last[key->of % LAST_SLOTS];

	return key->of != 0 && l->of == key->of &&
	       memcmp(l->b, key->b, sizeof(l->b)) != 0;
}

enum repeat_state
repeat_look(struct repeats *r, const struct repeat_key *key, int64_t now_ms,
	    void **was)
{
	const struct entry *e = find(r, key);

	*was = NULL;
	/* What is on its way or in doubt is so however long it takes. */
	if (e == NULL ||
	    (e->state == REPEAT_STORED &&
	     (now_ms - e->at_ms > e->window_ms || is_left_behind(r, key))))
		return REPEAT_NEW;
	*was = e->ctx;
	return e->state;
}

enum repeat_state
repeat_enter(struct repeats *r, const struct repeat_key *key, int64_t now_ms,
	     int64_t window_ms, void *ctx, void **was)
{
	enum repeat_state state = repeat_look(r, key, now_ms, was);
	struct entry *e = find(r, key);

	if (state != REPEAT_NEW)
		return state;
	if (e != NULL)
		drop(r, e);
	e = put(r, key);
	e->state = REPEAT_PENDING;
	e->at_ms = now_ms;
	e->window_ms = window_ms;
	e->ctx = ctx;
	return REPEAT_NEW;
}

static void
state_set(struct repeats *r, struct entry *e, enum repeat_state state)
{
	r->doubts -= e->state == REPEAT_DOUBT;
	r->doubts += state == REPEAT_DOUBT;
	e->state = state;
	e->ctx = NULL;
	e->mark = r->mark;
}

void
repeat_stored(struct repeats *r, const struct repeat_key *key, int64_t now_ms)
{
	struct entry *e = find(r, key);

	if (e == NULL)
		return;
	e->at_ms = now_ms;
	state_set(r, e, REPEAT_STORED);
	last_set(r, &e->key);
}

void
repeat_forget(struct repeats *r, const struct repeat_key *key)
{
	struct entry *e = find(r, key);

	if (e != NULL)
		drop(r, e);
}

void
repeat_doubt(struct repeats *r, const struct repeat_key *key)
{
	struct entry *e = find(r, key);

	if (e != NULL)
		state_set(r, e, REPEAT_DOUBT);
}

void
repeat_found(struct repeats *r, const struct repeat_key *key, int64_t at_ms,
	     int64_t window_ms)
{
	struct entry *e = find(r, key);

	/* On its way again: that one tells for itself. */
	if (e != NULL && e->state == REPEAT_PENDING)
		return;
	if (e == NULL)
		e = put(r, key);
	e->at_ms = at_ms;
	e->window_ms = window_ms;
	state_set(r, e, REPEAT_STORED);
	last_set(r, key);
}

uint32_t
repeats_mark(struct repeats *r)
{
	return r->mark++;
}

void
repeats_resolve(struct repeats *r, uint32_t mark)
{
	for (size_t i = 0; i < r->max && r->doubts > 0; i++) {
		struct entry *e = &r->ring[i];

		if (e->state == REPEAT_DOUBT && e->mark <= mark)
			drop(r, e);
	}
}
