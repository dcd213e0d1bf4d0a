/* process.c - the one writer of states. */
#include "kind/process.h"

#include <string.h>

#include "base/str.h"
#include "kind/register_row.h"

#define STATES_MAX 64

int
process_state(const struct reg *r, const struct reg_row *row)
{
	const struct val *v = reg_val(r, row->v, "state");

	for (int i = 0; r->process->states[i].name != NULL; i++)
		if (v->type == VAL_TEXT &&
		    str_is(v->s, r->process->states[i].name))
			return i;
	must_fail(__FILE__, __LINE__, "a state that the table does not have");
}

bool
edge_takes(const struct edge *e, const char *field, bool *required)
{
	struct str rest = str_of(e->in);

	while (rest.n > 0) {
		struct str one = str_cut(rest, ' ', &rest);
		bool must_come = one.n > 0 && one.p[one.n - 1] == '!';

		one.n -= must_come ? 1 : 0;
		if (str_is(one, field)) {
			*required = must_come;
			return true;
		}
	}
	return false;
}

static bool
edge_leaves(const struct process *p, const struct edge *e, int state)
{
	if (e->from == FROM_ANY_OPEN)
		return state != FROM_NOTHING && !p->states[state].final;
	return e->from == state;
}

static const struct edge *
edge_find(const struct process *p, int state, struct str event)
{
	for (size_t i = 0; i < p->n_edges; i++) {
		const struct edge *e = &p->edges[i];

		if (edge_leaves(p, e, state) &&
		    (event.n == 0 || str_is(event, p->events[e->on].name)))
			return e;
	}
	return NULL;
}

static enum err
event_known(struct task *t, const struct process *p, struct str event)
{
	for (size_t i = 0; p->events[i].name != NULL; i++)
		if (str_is(event, p->events[i].name))
			return OK;
	return fail(&t->why, ERR_NOT_FOUND, "there is no step “%.*s”",
		    "没有步骤“%.*s”", event.n > 40 ? 40 : (int)event.n,
		    event.p);
}

/* Only what the edge names may come, and what it demands must. */
static enum err
take_field(struct task *t, const struct reg *r, const struct edge *e, size_t i,
	   const struct reg_input *in, struct reg_row *row)
{
	const struct field *f = &r->fields[i];
	bool required = false, takes = edge_takes(e, f->name, &required);

	if (in->set[i] && !takes)
		return fail_field(&t->why, f->name, f->label, "unexpected",
				  "is not asked for in this step",
				  "不属于此步骤");
	if (in->set[i])
		row->v[i] = in->v[i];
	if (required && row->v[i].type == VAL_NULL)
		return fail_field(&t->why, f->name, f->label, "required",
				  "is required", "不能为空");
	return OK;
}

static enum err
take_inputs(struct task *t, const struct proc_row *p, const struct edge *e,
	    const struct reg_input *in)
{
	bool required = false;
	enum err rc = OK;

	task_collect(t);
	for (size_t i = 0; i < p->reg->n_fields; i++) {
		enum err one = take_field(t, p->reg, e, i, in, p->row);

		rc = rc == OK ? one : rc;
	}
	if (edge_takes(e, "reason", &required) && required &&
	    str_trim(p->reason).n == 0)
		rc = fail_field(&t->why, "reason",
				(struct label)LABEL("原因", "Reason"),
				"required", "is required", "不能为空");
	return rc;
}

/* One more round of edges from the states that are reached. */
static bool
spread(const struct process *p, size_t clock, bool reached[STATES_MAX])
{
	bool stops = false;

	for (size_t i = 0; i < p->n_edges; i++)
		for (int s = 0; p->states[s].name != NULL; s++) {
			const struct edge *e = &p->edges[i];

			if (!reached[s] || !edge_leaves(p, e, s))
				continue;
			stops = stops || e->clocks[clock] == STOP;
			if (e->to >= 0)
				reached[e->to] = true;
		}
	return stops;
}

/* Can a step still stop this clock?  Else it would run for ever. */
static bool
stops_ahead(const struct process *p, size_t clock, int state)
{
	bool reached[STATES_MAX] = { false };
	bool stops = false;

	reached[state] = true;
	for (int s = 0; p->states[s].name != NULL && !stops; s++)
		stops = spread(p, clock, reached);
	return stops;
}

static enum err
turn_clock(struct task *t, const struct proc_row *p, size_t i, enum turn turn)
{
	const struct process *proc = p->reg->process;
	const struct proc_clock *clock = &proc->clocks[i];
	struct clock_limit limit = { 0 };
	int64_t start_ms = t->now_ms;
	bool has = true;

	if (turn == START || turn == RELIMIT)
		TRY(clock->limit(t, p, &limit, &start_ms));
	if (turn == STOP && proc->stopped != NULL)
		start_ms = proc->stopped(t, p, clock->name);
	if (turn == START && limit.limit_ms <= 0)
		return OK; /* no rule sets one */
	if (turn == START)
		TRY(clock_turn(t, p->reg, p->row->id, clock->name, VOID,
			       start_ms, limit));
	if (turn == RELIMIT &&
	    !stops_ahead(proc, i, process_state(p->reg, p->row)))
		TRY(clock_has(t, p->row->id, clock->name, &has));
	return has ? clock_turn(t, p->reg, p->row->id, clock->name, turn,
				start_ms, limit) :
		     OK;
}

static enum err
turn_clocks(struct task *t, const struct proc_row *p, const struct edge *e)
{
	const struct proc_clock *clocks = p->reg->process->clocks;

	for (size_t i = 0; clocks != NULL && clocks[i].name != NULL; i++)
		if (e->clocks[i] != KEEP)
			TRY(turn_clock(t, p, i, e->clocks[i]));
	return OK;
}

