/* process_api.c - the routes of processes: what may be done now, doing it. */
#include <string.h>

#include "base/str.h"
#include "http/api.h"
#include "http/row_json.h"
#include "kind/process.h"

static void
fields_json(struct jw *j, const struct reg *r, const struct edge *e,
	    bool required)
{
	jw_key(j, required ? "required" : "optional");
	jw_begin(j, '[');
	for (size_t i = 0; i < r->n_fields; i++) {
		bool must_come;

		if (edge_takes(e, r->fields[i].name, &must_come) &&
		    must_come == required)
			jw_text(j, r->fields[i].name);
	}
	if (reg_field_find(r, STR("reason")) < 0) {
		bool must_come;

		if (edge_takes(e, "reason", &must_come) &&
		    must_come == required)
			jw_text(j, "reason");
	}
	jw_end(j, ']');
}

static void
offer_json(struct call *c, const struct proc_offer *o, int state)
{
	const struct process *p = c->reg->process;
	int to = o->edge->to == TO_SAME ? state : o->edge->to;
	struct jw *j = &c->out;

	jw_begin(j, '{');
	jw_key(j, "event");
	jw_text(j, p->events[o->edge->on].name);
	jw_key(j, "label");
	jw_label(j, p->events[o->edge->on].label);
	jw_key(j, "to");
	jw_text(j, p->states[to].name);
	jw_key(j, "allowed");
	jw_bool(j, o->allowed);
	jw_key(j, "why");
	jw_text(j, o->allowed ? NULL : o->why.text[c->t.lang]);
	fields_json(j, c->reg, o->edge, true);
	fields_json(j, c->reg, o->edge, false);
	jw_end(j, '}');
}

static struct label
clock_label(const struct process *p, struct str name)
{
	for (const struct proc_clock *k = p->clocks; k->name != NULL; k++)
		if (str_is(name, k->name))
			return k->label;
	return (struct label)LABEL("时限", "Limit");
}

static int64_t
share_of(const struct clock_view *k, int64_t now_ms)
{
	int64_t until = k->stopped_ms != 0 ? k->stopped_ms : now_ms;
	int64_t span = k->due_ms - k->start_ms;

	return span <= 0 ? 100 : (until - k->start_ms) * 100 / span;
}

void
answer_clock(struct call *c, const struct reg *r, const struct clock_view *k)
{
	struct jw *j = &c->out;

	jw_begin(j, '{');
	jw_key(j, "register");
	jw_text(j, r->name);
	jw_key(j, "row");
	jw_id(j, k->row);
	jw_key(j, "name");
	jw_str(j, k->name);
	jw_key(j, "label");
	jw_label(j, clock_label(r->process, k->name));
	jw_key(j, "state");
	jw_text(j, clock_state(k, c->t.now_ms));
	jw_key(j, "started_ms");
	jw_int(j, k->start_ms);
	jw_key(j, "due_ms");
	jw_int(j, k->due_ms);
	jw_key(j, "stopped_ms");
	if (k->stopped_ms == 0)
		jw_null(j);
	else
		jw_int(j, k->stopped_ms);
	jw_key(j, "share");
	jw_int(j, share_of(k, c->t.now_ms));
	jw_key(j, "source");
	jw_str(j, k->source);
	jw_end(j, '}');
}

enum err
answer_steps(struct call *c, const struct reg_row *row)
{
	struct proc_offer *offers;
	struct clock_view *clocks;
	size_t n_offers, n_clocks;
	int state = process_state(c->reg, row);

	TRY(process_offers(&c->t, c->reg, row, &offers, &n_offers));
	TRY(clock_list(&c->t, c->reg, row->id, &clocks, &n_clocks));
	jw_key(&c->out, "steps");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n_offers; i++)
		offer_json(c, &offers[i], state);
	jw_end(&c->out, ']');
	jw_key(&c->out, "clocks");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n_clocks; i++)
		answer_clock(c, c->reg, &clocks[i]);
	jw_end(&c->out, ']');
	return OK;
}

static enum err
serve_steps(struct call *c)
{
	struct reg_row row;
	int state;

	TRY(reg_get(&c->t, c->reg, c->id, &row));
	state = process_state(c->reg, &row);
	call_json(c, 200);
	call_header(c, "ETag", "\"%lld\"", (long long)row.version);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "state");
	jw_text(&c->out, c->reg->process->states[state].name);
	jw_key(&c->out, "version");
	jw_int(&c->out, row.version);
	TRY(answer_steps(c, &row));
	jw_end(&c->out, '}');
	return OK;
}

#define RUNNING_LOOKED 200
#define RUNNING_SHOWN 40

/* A clock with its row, when the caller may see it. */
static enum err
running_json(struct call *c, const struct clock_view *k, struct refs *refs,
	     size_t *n)
{
	const struct reg *r = reg_find(k->reg);
	struct why why = c->t.why;
	struct reg_row row;

	if (r == NULL || (c->t.who.may & MAY_BIT(r->read)) == 0 ||
	    reg_get(&c->t, r, k->row, &row) == ERR_NOT_FOUND) {
		c->t.why = why;
		return OK;
	}
	++*n;
	jw_begin(&c->out, '{');
	jw_key(&c->out, "register");
	jw_text(&c->out, r->name);
	jw_key(&c->out, "row");
	row_json(&c->out, r, &row, refs);
	jw_key(&c->out, "clock");
	answer_clock(c, r, k);
	jw_end(&c->out, '}');
	return OK;
}

static enum err
serve_clocks(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct clock_view *clocks;
	size_t n, shown = 0;

	TRY(clock_running(&c->t, RUNNING_LOOKED, &clocks, &n));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n && shown < RUNNING_SHOWN; i++)
		TRY(running_json(c, &clocks[i], refs, &shown));
	jw_end(&c->out, ']');
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

static enum err
serve_step(struct call *c)
{
	struct reg_input in;
	struct reg_row row;
	struct str reason;
	int64_t version;

	TRY(call_version(c, &version));
	TRY(reg_input_step(&c->t, c->reg, c->body, &in, &reason));
	TRY(process_step(&c->t, c->reg, c->id, version, c->tail, &in, reason,
			 &row));
	return answer_row(c, 200, &row);
}

/* clang-format off */
const struct route process_routes[] = {
	/* verb   path                               may              tx        body     rate         serve        in    n  answer   summary */
	{ "GET",  "/api/v1/clocks",                  MAY_SIGN_IN,     TX_READ,       0, RATE_NORMAL, serve_clocks, NULL, 0, "Clocks", LABEL("正在计时的工作", "What runs against a clock"), false },
	{ "GET",  "/api/v1/{p}/{id}/steps",          MAY_BY_REG_READ, TX_READ,       0, RATE_NORMAL, serve_steps, NULL, 0, "Steps", LABEL("可执行的步骤与时限", "Possible steps and clocks"), false },
	{ "POST", "/api/v1/{p}/{id}/steps/{name}",   MAY_BY_REG_READ, TX_WRITE, 262144, RATE_NORMAL, serve_step,  NULL, 0, "Row",   LABEL("执行步骤", "Take a step"), false },
	{ 0 }
};
/* clang-format on */
