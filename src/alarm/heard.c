/* heard.c - two small tables of sets: a place is one of four by its hash. */
#include "alarm/heard.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define SET 4
#define UNKNOWN_SETS 256
#define REFUSED_SETS 1024

struct heard {
	pthread_mutex_t lock;
	struct heard_unknown unknown[UNKNOWN_SETS * SET]; /* n 0: free */
	struct heard_refused refused[REFUSED_SETS * SET];
	_Atomic size_t n_refused; /* read without the lock: mostly 0 */
};

const char *
heard_why_word(enum heard_why why)
{
	static const char *const words[] = {
#define X(name, word) word,
		HEARD_WHYS(X)
#undef X
	};

	return words[why];
}

struct heard *
heard_new(void)
{
	struct heard *h = mem_alloc(sizeof(*h));

	memset(h, 0, sizeof(*h));
	pthread_mutex_init(&h->lock, NULL);
	return h;
}

void
heard_free(struct heard **h)
{
	if (*h == NULL)
		return;
	pthread_mutex_destroy(&(*h)->lock);
	mem_free(*h);
	*h = NULL;
}

/* ---- unknown accounts ---- */

static uint64_t
hash_text(uint64_t h, const char *s)
{
	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(1099511628211);
	return h;
}

static struct heard_unknown *
unknown_set(struct heard *h, const struct heard_unknown *one)
{
	uint64_t x = UINT64_C(14695981039346656037) ^ (uint64_t)one->org;

	x = hash_text(hash_text(x, one->line), one->account);
	return &h->unknown[(x ^ x >> 32) % UNKNOWN_SETS * SET];
}

static bool
unknown_same(const struct heard_unknown *a, const struct heard_unknown *b)
{
	return a->n > 0 && a->org == b->org && strcmp(a->line, b->line) == 0 &&
	       strcmp(a->account, b->account) == 0;
}

void
heard_unknown(struct heard *h, const struct heard_unknown *one)
{
	struct heard_unknown *set = unknown_set(h, one), *at = set;

	pthread_mutex_lock(&h->lock);
	for (int i = 0; i < SET && !unknown_same(at, one); i++) {
		if (unknown_same(&set[i], one) || set[i].n == 0 ||
		    (at->n > 0 && set[i].last_ms < at->last_ms))
			at = &set[i];
	}
	if (!unknown_same(at, one)) {
		*at = *one;
		at->first_ms = one->last_ms;
		at->n = 0;
	}
	memcpy(at->peer, one->peer, sizeof(at->peer));
	at->is_udp = one->is_udp;
	at->last_ms = one->last_ms;
	at->n++;
	pthread_mutex_unlock(&h->lock);
}

static int
unknown_newer(const void *a, const void *b)
{
	const struct heard_unknown *x = a, *y = b;

	return (x->last_ms < y->last_ms) - (x->last_ms > y->last_ms);
}

size_t
heard_unknowns(struct heard *h, int64_t org, int64_t from_ms,
	       struct heard_unknown *out, size_t max)
{
	struct heard_unknown *all = mem_alloc(sizeof(h->unknown));
	size_t n = 0;

	pthread_mutex_lock(&h->lock);
	for (size_t i = 0; i < ARRAY_LEN(h->unknown); i++) {
		const struct heard_unknown *at = &h->unknown[i];

		if (at->n > 0 && at->org == org && at->last_ms >= from_ms)
			all[n++] = *at;
	}
	pthread_mutex_unlock(&h->lock);
	qsort(all, n, sizeof(*all), unknown_newer);
	n = n < max ? n : max;
	memcpy(out, all, n * sizeof(*out));
	mem_free(all);
	return n;
}

/* ---- refused frames ---- */

static struct heard_refused *
refused_set(struct heard *h, int64_t panel)
{
	uint64_t x = (uint64_t)panel * UINT64_C(0x9e3779b97f4a7c15);

	return &h->refused[(x >> 32) % REFUSED_SETS * SET];
}

static struct heard_refused *
refused_find(struct heard *h, int64_t panel)
{
	struct heard_refused *set = refused_set(h, panel);

	for (int i = 0; i < SET; i++) {
		if (set[i].n > 0 && set[i].panel == panel)
			return &set[i];
	}
	return NULL;
}

/* A free one, else the oldest. */
static struct heard_refused *
refused_place(struct heard *h, int64_t panel)
{
	struct heard_refused *set = refused_set(h, panel), *at = set;

	for (int i = 1; i < SET && at->n > 0; i++) {
		if (set[i].n == 0 || set[i].last_ms < at->last_ms)
			at = &set[i];
	}
	if (at->n == 0)
		h->n_refused++;
	return at;
}

void
heard_refused(struct heard *h, const struct heard_refused *one)
{
	struct heard_refused *at;

	pthread_mutex_lock(&h->lock);
	at = refused_find(h, one->panel);
	if (at == NULL || at->why != one->why) {
		if (at == NULL)
			at = refused_place(h, one->panel);
		*at = *one;
		at->first_ms = one->last_ms;
		at->n = 0;
	}
	at->diff_ms = one->diff_ms;
	at->last_ms = one->last_ms;
	at->n++;
	pthread_mutex_unlock(&h->lock);
}

void
heard_good(struct heard *h, int64_t panel)
{
	struct heard_refused *at;

	if (h->n_refused == 0)
		return;
	pthread_mutex_lock(&h->lock);
	at = refused_find(h, panel);
	if (at != NULL) {
		at->n = 0;
		h->n_refused--;
	}
	pthread_mutex_unlock(&h->lock);
}

bool
heard_refused_of(struct heard *h, int64_t org, int64_t panel,
		 struct heard_refused *out)
{
	const struct heard_refused *at;
	bool found;

	pthread_mutex_lock(&h->lock);
	at = refused_find(h, panel);
	found = at != NULL && at->org == org;
	if (found)
		*out = *at;
	pthread_mutex_unlock(&h->lock);
	return found;
}

static int
refused_newer(const void *a, const void *b)
{
	const struct heard_refused *x = a, *y = b;

	return (x->last_ms < y->last_ms) - (x->last_ms > y->last_ms);
}

size_t
heard_refusals(struct heard *h, int64_t org, struct heard_refused *out,
	       size_t max)
{
	struct heard_refused *all = mem_alloc(sizeof(h->refused));
	size_t n = 0;

	pthread_mutex_lock(&h->lock);
	for (size_t i = 0; i < ARRAY_LEN(h->refused) && h->n_refused > 0; i++) {
		if (h->refused[i].n > 0 && h->refused[i].org == org)
			all[n++] = h->refused[i];
	}
	pthread_mutex_unlock(&h->lock);
	qsort(all, n, sizeof(*all), refused_newer);
	n = n < max ? n : max;
	memcpy(out, all, n * sizeof(*out));
	mem_free(all);
	return n;
}
