/* t_receiver.c - the receiver beside a real stream and directory: nothing is
 * answered before it is durable, each frame is a row once, also for the next
 * receiver. */
#include "estate.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "alarm/receiver.h"
#include "base/log.h"
#include "base/time.h"

#define BOTH(text)         \
	{                  \
		text, text \
	}
/* clang-format off */
enum { COUNT, BYTES, HIDE, N };
static const struct stmt texts[N] = {
	[HIDE] = { "n_lock", { "UPDATE counter SET next = next",
	    "LOCK TABLE signal" }, 0, "test", "test" },
	[BYTES] = { "n_bytes", BOTH("SELECT CAST(COALESCE(SUM(LENGTH(raw)"
	    " + LENGTH(data)), 0) AS BIGINT) FROM signal"), 0, "test", NULL },
	[COUNT] = { "n_frames", BOTH("SELECT COUNT(*) FROM signal"), 0, "test",
	    NULL },
};
/* clang-format on */
static int st[N];

struct scene {
	struct store *s;
	struct estate e;
	struct lane *writer;
	struct stream *stream;
	struct directory *directory;
	struct receiver *receiver;
	int beats, frames; /* seen; read when the receiver is closed */
	int fd;
};

static void
seen(void *ctx, const struct seen *what)
{
	struct scene *x = ctx;

	x->beats += what->is_heartbeat;
	x->frames++;
	must(what->panel != 0 && what->org == x->e.org);
}

static void
receiver_start(struct scene *x)
{
	struct receiver_conf conf = { .listen = "127.0.0.1:0",
				      .connections_max = 64,
				      .per_address_max = 64,
				      .idle_ms = 60000,
				      .repeats_max = 1000,
				      .url = x->s->url,
				      .stream = x->stream,
				      .directory = x->directory,
				      .decode = decode_frame,
				      .seen = seen,
				      .seen_ctx = x };
	struct sockaddr_in to = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct timeval wait = { .tv_usec = 300000 };

	store_ok(x->s, receiver_open(&conf, &x->receiver, &x->s->why));
	to.sin_port = htons((uint16_t)receiver_port(x->receiver));
	x->fd = socket(AF_INET, SOCK_DGRAM, 0);
	assert_int_equal(connect(x->fd, (struct sockaddr *)&to, sizeof(to)), 0);
	assert_int_equal(setsockopt(x->fd, SOL_SOCKET, SO_RCVTIMEO, &wait,
				    sizeof(wait)),
			 0);
}

static void
receiver_end(struct scene *x)
{
	(void)close(x->fd);
	receiver_close(&x->receiver);
}

static void
scene_start(struct scene *x, void **state)
{
	struct lane_conf lane = { .name = "write",
				  .tx = TX_WRITE,
				  .threads = 1,
				  .batch_max = 64,
				  .queue_max = 1000 };

	*x = (struct scene){ .s = store_of(state) };
	lane.url = x->s->url;
	estate_make(x->s, &x->e);
	(void)estate_add(
	    x->s, x->e.program, "panel",
	    arena_printf(&x->s->a,
			 "{\"name\":\"主机\",\"site\":\"%lld\",\"state\":"
			 "\"live\",\"protocol\":\"dc09\",\"account\":\"1234\","
			 "\"receiver_line\":\"L0\",\"format\":\"sia\","
			 "\"encryption\":\"none\",\"paths\":[\"ip\"],"
			 "\"standby_h\":80}",
			 (long long)x->e.site)
		.p);
	store_ok(x->s, lane_open(&lane, &x->writer, &x->s->why));
	store_ok(x->s, stream_open(&(struct stream_conf){ .url = x->s->url,
							  .writer = x->writer,
							  .queue_max = 1000 },
				   &x->stream, &x->s->why));
	store_ok(x->s,
		 directory_open(&(struct directory_conf){ .url = x->s->url },
				&x->directory, &x->s->why));
	receiver_start(x);
}

static void
scene_end(struct scene *x)
{
	receiver_end(x);
	directory_close(&x->directory);
	stream_close(&x->stream);
	lane_close(&x->writer);
}

static void
send_to(struct scene *x, const char *id, const char *seq, const char *route,
	const char *data)
{
	struct buf b = buf_open(4200);
	struct dc09_out m = { .id = str_of(id),
			      .seq = str_of(seq),
			      .route = str_of(route),
			      .data = str_of(data) };

	store_ok(x->s, dc09_print(&b, &m, &x->s->why));
	assert_int_equal(send(x->fd, b.p, b.n, 0), b.n);
	buf_release(&b);
}

static void
send_frame(struct scene *x, const char *id, const char *seq, const char *data)
{
	send_to(x, id, seq, "L0#1234", data);
}

