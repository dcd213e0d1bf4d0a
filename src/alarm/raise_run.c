/*
 * raise_run.c - the raiser's thread: reads the stream behind its cursors,
 * hands pieces of it to the write lane, gives way to the stream.
 */
#include "alarm/raise_parts.h"

#include "alarm/raise_list.h"
#include "base/log.h"
#include "base/str.h"
#include "base/thread.h"
#include "gen/stmt.h"

#define SCAN_MAX 1000	  /* rows a read */
#define SCANS_MAX 16	  /* reads before something is handled */
#define WAITING_MAX 65536 /* of a priority */
#define PIECE_MAX 128	  /* of P5; of the others a quarter */
#define PIECE_BUSY 8	  /* while ACKs wait for the same lane */
#define SWEEP_MS 500
#define SWEEP_MAX 50
#define IDLE_MS 200
#define REST_STEP_MS 5
#define REST_MAX_MS 500
/* Cursors that nothing moves are written all the same: a start must not read
 * again what other nodes and other priorities have filled the stream with. */
#define KEEP_US (60 * SECOND_MS * 1000)

struct raiser {
	struct raiser_conf conf;
	struct db *db; /* for reading; the thread's */
	struct arena a;
	struct arena scratch;
	struct raise_lists lists;
	int64_t swept_us, kept_us;
	bool unsure; /* whether the last piece was written */
	pthread_t thread;
	struct halt halt;
	pthread_mutex_t lock; /* of what follows */
	struct raiser_figures figures;
};

/* Signals that are handled together, with the cursors behind them. */
struct raise_piece {
	struct work work;
	struct raiser *r;
	int64_t ids[PIECE_MAX];
	size_t n, failed;
	int64_t cursor[RAISE_PRIORITIES];
	struct arena a;
	struct task t;
};

/* ---- reading ---- */

static unsigned
node_of(int64_t id)
{
	return (unsigned)(id >> 16) & 63;
}

/*
 * Not beyond what is settled: a greater id of another node, or of our own
 * (raise_own), may be visible while signals before it are still on their way.
 */
static enum err
scan_once(struct raiser *r, size_t *n, struct why *why)
{
	int64_t upto = r->conf.stream == NULL ?
			   INT64_MAX :
			   stream_settled(r->conf.stream, time_now_ms());
	struct rows rows = { 0 };
	enum err rc;

	TRY(db_begin(r->db, TX_READ, why));
	rc = db_run(r->db, STMT_RAISE_SCAN,
		    ARGS(val_int(r->lists.scanned), val_int(SCAN_MAX),
			 val_int(upto)),
		    &r->scratch, &rows, why);
	TRY(db_end(r->db, rc, why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		raise_lists_enter(&r->lists, v[0].i, v[1].i,
				  node_of(v[0].i) == id_node_number());
	}
	*n = rows.n;
	arena_reset(&r->scratch);
	return OK;
}

static void
complain(const char *what, const struct why *why)
{
	log_limited(LOG_ERROR, LOG_JOB, "raiser", str_of(what), 3,
		    "what=%s why=\"%s\"", what, why->text[LANG_EN]);
}

static void
scan(struct raiser *r)
{
	struct why why = { 0 };
	size_t n = SCAN_MAX;

	raise_lists_again(&r->lists);
	for (int i = 0;
	     n == SCAN_MAX && i < SCANS_MAX && !halt_is_set(&r->halt); i++) {
		if (scan_once(r, &n, &why) != OK) {
			complain("scan", &why);
			(void)halt_rest(&r->halt, IDLE_MS);
			return;
		}
	}
	pthread_mutex_lock(&r->lock);
	for (int i = 0; i < RAISE_PRIORITIES; i++)
		r->figures.waiting[i] = r->lists.of[i].n;
	pthread_mutex_unlock(&r->lock);
}

/* ---- a piece ---- */

/* A rule that fails must not stop the stream: the signal goes to the queue
 * of what people have to look at. */
static enum err
put_aside(struct task *t, const struct signal *s)
{
	return db_run(t->db, STMT_RAISE_FATE,
		      ARGS(val_int(s->id), val_int(s->org), val_int(t->now_ms),
			   val_text(str_of(fate_word(FATE_UNDECODED))),
			   val_null(), val_text(STR("rule failed"))),
		      NULL, NULL, &t->why);
}

static enum err
rules(struct task *t, const void *ctx)
{
	return raise_signal(t, ctx);
}

static enum err
handle(struct raise_piece *p, int64_t id)
{
	struct task *t = &p->t;
	struct signal s = { 0 };
	enum err rc = raise_signal_get(t, id, &s);
	bool good;

	/* After a failover a standby may know less than we have read. */
	if (rc == ERR_NOT_FOUND) {
		log_limited(LOG_ERROR, LOG_JOB, "raise_gone", STR(""), 10,
			    "signal=%lld", (long long)id);
		t->why = (struct why){ .room = t->a };
		return OK;
	}
	if (rc != OK)
		return rc;
	t->who = actor_program(s.org);
	TRY(raise_apart(t, rules, &s, id, &good));
	if (good)
		return OK;
	p->failed++;
	if (raise_is_bare(&s))
		TRY(raise_apart(t, raise_bare, &s, id, &good));
	return good ? OK : put_aside(t, &s);
}

static enum err
put_cursors(struct raise_piece *p)
{
	struct task *t = &p->t;

	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		int64_t was = p->r->lists.of[i].cursor;

		if (p->cursor[i] == was)
			continue;
		TRY(db_run(t->db, STMT_RAISE_CURSOR_PUT,
			   ARGS(val_int(id_node_number()), val_int(i + 1),
				val_int(p->cursor[i]), val_int(was)),
			   NULL, NULL, &t->why));
		if (db_changed(t->db) == 0)
			return fail(&t->why, ERR_BUSY,
				    "the cursor of the raiser has moved",
				    "报警生成的游标已被移动");
	}
	return OK;
}

