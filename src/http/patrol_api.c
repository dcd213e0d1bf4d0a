/*
 * patrol_api.c - the desk's choice of a patrol and the text for the police;
 * and the patrol's own phone.
 *
 * A patrol may not read alarms: these routes show it its own dispatches and
 * nothing else, and take its steps with the desk's permission in its own
 * name.  Another's dispatch is not there.  What the phone sends may come
 * twice, hours later: a step that was taken already and a photo that is there
 * already are answered as if they came now.
 */
#include <string.h>

#include "alarm/code.h"
#include "alarm/dispatch.h"
#include "alarm/incident.h"
#include "alarm/police.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "http/api.h"

/* What of the desk's a patrol's own step needs. */
#define STEP_MAY (MAY_BIT(MAY_HANDLE_ALARMS) | MAY_BIT(MAY_LEAD_SHIFT))
#define PHOTOS_MAX 40
#define DONE_SHOWN_MS (12 * HOUR_MS)

/* "arrive" and the state that it leads to, for what comes twice. */
static const struct {
	const char *event, *state;
} phone_steps[] = {
	{ "accept", "accepted" }, { "decline", "declined" },
	{ "depart", "en_route" }, { "arrive", "arrived" },
	{ "leave", "left" },	  { "report", "reported" },
};

static void
put_val(struct jw *j, const char *key, const struct val *v)
{
	jw_key(j, key);
	if (v->type == VAL_NULL)
		jw_null(j);
	else if (v->type == VAL_TEXT)
		jw_str(j, v->s);
	else
		jw_int(j, v->i);
}

static void
put_fields(struct jw *j, const struct reg *r, const struct reg_row *row,
	   const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_val(j, names[i], reg_val(r, row->v, names[i]));
}

static void
patrol_json(struct jw *j, const struct patrol_view *p)
{
	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, p->id);
	jw_key(j, "name");
	jw_str(j, p->name);
	jw_key(j, "phone");
	jw_str(j, p->phone);
	jw_key(j, "plate");
	jw_str(j, p->plate);
	jw_key(j, "districts");
	jw_str(j, p->districts);
	jw_key(j, "in_district");
	jw_bool(j, p->in_district);
	jw_key(j, "distance_m");
	if (p->distance_m < 0)
		jw_null(j);
	else
		jw_int(j, p->distance_m);
	jw_key(j, "position_ms");
	if (p->position_ms == 0)
		jw_null(j);
	else
		jw_int(j, p->position_ms);
	jw_key(j, "position_old");
	jw_bool(j, p->position_old);
	jw_key(j, "open");
	jw_int(j, p->open);
	jw_key(j, "asked");
	jw_bool(j, p->asked);
	jw_key(j, "certified");
	jw_bool(j, p->certified);
	jw_end(j, '}');
}

static enum err
serve_patrols(struct call *c)
{
	struct patrol_view *list;
	size_t n;

	TRY(patrols_for(&c->t, c->id, &list, &n));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n; i++)
		patrol_json(&c->out, &list[i]);
	jw_end(&c->out, ']');
	jw_end(&c->out, '}');
	return OK;
}

static enum err
serve_police_text(struct call *c)
{
	struct str text;

	TRY(police_text(&c->t, c->id, &text));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "text");
	jw_str(&c->out, text);
	jw_end(&c->out, '}');
	return OK;
}

/* ---- the phone ---- */

static enum err
site_json(struct call *c, int64_t id)
{
	static const char *const names[] = {
		"name",	    "address",	      "phone",
		"district", "police_station", "access_notes",
		"map",	    "latitude_e6",    "longitude_e6"
	};
	struct reg_row site;

	TRY(reg_get(&c->t, &site_reg, id, &site));
	jw_key(&c->out, "site");
	jw_begin(&c->out, '{');
	put_fields(&c->out, &site_reg, &site, names, ARRAY_LEN(names));
	jw_end(&c->out, '}');
	return OK;
}