static void
send_at(struct scene *x, const char *seq, int64_t at_ms)
{
	struct buf b = buf_open(4200);
	struct dc09_out m = { .id = STR("SIA-DCS"),
			      .seq = str_of(seq),
			      .route = STR("L0#1234"),
			      .data = STR("#1234|NBA1"),
			      .has_time = true,
			      .time_ms = at_ms };

	store_ok(x->s, dc09_print(&b, &m, &x->s->why));
	assert_int_equal(send(x->fd, b.p, b.n, 0), b.n);
	buf_release(&b);
}

/* "ACK0042" of what came, or "" in time. */
static const char *
hear(struct scene *x)
{
	static char said[64];
	char got[4096];
	ssize_t n = recv(x->fd, got, sizeof(got), 0);
	struct dc09 f;

	said[0] = '\0';
	if (n <= 2)
		return said;
	assert_int_equal(dc09_parse((struct str){ got + 1, (size_t)n - 2 }, &f,
				    &x->s->why),
			 DC09_GOOD);
	(void)snprintf(said, sizeof(said), "%.*s%.*s", STR_ARG(f.id),
		       STR_ARG(f.seq));
	return said;
}

static int64_t
rows(struct scene *x)
{
	return store_value(x->s, st[COUNT], NO_ARGS).i;
}

static void
frames_are_rows_once(void **state)
{
	struct scene x;

	scene_start(&x, state);
	send_frame(&x, "SIA-DCS", "0001", "#1234|NBA1");
	assert_string_equal(hear(&x), "ACK0001");
	assert_int_equal(rows(&x), 1);
	send_frame(&x, "SIA-DCS", "0001", "#1234|NBA1");
	assert_string_equal(hear(&x), "ACK0001");
	send_frame(&x, "NULL", "0000", "");
	assert_string_equal(hear(&x), "ACK0000");
	send_frame(&x, "SIA-DCS", "0001", "#1234|NBA2");
	assert_string_equal(hear(&x), "ACK0001");
	assert_int_equal(rows(&x), 2);
	assert_int_equal(receiver_figures(x.receiver).fates[FRAME_REPEAT], 1);
	/* Another receiver, as after a restart, knows them. */
	receiver_end(&x);
	assert_int_equal(x.beats, 1);
	assert_int_equal(x.frames, 4);
	receiver_start(&x);
	send_frame(&x, "SIA-DCS", "0001", "#1234|NBA2");
	assert_string_equal(hear(&x), "ACK0001");
	assert_int_equal(rows(&x), 2);
	scene_end(&x);
}

static uint64_t
limited(struct scene *x)
{
	return receiver_figures(x->receiver).fates[FRAME_LIMITED];
}

/* One datagram of a stranger: so many rows, its bytes once; and so many of
 * them in a minute. */
static void
a_stranger_fills_no_table(void **state)
{
	struct scene x;
	struct buf b = buf_open(4096);
	char seq[5];

	scene_start(&x, state);
	buf_puts(&b, "#ABCDEF|N");
	while (b.n < 4000)
		buf_puts(&b, "BA");
	buf_putc(&b, '\0');
	send_to(&x, "SIA-DCS", "0001", "L0#ABCDEF", b.p);
	assert_string_equal(hear(&x), "ACK0001");
	assert_int_equal(rows(&x), DECODE_EVENTS_MAX + 1);
	assert_true(store_value(x.s, st[BYTES], NO_ARGS).i < 8100);
	for (int i = 2; i < 202 && limited(&x) == 0; i++) {
		(void)snprintf(seq, sizeof(seq), "%04d", i);
		send_to(&x, "SIA-DCS", seq, "L0#ABCDEF", b.p);
		(void)hear(&x);
	}
	assert_true(limited(&x) > 0);
	while (*hear(&x) != '\0')
		;
	/* What is known is heard as ever. */
	send_frame(&x, "SIA-DCS", "0001", "#1234|NBA1");
	assert_string_equal(hear(&x), "ACK0001");
	buf_release(&b);
	scene_end(&x);
}

/* Its number never changes and it says no time. */
static void
an_alarm_after_its_restore_is_a_new_one(void **state)
{
	static const char *const told[] = { "#1234|NBA3", "#1234|NBR3",
					    "#1234|NBA3" };
	struct scene x;

	scene_start(&x, state);
	for (size_t i = 0; i < ARRAY_LEN(told); i++) {
		for (int again = 0; again < 2; again++) {
			send_frame(&x, "SIA-DCS", "0001", told[i]);
			assert_string_equal(hear(&x), "ACK0001");
			assert_int_equal(rows(&x), i + 1);
		}
	}
	/* So does the receiver that comes after this one. */
	receiver_end(&x);
	receiver_start(&x);
	send_frame(&x, "SIA-DCS", "0001", told[2]);
	assert_string_equal(hear(&x), "ACK0001");
	assert_int_equal(rows(&x), 3);
	send_frame(&x, "SIA-DCS", "0001", told[1]);
	assert_string_equal(hear(&x), "ACK0001");
	assert_int_equal(rows(&x), 4);
	scene_end(&x);
}

