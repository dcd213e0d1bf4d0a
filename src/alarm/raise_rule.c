/* raise_rule.c - rules that look at what came before: swingers, runaways, two
 * zones that verify each other, an opening just now. */
#include "alarm/raise_parts.h"

#include "alarm/mode.h"
#include "base/str.h"
#include "gen/stmt.h"

/* The how-manieth within the window it is. */
static enum err
rate(struct raising *r, int64_t zone_no, int64_t window_ms, int64_t count,
     int64_t *n)
{
	const struct signal *s = r->s;
	struct rows rows;

	TRY(db_run(r->t->db, STMT_RAISE_RATE,
		   ARGS(val_int(s->panel), val_int(zone_no), val_int(s->org),
			val_int(s->received_ms),
			val_int(s->received_ms - window_ms), val_int(count)),
		   r->t->a, &rows, &r->t->why));
	*n = rows.n == 0 ? 0 : rows.v[0].i;
	return OK;
}

static enum err
hold(struct raising *r, enum fate fate, const char *own, int64_t n,
     int64_t count, bool *held)
{
	*held = n > count;
	if (!*held)
		return OK;
	if (n == count + 1) /* told once */
		TRY(raise_own(r->t, r->s, own, r->s->text));
	return raise_fate(r->t, r->s, fate, 0, own);
}

/* One zone over and over, then a panel that sends without end. */
enum err
raise_held(struct raising *r, bool *held)
{
	const struct rule_limits *l = &r->rule;
	const struct signal *s = r->s;
	int64_t n;

	*held = false;
	if (s->panel == 0 || str_is(s->source, "own"))
		return OK;
	if (l->swinger_count > 0 && s->zone_no != SIGNAL_NONE) {
		TRY(rate(r, s->zone_no, l->swinger_ms, l->swinger_count, &n));
		TRY(hold(r, FATE_SWINGER, "swinger", n, l->swinger_count,
			 held));
	}
	if (*held || l->runaway_count == 0)
		return OK;
	TRY(rate(r, -1, MINUTE_MS, l->runaway_count, &n));
	return hold(r, FATE_RUNAWAY, "runaway", n, l->runaway_count, held);
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