/* Name and number of those who can open the door or decide. */
static enum err
contacts_json(struct call *c, const struct reg_row *dispatch)
{
	struct rows rows;

	TRY(db_run(c->t.db, STMT_DISPATCH_CONTACTS,
		   ARGS(val_int(c->t.who.org),
			*reg_val(&dispatch_reg, dispatch->v, "customer"),
			*reg_val(&dispatch_reg, dispatch->v, "site")),
		   c->t.a, &rows, &c->t.why));
	jw_key(&c->out, "contacts");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		jw_begin(&c->out, '{');
		put_val(&c->out, "name", &v[0]);
		put_val(&c->out, "role", &v[1]);
		put_val(&c->out, "phone", &v[2]);
		jw_end(&c->out, '}');
	}
	jw_end(&c->out, ']');
	return OK;
}

/* What happened, in the words of the alarms of the incident. */
static enum err
what_json(struct call *c, int64_t id)
{
	const struct reg *alarm = reg_find(STR("alarm"));
	struct reg_query q = { .n_filters = 1, .sort = -1, .limit = 10 };
	struct reg_page page;

	jw_key(&c->out, "what");
	jw_begin(&c->out, '[');
	q.filters[0].field = (size_t)reg_field_find(alarm, STR("incident"));
	q.filters[0].value = val_int(id);
	if (reg_field_find(alarm, STR("incident")) < 0)
		page.n = 0;
	else
		TRY(reg_list(&c->t, alarm, &q, &page));
	for (size_t i = 0; i < page.n; i++) {
		static const char *const names[] = { "summary", "zones",
						     "opened_ms" };

		jw_begin(&c->out, '{');
		put_fields(&c->out, alarm, &page.rows[i], names,
			   ARRAY_LEN(names));
		jw_end(&c->out, '}');
	}
	jw_end(&c->out, ']');
	return OK;
}

static enum err
incident_json(struct call *c, int64_t id)
{
	static const char *const names[] = { "number", "severity", "class",
					     "opened_ms" };
	struct reg_row row;
	const struct val *class;
	struct label label;

	TRY(reg_get(&c->t, &incident_reg, id, &row));
	class = reg_val(&incident_reg, row.v, "class");
	label = class_label(class->type == VAL_TEXT ? class->s : STR(""));
	jw_key(&c->out, "incident");
	jw_begin(&c->out, '{');
	put_fields(&c->out, &incident_reg, &row, names, ARRAY_LEN(names));
	jw_key(&c->out, "class_label");
	if (label.zh == NULL)
		jw_null(&c->out);
	else
		jw_label(&c->out, label);
	jw_end(&c->out, '}');
	return what_json(c, id);
}

static enum err
photos_json(struct call *c, int64_t id)
{
	struct rows rows;

	TRY(db_run(c->t.db, STMT_DISPATCH_PHOTOS,
		   ARGS(val_int(c->t.who.org), val_int(id)), c->t.a, &rows,
		   &c->t.why));
	jw_key(&c->out, "photos");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < rows.n; i++)
		jw_str(&c->out, rows_at(&rows, i)[1].s);
	jw_end(&c->out, ']');
	return OK;
}

/* By when it must be answered; null when it is. */
static enum err
answer_json(struct call *c, const struct reg_row *row)
{
	struct clock_view *list;
	int64_t due_ms = 0;
	size_t n;

	TRY(clock_list(&c->t, &dispatch_reg, row->id, &list, &n));
	for (size_t i = 0; i < n; i++)
		if (str_is(list[i].name, "answer") && !list[i].is_void &&
		    list[i].stopped_ms == 0)
			due_ms = list[i].due_ms;
	jw_key(&c->out, "answer_due_ms");
	if (due_ms == 0)
		jw_null(&c->out);
	else
		jw_int(&c->out, due_ms);
	return OK;
}

