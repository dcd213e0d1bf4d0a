/* t_raiser.c - the thread that reads the stream: what it must not miss, nor do
 * twice. */
#include "raise.h"

#include <time.h>

#define assert_fate(s, r, id, word) \
	assert_str(raise_fate_of((s), (r), (id), NULL), word)

static struct lane *
writer_of(struct store *s)
{
	const struct lane_conf conf = { .name = "write",
					.url = s->url,
					.tx = TX_WRITE,
					.threads = 1,
					.batch_max = 16,
					.queue_max = 64 };
	struct lane *lane;

	store_ok(s, lane_open(&conf, &lane, &s->why));
	return lane;
}

static void
run_until(struct store *s, uint64_t handled)
{
	struct raiser_conf conf = { .url = s->url, .writer = writer_of(s) };
	struct raiser_figures f = { 0 };
	struct raiser *raiser;

	store_ok(s, raiser_open(&conf, &raiser, &s->why));
	for (int i = 0; i < 600 && f.handled < handled; i++) {
		(void)nanosleep(&(struct timespec){ 0, 20000000 }, NULL);
		f = raiser_figures(raiser);
	}
	assert_int_equal(f.handled, handled);
	assert_int_equal(f.failed, 0);
	raiser_close(&raiser);
	lane_close(&conf.writer);
}

static void
store_some(struct store *s, struct raise_site *r, size_t n, const char *code,
	   int64_t zone_no)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);

	for (size_t i = 0; i < n; i++) {
		struct signal one = raise_like(r, code, zone_no);

		raise_store(&t, &one);
	}
	store_ok(s, people_end(s, &t, OK));
}

static void
the_thread_handles_each_signal_once(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	r.now_ms = time_now_ms();
	store_some(s, &r, 200, "RP", -1);
	store_some(s, &r, 1, "BA", 1);
	store_some(s, &r, 1, "HA", 2);
	run_until(s, 202);
	assert_int_equal(raise_alarms(s, &r), 1); /* joined */
	run_until(s, 0); /* a restart does nothing again */
	store_some(s, &r, 3, "HA", 2);
	run_until(s, 3);
	assert_int_equal(raise_alarms(s, &r), 1);
}

struct run {
	struct raiser_conf conf;
	struct stream *stream;
	struct raiser *raiser;
};

static void
run_begin(struct store *s, struct run *x)
{
	*x = (struct run){ .conf = { .url = s->url, .writer = writer_of(s) } };
	store_ok(s, stream_open(&(struct stream_conf){ .url = s->url,
						       .writer = x->conf.writer,
						       .queue_max = 100 },
				&x->stream, &s->why));
	x->conf.stream = x->stream;
	store_ok(s, raiser_open(&x->conf, &x->raiser, &s->why));
}

static void
run_end(struct run *x)
{
	raiser_close(&x->raiser);
	stream_close(&x->stream);
	lane_close(&x->conf.writer);
}

static void
wait_ms(int64_t ms)
{
	(void)nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000 },
			NULL);
}

static void
wait_handled(struct run *x, uint64_t n)
{
	for (int i = 0; i < 500 && raiser_figures(x->raiser).handled < n; i++)
		wait_ms(20);
	assert_int_equal(raiser_figures(x->raiser).handled, n);
}

/* Its clock is a minute ahead of ours; or just its commit was faster. */
static void
a_signal_of_another_node_hides_none_of_ours(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct signal one;
	struct task t;
	struct run x;

	raise_make(s, &r);
	r.now_ms = time_now_ms();
	run_begin(s, &x);
	one = raise_like(&r, "BA", 2);
	one.id = (one.id + (MINUTE_MS << 22)) | INT64_C(9) << 16;
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	raise_store(&t, &one);
	store_ok(s, people_end(s, &t, OK));
	wait_ms(500);
	one = raise_like(&r, "BA", 1);
	one.id = id_new(time_now_ms());
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	raise_store(&t, &one);
	store_ok(s, people_end(s, &t, OK));
	wait_handled(&x, 1);
	run_end(&x);
	assert_fate(s, &r, one.id, "raised");
}

/* A commit of ours that lost its connection came true after all. */
static void
a_cursor_that_moved_is_believed(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct task t;
	struct run x;

	raise_make(s, &r);
	r.now_ms = time_now_ms();
	store_some(s, &r, 1, "BA", 1);
	run_begin(s, &x);
	wait_handled(&x, 1);
	t = people_task(s, TX_WRITE, r.now_ms, r.e.program);
	for (int i = 1; i <= 5; i++)
		store_ok(s, db_run(s->db, raise_no[ASK_CURSOR_SET],
				   ARGS(val_int(i),
					val_int(id_first(r.now_ms + DAY_MS))),
				   NULL, NULL, &s->why));
	for (int i = 0; i < 3; i++) {
		struct signal one = raise_like(&r, "HA", 2);

		raise_store(&t, &one);
	}
	store_ok(s, people_end(s, &t, OK));
	wait_ms(1500);
	assert_int_equal(raiser_figures(x.raiser).handled, 1);
	run_end(&x);
	assert_int_equal(raise_alarms(s, &r), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(the_thread_handles_each_signal_once),
		STORE_TEST(a_signal_of_another_node_hides_none_of_ours),
		STORE_TEST(a_cursor_that_moved_is_believed),
	};

	return cmocka_run_group_tests(tests, raise_start, raise_stop);
}
