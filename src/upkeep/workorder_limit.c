/* workorder_limit.c - the limits of an order's clocks: norm and contract. */
#include <string.h>

#include "base/str.h"
#include "estate/estate.h"
#include "upkeep/workorder.h"

static enum err
limit_of(struct task *t, const struct proc_row *p, enum limit_kind kind,
	 struct clock_limit *out, int64_t *start_ms)
{
	static const char *const words[LIMIT_N] = { "response", "arrival",
						    "repair" };
	static const int64_t units[LIMIT_N] = { MINUTE_MS, MINUTE_MS, HOUR_MS };
	const struct val *contract = proc_get(p, "contract");
	struct reg_row row;
	const struct val *agreed, *number;
	enum grade g;

	if (!grade_parse(proc_get(p, "grade")->s, &g))
		return OK;
	*start_ms = proc_get(p, "reported_ms")->i;
	*out = norm_limit(g, kind);
	if (contract->type == VAL_NULL)
		return OK;
	TRY(reg_get(t, &contract_reg, contract->i, &row));
	agreed =
	    reg_val(&contract_reg, row.v,
		    arena_printf(t->a, "%s_%s_%s", words[kind], grade_word(g),
				 kind == LIMIT_REPAIR ? "h" : "min")
			.p);
	number = reg_val(&contract_reg, row.v, "number");
	if (agreed->type == VAL_INT)
		*out = stricter(*out, agreed->i * units[kind],
				arena_cstr(t->a, number->s));
	return OK;
}

enum err
workorder_limit_response(struct task *t, const struct proc_row *p,
			 struct clock_limit *out, int64_t *start_ms)
{
	return limit_of(t, p, LIMIT_RESPONSE, out, start_ms);
}

enum err
workorder_limit_arrival(struct task *t, const struct proc_row *p,
			struct clock_limit *out, int64_t *start_ms)
{
	return limit_of(t, p, LIMIT_ARRIVAL, out, start_ms);
}

enum err
workorder_limit_repair(struct task *t, const struct proc_row *p,
		       struct clock_limit *out, int64_t *start_ms)
{
	return limit_of(t, p, LIMIT_REPAIR, out, start_ms);
}

/* The second clock of an extension runs beside the first (K2 and K2a). */
enum err
workorder_limit_extended(struct task *t, const struct proc_row *p,
			 struct clock_limit *out, int64_t *start_ms)
{
	(void)t;
	*start_ms = proc_get(p, "reported_ms")->i;
	*out =
	    (struct clock_limit){ proc_get(p, "extended_to_ms")->i - *start_ms,
				  "SVC-6.1.3 / SVC-6.3" };
	return OK;
}