static enum err
dispatch_json(struct call *c, const struct reg_row *row)
{
	static const char *const names[] = {
		"number",      "state",	      "instructions", "sent_ms",
		"accepted_ms", "en_route_ms", "arrived_ms",   "left_ms",
		"reported_ms", "secure",      "result",	      "report"
	};

	jw_begin(&c->out, '{');
	jw_key(&c->out, "id");
	jw_id(&c->out, row->id);
	put_fields(&c->out, &dispatch_reg, row, names, ARRAY_LEN(names));
	TRY(answer_json(c, row));
	TRY(incident_json(c, reg_val(&dispatch_reg, row->v, "incident")->i));
	TRY(site_json(c, reg_val(&dispatch_reg, row->v, "site")->i));
	TRY(contacts_json(c, row));
	TRY(photos_json(c, row->id));
	jw_end(&c->out, '}');
	return OK;
}

static void
me_json(struct jw *j, const struct reg_row *patrol)
{
	static const char *const names[] = { "name", "phone", "districts",
					     "duty" };

	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, patrol->id);
	put_fields(j, &patrol_reg, patrol, names, ARRAY_LEN(names));
	jw_end(j, '}');
}

static enum err
serve_mine(struct call *c)
{
	struct reg_row patrol, row;
	struct rows rows;

	TRY(patrol_of_person(&c->t, &patrol));
	TRY(db_run(c->t.db, STMT_DISPATCH_MINE,
		   ARGS(val_int(c->t.who.org), val_int(patrol.id),
			val_int(c->t.now_ms - DONE_SHOWN_MS)),
		   c->t.a, &rows, &c->t.why));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "patrol");
	me_json(&c->out, &patrol);
	jw_key(&c->out, "now_ms");
	jw_int(&c->out, c->t.now_ms);
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < rows.n; i++) {
		TRY(reg_get(&c->t, &dispatch_reg, rows_at(&rows, i)[0].i,
			    &row));
		TRY(dispatch_json(c, &row));
	}
	jw_end(&c->out, ']');
	jw_end(&c->out, '}');
	return OK;
}

/* The dispatch of the path when it is the caller's; else it is not there. */
static enum err
own_dispatch(struct call *c, struct reg_row *patrol, struct reg_row *out)
{
	TRY(patrol_of_person(&c->t, patrol));
	TRY(reg_get(&c->t, &dispatch_reg, c->id, out));
	if (reg_val(&dispatch_reg, out->v, "patrol")->i == patrol->id)
		return OK;
	return fail(&c->t.why, ERR_NOT_FOUND, "there is no such dispatch",
		    "没有这条派警");
}

static enum err
answer_dispatch(struct call *c, const struct reg_row *row)
{
	call_json(c, 200);
	return dispatch_json(c, row);
}

/* A camera of the centre sees the patrol arrive; the phone cannot say so. */
static enum err
check_proof(struct call *c, const struct reg_input *in)
{
	size_t i = reg_field(&dispatch_reg, "arrival_proof");

	if (!in->set[i] || in->v[i].type != VAL_TEXT ||
	    !str_is(in->v[i].s, "video"))
		return OK;
	return fail_field(&c->t.why, "arrival_proof",
			  reg_label(&dispatch_reg, "arrival_proof"), "option",
			  "only the desk sees the video",
			  "视频确认由报警中心填写");
}

static enum err
step_as_desk(struct call *c, const struct reg_input *in, struct str reason,
	     struct reg_row *row)
{
	const uint64_t may = c->t.who.may;
	enum err rc;

	c->t.who.may |= STEP_MAY;
	rc = process_step(&c->t, &dispatch_reg, c->id, 0, c->tail, in, reason,
			  row);
	c->t.who.may = may;
	return rc;
}

