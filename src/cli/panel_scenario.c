/* panel_scenario.c - a scenario out of its file. */
#include "cli/panel_scenario.h"

#include <string.h>

#include "base/str.h"
#include "base/time.h"

/* ---- members of an object, by a table ---- */

enum want_type { WANT_TEXT, WANT_COUNT, WANT_SECONDS, WANT_FLAG, WANT_LIST };
struct want {
	const char *name;
	enum want_type type;
	size_t offset; /* str; int64_t; int64_t ms; bool; const struct js * */
	int64_t min, max;
};

struct reading {
	struct arena *a;
	const char *where; /* "groups[1]" */
	const struct scenario_wish *wish;
	struct why *why;
};

static enum err
wrong(const struct reading *r, const char *member, const char *what)
{
	return fail(r->why, ERR_INVALID, "%s.%s: wants %s", "%s.%s：应为 %s",
		    r->where, member, what);
}

static enum err
wrong_number(const struct reading *r, const struct want *w)
{
	const char *what =
	    arena_printf(r->a, "%s %lld … %lld",
			 w->type == WANT_SECONDS ? "seconds" : "a number",
			 (long long)w->min, (long long)w->max)
		.p;

	return wrong(r, w->name, what);
}

/* 5, or "500ms" for what is shorter than a second. */
static bool
seconds_read(const struct js *v, int64_t *ms)
{
	if (v->type == JS_INT && v->i >= 0 && v->i <= INT32_MAX) {
		*ms = v->i * SECOND_MS;
		return true;
	}
	if (v->type != JS_TEXT || v->s.n < 3 || v->s.p[v->s.n - 2] != 'm' ||
	    v->s.p[v->s.n - 1] != 's')
		return false;
	return str_to_int((struct str){ v->s.p, v->s.n - 2 }, 0, INT32_MAX, ms);
}

static enum err
want_take(const struct reading *r, const struct want *w, const struct js *v,
	  char *out)
{
	void *at = out + w->offset;
	int64_t ms;

	switch (w->type) {
	case WANT_TEXT:
		if (v->type != JS_TEXT || v->s.n > 200)
			return wrong(r, w->name, "a text");
		*(struct str *)at = v->s;
		return OK;
	case WANT_COUNT:
		if (v->type != JS_INT || v->i < w->min || v->i > w->max)
			return wrong_number(r, w);
		*(int64_t *)at = v->i;
		return OK;
	case WANT_SECONDS:
		if (!seconds_read(v, &ms) || ms < w->min * SECOND_MS ||
		    ms > w->max * SECOND_MS)
			return wrong_number(r, w);
		*(int64_t *)at = ms;
		return OK;
	case WANT_FLAG:
		if (v->type != JS_BOOL)
			return wrong(r, w->name, "true or false");
		*(bool *)at = v->i != 0;
		return OK;
	case WANT_LIST:
		if (v->type != JS_LIST)
			return wrong(r, w->name, "a list");
		*(const struct js **)at = v;
		return OK;
	}
	return OK;
}

static enum err
object_read(const struct reading *r, const struct js *j,
	    const struct want *wants, size_t n, void *out)
{
	if (j->type != JS_OBJECT)
		return fail(r->why, ERR_INVALID, "%s wants an object",
			    "%s 应为对象", r->where);
	for (size_t i = 0; i < j->n; i++) {
		const struct want *w = NULL;

		for (size_t k = 0; k < n && w == NULL; k++)
			if (str_is(j->in[i].key, wants[k].name))
				w = &wants[k];
		if (w == NULL)
			return fail(r->why, ERR_INVALID,
				    "%s.%.*s: there is no such member",
				    "%s.%.*s：没有这个成员", r->where,
				    STR_ARG(j->in[i].key));
		TRY(want_take(r, w, &j->in[i], out));
	}
	return OK;
}

/* ---- groups ---- */

struct raw_group {
	struct sim_group g;
	struct str transport, format, key, time, line;
	const struct js *accounts, *firmware;
	int64_t offset_min;
};

