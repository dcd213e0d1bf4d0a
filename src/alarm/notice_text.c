/* notice_text.c - texts of notices and police reports from templates. */
#include <string.h>

#include "alarm/alarm.h"
#include "alarm/code.h"
#include "alarm/dispatch.h"
#include "alarm/incident.h"
#include "alarm/notice_parts.h"
#include "alarm/police.h"
#include "base/buf.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"

#define TEXT_MAX (32u << 10)

static const char *const words[P_N] = {
#define X(name, word, zh, en) [name] = word,
	PLACEHOLDERS(X)
#undef X
};

/* What the program says when the organisation has no template. */
/* clang-format off */
static const struct {
	const char *event, *channel;
	struct label subject, text;
} usual[] = {
	{ "police", "police", LABEL("", ""),
	  LABEL("您好，这里是{org}报警中心。{time}，{customer}{site}（地址：{address}）发生{class}，已经复核确认（AVS {avs} 级），请求出警。现场电话 {phone}，我方编号 {number}。请告知接警编号和您的工号。",
		"This is the alarm centre of {org}. At {time} a verified {class} alarm (AVS level {avs}) at {customer}, {site} ({address}). Please send officers. Site phone {phone}, our number {number}. Please give us your number of the call and your name.") },
	{ "confirmed", "any", LABEL("警情通报 {number}", "Incident {number}"),
	  LABEL("{contact}您好：{time}，{site}发生{class}，已确认，我们正在处置。编号 {number}。{org}",
		"Dear {contact}, at {time} a {class} alarm at {site} was confirmed; we are responding. Number {number}. {org}") },
	{ "dispatched", "any", LABEL("已派警 {number}", "Patrol sent {number}"),
	  LABEL("{contact}您好：{site}的警情（{number}）已派巡逻员前往。{org}",
		"Dear {contact}, a patrol is on its way to {site} (number {number}). {org}") },
	{ "arrived", "any", LABEL("巡逻员已到场 {number}", "Patrol arrived {number}"),
	  LABEL("{contact}您好：巡逻员已到达{site}，正在查看（{number}）。{org}",
		"Dear {contact}, the patrol is at {site} and looks around (number {number}). {org}") },
	{ "police", "any", LABEL("已向公安报警 {number}", "Police called {number}"),
	  LABEL("{contact}您好：{site}的警情（{number}）已向公安机关报警。{org}",
		"Dear {contact}, the police were called to {site} (number {number}). {org}") },
	{ "cleared", "any", LABEL("警情处置结束 {number}", "Incident {number}: response ended"),
	  LABEL("{contact}您好：{site}的警情（{number}）处置结束，结论：{outcome}。{result} {org}",
		"Dear {contact}, the response at {site} has ended (number {number}). Outcome: {outcome}. {result} {org}") },
	{ "task", "any", LABEL("派警 {site}", "Task: {site}"),
	  LABEL("派警：{site}（{address}）{class}，警情 {number}。{instructions} 请立即在手机上接受。{org}",
		"Task: {class} at {site} ({address}), incident {number}. {instructions} Accept it on your phone now. {org}") },
	{ "recalled", "any", LABEL("撤回 {site}", "Recalled: {site}"),
	  LABEL("撤回：{site}（警情 {number}）的派警已撤回，不必前往。{org}",
		"Recalled: the task at {site} (incident {number}) is withdrawn, do not go. {org}") },
	{ "alarm", "any", LABEL("报警情况说明 {number}", "About alarm {number}"),
	  LABEL("{contact}您好：{time}，{site}发生{class}报警（{number}），经核实未形成警情。{outcome} {result} {org}",
		"Dear {contact}, at {time} there was a {class} alarm at {site} ({number}); it did not become an incident. {outcome} {result} {org}") },
	{ "other", "any", LABEL("警情通报 {number}", "Incident {number}"),
	  LABEL("{contact}您好：关于{site}的警情（{number}）。{org}",
		"Dear {contact}, about the incident {number} at {site}. {org}") },
};
/* clang-format on */

/* "{word}" at the beginning of s: its length and number; 0: none. */
static size_t
braces(struct str s, int *which)
{
	struct str word, rest;

	*which = -1;
	if (s.n == 0 || s.p[0] != '{')
		return 0;
	word = str_cut(str_skip(s, 1), '}', &rest);
	if (word.n == 0 || word.n > 20 || word.n + 2 > s.n)
		return 0;
	for (size_t i = 0; i < word.n; i++)
		if (!((word.p[i] >= 'a' && word.p[i] <= 'z') ||
		      word.p[i] == '_'))
			return 0;
	for (int i = 0; i < P_N; i++)
		if (str_is(word, words[i]))
			*which = i;
	return word.n + 2;
}

