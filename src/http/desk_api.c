/*
 * desk_api.c - the alarm desk: the queue and one alarm at one glance, entries
 * with the spoken word, duty, many technical alarms at once, plans.
 */
#include <string.h>

#include "alarm/alarm.h"
#include "alarm/code.h"
#include "alarm/desk.h"
#include "alarm/dispatch.h"
#include "alarm/incident.h"
#include "alarm/plan.h"
#include "alarm/shift.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "http/api.h"
#include "http/desk_json.h"
#include "http/row_json.h"
#include "org/password.h"

/* GET /desk */

/* ISA-18.2: more than ten alarms in ten minutes for one operator. */
#define FLOOD_10MIN 10

static int64_t
operators_on_duty(const struct desk_list *members)
{
	int64_t n = 0;

	for (size_t i = 0; i < members->rows.n; i++)
		n += rows_at(&members->rows, i)[5].type == VAL_NULL;
	return n;
}

static void
flood_json(struct jw *j, int64_t rate, int64_t operators)
{
	int64_t per =
	    operators == 0 ? rate : (rate + operators - 1) / operators;

	jw_key(j, "flood");
	jw_begin(j, '{');
	jw_key(j, "rate_10min");
	jw_int(j, rate);
	jw_key(j, "operators");
	jw_int(j, operators);
	jw_key(j, "per_operator");
	jw_int(j, per);
	jw_key(j, "is_flood");
	jw_bool(j, per > FLOOD_10MIN);
	jw_end(j, '}');
}

static enum err
shift_json(struct call *c, int64_t shift, const struct desk_list *members)
{
	struct refs *refs = refs_new(c->t.a);
	struct reg_row row;

	jw_key(&c->out, "shift");
	if (shift == 0) {
		jw_null(&c->out);
		return OK;
	}
	TRY(reg_get(&c->t, &shift_reg, shift, &row));
	jw_begin(&c->out, '{');
	row_members(&c->out, &shift_reg, &row, refs);
	desk_list_json(&c->out, members);
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

/* Is the caller on duty, and if not, what keeps him from handling? */
static void
me_json(struct call *c)
{
	struct why kept = c->t.why;
	enum err rc;

	c->t.why = (struct why){ .room = c->t.a };
	rc = shift_be_on_duty(&c->t);
	jw_key(&c->out, "me");
	jw_begin(&c->out, '{');
	jw_key(&c->out, "on_duty");
	jw_bool(&c->out, rc == OK);
	jw_key(&c->out, "why");
	jw_text(&c->out, rc == OK ? NULL : c->t.why.text[c->t.lang]);
	jw_end(&c->out, '}');
	c->t.why = kept;
}

static enum err
get_desk(struct call *c)
{
	struct desk_list queue, clocks, members = { 0 };
	struct desk_counts n;
	int64_t shift;

	/* The queue is of all customers. */
	if (c->t.who.customer != 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "the desk is not shown to customers",
			    "处置台不对用户开放");
	TRY(desk_counts(&c->t, &n));
	TRY(desk_queue(&c->t, &queue));
	TRY(desk_clocks(&c->t, &clocks));
	TRY(shift_now(&c->t, &shift));
	TRY(desk_members(&c->t, shift, &members));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "now_ms");
	jw_int(&c->out, c->t.now_ms);
	desk_counts_json(&c->out, &n);
	desk_list_json(&c->out, &n.tally);
	desk_queue_json(&c->out, &queue, &clocks);
	jw_key(&c->out, "total");
	jw_int(&c->out, n.total);
	TRY(shift_json(c, shift, &members));
	me_json(c);
	flood_json(&c->out, n.rate_10min, operators_on_duty(&members));
	jw_end(&c->out, '}');
	return OK;
}

/* GET /desk/handover: what would be signed now. */
static enum err
get_handover(struct call *c)
{
	struct str snapshot;
	int64_t shift;

	if (c->t.who.customer != 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "the desk is not shown to customers",
			    "处置台不对用户开放");
	TRY(shift_now(&c->t, &shift));
	TRY(shift_snapshot(&c->t, shift, &snapshot));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "shift");
	jw_id(&c->out, shift);
	jw_key(&c->out, "snapshot");
	jw_str(&c->out, snapshot);
	jw_end(&c->out, '}');
	return OK;
}

/* GET /alarm/{id}/desk */

static int64_t
id_of(const struct reg_row *row, const char *field)
{
	const struct val *v = reg_val(&alarm_reg, row->v, field);

	return v->type == VAL_INT ? v->i : 0;
}

/* A row of a register, or null; what one may not read is null too. */
static enum err
member_row(struct call *c, const char *key, const struct reg *r, int64_t id,
	   struct refs *refs)
{
	struct reg_row row;

