/* t_stream.c - signals come back as they were put, told after the commit, ids
 * in the order of commits; texts of panels are made fit for any database. */
#include "store.h"

#include <pthread.h>
#include <time.h>

#include "alarm/stream.h"
#include "base/log.h"
#include "base/time.h"
#include "kind/task.h"

#define BOTH(text)         \
	{                  \
		text, text \
	}
/* clang-format off */
enum { LIST, COUNT, MOVE, N };
static const struct stmt texts[N] = {
	[LIST] = { "n_signals", BOTH("SELECT id, org, received_ms, device_ms,"
	    " source, transport, account, seq, encrypted, panel, raw, part,"
	    " format, priority, zone_no, user_no, text, state FROM signal"
	    " ORDER BY id LIMIT 5000"), 0, "test", NULL },
	[COUNT] = { "n_signal_count", BOTH("SELECT COUNT(*) FROM signal"), 0,
	    "test", NULL },
	[MOVE] = { "n_signal_move", BOTH("UPDATE signal SET id = $1"), 1,
	    "test", NULL },
};
/* clang-format on */
static int st[N];

/* A write lane as the server's, and what was told. */
struct play {
	struct store *s;
	struct lane *writer;
	struct stream *stream;
	pthread_mutex_t lock;
	pthread_cond_t told_one;
	size_t told, good;
};

struct piece {
	struct stream_piece piece;
	struct signal signals[3];
	int64_t id_when_told;
};

static void
play_open(struct play *p, struct store *s, size_t queue)
{
	struct lane_conf lane = { .name = "write",
				  .url = s->url,
				  .tx = TX_WRITE,
				  .threads = 1,
				  .batch_max = 500,
				  .queue_max = queue };

	*p = (struct play){ .s = s,
			    .lock = PTHREAD_MUTEX_INITIALIZER,
			    .told_one = PTHREAD_COND_INITIALIZER };
	store_ok(s, lane_open(&lane, &p->writer, &s->why));
	store_ok(s, stream_open(&(struct stream_conf){ .url = s->url,
						       .writer = p->writer,
						       .queue_max = queue },
				&p->stream, &s->why));
}

static void
play_close(struct play *p)
{
	stream_close(&p->stream);
	lane_close(&p->writer);
}

static void
piece_done(struct stream_piece *piece, enum err rc)
{
	struct piece *x = (struct piece *)piece;
	struct play *p = piece->ctx;

	pthread_mutex_lock(&p->lock);
	x->id_when_told = x->signals[0].id;
	p->told++;
	p->good += rc == OK;
	pthread_cond_broadcast(&p->told_one);
	pthread_mutex_unlock(&p->lock);
}

static void
wait_told(struct play *p, size_t n)
{
	pthread_mutex_lock(&p->lock);
	while (p->told < n)
		pthread_cond_wait(&p->told_one, &p->lock);
	pthread_mutex_unlock(&p->lock);
}

static struct signal
signal_of(int64_t zone)
{
	return (struct signal){ .org = 7,
				.received_ms = INT64_C(1790000000000),
				.device_ms = SIGNAL_NONE,
				.source = STR("dc09"),
				.transport = STR("udp"),
				.account = STR("12aF"),
				.seq = STR("0042"),
				.encrypted = true,
				.panel = 11,
				.raw = { "\"a\0b\xff", 5 },
				.format = STR("sia"),
				.priority = 1,
				.part_no = SIGNAL_NONE,
				.zone_no = zone,
				.user_no = SIGNAL_NONE,
				.text = STR("大厅"),
				.state = STR(SIGNAL_DECODED) };
}

static void
piece_init(struct piece *x, struct play *p, size_t n, int64_t zone)
{
	*x = (struct piece){ .piece = { .n = n, .done = piece_done } };
	x->piece.signals = x->signals;
	x->piece.ctx = p;
	for (size_t i = 0; i < n; i++) {
		x->signals[i] = signal_of(zone + (int64_t)i);
		x->signals[i].part = (int64_t)i;
	}
}

static struct rows
signals_of(struct store *s)
{
	struct rows rows = { 0 };

	store_ok(s, db_run(s->db, st[LIST], NO_ARGS, &s->a, &rows, &s->why));
	return rows;
}

