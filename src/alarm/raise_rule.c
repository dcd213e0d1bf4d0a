/* raise_rule.c - rules that look at what came before: swingers, runaways, two
 * zones that verify each other, an opening just now. */
#include "alarm/raise_parts.h"

#include "alarm/held.h"
#include "alarm/mode.h"
#include "base/str.h"
#include "gen/stmt.h"

/* A rule that counts, of a zone or (zone_no -1) of the panel. */
struct rate {
	enum held_kind kind;
	enum fate fate;
	const char *own;
	int64_t zone_no, window_ms, count;
};

/* The how-manieth within the window it is, and the episode that it is of. */
static enum err
rate(struct raising *r, const struct rate *x, int64_t *n, int64_t *held)
{
	const struct signal *s = r->s;
	struct rows rows;

	TRY(db_run(r->t->db, STMT_RAISE_RATE,
		   ARGS(val_int(s->panel), val_int(x->zone_no), val_int(s->org),
			val_int(s->received_ms),
			val_int(s->received_ms - x->window_ms),
			val_int(x->count)),
		   r->t->a, &rows, &r->t->why));
	*n = rows.n == 0 ? 0 : rows.v[0].i;
	*held = rows.n > 0 && rows.v[1].type == VAL_INT ? rows.v[1].i : 0;
	return OK;
}

/* Told once, and one episode. */
static enum err
begin_episode(struct raising *r, const struct rate *x, int64_t until_ms)
{
	const struct signal *s = r->s;
	int64_t held;

	TRY(raise_own(r->t, s, x->own, s->text));
	TRY(held_begin(r->t,
		       &(struct held_new){ x->kind, s,
					   x->zone_no < 0 ? 0 : r->zone.id,
					   until_ms, raise_text(r) },
		       &held));
	return db_run(r->t->db, STMT_RAISE_RATE_HELD,
		      ARGS(val_int(s->panel), val_int(x->zone_no),
			   val_int(s->org), val_int(held)),
		      NULL, NULL, &r->t->why);
}

static enum err
hold(struct raising *r, const struct rate *x, bool *held)
{
	int64_t until_ms = r->s->received_ms + x->window_ms, n, episode;

	TRY(rate(r, x, &n, &episode));
	*held = n > x->count;
	if (!*held)
		return OK;
	if (episode == 0)
		TRY(begin_episode(r, x, until_ms));
	else
		TRY(held_count(r->t, episode, r->s, until_ms));
	return raise_fate(r->t, r->s, x->fate, 0, x->own);
}

/* A panel that makes up zone numbers is held back all the same. */
static enum err
is_needless(struct raising *r, const struct rate *zone,
	    const struct rate *panel, bool *out)
{
	const struct signal *s = r->s;
	struct rows rows;

	*out = zone->count == 0 || s->zone_no == SIGNAL_NONE;
	if (*out || panel->count == 0)
		return OK;
	TRY(db_run(r->t->db, STMT_RAISE_RATE_NEEDLESS,
		   ARGS(val_int(s->org), val_int(s->panel), val_int(s->zone_no),
			val_int(s->received_ms - panel->window_ms),
			val_int(panel->count)),
		   r->t->a, &rows, &r->t->why));
	*out = rows.n > 0;
	return OK;
}

/* One zone over and over, then a panel that sends without end. */
enum err
raise_held(struct raising *r, bool *held)
{
	const struct rule_limits *l = &r->rule;
	const struct signal *s = r->s;
	const struct rate zone = {
		HELD_SWINGER, FATE_SWINGER,  "swinger",
		s->zone_no,   l->swinger_ms, l->swinger_count
	};
	const struct rate panel = {
		HELD_RUNAWAY, FATE_RUNAWAY, "runaway",
		-1,	      MINUTE_MS,    l->runaway_count
	};
	bool needless;

	*held = false;
	if (s->panel == 0 || str_is(s->source, "own"))
		return OK;
	TRY(is_needless(r, &zone, &panel, &needless));
	if (!needless)
		TRY(hold(r, &zone, held));
	if (*held || l->runaway_count == 0)
		return OK;
	return hold(r, &panel, held);
}

/* Zone numbers with commas: an empty list has none here. */
static bool
is_adjacent(struct str list, int64_t zone_no)
{
	return str_trim(list).n > 0 && mode_has_zone(list, zone_no);
}

static const char *
why_verified(const struct raise_zone *a, const struct val *b)
{
	struct str principle = b[2].type == VAL_TEXT ? b[2].s : STR("");
	struct str adjacent = b[3].type == VAL_TEXT ? b[3].s : STR("");

	if (is_adjacent(a->adjacent, b[0].i) ||
	    is_adjacent(adjacent, a->number))
		return "相邻防区先后报警 · adjacent zones";
	if (principle.n > 0 && a->principle.n > 0 &&
	    !str_eq(principle, a->principle))
		return "两种探测原理先后报警 · two principles of detection";
	return NULL;
}

static enum err
other_zones(struct raising *r, bool *verified, struct str *why)
{
	const struct signal *s = r->s;
	int64_t from_ms = s->received_ms - r->rule.cross_ms;
	struct rows rows;

	/* Ids find them by the index; after the clock went back they run
	 * ahead of it. */
	TRY(db_run(r->t->db, STMT_RAISE_OTHERS,
		   ARGS(val_int(s->org), val_int(s->site),
			val_int(id_floor(from_ms)), val_int(s->id),
			val_int(s->panel), val_int(s->zone_no),
			val_int(from_ms)),
		   r->t->a, &rows, &r->t->why));
	for (size_t i = 0; i < rows.n && !*verified; i++) {
		const struct val *v = rows_at(&rows, i);
		const char *by = why_verified(&r->zone, v);

		if (by == NULL)
			continue;
		*verified = true;
		*why = arena_printf(r->t->a, "%s：%lld %.*s + %lld %.*s", by,
				    (long long)v[0].i, STR_ARG(v[1].s),
				    (long long)r->zone.number,
				    STR_ARG(r->zone.name));
	}
	return OK;
}

/* Model C.3.2: two adjacent zones or two principles within a window. */
enum err
raise_verified(struct raising *r, bool *verified, struct str *why)
{
	*verified = str_is(r->s->role, "verified");
	*why = *verified ? STR("主机已复核 · verified by the panel") : STR("");
	if (*verified || r->rule.cross_ms == 0 || r->zone.id == 0 ||
	    !str_is(r->s->class, "intrusion"))
		return OK;
	return other_zones(r, verified, why);
}

/* Disarmed a moment ago: shown, never decided by the program. */
enum err
raise_hint(struct raising *r, struct str *out)
{
	const struct signal *s = r->s;
	struct rows rows;
	int64_t ago_ms;

	*out = STR("");
	if (r->rule.recent_ms == 0 || s->panel == 0 ||
	    class_family(s->class) != FAMILY_ALARM)
		return OK;
	TRY(db_run(r->t->db, STMT_RAISE_ARMED_GET,
		   ARGS(val_int(s->org), val_int(s->panel),
			val_int(s->part_no)),
		   r->t->a, &rows, &r->t->why));
	if (rows.n == 0 || rows.v[0].i != 0)
		return OK;
	ago_ms = s->received_ms - rows.v[1].i;
	if (ago_ms < 0 || ago_ms > r->rule.recent_ms)
		return OK;
	*out = arena_printf(r->t->a, "%lld 秒前撤防 · disarmed %lld s before",
			    (long long)(ago_ms / 1000),
			    (long long)(ago_ms / 1000));
	return OK;
}
