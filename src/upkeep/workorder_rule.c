/* workorder_rule.c - grades and limits; pure. */
#include <string.h>

#include "base/str.h"
#include "rating/pack.h"
#include "upkeep/workorder.h"

static const char *const words[GRADE_N] = { "general", "urgent", "major" };

bool
grade_parse(struct str word, enum grade *out)
{
	for (int g = 0; g < GRADE_N; g++)
		if (str_is(word, words[g])) {
			*out = (enum grade)g;
			return true;
		}
	return false;
}

const char *
grade_word(enum grade g)
{
	return words[g];
}

/* Domain model C.3.4, the grade matrix. */
enum grade
grade_of(const struct fault_scope *s)
{
	if (str_is(s->extent, "whole"))
		return GRADE_MAJOR;
	if (str_is(s->extent, "subsystem"))
		return s->is_core && s->only_protection ? GRADE_MAJOR :
							  GRADE_URGENT;
	if (s->is_core)
		return GRADE_URGENT;
	if (str_is(s->extent, "partial") && !s->still_works)
		return GRADE_URGENT;
	return GRADE_GENERAL;
}

struct clock_limit
norm_limit(enum grade g, enum limit_kind kind)
{
	static const char *const names[LIMIT_N] = { "response_min", NULL,
						    "repair_h" };
	static const int64_t units[LIMIT_N] = { MINUTE_MS, 0, HOUR_MS };
	const struct pack_param *p;
	char name[64];

	if (names[kind] == NULL)
		return (struct clock_limit){ 0 };
	(void)snprintf(name, sizeof(name), "grade.%s.%s", words[g],
		       names[kind]);
	p = pack_param(pack_find("svc"), name);
	must(p != NULL); /* checked at start: serve refuses without it */
	return (struct clock_limit){ p->value * units[kind], p->clause };
}

struct clock_limit
stricter(struct clock_limit norm, int64_t contract_ms, const char *contract)
{
	if (contract_ms > 0 &&
	    (norm.limit_ms == 0 || contract_ms < norm.limit_ms))
		return (struct clock_limit){ contract_ms, contract };
	return norm;
}
