/* plan_help.h - plans of an alarm centre, through draft and issue, for tests.
 */
#ifndef TESTS_PLAN_HELP_H
#define TESTS_PLAN_HELP_H

#include "desk_help.h"

static inline enum err
plan_help_open(struct centre *c, struct actor who, const char *body,
	       int64_t *id)
{
	struct task t = people_task(c->s, TX_WRITE, c->now_ms, who);
	struct reg_input in;
	struct reg_row row = { 0 };
	enum err rc;

	rc = reg_input_json(&t, &plan_reg, str_of(body), &in);
	if (rc == OK)
		rc = process_open(&t, &plan_reg, NULL, &in, &row);
	*id = row.id;
	return people_end(c->s, &t, rc);
}

static inline enum err
plan_help_step(struct centre *c, int64_t plan, const char *event,
	       const char *body)
{
	struct task t = people_task(c->s, TX_WRITE, c->now_ms, c->lead.who);
	struct reg_input in;
	struct reg_row row;
	struct str reason;
	enum err rc;

	rc = reg_input_step(&t, &plan_reg, str_of(body), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &plan_reg, plan, 0, str_of(event), &in,
				  reason, &row);
	return people_end(c->s, &t, rc);
}

static inline enum err
plan_help_add(struct centre *c, int64_t plan, const char *rest)
{
	struct store *s = c->s;
	struct task t = people_task(s, TX_WRITE, c->now_ms, c->lead.who);
	struct reg_input in;
	struct reg_row row;
	enum err rc;

	rc = reg_input_json(&t, &plan_step_reg,
			    str_of(ESTATE_TEXT("{\"plan\":\"%lld\",%s}",
					       (long long)plan, rest)),
			    &in);
	if (rc == OK)
		rc = reg_create(&t, &plan_step_reg, &in, "create", &row);
	return people_end(s, &t, rc);
}

#define PLAN_CALL \
	"\"no\":1,\"kind\":\"call\",\"text\":\"联系\",\"required\":true"

static inline int64_t
issued_plan(struct centre *c, const char *what)
{
	struct store *s = c->s;
	int64_t plan;

	store_ok(s, plan_help_open(c, c->lead.who,
				   ESTATE_TEXT("{\"name\":\"预案\",%s}", what),
				   &plan));
	store_fails(s, ERR_STATE, plan_help_step(c, plan, "issue", ""));
	store_ok(s, plan_help_add(c, plan, PLAN_CALL));
	store_ok(s, plan_help_step(c, plan, "issue", ""));
	return plan;
}

#endif
