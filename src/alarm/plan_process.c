/*
 * plan_process.c - draft, issued, superseded.  Issuing ends the revision
 * before, and any other issued plan for exactly the same cases.
 */
#include "alarm/plan.h"
#include "base/str.h"
#include "gen/stmt.h"

/* clang-format off */
enum { DRAFT, ISSUED, SUPERSEDED };
static const struct proc_state states[] = {
	[DRAFT]      = { "draft",      LABEL("草稿", "Draft"),        TONE_WARN,  false },
	[ISSUED]     = { "issued",     LABEL("已发布", "Issued"),     TONE_OK,    false },
	[SUPERSEDED] = { "superseded", LABEL("已作废", "Superseded"), TONE_PLAIN, true },
	{ 0 }
};
enum { WRITE, SHIP, REVISE, EDIT, ISSUE, SUPERSEDE, WITHDRAW, REVIEW };
static const struct proc_event events[] = {
	[WRITE]     = { "write",     LABEL("新建", "Write") },
	[SHIP]      = { "ship",      LABEL("随软件提供", "Shipped") },
	[REVISE]    = { "revise",    LABEL("新建版次", "New revision") },
	[EDIT]      = { "edit",      LABEL("修改", "Edit") },
	[ISSUE]     = { "issue",     LABEL("发布", "Issue") },
	[SUPERSEDE] = { "supersede", LABEL("被替代", "Superseded") },
	[WITHDRAW]  = { "withdraw",  LABEL("作废", "Withdraw") },
	[REVIEW]    = { "review",    LABEL("复审", "Review") },
	{ 0 }
};
static guard_fn may_issue;
static effect_fn on_write, on_ship, on_issue;
#define RULES MAY_EDIT_ALARM_RULES
#define PLAN_IN "name! class priority site band! dispatch_first max_wait_s photos review_on origin note"
static const struct edge edges[] = {
	{ FROM_NOTHING, WRITE,     DRAFT,      RULES, NULL,      PLAN_IN,                        on_write, { KEEP } },
	{ FROM_NOTHING, SHIP,      ISSUED,     RULES, only_program,      PLAN_IN,                        on_ship,  { KEEP } },
	{ FROM_NOTHING, REVISE,    DRAFT,      RULES, only_program,      PLAN_IN " supersedes! revision!", NULL,   { KEEP } },
	{ DRAFT,        EDIT,      DRAFT,      RULES, NULL,      PLAN_IN,                        NULL,     { KEEP } },
	{ DRAFT,        ISSUE,     ISSUED,     RULES, may_issue, "",                             on_issue, { KEEP } },
	{ DRAFT,        WITHDRAW,  SUPERSEDED, RULES, NULL,      "reason!",                      NULL,     { KEEP } },
	{ ISSUED,       WITHDRAW,  SUPERSEDED, RULES, NULL,      "reason!",                      NULL,     { KEEP } },
	{ ISSUED,       REVIEW,    ISSUED,     RULES, NULL,      "review_on! reason!",           NULL,     { KEEP } },
	{ ISSUED,       SUPERSEDE, SUPERSEDED, RULES, only_program,      "",                             NULL,     { KEEP } },
};
/* clang-format on */

static const struct proc_clock no_clocks[] = { { 0 } };
const struct process plan_process = {
	.name = "plan",
	.label = LABEL("处置预案", "Action plan"),
	.states = states,
	.events = events,
	.clocks = no_clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

static enum err
on_write(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "revision", val_int(1));
	return OK;
}

static enum err
on_ship(struct task *t, const struct proc_row *p)
{
	proc_put(p, "revision", val_int(1));
	proc_put(p, "issued_ms", val_int(t->now_ms));
	return OK;
}

static enum err
may_issue(struct task *t, const struct proc_row *p)
{
	struct plan_way *ways;
	size_t n;

	TRY(plan_ways(t, p->row->id, 0, &ways, &n));
	if (n == 0)
		return fail(&t->why, ERR_STATE, "the plan has no steps yet",
			    "预案还没有步骤");
	for (size_t i = 0; i < n; i++) {
		bool leads =
		    plan_leads(ways, n, ways[i].no, ways[i].next_yes) &&
		    plan_leads(ways, n, ways[i].no, ways[i].next_no);

		if (ways[i].question && !leads)
			return fail(&t->why, ERR_STATE,
				    "step %lld leads to a step that is not "
				    "there or not behind it",
				    "步骤 %lld 指向不存在或靠前的步骤",
				    (long long)ways[i].no);
	}
	return OK;
}

