/*
 * notice_process.c - the life of a notice: queued, sent, delivered,
 * acknowledged; or failed after its tries.
 *
 * Machines send, people telephone: what a machine says of itself (sent,
 * failed) only the program may enter.
 */
#include "alarm/alarms.h"
#include "alarm/incident.h"
#include "alarm/notice_parts.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"

/* clang-format off */
enum { QUEUED, SENT, DELIVERED, ACKNOWLEDGED, FAILED, CANCELLED };
static const struct proc_state states[] = {
	[QUEUED]       = { "queued",       LABEL("待发送", "Queued"),       TONE_INFO,  false },
	[SENT]         = { "sent",         LABEL("已发出", "Sent"),         TONE_OK,    false },
	[DELIVERED]    = { "delivered",    LABEL("已送达", "Delivered"),    TONE_OK,    false },
	[ACKNOWLEDGED] = { "acknowledged", LABEL("已确认", "Acknowledged"), TONE_OK,    true },
	[FAILED]       = { "failed",       LABEL("未送达", "Failed"),       TONE_BAD,   false },
	[CANCELLED]    = { "cancelled",    LABEL("已取消", "Cancelled"),    TONE_PLAIN, true },
	{ 0 }
};
enum { QUEUE, MARK_SENT, RETRY, FAIL, MISS, RESEND, DELIVER, ACKNOWLEDGE, CANCEL };
static const struct proc_event events[] = {
	[QUEUE]       = { "queue",       LABEL("通报", "Notify") },
	[MARK_SENT]   = { "sent",        LABEL("已发出", "Sent") },
	[RETRY]       = { "retry",       LABEL("发送失败，稍后重试", "Failed, tries again") },
	[FAIL]        = { "fail",        LABEL("发送失败", "Sending failed") },
	[MISS]        = { "miss",        LABEL("未接通", "Not reached") },
	[RESEND]      = { "resend",      LABEL("重新发送", "Send again") },
	[DELIVER]     = { "deliver",     LABEL("已送达", "Delivered") },
	[ACKNOWLEDGE] = { "acknowledge", LABEL("对方已确认", "Acknowledged") },
	[CANCEL]      = { "cancel",      LABEL("取消", "Cancel") },
	{ 0 }
};
/* clang-format on */

static guard_fn may_queue, by_machine, by_phone, may_resend;
static effect_fn on_queue, on_sent, on_retry, on_fail, on_resend, on_deliver,
    on_acknowledge;

static const struct proc_clock clocks[] = { { 0 } }; /* the incident's */

/* clang-format off */
static const struct edge edges[] = {
	/* from         on           to            may                guard       in                                                       effect          no clocks */
	{ FROM_NOTHING, QUEUE,       QUEUED,       MAY_HANDLE_ALARMS, may_queue,  "event! kind! incident alarm dispatch site channel contact address subject content", on_queue, { KEEP } },
	{ QUEUED,       MARK_SENT,   SENT,         MAY_HANDLE_ALARMS, by_machine, "",                                                      on_sent,        { KEEP } },
	{ QUEUED,       RETRY,       QUEUED,       MAY_HANDLE_ALARMS, by_machine, "failure!",                                              on_retry,       { KEEP } },
	{ QUEUED,       FAIL,        FAILED,       MAY_HANDLE_ALARMS, by_machine, "failure!",                                              on_retry,       { KEEP } },
	{ QUEUED,       MISS,        FAILED,       MAY_HANDLE_ALARMS, by_phone,   "failure!",                                              on_fail,        { KEEP } },
	{ QUEUED,       ACKNOWLEDGE, ACKNOWLEDGED, MAY_HANDLE_ALARMS, by_phone,   "acknowledged_by!",                                      on_acknowledge, { KEEP } },
	{ FAILED,       RESEND,      QUEUED,       MAY_HANDLE_ALARMS, may_resend, "channel address",                                       on_resend,      { KEEP } },
	{ SENT,         DELIVER,     DELIVERED,    MAY_HANDLE_ALARMS, NULL,       "",                                                      on_deliver,     { KEEP } },
	{ SENT,         ACKNOWLEDGE, ACKNOWLEDGED, MAY_HANDLE_ALARMS, NULL,       "acknowledged_by!",                                      on_acknowledge, { KEEP } },
	{ DELIVERED,    ACKNOWLEDGE, ACKNOWLEDGED, MAY_HANDLE_ALARMS, NULL,       "acknowledged_by!",                                      on_acknowledge, { KEEP } },
	{ QUEUED,       CANCEL,      CANCELLED,    MAY_HANDLE_ALARMS, NULL,       "reason!",                                               NULL,           { KEEP } },
	{ FAILED,       CANCEL,      CANCELLED,    MAY_HANDLE_ALARMS, NULL,       "reason!",                                               NULL,           { KEEP } },
};
/* clang-format on */