enum err
notice_check_text(struct task *t, const char *field, struct label label,
		  struct str text)
{
	while (text.n > 0) {
		int which;
		size_t n = braces(text, &which);

		if (n > 0 && which < 0)
			return fail_field(&t->why, field, label, "placeholder",
					  "“%.*s” is no placeholder",
					  "“%.*s”不是可用的占位符", (int)n,
					  text.p);
		text = str_skip(text, n > 0 ? n : 1);
	}
	return OK;
}

enum err
notice_template_check(struct task *t, const struct val *old,
		      const struct val *row)
{
	static const char *const names[] = { "subject", "content" };

	(void)old;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const struct val *v =
		    reg_val(&notice_template_reg, row, names[i]);

		if (v->type == VAL_TEXT)
			TRY(notice_check_text(t, names[i],
					      reg_label(&notice_template_reg,
							names[i]),
					      v->s));
	}
	return OK;
}

static struct str
text_of(const struct val *v)
{
	return v->type == VAL_TEXT ? v->s : STR("");
}

static struct str
time_text(struct task *t, int64_t at_ms)
{
	struct civil c;

	zone_civil(task_zone(t), at_ms, &c);
	return arena_printf(t->a, "%04d-%02d-%02d %02d:%02d:%02d", c.year,
			    c.month, c.day, c.hour, c.minute, c.second);
}

static const char *
option_text(const struct option *o, struct str value, enum lang lang)
{
	for (; o->value != NULL; o++)
		if (str_is(value, o->value))
			return label_in(o->label, lang);
	return "";
}

/* A class that the code tables do not have is said as it is. */
static struct str
class_text(struct task *t, struct str class)
{
	struct label label = class_label(class);

	return label.zh == NULL ? class : str_of(label_in(label, t->lang));
}

static enum err
fill_site(struct task *t, int64_t id, struct str v[P_N])
{
	struct reg_row site;

	TRY(reg_get(t, &site_reg, id, &site));
	v[P_SITE] = text_of(reg_val(&site_reg, site.v, "name"));
	v[P_ADDRESS] = text_of(reg_val(&site_reg, site.v, "address"));
	v[P_STATION] = text_of(reg_val(&site_reg, site.v, "police_station"));
	v[P_PHONE] = text_of(reg_val(&site_reg, site.v, "phone"));
	return reg_title(t, &customer_reg,
			 reg_val(&site_reg, site.v, "customer")->i,
			 &v[P_CUSTOMER]);
}

static enum err
fill_incident(struct task *t, int64_t id, struct str v[P_N])
{
	const struct val *opened;
	struct reg_row row;
	int64_t avs;

	TRY(reg_get(t, &incident_reg, id, &row));
	v[P_NUMBER] = text_of(reg_val(&incident_reg, row.v, "number"));
	v[P_CLASS] =
	    class_text(t, text_of(reg_val(&incident_reg, row.v, "class")));
	v[P_SEVERITY] = text_of(reg_val(&incident_reg, row.v, "severity"));
	v[P_RESULT] = text_of(reg_val(&incident_reg, row.v, "findings"));
	v[P_POLICE] = text_of(reg_val(&incident_reg, row.v, "police_number"));
	v[P_OUTCOME] = str_of(
	    option_text(incident_outcomes,
			text_of(reg_val(&incident_reg, row.v, "outcome")),
			t->lang));
	TRY(incident_avs(t, id, &avs));
	v[P_AVS] = arena_printf(t->a, "%lld", (long long)avs);
	opened = reg_val(&incident_reg, row.v, "opened_ms");
	if (opened->type == VAL_INT)
		v[P_TIME] = time_text(t, opened->i);
	return fill_site(t, reg_val(&incident_reg, row.v, "site")->i, v);
}

static enum err
fill_dispatch(struct task *t, int64_t id, struct str v[P_N])
{
	struct reg_row row;

	TRY(reg_get(t, &dispatch_reg, id, &row));
	v[P_TASK] = text_of(reg_val(&dispatch_reg, row.v, "instructions"));
	return reg_title(t, &patrol_reg,
			 reg_val(&dispatch_reg, row.v, "patrol")->i,
			 &v[P_PATROL]);
}

