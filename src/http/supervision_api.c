/* supervision_api.c - which panels are silent: paths, counts, storms. */
#include <string.h>

#include "alarm/heard.h"
#include "alarm/supervise.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "http/api.h"
#include "http/app.h"
#include "http/params.h"
#include "http/row_json.h"

#define LIMIT 50
#define LIMIT_MAX 500
#define STORMS_MAX 50
#define REFUSED_MAX 200

struct asked {
	struct str state, line, path, carrier, region, after;
	int64_t panel, site, limit;
	/* The last of the page before. */
	int64_t since_ms, after_panel;
	struct str after_path;
};

/* clang-format off */
#define OF(field) offsetof(struct asked, field)
static const struct member asked_members[] = {
	{ "state", MEMBER_TEXT, OF(state), false, 0, 20,  LABEL("状态", "State") },
	{ "line",  MEMBER_TEXT, OF(line),  false, 0, 16,  LABEL("接收线路", "Receiver line") },
	{ "path",  MEMBER_TEXT, OF(path),  false, 0, 10,  LABEL("路径", "Path") },
	{ "carrier", MEMBER_TEXT, OF(carrier), false, 0, 10, LABEL("传输路径", "Carrier") },
	{ "region", MEMBER_TEXT, OF(region), false, 0, 80, LABEL("地区", "Region") },
	{ "panel", MEMBER_ID,   OF(panel), false, 0, 0,   LABEL("报警主机", "Panel") },
	{ "site",  MEMBER_ID,   OF(site),  false, 0, 0,   LABEL("服务场所", "Site") },
	{ "after", MEMBER_TEXT, OF(after), false, 0, 60,  LABEL("续页", "After") },
	{ "limit", MEMBER_INT,  OF(limit), false, 1, LIMIT_MAX, LABEL("条数", "Limit") },
};
enum {
	COL_PANEL, COL_PATH, COL_SITE, COL_NODE, COL_TRANSPORT, COL_LINE, COL_PEER,
	COL_STATE, COL_STORM, COL_SINCE, COL_SEEN, COL_SIGNAL, COL_DIFF,
	COL_CLOCK_OFF, COL_TEST_MISSING, COL_FRAMES, COL_GAPS, COL_REPEATS,
	COL_CARRIER, COL_REGION
};
/* clang-format on */

/* What a list may ask for besides a state of the paths. */
static const struct {
	const char *word;
	int list, count;
} others[] = {
	{ "tests", STMT_PATH_LIST_TESTS, STMT_PATH_COUNT_TESTS },
	{ "clocks", STMT_PATH_LIST_CLOCKS, STMT_PATH_COUNT_CLOCKS },
};

/* "since.panel.path" */
static bool
after_read(struct asked *q)
{
	struct str rest = q->after;
	struct str since = str_cut(rest, '.', &rest);
	struct str panel = str_cut(rest, '.', &q->after_path);

	return str_to_int(since, 0, INT64_MAX, &q->since_ms) &&
	       str_to_int(panel, 1, INT64_MAX, &q->after_panel) &&
	       q->after_path.n > 0;
}

static bool
is_state(struct str s)
{
	for (int i = 0; i < PATH_STATE_N; i++)
		if (str_is(s, path_state_word((enum path_state)i)))
			return true;
	return false;
}

/* Of others[]; -1: it is a state, or nothing that there is. */
static int
other_of(struct str s)
{
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (str_is(s, others[i].word))
			return (int)i;
	return -1;
}

static enum err
asked_read(struct call *c, struct asked *q)
{
	*q = (struct asked){ .limit = LIMIT, .since_ms = INT64_MAX };
	TRY(params_read(c, q));
	if (q->state.n == 0)
		q->state = STR("overdue");
	if (!is_state(q->state) && other_of(q->state) < 0)
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "state must be one of unsupervised, waiting, up, "
			    "overdue, tests, clocks",
			    "state 应为 unsupervised、waiting、up、overdue、"
			    "tests 或 clocks");
	if (q->after.n > 0 && !after_read(q))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "after is not the “next” of a page",
			    "after 不是上一页返回的 next");
	return OK;
}

