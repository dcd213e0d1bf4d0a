/* stat_collect.c - from the books to samples. */
#include "alarm/stat.h"
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"

/* Columns of the statements that give samples. */
enum {
	S_ID,
	S_AT,
	S_SITE,
	S_ZONE,
	S_CAUSE,
	S_CLASS,
	S_OWNER,
	S_VALUE,
	S_LIMIT,
	S_NUM,
	S_DEN
};

struct collecting {
	struct task *t;
	const struct stat_metric *m;
	const struct stat_period *p;
	struct stat_set *out;
	size_t cap;
};

static int64_t
number(const struct val *v)
{
	return v->type == VAL_INT ? v->i : 0;
}

/* Many rows in a row have the same word: kept once. */
static struct str
text(struct task *t, const struct val *v, struct str last)
{
	if (v->type != VAL_TEXT)
		return STR("");
	return str_eq(v->s, last) ? last : arena_str(t->a, v->s);
}

static void
grow(struct collecting *c)
{
	size_t cap = c->cap == 0 ? 256 : c->cap * 2;
	struct stat_sample *v = ARENA_ARRAY(c->t->a, cap, struct stat_sample);

	for (size_t i = 0; i < c->out->n; i++)
		v[i] = c->out->v[i];
	c->out->v = v;
	c->cap = cap;
}

/* A verdict counts when its cause begins with the metric's word. */
static int64_t
num_of(const struct collecting *c, const struct val *row)
{
	if (c->m->source != STAT_VERDICT)
		return number(&row[S_NUM]);
	return row[S_CAUSE].type == VAL_TEXT &&
	       str_starts(row[S_CAUSE].s, str_of(c->m->word));
}

static enum err
add(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct collecting *c = ctx;
	struct stat_set *set = c->out;
	struct stat_sample *s, last = { 0 };

	(void)width;
	if (c->p->site != 0 && number(&row[S_SITE]) != c->p->site)
		return OK;
	if (set->n == STAT_SAMPLES_MAX)
		return fail(why, ERR_TOO_BIG,
			    "more than %d records: choose a shorter period",
			    "记录超过 %d 条，请缩短时段", STAT_SAMPLES_MAX);
	if (set->n == c->cap)
		grow(c);
	if (set->n > 0)
		last = set->v[set->n - 1];
	s = &set->v[set->n++];
	*s = (struct stat_sample){
		.id = row[S_ID].i,
		.at_ms = number(&row[S_AT]),
		.site = number(&row[S_SITE]),
		.zone = number(&row[S_ZONE]),
		.owner = number(&row[S_OWNER]),
		.cause = text(c->t, &row[S_CAUSE], last.cause),
		.class = text(c->t, &row[S_CLASS], last.class),
		.has_value = row[S_VALUE].type == VAL_INT,
		.value_ms = number(&row[S_VALUE]),
		.limit_ms = number(&row[S_LIMIT]),
		.num = num_of(c, row),
		.den = number(&row[S_DEN]),
	};
	return OK;
}

static enum err
walk(struct collecting *c)
{
	struct val org = val_int(c->t->who.org), now = val_int(c->t->now_ms);
	struct val from = val_int(c->p->from_ms), to = val_int(c->p->to_ms);
	struct val from_id = val_int(id_floor(c->p->from_ms));
	struct val to_id = val_int(id_floor(c->p->to_ms));
	struct val word =
	    val_text(str_of(c->m->word == NULL ? "" : c->m->word));
	struct db *db = c->t->db;

	switch (c->m->source) {
	case STAT_ALARM_TIME:
		return db_each(db, STMT_STAT_ALARM_TIME,
			       ARGS(org, from, to, now, word), add, c,
			       &c->t->why);
	case STAT_INCIDENT_TIME:
		return db_each(db, STMT_STAT_INCIDENT_TIME,
			       ARGS(org, from_id, to_id, now, word), add, c,
			       &c->t->why);
	case STAT_VERDICT:
		return db_each(db, STMT_STAT_VERDICTS, ARGS(org, from, to), add,
			       c, &c->t->why);
	case STAT_LATENCY:
		return db_each(db, STMT_STAT_LATENCY, ARGS(org, from_id, to_id),
			       add, c, &c->t->why);
	case STAT_LOSS:
	case STAT_ONLINE:
	case STAT_TESTS:
		break;
	}
	return stat_panel_time(c->t, c->m, c->p, c->out);
}

enum err
stat_collect(struct task *t, const struct stat_metric *m,
	     const struct stat_period *p, struct stat_set *out)
{
	struct collecting c = { t, m, p, out, 0 };

	*out = (struct stat_set){ 0 };
	TRY(walk(&c));
	if (m->kind != STAT_PER_YEAR)
		return OK;
	/* The denominator is the panels' time: what counts are the false. */
	return stat_panel_days(t, p, &out->panel_days);
}
