/* stream.c - the only writer of signals: in groups, told after the commit. */
#include "alarm/stream.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>

#include "base/str.h"
#include "gen/stmt.h"
#include "kind/task.h"

#define GROUP_MAX 2000 /* pieces to a commit, on a lane of our own */
#define SIGNAL_COLUMNS 29

struct stream {
	struct lane *lane; /* where the pieces go */
	struct lane *own;  /* PostgreSQL; else NULL */
	pthread_mutex_t lock;
	pthread_cond_t changed;
	int64_t newest; /* durable */
	size_t waiting;
	struct stream_figures figures;
};

static struct val
val_some(struct str s)
{
	return s.n == 0 ? val_null() : val_text(s);
}

static struct val
val_number(int64_t i)
{
	return i == SIGNAL_NONE ? val_null() : val_int(i);
}

static enum err
signal_write(struct db *db, const struct signal *s, struct why *why)
{
	const struct val args[SIGNAL_COLUMNS] = {
		val_int(s->id),
		val_int(s->org),
		val_int(s->received_ms),
		val_number(s->device_ms),
		val_text(s->source),
		val_some(s->transport),
		val_some(s->peer),
		val_some(s->line),
		val_some(s->account),
		val_some(s->seq),
		val_some(s->token),
		val_int(s->encrypted),
		val_id(s->panel),
		val_id(s->site),
		val_id(s->customer),
		s->raw.n == 0 ? val_null() : val_bytes(s->raw.p, s->raw.n),
		val_int(s->part),
		val_some(s->format),
		val_some(s->code),
		val_some(s->role),
		val_some(s->class),
		val_int(s->priority),
		val_number(s->part_no),
		val_number(s->zone_no),
		val_number(s->user_no),
		val_some(s->text),
		val_some(s->data),
		val_some(s->xdata),
		val_text(s->state),
	};

	return db_later(db, STMT_SIGNAL_INSERT, args, SIGNAL_COLUMNS, why);
}

/* Ids are given here, on the one thread that writes: in commit order. */
static enum err
piece_run(struct work *w, struct db *db, struct why *why)
{
	struct stream_piece *p = (struct stream_piece *)w;

	for (size_t i = 0; i < p->n; i++) {
		p->signals[i].id = id_new(p->signals[i].received_ms);
		TRY(signal_write(db, &p->signals[i], why));
	}
	return OK;
}

static void
piece_done(struct work *w, enum err rc, const struct why *why)
{
	struct stream_piece *p = (struct stream_piece *)w;
	struct stream *s = p->stream;
	size_t n = p->n;
	int64_t last = n > 0 ? p->signals[n - 1].id : 0;

	(void)why;	/* the lane says it, once per group */
	p->done(p, rc); /* p may be gone now */
	pthread_mutex_lock(&s->lock);
	s->waiting--;
	s->figures.failed += rc != OK;
	if (rc == OK) {
		s->figures.rows += n;
		if (last > s->newest)
			s->newest = last;
	}
	pthread_cond_broadcast(&s->changed);
	pthread_mutex_unlock(&s->lock);
}

static enum err
newest_load(struct stream *s, const char *url, enum db_kind *kind,
	    struct why *why)
{
	struct arena a = { 0 };
	struct db *db = NULL;
	struct rows rows = { 0 };
	enum err rc = db_open(url, &db, why);

	if (rc != OK)
		return rc;
	*kind = db_kind(db);
	rc = db_run(db, STMT_SIGNAL_GREATEST, NO_ARGS, &a, &rows, why);
	if (rc == OK)
		s->newest = rows.v[0].i;
	db_close(&db);
	arena_release(&a);
	return rc;
}

static enum err
lane_choose(struct stream *s, const struct stream_conf *conf, enum db_kind kind,
	    struct why *why)
{
	const struct lane_conf lane = { .name = "stream",
					.url = conf->url,
					.tx = TX_WRITE,
					.threads = 1,
					.batch_max = GROUP_MAX,
					.queue_max = conf->queue_max };

	s->lane = conf->writer;
	if (kind == DB_SQLITE && conf->writer != NULL)
		return OK;
	TRY(lane_open(&lane, &s->own, why));
	s->lane = s->own;
	return OK;
}

enum err
stream_open(const struct stream_conf *conf, struct stream **out,
	    struct why *why)
{
	struct stream *s = mem_alloc(sizeof(*s));
	pthread_condattr_t attr;
	enum db_kind kind;
	enum err rc;

	pthread_mutex_init(&s->lock, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&s->changed, &attr);
	pthread_condattr_destroy(&attr);
	rc = newest_load(s, conf->url, &kind, why);
	if (rc == OK)
		rc = lane_choose(s, conf, kind, why);
	if (rc != OK)
		stream_close(&s);
	*out = s;
	return rc;
}

enum err
stream_put(struct stream *s, struct stream_piece *p, struct why *why)
{
	enum err rc;

	p->stream = s;
	p->work = (struct work){ .run = piece_run,
				 .done = piece_done,
				 .plain = true };
	/* Before it is put: done() may come at once. */
	pthread_mutex_lock(&s->lock);
	s->waiting++;
	pthread_mutex_unlock(&s->lock);
	rc = lane_put(s->lane, &p->work, why);
	if (rc == OK)
		return OK;
	pthread_mutex_lock(&s->lock);
	s->waiting--;
	s->figures.refused++;
	pthread_cond_broadcast(&s->changed);
	pthread_mutex_unlock(&s->lock);
	return rc;
}

static struct timespec
after_ms(int64_t wait_ms)
{
	int64_t at_us = time_mono_us() + wait_ms * 1000;

	return (struct timespec){ .tv_sec = at_us / 1000000,
				  .tv_nsec = at_us % 1000000 * 1000 };
}

int64_t
stream_wait(struct stream *s, int64_t after, int64_t wait_ms)
{
	struct timespec until = after_ms(wait_ms);
	int64_t newest;
	int rc = 0;

	pthread_mutex_lock(&s->lock);
	while (s->newest <= after && rc != ETIMEDOUT)
		rc = pthread_cond_timedwait(&s->changed, &s->lock, &until);
	newest = s->newest;
	pthread_mutex_unlock(&s->lock);
	return newest;
}

size_t
stream_waiting(struct stream *s)
{
	size_t n;

	pthread_mutex_lock(&s->lock);
	n = s->waiting;
	pthread_mutex_unlock(&s->lock);
	return n;
}

struct stream_figures
stream_figures(struct stream *s)
{
	struct stream_figures f;

	pthread_mutex_lock(&s->lock);
	f = s->figures;
	pthread_mutex_unlock(&s->lock);
	if (s->own != NULL)
		f.groups = lane_figures(s->own).groups;
	return f;
}

void
stream_close(struct stream **stream)
{
	struct stream *s = *stream;

	if (s == NULL)
		return;
	pthread_mutex_lock(&s->lock);
	while (s->waiting > 0)
		pthread_cond_wait(&s->changed, &s->lock);
	pthread_mutex_unlock(&s->lock);
	lane_close(&s->own);
	pthread_mutex_destroy(&s->lock);
	pthread_cond_destroy(&s->changed);
	mem_free(s);
	*stream = NULL;
}
