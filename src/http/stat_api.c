/* stat_api.c - the figures of the alarm centre; each opens to its rows. */
#include "alarm/alarm.h"
#include "alarm/code.h"
#include "alarm/stat.h"
#include "base/str.h"
#include "base/time.h"
#include "http/api.h"
#include "http/params.h"
#include "http/row_json.h"

#define PERIOD_DAYS 30
#define PERIOD_MAX_DAYS 1100
#define GROUPS_MAX 500
#define ROWS_MAX 200

struct asked {
	struct stat_period p;
	struct str by, only, key;
	int64_t after, limit;
};

/* clang-format off */
#define OF(field) offsetof(struct asked, field)
static const struct member asked_members[] = {
	{ "from",  MEMBER_INT,  OF(p.from_ms), false, 0, 0,  LABEL("开始时间", "From") },
	{ "to",    MEMBER_INT,  OF(p.to_ms),   false, 0, 0,  LABEL("结束时间", "To") },
	{ "site",  MEMBER_ID,   OF(p.site),    false, 0, 0,  LABEL("服务场所", "Site") },
	{ "by",    MEMBER_TEXT, OF(by),        false, 0, 10, LABEL("分组", "Grouped by") },
	{ "key",   MEMBER_TEXT, OF(key),       false, 0, 40, LABEL("组", "Group") },
	{ "only",  MEMBER_TEXT, OF(only),      false, 0, 10, LABEL("只看", "Only") },
	{ "after", MEMBER_ID,   OF(after),     false, 0, 0,  LABEL("续页", "After") },
	{ "limit", MEMBER_INT,  OF(limit),     false, 1, ROWS_MAX, LABEL("条数", "Limit") },
};
/* clang-format on */

static enum err
read_asked(struct call *c, struct asked *out)
{
	*out = (struct asked){ .limit = 50 };
	TRY(params_read(c, out));
	if (c->t.who.customer != 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "this is not shown to customers",
			    "此内容不对用户开放");
	if (out->p.to_ms == 0)
		out->p.to_ms = c->t.now_ms;
	if (out->p.from_ms == 0)
		out->p.from_ms = out->p.to_ms - PERIOD_DAYS * DAY_MS;
	if (out->p.from_ms >= out->p.to_ms ||
	    out->p.to_ms - out->p.from_ms > PERIOD_MAX_DAYS * DAY_MS)
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "the period must end after it begins, within %d "
			    "days",
			    "时段的结束应晚于开始，且不超过 %d 天",
			    PERIOD_MAX_DAYS);
	return OK;
}

static enum err
find_metric(struct call *c, const struct stat_metric **out)
{
	*out = stat_find(c->tail);
	if (*out != NULL)
		return OK;
	return fail(&c->t.why, ERR_NOT_FOUND, "there is no such statistic",
		    "没有这项统计");
}

static void
pair_int(struct jw *j, const char *key, int64_t v)
{
	jw_key(j, key);
	jw_int(j, v);
}

static void
pair_text(struct jw *j, const char *key, const char *v)
{
	jw_key(j, key);
	jw_text(j, v);
}

static void
pair_label(struct jw *j, const char *key, struct label label)
{
	jw_key(j, key);
	jw_label(j, label);
}

static void
period_json(struct jw *j, const struct stat_period *p)
{
	pair_int(j, "from_ms", p->from_ms);
	pair_int(j, "to_ms", p->to_ms);
}

static void
metric_json(struct jw *j, const struct stat_metric *m)
{
	static const char *const kinds[] = { "time", "share", "per_year" };

	pair_text(j, "name", m->name);
	pair_text(j, "kpi", m->kpi);
	pair_label(j, "label", m->label);
	pair_label(j, "note", m->note);
	pair_text(j, "register", m->reg);
	pair_text(j, "kind", kinds[m->kind]);
	pair_text(j, "better", m->good == STAT_MORE ? "more" : "less");
}

/* Times are null when nothing has ended: no figure, not a nought. */
static void
times_json(struct jw *j, const struct stat_figure *f)
{
	const struct {
		const char *key;
		int64_t ms;
	} times[] = { { "mean_ms", f->mean_ms }, { "p50_ms", f->p50_ms },
		      { "p80_ms", f->p80_ms },	 { "p985_ms", f->p985_ms },
		      { "p99_ms", f->p99_ms },	 { "max_ms", f->max_ms } };

	pair_int(j, "ended", f->ended);
	for (size_t i = 0; i < ARRAY_LEN(times); i++) {
		jw_key(j, times[i].key);
		if (f->ended == 0)
			jw_null(j);
		else
			jw_int(j, times[i].ms);
	}
}

