/* desk.c - the rows of the alarm desk. */
#include "alarm/desk.h"

#include "alarm/dc09.h"
#include "alarm/plan.h"
#include "base/str.h"
#include "gen/stmt.h"

/* clang-format off */
#define I(name) { name, DESK_ID }
#define N(name) { name, DESK_INT }
#define T(name) { name, DESK_TEXT }
#define B(name) { name, DESK_BOOL }
static const struct desk_col queue_cols[] = {
	I("id"), N("version"), T("number"), T("state"), T("priority"),
	T("class"), T("family"), T("summary"), T("zones"), N("count"),
	N("opened_ms"), N("last_ms"), N("restored_ms"), B("verified"),
	T("verified_why"), T("hint"), N("escalated"), I("owner"),
	T("owner_name"), N("claimed_ms"), N("parked_until_ms"), T("outcome"),
	T("disposition"), I("approved_by"), I("site"), T("site_name"),
	T("site_address"), I("customer"), T("customer_name"), I("panel"),
	I("zone"), T("zone_name"), I("incident"), N("confirmed_ms"),
	N("dispatched_ms"), N("cleared_ms"), T("district"),
	T("code"), { 0 }
};
static const struct desk_col tally_cols[] = {
	T("state"), T("priority"), N("escalated"), N("n"), N("oldest_ms"),
	{ 0 }
};
static const struct desk_col clock_cols[] = {
	I("alarm"), T("name"), N("start_ms"), N("due_ms"), N("warned"),
	T("source"), T("register"), { 0 }
};
static const struct desk_col member_cols[] = {
	I("id"), I("person"), T("name"), T("seat"), N("from_ms"), N("to_ms"),
	{ 0 }
};
static const struct desk_col zone_cols[] = {
	I("id"), N("number"), T("name"), T("zone_type"), T("detector"),
	T("principle"), T("adjacent"), I("area"), T("area_name"), T("floor"),
	T("area_map"),	I("camera"), T("camera_name"), T("stream"), T("sub_stream"),
	N("plan_x_pm"), N("plan_y_pm"), N("count"), N("first_ms"),
	N("last_ms"), N("restored_ms"), { 0 }
};
static const struct desk_col contact_cols[] = {
	I("id"), T("name"), T("role"), T("phone"), T("phone_2"), T("language"),
	N("call_order"), T("hours"), T("note"), B("has_password"),
	B("has_duress"), B("valid_now"), I("site"), { 0 }
};
static const struct desk_col step_cols[] = {
	I("id"), N("no"), T("kind"), T("text"), T("text_en"), B("required"),
	N("wait_s"), N("next_yes"), N("next_no"), B("done"), T("answer"),
	N("at_ms"), T("by_name"), T("reason"), { 0 }
};
static const struct desk_col entry_cols[] = {
	I("id"), T("number"), N("at_ms"), I("by"), T("by_name"), T("kind"),
	I("step"), I("contact"), T("contact_name"), T("outcome"), T("answer"),
	I("camera"), T("camera_name"), T("word_result"), T("text"), { 0 }
};
static const struct desk_col signal_cols[] = {
	I("id"), N("received_ms"), N("device_ms"), T("account"), T("format"),
	T("code"), T("role"), T("class"), N("priority"), N("part_no"),
	N("zone_no"), N("user_no"), T("text"), T("state"), T("fate"),
	I("alarm"), T("reason"), { 0 }
};
static const struct desk_col link_cols[] = {
	I("signal"), N("received_ms"), N("zone_no"), T("url"), { 0 }
};
static const struct desk_col previous_cols[] = {
	I("id"), T("number"), T("state"), T("priority"), T("class"),
	T("summary"), N("opened_ms"), N("closed_ms"), T("disposition"),
	I("owner"), T("owner_name"), { 0 }
};
static const struct desk_col mode_cols[] = {
	I("id"), N("version"), T("state"), T("zones"), T("classes"),
	N("from_ms"), N("until_ms"), T("purpose"), I("technician"),
	T("technician_name"), I("workorder"), I("by"), T("by_name"), { 0 }
};
static const struct desk_col fault_cols[] = {
	I("id"), N("version"), T("number"), T("state"), I("panel"),
	N("zone_no"), T("code"), T("class"), T("grade"), T("symptom"),
	N("count"), N("first_ms"), N("last_ms"), I("workorder"), I("alarm"),
	{ 0 }
};
static const struct desk_col dispatch_cols[] = {
	I("id"), N("version"), T("number"), T("state"), I("patrol"),
	T("patrol_name"), T("patrol_phone"), N("sent_ms"), N("accepted_ms"),
	N("en_route_ms"), N("arrived_ms"), N("left_ms"), N("reported_ms"),
	T("result"), T("report"), I("next_patrol"), T("time_source"),
	T("next_patrol_name"), { 0 }
};
static const struct desk_col police_cols[] = {
	I("id"), N("version"), T("number"), T("state"), T("channel"),
	T("content"), N("avs"), N("sent_ms"), T("receipt_by"), T("receipt_number"),
	N("receipt_ms"), T("failure"), { 0 }
};
static const struct desk_col photo_cols[] = {
	I("id"), I("dispatch"), T("file"), T("note"), N("taken_ms"), { 0 }
};
static const struct desk_col notice_cols[] = {
	I("id"), N("version"), T("number"), T("state"), T("kind"), T("event"),
	T("address"), I("contact"), T("contact_name"), T("subject"),
	N("sent_ms"), N("delivered_ms"), N("acknowledged_ms"), T("failure"),
	N("tries"), { 0 }
};
static const struct desk_col timeline_cols[] = {
	I("id"), N("at_ms"), T("source"), T("register"), I("row"), I("by"),
	T("by_name"), T("op"), N("pos"), N("seal"), T("canon"), { 0 }
};