static enum err
serve_step(struct call *c)
{
	struct reg_row patrol, row;
	struct reg_input in;
	struct str reason;

	TRY(own_dispatch(c, &patrol, &row));
	TRY(reg_input_step(&c->t, &dispatch_reg, c->body, &in, &reason));
	TRY(check_proof(c, &in));
	for (size_t i = 0; i < ARRAY_LEN(phone_steps); i++) {
		if (!str_is(c->tail, phone_steps[i].event))
			continue;
		if (!str_is(reg_val(&dispatch_reg, row.v, "state")->s,
			    phone_steps[i].state))
			TRY(step_as_desk(c, &in, reason, &row));
		return answer_dispatch(c, &row);
	}
	return fail(&c->t.why, ERR_NOT_FOUND, "a patrol has no step “%.*s”",
		    "巡逻员没有步骤“%.*s”",
		    c->tail.n > 40 ? 40 : (int)c->tail.n, c->tail.p);
}

struct photo_in {
	struct str file, note;
	int64_t taken_ms;
};
/* clang-format off */
static const struct member photo_members[] = {
	{ "file",     MEMBER_TEXT, offsetof(struct photo_in, file),     true, 64, 64, LABEL("照片", "Photo") },
	{ "note",     MEMBER_TEXT, offsetof(struct photo_in, note),     false, 0, 200, LABEL("说明", "Note") },
	{ "taken_ms", MEMBER_INT,  offsetof(struct photo_in, taken_ms), false, 0, INT64_MAX, LABEL("拍摄时间", "Taken at") },
};
/* clang-format on */

static enum err
add_photo(struct call *c, const struct photo_in *in)
{
	const struct {
		const char *field;
		struct val value;
	} all[] = {
		{ "dispatch", val_int(c->id) },
		{ "file", val_text(in->file) },
		{ "taken_ms", in->taken_ms > c->t.now_ms ?
				  val_int(c->t.now_ms) :
				  val_id(in->taken_ms) },
		{ "note", in->note.n > 0 ? val_text(in->note) : val_null() },
	};
	struct reg_input fields = reg_input_new(c->t.a, &dispatch_photo_reg);
	const uint64_t may = c->t.who.may;
	struct reg_row row;
	enum err rc;

	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		size_t f = reg_field(&dispatch_photo_reg, all[i].field);

		fields.set[f] = true;
		fields.v[f] = all[i].value;
	}
	c->t.who.may |= STEP_MAY;
	rc = reg_create(&c->t, &dispatch_photo_reg, &fields, "create", &row);
	c->t.who.may = may;
	return rc;
}

static enum err
serve_photo(struct call *c)
{
	struct photo_in in = { 0 };
	struct reg_row patrol, row;
	struct rows rows;
	bool known = false;

	TRY(own_dispatch(c, &patrol, &row));
	TRY(call_read(c, &in));
	TRY(db_run(c->t.db, STMT_DISPATCH_PHOTOS,
		   ARGS(val_int(c->t.who.org), val_int(c->id)), c->t.a, &rows,
		   &c->t.why));
	for (size_t i = 0; i < rows.n; i++)
		known = known || str_eq(rows_at(&rows, i)[1].s, in.file);
	if (!known && rows.n >= PHOTOS_MAX)
		return fail(&c->t.why, ERR_TOO_BIG,
			    "there are %d photos already", "已有 %d 张照片",
			    PHOTOS_MAX);
	if (!known)
		TRY(add_photo(c, &in));
	return answer_dispatch(c, &row);
}

struct duty_in {
	bool on;
};
/* clang-format off */
static const struct member duty_members[] = {
	{ "on", MEMBER_BOOL, offsetof(struct duty_in, on), true, 0, 0, LABEL("在岗", "On duty") },
};
static const struct member position_members[] = {
	{ "latitude_e6",  MEMBER_INT, offsetof(struct position, latitude_e6),  true, -90000000, 90000000, LABEL("纬度", "Latitude") },
	{ "longitude_e6", MEMBER_INT, offsetof(struct position, longitude_e6), true, -180000000, 180000000, LABEL("经度", "Longitude") },
	{ "accuracy_m",   MEMBER_INT, offsetof(struct position, accuracy_m),   false, 0, 1000000, LABEL("精度", "Accuracy") },
	{ "at_ms",        MEMBER_INT, offsetof(struct position, at_ms),        false, 0, INT64_MAX, LABEL("时间", "Time") },
};
/* clang-format on */

