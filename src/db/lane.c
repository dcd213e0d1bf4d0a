/* lane.c - database work in groups, each told after the commit. */
#include "db/lane.h"

#include "base/log.h"
#include "base/thread.h"

struct lane {
	struct lane_conf conf;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	struct work *head, **tail;
	size_t waiting;
	bool closing;
	struct lane_figures figures;
	size_t n_threads;
	struct lane_thread {
		struct lane *lane;
		pthread_t id;
		struct db *db;
	} * threads;
};

static bool
goes_with(const struct work *w, const struct work *next)
{
	return next != NULL && !w->bare && !next->bare;
}

/* Up to batch_max pieces; NULL: closed and nothing waits. */
static struct work *
take(struct lane *l)
{
	struct work *first, *last;
	size_t n = 1;

	pthread_mutex_lock(&l->lock);
	while (l->head == NULL && !l->closing)
		pthread_cond_wait(&l->wake, &l->lock);
	first = last = l->head;
	while (last != NULL && goes_with(last, last->next) &&
	       n < l->conf.batch_max) {
		last = last->next;
		n++;
	}
	if (first != NULL) {
		l->head = last->next;
		if (l->head == NULL)
			l->tail = &l->head;
		last->next = NULL;
		l->waiting -= n;
	}
	pthread_mutex_unlock(&l->lock);
	return first;
}

/* A failed piece is undone alone; a lost database fails the group. */
static enum err
run_marked(struct work *w, struct db *db)
{
	enum err rc, undone;

	if (w->plain)
		return w->rc = w->run(w, db, &w->why);
	TRY(w->rc = db_mark(db, &w->why));
	rc = w->run(w, db, &w->why);
	if (rc == OK)
		rc = db_settle(db, &w->why);
	undone = db_unmark(db, rc, &w->why);
	w->rc = rc != OK ? rc : undone;
	/* The piece is gone from the transaction: the group goes on. */
	return undone == rc ? OK : undone;
}

static enum err
run_group(struct lane_thread *t, struct work *first, struct why *why)
{
	bool alone = first->next == NULL;
	enum err rc = OK;

	if (first->bare) {
		first->rc = first->run(first, t->db, &first->why);
		*why = first->why;
		return first->rc;
	}
	TRY(db_begin(t->db, t->lane->conf.tx, why));
	if (alone) {
		first->rc = first->run(first, t->db, &first->why);
		first->rc = db_end(t->db, first->rc, &first->why);
		*why = first->why;
		return first->rc;
	}
	for (struct work *w = first; w != NULL && rc == OK; w = w->next) {
		rc = run_marked(w, t->db);
		if (rc != OK)
			*why = w->why;
	}
	return db_end(t->db, rc, why);
}

/* When the group as a whole failed, so did every piece that had gone well. */
static void
tell(struct lane *l, struct work *first, enum err group, const struct why *why)
{
	uint64_t n = 0, failed = 0;

	for (struct work *next, *w = first; w != NULL; w = next) {
		next = w->next;
		if (group != OK && w->rc == OK) {
			w->rc = group;
			w->why = *why;
		}
		n++;
		failed += w->rc != OK;
		w->done(w, w->rc, &w->why);
	}
	pthread_mutex_lock(&l->lock);
	l->figures.groups++;
	l->figures.pieces += n;
	l->figures.failed += failed;
	pthread_mutex_unlock(&l->lock);
}

static void *
lane_run(void *arg)
{
	struct lane_thread *t = arg;
	struct work *first;

	while ((first = take(t->lane)) != NULL) {
		struct why why = { 0 };
		enum err rc = run_group(t, first, &why);

		tell(t->lane, first, rc, &why);
		if (rc == ERR_STORAGE || rc == ERR_UNCERTAIN) {
			struct why again = { 0 };

			log_limited(LOG_ERROR, LOG_LANE, "group_failed",
				    (struct str){ "", 0 }, 6,
				    "lane=%s why=\"%s\" detail=\"%s\"",
				    t->lane->conf.name, why.text[LANG_EN],
				    why.detail);
			/* A lost connection comes back here or fails the
			 * next group as this one. */
			(void)!db_ping(t->db, &again);
		}
	}
	return NULL;
}