/* What a part's statement is asked with, after the organisation. */
enum ask { ASK_NONE, ASK_ID, ASK_SITE, ASK_CUSTOMER, ASK_PANEL, ASK_PLAN,
	ASK_INCIDENT, ASK_TODAY };
static const struct part {
	const char *name;
	const struct desk_col *cols;
	int stmt;
	enum ask ask[3];
} parts[DESK_PART_N] = {
	[DESK_ZONES]      = { "zones",      zone_cols,     STMT_DESK_ZONES,      { ASK_PANEL, ASK_ID } },
	[DESK_CONTACTS]   = { "contacts",   contact_cols,  STMT_DESK_CONTACTS,   { ASK_CUSTOMER, ASK_SITE, ASK_TODAY } },
	[DESK_STEPS]      = { "plan_steps", step_cols,     STMT_PLAN_ROWS,       { ASK_PLAN, ASK_ID } },
	[DESK_ENTRIES]    = { "entries",    entry_cols,    STMT_DESK_ENTRIES,    { ASK_ID } },
	[DESK_SIGNALS]    = { "signals",    signal_cols,   STMT_DESK_SIGNALS,    { ASK_SITE } },
	[DESK_LINKS]      = { "links",      link_cols,     STMT_DESK_LINKS,      { ASK_ID } },
	[DESK_PREVIOUS]   = { "previous",   previous_cols, STMT_DESK_PREVIOUS,   { ASK_SITE, ASK_ID } },
	[DESK_MODES]      = { "service_modes", mode_cols,  STMT_DESK_MODES,      { ASK_PANEL } },
	[DESK_FAULTS]     = { "faults",     fault_cols,    STMT_DESK_FAULTS,     { ASK_SITE } },
	[DESK_DISPATCHES] = { "dispatches", dispatch_cols, STMT_DESK_DISPATCHES, { ASK_INCIDENT } },
	[DESK_POLICE]     = { "police_reports", police_cols, STMT_DESK_POLICE,   { ASK_INCIDENT } },
	[DESK_PHOTOS]     = { "photos",     photo_cols,    STMT_DESK_PHOTOS,     { ASK_INCIDENT } },
	[DESK_NOTICES]    = { "notices",    notice_cols,   STMT_DESK_NOTICES,    { ASK_INCIDENT, ASK_ID } },
	[DESK_TIMELINE]   = { "timeline",   timeline_cols, STMT_DESK_TIMELINE,   { ASK_ID, ASK_INCIDENT } },
};
/* clang-format on */

static enum err
one_count(struct task *t, int stmt, struct val arg, int64_t *out)
{
	struct rows rows;

	TRY(db_run(t->db, stmt, ARGS(val_int(t->who.org), arg), t->a, &rows,
		   &t->why));
	*out = rows.v[0].i;
	return OK;
}

static enum err
read_list(struct task *t, int stmt, const struct val *args, size_t n,
	  const char *name, const struct desk_col *cols, struct desk_list *out)
{
	*out = (struct desk_list){ .name = name, .cols = cols };
	return db_run(t->db, stmt, args, n, t->a, &out->rows, &t->why);
}

static int64_t *
count_of(struct desk_counts *c, struct str state)
{
	static const char *const handling[] = { "claimed", "verifying",
						"confirmed", "dispatched" };

	if (str_is(state, "new"))
		return &c->fresh;
	if (str_is(state, "waiting"))
		return &c->parked;
	if (str_is(state, "cleared"))
		return &c->closing;
	for (size_t i = 0; i < ARRAY_LEN(handling); i++)
		if (str_is(state, handling[i]))
			return &c->handling;
	return &c->test;
}

static enum err
incident_counts(struct task *t, struct desk_counts *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_DESK_INCIDENTS, ARGS(val_int(t->who.org)), t->a,
		   &rows, &t->why));
	out->incidents_escalated = rows.v[0].i;
	out->incidents_to_tell = rows.v[1].i;
	out->incidents_to_review = rows.v[2].i;
	return OK;
}

