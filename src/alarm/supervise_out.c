/* supervise_out.c - what the supervision tells: events, rows, figures. */
#include "alarm/supervise_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/time.h"

const char *
path_role_word(enum path_role role)
{
	static const char *const words[] = { "main", "backup" };

	return words[role];
}

const char *
path_state_word(enum path_state state)
{
	static const char *const words[] = {
#define X(name, word, zh, en) word,
		PATH_STATES(X)
#undef X
	};

	return words[state];
}

void
text_set(char *out, size_t size, struct str s)
{
	size_t n = s.n < size ? s.n : size - 1;

	if (n > 0)
		memcpy(out, s.p, n);
	out[n] = '\0';
}

/* ---- events ---- */

bool
event_room(const struct supervise *s)
{
	return s->n_events < EVENTS_MAX;
}

struct supervise_event *
event_add(struct supervise *s, enum supervise_kind kind,
	  const struct panel *panel, const struct path *p)
{
	size_t at = (s->first_event + s->n_events) % EVENTS_MAX;
	struct supervise_event *e = &s->events[at];

	must(event_room(s));
	s->n_events++;
	*e = (struct supervise_event){ .kind = kind, .at_ms = s->now_ms };
	if (panel != NULL) {
		e->org = panel->org;
		e->panel = panel->id;
		e->site = panel->site;
		e->customer = panel->customer;
		text_set(e->account, sizeof(e->account),
			 str_of(panel->account));
		text_set(e->line, sizeof(e->line), str_of(panel->line));
	}
	if (p != NULL) {
		e->role = (enum path_role)p->timer.role;
		e->silent_ms = p->silent_ms;
		e->in_storm = p->storm != NULL;
		if (p->storm != NULL)
			group_word(p->storm, e->storm, sizeof(e->storm));
	}
	return e;
}

size_t
supervise_take(struct supervise *s, struct supervise_event *out, size_t max)
{
	size_t n = 0;

	pthread_mutex_lock(&s->lock);
	for (; n < max && s->n_events > 0; n++, s->n_events--) {
		out[n] = s->events[s->first_event];
		s->first_event = (s->first_event + 1) % EVENTS_MAX;
	}
	pthread_mutex_unlock(&s->lock);
	return n;
}

/* ---- rows ---- */

void
path_mark(struct supervise *s, struct path *p)
{
	if (p->is_dirty)
		return;
	p->is_dirty = true;
	p->dirty_next = NULL;
	*s->dirty_end = p;
	s->dirty_end = &p->dirty_next;
}

void
path_now_fill(const struct panel *panel, enum path_role role,
	      struct path_now *out)
{
	const struct path *p = panel->path[role];
	bool of_panel = role == PATH_MAIN;

	*out = (struct path_now){
		.org = panel->org,
		.panel = panel->id,
		.site = panel->site,
		.role = role,
		.state = p->state,
		.is_udp = p->is_udp,
		.since_ms = p->since_ms,
		.seen_ms = p->seen_ms,
		.signal_ms = p->signal_ms,
		.clock_diff_ms = panel->clock_diff_ms,
		.frames = p->frames,
		.gaps = p->gaps,
		.repeats = p->repeats,
		.clock_off = of_panel && panel->clock_off,
		.test_missing = of_panel && panel->test_missing,
	};
	text_set(out->line, sizeof(out->line), str_of(p->line));
	text_set(out->peer, sizeof(out->peer), str_of(p->peer));
	if (p->groups[GROUP_CARRIER] != NULL)
		text_set(out->carrier, sizeof(out->carrier),
			 str_of(p->groups[GROUP_CARRIER]->value));
	if (p->groups[GROUP_REGION] != NULL)
		text_set(out->region, sizeof(out->region),
			 str_of(p->groups[GROUP_REGION]->value));
	if (p->storm != NULL)
		group_word(p->storm, out->storm, sizeof(out->storm));
}

