/*
 * alarm_entry.c - what was done about an alarm: calls, plan steps, pictures
 * seen, notes, and what became known after the closing.  Rows are added and
 * never changed: a process with one step.
 */
#include "alarm/alarm_parts.h"
#include "alarm/plan.h"
#include "base/str.h"
#include "estate/estate.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "call", LABEL("电话", "Call"), TONE_INFO },
	{ "step", LABEL("预案步骤", "Plan step"), TONE_PLAIN },
	{ "video", LABEL("查看视频", "Video seen"), TONE_INFO },
	{ "note", LABEL("记录", "Note"), TONE_PLAIN },
	{ "supplement", LABEL("补充记录", "Supplement"), TONE_WARN },
	{ 0 }
};
static const struct option outcomes[] = {
	{ "reached", LABEL("已接通", "Reached"), TONE_OK },
	{ "no_answer", LABEL("无人接听", "No answer"), TONE_WARN },
	{ "busy", LABEL("占线", "Busy"), TONE_WARN },
	{ "wrong_number", LABEL("号码有误", "Wrong number"), TONE_WARN },
	{ "refused", LABEL("拒绝回答", "Refused"), TONE_WARN },
	{ 0 }
};
static const struct option answers[] = {
	{ "yes", LABEL("是", "Yes"), TONE_PLAIN },
	{ "no", LABEL("否", "No"), TONE_PLAIN },
	{ "done", LABEL("已完成", "Done"), TONE_OK },
	{ "skipped", LABEL("不适用", "Does not apply"), TONE_WARN },
	{ 0 }
};
static const struct option words[] = {
	{ "right", LABEL("口令正确", "Password right"), TONE_OK },
	{ "wrong", LABEL("口令错误", "Password wrong"), TONE_BAD },
	{ "duress", LABEL("胁迫口令", "Duress word"), TONE_BAD },
	{ "unset", LABEL("未设口令", "No password set"), TONE_WARN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | UNIQUE | READONLY, .prefix = "CZ",
	  .section = LABEL("处置记录", "Entry") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = READONLY },
	{ .name = "alarm", .type = F_REF, .label = LABEL("报警", "Alarm"), .flags = REQUIRED | LIST | FILTER, .ref = "alarm" },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("类型", "Kind"), .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "step", .type = F_REF, .label = LABEL("预案步骤", "Plan step"), .ref = "plan_step" },
	{ .name = "contact", .type = F_REF, .label = LABEL("联系人", "Contact"), .flags = LIST, .ref = "contact" },
	{ .name = "outcome", .type = F_ENUM, .label = LABEL("通话结果", "Outcome"), .flags = LIST, .options = outcomes },
	{ .name = "answer", .type = F_ENUM, .label = LABEL("回答", "Answer"), .options = answers },
	{ .name = "camera", .type = F_REF, .label = LABEL("摄像机", "Camera"), .flags = LIST | FILTER, .ref = "camera" },
	{ .name = "word_result", .type = F_ENUM, .label = LABEL("口令核对", "Password check"), .flags = LIST | READONLY, .options = words },
	{ .name = "text", .type = F_LINES, .label = LABEL("内容", "Text"), .flags = LIST, .max = 2000 },
};

static const struct proc_state states[] = {
	{ "recorded", LABEL("已记录", "Recorded"), TONE_PLAIN, true },
	{ 0 }
};
enum { RECORD, CHECKED };
static const struct proc_event events[] = {
	[RECORD] = { "record", LABEL("记录", "Record") },
	[CHECKED] = { "checked", LABEL("口令核对", "Password checked") },
	{ 0 }
};
static guard_fn may_record;
static effect_fn on_record;
#define ENTRY_IN "alarm! kind! step contact outcome answer camera text"
static const struct edge edges[] = {
	/* from,        event,   to, may,               guard,      in,                         effect */
	{ FROM_NOTHING, RECORD,  0,  MAY_HANDLE_ALARMS, may_record, ENTRY_IN,                   on_record, { KEEP } },
	{ FROM_NOTHING, CHECKED, 0,  MAY_HANDLE_ALARMS, only_program, ENTRY_IN " word_result!",   on_record, { KEEP } },
};
/* clang-format on */