static void
fields_come_back(void **state)
{
	struct store *s = store_of(state);
	struct play p;
	struct piece x;
	struct rows rows;
	const struct val *v;

	play_open(&p, s, 100);
	piece_init(&x, &p, 2, 128);
	store_ok(s, stream_put(p.stream, &x.piece, &s->why));
	wait_told(&p, 1);
	assert_int_equal(p.good, 1);
	rows = signals_of(s);
	assert_int_equal(rows.n, 2);
	v = rows_at(&rows, 1);
	assert_int_equal(v[0].i, x.signals[1].id);
	assert_int_equal(v[1].i, 7);
	assert_int_equal(v[2].i, INT64_C(1790000000000));
	assert_int_equal(v[3].type, VAL_NULL);
	assert_str(v[4].s, "dc09");
	assert_str(v[6].s, "12aF");
	assert_int_equal(v[8].i, 1);
	assert_int_equal(v[10].s.n, 5);
	assert_memory_equal(v[10].s.p, "\"a\0b\xff", 5);
	assert_int_equal(v[11].i, 1);
	assert_int_equal(v[14].i, 129);
	assert_int_equal(v[15].type, VAL_NULL);
	assert_str(v[16].s, "大厅");
	assert_str(v[17].s, "decoded");
	play_close(&p);
}

enum { MANY = 1200, GIVERS = 3 };
struct giver {
	struct play *play;
	struct piece *pieces;
	pthread_t id;
};

static void *
give_many(void *arg)
{
	struct giver *g = arg;
	struct why why = { 0 };

	for (size_t i = 0; i < MANY; i++) {
		piece_init(&g->pieces[i], g->play, 1, (int64_t)i);
		must(stream_put(g->play->stream, &g->pieces[i].piece, &why) ==
		     OK);
	}
	return NULL;
}

static void
ids_grow_in_the_order_of_commits(void **state)
{
	struct store *s = store_of(state);
	struct giver givers[GIVERS];
	struct play p;
	int64_t newest = 0;

	play_open(&p, s, GIVERS * MANY);
	for (int i = 0; i < GIVERS; i++) {
		givers[i].play = &p;
		givers[i].pieces = ARENA_ARRAY(&s->a, MANY, struct piece);
		must(pthread_create(&givers[i].id, NULL, give_many,
				    &givers[i]) == 0);
	}
	for (int i = 0; i < GIVERS; i++)
		(void)pthread_join(givers[i].id, NULL);
	wait_told(&p, (size_t)GIVERS * MANY);
	assert_int_equal(p.good, GIVERS * MANY);
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, GIVERS * MANY);
	/* Of one giver each is told an id greater than the one before. */
	for (size_t i = 1; i < MANY; i++)
		assert_true(givers[0].pieces[i].id_when_told >
			    givers[0].pieces[i - 1].id_when_told);
	for (int i = 0; i < GIVERS; i++)
		if (givers[i].pieces[MANY - 1].id_when_told > newest)
			newest = givers[i].pieces[MANY - 1].id_when_told;
	/* The last piece is told just before the stream says so. */
	assert_int_equal(stream_wait(p.stream, newest - 1, 10000), newest);
	play_close(&p);
}

static void
who_waits_is_woken_and_gives_up(void **state)
{
	struct store *s = store_of(state);
	struct play p;
	struct piece x;
	int64_t newest, begun_us = time_mono_us();

	play_open(&p, s, 100);
	assert_int_equal(stream_wait(p.stream, 0, 30), 0);
	assert_true(time_mono_us() - begun_us >= 30000);
	piece_init(&x, &p, 1, 1);
	store_ok(s, stream_put(p.stream, &x.piece, &s->why));
	newest = stream_wait(p.stream, 0, 10000);
	assert_true(newest > 0);
	assert_int_equal(newest, x.signals[0].id);
	assert_int_equal(stream_wait(p.stream, newest, 10), newest);
	stream_close(&p.stream);
	/* Another start knows where the table ends. */
	store_ok(s, stream_open(&(struct stream_conf){ .url = s->url,
						       .writer = p.writer,
						       .queue_max = 10 },
				&p.stream, &s->why));
	assert_int_equal(stream_wait(p.stream, 0, 1000), newest);
	play_close(&p);
}

static void
a_full_queue_says_so_and_tells_nobody(void **state)
{
	struct store *s = store_of(state);
	struct play p;
	struct piece x;

	play_open(&p, s, 0);
	piece_init(&x, &p, 1, 1);
	store_fails(s, ERR_BUSY, stream_put(p.stream, &x.piece, &s->why));
	assert_int_equal(stream_waiting(p.stream), 0);
	assert_int_equal(stream_figures(p.stream).refused, 1);
	play_close(&p);
	assert_int_equal(p.told, 0);
}