static void
row_take(struct supervise *s, struct path *p, struct path_now *out)
{
	path_now_fill(p->timer.panel, (enum path_role)p->timer.role, out);
	day_take(s, p, out);
	p->written_frames = p->frames;
	p->written_s = s->now_s;
}

/* The time of a path that is up or down goes on without frames. */
static bool
has_news(const struct supervise *s, const struct path *p)
{
	return p->frames != p->written_frames ||
	       (s->now_s > p->written_s &&
		(p->state == PATH_UP || p->state == PATH_OVERDUE));
}

static size_t
rows_sample(struct supervise *s, int64_t sample_s, struct path_now *out,
	    size_t max)
{
	size_t n = 0;

	for (size_t k = s->cap / SUPERVISE_SHARES; k > 0 && n + 2 <= max; k--) {
		struct panel *panel = s->slots[s->sweep++ & (s->cap - 1)];

		for (int i = 0; panel != NULL && i < PATH_ROLE_N; i++) {
			struct path *p = panel->path[i];

			if (p != NULL && has_news(s, p) &&
			    s->now_s - p->written_s >= sample_s)
				row_take(s, p, &out[n++]);
		}
	}
	return n;
}

size_t
supervise_rows(struct supervise *s, int64_t sample_ms, struct path_now *out,
	       size_t max)
{
	size_t n = 0;

	pthread_mutex_lock(&s->lock);
	while (n < max && s->dirty_first != NULL) {
		struct path *p = s->dirty_first;

		s->dirty_first = p->dirty_next;
		if (s->dirty_first == NULL)
			s->dirty_end = &s->dirty_first;
		p->is_dirty = false;
		/* That row is the other node's. */
		if (p->state != PATH_ELSEWHERE)
			row_take(s, p, &out[n++]);
	}
	n += rows_sample(s, sample_ms / SECOND_MS, out + n, max - n);
	pthread_mutex_unlock(&s->lock);
	return n;
}

void
supervise_rows_back(struct supervise *s, const struct path_now *v, size_t n)
{
	pthread_mutex_lock(&s->lock);
	for (size_t i = 0; i < n; i++) {
		struct path *p = path_find(s, v[i].panel, v[i].role);

		if (p == NULL)
			continue;
		day_back(p, &v[i]);
		path_mark(s, p);
	}
	pthread_mutex_unlock(&s->lock);
}

bool
supervise_look(struct supervise *s, int64_t panel, enum path_role role,
	       struct path_now *out)
{
	struct path *p;

	pthread_mutex_lock(&s->lock);
	p = path_find(s, panel, role);
	if (p != NULL)
		path_now_fill(p->timer.panel, role, out);
	pthread_mutex_unlock(&s->lock);
	return p != NULL;
}

struct supervise_figures
supervise_figures(struct supervise *s)
{
	struct supervise_figures f;

	pthread_mutex_lock(&s->lock);
	f = s->figures;
	f.panels = (int64_t)s->n_panels;
	pthread_mutex_unlock(&s->lock);
	return f;
}

/* ---- another node ---- */

void
supervise_elsewhere(struct supervise *s, int64_t id, enum path_role role)
{
	struct path *p;

	pthread_mutex_lock(&s->lock);
	p = path_find(s, id, role);
	if (p != NULL && p->held) {
		path_calm(s, p);
		timer_drop(&p->timer);
		path_state_set(s, p, PATH_ELSEWHERE);
	}
	pthread_mutex_unlock(&s->lock);
}

size_t
supervise_held(struct supervise *s, struct path_now *out, size_t max)
{
	size_t n = 0;

	pthread_mutex_lock(&s->lock);
	for (struct path *p = s->recent_first; p != NULL && n < max;
	     p = p->recent_next) {
		if (!p->held || p->asked)
			continue;
		p->asked = true;
		path_now_fill(p->timer.panel, (enum path_role)p->timer.role,
			      &out[n++]);
	}
	pthread_mutex_unlock(&s->lock);
	return n;
}
