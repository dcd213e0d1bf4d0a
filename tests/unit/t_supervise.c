/* t_supervise.c - paths, storms, tests, clocks and sequence numbers, in
 * simulated time. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "alarm/supervise.h"
#include "base/time.h"

#define NOON INT64_C(1790000000000)
#define EVENTS 4096

struct world {
	struct supervise *s;
	int64_t now_ms, mono_ms; /* the wall clock may be turned */
	struct supervise_event events[EVENTS];
	size_t n;
};
static struct world w;

static const struct supervise_limits usual = {
	.tolerance_percent = 50,
	.tolerance_min_s = 30,
	.wait_s = 10,
	.skew_max_s = 60,
	.storm_count = 20,
	.storm_percent = 5,
	.storm_window_s = 60,
};

static void
world_open(const struct supervise_limits *limits)
{
	supervise_free(&w.s);
	memset(&w, 0, sizeof(w));
	w.now_ms = NOON;
	w.mono_ms = 5000000;
	w.s = supervise_new(limits, w.now_ms, w.mono_ms);
}

static int
setup(void **state)
{
	(void)state;
	world_open(&usual);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	supervise_free(&w.s);
	return 0;
}

static void
pass_s(int64_t seconds)
{
	for (int64_t i = 0; i < seconds; i++) {
		w.now_ms += SECOND_MS;
		w.mono_ms += SECOND_MS;
		supervise_tick(w.s, w.now_ms, w.mono_ms);
		w.n += supervise_take(w.s, w.events + w.n, EVENTS - w.n);
	}
}

static struct watched
watched(int64_t panel)
{
	return (struct watched){
		.org = 1,
		.panel = panel,
		.site = panel + 100000,
		.customer = 7,
		.account = STR("1003"),
		.line = STR("R1L1"),
		.carrier = { STR("ip"), STR("4g") },
		.interval_s = { 60, 3600 },
		.tolerance_percent = SEEN_NONE,
	};
}

static void
watch(int64_t panel, const char *line, const char *region)
{
	struct watched x = watched(panel);

	x.line = str_of(line);
	x.region = str_of(region);
	supervise_watch(w.s, &x);
}

static struct seen
frame(int64_t panel)
{
	return (struct seen){
		.org = 1,
		.panel = panel,
		.path = SEEN_UDP,
		.line = STR("R1L1"),
		.peer = STR("192.0.2.7:5000"),
		.now_ms = w.now_ms,
		.seq = SEEN_NONE,
		.device_ms = SEEN_NONE,
		.is_heartbeat = true,
	};
}

static void
heard(int64_t panel)
{
	struct seen x = frame(panel);

	supervise_seen(w.s, &x);
}

static void
heard_seq(int64_t panel, int64_t seq)
{
	struct seen x = frame(panel);

	x.seq = seq;
	x.is_heartbeat = false;
	supervise_seen(w.s, &x);
}

static struct path_now
look(int64_t panel, enum path_role role)
{
	struct path_now p;

	assert_true(supervise_look(w.s, panel, role, &p));
	return p;
}

static size_t
count(enum supervise_kind kind, bool in_storm)
{
	size_t n = 0;

	for (size_t i = 0; i < w.n; i++)
		n += w.events[i].kind == kind &&
		     w.events[i].in_storm == in_storm;
	return n;
}

static const struct supervise_event *
only(enum supervise_kind kind)
{
	const struct supervise_event *e = NULL;

	for (size_t i = 0; i < w.n; i++) {
		if (w.events[i].kind != kind)
			continue;
		assert_null(e);
		e = &w.events[i];
	}
	assert_non_null(e);
	return e;
}

/* ---- paths ---- */

