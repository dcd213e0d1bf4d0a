/* supervise.c - panels and their paths. */
#include "alarm/supervise_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/time.h"

/* ---- one path ---- */

void
path_state_set(struct supervise *s, struct path *p, enum path_state to)
{
	if (p->state == to)
		return;
	day_count(s, p->timer.panel);
	s->figures.by_state[p->state]--;
	s->figures.by_state[to]++;
	p->state = to;
	p->since_ms = s->now_ms;
	path_mark(s, p);
}

/* Interval and tolerance together. */
static int64_t
limit_of(const struct supervise *s, const struct watched *w, int role)
{
	int64_t interval_s = w->interval_s[role];
	int64_t percent = w->tolerance_percent[role] == SEEN_NONE ?
			      s->limits.tolerance_percent :
			      w->tolerance_percent[role];
	int64_t more = interval_s * percent / 100;

	if (more < s->limits.tolerance_min_s)
		more = s->limits.tolerance_min_s;
	return interval_s + more;
}

static void
path_count(struct path *p, int64_t by)
{
	for (int i = 0; i < GROUP_N; i++)
		if (p->groups[i] != NULL)
			p->groups[i]->paths += by;
	if (by != 0)
		p->counted = by > 0;
}

/* No longer held, lost or part of a storm. */
void
path_calm(struct supervise *s, struct path *p)
{
	storm_back(s, p);
	p->held = false;
}

static struct path *
path_add(struct supervise *s, struct panel *panel, enum path_role role)
{
	struct path *p = mem_alloc(sizeof(*p));

	memset(p, 0, sizeof(*p));
	p->timer.panel = panel;
	p->timer.role = (int)role;
	p->seq = -1;
	p->seen_s = p->written_s = p->row_s = s->now_s;
	p->since_ms = s->now_ms;
	p->seen_ms = p->signal_ms = SEEN_NONE;
	p->state = PATH_UNWATCHED;
	s->figures.paths++;
	s->figures.by_state[p->state]++;
	path_mark(s, p);
	panel->path[role] = p;
	return p;
}

/* True: nothing that counts for the path has changed. */
static bool
groups_set(struct supervise *s, struct path *p, const struct watched *w)
{
	enum path_role role = (enum path_role)p->timer.role;
	struct str value[GROUP_N] = { w->line, w->carrier[role], w->region };
	struct group *groups[GROUP_N];

	for (int i = 0; i < GROUP_N; i++)
		groups[i] = group_get(s, w->org, (enum group_kind)i, value[i]);
	if (memcmp(groups, p->groups, sizeof(groups)) == 0)
		return true;
	path_count(p, p->counted ? -1 : 0);
	path_calm(s, p);
	memcpy(p->groups, groups, sizeof(groups));
	path_mark(s, p);
	path_count(p, p->interval_s > 0 ? 1 : 0);
	return false;
}

/* Also called for panels that have not changed: then nothing may happen. */
static void
path_plan(struct supervise *s, struct path *p, const struct watched *w)
{
	int64_t interval_s = w->interval_s[p->timer.role];
	int64_t limit_s = limit_of(s, w, p->timer.role);

	if (groups_set(s, p, w) && interval_s == p->interval_s &&
	    limit_s == p->limit_s)
		return;
	path_count(p, p->counted ? -1 : 0);
	path_calm(s, p);
	p->interval_s = interval_s;
	p->limit_s = limit_s;
	timer_drop(&p->timer);
	if (interval_s == 0) {
		path_state_set(s, p, PATH_UNWATCHED);
		return;
	}
	path_count(p, 1);
	if (p->state == PATH_UNWATCHED) {
		p->seen_s = s->now_s;
		path_state_set(s, p, p->frames > 0 ? PATH_UP : PATH_WAITING);
	}
	if (p->state != PATH_OVERDUE && p->state != PATH_ELSEWHERE)
		timer_put(s, &p->timer, p->seen_s + p->limit_s);
}