static enum err
piece_run(struct work *w, struct db *db, struct why *why)
{
	struct raise_piece *p = (struct raise_piece *)w;
	enum err rc = OK;

	p->t = task_open(db, &p->a, time_now_ms(), actor_program(0));
	for (size_t i = 0; i < p->n && rc == OK; i++)
		rc = handle(p, p->ids[i]);
	if (rc == OK)
		rc = put_cursors(p);
	if (rc != OK)
		*why = p->t.why;
	return rc;
}

/* A restore or a closing that is stored and still waits is not missing. */
static int64_t
handled_upto(const struct raiser *r)
{
	int64_t at_ms = time_now_ms();

	for (int i = 0; i < RAISE_PRIORITIES; i++) {
		const struct raise_list *f = &r->lists.of[i];
		int64_t first_ms = f->n == 0 ? at_ms : id_ms(f->ids[f->head]);

		at_ms = first_ms < at_ms ? first_ms : at_ms;
	}
	return at_ms;
}

static enum err
sweep_run(struct work *w, struct db *db, struct why *why)
{
	struct raise_piece *p = (struct raise_piece *)w;
	int64_t n;
	enum err rc;

	p->t = task_open(db, &p->a, time_now_ms(), actor_program(0));
	rc = raise_sweep(&p->t, handled_upto(p->r), SWEEP_MAX, &n);
	if (rc != OK)
		*why = p->t.why;
	return rc;
}

/* Through the lane, then to the feed. */
static bool
in_lane(struct raiser *r, struct raise_piece *p, const char *what)
{
	struct why why = { 0 };
	enum err rc = lane_do(r->conf.writer, &p->work, &why);

	if (rc == OK && r->conf.publish != NULL)
		r->conf.publish(r->conf.ctx, &p->t);
	if (rc != OK)
		complain(what, &why);
	arena_release(&p->a);
	return rc == OK;
}

/* Alarms give way to ACKs: small pieces while these wait. */
static size_t
piece_size(const struct raiser *r, int list)
{
	if (r->conf.stream != NULL && stream_waiting(r->conf.stream) > 0)
		return PIECE_BUSY;
	return list == RAISE_PRIORITIES - 1 ? PIECE_MAX : PIECE_MAX / 4;
}

/* Handles the first of a list and moves the cursors. */
static bool
do_piece(struct raiser *r, int list, size_t max)
{
	struct raise_piece p = { .work = { .run = piece_run }, .r = r };

	p.n = raise_lists_first(&r->lists, list, max, p.ids, p.cursor);
	if (!in_lane(r, &p, "piece")) {
		r->unsure = true;
		return false;
	}
	raise_lists_done(&r->lists, list, p.n, p.cursor);
	r->kept_us = time_mono_us();
	pthread_mutex_lock(&r->lock);
	r->figures.handled += p.n;
	r->figures.failed += p.failed;
	pthread_mutex_unlock(&r->lock);
	return true;
}

static void
keep_cursors(struct raiser *r)
{
	if (time_mono_us() - r->kept_us >= KEEP_US)
		(void)do_piece(r, RAISE_PRIORITIES - 1, 0);
}

/*
 * ACKs go before alarms: while the stream has work this thread takes about a
 * tenth of the time.  P1 waits as long as its piece took, no longer.
 */