/* Good in time, asked for again when it has become too old. */
static void
a_repeat_is_known_after_its_window(void **state)
{
	const int64_t at_ms = time_now_ms() - 38 * SECOND_MS;
	struct scene x;

	scene_start(&x, state);
	store_ok(x.s,
		 db_script(x.s->db, "UPDATE panel SET time_tolerance_s = 40",
			   &x.s->why));
	store_ok(x.s, directory_refresh(x.directory, true, &x.s->why));
	do {
		send_at(&x, "0001", at_ms);
		assert_string_equal(hear(&x), "ACK0001");
	} while (time_now_ms() - at_ms < 42 * SECOND_MS);
	assert_int_equal(rows(&x), 1);
	send_at(&x, "0002", at_ms);
	assert_string_equal(hear(&x), "NAK0000");
	scene_end(&x);
}

/* The table away: no answer, no row, but heartbeats; then the same frame. */
static void
nothing_is_answered_that_is_not_written(void **state)
{
	struct scene x;

	scene_start(&x, state);
	store_ok(x.s, db_script(x.s->db, "ALTER TABLE signal RENAME TO away",
				&x.s->why));
	send_frame(&x, "SIA-DCS", "0007", "#1234|NBA1");
	assert_string_equal(hear(&x), "");
	send_frame(&x, "NULL", "0000", "");
	assert_string_equal(hear(&x), "ACK0000");
	assert_int_equal(receiver_figures(x.receiver).fates[FRAME_FAILED], 1);
	store_ok(x.s, db_script(x.s->db, "ALTER TABLE away RENAME TO signal",
				&x.s->why));
	send_frame(&x, "SIA-DCS", "0007", "#1234|NBA1");
	assert_string_equal(hear(&x), "ACK0007");
	assert_int_equal(rows(&x), 1);
	scene_end(&x);
}

/* A commit that takes long: the frame again meanwhile is still one row, and
 * one answer comes, after it. */
static void
the_same_frame_during_its_commit_is_one(void **state)
{
	struct scene x;

	scene_start(&x, state);
	store_ok(x.s, db_begin(x.s->db, TX_WRITE, &x.s->why));
	store_ok(x.s,
		 db_run(x.s->db, st[HIDE], NO_ARGS, NULL, NULL, &x.s->why));
	for (int i = 0; i < 3; i++)
		send_frame(&x, "SIA-DCS", "0009", "#1234|NBA1");
	assert_string_equal(hear(&x), "");
	store_ok(x.s, db_end(x.s->db, OK, &x.s->why));
	assert_string_equal(hear(&x), "ACK0009");
	assert_string_equal(hear(&x), "");
	assert_int_equal(rows(&x), 1);
	assert_int_equal(receiver_figures(x.receiver).fates[FRAME_PENDING], 2);
	scene_end(&x);
}

/* What is in the stream when the receiver stops is answered. */
static void
stopping_answers_what_was_taken(void **state)
{
	struct scene x;
	struct timeval wait = { .tv_sec = 5 };

	scene_start(&x, state);
	assert_int_equal(setsockopt(x.fd, SOL_SOCKET, SO_RCVTIMEO, &wait,
				    sizeof(wait)),
			 0);
	for (int i = 1; i <= 50; i++) {
		char seq[5];

		(void)snprintf(seq, sizeof(seq), "%04d", i);
		send_frame(&x, "SIA-DCS", seq, "#1234|NBA1");
	}
	assert_string_equal(hear(&x), "ACK0001");
	receiver_close(&x.receiver);
	for (int64_t left = rows(&x) - 1; left > 0; left--)
		assert_true(str_starts(str_of(hear(&x)), STR("ACK")));
	scene_end(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(frames_are_rows_once),
		STORE_TEST(an_alarm_after_its_restore_is_a_new_one),
		STORE_TEST(a_repeat_is_known_after_its_window),
		STORE_TEST(a_stranger_fills_no_table),
		STORE_TEST(nothing_is_answered_that_is_not_written),
		STORE_TEST(the_same_frame_during_its_commit_is_one),
		STORE_TEST(stopping_answers_what_was_taken),
	};

	log_set_level(LOG_ERROR);
	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
