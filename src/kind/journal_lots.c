/* journal_lots.c - threads that hash lots of rows. */
#include "kind/journal_lots.h"

#include <pthread.h>
#include <string.h>

#define HELPERS_MAX 8
/* 256 of the greatest entries that the journal takes, and some. */
#define LOT_BYTES_MAX (2048u << 20)

struct worker {
	struct lots *lots;
	pthread_t thread;
	struct hasher h;
};
struct lots {
	pthread_mutex_t lock;
	pthread_cond_t work, done;
	size_t n_filled, n_taken, n_done; /* taken in order */
	bool closing;
	size_t n_threads;
	struct worker own, helper[HELPERS_MAX];
	struct lot lot[LOTS_MAX];
};

static void
lot_hash(struct hasher *h, struct lot *lot)
{
	size_t at = 0;

	for (size_t i = 0; i < lot->n; at = lot->end[i++])
		hash_leaf(h,
			  (struct str){ lot->bytes.p + at, lot->end[i] - at },
			  &lot->leaf[i]);
	if (lot->n == TILE_HASHES)
		hash_perfect(h, lot->leaf, TILE_HASHES, &lot->root);
}

/* The lock is held, and is again on return. */
static void
take_one(struct worker *w)
{
	struct lots *l = w->lots;
	struct lot *lot = &l->lot[l->n_taken++];

	pthread_mutex_unlock(&l->lock);
	lot_hash(&w->h, lot);
	pthread_mutex_lock(&l->lock);
	if (++l->n_done == l->n_filled)
		pthread_cond_signal(&l->done);
}

static void *
helper_run(void *ctx)
{
	struct worker *w = ctx;
	struct lots *l = w->lots;

	pthread_mutex_lock(&l->lock);
	while (!l->closing) {
		if (l->n_taken < l->n_filled)
			take_one(w);
		else
			pthread_cond_wait(&l->work, &l->lock);
	}
	pthread_mutex_unlock(&l->lock);
	return NULL;
}

static enum err
worker_open(struct worker *w, struct lots *l, struct why *why)
{
	w->lots = l;
	return hasher_open("SM3", &w->h, why);
}

static void
worker_close(struct worker *w)
{
	if (w->h.md != NULL)
		hasher_close(&w->h);
}

enum err
lots_open(unsigned helpers, struct lots **out, struct why *why)
{
	struct lots *l = mem_alloc(sizeof(*l));
	enum err rc;

	memset(l, 0, sizeof(*l));
	must(helpers <= HELPERS_MAX);
	for (size_t i = 0; i < LOTS_MAX; i++)
		l->lot[i].bytes = buf_open(LOT_BYTES_MAX);
	must(pthread_mutex_init(&l->lock, NULL) == 0);
	must(pthread_cond_init(&l->work, NULL) == 0);
	must(pthread_cond_init(&l->done, NULL) == 0);
	rc = worker_open(&l->own, l, why);
	for (size_t i = 0; i < helpers && rc == OK; i++) {
		rc = worker_open(&l->helper[i], l, why);
		/* fewer threads are slower, not wrong */
		if (rc != OK || pthread_create(&l->helper[i].thread, NULL,
					       helper_run, &l->helper[i]) != 0)
			break;
		l->n_threads++;
	}
	*out = l;
	if (rc != OK)
		lots_close(out);
	return rc;
}

void
lots_close(struct lots **lots)
{
	struct lots *l = *lots;

	if (l == NULL)
		return;
	pthread_mutex_lock(&l->lock);
	l->closing = true;
	pthread_cond_broadcast(&l->work);
	pthread_mutex_unlock(&l->lock);
	for (size_t i = 0; i < l->n_threads; i++)
		(void)pthread_join(l->helper[i].thread, NULL); /* ours */
	for (size_t i = 0; i < HELPERS_MAX; i++)
		worker_close(&l->helper[i]);
	worker_close(&l->own);
	for (size_t i = 0; i < LOTS_MAX; i++)
		buf_release(&l->lot[i].bytes);
	pthread_cond_destroy(&l->done);
	pthread_cond_destroy(&l->work);
	pthread_mutex_destroy(&l->lock);
	mem_free(l);
	*lots = NULL;
}

struct lot *
lots_at(struct lots *l, size_t i)
{
	must(i < LOTS_MAX);
	return &l->lot[i];
}

void
lots_filled(struct lots *l, size_t n)
{
	pthread_mutex_lock(&l->lock);
	must(n >= l->n_filled && n <= LOTS_MAX);
	l->n_filled = n;
	pthread_cond_signal(&l->work);
	pthread_mutex_unlock(&l->lock);
}

void
lots_finish(struct lots *l)
{
	pthread_mutex_lock(&l->lock);
	while (l->n_taken < l->n_filled)
		take_one(&l->own);
	while (l->n_done < l->n_filled)
		pthread_cond_wait(&l->done, &l->lock);
	pthread_mutex_unlock(&l->lock);
}

void
lots_reset(struct lots *l)
{
	pthread_mutex_lock(&l->lock);
	must(l->n_done == l->n_filled);
	l->n_filled = l->n_taken = l->n_done = 0;
	for (size_t i = 0; i < LOTS_MAX; i++) {
		l->lot[i].n = 0;
		buf_clear(&l->lot[i].bytes);
	}
	pthread_mutex_unlock(&l->lock);
}