/* 60 s, 30 s of tolerance, 10 s of waiting. */
static void
a_silent_path_is_told_once_and_its_return_once(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	heard(1);
	pass_s(98);
	assert_int_equal(w.n, 0);
	assert_int_equal(look(1, PATH_MAIN).state, PATH_UP);
	pass_s(4);
	assert_int_equal(only(SUPERVISE_OVERDUE)->panel, 1);
	assert_int_equal(w.events[0].site, 100001);
	assert_true(w.events[0].silent_ms >= 100 * SECOND_MS);
	pass_s(10000);
	assert_int_equal(w.n, 1);
	heard(1);
	heard(1);
	pass_s(2);
	assert_int_equal(only(SUPERVISE_RESTORED)->panel, 1);
	assert_true(only(SUPERVISE_RESTORED)->silent_ms >= 10000 * SECOND_MS);
	assert_int_equal(look(1, PATH_MAIN).state, PATH_UP);
	assert_int_equal(look(1, PATH_MAIN).frames, 3);
	pass_s(102);
	assert_int_equal(count(SUPERVISE_OVERDUE, false), 2);
}

static void
heartbeats_in_time_are_never_overdue(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	for (int i = 0; i < 300; i++) {
		heard(1);
		pass_s(i % 2 == 0 ? 60 : 89);
	}
	assert_int_equal(w.n, 0);
}

static void
back_while_the_loss_is_held_is_no_loss(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	heard(1);
	pass_s(95);
	heard(1);
	pass_s(95);
	assert_int_equal(w.n, 0);
	assert_int_equal(supervise_figures(w.s).blips, 2 - 1);
}

static void
never_heard_is_overdue_after_a_whole_interval(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	assert_int_equal(look(1, PATH_MAIN).state, PATH_WAITING);
	pass_s(98);
	assert_int_equal(w.n, 0);
	pass_s(4);
	assert_int_equal(only(SUPERVISE_OVERDUE)->panel, 1);
	assert_true(look(1, PATH_MAIN).seen_ms == SEEN_NONE);
}

static void
without_an_interval_never_overdue(void **state)
{
	struct watched x = watched(1);

	(void)state;
	x.interval_s[PATH_MAIN] = 0;
	supervise_watch(w.s, &x);
	heard(1);
	pass_s(100000);
	assert_int_equal(w.n, 0);
	assert_int_equal(look(1, PATH_MAIN).state, PATH_UNWATCHED);
	assert_int_equal(look(1, PATH_MAIN).frames, 1);
	/* Given one later it gets a whole one. */
	watch(1, "R1L1", "");
	pass_s(98);
	assert_int_equal(w.n, 0);
	pass_s(4);
	assert_int_equal(w.n, 1);
}

/* Longer than the wheel goes round. */
static void
an_interval_of_a_month(void **state)
{
	struct watched x = watched(1);

	(void)state;
	x.interval_s[PATH_MAIN] = 100000;
	x.tolerance_percent = 1;
	supervise_watch(w.s, &x);
	heard(1);
	pass_s(101000 + 8);
	assert_int_equal(w.n, 0);
	pass_s(4);
	assert_int_equal(w.n, 1);
}

static void
main_and_backup_are_told_apart_by_transport(void **state)
{
	struct watched x = watched(1);
	struct seen f;

	(void)state;
	x.has_backup = true;
	x.backup = SEEN_TCP;
	supervise_watch(w.s, &x);
	f = frame(1);
	f.path = SEEN_TCP;
	supervise_seen(w.s, &f);
	assert_int_equal(look(1, PATH_BACKUP).frames, 1);
	assert_false(look(1, PATH_BACKUP).is_udp);
	assert_int_equal(look(1, PATH_MAIN).frames, 0);
	pass_s(102);
	assert_int_equal(only(SUPERVISE_OVERDUE)->role, PATH_MAIN);
	pass_s(3600 + 1800 + 10 - 102);
	assert_int_equal(count(SUPERVISE_OVERDUE, false), 2);
	assert_int_equal(w.events[1].role, PATH_BACKUP);
	/* Without the backup its path is gone; frames are the main path's. */
	x.has_backup = false;
	supervise_watch(w.s, &x);
	assert_false(
	    supervise_look(w.s, 1, PATH_BACKUP, &(struct path_now){ 0 }));
	supervise_seen(w.s, &f);
	assert_int_equal(look(1, PATH_MAIN).frames, 1);
}