const struct process notice_process = {
	.name = "notice",
	.label = LABEL("警情通报", "Notice"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

static enum err
bad(struct task *t, const char *field, const char *code, const char *en,
    const char *zh)
{
	return fail_field(&t->why, field, reg_label(&notice_reg, field), code,
			  "%s%.0s", "%.0s%s", en, zh);
}

bool
notice_kind(struct str word, enum send_kind *out)
{
	static const char *const kinds[SEND_N] = { "email", "webhook", "sms",
						   "wecom" };

	for (int i = 0; i < SEND_N; i++)
		if (str_is(word, kinds[i])) {
			*out = (enum send_kind)i;
			return true;
		}
	return false;
}

static bool
is_call(const struct proc_row *p)
{
	return str_is(proc_get(p, "kind")->s, "phone");
}

static enum err
by_machine(struct task *t, const struct proc_row *p)
{
	(void)p;
	if (t->who.user == 0)
		return OK;
	return fail(&t->why, ERR_STATE, "only the program enters what it sent",
		    "由程序在发送后填写");
}

static enum err
by_phone(struct task *t, const struct proc_row *p)
{
	if (is_call(p))
		return OK;
	return fail(&t->why, ERR_STATE, "it is still being sent", "仍在发送中");
}

/* Of an alarm that has become an incident the incident speaks. */
static enum err
find_alarm(struct task *t, const struct proc_row *p)
{
	const struct val *alarm = proc_get(p, "alarm");
	const struct val *incident = proc_get(p, "incident");
	const struct reg *r = reg_find(STR("alarm"));
	struct reg_row row;

	if (alarm->type != VAL_INT)
		return OK;
	TRY(reg_get(t, r, alarm->i, &row));
	if (incident->type != VAL_NULL &&
	    !val_eq(*incident, *reg_val(r, row.v, "incident")))
		return bad(t, "incident", "same", "is not that of the alarm",
			   "不是该报警所属的警情");
	proc_put(p, "site", *reg_val(r, row.v, "site"));
	proc_put(p, "incident", *reg_val(r, row.v, "incident"));
	return OK;
}

/* The incident says which site, the site whose it is. */
static enum err
find_site(struct task *t, const struct proc_row *p)
{
	const struct val *incident;
	struct reg_row row;

	TRY(find_alarm(t, p));
	incident = proc_get(p, "incident");
	if (incident->type == VAL_INT) {
		TRY(reg_get(t, &incident_reg, incident->i, &row));
		proc_put(p, "site", *reg_val(&incident_reg, row.v, "site"));
	}
	if (proc_get(p, "site")->type != VAL_INT)
		return OK;
	TRY(reg_get(t, &site_reg, proc_get(p, "site")->i, &row));
	proc_put(p, "customer", *reg_val(&site_reg, row.v, "customer"));
	return OK;
}

/* Only the customer's own contacts hear of its incidents. */
static enum err
find_address(struct task *t, const struct proc_row *p)
{
	const struct val *contact = proc_get(p, "contact");
	const struct val *customer = proc_get(p, "customer"), *found;
	bool by_mail = str_is(proc_get(p, "kind")->s, "email");
	struct reg_row row;

	if (contact->type == VAL_NULL)
		return OK;
	TRY(reg_get(t, &contact_reg, contact->i, &row));
	if (customer->type == VAL_INT &&
	    reg_val(&contact_reg, row.v, "customer")->i != customer->i)
		return bad(t, "contact", "same", "is another customer's",
			   "不是该用户单位的联系人");
	found = reg_val(&contact_reg, row.v, by_mail ? "email" : "phone");
	if (proc_get(p, "address")->type == VAL_NULL)
		proc_put(p, "address", *found);
	return OK;
}

/* A robot of WeCom and a webhook have their receiver in the URL. */
static bool
needs_address(const struct proc_row *p)
{
	struct str kind = proc_get(p, "kind")->s;

	return !str_is(kind, "webhook") && !str_is(kind, "wecom");
}

static enum err
find_channel(struct task *t, const struct proc_row *p)
{
	const struct val *channel = proc_get(p, "channel");
	struct rows rows;
	struct reg_row row;

	if (is_call(p)) {
		proc_put(p, "channel", val_null());
		return OK;
	}
	if (channel->type == VAL_INT) {
		TRY(reg_get(t, &notice_channel_reg, channel->i, &row));
		if (str_eq(reg_val(&notice_channel_reg, row.v, "kind")->s,
			   proc_get(p, "kind")->s))
			return OK;
		return bad(t, "channel", "kind", "is of another kind",
			   "与通报方式不符");
	}
	TRY(db_run(t->db, STMT_NOTICE_CHANNEL_OF,
		   ARGS(val_int(t->who.org), *proc_get(p, "kind")), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return bad(t, "channel", "required",
			   "is required: no channel of this kind is in use",
			   "不能为空：没有启用该方式的通道");
	proc_put(p, "channel", rows.v[0]);
	return OK;
}

/* Words for the patrol go to the patrol, all others to the customer. */
static enum err
fits_dispatch(struct task *t, const struct proc_row *p)
{
	struct str event = proc_get(p, "event")->s;
	bool task = str_is(event, "task") || str_is(event, "recalled");

	if (task == (proc_get(p, "dispatch")->type == VAL_INT))
		return OK;
	return bad(t, "event", "dispatch",
		   task ? "tells a patrol: name the dispatch" :
			  "is for the customer, not for a patrol",
		   task ? "用于通知巡逻组，须指明派警" :
			  "用于告知用户，不能发给巡逻组");
}

static enum err
may_queue(struct task *t, const struct proc_row *p)
{
	if (proc_get(p, "kind")->type == VAL_NULL ||
	    proc_get(p, "event")->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(fits_dispatch(t, p));
	TRY(find_site(t, p));
	TRY(find_address(t, p));
	if (needs_address(p) && proc_get(p, "address")->type == VAL_NULL)
		return bad(t, "address", "required",
			   "is required: the contact has none",
			   "不能为空：联系人未登记");
	return find_channel(t, p);
}

static enum lang
language_of(struct task *t, const struct proc_row *p, enum err *rc)
{
	const struct val *contact = proc_get(p, "contact");
	const struct val *language;
	struct reg_row row;

	*rc = OK;
	if (contact->type != VAL_INT)
		return LANG_ZH;
	*rc = reg_get(t, &contact_reg, contact->i, &row);
	if (*rc != OK)
		return LANG_ZH;
	language = reg_val(&contact_reg, row.v, "language");
	return language->type == VAL_TEXT && str_is(language->s, "en") ?
		   LANG_EN :
		   LANG_ZH;
}

static int64_t
id_of(const struct proc_row *p, const char *field)
{
	const struct val *v = proc_get(p, field);

	return v->type == VAL_INT ? v->i : 0;
}

static enum err
fill(struct task *t, const struct proc_row *p, const char *field,
     struct str usual)
{
	const struct val *now = proc_get(p, field);
	const struct notice_about about = {
		.incident = id_of(p, "incident"),
		.alarm = id_of(p, "alarm"),
		.contact = id_of(p, "contact"),
		.dispatch = id_of(p, "dispatch"),
	};
	struct str text;

	TRY(notice_fill(t, &about, now->type == VAL_TEXT ? now->s : usual,
			&text));
	proc_put(p, field, text.n == 0 ? val_null() : val_text(text));
	return OK;
}

/* In the language of who reads it, not of who sends it. */
static enum err
fill_texts(struct task *t, const struct proc_row *p, struct str class)
{
	const enum lang kept = t->lang;
	struct notice_ask ask = { .event =
				      arena_cstr(t->a, proc_get(p, "event")->s),
				  .channel =
				      arena_cstr(t->a, proc_get(p, "kind")->s),
				  .class = class };
	struct str subject, text;
	enum err rc;

	ask.lang = language_of(t, p, &rc);
	TRY(rc);
	TRY(notice_text(t, &ask, &subject, &text));
	t->lang = ask.lang;
	rc = fill(t, p, "subject", subject);
	if (rc == OK)
		rc = fill(t, p, "content", text);
	t->lang = kept;
	return rc;
}

static enum err
on_queue(struct task *t, const struct proc_row *p)
{
	const int64_t incident = id_of(p, "incident");
	const int64_t about = incident != 0 ? incident : id_of(p, "alarm");
	const struct reg *r =
	    incident != 0 ? &incident_reg : reg_find(STR("alarm"));
	const struct val *class;
	struct reg_row row;

	proc_put(p, "tries", val_int(0));
	if (about == 0)
		return fill_texts(t, p, STR(""));
	TRY(reg_get(t, r, about, &row));
	class = reg_val(r, row.v, "class");
	return fill_texts(t, p, class->type == VAL_TEXT ? class->s : STR(""));
}

/* T-notify is met when the message has left, or the call was answered. */
static enum err
tell(struct task *t, const struct proc_row *p)
{
	if (id_of(p, "dispatch") != 0)
		return OK; /* the patrol was told, not the customer */
	if (id_of(p, "incident") != 0)
		return incident_move(t, id_of(p, "incident"), "notify", NULL);
	return id_of(p, "alarm") == 0 ? OK : alarms_told(t, id_of(p, "alarm"));
}

static enum err
on_sent(struct task *t, const struct proc_row *p)
{
	proc_put(p, "sent_ms", val_int(t->now_ms));
	proc_put(p, "tries", val_int(proc_get(p, "tries")->i + 1));
	proc_put(p, "failure", val_null());
	return tell(t, p);
}

static enum err
on_retry(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "tries", val_int(proc_get(p, "tries")->i + 1));
	return OK;
}

static enum err
on_fail(struct task *t, const struct proc_row *p)
{
	return on_retry(t, p);
}

static enum err
may_resend(struct task *t, const struct proc_row *p)
{
	return find_channel(t, p);
}

static enum err
on_resend(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "tries", val_int(0));
	proc_put(p, "failure", val_null());
	return OK;
}

static enum err
on_deliver(struct task *t, const struct proc_row *p)
{
	proc_put(p, "delivered_ms", val_int(t->now_ms));
	return OK;
}

static enum err
on_acknowledge(struct task *t, const struct proc_row *p)
{
	proc_put(p, "acknowledged_ms", val_int(t->now_ms));
	if (!is_call(p))
		return OK;
	proc_put(p, "sent_ms", val_int(t->now_ms));
	proc_put(p, "tries", val_int(proc_get(p, "tries")->i + 1));
	return tell(t, p);
}

/* What waits for the worker: queued and not a call. */
enum err
notice_after(struct task *t, int64_t id, const struct val *old,
	     const struct val *row)
{
	struct str state = reg_val(&notice_reg, row, "state")->s;
	bool waits = str_is(state, "queued");

	if (str_is(reg_val(&notice_reg, row, "kind")->s, "phone"))
		return OK;
	if (old != NULL && str_eq(state, reg_val(&notice_reg, old, "state")->s))
		return OK; /* a retry: notice_done says when */
	return waits ? db_run(t->db, STMT_NOTICE_DUE_PUT,
			      ARGS(val_int(id), val_int(t->who.org),
				   val_int(t->now_ms)),
			      NULL, NULL, &t->why) :
		       db_run(t->db, STMT_NOTICE_DUE_DROP,
			      ARGS(val_int(id), val_int(t->who.org)), NULL,
			      NULL, &t->why);
}