static void
figure_json(struct jw *j, const struct stat_metric *m,
	    const struct stat_figure *f)
{
	pair_int(j, "rows", f->rows);
	pair_int(j, "numerator", f->num);
	pair_int(j, "denominator", f->den);
	pair_int(j, "pending", f->pending);
	if (m->kind == STAT_TIME)
		times_json(j, f);
}

static enum err
collect(struct call *c, const struct stat_metric *m, const struct asked *asked,
	struct stat_set *set, struct stat_figure *f)
{
	TRY(stat_collect(&c->t, m, &asked->p, set));
	stat_figure(set->v, set->n, f);
	if (m->kind == STAT_PER_YEAR)
		f->den = set->panel_days;
	return OK;
}

static enum err
serve_all(struct call *c)
{
	struct jw *j = &c->out;
	struct asked asked;

	TRY(read_asked(c, &asked));
	call_json(c, 200);
	jw_begin(j, '{');
	period_json(j, &asked.p);
	jw_key(j, "items");
	jw_begin(j, '[');
	for (const struct stat_metric *m = stat_metrics; m->name != NULL; m++) {
		struct stat_figure f;
		struct stat_set set;

		TRY(collect(c, m, &asked, &set, &f));
		jw_begin(j, '{');
		metric_json(j, m);
		figure_json(j, m, &f);
		jw_end(j, '}');
	}
	jw_end(j, ']');
	jw_end(j, '}');
	return OK;
}

/* ---- one, with its groups ---- */

static void
id_json(struct jw *j, const char *key, int64_t id, const char *reg,
	struct refs *refs)
{
	jw_key(j, key);
	jw_id(j, id);
	if (id != 0)
		refs_add(refs, reg_find(str_of(reg)), id);
}

static void
group_key_json(struct jw *j, enum stat_by by, const struct stat_group *g,
	       struct refs *refs)
{
	static const char *const regs[STAT_BY_N] = {
		[STAT_BY_SITE] = "site",
		[STAT_BY_PANEL] = "panel",
		[STAT_BY_ZONE] = "zone",
		[STAT_BY_OWNER] = "user",
	};
	struct label label = { 0 };
	char day[11];

	if (by == STAT_BY_DAY) {
		date_print(g->id, day);
		pair_text(j, "key", day);
	} else if (regs[by] != NULL) {
		id_json(j, "key", g->id, regs[by], refs);
	} else {
		jw_key(j, "key");
		jw_str(j, g->word);
		label = by == STAT_BY_CAUSE ?
			    option_label(alarm_dispositions, g->word) :
			    class_label(g->word);
	}
	jw_key(j, "label");
	if (label.en == NULL)
		jw_null(j);
	else
		jw_label(j, label);
}

static void
groups_json(struct call *c, const struct stat_metric *m, struct stat_set *set,
	    enum stat_by by, struct refs *refs)
{
	struct stat_group *v;
	struct jw *j = &c->out;
	size_t n;