static enum err
fill_alarm(struct task *t, int64_t id, struct str v[P_N])
{
	const struct val *site, *avs;
	struct reg_row row;

	TRY(reg_get(t, &alarm_reg, id, &row));
	v[P_NUMBER] = text_of(reg_val(&alarm_reg, row.v, "number"));
	v[P_CLASS] =
	    class_text(t, text_of(reg_val(&alarm_reg, row.v, "class")));
	v[P_RESULT] = text_of(reg_val(&alarm_reg, row.v, "narrative"));
	v[P_OUTCOME] = str_of(
	    option_text(alarm_dispositions,
			text_of(reg_val(&alarm_reg, row.v, "disposition")),
			t->lang));
	v[P_TIME] = time_text(t, reg_val(&alarm_reg, row.v, "opened_ms")->i);
	avs = reg_val(&alarm_reg, row.v, "avs");
	if (avs->type == VAL_INT)
		v[P_AVS] = arena_printf(t->a, "%lld", (long long)avs->i);
	site = reg_val(&alarm_reg, row.v, "site");
	return site->type == VAL_NULL ? OK : fill_site(t, site->i, v);
}

static enum err
values_of(struct task *t, const struct notice_about *about, struct str v[P_N])
{
	struct rows rows;

	for (int i = 0; i < P_N; i++)
		v[i] = STR("");
	v[P_NOW] = time_text(t, t->now_ms);
	TRY(db_run(t->db, STMT_NOTICE_ORG, ARGS(val_int(t->who.org)), t->a,
		   &rows, &t->why));
	if (rows.n > 0)
		v[P_ORG] = text_of(&rows.v[0]);
	if (about->contact != 0)
		TRY(reg_title(t, &contact_reg, about->contact, &v[P_CONTACT]));
	if (about->dispatch != 0)
		TRY(fill_dispatch(t, about->dispatch, v));
	if (about->incident != 0)
		return fill_incident(t, about->incident, v);
	return about->alarm == 0 ? OK : fill_alarm(t, about->alarm, v);
}

enum err
notice_fill(struct task *t, const struct notice_about *about, struct str text,
	    struct str *out)
{
	struct str v[P_N];
	struct buf b = buf_open(TEXT_MAX);
	enum err rc = values_of(t, about, v);

	while (rc == OK && text.n > 0) {
		int which;
		size_t n = braces(text, &which);

		if (which >= 0)
			buf_put(&b, v[which]);
		else
			buf_put(&b, (struct str){ text.p, n > 0 ? n : 1 });
		text = str_skip(text, n > 0 ? n : 1);
	}
	if (rc == OK && b.full)
		rc = fail(&t->why, ERR_TOO_BIG, "the text is too long",
			  "内容过长");
	*out = rc == OK ? arena_str(t->a, buf_str(&b)) : STR("");
	buf_release(&b);
	return rc;
}

static void
usual_text(const struct notice_ask *ask, struct str *subject, struct str *text)
{
	bool police = strcmp(ask->channel, "police") == 0;

	for (size_t i = 0; i < ARRAY_LEN(usual); i++) {
		if (strcmp(usual[i].event, ask->event) != 0 ||
		    (strcmp(usual[i].channel, "police") == 0) != police)
			continue;
		*subject = str_of(label_in(usual[i].subject, ask->lang));
		*text = str_of(label_in(usual[i].text, ask->lang));
		return;
	}
	*subject = *text = STR("");
}

enum err
notice_text(struct task *t, const struct notice_ask *ask, struct str *subject,
	    struct str *text)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_NOTICE_TEMPLATE_FOR,
		   ARGS(val_int(t->who.org), val_text(str_of(ask->event)),
			val_text(ask->class), val_text(str_of(ask->channel)),
			val_text(ask->lang == LANG_EN ? STR("en") : STR("zh"))),
		   t->a, &rows, &t->why));
	if (rows.n == 0) {
		usual_text(ask, subject, text);
		return OK;
	}
	*subject = text_of(&rows.v[0]);
	*text = text_of(&rows.v[1]);
	return OK;
}

enum err
police_text(struct task *t, int64_t incident, struct str *out)
{
	struct notice_ask ask = { .event = "police",
				  .channel = "police",
				  .lang = t->lang };
	struct str subject, text;
	struct reg_row row;

	TRY(reg_get(t, &incident_reg, incident, &row));
	ask.class = text_of(reg_val(&incident_reg, row.v, "class"));
	TRY(notice_text(t, &ask, &subject, &text));
	return notice_fill(t, &(struct notice_about){ .incident = incident },
			   text, out);
}
