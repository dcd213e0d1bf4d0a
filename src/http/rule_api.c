/* rule_api.c - which limits are in force for a site and a class, and which
 * rule says so. */
#include "alarm/rule.h"
#include "base/str.h"
#include "http/api.h"
#include "http/params.h"
#include "http/row_json.h"

struct asked {
	int64_t site, priority;
	struct str class;
};
/* clang-format off */
#define OF(field) offsetof(struct asked, field)
static const struct member asked_members[] = {
	{ "site",     MEMBER_ID,   OF(site),     false, 0, 0,  LABEL("服务场所", "Site") },
	{ "class",    MEMBER_TEXT, OF(class),    false, 0, 20, LABEL("类别", "Class") },
	{ "priority", MEMBER_INT,  OF(priority), false, 0, 5,  LABEL("优先级", "Priority") },
};
/* clang-format on */

static void
said_json(struct jw *j, const struct rule_said *s, struct refs *refs)
{
	jw_begin(j, '{');
	jw_key(j, "name");
	jw_text(j, s->column);
	jw_key(j, "value");
	jw_int(j, s->value);
	jw_key(j, "rule");
	if (s->rule == 0)
		jw_null(j);
	else
		jw_id(j, s->rule);
	if (s->rule != 0)
		refs_add(refs, &alarm_rule_reg, s->rule);
	jw_end(j, '}');
}

static enum err
serve_said(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct asked q = { 0 };
	struct rule_said *said;
	size_t n;

	if (c->t.who.customer != 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "rules are not shown to customers",
			    "规则不对用户开放");
	TRY(params_read(c, &q));
	if (q.priority == 0)
		q.priority = rule_usual_priority(q.class);
	TRY(rule_said(&c->t, c->t.who.org, q.site, q.class, q.priority, &said,
		      &n));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "priority");
	jw_int(&c->out, q.priority);
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n; i++)
		said_json(&c->out, &said[i], refs);
	jw_end(&c->out, ']');
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

/* clang-format off */
const struct route rule_routes[] = {
	/* verb   path                     may              tx       body rate         serve       in                                        answer         summary */
	{ "GET",  "/api/v1/rule-in-force", MAY_READ_ALARMS, TX_READ, 0,  RATE_NORMAL, serve_said, asked_members, ARRAY_LEN(asked_members), "RuleInForce", LABEL("适用规则", "Rules in force"), false },
	{ 0 }
};
/* clang-format on */