static void
path_drop(struct supervise *s, struct panel *panel, enum path_role role)
{
	struct path *p = panel->path[role], **at = &s->dirty_first;

	if (p == NULL)
		return;
	day_count(s, panel);
	path_calm(s, p);
	path_count(p, p->counted ? -1 : 0);
	timer_drop(&p->timer);
	while (p->is_dirty && *at != p)
		at = &(*at)->dirty_next;
	if (p->is_dirty) {
		*at = p->dirty_next;
		if (*at == NULL)
			s->dirty_end = at;
	}
	s->figures.paths--;
	s->figures.by_state[p->state]--;
	panel->path[role] = NULL;
	mem_free(p);
}

/* ---- what is watched ---- */

static void
backup_set(struct panel *panel, const struct watched *w)
{
	panel->has_backup = w->has_backup;
	panel->backup_by = w->backup_by;
	panel->backup = w->backup;
	panel->backup_network = w->backup_network;
	/* A line that nobody can name is no frame's. */
	if (w->backup_by == BACKUP_BY_LINE &&
	    !line_parse(w->backup_line, &panel->backup_line))
		panel->has_backup = false;
}

void
supervise_watch(struct supervise *s, const struct watched *w)
{
	struct panel *panel;

	pthread_mutex_lock(&s->lock);
	panel = panel_find(s, w->panel);
	if (panel == NULL)
		panel = panel_add(s, w->panel);
	panel->org = w->org;
	panel->site = w->site;
	panel->customer = w->customer;
	backup_set(panel, w);
	text_set(panel->account, sizeof(panel->account), w->account);
	text_set(panel->line, sizeof(panel->line), w->line);
	for (int role = 0; role < PATH_ROLE_N; role++) {
		if (role == PATH_BACKUP && !panel->has_backup) {
			path_drop(s, panel, PATH_BACKUP);
			continue;
		}
		if (panel->path[role] == NULL)
			(void)path_add(s, panel, (enum path_role)role);
		path_plan(s, panel->path[role], w);
	}
	panel->test_interval_s = w->test_interval_s;
	panel->test_tolerance_s = w->test_tolerance_s;
	test_plan(s, panel);
	pthread_mutex_unlock(&s->lock);
}

static void
panel_drop(struct supervise *s, struct panel *panel)
{
	path_drop(s, panel, PATH_MAIN);
	path_drop(s, panel, PATH_BACKUP);
	timer_drop(&panel->test);
	mem_free(panel);
}

void
supervise_forget(struct supervise *s, int64_t id)
{
	struct panel *panel;

	pthread_mutex_lock(&s->lock);
	panel = panel_find(s, id);
	if (panel != NULL) {
		slot_empty(s, id);
		panel_drop(s, panel);
	}
	pthread_mutex_unlock(&s->lock);
}

size_t
supervise_forget_others(struct supervise *s, const int64_t *orgs, size_t n_orgs,
			int64_t *gone, size_t max)
{
	size_t n = 0, at = 0;

	pthread_mutex_lock(&s->lock);
	while (at < s->cap && n < max) {
		struct panel *panel = s->slots[at];

		if (panel == NULL || ids_have(orgs, n_orgs, panel->org)) {
			at++;
			continue;
		}
		gone[n++] = panel->id;
		slot_empty(s, panel->id); /* may bring another one here */
		panel_drop(s, panel);
	}
	pthread_mutex_unlock(&s->lock);
	return n;
}

static void
path_load(struct supervise *s, struct path *p, const struct path_now *was)
{
	p->frames = p->written_frames = was->frames;
	p->gaps = was->gaps;
	p->repeats = was->repeats;
	p->seen_ms = was->seen_ms;
	p->signal_ms = was->signal_ms;
	p->is_udp = was->is_udp;
	text_set(p->line, sizeof(p->line), str_of(was->line));
	text_set(p->peer, sizeof(p->peer), str_of(was->peer));
	if (p->interval_s == 0 || was->state == PATH_UNWATCHED)
		return;
	path_state_set(s, p, was->state);
	p->since_ms = was->since_ms;
	if (was->state == PATH_OVERDUE || was->state == PATH_ELSEWHERE)
		timer_drop(&p->timer);
	if (was->seen_ms != SEEN_NONE && was->seen_ms < s->now_ms &&
	    was->state == PATH_OVERDUE)
		p->seen_s -= (s->now_ms - was->seen_ms) / SECOND_MS;
	if (was->state == PATH_OVERDUE && was->storm[0] != '\0')
		storm_rejoin(s, p,
			     group_of_word(s, p->timer.panel->org, was->storm));
}