	jw_key(&c->out, key);
	if (id == 0 || (c->t.who.may & MAY_BIT(r->read)) == 0) {
		jw_null(&c->out);
		return OK;
	}
	TRY(reg_get(&c->t, r, id, &row));
	row_json(&c->out, r, &row, refs);
	return OK;
}

/* The first required step that is not done: its number, or null. */
static enum err
missing_json(struct call *c, const struct desk_alarm *a)
{
	struct plan_way *ways;
	size_t n, i;

	TRY(plan_ways(&c->t, a->plan, a->id, &ways, &n));
	i = plan_missing(ways, n);
	jw_key(&c->out, "plan_missing");
	if (i == n)
		jw_null(&c->out);
	else
		jw_int(&c->out, ways[i].no);
	return OK;
}

static enum err
clocks_of(struct call *c, const struct reg *r, int64_t row)
{
	struct clock_view *list;
	size_t n;

	TRY(clock_list(&c->t, r, row, &list, &n));
	for (size_t i = 0; i < n; i++)
		answer_clock(c, r, &list[i]);
	return OK;
}

/* Clocks of the incident and of its dispatches, those that stand too. */
static enum err
response_clocks_json(struct call *c, const struct desk_alarm *a)
{
	struct desk_list sent;

	TRY(desk_part(&c->t, a, DESK_DISPATCHES, &sent));
	jw_key(&c->out, "response_clocks");
	jw_begin(&c->out, '[');
	if (a->incident != 0)
		TRY(clocks_of(c, &incident_reg, a->incident));
	for (size_t i = 0; i < sent.rows.n; i++)
		TRY(clocks_of(c, &dispatch_reg, rows_at(&sent.rows, i)->i));
	jw_end(&c->out, ']');
	return OK;
}

static enum err
history_json(struct call *c, const struct desk_alarm *a)
{
	int64_t alarms, wrong;

	TRY(desk_history(&c->t, a, &alarms, &wrong));
	jw_key(&c->out, "history");
	jw_begin(&c->out, '{');
	jw_key(&c->out, "days");
	jw_int(&c->out, 30);
	jw_key(&c->out, "alarms");
	jw_int(&c->out, alarms);
	jw_key(&c->out, "false_alarms");
	jw_int(&c->out, wrong);
	jw_end(&c->out, '}');
	return OK;
}

static enum err
parts_json(struct call *c, const struct desk_alarm *a)
{
	for (int part = 0; part < DESK_PART_N; part++) {
		struct desk_list list;

		TRY(desk_part(&c->t, a, (enum desk_part)part, &list));
		if (part == DESK_TIMELINE)
			TRY(desk_timeline_json(&c->t, &c->out, &list));
		else
			desk_list_json(&c->out, &list);
	}
	return OK;
}

static enum err
get_alarm_desk(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct desk_alarm a = { .id = c->id };
	struct reg_row row;

	c->reg = &alarm_reg;
	TRY(reg_get(&c->t, &alarm_reg, c->id, &row));
	a.site = id_of(&row, "site");
	a.customer = id_of(&row, "customer");
	a.panel = id_of(&row, "panel");
	a.plan = id_of(&row, "plan");
	a.incident = id_of(&row, "incident");
	call_json(c, 200);
	call_header(c, "ETag", "\"%lld\"", (long long)row.version);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "now_ms");
	jw_int(&c->out, c->t.now_ms);
	jw_key(&c->out, "alarm");
	row_json(&c->out, &alarm_reg, &row, refs);
	TRY(answer_steps(c, &row));
	TRY(member_row(c, "site", &site_reg, a.site, refs));
	TRY(member_row(c, "customer", &customer_reg, a.customer, refs));
	TRY(member_row(c, "panel", &panel_reg, a.panel, refs));
	TRY(member_row(c, "plan", &plan_reg, a.plan, refs));
	TRY(member_row(c, "incident", &incident_reg, a.incident, refs));
	jw_key(&c->out, "avs_default");
	jw_int(&c->out, class_avs(reg_val(&alarm_reg, row.v, "class")->s));
	TRY(response_clocks_json(c, &a));
	TRY(missing_json(c, &a));
	TRY(history_json(c, &a));
	TRY(parts_json(c, &a));
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

/* POST /alarm/{id}/entry */

