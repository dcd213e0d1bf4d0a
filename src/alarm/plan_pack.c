/* plan_pack.c - the plans that are shipped: packs/plans/plans.json. */
#include <stdio.h>
#include <string.h>

#include "alarm/code.h"
#include "alarm/plan.h"
#include "base/json.h"
#include "base/log.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "org/org.h"

#define FILE_MAX (1u << 20)

static struct {
	struct arena a;
	struct js plans; /* a list; n 0: nothing loaded */
} loaded;

static enum err
bad(struct why *why, size_t plan, const char *what)
{
	return fail(why, ERR_INVALID, "packs/plans: plan %zu is wrong at “%s”",
		    "packs/plans：第 %zu 个预案“%s”有误", plan + 1, what);
}

static bool
is_text(const struct js *v)
{
	return v != NULL && v->type == JS_TEXT && v->s.n > 0;
}

static bool
is_number(const struct js *v, int64_t max)
{
	return v == NULL || (v->type == JS_INT && v->i >= 0 && v->i <= max);
}

/* A branch leads to a step behind it, or ends. */
static bool
leads_on(const struct js *step, const char *key, size_t no, size_t n)
{
	const struct js *to = js_member(step, key);

	return is_number(to, (int64_t)n) &&
	       (to == NULL || to->i == 0 || to->i > (int64_t)no);
}

static enum err
check_step(const struct js *step, size_t plan, size_t no, size_t n,
	   struct why *why)
{
	static const char *const kinds[] = { "call",	 "video",   "wait",
					     "dispatch", "police",  "notify",
					     "text",	 "question" };
	const struct js *kind = js_member(step, "kind");
	bool known = false;

	for (size_t i = 0; is_text(kind) && i < ARRAY_LEN(kinds); i++)
		known = known || str_is(kind->s, kinds[i]);
	if (!known)
		return bad(why, plan, "kind");
	if (!is_text(js_member(step, "zh")) || !is_text(js_member(step, "en")))
		return bad(why, plan, "zh, en");
	if (!is_number(js_member(step, "wait_s"), 86400))
		return bad(why, plan, "wait_s");
	if (!leads_on(step, "next_yes", no, n) ||
	    !leads_on(step, "next_no", no, n))
		return bad(why, plan, "next_yes, next_no");
	return OK;
}

static enum err
check_plan(const struct js *plan, size_t i, struct why *why)
{
	const struct js *class = js_member(plan, "class");
	const struct js *steps = js_member(plan, "steps");

	if (!is_text(js_member(plan, "name")) ||
	    !is_text(js_member(plan, "origin")))
		return bad(why, i, "name, origin");
	if (class != NULL && class->type != JS_NULL &&
	    (!is_text(class) || class_label(class->s).en == NULL))
		return bad(why, i, "class");
	if (!is_number(js_member(plan, "max_wait_s"), 86400))
		return bad(why, i, "max_wait_s");
	if (steps == NULL || steps->type != JS_LIST || steps->n == 0 ||
	    steps->n > 99)
		return bad(why, i, "steps");
	for (size_t k = 0; k < steps->n; k++)
		TRY(check_step(&steps->in[k], i, k + 1, steps->n, why));
	return OK;
}

static enum err
read_file(const char *path, struct str *out, struct why *why)
{
	FILE *f = fopen(path, "r");
	char *bytes = arena_alloc(&loaded.a, FILE_MAX);
	size_t n;

	if (f == NULL)
		return fail(why, ERR_STATE, "cannot read %.200s",
			    "无法读取 %.200s", path);
	n = fread(bytes, 1, FILE_MAX, f);
	(void)fclose(f);
	if (n == FILE_MAX)
		return fail(why, ERR_TOO_BIG, "%.200s is too big",
			    "%.200s 过大", path);
	*out = (struct str){ bytes, n };
	return OK;
}