void
supervise_load(struct supervise *s, const struct path_now *was, int64_t down_ms)
{
	struct path *p;

	pthread_mutex_lock(&s->lock);
	p = path_find(s, was->panel, was->role);
	if (p != NULL) {
		path_load(s, p, was);
		test_load(s, p->timer.panel, was, down_ms);
	}
	pthread_mutex_unlock(&s->lock);
}

/* ---- frames ---- */

static bool
is_backup(const struct panel *panel, const struct seen *seen)
{
	const struct line_no *want = &panel->backup_line;
	struct line_no line;

	switch (panel->backup_by) {
	case BACKUP_BY_TRANSPORT:
		return seen->path == panel->backup;
	case BACKUP_BY_LINE:
		return line_parse(seen->line, &line) &&
		       line.receiver == want->receiver &&
		       line.line == want->line;
	case BACKUP_BY_NETWORK:
		return seen->network != '\0' &&
		       seen->network == panel->backup_network;
	}
	return false;
}

static struct path *
path_of(struct panel *panel, const struct seen *seen)
{
	bool backup = panel->has_backup && is_backup(panel, seen);

	return panel->path[backup ? PATH_BACKUP : PATH_MAIN];
}

/* Heard again: the tick tells it, when there is room. */
static void
path_heard(struct supervise *s, struct path *p)
{
	if (p->held) {
		s->figures.blips++;
		path_calm(s, p);
		timer_put(s, &p->timer, s->now_s + p->limit_s);
		return;
	}
	if (p->state == PATH_UP || p->state == PATH_UNWATCHED)
		return;
	if (p->state == PATH_OVERDUE || p->owed) {
		p->owed = false;
		p->silent_ms = (s->now_s - p->seen_s) * SECOND_MS;
		p->owes_restore = true;
		timer_put(s, &p->timer, s->now_s + 1);
	} else {
		timer_put(s, &p->timer, s->now_s + p->limit_s);
	}
	path_state_set(s, p, PATH_UP);
}

static void
path_seen(struct supervise *s, struct path *p, const struct seen *seen)
{
	if (p->frames > 0 && seen->peer.n > 0 && !str_is(seen->peer, p->peer))
		p->peer[0] = '\0';
	if (p->peer[0] == '\0')
		text_set(p->peer, sizeof(p->peer), seen->peer);
	if (!str_is(seen->line, p->line))
		text_set(p->line, sizeof(p->line), seen->line);
	path_heard(s, p);
	p->frames++;
	p->sums.frames++;
	p->sums.heartbeats += seen->is_heartbeat;
	p->seen_s = s->now_s;
	p->seen_ms = seen->now_ms;
	p->is_udp = seen->path == SEEN_UDP;
	if (!seen->is_heartbeat)
		p->signal_ms = seen->now_ms;
}

void
supervise_seen(struct supervise *s, const struct seen *seen)
{
	struct panel *panel;

	pthread_mutex_lock(&s->lock);
	panel = panel_find(s, seen->panel);
	if (panel != NULL && seen->is_refused) {
		if (seen->device_ms != SEEN_NONE)
			check_clock(s, panel, seen->device_ms - seen->now_ms);
	} else if (panel != NULL) {
		struct path *p = path_of(panel, seen);

		s->figures.frames++;
		path_seen(s, p, seen);
		check_seq(s, panel, p, seen->seq, seen->is_heartbeat);
		if (seen->device_ms != SEEN_NONE)
			check_clock(s, panel, seen->device_ms - seen->now_ms);
		if (!seen->is_heartbeat)
			check_signal(s, panel);
	}
	pthread_mutex_unlock(&s->lock);
}