/* clang-format off */
#define OF(field) offsetof(struct raw_group, field)
static const struct want group_wants[] = {
	{ "name",           WANT_TEXT,    OF(g.name), 0, 0 },
	{ "count",          WANT_COUNT,   OF(g.count), 1, 1000000 },
	{ "account",        WANT_TEXT,    OF(g.account), 0, 0 },
	{ "accounts",       WANT_LIST,    OF(accounts), 0, 0 },
	{ "line",           WANT_TEXT,    OF(line), 0, 0 },
	{ "transport",      WANT_TEXT,    OF(transport), 0, 0 },
	{ "format",         WANT_TEXT,    OF(format), 0, 0 },
	{ "key",            WANT_TEXT,    OF(key), 0, 0 },
	{ "heartbeat_s",    WANT_SECONDS, OF(g.heartbeat_ms), 0, 2764800 },
	{ "jitter_percent", WANT_COUNT,   OF(g.jitter_percent), 0, 100 },
	{ "time",           WANT_TEXT,    OF(time), 0, 0 },
	{ "offset_min",     WANT_COUNT,   OF(offset_min), -720, 840 },
	{ "stays",          WANT_FLAG,    OF(g.stays), 0, 0 },
	{ "firmware",       WANT_LIST,    OF(firmware), 0, 0 },
};
#undef OF
/* clang-format on */

static bool
is_hex(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr("0123456789ABCDEFabcdef", s.p[i], 22) == NULL)
			return false;
	return s.n >= 1 && s.n <= DC09_ACCOUNT_MAX;
}

static enum err
accounts_read(const struct reading *r, struct raw_group *g)
{
	struct str_list *v = &g->g.accounts;

	if (g->accounts == NULL) {
		if (!is_hex(g->g.account))
			return wrong(r, "account",
				     "1 to 16 hexadecimal digits");
		return OK;
	}
	*v = (struct str_list){ g->accounts->n,
				ARENA_ARRAY(r->a, g->accounts->n, struct str) };
	for (size_t i = 0; i < v->n; i++) {
		v->v[i] = g->accounts->in[i].s;
		if (g->accounts->in[i].type != JS_TEXT || !is_hex(v->v[i]))
			return wrong(r, "accounts",
				     "a list of texts, each 1 to 16 "
				     "hexadecimal digits");
	}
	if (v->n == 0)
		return wrong(r, "accounts", "at least one");
	g->g.count = (int64_t)v->n;
	return OK;
}

static enum err
firmware_read(const struct reading *r, struct raw_group *g)
{
	static const char *const words[] = {
#define X(name, word) word,
		FIRMWARES(X)
#undef X
	};

	for (size_t i = 0; g->firmware != NULL && i < g->firmware->n; i++) {
		const struct js *v = &g->firmware->in[i];
		int found = -1;

		for (int k = 0; k < FW_N; k++)
			if (v->type == JS_TEXT && str_is(v->s, words[k]))
				found = k;
		if (found < 0)
			return wrong(r, "firmware",
				     "bad_crc, bad_length, binary_crc, "
				     "lower_hex, no_line, empty_line, "
				     "constant_seq, coalesced, fragmented, "
				     "never_reads");
		g->g.firmware |= FW_BIT(found);
	}
	return OK;
}

/* A word of two: *out is whether it is the second. */
static enum err
either(const struct reading *r, const char *member, struct str s,
       const char *first, const char *second, bool *out)
{
	*out = str_is(s, second);
	if (s.n == 0 || *out || str_is(s, first))
		return OK;
	return wrong(r, member,
		     arena_printf(r->a, "%s or %s", first, second).p);
}

static enum err
time_read(const struct reading *r, struct raw_group *g)
{
	if (g->time.n == 0 || str_is(g->time, "utc"))
		g->g.time = STAMP_UTC;
	else if (str_is(g->time, "local"))
		g->g.time = STAMP_LOCAL;
	else if (str_is(g->time, "none"))
		g->g.time = STAMP_NONE;
	else
		return wrong(r, "time", "utc, local or none");
	g->g.local_ms = g->offset_min * MINUTE_MS;
	return OK;
}

