/* stream.c - the only writer of signals: in groups, told after the commit. */
#include "alarm/stream.h"

#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "base/thread.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "kind/task.h"

#define GROUP_ROWS 1000 /* to a commit: others wait for the same lane */
#define ROWS_AT_ONCE 128
#define SIGNAL_COLUMNS 29
/* A queue of pieces. */
struct line {
	struct stream_piece *head, **tail;
};

struct stream {
	struct lane *lane; /* where the groups go */
	struct lane *own;  /* PostgreSQL; else NULL */
	size_t queue_max;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	int64_t newest;	    /* durable */
	size_t waiting;	    /* pieces not told yet */
	struct line queued; /* for the next group */
	struct line group;  /* the one in the lane; the lane's thread */
	struct work work;
	/* The lane's thread: values of rows that are written together. */
	struct val rows[ROWS_AT_ONCE * SIGNAL_COLUMNS];
	size_t n_rows;
	bool in_lane;
	int64_t first;	      /* id of the group that is written; 0: none */
	int64_t doubt;	      /* first id that is in doubt; 0: none */
	int64_t doubt_end_us; /* until then */
	struct stream_figures figures;
};

static void
line_put(struct line *l, struct stream_piece *p)
{
	p->next = NULL;
	*l->tail = p;
	l->tail = &p->next;
}

static struct stream_piece *
line_take(struct line *l)
{
	struct stream_piece *p = l->head;

	if (p == NULL)
		return NULL;
	l->head = p->next;
	if (l->head == NULL)
		l->tail = &l->head;
	return p;
}

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

static void
signal_values(const struct signal *s, struct val *out)
{
	const struct val all[SIGNAL_COLUMNS] = {
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

	memcpy(out, all, sizeof(all));
}

static struct stream *
stream_of(struct work *w)
{
	return (struct stream *)((char *)w - offsetof(struct stream, work));
}

/* As late as can be: all that came during the last commit. */
static void
group_gather(struct stream *s)
{
	size_t rows = 0;

	pthread_mutex_lock(&s->lock);
	while (s->queued.head != NULL && rows < GROUP_ROWS) {
		struct stream_piece *p = line_take(&s->queued);

		rows += p->n;
		line_put(&s->group, p);
	}
	pthread_mutex_unlock(&s->lock);
}

/* All ids of the group are greater than this one. */
static void
group_begin(struct stream *s)
{
	pthread_mutex_lock(&s->lock);
	s->first = id_new(time_now_ms());
	pthread_mutex_unlock(&s->lock);
}

/* On the lane's thread, before anybody is told. */
static void
group_end(struct stream *s, enum err rc)
{
	pthread_mutex_lock(&s->lock);
	if (rc == ERR_UNCERTAIN && s->first != 0) {
		if (s->doubt == 0)
			s->doubt = s->first;
		s->doubt_end_us = time_mono_us() + STREAM_DOUBT_MS * 1000;
	}
	s->first = 0;
	pthread_mutex_unlock(&s->lock);
}

static enum err
rows_write(struct stream *s, struct db *db, struct why *why)
{
	size_t n = s->n_rows;

	s->n_rows = 0;
	return db_many(db, STMT_SIGNAL_INSERT_MANY, s->rows, SIGNAL_COLUMNS, n,
		       why);
}

/* Ids are given here, on the one thread that writes: in commit order. */
static enum err
row_add(struct stream *s, struct db *db, struct signal *one, struct why *why)
{
	one->id = id_new(one->received_ms);
	signal_values(one, s->rows + s->n_rows * SIGNAL_COLUMNS);
	s->n_rows++;
	return s->n_rows < ROWS_AT_ONCE ? OK : rows_write(s, db, why);
}

static enum err
group_run(struct work *w, struct db *db, struct why *why)
{
	struct stream *s = stream_of(w);

	group_gather(s);
	group_begin(s);
	s->n_rows = 0;
	for (struct stream_piece *p = s->group.head; p != NULL; p = p->next) {
		for (size_t i = 0; i < p->n; i++)
			TRY(row_add(s, db, &p->signals[i], why));
	}
	return rows_write(s, db, why);
}

/* Tells all of a line; a piece may be gone once it is told. */
static void
line_tell(struct stream *s, struct line *l, enum err rc)
{
	struct stream_piece *p;
	size_t pieces = 0, rows = 0;
	int64_t last = 0;

	while ((p = line_take(l)) != NULL) {
		pieces++;
		rows += p->n;
		if (p->n > 0)
			last = p->signals[p->n - 1].id;
		p->done(p, rc);
	}
	pthread_mutex_lock(&s->lock);
	s->waiting -= pieces;
	s->figures.groups += pieces > 0;
	s->figures.failed += rc != OK ? pieces : 0;
	s->figures.rows += rc == OK ? rows : 0;
	if (rc == OK && last > s->newest)
		s->newest = last;
	pthread_cond_broadcast(&s->changed);
	pthread_mutex_unlock(&s->lock);
}

/* One group at a time; the lane has no room: nobody's piece is written. */
static void
lane_next(struct stream *s)
{
	struct line refused = { 0 };
	struct why why = { 0 };
	bool wanted;

	pthread_mutex_lock(&s->lock);
	wanted = s->queued.head != NULL;
	s->in_lane = wanted;
	/* stream_close waits for this, too. */
	pthread_cond_broadcast(&s->changed);
	pthread_mutex_unlock(&s->lock);
	if (!wanted || lane_put(s->lane, &s->work, &why) == OK)
		return;
	pthread_mutex_lock(&s->lock);
	refused = s->queued;
	s->queued = (struct line){ .tail = &s->queued.head };
	s->in_lane = false;
	pthread_mutex_unlock(&s->lock);
	line_tell(s, &refused, ERR_BUSY);
}

static void
group_done(struct work *w, enum err rc, const struct why *why)
{
	struct stream *s = stream_of(w);

	/* The lane tells of a lost database; this would be a row of ours that
	 * it refuses. */
	if (rc != OK)
		log_limited(LOG_ERROR, LOG_LANE, "stream_failed", STR(""), 6,
			    "why=\"%s\" detail=\"%s\"", why->text[LANG_EN],
			    why->detail);
	/* It may have failed before it ran: then the queue is told. */
	if (rc != OK && s->group.head == NULL)
		group_gather(s);
	group_end(s, rc);
	line_tell(s, &s->group, rc);
	lane_next(s);
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
	/* The clock may have gone back since: readers would miss what stands
	 * before their cursors. */
	if (rc == OK)
		id_start(id_node_number(), s->newest);
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
					.batch_max = 1,
					.queue_max = 1 };

	s->queue_max = conf->queue_max;
	s->queued.tail = &s->queued.head;
	s->group.tail = &s->group.head;
	s->work = (struct work){ .run = group_run,
				 .done = group_done,
				 .plain = true };
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
	enum db_kind kind;
	enum err rc;

	pthread_mutex_init(&s->lock, NULL);
	cond_init(&s->changed);
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
	bool full, idle;

	pthread_mutex_lock(&s->lock);
	full = s->waiting >= s->queue_max;
	idle = !full && !s->in_lane;
	if (full) {
		s->figures.refused++;
	} else {
		line_put(&s->queued, p);
		s->waiting++;
		s->in_lane = true;
	}
	pthread_mutex_unlock(&s->lock);
	if (full)
		return fail(why, ERR_BUSY, "too many signals are waiting",
			    "等待写入的信号过多");
	/* Who begins puts for all; a refusal is told by done(). */
	if (idle)
		lane_next(s);
	return OK;
}