	stat_groups(c->t.a, set, by, task_zone(&c->t), &v, &n);
	pair_int(j, "groups_n", (int64_t)n);
	jw_key(j, "groups");
	jw_begin(j, '[');
	for (size_t i = 0; i < n && i < PERIOD_MAX_DAYS &&
			   (by == STAT_BY_DAY || i < GROUPS_MAX);
	     i++) {
		jw_begin(j, '{');
		group_key_json(j, by, &v[i], refs);
		figure_json(j, m, &v[i].figure);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static enum err
serve_one(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	enum stat_by by = STAT_BY_DAY;
	const struct stat_metric *m;
	struct jw *j = &c->out;
	struct stat_figure f;
	struct asked asked;
	struct stat_set set;

	TRY(find_metric(c, &m));
	TRY(read_asked(c, &asked));
	if (asked.by.n > 0 && !stat_by_parse(asked.by, &by))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "by must be site, panel, zone, cause, class, "
			    "owner or day",
			    "by 应为 site、panel、zone、cause、class、owner "
			    "或 day");
	asked.p.by_day = by == STAT_BY_DAY;
	TRY(collect(c, m, &asked, &set, &f));
	call_json(c, 200);
	jw_begin(j, '{');
	period_json(j, &asked.p);
	metric_json(j, m);
	figure_json(j, m, &f);
	pair_text(j, "by", stat_by_word(by));
	groups_json(c, m, &set, by, refs);
	TRY(refs_json(&c->t, j, refs));
	jw_end(j, '}');
	return OK;
}

/* ---- its rows ---- */

/* hit: in the numerator; miss: not; pending: not decided yet. */
static bool
is_wanted(const struct stat_sample *s, struct str only)
{
	if (only.n == 0)
		return true;
	if (str_is(only, "pending"))
		return s->den == 0 && !s->has_value;
	return s->den > 0 && (s->num == s->den) == str_is(only, "hit");
}

static bool
in_group(struct call *c, const struct stat_sample *s, const struct asked *asked)
{
	enum stat_by by;
	char text[24];

	if (asked->by.n == 0 || !stat_by_parse(asked->by, &by))
		return true;
	if (by == STAT_BY_CAUSE || by == STAT_BY_CLASS)
		return str_eq(asked->key,
			      by == STAT_BY_CAUSE ? s->cause : s->class);
	if (by == STAT_BY_DAY)
		date_print(zone_date(task_zone(&c->t), s->at_ms), text);
	else
		(void)snprintf(text, sizeof(text), "%lld",
			       (long long)(by == STAT_BY_SITE  ? s->site :
					   by == STAT_BY_PANEL ? s->panel :
					   by == STAT_BY_ZONE  ? s->zone :
								 s->owner));
	return str_is(asked->key, text) ||
	       (asked->key.n == 0 && str_is(STR("0"), text));
}

static void
sample_json(struct jw *j, const struct stat_metric *m,
	    const struct stat_sample *s, struct refs *refs)
{
	jw_begin(j, '{');
	id_json(j, "id", s->id, m->reg, refs);
	pair_int(j, "at_ms", s->at_ms);
	id_json(j, "site", s->site, "site", refs);
	id_json(j, "zone", s->zone, "zone", refs);
	id_json(j, "owner", s->owner, "user", refs);
	jw_key(j, "cause");
	jw_str(j, s->cause);
	jw_key(j, "class");
	jw_str(j, s->class);
	jw_key(j, "value_ms");
	if (s->has_value)
		jw_int(j, s->value_ms);
	else
		jw_null(j);
	jw_key(j, "limit_ms");
	if (s->limit_ms > 0)
		jw_int(j, s->limit_ms);
	else
		jw_null(j);
	pair_int(j, "numerator", s->num);
	pair_int(j, "denominator", s->den);
	jw_end(j, '}');
}

/* What panels did is kept by day: of a day all panels, of a panel all days. */
static void
narrow(struct call *c, const struct stat_metric *m, struct asked *asked)
{
	enum stat_by by;
	int64_t days;

	if (!stat_is_of_panels(m) || !stat_by_parse(asked->by, &by))
		return;
	if (by == STAT_BY_PANEL)
		(void)str_to_int(asked->key, 1, INT64_MAX, &asked->p.panel);
	if (by == STAT_BY_DAY && date_parse(asked->key, &days)) {
		asked->p.from_ms = zone_day_start(task_zone(&c->t), days);
		asked->p.to_ms = asked->p.from_ms + 1;
	}
}

/* after counts rows that were passed: the past does not move. */
static enum err
serve_rows(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	const struct stat_metric *m;
	struct jw *j = &c->out;
	int64_t at = 0, end;
	struct asked asked;
	struct stat_set set;

	TRY(find_metric(c, &m));
	TRY(read_asked(c, &asked));
	narrow(c, m, &asked);
	TRY(stat_collect(&c->t, m, &asked.p, &set));
	end = asked.after + asked.limit;
	call_json(c, 200);
	jw_begin(j, '{');
	jw_key(j, "items");
	jw_begin(j, '[');
	for (size_t i = 0; i < set.n; i++) {
		if (!is_wanted(&set.v[i], asked.only) ||
		    !in_group(c, &set.v[i], &asked))
			continue;
		if (at >= asked.after && at < end)
			sample_json(j, m, &set.v[i], refs);
		at++;
	}
	jw_end(j, ']');
	pair_int(j, "total", at);
	jw_key(j, "next");
	jw_id(j, at > end ? end : 0);
	TRY(refs_json(&c->t, j, refs));
	jw_end(j, '}');
	return OK;
}

/* clang-format off */
#define ASKED asked_members, ARRAY_LEN(asked_members)
const struct route stat_routes[] = {
	/* verb   path                       may              tx       body rate         serve       in     answer       summary */
	{ "GET",  "/api/v1/stat",             MAY_READ_ALARMS, TX_READ, 0,   RATE_NORMAL, serve_all,  ASKED, "Stats",     LABEL("报警中心统计", "Figures of the alarm centre"), false },
	{ "GET",  "/api/v1/stat/{name}",      MAY_READ_ALARMS, TX_READ, 0,   RATE_NORMAL, serve_one,  ASKED, "Stat",      LABEL("一项统计及分组", "One figure and its groups"), false },
	{ "GET",  "/api/v1/stat/{name}/rows", MAY_READ_ALARMS, TX_READ, 0,   RATE_NORMAL, serve_rows, ASKED, "StatRows",  LABEL("统计依据的记录", "The rows behind a figure"), false },
	{ 0 }
};
/* clang-format on */
