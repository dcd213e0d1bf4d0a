/* net_api.c - staffing, drills and plans of the pack `net`, with reasons. */
#include "alarm/code.h"
#include "alarm/plan_need.h"
#include "base/str.h"
#include "base/time.h"
#include "http/api.h"
#include "http/params.h"
#include "http/row_json.h"
#include "rating/net.h"

#define ACCOUNTS_MAX 200

struct asked {
	struct str on;
	int64_t after, limit;
};

/* clang-format off */
static const struct member asked_members[] = {
	{ "on",    MEMBER_TEXT, offsetof(struct asked, on),    false, 0, 10, LABEL("日期", "Day") },
	{ "after", MEMBER_ID,   offsetof(struct asked, after), false, 0, 0,  LABEL("续页", "After") },
	{ "limit", MEMBER_INT,  offsetof(struct asked, limit), false, 1, ACCOUNTS_MAX, LABEL("条数", "Limit") },
};
/* clang-format on */

/* The day as a number and as text; today when none is given. */
static enum err
read_on(struct call *c, struct asked *out, int64_t *days)
{
	char text[11];

	*out = (struct asked){ .limit = 50 };
	TRY(params_read(c, out));
	if (c->t.who.customer != 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "this is not shown to customers",
			    "此内容不对用户开放");
	*days = zone_date(task_zone(&c->t), c->t.now_ms);
	if (out->on.n > 0 && !date_parse(out->on, days))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "on must be a date like 2026-11-22",
			    "on 应为日期，如 2026-11-22");
	date_print(*days, text);
	out->on = arena_str(c->t.a, str_of(text));
	return OK;
}

static void
pair_str(struct jw *j, const char *key, struct str s)
{
	jw_key(j, key);
	jw_str(j, s);
}

static void
pair_int(struct jw *j, const char *key, int64_t v)
{
	jw_key(j, key);
	jw_int(j, v);
}

static void
pair_bool(struct jw *j, const char *key, bool v)
{
	jw_key(j, key);
	jw_bool(j, v);
}

static void
pair_label(struct jw *j, const char *key, struct label label)
{
	jw_key(j, key);
	jw_label(j, label);
}

static void
pair_day(struct jw *j, const char *key, bool known, int64_t days)
{
	char text[11];

	jw_key(j, key);
	if (!known) {
		jw_null(j);
		return;
	}
	date_print(days, text);
	jw_text(j, text);
}

/* Which file said so. */
static void
pack_json(struct jw *j)
{
	const struct pack *p = pack_find("net");

	jw_key(j, "pack");
	jw_begin(j, '{');
	pair_str(j, "name", p->name);
	pair_str(j, "version", p->version);
	pair_label(j, "title", p->title);
	pair_str(j, "sha256", str_of(p->digest));
	jw_end(j, '}');
}

/* Notes of the pack by their names: how a clause is read. */
static void
notes_json(struct jw *j, const char *const *names)
{
	const struct pack *p = pack_find("net");

	jw_key(j, "notes");
	jw_begin(j, '[');
	for (size_t i = 0; i < p->n_notes; i++)
		for (size_t k = 0; names[k] != NULL; k++) {
			if (!str_is(p->notes[i].name, names[k]))
				continue;
			jw_begin(j, '{');
			pair_str(j, "name", p->notes[i].name);
			pair_str(j, "clause", str_of(p->notes[i].clause));
			pair_label(j, "text", p->notes[i].text);
			pair_bool(j, "provisional", p->notes[i].provisional);
			jw_end(j, '}');
		}
	jw_end(j, ']');
}

static void
bracket_end(struct jw *j, const struct pack_row *row)
{
	pair_int(j, "from", row->from);
	jw_key(j, "to");
	if (row->to == INT64_MAX)
		jw_null(j);
	else
		jw_int(j, row->to);
}

static void
bracket_json(struct jw *j, const char *key, const struct pack_row *row)
{
	jw_key(j, key);
	if (row == NULL) {
		jw_null(j);
		return;
	}
	jw_begin(j, '{');
	bracket_end(j, row);
	jw_end(j, '}');
}