enum err
desk_counts(struct task *t, struct desk_counts *out)
{
	*out = (struct desk_counts){ 0 };
	TRY(read_list(t, STMT_DESK_COUNTS, ARGS(val_int(t->who.org)), "tally",
		      tally_cols, &out->tally));
	for (size_t i = 0; i < out->tally.rows.n; i++) {
		const struct val *v = rows_at(&out->tally.rows, i);

		*count_of(out, v[0].s) += v[3].i;
		if (count_of(out, v[0].s) == &out->test)
			continue;
		out->total += v[3].i;
		out->escalated += v[2].i != 0 ? v[3].i : 0;
	}
	TRY(one_count(t, STMT_DESK_FATES, val_text(STR("undecoded")),
		      &out->undecoded));
	TRY(one_count(t, STMT_DESK_FATES, val_text(STR("unknown")),
		      &out->unknown));
	TRY(one_count(t, STMT_DESK_MODE_COUNT, val_text(STR("active")),
		      &out->service_modes));
	TRY(one_count(t, STMT_DESK_FAULT_COUNT, val_text(STR("proposed")),
		      &out->faults));
	TRY(incident_counts(t, out));
	return one_count(t, STMT_DESK_RATE, val_int(t->now_ms - 10 * MINUTE_MS),
			 &out->rate_10min);
}

enum err
desk_queue(struct task *t, struct desk_list *out)
{
	return read_list(t, STMT_DESK_ALARM_QUEUE, ARGS(val_int(t->who.org)),
			 "alarms", queue_cols, out);
}

enum err
desk_clocks(struct task *t, struct desk_list *out)
{
	return read_list(t, STMT_DESK_ALARM_CLOCKS, ARGS(val_int(t->who.org)),
			 "clocks", clock_cols, out);
}

enum err
desk_members(struct task *t, int64_t shift, struct desk_list *out)
{
	return read_list(t, STMT_SHIFT_MEMBERS,
			 ARGS(val_int(t->who.org), val_int(shift)), "members",
			 member_cols, out);
}

static struct val
answer_to(struct task *t, const struct desk_alarm *a, enum ask ask)
{
	char day[11];

	switch (ask) {
	case ASK_ID:
		return val_int(a->id);
	case ASK_SITE:
		return val_int(a->site);
	case ASK_CUSTOMER:
		return val_int(a->customer);
	case ASK_PANEL:
		return val_int(a->panel);
	case ASK_PLAN:
		return val_int(a->plan);
	case ASK_INCIDENT:
		return val_int(a->incident);
	case ASK_TODAY:
		date_print(zone_date(task_zone(t), t->now_ms), day);
		return val_text(arena_str(t->a, str_of(day)));
	case ASK_NONE:
		break;
	}
	return val_null();
}

/* DC-09 x-data V; what a panel sends is a link only when it is a web page. */
static struct str
link_of(struct str xdata)
{
	struct str value;
	char id;

	while (dc09_xdata_next(&xdata, &id, &value))
		if (id == 'V' && (str_starts(value, STR("https://")) ||
				  str_starts(value, STR("http://"))))
			return value;
	return STR("");
}

static void
links_only(struct task *t, struct rows *rows)
{
	enum { XDATA = 3 };
	struct val *v = ARENA_ARRAY(t->a, rows->n * rows->width, struct val);
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct val *row = rows_at(rows, i);
		struct str url = link_of(row[XDATA].s);

		if (url.n == 0)
			continue;
		for (size_t k = 0; k < XDATA; k++)
			v[n * rows->width + k] = row[k];
		v[n++ * rows->width + XDATA] = val_text(url);
	}
	rows->v = v;
	rows->n = n;
}

enum err
desk_part(struct task *t, const struct desk_alarm *a, enum desk_part part,
	  struct desk_list *out)
{
	const struct part *p = &parts[part];
	struct val args[4] = { val_int(t->who.org) };
	size_t n = 1;

	for (; n < 4 && p->ask[n - 1] != ASK_NONE; n++)
		args[n] = answer_to(t, a, p->ask[n - 1]);
	*out = (struct desk_list){ .name = p->name, .cols = p->cols };
	if (part == DESK_STEPS) {
		struct plan_way *ways;

		return plan_rows(t, a->plan, a->id, &out->rows, &ways);
	}
	TRY(read_list(t, p->stmt, args, n, p->name, p->cols, out));
	if (part == DESK_LINKS)
		links_only(t, &out->rows);
	return OK;
}

enum err
desk_history(struct task *t, const struct desk_alarm *a, int64_t *alarms,
	     int64_t *false_alarms)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_DESK_HISTORY,
		   ARGS(val_int(t->who.org), val_int(a->site),
			val_int(t->now_ms - 30 * DAY_MS)),
		   t->a, &rows, &t->why));
	*alarms = rows.v[0].i;
	*false_alarms = rows.v[1].i;
	return OK;
}