/* "R1L1" as it stands in the frame; a firmware may leave L out. */
static struct str
route_of(const struct reading *r, const struct raw_group *g)
{
	struct str line = g->line.n > 0 ? g->line : STR("R0L0");
	const char *l = memchr(line.p, 'L', line.n);
	struct str before = { line.p,
			      l == NULL ? line.n : (size_t)(l - line.p) };

	if (g->g.firmware & FW_BIT(FW_NO_LINE))
		return before;
	if (g->g.firmware & FW_BIT(FW_EMPTY_LINE))
		return arena_printf(r->a, "%.*sL", STR_ARG(before));
	return line;
}

static enum err
group_read(const struct reading *r, const struct js *j, struct sim_group *out)
{
	struct raw_group g = {
		.g = { .count = 1, .stays = true, .jitter_percent = 10 },
		.offset_min = 480
	};

	TRY(object_read(r, j, group_wants, ARRAY_LEN(group_wants), &g));
	TRY(accounts_read(r, &g));
	TRY(either(r, "transport", g.transport, "tcp", "udp", &g.g.udp));
	TRY(either(r, "format", g.format, "sia", "cid", &g.g.is_cid));
	TRY(time_read(r, &g));
	TRY(firmware_read(r, &g));
	if (g.key.n > 0 && dc09_key_parse(g.key, &g.g.key, r->why) != OK)
		return wrong(r, "key",
			     "32, 48 or 64 hexadecimal digits, or "
			     "16, 24 or 32 characters");
	g.g.route = route_of(r, &g);
	if (r->wish->speed > 1)
		g.g.heartbeat_ms /= r->wish->speed;
	*out = g.g;
	return OK;
}

/* ---- actions ---- */

struct raw_action {
	struct sim_action a;
	struct str what, group, pick;
};

/* clang-format off */
#define OF(field) offsetof(struct raw_action, field)
static const struct want action_wants[] = {
	{ "do",        WANT_TEXT,    OF(what), 0, 0 },
	{ "group",     WANT_TEXT,    OF(group), 0, 0 },
	{ "at_s",      WANT_SECONDS, OF(a.at_ms), 0, 2764800 },
	{ "in_s",      WANT_SECONDS, OF(a.in_ms), 0, 2764800 },
	{ "every_s",   WANT_SECONDS, OF(a.every_ms), 0, 2764800 },
	{ "panels",    WANT_COUNT,   OF(a.panels), 1, 1000000 },
	{ "pick",      WANT_TEXT,    OF(pick), 0, 0 },
	{ "number",    WANT_COUNT,   OF(a.number), 1, 999 },
	{ "times",     WANT_COUNT,   OF(a.times), 1, 1000000 },
	{ "gap_s",     WANT_SECONDS, OF(a.gap_ms), 0, 86400 },
	{ "restore_s", WANT_SECONDS, OF(a.restore_ms), 0, 2764800 },
	{ "for_s",     WANT_SECONDS, OF(a.for_ms), 0, 2764800 },
};
#undef OF
/* clang-format on */

static enum err
what_read(const struct reading *r, struct raw_action *x)
{
	x->a.word = panel_word_find(x->what);
	if (str_is(x->what, "silence"))
		x->a.what = DO_SILENCE;
	else if (str_is(x->what, "reconnect"))
		x->a.what = DO_RECONNECT;
	else if (x->a.word == NULL)
		return wrong(r, "do",
			     "silence, reconnect, or what a panel reports: "
			     "burglary, open, mains … (anwei panel --help)");
	if (x->a.restore_ms >= 0 &&
	    (x->a.word == NULL || x->a.word->sia_restore == NULL))
		return wrong(r, "restore_s",
			     "something that has a restore, such as burglary");
	return OK;
}

static enum err
action_read(const struct reading *r, const struct js *j,
	    const struct scenario *s, struct sim_action *out)
{
	struct raw_action x = {
		.a = { .times = 1, .restore_ms = -1, .for_ms = -1 }
	};
	int64_t *times[] = { &x.a.at_ms,  &x.a.in_ms,	   &x.a.every_ms,
			     &x.a.gap_ms, &x.a.restore_ms, &x.a.for_ms };

	TRY(object_read(r, j, action_wants, ARRAY_LEN(action_wants), &x));
	TRY(what_read(r, &x));
	TRY(either(r, "pick", x.pick, "first", "random", &x.a.random));
	for (x.a.group = 0; x.a.group < s->n_groups; x.a.group++)
		if (str_eq(s->groups[x.a.group].name, x.group))
			break;
	if (x.a.group == s->n_groups)
		return wrong(r, "group", "the name of a group");
	for (size_t i = 0; i < ARRAY_LEN(times) && r->wish->speed > 1; i++)
		if (*times[i] > 0)
			*times[i] /= r->wish->speed;
	*out = x.a;
	return OK;
}

