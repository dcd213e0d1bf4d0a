/* supervise_check.c - sequence numbers, clocks, periodic tests, and losses
 * that were told before a panel was out of use. */
#include "alarm/supervise_parts.h"

#include <stdlib.h>

#include "base/time.h"

/* ---- sequence numbers: 0001 to 9999, then 0001 again ---- */

#define SEQ_LAST 9999
#define SEQ_LATE 8	/* a datagram may be overtaken by so many */
#define SEQ_RESTART 500 /* a greater leap is a panel that began anew */

static int
seq_after(int seq)
{
	return seq % SEQ_LAST + 1;
}

/* A number that the other path has used is no gap: the panel counts once for
 * both, and sends what failed here over there. */
static bool
seq_follows(const struct panel *panel, int seq)
{
	for (int i = 0; i < PATH_ROLE_N; i++) {
		const struct path *p = panel->path[i];

		if (p != NULL && p->seq > 0 && seq == seq_after(p->seq))
			return true;
	}
	return false;
}

void
check_seq(struct supervise *s, struct panel *panel, struct path *p, int64_t seq,
	  bool is_heartbeat)
{
	int now = (int)seq, was = p->seq, ahead;

	if (seq <= 0 || seq > SEQ_LAST) /* 0000: not counted (link tests) */
		return;
	ahead = now - was;
	if (was > 0 && now == was && !is_heartbeat) {
		p->repeats++;
		p->sums.repeats++;
		s->figures.repeats++;
		return;
	}
	if (was > 0 && ahead < 0 && -ahead <= SEQ_LATE && now != 1)
		return;
	if (ahead < 0)
		ahead += SEQ_LAST;
	p->seq = now;
	if (was <= 0 || ahead <= 1 || now == 1 || ahead > SEQ_RESTART ||
	    seq_follows(panel, now))
		return;
	p->gaps += ahead - 1;
	p->sums.gaps += ahead - 1;
	s->figures.gaps += ahead - 1;
}

/* ---- the panel's clock ---- */

/*
 * Three frames at least half a minute apart that are wrong by the same: one
 * old message from a panel's store, or a bundle of them, is no wrong clock.
 */
#define BAD_FRAMES 3
#define BAD_SPAN_S 30
#define BAD_SAME_MS (5 * SECOND_MS)

static void
clock_turn(struct supervise *s, struct panel *panel, bool off)
{
	if (!event_room(s))
		return; /* the next frame will say so again */
	panel->clock_off = off;
	event_add(s, off ? SUPERVISE_CLOCK_OFF : SUPERVISE_CLOCK_GOOD, panel,
		  NULL)
	    ->diff_ms = panel->clock_diff_ms;
	path_mark(s, panel->path[PATH_MAIN]);
}

void
check_clock(struct supervise *s, struct panel *panel, int64_t diff_ms)
{
	int64_t max_ms = s->limits.skew_max_s * SECOND_MS;

	panel->clock_diff_ms = diff_ms;
	if (max_ms == 0)
		return;
	if (diff_ms >= -max_ms && diff_ms <= max_ms) {
		panel->bad_frames = 0;
		if (panel->clock_off)
			clock_turn(s, panel, false);
		return;
	}
	if (panel->bad_frames == 0 ||
	    llabs(diff_ms - panel->bad_diff_ms) > BAD_SAME_MS) {
		panel->bad_frames = 0;
		panel->bad_diff_ms = diff_ms;
		panel->bad_since_s = s->now_s;
	}
	panel->bad_frames++;
	if (!panel->clock_off && panel->bad_frames >= BAD_FRAMES &&
	    s->now_s - panel->bad_since_s >= BAD_SPAN_S)
		clock_turn(s, panel, true);
}

/* ---- the periodic test: any signal will do ---- */

static int64_t
test_due_s(const struct panel *panel)
{
	return panel->signal_s + panel->test_interval_s +
	       panel->test_tolerance_s;
}

void
test_plan(struct supervise *s, struct panel *panel)
{
	if (panel->test_interval_s == 0 || panel->test_missing)
		timer_drop(&panel->test);
	else
		timer_put(s, &panel->test, test_due_s(panel));
}

void
test_due(struct supervise *s, struct panel *panel)
{
	if (s->now_s < test_due_s(panel) || !event_room(s)) {
		timer_put(s, &panel->test, test_due_s(panel));
		return;
	}
	day_count(s, panel);
	panel->test_missing = true;
	day_missed(panel);
	event_add(s, SUPERVISE_TEST_MISSING, panel, NULL)->silent_ms =
	    (s->now_s - panel->signal_s) * SECOND_MS;
	path_mark(s, panel->path[PATH_MAIN]);
}

void
check_signal(struct supervise *s, struct panel *panel)
{
	int64_t silent_s = s->now_s - panel->signal_s;

	panel->signal_s = s->now_s;
	if (!panel->test_missing || !event_room(s))
		return;
	day_count(s, panel);
	panel->test_missing = false;
	event_add(s, SUPERVISE_TEST_SEEN, panel, NULL)->silent_ms =
	    silent_s * SECOND_MS;
	path_mark(s, panel->path[PATH_MAIN]);
	test_plan(s, panel);
}

/* One that should have come while nobody listened is waited for anew. */
void
test_load(struct supervise *s, struct panel *panel, const struct path_now *was,
	  int64_t down_ms)
{
	int64_t expected_ms;

	if (was->role == PATH_MAIN) {
		panel->clock_off = was->clock_off;
		panel->test_missing = was->test_missing;
		panel->clock_diff_ms = was->clock_diff_ms;
	}
	if (was->signal_ms == SEEN_NONE || was->signal_ms > s->now_ms ||
	    was->signal_ms < panel->signal_ms)
		return;
	panel->signal_ms = was->signal_ms;
	expected_ms = was->signal_ms + panel->test_interval_s * SECOND_MS;
	panel->signal_s = s->now_s;
	if (panel->test_missing || expected_ms < down_ms ||
	    expected_ms > s->now_ms)
		panel->signal_s -= (s->now_ms - was->signal_ms) / SECOND_MS;
	test_plan(s, panel);
}

/* ---- after a suspension ---- */

void
supervise_owe(struct supervise *s, int64_t panel, enum path_role role)
{
	struct path *p;

	pthread_mutex_lock(&s->lock);
	p = path_find(s, panel, role);
	if (p != NULL && p->state == PATH_WAITING)
		p->owed = true;
	pthread_mutex_unlock(&s->lock);
}