/* The table is gone: told, not durable, and the next one works again. */
static void
a_failed_commit_is_told(void **state)
{
	struct store *s = store_of(state);
	struct play p;
	struct piece x, y;

	play_open(&p, s, 100);
	store_ok(s, db_script(s->db, "ALTER TABLE signal RENAME TO away",
			      &s->why));
	piece_init(&x, &p, 1, 1);
	store_ok(s, stream_put(p.stream, &x.piece, &s->why));
	wait_told(&p, 1);
	assert_int_equal(p.good, 0);
	assert_int_equal(stream_wait(p.stream, 0, 10), 0);
	store_ok(s, db_script(s->db, "ALTER TABLE away RENAME TO signal",
			      &s->why));
	piece_init(&y, &p, 1, 2);
	store_ok(s, stream_put(p.stream, &y.piece, &s->why));
	wait_told(&p, 2);
	assert_int_equal(p.good, 1);
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 1);
	play_close(&p);
}

/* Before the restart the clock was a day ahead: a reader's cursor stands
 * there. */
static void
ids_go_on_above_the_table(void **state)
{
	struct store *s = store_of(state);
	int64_t ahead = id_first(time_now_ms() + DAY_MS);
	struct play p;
	struct piece x;

	play_open(&p, s, 100);
	piece_init(&x, &p, 1, 1);
	store_ok(s, stream_put(p.stream, &x.piece, &s->why));
	wait_told(&p, 1);
	play_close(&p);
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	store_ok(s, db_run(s->db, st[MOVE], ARGS(val_int(ahead)), NULL, NULL,
			   &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	play_open(&p, s, 100);
	piece_init(&x, &p, 1, 2);
	x.signals[0].received_ms = time_now_ms();
	store_ok(s, stream_put(p.stream, &x.piece, &s->why));
	wait_told(&p, 1);
	assert_true(x.signals[0].id > ahead);
	play_close(&p);
}

/* While a group cannot be written nothing behind it is settled, whatever
 * ids others get meanwhile. */
static void
what_is_on_its_way_is_not_settled(void **state)
{
	struct store *s = store_of(state);
	struct play p;
	struct piece x;
	int64_t settled = 0, other;

	play_open(&p, s, 100);
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	if (db_kind(s->db) == DB_POSTGRES)
		store_ok(s, db_script(s->db, "LOCK TABLE signal IN SHARE MODE",
				      &s->why));
	piece_init(&x, &p, 1, 1);
	store_ok(s, stream_put(p.stream, &x.piece, &s->why));
	(void)nanosleep(&(struct timespec){ 0, 200000000 }, NULL);
	other = id_new(time_now_ms());
	settled = stream_settled(p.stream, time_now_ms());
	store_ok(s, db_end(s->db, OK, &s->why));
	wait_told(&p, 1);
	assert_true(settled < x.signals[0].id);
	if (db_kind(s->db) == DB_POSTGRES) /* it would be passed over */
		assert_true(x.signals[0].id < other);
	assert_true(stream_settled(p.stream, time_now_ms()) > x.signals[0].id);
	play_close(&p);
}

static void
texts_of_panels_become_utf_8(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_str(signal_text(&a, STR("大厅"), 64), "大厅");
	assert_str(signal_text(&a, STR("Caf\xe9 \x80 \x81"), 64),
		   "Café € \xef\xbf\xbd");
	assert_str(signal_text(&a, (struct str){ "a\0b\nc", 5 }, 64), "a b c");
	/* A cut text ends with a whole character. */
	assert_str(signal_text(&a, STR("a大厅"), 5), "a大");
	assert_str(signal_text(&a, (struct str){ 0 }, 5), "");
	for (int i = 0; i < 256; i++) {
		char one = (char)i;

		assert_true(
		    str_is_utf8(signal_text(&a, (struct str){ &one, 1 }, 8)));
	}
	arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(fields_come_back),
		STORE_TEST(ids_grow_in_the_order_of_commits),
		STORE_TEST(who_waits_is_woken_and_gives_up),
		STORE_TEST(a_full_queue_says_so_and_tells_nobody),
		STORE_TEST(a_failed_commit_is_told),
		STORE_TEST(ids_go_on_above_the_table),
		STORE_TEST(what_is_on_its_way_is_not_settled),
		cmocka_unit_test(texts_of_panels_become_utf_8),
	};

	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	log_set_level(LOG_ERROR);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