/* ---- the whole ---- */

struct raw_scenario {
	struct scenario s;
	struct str note;
	const struct js *groups, *actions;
};

/* clang-format off */
#define OF(field) offsetof(struct raw_scenario, field)
static const struct want scenario_wants[] = {
	{ "note",      WANT_TEXT,    OF(note), 0, 0 },
	{ "to",        WANT_TEXT,    OF(s.to), 0, 0 },
	{ "length_s",  WANT_SECONDS, OF(s.length_ms), 0, 2764800 },
	{ "timeout_s", WANT_SECONDS, OF(s.timeout_ms), 1, 3600 },
	{ "attempts",  WANT_COUNT,   OF(s.attempts), 1, 100 },
	{ "groups",    WANT_LIST,    OF(groups), 0, 0 },
	{ "actions",   WANT_LIST,    OF(actions), 0, 0 },
};
#undef OF
/* clang-format on */

static enum err
json_bad(struct str text, struct why *why)
{
	size_t line = 1, column = 1;
	struct why old = *why;

	for (size_t i = 0; i < text.n && (int64_t)i < old.position; i++) {
		column = text.p[i] == '\n' ? 1 : column + 1;
		line += text.p[i] == '\n';
	}
	return fail(why, ERR_JSON, "line %zu, column %zu: %.200s",
		    "第 %zu 行第 %zu 列：%.200s", line, column,
		    old.text[LANG_EN]);
}

/* All groups smaller or larger, none without a panel. */
static void
scale(struct scenario *s, int64_t wanted)
{
	int64_t sum = 0;

	for (size_t i = 0; i < s->n_groups; i++)
		sum += s->groups[i].count;
	for (size_t i = 0; i < s->n_groups; i++) {
		struct sim_group *g = &s->groups[i];

		if (wanted > 0 && g->accounts.n == 0)
			g->count = g->count * wanted / sum;
		if (g->count == 0)
			g->count = 1;
		g->first = s->n_panels;
		s->n_panels += (size_t)g->count;
	}
}

static enum err
groups_read(struct reading *r, const struct js *list, struct scenario *s)
{
	s->n_groups = list->n;
	s->groups = ARENA_ARRAY(r->a, list->n, struct sim_group);
	for (size_t i = 0; i < list->n; i++) {
		r->where = arena_printf(r->a, "groups[%zu]", i).p;
		TRY(group_read(r, &list->in[i], &s->groups[i]));
	}
	scale(s, r->wish->panels);
	return OK;
}

enum err
scenario_read(struct str text, const struct scenario_wish *wish,
	      struct arena *a, struct scenario *out, struct why *why)
{
	struct raw_scenario raw = { .s = { .timeout_ms = 20 * SECOND_MS,
					   .attempts = 3 } };
	struct reading r = { a, "scenario", wish, why };
	struct js j;

	if (js_parse(text, a, &j, why) != OK)
		return json_bad(text, why);
	TRY(object_read(&r, &j, scenario_wants, ARRAY_LEN(scenario_wants),
			&raw));
	if (raw.groups == NULL || raw.groups->n == 0)
		return wrong(&r, "groups", "a list with at least one group");
	TRY(groups_read(&r, raw.groups, &raw.s));
	raw.s.n_actions = raw.actions == NULL ? 0 : raw.actions->n;
	raw.s.actions = ARENA_ARRAY(a, raw.s.n_actions + 1, struct sim_action);
	for (size_t i = 0; i < raw.s.n_actions; i++) {
		r.where = arena_printf(a, "actions[%zu]", i).p;
		TRY(action_read(&r, &raw.actions->in[i], &raw.s,
				&raw.s.actions[i]));
	}
	if (wish->speed > 1)
		raw.s.length_ms /= wish->speed;
	*out = raw.s;
	return OK;
}