static const struct proc_clock no_clocks[] = { { 0 } };
const struct process alarm_entry_process = {
	.name = "alarm_entry",
	.label = LABEL("处置记录", "Entry"),
	.states = states,
	.events = events,
	.clocks = no_clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

const struct reg alarm_entry_reg = {
	.name = "alarm_entry",
	.label = LABEL("处置记录", "Alarm entry"),
	.plural = "Alarm entries",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &alarm_entry_process,
};

/* A closed alarm takes what became known late, and nothing else. */
static enum err
fits_the_state(struct task *t, const struct proc_row *p,
	       const struct reg_row *alarm)
{
	bool closed = process_state(&alarm_reg, alarm) == ALARM_CLOSED ||
		      process_state(&alarm_reg, alarm) == ALARM_MERGED;
	bool late = str_is(proc_get(p, "kind")->s, "supplement");
	struct proc_row of = { .reg = &alarm_reg,
			       .old = alarm,
			       .row = ARENA_NEW(t->a, struct reg_row) };

	*of.row = *alarm;
	if (closed != late)
		return fail(&t->why, ERR_STATE,
			    closed ? "it is closed: only a supplement is added "
				     "now" :
				     "a supplement belongs to a closed alarm",
			    closed ? "该警情已结案，只能追加补充记录" :
				     "补充记录用于已结案的警情");
	if (late || str_is(proc_get(p, "kind")->s, "note"))
		return OK;
	if (process_state(&alarm_reg, alarm) == ALARM_NEW)
		return fail(&t->why, ERR_STATE, "accept the alarm first",
			    "请先受理");
	return alarm_may_work(t, &of);
}

/* By which entry a step is done, and what it answers; the steps that are not
 * here are done by what is sent. */
static const struct {
	const char *step, *entry;
	const char *answers[2];
} done_by[] = {
	{ "call", "call", { NULL } },
	{ "video", "video", { NULL } },
	{ "wait", "step", { "done" } },
	{ "text", "step", { "done" } },
	{ "question", "step", { "yes", "no" } },
};

static bool
answers_as(const struct proc_row *p, const char *const of[2])
{
	const struct val *v = proc_get(p, "answer");

	if (of[0] == NULL)
		return v->type == VAL_NULL || str_is(v->s, "done");
	return v->type != VAL_NULL &&
	       (str_is(v->s, of[0]) || (of[1] != NULL && str_is(v->s, of[1])));
}

/* A step that does not apply says why; a question has its answers. */
static enum err
is_skipped(struct task *t, const struct proc_row *p, struct str kind)
{
	if (str_is(kind, "question") || !str_is(proc_get(p, "kind")->s, "step"))
		return fail_field(&t->why, "answer",
				  reg_label(&alarm_entry_reg, "answer"),
				  "option",
				  "must be yes or no for a question, and "
				  "\"does not apply\" stands in an entry of "
				  "the kind step",
				  "对判断步骤应为“是”或“否”；“不适用”只能用于"
				  "预案步骤类记录");
	if (proc_get(p, "text")->type != VAL_NULL)
		return OK;
	return fail_field(&t->why, "text", reg_label(&alarm_entry_reg, "text"),
			  "required", "must say why the step does not apply",
			  "须说明该步骤为何不适用");
}

static enum err
does_the_step(struct task *t, const struct proc_row *p,
	      const struct reg_row *step)
{
	struct str kind = reg_val(&plan_step_reg, step->v, "kind")->s;
	const struct val *answer = proc_get(p, "answer");

	if (answer->type != VAL_NULL && str_is(answer->s, "skipped"))
		return is_skipped(t, p, kind);
	for (size_t i = 0; i < ARRAY_LEN(done_by); i++) {
		if (!str_is(kind, done_by[i].step))
			continue;
		if (str_is(proc_get(p, "kind")->s, done_by[i].entry) &&
		    answers_as(p, done_by[i].answers))
			return OK;
		return fail_field(&t->why, "step",
				  reg_label(&alarm_entry_reg, "step"), "kind",
				  "is done by an entry of the kind %s with its "
				  "answer",
				  "应由“%s”类记录及相应回答完成",
				  done_by[i].entry);
	}
	return fail_field(&t->why, "step", reg_label(&alarm_entry_reg, "step"),
			  "sent",
			  "is done by the dispatch, the report or the notice "
			  "itself: send it, or say why the step does not "
			  "apply",
			  "应由派警、报110或通报本身完成：请实际发出，或"
			  "说明为何不适用");
}

/* The step is of its plan and done as its kind asks. */
static enum err
fits_the_plan(struct task *t, const struct proc_row *p,
	      const struct reg_row *alarm)
{
	const struct val *step = proc_get(p, "step");
	struct reg_row row;

	if (step->type == VAL_NULL)
		return OK;
	TRY(reg_get(t, &plan_step_reg, step->i, &row));
	if (!val_eq(*reg_val(&plan_step_reg, row.v, "plan"),
		    *reg_val(&alarm_reg, alarm->v, "plan")))
		return fail_field(&t->why, "step",
				  reg_label(&alarm_entry_reg, "step"), "plan",
				  "is not of the alarm's plan",
				  "不属于该警情的预案");
	return does_the_step(t, p, &row);
}

/* Whose picture was seen (MediaAccess, C.2.3): a camera of the site, or a
 * link that the panel sent, in the text. */
static enum err
fits_the_camera(struct task *t, const struct proc_row *p,
		const struct reg_row *alarm)
{
	const struct val *camera = proc_get(p, "camera");
	struct reg_row row;

	if (camera->type == VAL_NULL &&
	    (!str_is(proc_get(p, "kind")->s, "video") ||
	     proc_get(p, "text")->type != VAL_NULL))
		return OK;
	if (camera->type == VAL_NULL)
		return fail_field(&t->why, "camera",
				  reg_label(&alarm_entry_reg, "camera"),
				  "required",
				  "or the link in the text must say what was "
				  "seen",
				  "或内容中的链接至少填写一项");
	TRY(reg_get(t, &camera_reg, camera->i, &row));
	if (val_eq(*reg_val(&camera_reg, row.v, "site"),
		   *reg_val(&alarm_reg, alarm->v, "site")))
		return OK;
	return fail_field(&t->why, "camera",
			  reg_label(&alarm_entry_reg, "camera"), "site",
			  "is of another site", "不属于该场所");
}

/* The step is of its plan, the camera of its site, the contact of its
 * customer. */
static enum err
fits_the_alarm(struct task *t, const struct proc_row *p,
	       const struct reg_row *alarm)
{
	const struct val *contact = proc_get(p, "contact");
	struct str password, duress;

	TRY(fits_the_plan(t, p, alarm));
	TRY(fits_the_camera(t, p, alarm));
	if (contact->type == VAL_NULL)
		return OK;
	return alarm_words(t, alarm->id, contact->i, &password, &duress);
}

static enum err
may_record(struct task *t, const struct proc_row *p)
{
	struct reg_row alarm;

	if (proc_get(p, "alarm")->type == VAL_NULL ||
	    proc_get(p, "kind")->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(reg_get(t, &alarm_reg, proc_get(p, "alarm")->i, &alarm));
	TRY(fits_the_state(t, p, &alarm));
	return fits_the_alarm(t, p, &alarm);
}

/* C.3.2: real, without letting the caller notice. */
static enum err
on_duress(struct task *t, int64_t id)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	struct reg_row alarm;
	int state;

	TRY(reg_get(t, &alarm_reg, id, &alarm));
	TRY(alarm_hint(t, id,
		       STR("胁迫口令：勿让对方察觉 / duress word: do "
			   "not let the caller notice")));
	state = process_state(&alarm_reg, &alarm);
	if (state < ALARM_CLAIMED || state > ALARM_WAITING)
		return OK;
	alarm_set(&in, "method", val_text(STR("call")));
	alarm_set(&in, "outcome", val_text(STR("real")));
	return alarm_step(t, id, "confirm", &in, STR("胁迫口令 / duress word"),
			  NULL);
}

/* The plan says to wait: the alarm is parked for so long, as far as its state
 * allows; afterwards the step only counts. */
static enum err
on_wait(struct task *t, int64_t id, const struct reg_row *step)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	struct reg_input how = reg_input_new(t->a, &alarm_reg);
	const struct val *wait = reg_val(&plan_step_reg, step->v, "wait_s");
	struct reg_row alarm;
	struct proc_row p = { .reg = &alarm_reg, .row = &alarm };
	int64_t ms;
	int state;

	TRY(reg_get(t, &alarm_reg, id, &alarm));
	state = process_state(&alarm_reg, &alarm);
	if (wait->type == VAL_NULL || wait->i == 0 ||
	    (state != ALARM_CLAIMED && state != ALARM_VERIFYING))
		return OK;
	TRY(alarm_longest_wait(t, &p, &ms));
	if (wait->i * SECOND_MS < ms)
		ms = wait->i * SECOND_MS;
	alarm_set(&how, "method", val_text(STR("second_signal")));
	if (state == ALARM_CLAIMED)
		TRY(alarm_step(t, id, "verify", &how, STR(""), NULL));
	alarm_set(&in, "parked_until_ms", val_int(t->now_ms + ms));
	return alarm_step(t, id, "park", &in,
			  arena_printf(t->a, "预案步骤 / plan step %lld: %.*s",
				       (long long)reg_val(&plan_step_reg,
							  step->v, "no")
					   ->i,
				       STR_ARG(reg_val(&plan_step_reg, step->v,
						       "text")
						   ->s)),
			  NULL);
}