enum err
plans_load(const char *folder, struct why *why)
{
	const struct js *plans;
	struct str text;
	struct js root;

	plans_free();
	TRY(read_file(arena_printf(&loaded.a, "%s/plans/plans.json", folder).p,
		      &text, why));
	TRY(js_parse(text, &loaded.a, &root, why));
	plans = js_member(&root, "plans");
	if (plans == NULL || plans->type != JS_LIST || plans->n == 0)
		return bad(why, 0, "plans");
	for (size_t i = 0; i < plans->n; i++)
		TRY(check_plan(&plans->in[i], i, why));
	loaded.plans = *plans;
	return OK;
}

void
plans_free(void)
{
	arena_release(&loaded.a);
	loaded.plans = (struct js){ 0 };
}

static void
set(const struct reg *r, const struct reg_input *in, const char *field,
    struct val v)
{
	size_t i = reg_field(r, field);

	in->set[i] = true;
	in->v[i] = v;
}

/* A member as a value; NULL when it is not there. */
static struct val
member_val(const struct js *j, const char *key)
{
	const struct js *v = js_member(j, key);

	if (v == NULL || v->type == JS_NULL)
		return val_null();
	return v->type == JS_TEXT ? val_text(v->s) : val_int(v->i);
}

static enum err
install_step(struct task *t, int64_t plan, const struct js *step, size_t no)
{
	const struct reg *r = &plan_step_reg;
	struct reg_input in = reg_input_new(t->a, r);
	struct reg_row row;

	set(r, &in, "plan", val_int(plan));
	set(r, &in, "no", val_int((int64_t)no));
	set(r, &in, "kind", member_val(step, "kind"));
	set(r, &in, "text", member_val(step, "zh"));
	set(r, &in, "text_en", member_val(step, "en"));
	set(r, &in, "required", member_val(step, "required"));
	set(r, &in, "wait_s", member_val(step, "wait_s"));
	set(r, &in, "next_yes", member_val(step, "next_yes"));
	set(r, &in, "next_no", member_val(step, "next_no"));
	return reg_create(t, r, &in, "create", &row);
}

static enum err
install(struct task *t, const struct js *plan)
{
	const struct js *steps = js_member(plan, "steps");
	struct reg_input in = reg_input_new(t->a, &plan_reg);
	struct reg_row row;

	set(&plan_reg, &in, "name", member_val(plan, "name"));
	set(&plan_reg, &in, "class", member_val(plan, "class"));
	set(&plan_reg, &in, "band", val_text(STR("any")));
	set(&plan_reg, &in, "dispatch_first",
	    member_val(plan, "dispatch_first"));
	set(&plan_reg, &in, "max_wait_s", member_val(plan, "max_wait_s"));
	set(&plan_reg, &in, "origin", member_val(plan, "origin"));
	TRY(process_open(t, &plan_reg, "ship", &in, &row));
	for (size_t i = 0; i < steps->n; i++)
		TRY(install_step(t, row.id, &steps->in[i], i + 1));
	return OK;
}

enum err
plans_install(struct task *t, size_t *n)
{
	struct rows rows;

	*n = 0;
	TRY(db_run(t->db, STMT_PLAN_TURN, ARGS(val_int(t->who.org)), NULL, NULL,
		   &t->why));
	TRY(db_run(t->db, STMT_PLAN_ANY, ARGS(val_int(t->who.org)), t->a, &rows,
		   &t->why));
	if (rows.n > 0)
		return OK;
	for (; *n < loaded.plans.n; ++*n)
		TRY(install(t, &loaded.plans.in[*n]));
	return OK;
}

enum err
plans_install_all(struct task *t)
{
	struct org *orgs;
	size_t n_orgs, n;

	TRY(org_list(t, &orgs, &n_orgs));
	for (size_t i = 0; i < n_orgs; i++) {
		t->who = actor_program(orgs[i].id);
		TRY(plans_install(t, &n));
		if (n > 0)
			log_info(LOG_MAIN, "plans", "org=%lld n=%zu",
				 (long long)orgs[i].id, n);
	}
	return OK;
}
