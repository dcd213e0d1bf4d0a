/* t_supervise.c - paths, tests, clocks and sequence numbers. */
#include "supervise_help.h"

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
	x.tolerance_percent[PATH_MAIN] = 1;
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
main_and_backup_are_told_apart_by_line_or_network(void **state)
{
	struct watched x = watched(1);
	struct seen f = frame(1);

	(void)state;
	x.has_backup = true;
	x.backup_by = BACKUP_BY_LINE;
	x.backup_line = STR("R01L2");
	supervise_watch(w.s, &x);
	f.line = STR("R1L2");
	supervise_seen(w.s, &f);
	f.line = STR("R1L1");
	supervise_seen(w.s, &f);
	supervise_seen(w.s, &f);
	assert_int_equal(look(1, PATH_BACKUP).frames, 1);
	assert_int_equal(look(1, PATH_MAIN).frames, 2);
	x.backup_by = BACKUP_BY_NETWORK;
	x.backup_network = '2';
	supervise_watch(w.s, &x);
	f.network = '2';
	supervise_seen(w.s, &f);
	f.network = '1';
	supervise_seen(w.s, &f);
	f.network = '\0';
	supervise_seen(w.s, &f);
	assert_int_equal(look(1, PATH_BACKUP).frames, 2);
	assert_int_equal(look(1, PATH_MAIN).frames, 4);
}

/* A NAK for the time: the panel is no less silent, but its clock is known. */
static void
a_refused_frame_tells_the_clock_and_nothing_else(void **state)
{
	struct seen f = frame(1);

	(void)state;
	watch(1, "R1L1", "");
	f.is_refused = true;
	for (int i = 0; i < 5; i++) {
		f.now_ms = w.now_ms;
		f.device_ms = w.now_ms + 812 * SECOND_MS;
		supervise_seen(w.s, &f);
		pass_s(10);
	}
	assert_int_equal(count(SUPERVISE_CLOCK_OFF, false), 1);
	assert_int_equal(look(1, PATH_MAIN).clock_diff_ms, 812 * SECOND_MS);
	assert_int_equal(look(1, PATH_MAIN).frames, 0);
	assert_int_equal(look(1, PATH_MAIN).state, PATH_WAITING);
	/* One that is sent again and again by a stranger is never off by the
	 * same. */
	watch(2, "R1L1", "");
	f = frame(2);
	f.is_refused = true;
	f.device_ms = w.now_ms - HOUR_MS;
	for (int i = 0; i < 10; i++) {
		f.now_ms = w.now_ms;
		supervise_seen(w.s, &f);
		pass_s(10);
	}
	assert_int_equal(count(SUPERVISE_CLOCK_OFF, false), 1);
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

/* ---- tests ---- */

/* What was counted since the last call: all shares are looked at. */
static struct path_sums
sums(int64_t panel)
{
	struct path_sums all = { 0 };
	struct path_now rows[10];

	for (int i = 0; i < SUPERVISE_SHARES; i++) {
		size_t n = supervise_rows(w.s, 0, rows, 10);

		for (size_t k = 0; k < n; k++)
			if (rows[k].panel == panel)
				all = rows[k].sums;
	}
	return all;
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

static void
tests_are_counted_in_thousandths_and_missed_ones_whole(void **state)
{
	struct path_sums all = { 0 }, got;

	(void)state;
	test_of(1, 3600);
	heard_seq(1, 1);
	for (int i = 0; i < 100; i++) {
		heard(1);
		pass_s(180);
		got = sums(1);
		all.tests_due_milli += got.tests_due_milli;
		all.tests_missed += got.tests_missed;
	}
	assert_in_range(all.tests_due_milli, 4900, 5000);
	/* Told after 4200 s; 13800 s of silence are three intervals more. */
	assert_int_equal(all.tests_missed, 4);
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
each_second_is_counted_once_in_the_state_that_it_had(void **state)
{
	static const int64_t panel = 1;
	struct path_sums got;

	(void)state;
	watch(panel, "R1L1", "");
	(void)sums(panel);
	pass_s(10);
	got = sums(panel); /* nobody was heard: neither up nor down */
	assert_int_equal(got.online_s + got.offline_s, 0);
	heard(panel);
	pass_s(400);
	got = sums(panel);
	assert_int_equal(got.frames, 1);
	assert_int_equal(got.heartbeats, 1);
	assert_true(got.up_s > 0 && got.down_s > 0);
	assert_int_equal(got.up_s + got.down_s, 400);
	assert_int_equal(got.online_s, got.up_s);
	assert_int_equal(got.offline_s, got.down_s);
	/* Down without a frame: its time goes on. */
	pass_s(50);
	assert_int_equal(sums(panel).offline_s, 50);
	supervise_service(w.s, &panel, 1);
	pass_s(20);
	got = sums(panel);
	assert_int_equal(got.service_s, 20);
	assert_int_equal(got.offline_s, 0);
	supervise_service(w.s, NULL, 0);
	pass_s(5);
	got = sums(panel);
	assert_int_equal(got.service_s, 0);
	assert_int_equal(got.offline_s, 5);
}

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
		TEST(main_and_backup_are_told_apart_by_line_or_network),
		TEST(a_refused_frame_tells_the_clock_and_nothing_else),
		TEST(turning_the_wall_clock_loses_nothing),
		TEST(a_late_tick_tells_late_but_right),
		TEST(a_missing_test_is_told_and_the_next_signal_ends_it),
		TEST(tests_are_counted_in_thousandths_and_missed_ones_whole),
		TEST(a_wrong_clock_is_told_when_it_stays_wrong),
		TEST(numbers_that_are_missing_are_counted),
		TEST(a_number_used_on_the_other_path_is_no_gap),
		TEST(rows_are_written_at_changes_and_now_and_then),
		TEST(each_second_is_counted_once_in_the_state_that_it_had),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