static enum err
rows_read(struct call *c, const struct asked *q, struct rows *rows)
{
	struct val org = val_int(c->t.who.org), one = val_int(q->limit + 1);
	int other = other_of(q->state);

	if (q->panel != 0)
		return db_run(c->t.db, STMT_PATH_LIST_PANEL,
			      ARGS(org, val_int(q->panel)), c->t.a, rows,
			      &c->t.why);
	if (q->site != 0)
		return db_run(c->t.db, STMT_PATH_LIST_SITE,
			      ARGS(org, val_int(q->site),
				   val_int(q->after_panel),
				   val_text(q->after_path), one),
			      c->t.a, rows, &c->t.why);
	if (other >= 0)
		return db_run(c->t.db, others[other].list,
			      ARGS(org, val_int(q->after_panel),
				   val_text(q->line), val_text(q->carrier),
				   val_text(q->region), one),
			      c->t.a, rows, &c->t.why);
	return db_run(c->t.db, STMT_PATH_LIST_STATE,
		      ARGS(org, val_text(q->state), val_int(q->since_ms),
			   val_int(q->after_panel), val_text(q->after_path),
			   val_text(q->line), val_text(q->path),
			   val_text(q->carrier), val_text(q->region), one),
		      c->t.a, rows, &c->t.why);
}

static int64_t
int_of(const struct val *v)
{
	return v->type == VAL_NULL ? SEEN_NONE : v->i;
}

/* What is in memory is newer than a row that is sampled now and then. */
static struct path_now
figures_of(const struct call *c, const struct val *v)
{
	struct path_now now, row = { .seen_ms = int_of(&v[COL_SEEN]),
				     .signal_ms = int_of(&v[COL_SIGNAL]),
				     .clock_diff_ms = int_of(&v[COL_DIFF]),
				     .frames = v[COL_FRAMES].i,
				     .gaps = v[COL_GAPS].i,
				     .repeats = v[COL_REPEATS].i };
	bool is_main = str_is(v[COL_PATH].s, path_role_word(PATH_MAIN));

	if (c->app->supervise != NULL &&
	    supervise_look(c->app->supervise, v[COL_PANEL].i,
			   is_main ? PATH_MAIN : PATH_BACKUP, &now) &&
	    now.seen_ms > row.seen_ms)
		return now;
	return row;
}

static void
time_json(struct jw *j, const char *key, int64_t ms)
{
	jw_key(j, key);
	if (ms == SEEN_NONE)
		jw_null(j);
	else
		jw_int(j, ms);
}

static void
text_json(struct jw *j, const char *key, const struct val *v)
{
	jw_key(j, key);
	if (v->type == VAL_NULL)
		jw_null(j);
	else
		jw_str(j, v->s);
}

static void
number_json(struct jw *j, const char *key, int64_t n)
{
	jw_key(j, key);
	jw_int(j, n);
}

static void
flag_json(struct jw *j, const char *key, bool flag)
{
	jw_key(j, key);
	jw_bool(j, flag);
}

static void
ref_json(struct jw *j, const char *reg, int64_t id, struct refs *refs)
{
	jw_key(j, reg);
	jw_id(j, id);
	refs_add(refs, reg_find(str_of(reg)), id);
}

static void
path_json(struct call *c, const struct val *v, struct refs *refs)
{
	struct path_now now = figures_of(c, v);
	struct jw *j = &c->out;

	jw_begin(j, '{');
	ref_json(j, "panel", v[COL_PANEL].i, refs);
	ref_json(j, "site", v[COL_SITE].i, refs);
	text_json(j, "path", &v[COL_PATH]);
	text_json(j, "state", &v[COL_STATE]);
	text_json(j, "transport", &v[COL_TRANSPORT]);
	text_json(j, "line", &v[COL_LINE]);
	text_json(j, "peer", &v[COL_PEER]);
	text_json(j, "carrier", &v[COL_CARRIER]);
	text_json(j, "region", &v[COL_REGION]);
	text_json(j, "storm", &v[COL_STORM]);
	number_json(j, "node", v[COL_NODE].i);
	number_json(j, "since_ms", v[COL_SINCE].i);
	time_json(j, "seen_ms", now.seen_ms);
	time_json(j, "signal_ms", now.signal_ms);
	time_json(j, "clock_diff_ms", now.clock_diff_ms);
	flag_json(j, "clock_off", v[COL_CLOCK_OFF].i != 0);
	flag_json(j, "test_missing", v[COL_TEST_MISSING].i != 0);
	number_json(j, "frames", now.frames);
	number_json(j, "gaps", now.gaps);
	number_json(j, "repeats", now.repeats);
	jw_end(j, '}');
}

static void
next_json(struct jw *j, struct arena *a, const struct rows *rows,
	  const struct asked *q)
{
	const struct val *last;

	jw_key(j, "next");
	if (q->panel != 0 || rows->n <= (size_t)q->limit) {
		jw_null(j);
		return;
	}
	last = rows_at(rows, (size_t)q->limit - 1);
	jw_str(j,
	       arena_printf(a, "%lld.%lld.%.*s", (long long)last[COL_SINCE].i,
			    (long long)last[COL_PANEL].i,
			    STR_ARG(last[COL_PATH].s)));
}

