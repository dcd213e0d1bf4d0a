/* supervise_help.h - a supervision in simulated time, for its tests. */
#ifndef TESTS_SUPERVISE_HELP_H
#define TESTS_SUPERVISE_HELP_H

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

static inline void
world_open(const struct supervise_limits *limits)
{
	supervise_free(&w.s);
	memset(&w, 0, sizeof(w));
	w.now_ms = NOON;
	w.mono_ms = 5000000;
	w.s = supervise_new(limits, w.now_ms, w.mono_ms);
}

static inline int
setup(void **state)
{
	(void)state;
	world_open(&usual);
	return 0;
}

static inline int
teardown(void **state)
{
	(void)state;
	supervise_free(&w.s);
	return 0;
}

static inline void
pass_s(int64_t seconds)
{
	for (int64_t i = 0; i < seconds; i++) {
		w.now_ms += SECOND_MS;
		w.mono_ms += SECOND_MS;
		supervise_tick(w.s, w.now_ms, w.mono_ms);
		w.n += supervise_take(w.s, w.events + w.n, EVENTS - w.n);
	}
}

static inline struct watched
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
		.tolerance_percent = { SEEN_NONE, SEEN_NONE },
	};
}

static inline void
watch(int64_t panel, const char *line, const char *region)
{
	struct watched x = watched(panel);

	x.line = str_of(line);
	x.region = str_of(region);
	supervise_watch(w.s, &x);
}

static inline struct seen
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

static inline void
heard(int64_t panel)
{
	struct seen x = frame(panel);

	supervise_seen(w.s, &x);
}

static inline void
heard_seq(int64_t panel, int64_t seq)
{
	struct seen x = frame(panel);

	x.seq = seq;
	x.is_heartbeat = false;
	supervise_seen(w.s, &x);
}

static inline struct path_now
look(int64_t panel, enum path_role role)
{
	struct path_now p;

	assert_true(supervise_look(w.s, panel, role, &p));
	return p;
}

static inline size_t
count(enum supervise_kind kind, bool in_storm)
{
	size_t n = 0;

	for (size_t i = 0; i < w.n; i++)
		n += w.events[i].kind == kind &&
		     w.events[i].in_storm == in_storm;
	return n;
}

static inline const struct supervise_event *
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

static inline void
many(int64_t from, int64_t n, const char *line, const char *region)
{
	for (int64_t i = from; i < from + n; i++)
		watch(i, line, region);
}

/* Each panel once a minute, at a second of its own; the quiet ones are
 * silent. */
static inline void
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

static inline void
test_of(int64_t panel, int64_t interval_s)
{
	struct watched x = watched(panel);

	x.interval_s[PATH_MAIN] = 0;
	x.test_interval_s = interval_s;
	x.test_tolerance_s = 600;
	supervise_watch(w.s, &x);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

#endif