struct entry_in {
	struct alarm_entry_new e;
	struct str word;
};
/* clang-format off */
#define OF(field) offsetof(struct entry_in, field)
static const struct member entry_members[] = {
	{ "kind",    MEMBER_TEXT, OF(e.kind),    true,  1, 20,   LABEL("类型", "Kind") },
	{ "step",    MEMBER_ID,   OF(e.step),    false, 0, 0,    LABEL("预案步骤", "Plan step") },
	{ "contact", MEMBER_ID,   OF(e.contact), false, 0, 0,    LABEL("联系人", "Contact") },
	{ "camera",  MEMBER_ID,   OF(e.camera),  false, 0, 0,    LABEL("摄像机", "Camera") },
	{ "outcome", MEMBER_TEXT, OF(e.outcome), false, 0, 20,   LABEL("通话结果", "Outcome") },
	{ "answer",  MEMBER_TEXT, OF(e.answer),  false, 0, 20,   LABEL("回答", "Answer") },
	{ "text",    MEMBER_TEXT, OF(e.text),    false, 0, 2000, LABEL("内容", "Text") },
	{ "word",    MEMBER_TEXT, OF(word),      false, 0, PASSWORD_MAX, LABEL("对方所说口令", "The word said") },
};
/* clang-format on */

struct entering {
	struct alarm_entry_new *e;
	struct str password, duress;
	struct reg_row row, alarm;
};

static enum err
part_words(struct task *t, void *ctx)
{
	struct entering *w = ctx;

	return alarm_words(t, w->e->alarm, w->e->contact, &w->password,
			   &w->duress);
}

static enum err
part_enter(struct task *t, void *ctx)
{
	struct entering *w = ctx;

	TRY(alarm_entry_add(t, w->e, &w->row));
	return reg_get(t, &alarm_reg, w->e->alarm, &w->alarm);
}

/* Both are compared, so that the time tells nothing. */
static const char *
word_result(const struct entering *w, struct str word)
{
	bool right = password_is(w->password, word);
	bool duress = password_is(w->duress, word);

	if (duress && w->duress.n > 0)
		return "duress";
	if (w->password.n == 0)
		return "unset";
	return right ? "right" : "wrong";
}

static enum err
post_entry(struct call *c)
{
	struct entry_in in = { 0 };
	struct entering w = { .e = &in.e };

	TRY(call_read(c, &in));
	in.e.alarm = c->id;
	if (in.word.n > 0) {
		if (in.e.contact == 0)
			return fail_field(&c->t.why, "contact",
					  (struct label)LABEL("联系人",
							      "Contact"),
					  "required", "is required",
					  "不能为空");
		TRY(call_read_part(c, part_words, &w));
		in.e.word_result = word_result(&w, in.word);
	}
	TRY(call_write(c, part_enter, &w));
	call_json(c, 201);
	jw_begin(&c->out, '{');
	row_members(&c->out, &alarm_entry_reg, &w.row, NULL);
	jw_key(&c->out, "alarm_state");
	jw_str(&c->out, reg_val(&alarm_reg, w.alarm.v, "state")->s);
	jw_key(&c->out, "alarm_version");
	jw_int(&c->out, w.alarm.version);
	jw_end(&c->out, '}');
	return OK;
}

/* POST, DELETE /duty */

struct duty_in {
	struct str seat;
};
/* clang-format off */
static const struct member duty_members[] = {
	{ "seat", MEMBER_TEXT, offsetof(struct duty_in, seat), true, 1, 20, LABEL("席位", "Seat") },
};
/* clang-format on */

static enum err
post_duty(struct call *c)
{
	struct duty_in in = { 0 };
	struct reg_row row;

	TRY(session_be_person(c));
	TRY(call_read(c, &in));
	if (option_label(shift_seats, in.seat).en[0] == '\0')
		return fail_field(&c->t.why, "seat",
				  (struct label)LABEL("席位", "Seat"), "option",
				  "is not one of the seats", "不是有效席位");
	TRY(shift_begin(&c->t, in.seat, &row));
	c->reg = &shift_member_reg;
	return answer_row(c, 201, &row);
}

static enum err
delete_duty(struct call *c)
{
	struct reg_row row;

	TRY(session_be_person(c));
	TRY(shift_end(&c->t, &row));
	c->reg = &shift_member_reg;
	return answer_row(c, 200, &row);
}

/* POST /desk/bulk */

struct bulk_in {
	struct str_list ids;
	struct str reason, disposition;
};
#define BULK_MAX 500
/* clang-format off */
static const struct member bulk_members[] = {
	{ "ids",         MEMBER_TEXTS, offsetof(struct bulk_in, ids),         true, 1, BULK_MAX, LABEL("报警", "Alarms") },
	{ "reason",      MEMBER_TEXT,  offsetof(struct bulk_in, reason),      true, 1, 500,      LABEL("原因", "Reason") },
	{ "disposition", MEMBER_TEXT,  offsetof(struct bulk_in, disposition), true, 1, 40,       LABEL("处置结论", "Disposition") },
};
/* clang-format on */

/* One alarm on its own: the others do not wait for it. */
static enum err
settle_one(struct task *t, const struct bulk_in *in, int64_t id)
{
	struct reg_input step = reg_input_new(t->a, &alarm_reg);
	size_t i = reg_field(&alarm_reg, "disposition");
	struct reg_row row;

	step.set[i] = true;
	step.v[i] = val_text(in->disposition);
	return process_step(t, &alarm_reg, id, 0, STR("settle"), &step,
			    in->reason, &row);
}