static enum err
others_json(struct call *c)
{
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		struct rows rows;

		TRY(db_run(c->t.db, others[i].count,
			   ARGS(val_int(c->t.who.org)), c->t.a, &rows,
			   &c->t.why));
		number_json(&c->out, others[i].word, rows.v[0].i);
	}
	return OK;
}

/* Of the whole organisation, whatever was asked for. */
static enum err
counts_json(struct call *c)
{
	struct rows rows;

	TRY(db_run(c->t.db, STMT_PATH_COUNTS, ARGS(val_int(c->t.who.org)),
		   c->t.a, &rows, &c->t.why));
	jw_key(&c->out, "counts");
	jw_begin(&c->out, '{');
	for (int i = 0; i < PATH_STATE_N; i++) {
		const char *word = path_state_word((enum path_state)i);
		int64_t n = 0;

		if (i == PATH_ELSEWHERE) /* of memory alone, never of a row */
			continue;
		for (size_t k = 0; k < rows.n; k++)
			if (str_is(rows_at(&rows, k)[0].s, word))
				n = rows_at(&rows, k)[1].i;
		number_json(&c->out, word, n);
	}
	TRY(others_json(c));
	jw_end(&c->out, '}');
	return OK;
}

static void
refused_json(struct jw *j, const struct heard_refused *r, struct refs *refs)
{
	jw_begin(j, '{');
	ref_json(j, "panel", r->panel, refs);
	jw_key(j, "why");
	jw_text(j, heard_why_word(r->why));
	jw_key(j, "diff_ms");
	if (r->why == HEARD_TIME)
		jw_int(j, r->diff_ms);
	else
		jw_null(j);
	number_json(j, "first_ms", r->first_ms);
	number_json(j, "last_ms", r->last_ms);
	number_json(j, "n", r->n);
	jw_end(j, '}');
}

/* Panels whose newest frames were refused, supervised or not. */
static void
refusals_json(struct call *c, const struct asked *q, struct refs *refs)
{
	struct heard_refused *v =
	    ARENA_ARRAY(c->t.a, REFUSED_MAX, struct heard_refused);
	struct heard *h = c->app->heard;
	size_t n = 0;

	if (h != NULL && q->panel != 0)
		n = heard_refused_of(h, c->t.who.org, q->panel, v);
	else if (h != NULL && q->site == 0)
		n = heard_refusals(h, c->t.who.org, v, REFUSED_MAX);
	jw_key(&c->out, "refused");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n; i++)
		refused_json(&c->out, &v[i], refs);
	jw_end(&c->out, ']');
}

static void
storms_json(struct call *c)
{
	struct supervise_event *v =
	    ARENA_ARRAY(c->t.a, STORMS_MAX, struct supervise_event);
	struct jw *j = &c->out;
	size_t n = 0;

	if (c->app->supervise != NULL)
		n = supervise_storms(c->app->supervise, c->t.who.org, v,
				     STORMS_MAX);
	jw_key(j, "storms");
	jw_begin(j, '[');
	for (size_t i = 0; i < n; i++) {
		jw_begin(j, '{');
		jw_key(j, "group");
		jw_text(j, v[i].storm);
		number_json(j, "since_ms", v[i].at_ms);
		number_json(j, "lost", v[i].lost);
		number_json(j, "still", v[i].still);
		number_json(j, "paths", v[i].paths);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static enum err
serve_list(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct asked q;
	struct rows rows;

	if (c->t.who.customer != 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "supervision is not shown to customers",
			    "监测情况不对用户开放");
	TRY(asked_read(c, &q));
	TRY(rows_read(c, &q, &rows));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < rows.n && i < (size_t)q.limit; i++)
		path_json(c, rows_at(&rows, i), refs);
	jw_end(&c->out, ']');
	next_json(&c->out, c->t.a, &rows, &q);
	TRY(counts_json(c));
	storms_json(c);
	refusals_json(c, &q, refs);
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

/* clang-format off */
const struct route supervision_routes[] = {
	/* verb   path                  may              tx       body rate         serve       in                                        answer         summary */
	{ "GET",  "/api/v1/supervision", MAY_READ_ALARMS, TX_READ, 0,  RATE_NORMAL, serve_list, asked_members, ARRAY_LEN(asked_members), "Supervision", LABEL("监测路径", "Supervised paths"), false },
	{ 0 }
};
/* clang-format on */
