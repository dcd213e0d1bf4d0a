/*
 * supervise_storm.c - many losses at once are one: a receiver line, a
 * carrier or a region that failed.
 *
 * A loss is held back for a while (limits.wait_s).  When the first of a
 * group is about to be told, all that was lost within the window is looked
 * at: does a group explain enough of it?
 */
#include "alarm/supervise_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/time.h"

static const char *const kind_words[GROUP_N] = { "line", "carrier", "region" };

static struct group **
chain_of(struct supervise *s, int64_t org, enum group_kind kind,
	 struct str value)
{
	uint64_t h = (uint64_t)org * 31 + (uint64_t)kind;

	for (size_t i = 0; i < value.n; i++)
		h = h * 131 + (unsigned char)value.p[i];
	return &s->chains[h % GROUP_CHAINS];
}

/* Cut where a character ends. */
static struct str
value_cut(struct str s)
{
	if (s.n > WATCH_TEXT_MAX)
		s.n = WATCH_TEXT_MAX;
	while (s.n > 0 && !str_is_utf8(s))
		s.n--;
	return s;
}

struct group *
group_get(struct supervise *s, int64_t org, enum group_kind kind,
	  struct str value)
{
	struct group **chain, *g;

	value = value_cut(value);
	if (value.n == 0)
		return NULL;
	chain = chain_of(s, org, kind, value);
	for (g = *chain; g != NULL; g = g->next)
		if (g->org == org && g->kind == kind && str_is(value, g->value))
			return g;
	g = mem_alloc(sizeof(*g));
	memset(g, 0, sizeof(*g));
	g->org = org;
	g->kind = kind;
	text_set(g->value, sizeof(g->value), value);
	g->next = *chain;
	*chain = g;
	return g;
}

void
group_word(const struct group *g, char *out, size_t size)
{
	(void)snprintf(out, size, "%s:%s", kind_words[g->kind], g->value);
}

struct group *
group_of_word(struct supervise *s, int64_t org, const char *word)
{
	struct str value, kind = str_cut(str_of(word), ':', &value);

	for (int i = 0; i < GROUP_N; i++)
		if (str_is(kind, kind_words[i]))
			return group_get(s, org, (enum group_kind)i, value);
	return NULL;
}

void
groups_free(struct supervise *s)
{
	for (int i = 0; i < GROUP_CHAINS; i++)
		while (s->chains[i] != NULL) {
			struct group *g = s->chains[i];

			s->chains[i] = g->next;
			mem_free(g);
		}
}

/* ---- lost within the window ---- */

static void
recent_count(struct path *p, int64_t by)
{
	for (int i = 0; i < GROUP_N; i++)
		if (p->groups[i] != NULL)
			p->groups[i]->recent += by;
}

static void
recent_add(struct supervise *s, struct path *p)
{
	p->is_recent = true;
	p->recent_next = NULL;
	p->recent_prev = s->recent_last;
	if (s->recent_last != NULL)
		s->recent_last->recent_next = p;
	else
		s->recent_first = p;
	s->recent_last = p;
	recent_count(p, 1);
}

static void
recent_drop(struct supervise *s, struct path *p)
{
	if (!p->is_recent)
		return;
	p->is_recent = false;
	*(p->recent_prev == NULL ? &s->recent_first :
				   &p->recent_prev->recent_next) =
	    p->recent_next;
	*(p->recent_next == NULL ? &s->recent_last :
				   &p->recent_next->recent_prev) =
	    p->recent_prev;
	recent_count(p, -1);
}

/* Those that are still held stay: they are about to be told. */
void
storm_window(struct supervise *s)
{
	int64_t from_s = s->now_s - s->limits.storm_window_s;

	for (struct path *p = s->recent_first, *next; p != NULL; p = next) {
		next = p->recent_next;
		if (p->lost_s >= from_s)
			return;
		if (!p->held)
			recent_drop(s, p);
	}
}

/* ---- a storm ---- */

static void
storm_join(struct supervise *s, struct path *p, struct group *g)
{
	recent_drop(s, p);
	p->storm = g;
	g->lost++;
	g->still++;
	g->newest_s = s->now_s;
	if (g->still > g->peak)
		g->peak = g->still;
}

void
storm_loss(struct supervise *s, struct path *p)
{
	p->lost_s = s->now_s;
	for (int i = 0; i < GROUP_N; i++)
		if (p->groups[i] != NULL && p->groups[i]->storming) {
			storm_join(s, p, p->groups[i]);
			return;
		}
	recent_add(s, p);
}

void
storm_back(struct supervise *s, struct path *p)
{
	recent_drop(s, p);
	if (p->storm == NULL)
		return;
	p->storm->still--;
	p->storm->newest_s = s->now_s;
	p->storm = NULL;
}

void
storm_rejoin(struct supervise *s, struct path *p, struct group *g)
{
	if (g == NULL)
		return;
	if (!g->storming) {
		g->storming = true;
		g->since_ms = p->since_ms;
	}
	storm_join(s, p, g);
	g->told = g->lost;
}

