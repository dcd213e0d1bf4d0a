/* t_lane.c - work in groups: nobody is told before it is durable, a failed
 * piece is undone alone, a full queue says so. */
#include "store.h"

#include <pthread.h>

#include "base/log.h"
#include "db/lane.h"

#define BOTH(text)         \
	{                  \
		text, text \
	}
/* clang-format off */
enum { ADD, ADD_NOTE, COUNT, NOTES, HAS, PID, KILL, N };
static const struct stmt texts[N] = {
	[ADD] = { "n_add", BOTH("INSERT INTO thing (id) VALUES ($1)"), 1, NULL,
	    NULL },
	[ADD_NOTE] = { "n_add_note", BOTH("INSERT INTO note (id, thing)"
	    " VALUES ($1, $1)"), 1, NULL, NULL },
	[COUNT] = { "n_count", BOTH("SELECT COUNT(*) FROM thing"), 0, "test",
	    NULL },
	[NOTES] = { "n_notes", BOTH("SELECT COUNT(*) FROM note"), 0, "test",
	    NULL },
	[HAS] = { "n_has", BOTH("SELECT COUNT(*) FROM thing WHERE id = $1"), 1,
	    NULL, NULL },
	[PID] = { "n_pid", { NULL, "SELECT pg_backend_pid()" }, 0, NULL,
	    NULL },
	[KILL] = { "n_kill", { NULL, "SELECT pg_terminate_backend("
	    "CAST($1 AS INTEGER), 5000)" }, 1, NULL, NULL },
};
/* clang-format on */
static int st[N];

/* What the pieces of one test share; done() runs on the lane's threads. */
struct shared {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	int started;	 /* pieces that came to the gate */
	int passed;	 /* so many of them may go on */
	struct db *peer; /* sees only what is committed */
	int64_t pid;	 /* of the lane's connection */
	int told, good, conflicts, storage, early;
};

struct piece {
	struct work work;
	struct shared *shared;
	int64_t id;
};

static enum err
piece_run(struct work *w, struct db *db, struct why *why)
{
	struct piece *p = (struct piece *)w;
	struct val id = val_int(p->id % 10 == 0 ? 10 : p->id);

	TRY(db_later(db, st[ADD_NOTE], ARGS(val_int(p->id)), why));
	/* every tenth is there already; said at once, or at the end */
	if (p->id % 3 == 0)
		return db_later(db, st[ADD], &id, 1, why);
	return db_run(db, st[ADD], &id, 1, NULL, NULL, why);
}

static bool
is_committed(struct shared *x, int64_t id)
{
	struct arena a = { 0 };
	struct why why = { 0 };
	struct rows rows;
	bool yes;

	yes = db_run(x->peer, st[HAS], ARGS(val_int(id)), &a, &rows, &why) ==
		  OK &&
	      rows.v[0].i == 1;
	arena_release(&a);
	return yes;
}

static void
piece_done(struct work *w, enum err rc, const struct why *why)
{
	struct piece *p = (struct piece *)w;
	struct shared *x = p->shared;

	(void)why;
	pthread_mutex_lock(&x->lock);
	x->told++;
	x->good += rc == OK;
	x->conflicts += rc == ERR_CONFLICT;
	x->storage += rc == ERR_STORAGE;
	if (rc == OK && x->peer != NULL && !is_committed(x, p->id))
		x->early++;
	pthread_cond_broadcast(&x->changed);
	pthread_mutex_unlock(&x->lock);
}

static void
piece_init(struct piece *p, struct shared *x, int64_t id)
{
	*p = (struct piece){ .work = { .run = piece_run, .done = piece_done },
			     .shared = x,
			     .id = id };
}

static struct lane *
lane_for(struct store *s, size_t batch, size_t queue)
{
	struct lane_conf conf = { .name = "test",
				  .url = s->url,
				  .tx = TX_WRITE,
				  .threads = 1,
				  .batch_max = batch,
				  .queue_max = queue };
	struct lane *l = NULL;

	store_ok(s, db_script(s->db,
			      "CREATE TABLE thing (id BIGINT PRIMARY KEY);"
			      "CREATE TABLE note (id BIGINT PRIMARY KEY,"
			      " thing BIGINT);"
			      "INSERT INTO thing VALUES (10);",
			      &s->why));
	store_ok(s, lane_open(&conf, &l, &s->why));
	return l;
}

#define PRODUCERS 4
#define EACH 250

struct producer {
	pthread_t thread;
	struct lane *lane;
	struct piece pieces[EACH];
};

static void *
produce(void *arg)
{
	struct producer *p = arg;
	struct why why = { 0 };

	for (int i = 0; i < EACH; i++)
		while (lane_put(p->lane, &p->pieces[i].work, &why) == ERR_BUSY)
			(void)usleep(500);
	return NULL;
}