static void
columns_json(struct jw *j, const struct net_staffing *s)
{
	jw_key(j, "columns");
	jw_begin(j, '[');
	for (size_t i = 0; i < s->table->n_columns; i++) {
		const struct pack_column *col = &s->table->columns[i];
		int64_t need = s->row->values[i], have = s->actual[i];

		jw_begin(j, '{');
		pair_str(j, "name", col->name);
		pair_label(j, "label", col->label);
		pair_str(j, "clause", str_of(col->clause));
		pair_bool(j, "strict", col->strict);
		pair_bool(j, "provisional", col->provisional);
		pair_int(j, "required", need);
		pair_int(j, "actual", have);
		pair_int(j, "missing", have < need ? need - have : 0);
		jw_key(j, "next_required");
		if (s->next == NULL)
			jw_null(j);
		else
			jw_int(j, s->next->values[i]);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static void
people_json(struct jw *j, const struct net_staffing *s)
{
	jw_key(j, "people");
	jw_begin(j, '[');
	for (size_t i = 0; i < s->n_people; i++) {
		const struct net_person *p = &s->people[i];

		jw_begin(j, '{');
		jw_key(j, "staff");
		jw_id(j, p->staff);
		pair_str(j, "name", p->name);
		pair_str(j, "post", p->post);
		pair_str(j, "column", s->table->columns[p->column].name);
		pair_str(j, "count", str_of(net_count_word(p->count)));
		pair_label(j, "reason", net_count_label(p->count));
		jw_key(j, "certificate");
		jw_id(j, p->certificate);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static void
table_json(struct jw *j, const struct pack_table *t)
{
	jw_key(j, "brackets");
	jw_begin(j, '[');
	for (size_t i = 0; i < t->n_rows; i++) {
		jw_begin(j, '{');
		bracket_end(j, &t->rows[i]);
		jw_key(j, "required");
		jw_begin(j, '[');
		for (size_t k = 0; k < t->n_columns; k++)
			jw_int(j, t->rows[i].values[k]);
		jw_end(j, ']');
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static void
margin_json(struct jw *j, const struct net_staffing *s)
{
	jw_key(j, "margin");
	jw_begin(j, '{');
	pair_int(j, "numerator", s->actual[s->least]);
	pair_int(j, "denominator", s->row->values[s->least]);
	pair_str(j, "column", s->table->columns[s->least].name);
	jw_end(j, '}');
}

static enum err
serve_staffing(struct call *c)
{
	static const char *const notes[] = { "customers", "count", "watch",
					     "design", NULL };
	struct jw *j = &c->out;
	struct net_staffing s;
	struct asked asked;
	int64_t days;

	TRY(read_on(c, &asked, &days));
	TRY(net_staffing(&c->t, days, &s));
	call_json(c, 200);
	jw_begin(j, '{');
	pair_str(j, "on", asked.on);
	pack_json(j);
	pair_str(j, "clause", str_of(s.table->clause));
	pair_int(j, "customers", s.customers);
	bracket_json(j, "bracket", s.row);
	bracket_json(j, "next", s.next);
	pair_bool(j, "near_next", s.near_next);
	pair_int(j, "customers_before", s.customers_before);
	pair_int(j, "growth_months", s.growth_months);
	pair_day(j, "reach_on", s.reaches, s.reach_days);
	margin_json(j, &s);
	columns_json(j, &s);
	people_json(j, &s);
	table_json(j, s.table);
	notes_json(j, notes);
	jw_end(j, '}');
	return OK;
}

static void
cell_json(struct jw *j, const char *key, const struct val *v)
{
	jw_key(j, key);
	if (v->type == VAL_TEXT)
		jw_str(j, v->s);
	else if (v->type == VAL_INT)
		jw_id(j, v->i);
	else
		jw_null(j);
}

static void
rows_json(struct jw *j, const char *key, const struct rows *rows,
	  const char *const *names, size_t n)
{
	jw_key(j, key);
	jw_begin(j, '[');
	for (size_t i = 0; i < rows->n; i++) {
		jw_begin(j, '{');
		for (size_t k = 0; k < n; k++)
			cell_json(j, names[k], &rows_at(rows, i)[k]);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static enum err
serve_drills(struct call *c)
{
	static const char *const notes[] = { "drills", NULL };
	static const char *const names[] = { "id",	   "number",   "name",
					     "kind",	   "class",    "state",
					     "planned_on", "closed_on" };
	struct jw *j = &c->out;
	struct net_drills d;
	struct asked asked;
	int64_t days;

	TRY(read_on(c, &asked, &days));
	TRY(net_drills(&c->t, days, &d));
	call_json(c, 200);
	jw_begin(j, '{');
	pair_str(j, "on", asked.on);
	pack_json(j);
	pair_int(j, "year", d.year);
	pair_int(j, "required", d.need);
	pair_int(j, "closed", d.closed);
	pair_int(j, "missing", d.missing);
	pair_bool(j, "remind", d.remind);
	rows_json(j, "items", &d.rows, names, ARRAY_LEN(names));
	rows_json(j, "open", &d.open, names, ARRAY_LEN(names));
	notes_json(j, notes);
	jw_end(j, '}');
	return OK;
}

static void
cells_json(struct jw *j, const struct net_plans *p)
{
	jw_key(j, "cells");
	jw_begin(j, '[');
	for (size_t i = 0; i < p->n; i++) {
		const struct net_cell *cell = &p->cells[i];

		jw_begin(j, '{');
		pair_str(j, "class", cell->class);
		pair_label(j, "label", class_label(cell->class));
		pair_int(j, "priority", cell->priority);
		pair_int(j, "plans", cell->plans);
		jw_key(j, "plan");
		jw_id(j, cell->plan);
		pair_bool(j, "covered", cell->covered);
		pair_bool(j, "exercised", cell->exercised);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static size_t
cells_of(struct arena *a, struct net_cell **out)
{
	struct plan_need *needs;
	size_t n = plan_needs(a, &needs);

	*out = ARENA_ARRAY(a, n, struct net_cell);
	for (size_t i = 0; i < n; i++)
		(*out)[i] = (struct net_cell){ .class = needs[i].class,
					       .priority = needs[i].priority };
	return n;
}

static enum err
serve_plans(struct call *c)
{
	static const char *const notes[] = { "plans", NULL };
	static const char *const names[] = { "id",    "number",	     "name",
					     "class", "priority",    "site",
					     "band",  "exercised_on" };
	struct jw *j = &c->out;
	struct net_plans p;
	struct net_cell *cells;
	struct asked asked;
	int64_t days;
	size_t n;

	TRY(read_on(c, &asked, &days));
	n = cells_of(c->t.a, &cells);
	TRY(net_plans(&c->t, days, cells, n, &p));
	call_json(c, 200);
	jw_begin(j, '{');
	pair_str(j, "on", asked.on);
	pack_json(j);
	pair_int(j, "covered", p.covered);
	pair_int(j, "needed", (int64_t)p.n);
	pair_int(j, "exercised", p.exercised);
	pair_int(j, "issued", (int64_t)p.rows.n);
	pair_day(j, "since", true, p.since_days);
	cells_json(j, &p);
	rows_json(j, "plans", &p.rows, names, ARRAY_LEN(names));
	notes_json(j, notes);
	jw_end(j, '}');
	return OK;
}

static void
account_json(struct jw *j, const struct val *v, struct str on,
	     struct refs *refs)
{
	static const char *const names[] = { "panel",		"name",
					     "account",		"site",
					     "customer",	"state",
					     "commissioned_on", "contract" };
	static const struct {
		size_t col;
		const char *reg;
	} links[] = { { NET_SITE, "site" },
		      { NET_CUSTOMER, "customer" },
		      { NET_CONTRACT, "contract" } };

	jw_begin(j, '{');
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		cell_json(j, names[i], &v[i]);
	for (size_t i = 0; i < ARRAY_LEN(links); i++)
		if (v[links[i].col].type == VAL_INT)
			refs_add(refs, reg_find(str_of(links[i].reg)),
				 v[links[i].col].i);
	pair_str(j, "count", str_of(net_account_count(v, on)));
	jw_end(j, '}');
}

static enum err
serve_accounts(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct asked asked;
	struct rows rows;
	int64_t days;
	size_t n;

	TRY(read_on(c, &asked, &days));
	TRY(net_accounts(&c->t, days, asked.after, asked.limit + 1, &rows));
	n = rows.n > (size_t)asked.limit ? (size_t)asked.limit : rows.n;
	call_json(c, 200);
	jw_begin(&c->out, '{');
	pair_str(&c->out, "on", asked.on);
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n; i++)
		account_json(&c->out, rows_at(&rows, i), asked.on, refs);
	jw_end(&c->out, ']');
	jw_key(&c->out, "next");
	jw_id(&c->out, n < rows.n ? rows_at(&rows, n - 1)[NET_PANEL].i : 0);
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

/* ---- what is due (C.5) ---- */

static void
remind_begin(struct jw *j, const char *what, int64_t n)
{
	jw_begin(j, '{');
	pair_str(j, "what", str_of(what));
	pair_int(j, "n", n);
}

static void
remind_end(struct jw *j, bool has_of, int64_t of, bool has_on, int64_t on)
{
	jw_key(j, "of");
	if (has_of)
		jw_int(j, of);
	else
		jw_null(j);
	pair_day(j, "on", has_on, on);
	jw_end(j, '}');
}

static void
remind_staffing(struct jw *j, const struct net_reminders *r)
{
	const struct net_staffing *s = &r->staffing;

	if (!r->knows_staffing)
		return;
	if (r->short_posts > 0) {
		remind_begin(j, "staffing_short", r->short_posts);
		remind_end(j, false, 0, false, 0);
	}
	if (s->next != NULL && s->near_next) {
		remind_begin(j, "staffing_near", s->customers);
		remind_end(j, true, s->next->from, s->reaches, s->reach_days);
	}
}

static void
remind_rows(struct jw *j, const char *reg, const struct rows *rows)
{
	jw_key(j, "register");
	jw_text(j, reg);
	jw_key(j, "rows");
	jw_begin(j, '[');
	for (size_t i = 0; i < rows->n; i++) {
		const struct val *v = rows_at(rows, i);

		jw_begin(j, '{');
		jw_key(j, "id");
		jw_id(j, v[0].i);
		pair_str(j, "name", v[1].s);
		pair_str(j, "of", v[2].s);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static enum err
serve_reminders(struct call *c)
{
	struct jw *j = &c->out;
	struct net_reminders r;
	struct asked asked;
	int64_t days;

	TRY(read_on(c, &asked, &days));
	TRY(net_reminders(&c->t, days, &r));
	call_json(c, 200);
	jw_begin(j, '{');
	pair_str(j, "on", asked.on);
	jw_key(j, "items");
	jw_begin(j, '[');
	remind_staffing(j, &r);
	if (r.drills.remind) {
		remind_begin(j, "drills", r.drills.closed);
		remind_end(j, true, r.drills.need, false, 0);
	}
	if (r.plans_n > 0) {
		remind_begin(j, "plan_review", r.plans_n);
		remind_rows(j, "plan", &r.plans);
		remind_end(j, false, 0, false, 0);
	}
	if (r.zones_n > 0) {
		remind_begin(j, "holdup_test", r.zones_n);
		remind_rows(j, "zone", &r.zones);
		remind_end(j, true, NET_HOLDUP_MONTHS, false, 0);
	}
	jw_end(j, ']');
	jw_end(j, '}');
	return OK;
}

/* clang-format off */
#define ASKED asked_members, ARRAY_LEN(asked_members)
const struct route net_routes[] = {
	/* verb   path                    may                 tx       body rate         serve           in     answer         summary */
	{ "GET",  "/api/v1/net/staffing", MAY_READ_STAFF,     TX_READ, 0,   RATE_NORMAL, serve_staffing, ASKED, "NetStaffing", LABEL("人员配备", "Staffing"), false },
	{ "GET",  "/api/v1/net/accounts", MAY_READ_CONTRACTS, TX_READ, 0,   RATE_NORMAL, serve_accounts, ASKED, "NetAccounts", LABEL("联网用户", "Connected accounts"), false },
	{ "GET",  "/api/v1/net/drills",   MAY_READ_ALARMS,    TX_READ, 0,   RATE_NORMAL, serve_drills,   ASKED, "NetDrills",   LABEL("年度演练", "Drills of the year"), false },
	{ "GET",  "/api/v1/net/plans",    MAY_READ_ALARMS,    TX_READ, 0,   RATE_NORMAL, serve_plans,    ASKED, "NetPlans",    LABEL("预案覆盖", "Coverage by plans"), false },
	{ "GET",  "/api/v1/net/reminders", MAY_READ_ALARMS,   TX_READ, 0,   RATE_NORMAL, serve_reminders, ASKED, "NetReminders", LABEL("到期提醒", "What is due"), false },
	{ 0 }
};
/* clang-format on */