static void
turning_the_wall_clock_loses_nothing(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	heard(1);
	pass_s(30);
	w.now_ms += 30 * DAY_MS;
	pass_s(30);
	heard(1);
	w.now_ms -= 60 * DAY_MS;
	pass_s(89);
	assert_int_equal(w.n, 0);
	heard(1);
	assert_true(look(1, PATH_MAIN).seen_ms == w.now_ms);
	pass_s(102);
	assert_int_equal(only(SUPERVISE_OVERDUE)->panel, 1);
}

/* The machine slept: one tick for an hour. */
static void
a_late_tick_tells_late_but_right(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	watch(2, "R1L1", "");
	heard(1);
	w.mono_ms += 2 * HOUR_MS;
	w.now_ms += 2 * HOUR_MS;
	heard(2);
	pass_s(1);
	heard(2);
	pass_s(30);
	assert_int_equal(only(SUPERVISE_OVERDUE)->panel, 1);
}

static void
a_forgotten_panel_is_silent(void **state)
{
	(void)state;
	for (int64_t i = 1; i <= 3000; i++)
		watch(i, "R1L1", "");
	for (int64_t i = 1; i <= 3000; i++)
		if (i % 3 != 0)
			supervise_forget(w.s, i);
	for (int64_t i = 1; i <= 3000; i++)
		assert_int_equal(supervise_look(w.s, i, PATH_MAIN,
						&(struct path_now){ 0 }),
				 i % 3 == 0);
	assert_int_equal(supervise_figures(w.s).paths, 1000);
	heard(1);
	pass_s(200);
	assert_int_equal(count(SUPERVISE_OVERDUE, true), 1000);
}

/* ---- storms ---- */

static void
many(int64_t from, int64_t n, const char *line, const char *region)
{
	for (int64_t i = from; i < from + n; i++)
		watch(i, line, region);
}

/* Each panel once a minute, at a second of its own; the quiet ones are
 * silent. */
static void
beat_s(int64_t seconds, int64_t n, int64_t quiet_from, int64_t quiet_to)
{
	for (int64_t t = 0; t < seconds; t++) {
		for (int64_t i = 1; i <= n; i++)
			if (i % 60 == w.mono_ms / SECOND_MS % 60 &&
			    (i < quiet_from || i > quiet_to))
				heard(i);
		pass_s(1);
	}
}

static void
a_region_that_fails_is_one_alarm(void **state)
{
	const struct supervise_event *over;

	(void)state;
	many(1, 600, "R1L1", "north");
	many(601, 200, "R1L1", "south");
	beat_s(120, 800, 0, 0);
	assert_int_equal(w.n, 0);
	beat_s(240, 800, 601, 800);
	assert_int_equal(count(SUPERVISE_OVERDUE, true), 200);
	assert_int_equal(count(SUPERVISE_OVERDUE, false), 0);
	assert_string_equal(w.events[0].storm, "region:south");
	assert_int_equal(w.events[0].kind, SUPERVISE_STORM);
	assert_int_equal(w.events[0].paths, 200);
	assert_true(w.events[0].lost >= 20 && w.events[0].lost < 80);
	/* Told again when it has doubled, no more. */
	assert_in_range(count(SUPERVISE_STORM, false), 2, 5);
	assert_string_equal(look(700, PATH_MAIN).storm, "region:south");
	assert_int_equal(supervise_storms(w.s, 1, w.events, 5), 1);
	assert_int_equal(supervise_storms(w.s, 2, w.events, 5), 0);
	w.n = 0;
	beat_s(180, 800, 601, 603);
	assert_int_equal(count(SUPERVISE_RESTORED, true), 197);
	over = only(SUPERVISE_STORM_OVER);
	assert_int_equal(over->lost, 200);
	assert_int_equal(over->still, 3);
	/* Who did not come back is told by himself. */
	assert_int_equal(count(SUPERVISE_OVERDUE, false), 3);
	assert_int_equal(supervise_storms(w.s, 1, w.events, 5), 0);
}

