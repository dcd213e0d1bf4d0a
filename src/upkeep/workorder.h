/*
 * workorder.h - the repair order 维修工单: 表2 and domain model C.3.4.
 *
 * A process: its fields are in workorder.c, its edges, guards and clocks in
 * workorder_process.c, the pure rules (grade matrix, limits) in
 * workorder_rule.c.
 */
#ifndef UPKEEP_WORKORDER_H
#define UPKEEP_WORKORDER_H

#include "kind/process.h"

extern const struct reg workorder_reg;
extern const struct process workorder_process;
extern const struct option workorder_grades[], workorder_extents[];

enum grade { GRADE_GENERAL, GRADE_URGENT, GRADE_MAJOR, GRADE_N };
bool grade_parse(struct str word, enum grade *out);
const char *grade_word(enum grade g);

/* What the matrix of C.3.4 looks at. */
struct fault_scope {
	struct str extent;    /* single, partial, subsystem, whole */
	bool is_core;	      /* core device or key area */
	bool only_protection; /* a subsystem that alone protects a key area */
	bool still_works;     /* partial: the subsystem works as a whole */
};
/* The least grade that the matrix allows. */
enum grade grade_of(const struct fault_scope *s);

enum limit_kind { LIMIT_RESPONSE, LIMIT_ARRIVAL, LIMIT_REPAIR, LIMIT_N };
/* The norm's limit of a grade from pack svc (SVC-6.1.1 to 6.1.3); 0: the
 * norm has none (arrival). */
struct clock_limit norm_limit(enum grade g, enum limit_kind kind);
/* The stricter of the norm's and the contract's; contract_ms 0: none. */
struct clock_limit
stricter(struct clock_limit norm, int64_t contract_ms, const char *contract);

/* The limit of a clock and the instant it counts from; 0: no rule sets one.
 * workorder_limit.c. */
enum err workorder_limit_response(struct task *t, const struct proc_row *p,
				  struct clock_limit *out, int64_t *start_ms);
enum err workorder_limit_arrival(struct task *t, const struct proc_row *p,
				 struct clock_limit *out, int64_t *start_ms);
enum err workorder_limit_repair(struct task *t, const struct proc_row *p,
				struct clock_limit *out, int64_t *start_ms);
enum err workorder_limit_extended(struct task *t, const struct proc_row *p,
				  struct clock_limit *out, int64_t *start_ms);

#endif