static void
set_state(const struct proc_row *p, int state)
{
	p->row->v[reg_field(p->reg, "state")] =
	    val_text(str_of(p->reg->process->states[state].name));
}

enum err
only_program(struct task *t, const struct proc_row *p)
{
	(void)p;
	if (actor_is_program(&t->who))
		return OK;
	return fail(&t->why, ERR_FORBIDDEN,
		    "the program itself takes this step", "此步骤由系统执行");
}

/* Permission, inputs, guard, row, journal, clocks: one way for all edges. */
static enum err
walk(struct task *t, const struct proc_row *p, const struct edge *e,
     const struct reg_input *in, int from)
{
	const struct process *proc = p->reg->process;
	int to = e->to == TO_SAME ? from : e->to;
	struct reg_change c = {
		.op = from == FROM_NOTHING ? "create" : "step",
		.event = proc->events[e->on].name,
		.from_state =
		    from == FROM_NOTHING ? NULL : proc->states[from].name,
		.to_state = proc->states[to].name,
		.reason = p->reason,
	};

	TRY(task_may(t, e->may));
	TRY(take_inputs(t, p, e, in));
	set_state(p, to);
	TRY(reg_check(t, p->reg, p->old, p->row));
	if (e->guard != NULL)
		TRY(e->guard(t, p));
	TRY(reg_give_numbers(t, p->reg, p->row));
	if (e->effect != NULL)
		TRY(e->effect(t, p));
	TRY(reg_write(t, p->reg, p->old, p->row, &c));
	return turn_clocks(t, p, e);
}

enum err
process_open(struct task *t, const struct reg *r, const char *event,
	     const struct reg_input *in, struct reg_row *out)
{
	return process_open_with(t, r, event, in, STR(""), out);
}

enum err
process_open_with(struct task *t, const struct reg *r, const char *event,
		  const struct reg_input *in, struct str reason,
		  struct reg_row *out)
{
	const struct edge *e =
	    edge_find(r->process, FROM_NOTHING, str_of(event));
	struct proc_row p = { .reg = r, .row = out, .reason = reason };

	must(e != NULL);
	*out = (struct reg_row){ .id = id_new(t->now_ms), .org = t->who.org };
	out->v = ARENA_ARRAY(t->a, r->n_fields, struct val);
	return walk(t, &p, e, in, FROM_NOTHING);
}

static enum err
no_edge(struct task *t, const struct reg *r, int state, struct str event)
{
	const struct process *p = r->process;
	const struct label *is = &p->states[state].label;
	struct label what = { "", "" };

	for (size_t i = 0; p->events[i].name != NULL; i++)
		if (str_is(event, p->events[i].name))
			what = p->events[i].label;
	return fail(&t->why, ERR_STATE,
		    "“%s”%.0s is not possible while the state is “%s”%.0s",
		    "%.0s当前状态不能“%s”%.0s（状态：%s）", what.en, what.zh,
		    is->en, is->zh);
}

static enum err
version_is(struct task *t, int64_t version, const struct reg_row *old)
{
	if (version == 0 || version == old->version)
		return OK;
	t->why.current = old;
	return fail(&t->why, ERR_VERSION,
		    "someone else changed it in the meantime",
		    "该记录刚被他人修改");
}

enum err
process_step(struct task *t, const struct reg *r, int64_t id, int64_t version,
	     struct str event, const struct reg_input *in, struct str reason,
	     struct reg_row *out)
{
	struct reg_row *old = ARENA_NEW(t->a, struct reg_row);
	struct proc_row p = {
		.reg = r, .old = old, .row = out, .reason = reason
	};
	const struct edge *e;
	int state;

	TRY(event_known(t, r->process, event));
	TRY(reg_get(t, r, id, old));
	TRY(version_is(t, version, old));
	state = process_state(r, old);
	e = edge_find(r->process, state, event);
	if (e == NULL)
		return no_edge(t, r, state, event);
	*out = *old;
	out->v = ARENA_ARRAY(t->a, r->n_fields, struct val);
	memcpy(out->v, old->v, r->n_fields * sizeof(*out->v));
	return walk(t, &p, e, in, state);
}

/* What can be said before the inputs are there: permission and guard. */
static void
judge(struct task *t, const struct reg *r, const struct reg_row *row,
      struct proc_offer *o)
{
	struct why kept = t->why;
	struct reg_row *copy = ARENA_NEW(t->a, struct reg_row);
	struct proc_row p = { .reg = r, .old = row, .row = copy };
	enum err rc;

	*copy = *row;
	copy->v = ARENA_ARRAY(t->a, r->n_fields, struct val);
	memcpy(copy->v, row->v, r->n_fields * sizeof(*copy->v));
	t->why = (struct why){ 0 };
	rc = task_may(t, o->edge->may);
	if (rc == OK && o->edge->guard != NULL)
		rc = o->edge->guard(t, &p);
	/* A guard that misses a field which the step asks for is no hindrance
	 * yet: it speaks with ERR_INVALID then. */
	o->allowed = rc == OK || rc == ERR_INVALID;
	o->why = t->why;
	t->why = kept;
}

enum err
process_offers(struct task *t, const struct reg *r, const struct reg_row *row,
	       struct proc_offer **out, size_t *n)
{
	const struct process *p = r->process;
	int state = process_state(r, row);

	*out = ARENA_ARRAY(t->a, p->n_edges, struct proc_offer);
	*n = 0;
	for (size_t i = 0; i < p->n_edges; i++) {
		if (!edge_leaves(p, &p->edges[i], state) ||
		    p->edges[i].guard == only_program)
			continue;
		(*out)[*n].edge = &p->edges[i];
		judge(t, r, row, &(*out)[(*n)++]);
	}
	return OK;
}