static void
a_line_that_fails_is_the_line(void **state)
{
	(void)state;
	many(1, 200, "R1L1", "north");
	many(201, 200, "R1L1", "south");
	many(401, 400, "R1L2", "south");
	beat_s(60, 800, 0, 0);
	beat_s(240, 800, 1, 400);
	assert_string_equal(w.events[0].storm, "line:R1L1");
	assert_string_equal(w.events[0].line, "R1L1");
	assert_int_equal(count(SUPERVISE_OVERDUE, true), 400);
	assert_int_equal(count(SUPERVISE_OVERDUE, false), 0);
}

static void
a_few_losses_are_told_one_by_one(void **state)
{
	(void)state;
	many(1, 800, "R1L1", "north");
	beat_s(60, 800, 0, 0);
	beat_s(240, 800, 601, 615);
	assert_int_equal(count(SUPERVISE_OVERDUE, false), 15);
	assert_int_equal(w.n, 15);
}

/* ---- tests ---- */

static void
test_of(int64_t panel, int64_t interval_s)
{
	struct watched x = watched(panel);

	x.interval_s[PATH_MAIN] = 0;
	x.test_interval_s = interval_s;
	x.test_tolerance_s = 600;
	supervise_watch(w.s, &x);
}

static void
a_missing_test_is_told_and_the_next_signal_ends_it(void **state)
{
	(void)state;
	test_of(1, 3600);
	heard_seq(1, 1);
	for (int i = 0; i < 41; i++) {
		heard(1); /* a heartbeat is no test */
		pass_s(100);
	}
	assert_int_equal(w.n, 0);
	pass_s(102);
	assert_int_equal(only(SUPERVISE_TEST_MISSING)->panel, 1);
	assert_true(look(1, PATH_MAIN).test_missing);
	pass_s(20000);
	assert_int_equal(w.n, 1);
	heard_seq(1, 2);
	pass_s(1);
	assert_int_equal(only(SUPERVISE_TEST_SEEN)->panel, 1);
	pass_s(4202);
	assert_int_equal(count(SUPERVISE_TEST_MISSING, false), 2);
}

/* ---- clocks ---- */

static void
heard_at(int64_t panel, int64_t device_ms)
{
	struct seen x = frame(panel);

	x.device_ms = device_ms;
	supervise_seen(w.s, &x);
}

static void
a_wrong_clock_is_told_when_it_stays_wrong(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	heard_at(1, w.now_ms - 50 * SECOND_MS);
	assert_int_equal(look(1, PATH_MAIN).clock_diff_ms, -50 * SECOND_MS);
	/* A bundle of old messages. */
	for (int i = 0; i < 5; i++)
		heard_at(1, w.now_ms - (i + 2) * HOUR_MS);
	for (int i = 0; i < 5; i++)
		heard_at(1, w.now_ms - HOUR_MS);
	pass_s(30);
	heard_at(1, w.now_ms);
	pass_s(1);
	assert_int_equal(w.n, 0);
	for (int i = 0; i < 10; i++) {
		heard_at(1, w.now_ms + 8 * HOUR_MS);
		pass_s(20);
	}
	assert_int_equal(only(SUPERVISE_CLOCK_OFF)->diff_ms, 8 * HOUR_MS);
	heard_at(1, w.now_ms);
	pass_s(1);
	assert_int_equal(only(SUPERVISE_CLOCK_GOOD)->panel, 1);
}

/* ---- sequence numbers ---- */

static void
numbers_that_are_missing_are_counted(void **state)
{
	(void)state;
	watch(1, "R1L1", "");
	heard_seq(1, 9996);
	heard_seq(1, 9997);
	heard_seq(1, 9999); /* 9998 */
	heard_seq(1, 1);
	heard_seq(1, 2);
	heard_seq(1, 0); /* not counted */
	heard_seq(1, 5); /* 3, 4 */
	assert_int_equal(look(1, PATH_MAIN).gaps, 3);
	assert_int_equal(look(1, PATH_MAIN).repeats, 0);
	heard_seq(1, 5);
	assert_int_equal(look(1, PATH_MAIN).repeats, 1);
	heard_seq(1, 4); /* overtaken on the way */
	heard_seq(1, 1); /* began anew */
	heard_seq(1, 2);
	heard_seq(1, 5000); /* began anew somewhere */
	assert_int_equal(look(1, PATH_MAIN).gaps, 3);
}

