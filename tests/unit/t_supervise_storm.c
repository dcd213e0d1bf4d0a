/* t_supervise_storm.c - many at once, and what outlives a restart. */
#include "supervise_help.h"

/* ---- storms ---- */

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

/* Its paths are of every line and region. */
static void
a_carrier_that_fails_is_the_carrier(void **state)
{
	static const char *const lines[] = { "R1L1", "R1L2", "R1L3" };
	static const char *const regions[] = { "north", "south" };

	(void)state;
	for (int64_t i = 1; i <= 600; i++) {
		struct watched x = watched(i);

		x.line = str_of(lines[i % 3]);
		x.region = str_of(regions[i % 2]);
		if (i <= 200)
			x.carrier[PATH_MAIN] = STR("nb_iot");
		supervise_watch(w.s, &x);
	}
	beat_s(60, 600, 0, 0);
	beat_s(240, 600, 1, 200);
	assert_string_equal(w.events[0].storm, "carrier:nb_iot");
	assert_int_equal(w.events[0].paths, 200);
	assert_int_equal(count(SUPERVISE_OVERDUE, true), 200);
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

/* ---- restarts, other nodes ---- */

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_region_that_fails_is_one_alarm),
		TEST(a_carrier_that_fails_is_the_carrier),
		TEST(a_line_that_fails_is_the_line),
		TEST(a_few_losses_are_told_one_by_one),
		TEST(a_storm_outlives_a_restart),
		TEST(more_losses_than_room_are_all_told),
		TEST(a_restart_neither_forgets_nor_cries_wolf),
		TEST(tests_after_a_restart),
		TEST(what_another_node_hears_is_not_lost_here),
		TEST(a_forgotten_panel_is_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