static void
storm_event(struct supervise *s, enum supervise_kind kind,
	    const struct group *g)
{
	struct supervise_event *e = event_add(s, kind, NULL, NULL);

	e->org = g->org;
	e->at_ms = s->now_ms;
	e->silent_ms = s->now_ms - g->since_ms;
	e->lost = g->lost;
	e->still = g->still;
	e->paths = g->paths;
	if (g->kind == GROUP_LINE)
		text_set(e->line, sizeof(e->line), str_of(g->value));
	group_word(g, e->storm, sizeof(e->storm));
}

static bool
group_is_due(const struct supervise *s, const struct group *g)
{
	return !g->storming && g->recent > 0 &&
	       g->recent >= s->limits.storm_count &&
	       g->recent * 100 >= g->paths * s->limits.storm_percent;
}

/* Of those whose share is near the greatest the one with the most losses: a
 * line with all its regions is the line. */
static struct group *
group_worst(struct supervise *s)
{
	int64_t share = 0;
	struct group *worst = NULL;

	for (struct path *p = s->recent_first; p != NULL; p = p->recent_next)
		for (int i = 0; i < GROUP_N; i++) {
			struct group *g = p->groups[i];

			if (g == NULL || !group_is_due(s, g))
				continue;
			if (g->recent * 1000 / g->paths > share)
				share = g->recent * 1000 / g->paths;
		}
	for (struct path *p = s->recent_first; p != NULL; p = p->recent_next)
		for (int i = 0; i < GROUP_N; i++) {
			struct group *g = p->groups[i];

			if (g != NULL && group_is_due(s, g) &&
			    g->recent * 1000 / g->paths * 2 >= share &&
			    (worst == NULL || g->recent > worst->recent))
				worst = g;
		}
	return worst;
}

static void
storm_begin(struct supervise *s, struct group *g)
{
	g->storming = true;
	g->since_ms = s->now_ms;
	g->lost = g->still = g->peak = 0;
	for (struct path *p = s->recent_first, *next; p != NULL; p = next) {
		next = p->recent_next;
		for (int i = 0; i < GROUP_N; i++)
			if (p->groups[i] == g && p->storm == NULL)
				storm_join(s, p, g);
	}
	g->told = g->lost;
	storm_event(s, SUPERVISE_STORM, g);
}

void
storm_begin_due(struct supervise *s)
{
	struct group *g;

	if (s->looked_s == s->now_s)
		return;
	s->looked_s = s->now_s;
	while (event_room(s) && (g = group_worst(s)) != NULL)
		storm_begin(s, g);
}

/* Those that did not come back are told one by one. */
static void
storm_leave(struct supervise *s, struct group *g)
{
	for (size_t i = 0; i < s->cap && g->still > 0; i++)
		for (int k = 0; s->slots[i] != NULL && k < PATH_ROLE_N; k++) {
			struct path *p = s->slots[i]->path[k];

			if (p == NULL || p->storm != g)
				continue;
			storm_back(s, p);
			path_mark(s, p);
			if (p->state == PATH_OVERDUE && event_room(s))
				(void)event_add(s, SUPERVISE_OVERDUE,
						s->slots[i], p);
		}
}

/* Everybody is back, or nearly, and nothing has moved since. */
static bool
storm_is_over(const struct supervise *s, const struct group *g)
{
	return g->still == 0 ||
	       (g->still * 10 <= g->peak &&
		s->now_s - g->newest_s >= s->limits.storm_window_s);
}

static void
group_tick(struct supervise *s, struct group *g)
{
	if (g->lost >= 2 * g->told && event_room(s)) {
		storm_event(s, SUPERVISE_STORM, g);
		g->told = g->lost;
	}
	/* Room also for those that are told one by one. */
	if (!storm_is_over(s, g) ||
	    s->n_events + (size_t)g->still + 1 > EVENTS_MAX)
		return;
	storm_event(s, SUPERVISE_STORM_OVER, g);
	g->storming = false;
	storm_leave(s, g);
}

void
storm_tick(struct supervise *s)
{
	for (int i = 0; i < GROUP_CHAINS; i++)
		for (struct group *g = s->chains[i]; g != NULL; g = g->next)
			if (g->storming)
				group_tick(s, g);
}

size_t
supervise_storms(struct supervise *s, int64_t org, struct supervise_event *out,
		 size_t max)
{
	size_t n = 0;

	pthread_mutex_lock(&s->lock);
	for (int i = 0; i < GROUP_CHAINS; i++)
		for (struct group *g = s->chains[i]; g != NULL && n < max;
		     g = g->next) {
			if (!g->storming || g->org != org)
				continue;
			out[n] = (struct supervise_event){
				.kind = SUPERVISE_STORM,
				.org = g->org,
				.at_ms = g->since_ms,
				.lost = g->lost,
				.still = g->still,
				.paths = g->paths,
			};
			group_word(g, out[n].storm, sizeof(out[n].storm));
			n++;
		}
	pthread_mutex_unlock(&s->lock);
	return n;
}