/* ---- time ---- */

static void
restore_tell(struct supervise *s, struct panel *panel, struct path *p)
{
	if (!event_room(s)) {
		timer_put(s, &p->timer, s->now_s + 1);
		return;
	}
	(void)event_add(s, SUPERVISE_RESTORED, panel, p);
	p->owes_restore = false;
	path_calm(s, p);
	timer_put(s, &p->timer, p->seen_s + p->limit_s);
}

/* The wait is over and nothing came. */
static void
overdue_tell(struct supervise *s, struct panel *panel, struct path *p)
{
	storm_begin_due(s);
	if (!event_room(s)) {
		p->held = true;
		timer_put(s, &p->timer, s->now_s + 1);
		return;
	}
	p->held = p->owed = false;
	p->silent_ms = (s->now_s - p->seen_s) * SECOND_MS;
	path_state_set(s, p, PATH_OVERDUE);
	(void)event_add(s, SUPERVISE_OVERDUE, panel, p);
}

static void
path_due(struct supervise *s, struct panel *panel, struct path *p)
{
	int64_t due_s = p->seen_s + p->limit_s;

	if (p->owes_restore) {
		restore_tell(s, panel, p);
	} else if (s->now_s < due_s) {
		timer_put(s, &p->timer, due_s);
	} else if (!p->held && s->limits.wait_s > 0) {
		p->held = true;
		p->asked = false;
		p->lost_s = s->now_s;
		storm_loss(s, p);
		timer_put(s, &p->timer, s->now_s + s->limits.wait_s);
	} else {
		if (!p->held)
			storm_loss(s, p);
		overdue_tell(s, panel, p);
	}
}

static void
slot_run(struct supervise *s, int64_t at_s)
{
	struct timer *t = s->wheel[at_s % WHEEL_SLOTS], *next;

	s->wheel[at_s % WHEEL_SLOTS] = NULL;
	for (; t != NULL; t = next) {
		next = t->next;
		t->prev = NULL;
		if (t->role == TEST_ROLE)
			test_due(s, t->panel);
		else
			path_due(s, t->panel, t->panel->path[t->role]);
	}
}

void
supervise_tick(struct supervise *s, int64_t now_ms, int64_t mono_ms)
{
	int64_t to_s = mono_ms / SECOND_MS, from_s;

	pthread_mutex_lock(&s->lock);
	s->now_ms = now_ms;
	from_s = s->now_s + 1;
	/* After a long sleep every slot is looked at once, not each second. */
	if (to_s - from_s >= WHEEL_SLOTS)
		from_s = to_s - WHEEL_SLOTS + 1;
	if (to_s > s->now_s)
		s->now_s = to_s;
	for (; from_s <= to_s; from_s++)
		slot_run(s, from_s);
	storm_window(s);
	storm_tick(s);
	pthread_mutex_unlock(&s->lock);
}

struct supervise *
supervise_new(const struct supervise_limits *limits, int64_t now_ms,
	      int64_t mono_ms)
{
	struct supervise *s = mem_alloc(sizeof(*s));

	memset(s, 0, sizeof(*s));
	pthread_mutex_init(&s->lock, NULL);
	s->limits = *limits;
	s->now_ms = now_ms;
	s->now_s = s->start_s = mono_ms / SECOND_MS;
	s->cap = 1024;
	s->slots = mem_alloc(s->cap * sizeof(struct panel *));
	memset(s->slots, 0, s->cap * sizeof(struct panel *));
	s->events = mem_alloc(EVENTS_MAX * sizeof(*s->events));
	s->dirty_end = &s->dirty_first;
	return s;
}

void
supervise_free(struct supervise **sp)
{
	struct supervise *s = *sp;

	if (s == NULL)
		return;
	for (size_t i = 0; i < s->cap; i++)
		if (s->slots[i] != NULL)
			panel_drop(s, s->slots[i]);
	groups_free(s);
	pthread_mutex_destroy(&s->lock);
	mem_free(s->slots);
	mem_free(s->events);
	mem_free(s);
	*sp = NULL;
}