static enum err
serve_duty(struct call *c)
{
	size_t f = reg_field(&patrol_reg, "duty");
	struct reg_input fields = reg_input_new(c->t.a, &patrol_reg);
	const uint64_t may = c->t.who.may;
	struct duty_in in = { 0 };
	struct reg_row patrol;
	enum err rc;

	TRY(call_read(c, &in));
	TRY(patrol_of_person(&c->t, &patrol));
	fields.set[f] = true;
	fields.v[f] = val_text(in.on ? STR("on") : STR("off"));
	c->t.who.may |= STEP_MAY;
	rc = reg_update(&c->t, &patrol_reg, patrol.id, 0, &fields, "update",
			&patrol);
	c->t.who.may = may;
	TRY(rc);
	call_json(c, 200);
	me_json(&c->out, &patrol);
	return OK;
}

/* Off duty nobody is watched: the position is not kept. */
static enum err
serve_position(struct call *c)
{
	struct position in = { 0 };
	struct reg_row patrol;
	const struct val *duty;

	TRY(call_read(c, &in));
	TRY(patrol_of_person(&c->t, &patrol));
	duty = reg_val(&patrol_reg, patrol.v, "duty");
	if (duty->type == VAL_TEXT && str_is(duty->s, "on"))
		TRY(patrol_put_position(&c->t, patrol.id, &in));
	call_empty(c, 204);
	return OK;
}

/* clang-format off */
#define NOTHING NULL, 0
#define TAKES(members) members, ARRAY_LEN(members)
const struct route patrol_routes[] = {
	/* verb   path                                         may              tx        body     rate         serve              in                       answer          summary */
	{ "GET",  "/api/v1/incident/{id}/patrols",            MAY_READ_ALARMS, TX_READ,      0, RATE_NORMAL, serve_patrols,     NOTHING,                 "Patrols",      LABEL("可派巡逻组", "Patrols on duty, the best first"), false },
	{ "GET",  "/api/v1/incident/{id}/police-text",        MAY_READ_ALARMS, TX_READ,      0, RATE_NORMAL, serve_police_text, NOTHING,                 "Text",         LABEL("向公安报送的内容", "What to say to the police"), false },
	{ "GET",  "/api/v1/patrol/dispatches",                MAY_PATROL,      TX_READ,      0, RATE_NORMAL, serve_mine,        NOTHING,                 "PatrolMine",   LABEL("我的派警", "My dispatches"), false },
	{ "POST", "/api/v1/patrol/dispatches/{id}/photos",    MAY_PATROL,      TX_WRITE,  4096, RATE_NORMAL, serve_photo,       TAKES(photo_members),    "PatrolTask",   LABEL("登记现场照片", "Add a photo to my dispatch"), false },
	{ "POST", "/api/v1/patrol/dispatches/{id}/{name}",    MAY_PATROL,      TX_WRITE, 65536, RATE_NORMAL, serve_step,        NOTHING,                 "PatrolTask",   LABEL("我的派警：执行步骤", "Take a step of my dispatch"), false },
	{ "PUT",  "/api/v1/patrol/duty",                      MAY_PATROL,      TX_WRITE,  4096, RATE_NORMAL, serve_duty,        TAKES(duty_members),     "PatrolMe",     LABEL("上岗与离岗", "Go on or off duty"), false },
	{ "PUT",  "/api/v1/patrol/position",                  MAY_PATROL,      TX_WRITE,  4096, RATE_NORMAL, serve_position,    TAKES(position_members), NULL,           LABEL("上报位置", "Tell my position"), false },
	{ 0 }
};
/* clang-format on */