/* What a reader may see: nothing behind an id in doubt. */
static int64_t
newest_of(const struct stream *s)
{
	return s->doubt != 0 && s->doubt < s->newest ? s->doubt : s->newest;
}

int64_t
stream_wait(struct stream *s, int64_t after, int64_t wait_ms)
{
	const int64_t until_us = time_mono_us() + wait_ms * 1000;
	int64_t newest;

	pthread_mutex_lock(&s->lock);
	while (newest_of(s) <= after &&
	       cond_wait_until(&s->changed, &s->lock, until_us))
		;
	newest = newest_of(s);
	pthread_mutex_unlock(&s->lock);
	return newest;
}

/* The new id is taken under the lock: a group that begins later has greater
 * ones. */
int64_t
stream_settled(struct stream *s, int64_t now_ms)
{
	int64_t upto;

	pthread_mutex_lock(&s->lock);
	upto = s->first != 0 ? s->first : id_new(now_ms);
	if (s->doubt != 0 && time_mono_us() >= s->doubt_end_us)
		s->doubt = 0;
	if (s->doubt != 0 && s->doubt < upto)
		upto = s->doubt;
	pthread_mutex_unlock(&s->lock);
	return upto;
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
	return f;
}

void
stream_close(struct stream **stream)
{
	struct stream *s = *stream;

	if (s == NULL)
		return;
	pthread_mutex_lock(&s->lock);
	while (s->waiting > 0 || s->in_lane)
		pthread_cond_wait(&s->changed, &s->lock);
	pthread_mutex_unlock(&s->lock);
	lane_close(&s->own);
	pthread_mutex_destroy(&s->lock);
	pthread_cond_destroy(&s->changed);
	mem_free(s);
	*stream = NULL;
}