static enum err
settle_alone(struct call *c, const struct bulk_in *in, struct str text)
{
	struct event *first = c->t.events, **end = c->t.events_end;
	int64_t id = 0;
	enum err rc;

	c->t.why = (struct why){ .room = c->t.a };
	if (!str_to_int(text, 1, INT64_MAX, &id))
		rc = fail(&c->t.why, ERR_NOT_FOUND, "there is no such alarm",
			  "没有这条报警");
	else {
		TRY(db_mark(c->t.db, &c->t.why));
		rc = db_unmark(c->t.db, settle_one(&c->t, in, id), &c->t.why);
	}
	if (rc == ERR_STORAGE || rc == ERR_BUSY || rc == ERR_UNCERTAIN)
		return rc;
	if (rc != OK) { /* what was undone is not told */
		c->t.events = first;
		c->t.events_end = end;
		if (first != NULL)
			*end = NULL;
	}
	jw_begin(&c->out, '{');
	jw_key(&c->out, "id");
	jw_str(&c->out, text);
	jw_key(&c->out, "closed");
	jw_bool(&c->out, rc == OK);
	jw_key(&c->out, "why");
	jw_text(&c->out, rc == OK ? NULL : c->t.why.text[c->t.lang]);
	jw_end(&c->out, '}');
	return OK;
}

static enum err
post_bulk(struct call *c)
{
	struct bulk_in in = { 0 };

	TRY(call_read(c, &in));
	if (option_label(alarm_dispositions, in.disposition).en[0] == '\0')
		return fail_field(&c->t.why, "disposition",
				  reg_label(&alarm_reg, "disposition"),
				  "option", "is not one of the codes",
				  "不是有效结论");
	TRY(shift_be_on_duty(&c->t));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < in.ids.n; i++)
		TRY(settle_alone(c, &in, in.ids.v[i]));
	jw_end(&c->out, ']');
	jw_end(&c->out, '}');
	return OK;
}

/* POST /plan/{id}/revise */
static enum err
post_revise(struct call *c)
{
	struct reg_row row;

	TRY(plan_revise(&c->t, c->id, &row));
	c->reg = &plan_reg;
	return answer_row(c, 201, &row);
}

/* clang-format off */
#define IN(table) (table), ARRAY_LEN(table)
#define NOTHING NULL, 0
const struct route desk_routes[] = {
	/* verb, path, may, tx, body, rate, serve, in, answer, summary */
	{ "GET", "/api/v1/desk", MAY_READ_ALARMS, TX_READ, 0, RATE_NORMAL,
	  get_desk, NOTHING, "Desk", LABEL("警情队列", "The queue of the alarm desk"), false },
	{ "GET", "/api/v1/desk/handover", MAY_READ_ALARMS, TX_READ, 0, RATE_NORMAL,
	  get_handover, NOTHING, "Handover", LABEL("交接内容", "What a hand-over holds now"), false },
	{ "GET", "/api/v1/alarm/{id}/desk", MAY_READ_ALARMS, TX_READ, 0, RATE_NORMAL,
	  get_alarm_desk, NOTHING, "AlarmDesk", LABEL("一屏处置", "Everything about one alarm"), false },
	{ "POST", "/api/v1/alarm/{id}/entry", MAY_HANDLE_ALARMS, TX_NONE, 16384, RATE_NORMAL,
	  post_entry, IN(entry_members), "AlarmEntry", LABEL("处置记录", "Record a call, a step, a note"), false },
	{ "POST", "/api/v1/duty", MAY_HANDLE_ALARMS, TX_WRITE, 4096, RATE_NORMAL,
	  post_duty, IN(duty_members), "shift_member", LABEL("上岗", "Begin duty"), false },
	{ "DELETE", "/api/v1/duty", MAY_HANDLE_ALARMS, TX_WRITE, 0, RATE_NORMAL,
	  delete_duty, NOTHING, "shift_member", LABEL("离岗", "End duty"), false },
	{ "POST", "/api/v1/desk/bulk", MAY_HANDLE_ALARMS, TX_WRITE, 65536, RATE_NORMAL,
	  post_bulk, IN(bulk_members), "Bulk", LABEL("批量了结技术类报警", "Close many technical alarms"), false },
	{ "POST", "/api/v1/plan/{id}/revise", MAY_EDIT_ALARM_RULES, TX_WRITE, 0, RATE_NORMAL,
	  post_revise, NOTHING, "plan", LABEL("新建预案版次", "A new revision of a plan"), false },
	{ 0 }
};
/* clang-format on */