/* What stands for exactly the same cases, or was the revision before. */
static enum err
on_issue(struct task *t, const struct proc_row *p)
{
	struct reg_input none = reg_input_new(t->a, &plan_reg);
	struct actor who = t->who;
	struct rows rows;
	enum err rc = OK;

	proc_put(p, "issued_ms", val_int(t->now_ms));
	proc_put(p, "issued_by", val_id(t->who.user));
	TRY(db_run(t->db, STMT_PLAN_SAME,
		   ARGS(val_int(t->who.org), *proc_get(p, "class"),
			*proc_get(p, "priority"), *proc_get(p, "site"),
			*proc_get(p, "band"), *proc_get(p, "supersedes"),
			val_int(p->row->id)),
		   t->a, &rows, &t->why));
	t->who.may = UINT64_MAX;
	for (size_t i = 0; rc == OK && i < rows.n; i++) {
		struct reg_row row;

		rc = process_step(t, &plan_reg, rows.v[i].i, 0,
				  STR("supersede"), &none, STR(""), &row);
	}
	t->who = who;
	return rc;
}

/* The fields and steps of the old one into a draft. */
static enum err
copy_steps(struct task *t, int64_t from, int64_t to)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_PLAN_STEPS,
		   ARGS(val_int(t->who.org), val_int(from)), t->a, &rows,
		   &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		struct reg_input in = reg_input_new(t->a, &plan_step_reg);
		struct reg_row old, made;

		TRY(reg_get(t, &plan_step_reg, rows_at(&rows, i)->i, &old));
		for (size_t k = 0; k < plan_step_reg.n_fields; k++) {
			in.set[k] = true;
			in.v[k] = old.v[k];
		}
		in.v[reg_field(&plan_step_reg, "plan")] = val_int(to);
		TRY(reg_create(t, &plan_step_reg, &in, "create", &made));
	}
	return OK;
}

static enum err
copy(struct task *t, const struct reg_row *old, struct reg_row *out)
{
	static const char *const fields[] = {
		"name",		  "class",	"priority", "site",   "band",
		"dispatch_first", "max_wait_s", "photos",   "origin", "note"
	};
	struct reg_input in = reg_input_new(t->a, &plan_reg);
	size_t i;

	for (size_t k = 0; k < ARRAY_LEN(fields); k++) {
		i = reg_field(&plan_reg, fields[k]);
		in.set[i] = true;
		in.v[i] = old->v[i];
	}
	i = reg_field(&plan_reg, "supersedes");
	in.set[i] = true;
	in.v[i] = val_int(old->id);
	i = reg_field(&plan_reg, "revision");
	in.set[i] = true;
	in.v[i] = val_int(old->v[i].i + 1);
	TRY(process_open(t, &plan_reg, "revise", &in, out));
	return copy_steps(t, old->id, out->id);
}

enum err
plan_revise(struct task *t, int64_t id, struct reg_row *out)
{
	struct actor who = t->who;
	struct reg_row old;
	struct rows rows;
	enum err rc;

	TRY(task_may(t, MAY_EDIT_ALARM_RULES));
	TRY(reg_get(t, &plan_reg, id, &old));
	if (!str_is(reg_val(&plan_reg, old.v, "state")->s, "issued"))
		return fail(&t->why, ERR_STATE,
			    "only an issued plan has a new revision",
			    "只有已发布的预案可以新建版次");
	TRY(db_run(t->db, STMT_PLAN_DRAFT_OF,
		   ARGS(val_int(t->who.org), val_int(id)), t->a, &rows,
		   &t->why));
	if (rows.n > 0)
		return fail(&t->why, ERR_STATE,
			    "there is a draft of it already: %.*s",
			    "该预案已有草稿：%.*s", STR_ARG(rows.v[0].s));
	t->who.may = UINT64_MAX;
	rc = copy(t, &old, out);
	t->who = who;
	return rc;
}