static void
a_number_used_on_the_other_path_is_no_gap(void **state)
{
	struct watched x = watched(1);
	struct seen f;

	(void)state;
	x.has_backup = true;
	x.backup = SEEN_TCP;
	supervise_watch(w.s, &x);
	heard_seq(1, 7);
	f = frame(1);
	f.path = SEEN_TCP;
	f.seq = 8;
	supervise_seen(w.s, &f);
	heard_seq(1, 9);
	assert_int_equal(look(1, PATH_MAIN).gaps, 0);
	assert_int_equal(look(1, PATH_BACKUP).gaps, 0);
}

/* ---- rows and restarts ---- */

static void
rows_are_written_at_changes_and_now_and_then(void **state)
{
	struct path_now rows[10];

	(void)state;
	watch(1, "R1L1", "");
	assert_int_equal(supervise_rows(w.s, 300000, rows, 10), 1);
	assert_int_equal(rows[0].state, PATH_WAITING);
	assert_int_equal(supervise_rows(w.s, 300000, rows, 10), 0);
	heard(1);
	assert_int_equal(supervise_rows(w.s, 300000, rows, 10), 1);
	assert_int_equal(rows[0].state, PATH_UP);
	assert_string_equal(rows[0].peer, "192.0.2.7:5000");
	size_t n = 0;

	for (int i = 0; i < 600; i++) {
		if (i % 60 == 0)
			heard(1);
		pass_s(1);
		n += supervise_rows(w.s, 300000, rows, 10);
	}
	assert_in_range(n, 1, 2);
	supervise_rows_back(w.s, rows, 1);
	assert_int_equal(supervise_rows(w.s, 300000, rows, 10), 1);
}

static void
a_restart_neither_forgets_nor_cries_wolf(void **state)
{
	struct path_now lost, good;

	(void)state;
	watch(1, "R1L1", "");
	watch(2, "R1L1", "");
	heard(1);
	beat_s(200, 1, 0, 0); /* 2 is silent */
	heard(1);
	lost = look(2, PATH_MAIN);
	good = look(1, PATH_MAIN);
	assert_int_equal(lost.state, PATH_OVERDUE);
	world_open(&usual);
	w.now_ms += HOUR_MS; /* down for an hour */
	w.mono_ms = 1000;
	supervise_free(&w.s);
	w.s = supervise_new(&usual, w.now_ms, w.mono_ms);
	watch(1, "R1L1", "");
	watch(2, "R1L1", "");
	supervise_load(w.s, &lost, NOON);
	supervise_load(w.s, &good, NOON);
	assert_int_equal(look(2, PATH_MAIN).since_ms, lost.since_ms);
	pass_s(98);
	assert_int_equal(w.n, 0);
	pass_s(4);
	assert_int_equal(only(SUPERVISE_OVERDUE)->panel, 1);
	heard(2);
	pass_s(2);
	assert_int_equal(only(SUPERVISE_RESTORED)->panel, 2);
}

static void
a_storm_outlives_a_restart(void **state)
{
	struct path_now was[100];

	(void)state;
	many(1, 100, "R1L1", "north");
	many(101, 900, "R1L1", "south");
	beat_s(240, 1000, 1, 100);
	for (int64_t i = 0; i < 100; i++)
		was[i] = look(i + 1, PATH_MAIN);
	assert_string_equal(was[50].storm, "region:north");
	world_open(&usual);
	many(1, 100, "R1L1", "north");
	for (int64_t i = 0; i < 100; i++)
		supervise_load(w.s, &was[i], NOON);
	assert_int_equal(supervise_storms(w.s, 1, w.events, 5), 1);
	assert_int_equal(w.events[0].still, 100);
	beat_s(130, 100, 0, 0);
	assert_int_equal(count(SUPERVISE_RESTORED, true), 100);
	assert_int_equal(only(SUPERVISE_STORM_OVER)->lost, 100);
	assert_int_equal(w.n, 101);
}