static enum err
on_step(struct task *t, const struct proc_row *p)
{
	struct reg_row step;

	TRY(reg_get(t, &plan_step_reg, proc_get(p, "step")->i, &step));
	if (!str_is(reg_val(&plan_step_reg, step.v, "kind")->s, "wait") ||
	    str_is(proc_get(p, "answer")->s, "skipped"))
		return OK;
	return on_wait(t, proc_get(p, "alarm")->i, &step);
}

static enum err
on_record(struct task *t, const struct proc_row *p)
{
	const struct val *word = proc_get(p, "word_result");

	if (str_is(proc_get(p, "kind")->s, "step") &&
	    proc_get(p, "step")->type != VAL_NULL)
		return on_step(t, p);
	if (word->type == VAL_NULL || !str_is(word->s, "duress"))
		return OK;
	return on_duress(t, proc_get(p, "alarm")->i);
}

static void
put_text(const struct reg_input *in, const char *field, struct str s)
{
	size_t i = reg_field(&alarm_entry_reg, field);

	if (s.n == 0)
		return;
	in->set[i] = true;
	in->v[i] = val_text(s);
}

static void
put_id(const struct reg_input *in, const char *field, int64_t id)
{
	size_t i = reg_field(&alarm_entry_reg, field);

	if (id == 0)
		return;
	in->set[i] = true;
	in->v[i] = val_int(id);
}