static void
many_producers_are_told_after_the_commit(void **state)
{
	struct store *s = store_of(state);
	struct lane *l = lane_for(s, 64, 128);
	struct shared x = { .lock = PTHREAD_MUTEX_INITIALIZER,
			    .changed = PTHREAD_COND_INITIALIZER,
			    .peer = store_peer(s) };
	static struct producer producers[PRODUCERS];
	struct lane_figures f;

	for (int i = 0; i < PRODUCERS; i++) {
		producers[i].lane = l;
		for (int k = 0; k < EACH; k++)
			piece_init(&producers[i].pieces[k], &x,
				   i * EACH + k + 1);
		assert_int_equal(pthread_create(&producers[i].thread, NULL,
						produce, &producers[i]),
				 0);
	}
	for (int i = 0; i < PRODUCERS; i++)
		(void)pthread_join(producers[i].thread, NULL);
	pthread_mutex_lock(&x.lock);
	while (x.told < PRODUCERS * EACH)
		pthread_cond_wait(&x.changed, &x.lock);
	pthread_mutex_unlock(&x.lock);
	f = lane_figures(l);
	lane_close(&l);
	assert_int_equal(x.early, 0);
	assert_int_equal(x.conflicts, PRODUCERS * EACH / 10);
	assert_int_equal(x.good, PRODUCERS * EACH * 9 / 10);
	assert_true(f.groups < PRODUCERS * EACH);
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, x.good + 1);
	/* the first half of a failed piece is gone with it */
	assert_int_equal(store_value(s, st[NOTES], NO_ARGS).i, x.good);
	db_close(&x.peer);
}

/* Holds the lane until the test has filled the queue. */
static enum err
gate_run(struct work *w, struct db *db, struct why *why)
{
	struct piece *p = (struct piece *)w;
	struct shared *x = p->shared;
	int turn;

	(void)db;
	(void)why;
	pthread_mutex_lock(&x->lock);
	turn = ++x->started;
	pthread_cond_broadcast(&x->changed);
	while (x->passed < turn)
		pthread_cond_wait(&x->changed, &x->lock);
	pthread_mutex_unlock(&x->lock);
	return OK;
}

static void
gate_open(struct shared *x)
{
	pthread_mutex_lock(&x->lock);
	x->passed++;
	pthread_cond_broadcast(&x->changed);
	pthread_mutex_unlock(&x->lock);
}

static void
gate_close(struct lane *l, struct piece *p, struct shared *x, struct store *s)
{
	piece_init(p, x, 1);
	p->work.run = gate_run;
	p->work.done = piece_done;
	store_ok(s, lane_put(l, &p->work, &s->why));
	pthread_mutex_lock(&x->lock);
	while (x->started == 0)
		pthread_cond_wait(&x->changed, &x->lock);
	pthread_mutex_unlock(&x->lock);
}

static void
a_full_queue_says_busy(void **state)
{
	struct store *s = store_of(state);
	struct lane *l = lane_for(s, 4, 3);
	struct shared x = { .lock = PTHREAD_MUTEX_INITIALIZER,
			    .changed = PTHREAD_COND_INITIALIZER };
	struct piece gate, pieces[4];

	gate_close(l, &gate, &x, s);
	for (int i = 0; i < 4; i++) {
		piece_init(&pieces[i], &x, i + 1);
		store_fails(s, i < 3 ? OK : ERR_BUSY,
			    lane_put(l, &pieces[i].work, &s->why));
	}
	assert_int_equal(lane_figures(l).waiting, 3);
	assert_int_equal(lane_figures(l).refused, 1);
	gate_open(&x);
	lane_close(&l); /* finishes what waits */
	assert_int_equal(x.told, 4);
	assert_int_equal(x.good, 4);
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 4);
}

static void
waiting_for_one_piece(void **state)
{
	struct store *s = store_of(state);
	struct lane *l = lane_for(s, 64, 64);
	struct shared x = { .lock = PTHREAD_MUTEX_INITIALIZER,
			    .peer = store_peer(s) };
	struct piece p;

	piece_init(&p, &x, 1);
	store_ok(s, lane_do(l, &p.work, &s->why));
	piece_init(&p, &x, 1);
	store_fails(s, ERR_CONFLICT, lane_do(l, &p.work, &s->why));
	assert_int_equal(x.told, 2);
	assert_int_equal(x.early, 0);
	lane_close(&l);
	db_close(&x.peer);
}

static enum err
pid_run(struct work *w, struct db *db, struct why *why)
{
	struct piece *p = (struct piece *)w;
	struct arena a = { 0 };
	struct rows rows;
	enum err rc = db_run(db, st[PID], NO_ARGS, &a, &rows, why);

	if (rc == OK)
		p->shared->pid = rows.v[0].i;
	arena_release(&a);
	return rc;
}