static void
tests_after_a_restart(void **state)
{
	struct path_now p = { .org = 1,
			      .panel = 1,
			      .state = PATH_UNWATCHED,
			      .seen_ms = SEEN_NONE,
			      .clock_diff_ms = SEEN_NONE };

	(void)state;
	/* Due while the program was down: waited for once more. */
	test_of(1, 3600);
	p.signal_ms = NOON - 5000 * SECOND_MS;
	supervise_load(w.s, &p, NOON - 4000 * SECOND_MS);
	pass_s(4190);
	assert_int_equal(w.n, 0);
	pass_s(12);
	assert_int_equal(w.n, 1);
	/* Due later: the old deadline stands. */
	world_open(&usual);
	test_of(1, 3600);
	p.signal_ms = NOON - 3000 * SECOND_MS;
	supervise_load(w.s, &p, NOON - 2000 * SECOND_MS);
	pass_s(1190);
	assert_int_equal(w.n, 0);
	pass_s(12);
	assert_int_equal(w.n, 1);
	/* Told already: not again. */
	world_open(&usual);
	test_of(1, 3600);
	p.test_missing = true;
	supervise_load(w.s, &p, NOON);
	pass_s(20000);
	assert_int_equal(w.n, 0);
	heard_seq(1, 1);
	pass_s(1);
	assert_int_equal(only(SUPERVISE_TEST_SEEN)->panel, 1);
}

static void
what_another_node_hears_is_not_lost_here(void **state)
{
	struct path_now held[4];

	(void)state;
	watch(1, "R1L1", "");
	heard(1);
	pass_s(93);
	assert_int_equal(supervise_held(w.s, held, 4), 1);
	supervise_elsewhere(w.s, held[0].panel, held[0].role);
	pass_s(10000);
	assert_int_equal(w.n, 0);
	heard(1);
	assert_int_equal(look(1, PATH_MAIN).state, PATH_UP);
	pass_s(102);
	assert_int_equal(w.n, 1);
}

/* A hundred thousand at once do not fit into the ring: none is left out. */
static void
more_losses_than_room_are_all_told(void **state)
{
	size_t lost = 0, back = 0;

	(void)state;
	many(1, 20000, "R1L1", "north");
	for (int64_t i = 1; i <= 20000; i++)
		heard(i);
	for (int i = 0; i < 120; i++) {
		pass_s(1);
		lost += count(SUPERVISE_OVERDUE, true) +
			count(SUPERVISE_OVERDUE, false);
		w.n = 0;
	}
	assert_int_equal(lost, 20000);
	for (int64_t i = 1; i <= 20000; i++)
		heard(i);
	for (int i = 0; i < 30; i++) {
		pass_s(1);
		back += count(SUPERVISE_RESTORED, true) +
			count(SUPERVISE_RESTORED, false);
		w.n = 0;
	}
	assert_int_equal(back, 20000);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_silent_path_is_told_once_and_its_return_once),
		TEST(heartbeats_in_time_are_never_overdue),
		TEST(back_while_the_loss_is_held_is_no_loss),
		TEST(never_heard_is_overdue_after_a_whole_interval),
		TEST(without_an_interval_never_overdue),
		TEST(an_interval_of_a_month),
		TEST(main_and_backup_are_told_apart_by_transport),
		TEST(turning_the_wall_clock_loses_nothing),
		TEST(a_late_tick_tells_late_but_right),
		TEST(a_forgotten_panel_is_silent),
		TEST(a_region_that_fails_is_one_alarm),
		TEST(a_line_that_fails_is_the_line),
		TEST(a_few_losses_are_told_one_by_one),
		TEST(a_missing_test_is_told_and_the_next_signal_ends_it),
		TEST(a_wrong_clock_is_told_when_it_stays_wrong),
		TEST(numbers_that_are_missing_are_counted),
		TEST(a_number_used_on_the_other_path_is_no_gap),
		TEST(rows_are_written_at_changes_and_now_and_then),
		TEST(a_restart_neither_forgets_nor_cries_wolf),
		TEST(a_storm_outlives_a_restart),
		TEST(tests_after_a_restart),
		TEST(what_another_node_hears_is_not_lost_here),
		TEST(more_losses_than_room_are_all_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
