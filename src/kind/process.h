/*
 * process.h - a thing with a state, allowed events, guards and clocks, from
 * one edge table per process.
 *
 * The rows of a process are a register (same name) whose fields change only
 * by steps.  process_step is the only writer of a state; it checks the
 * permission, the inputs and the guard, writes the row and the journal, turns
 * the clocks and tells the live feed, in one transaction.  Buttons, OpenAPI
 * and the picture in doc/reference come from the same table.
 */
#ifndef KIND_PROCESS_H
#define KIND_PROCESS_H

#include "kind/clock.h"
#include "kind/register.h"

#define PROCESS_CLOCKS_MAX 7

struct proc_state {
	const char *name; /* NULL ends; the index is the enum's value */
	struct label label;
	enum tone tone;
	bool final;
};
struct proc_event {
	const char *name; /* NULL ends */
	struct label label;
};
/* A row on its way through an edge. */
struct proc_row {
	const struct reg *reg;
	const struct reg_row *old; /* NULL: being opened */
	struct reg_row *row;	   /* with the inputs of the step */
	struct str reason;
};
static inline const struct val *
proc_get(const struct proc_row *p, const char *field)
{
	return reg_val(p->reg, p->row->v, field);
}
static inline void
proc_put(const struct proc_row *p, const char *field, struct val v)
{
	p->row->v[reg_field(p->reg, field)] = v;
}
struct proc_clock {
	const char *name; /* NULL ends */
	struct label label;
	/* The limit for this row and the instant it counts from. */
	enum err (*limit)(struct task *t, const struct proc_row *p,
			  struct clock_limit *out, int64_t *start_ms);
	clock_fn *reached; /* may be NULL: only warns */
};

/* Says in t->why what is missing (ERR_STATE or fields). */
typedef enum err guard_fn(struct task *t, const struct proc_row *p);
/* May change p->row; may call registers and processes. */
typedef enum err effect_fn(struct task *t, const struct proc_row *p);

#define FROM_NOTHING (-1)  /* the opening edge */
#define FROM_ANY_OPEN (-2) /* every state that is not final */
#define TO_SAME (-1)

struct edge {
	int from, on, to; /* indexes into states, events, states */
	enum may may;
	guard_fn *guard;
	const char *in; /* fields that the step may set: "grade! note", ! is
			   required; "reason!" is the journal's reason */
	effect_fn *effect;
	enum turn clocks[PROCESS_CLOCKS_MAX];
};
/* The guard of an edge that only the program walks (actor_is_program), for
 * signals and consequences: it is offered to nobody. */
guard_fn only_program;

struct process {
	const char *name; /* the register's */
	struct label label;
	const struct proc_state *states;
	const struct proc_event *events;
	const struct proc_clock *clocks;
	const struct edge *edges;
	size_t n_edges;
	/* When what stops the clock took place, if it may be told later; NULL:
	 * always now. */
	int64_t (*stopped)(struct task *t, const struct proc_row *p,
			   const char *clock);
};

/* Opening: the row does not exist yet.  Several opening edges: by event, NULL
 * takes the first. */
MUST_CHECK enum err
process_open(struct task *t, const struct reg *r, const char *event,
	     const struct reg_input *in, struct reg_row *out);
/* The same with a reason, as process_step takes one. */
MUST_CHECK enum err
process_open_with(struct task *t, const struct reg *r, const char *event,
		  const struct reg_input *in, struct str reason,
		  struct reg_row *out);
MUST_CHECK enum err
process_step(struct task *t, const struct reg *r, int64_t id, int64_t version,
	     struct str event, const struct reg_input *in, struct str reason,
	     struct reg_row *out);

/* Which events are there now, for this person, and why not. */
struct proc_offer {
	const struct edge *edge;
	bool allowed;
	struct why why; /* when not */
};
MUST_CHECK enum err
process_offers(struct task *t, const struct reg *r, const struct reg_row *row,
	       struct proc_offer **out, size_t *n);
/* Does the edge take this field?  *required tells whether it must. */
bool edge_takes(const struct edge *e, const char *field, bool *required);
int process_state(const struct reg *r, const struct reg_row *row);

/* All processes; NULL ends.  subjects.c is the list. */
extern const struct process *const processes[];

#endif
