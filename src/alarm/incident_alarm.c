/* incident_alarm.c - a confirmed alarm finds or begins its incident. */
#include "alarm/code.h"
#include "alarm/incident.h"
#include "alarm/rule.h"
#include "base/str.h"
#include "gen/stmt.h"

/* What is read of an alarm; its register is above this file. */
struct confirmed {
	const struct reg *reg;
	const struct reg_row *row;
};

static struct val
of_alarm(const struct confirmed *c, const char *field)
{
	int i = reg_field_find(c->reg, str_of(field));

	return i < 0 ? val_null() : c->row->v[i];
}

/* "p1" to "p5"; 0: none. */
static int64_t
priority_of(const struct confirmed *c)
{
	struct val v = of_alarm(c, "priority");

	return v.type == VAL_TEXT && v.s.n == 2 && v.s.p[1] >= '1' &&
		       v.s.p[1] <= '5' ?
		   v.s.p[1] - '0' :
		   0;
}

/* P1 is at least severe, P2 major, the rest ordinary; people regrade. */
static struct val
severity_of(int64_t priority)
{
	static const char *const words[] = { "4", "2", "3", "4", "4", "4" };

	return val_text(
	    str_of(words[priority < 0 || priority > 5 ? 0 : priority]));
}

static void
set(struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&incident_reg, field);

	in->set[i] = true;
	in->v[i] = v;
}

static enum err
begin(struct task *t, const struct confirmed *c, int64_t *out)
{
	struct reg_input in = reg_input_new(t->a, &incident_reg);
	int64_t priority = priority_of(c);
	const uint64_t may = t->who.may;
	struct reg_row row;
	enum err rc;

	set(&in, "site", of_alarm(c, "site"));
	set(&in, "class", of_alarm(c, "class"));
	set(&in, "priority", val_id(priority));
	set(&in, "severity", severity_of(priority));
	t->who.may |= MAY_BIT(MAY_HANDLE_ALARMS);
	rc = process_open(t, &incident_reg, "open", &in, &row);
	t->who.may = may;
	*out = row.id;
	return rc;
}

/* A more urgent alarm tightens the limits. */
static enum err
tighten(struct task *t, const struct confirmed *c, int64_t id)
{
	struct reg_input in = reg_input_new(t->a, &incident_reg);
	int64_t now = priority_of(c);
	const uint64_t may = t->who.may;
	const struct val *was;
	struct reg_row row;
	enum err rc;

	TRY(reg_get(t, &incident_reg, id, &row));
	was = reg_val(&incident_reg, row.v, "priority");
	if (now == 0 || (was->type == VAL_INT && was->i <= now))
		return OK;
	set(&in, "severity", severity_of(now));
	set(&in, "priority", val_int(now));
	set(&in, "class", of_alarm(c, "class"));
	t->who.may |= MAY_BIT(MAY_HANDLE_ALARMS);
	rc = process_step(t, &incident_reg, id, 0, STR("regrade"), &in,
			  STR("并入更紧急的警情 / joined by a more urgent "
			      "alarm"),
			  &row);
	t->who.may = may;
	return rc;
}

enum err
incident_of_alarm(struct task *t, const struct reg_row *alarm,
		  int64_t *incident)
{
	const struct confirmed c = { reg_find(STR("alarm")), alarm };
	const struct val class = of_alarm(&c, "class");
	struct rule_limits limits;
	struct rows rows;

	must(c.reg != NULL);
	TRY(rule_find(t, t->who.org, of_alarm(&c, "site").i,
		      class.type == VAL_TEXT ? class.s : STR(""), 3, &limits));
	TRY(db_run(t->db, STMT_INCIDENT_TO_JOIN,
		   ARGS(val_int(t->who.org), of_alarm(&c, "site"),
			val_int(t->now_ms - limits.incident_ms)),
		   t->a, &rows, &t->why));
	if (rows.n == 0)
		return begin(t, &c, incident);
	*incident = rows.v[0].i;
	TRY(incident_move(t, *incident, "join", NULL));
	return tighten(t, &c, *incident);
}

enum err
incident_avs(struct task *t, int64_t id, int64_t *out)
{
	const struct val *class;
	struct reg_row row;
	struct rows rows;

	TRY(db_run(t->db, STMT_INCIDENT_AVS,
		   ARGS(val_int(t->who.org), val_int(id)), t->a, &rows,
		   &t->why));
	*out = rows.v[0].i;
	if (*out > 0)
		return OK;
	TRY(reg_get(t, &incident_reg, id, &row));
	class = reg_val(&incident_reg, row.v, "class");
	*out = class->type == VAL_TEXT ? class_avs(class->s) : 0;
	if (*out == 0)
		*out = 2; /* it is confirmed */
	return OK;
}