enum err
alarm_entry_add(struct task *t, const struct alarm_entry_new *e,
		struct reg_row *out)
{
	struct reg_input in = reg_input_new(t->a, &alarm_entry_reg);
	struct actor who = t->who;
	enum err rc;

	TRY(task_may(t, MAY_HANDLE_ALARMS));
	put_id(&in, "alarm", e->alarm);
	put_id(&in, "step", e->step);
	put_id(&in, "contact", e->contact);
	put_id(&in, "camera", e->camera);
	put_text(&in, "kind", e->kind);
	put_text(&in, "outcome", e->outcome);
	put_text(&in, "answer", e->answer);
	put_text(&in, "text", e->text);
	if (e->word_result == NULL)
		return process_open(t, &alarm_entry_reg, "record", &in, out);
	put_text(&in, "word_result", str_of(e->word_result));
	*out = (struct reg_row){ .v = in.v };
	TRY(may_record(t, &(struct proc_row){ .reg = &alarm_entry_reg,
					      .row = out }));
	t->who.may = UINT64_MAX;
	rc = process_open(t, &alarm_entry_reg, "checked", &in, out);
	t->who = who;
	return rc;
}

static struct str
secret_of(const struct reg_row *contact, const char *field)
{
	const struct val *v = reg_val(&contact_reg, contact->v, field);

	return v->type == VAL_TEXT ? v->s : STR("");
}

enum err
alarm_words(struct task *t, int64_t alarm, int64_t contact,
	    struct str *password, struct str *duress)
{
	struct reg_row a, c;

	TRY(reg_get(t, &alarm_reg, alarm, &a));
	TRY(reg_get(t, &contact_reg, contact, &c));
	if (!val_eq(*reg_val(&alarm_reg, a.v, "customer"),
		    *reg_val(&contact_reg, c.v, "customer")))
		return fail_field(&t->why, "contact",
				  reg_label(&alarm_entry_reg, "contact"),
				  "customer", "is of another customer",
				  "不是该用户单位的联系人");
	*password = secret_of(&c, "password");
	*duress = secret_of(&c, "duress_word");
	return OK;
}