static void
give_way(struct raiser *r, int64_t took_us)
{
	int64_t rest_ms = took_us * 9 / 1000, done_ms = 0;

	if (rest_ms > REST_MAX_MS)
		rest_ms = REST_MAX_MS;
	while (done_ms < rest_ms && r->conf.stream != NULL &&
	       stream_waiting(r->conf.stream) > 0 && !halt_is_set(&r->halt)) {
		(void)halt_rest(&r->halt, REST_STEP_MS);
		done_ms += REST_STEP_MS;
		scan(r);
		if (r->lists.of[0].n > 0 && done_ms * 1000 >= took_us)
			return;
	}
}

static void
sweep(struct raiser *r)
{
	struct raise_piece p = { .work = { .run = sweep_run }, .r = r };
	int64_t now_us = time_mono_us();

	if (now_us - r->swept_us < SWEEP_MS * 1000)
		return;
	r->swept_us = now_us;
	(void)in_lane(r, &p, "sweep");
}

static void
wait_for_more(struct raiser *r)
{
	if (r->conf.stream == NULL)
		(void)halt_rest(&r->halt, IDLE_MS);
	else
		(void)stream_wait(r->conf.stream, r->lists.scanned, IDLE_MS);
}

static enum err
read_cursors(struct raiser *r, struct why *why)
{
	struct rows rows = { 0 };
	enum err rc;

	TRY(db_begin(r->db, TX_READ, why));
	rc = db_run(r->db, STMT_RAISE_CURSORS, ARGS(val_int(id_node_number())),
		    &r->scratch, &rows, why);
	TRY(db_end(r->db, rc, why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		if (v[0].i >= 1 && v[0].i <= RAISE_PRIORITIES)
			r->lists.of[v[0].i - 1].cursor = v[1].i;
	}
	arena_reset(&r->scratch);
	return OK;
}

/*
 * Exactly once: after a piece whose commit failed, or perhaps did not (a
 * connection lost in it), the cursors in the table say what was written.
 */
static bool
is_sure(struct raiser *r)
{
	struct why why = { 0 };

	if (!r->unsure)
		return true;
	if (db_ping(r->db, &why) != OK || read_cursors(r, &why) != OK) {
		complain("cursors", &why);
		return false;
	}
	raise_lists_skip(&r->lists);
	r->unsure = false;
	return true;
}

static void *
raiser_run(void *arg)
{
	struct raiser *r = arg;

	while (!halt_is_set(&r->halt)) {
		int64_t begun_us = time_mono_us();
		int list;

		if (!is_sure(r)) {
			(void)halt_rest(&r->halt, IDLE_MS);
			continue;
		}
		scan(r);
		list = raise_lists_highest(&r->lists);
		if (list >= 0 && do_piece(r, list, piece_size(r, list)))
			give_way(r, time_mono_us() - begun_us);
		else if (list >= 0)
			(void)halt_rest(&r->halt,
					IDLE_MS); /* the database is away */
		sweep(r);
		if (list < 0) {
			keep_cursors(r);
			wait_for_more(r);
		}
	}
	return NULL;
}

/* ---- life ---- */

static enum err
start_behind(struct raiser *r, struct why *why)
{
	TRY(read_cursors(r, why));
	raise_lists_start(&r->lists);
	r->kept_us = time_mono_us();
	return OK;
}

static struct raiser *
raiser_new(const struct raiser_conf *conf)
{
	struct arena a = { 0 };
	struct raiser *r = ARENA_NEW(&a, struct raiser);

	r->a = a; /* it lies in its own arena */
	r->conf = *conf;
	raise_lists_init(&r->lists, WAITING_MAX, &r->a);
	pthread_mutex_init(&r->lock, NULL);
	halt_init(&r->halt);
	return r;
}

static void
raiser_free(struct raiser *r)
{
	struct arena a;

	db_close(&r->db);
	arena_release(&r->scratch);
	halt_release(&r->halt);
	pthread_mutex_destroy(&r->lock);
	a = r->a;
	arena_release(&a);
}

enum err
raiser_open(const struct raiser_conf *conf, struct raiser **out,
	    struct why *why)
{
	struct raiser *r = raiser_new(conf);
	enum err rc = db_open(conf->url, &r->db, why);

	if (rc == OK)
		rc = start_behind(r, why);
	if (rc != OK) {
		raiser_free(r);
		return rc;
	}
	r->thread = thread_start("raiser", raiser_run, r);
	*out = r;
	return OK;
}

struct raiser_figures
raiser_figures(struct raiser *r)
{
	struct raiser_figures out;

	pthread_mutex_lock(&r->lock);
	out = r->figures;
	pthread_mutex_unlock(&r->lock);
	return out;
}

void
raiser_close(struct raiser **raiser)
{
	struct raiser *r = *raiser;

	*raiser = NULL;
	if (r == NULL)
		return;
	halt_set(&r->halt);
	(void)pthread_join(r->thread, NULL);
	raiser_free(r);
}