/* A group whose connection is cut fails whole; the next one works. */
static void
a_lost_database_fails_the_group(void **state)
{
	struct store *s = store_of(state);
	struct lane *l = lane_for(s, 64, 64);
	struct shared x = { .lock = PTHREAD_MUTEX_INITIALIZER,
			    .changed = PTHREAD_COND_INITIALIZER };
	struct piece p, gate, pieces[9];

	piece_init(&p, &x, 1);
	p.work.run = pid_run;
	store_ok(s, lane_do(l, &p.work, &s->why));
	x.told = x.good = 0;
	gate_close(l, &gate, &x, s);
	for (int i = 0; i < 9; i++) {
		piece_init(&pieces[i], &x, i + 1);
		if (i == 5)
			pieces[i].work.run = gate_run;
		store_ok(s, lane_put(l, &pieces[i].work, &s->why));
	}
	gate_open(&x);
	pthread_mutex_lock(&x.lock);
	while (x.started < 2) /* the sixth of the group stands at the gate */
		pthread_cond_wait(&x.changed, &x.lock);
	pthread_mutex_unlock(&x.lock);
	assert_int_equal(store_value(s, st[KILL], ARGS(val_int(x.pid))).i, 1);
	gate_open(&x);
	pthread_mutex_lock(&x.lock);
	while (x.told < 10)
		pthread_cond_wait(&x.changed, &x.lock);
	pthread_mutex_unlock(&x.lock);
	assert_int_equal(x.storage, 9);
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 1);
	piece_init(&p, &x, 1);
	store_ok(s, lane_do(l, &p.work, &s->why));
	lane_close(&l);
}

/* What SQLite does itself when the disk fails in the middle. */
static enum err
give_up_run(struct work *w, struct db *db, struct why *why)
{
	(void)w;
	TRY(db_script(db, " ROLLBACK", why));
	return fail(why, ERR_STORAGE, "given up", "放弃");
}

/* Pieces after it must not commit themselves one by one. */
static void
a_transaction_given_up_fails_the_group(void **state)
{
	struct store *s = store_of(state);
	struct lane *l = lane_for(s, 64, 64);
	struct shared x = { .lock = PTHREAD_MUTEX_INITIALIZER,
			    .changed = PTHREAD_COND_INITIALIZER };
	struct piece gate, pieces[3];

	gate_close(l, &gate, &x, s);
	for (int i = 0; i < 3; i++) {
		piece_init(&pieces[i], &x, i + 1);
		if (i == 1)
			pieces[i].work.run = give_up_run;
		store_ok(s, lane_put(l, &pieces[i].work, &s->why));
	}
	gate_open(&x);
	pthread_mutex_lock(&x.lock);
	while (x.told < 4)
		pthread_cond_wait(&x.changed, &x.lock);
	pthread_mutex_unlock(&x.lock);
	assert_int_equal(x.storage, 3);
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 1);
	piece_init(&pieces[0], &x, 1);
	store_ok(s, lane_do(l, &pieces[0].work, &s->why));
	lane_close(&l);
}

/* In no transaction: the pieces before it are committed, it may begin one. */
static enum err
bare_run(struct work *w, struct db *db, struct why *why)
{
	struct piece *p = (struct piece *)w;

	if (!is_committed(p->shared, p->id - 1))
		return fail(why, ERR_INTERNAL, "not yet written", "尚未写入");
	TRY(db_begin(db, TX_WRITE, why));
	return db_end(db,
		      db_run(db, st[ADD], ARGS(val_int(p->id)), NULL, NULL,
			     why),
		      why);
}

static void
a_bare_piece_runs_between_transactions(void **state)
{
	struct store *s = store_of(state);
	struct lane *l = lane_for(s, 64, 64);
	struct shared x = { .lock = PTHREAD_MUTEX_INITIALIZER,
			    .changed = PTHREAD_COND_INITIALIZER,
			    .peer = store_peer(s) };
	struct piece gate, pieces[3];

	gate_close(l, &gate, &x, s);
	for (int i = 0; i < 3; i++) {
		piece_init(&pieces[i], &x, i + 1);
		if (i == 1) {
			pieces[i].work.run = bare_run;
			pieces[i].work.bare = true;
		}
		store_ok(s, lane_put(l, &pieces[i].work, &s->why));
	}
	gate_open(&x);
	lane_close(&l);
	assert_int_equal(x.told, 4);
	assert_int_equal(x.good, 4);
	assert_int_equal(x.early, 1); /* the gate: its row is that of piece 1 */
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 4);
	db_close(&x.peer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST_EMPTY(many_producers_are_told_after_the_commit),
		STORE_TEST_EMPTY(a_full_queue_says_busy),
		STORE_TEST_EMPTY(waiting_for_one_piece),
		STORE_TEST_EMPTY(a_bare_piece_runs_between_transactions),
		STORE_TEST_PG(a_lost_database_fails_the_group),
		STORE_ONE(a_transaction_given_up_fails_the_group, "(sqlite)",
			  store_setup_empty, DB_SQLITE),
	};

	log_set_level(LOG_ERROR);
	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