enum err
lane_open(const struct lane_conf *conf, struct lane **out, struct why *why)
{
	struct lane *l = mem_alloc(sizeof(*l));
	enum err rc = OK;

	l->conf = *conf;
	l->tail = &l->head;
	pthread_mutex_init(&l->lock, NULL);
	pthread_cond_init(&l->wake, NULL);
	l->threads = mem_alloc(conf->threads * sizeof(*l->threads));
	for (size_t i = 0; i < conf->threads && rc == OK; i++) {
		struct lane_thread *t = &l->threads[i];

		t->lane = l;
		rc = db_open(conf->url, &t->db, why);
		if (rc != OK)
			break;
		t->id = thread_start(conf->name, lane_run, t);
		l->n_threads++;
	}
	if (rc != OK)
		lane_close(&l);
	*out = l;
	return rc;
}

enum err
lane_put(struct lane *l, struct work *w, struct why *why)
{
	bool full;

	w->next = NULL;
	w->rc = OK;
	w->why = (struct why){ .faults = w->why.faults, .room = w->why.room };
	pthread_mutex_lock(&l->lock);
	full = l->waiting >= l->conf.queue_max || l->closing;
	if (full) {
		l->figures.refused++;
	} else {
		*l->tail = w;
		l->tail = &w->next;
		l->waiting++;
		pthread_cond_signal(&l->wake);
	}
	pthread_mutex_unlock(&l->lock);
	if (full)
		return fail(why, ERR_BUSY, "too much is waiting; try again",
			    "系统繁忙，请稍后重试");
	return OK;
}

/* lane_do: the caller's work wrapped, and a wait for its end. */
struct waiting {
	struct work work;
	struct work *inner;
	pthread_mutex_t lock;
	pthread_cond_t ended;
	bool over;
};

static enum err
waiting_run(struct work *w, struct db *db, struct why *why)
{
	struct waiting *x = (struct waiting *)w;

	return x->inner->run(x->inner, db, why);
}

static void
waiting_done(struct work *w, enum err rc, const struct why *why)
{
	struct waiting *x = (struct waiting *)w;

	x->inner->rc = rc;
	x->inner->why = *why;
	pthread_mutex_lock(&x->lock);
	x->over = true;
	pthread_cond_signal(&x->ended);
	pthread_mutex_unlock(&x->lock);
}

enum err
lane_do(struct lane *l, struct work *w, struct why *why)
{
	struct waiting x = { .work = { .run = waiting_run,
				       .done = waiting_done,
				       .plain = w->plain,
				       .bare = w->bare,
				       .why = { .faults = why->faults,
						.room = why->room } },
			     .inner = w,
			     .lock = PTHREAD_MUTEX_INITIALIZER,
			     .ended = PTHREAD_COND_INITIALIZER };

	TRY(lane_put(l, &x.work, why));
	pthread_mutex_lock(&x.lock);
	while (!x.over)
		pthread_cond_wait(&x.ended, &x.lock);
	pthread_mutex_unlock(&x.lock);
	if (w->rc != OK)
		*why = w->why;
	if (w->done != NULL)
		w->done(w, w->rc, &w->why);
	return w->rc;
}

void
lane_close(struct lane **lane)
{
	struct lane *l = *lane;

	if (l == NULL)
		return;
	pthread_mutex_lock(&l->lock);
	l->closing = true;
	pthread_cond_broadcast(&l->wake);
	pthread_mutex_unlock(&l->lock);
	for (size_t i = 0; i < l->n_threads; i++)
		(void)pthread_join(l->threads[i].id, NULL);
	for (size_t i = 0; i < l->conf.threads; i++)
		db_close(&l->threads[i].db);
	pthread_mutex_destroy(&l->lock);
	pthread_cond_destroy(&l->wake);
	mem_free(l->threads);
	mem_free(l);
	*lane = NULL;
}

struct lane_figures
lane_figures(struct lane *l)
{
	struct lane_figures f;

	pthread_mutex_lock(&l->lock);
	f = l->figures;
	f.waiting = l->waiting;
	pthread_mutex_unlock(&l->lock);
	return f;
}
