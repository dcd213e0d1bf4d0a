/*
 * task.h - one unit of business work inside a transaction: who does it, when
 * and on which connection, and what to tell the live feed after the commit.
 *
 * Registers, processes, clocks, import and jobs all take one.  Memory comes
 * from t->a and lives as long as the task.  The sentence of a failure is in
 * t->why.
 */
#ifndef KIND_TASK_H
#define KIND_TASK_H

#include "base/time.h"
#include "db/db.h"
#include "kind/may.h"

struct actor {
	int64_t user; /* 0: the program itself (clocks, jobs, command line) */
	int64_t org;  /* every row read or written belongs to it */
	int64_t customer; /* whose rows alone he may see; 0: all of the org */
	struct str name;
	uint64_t may; /* MAY_BIT set; 0 for who has not signed in */
};
/* The program at work for an organisation: may everything. */
struct actor actor_program(int64_t org);
/* What the program itself does, also on a person's behalf: who.may of
 * actor_program with his user. */
bool actor_is_program(const struct actor *who);

/* A change, for the live feed; in the order of the work. */
struct event {
	struct event *next;
	int64_t org, row, version, at_ms;
	int64_t customer; /* who may hear of it beside the org; 0: nobody */
	const char *reg;  /* register's name */
	const char *op;	  /* create update retire restore step clock import */
	const char *event, *state; /* process steps, else NULL; process life */
};

struct task {
	struct db *db;
	struct arena *a;
	int64_t now_ms;
	struct actor who;
	enum lang lang;
	struct why why;
	struct event *events, **events_end; /* see task_event */
};

struct task
task_open(struct db *db, struct arena *a, int64_t now_ms, struct actor who);
/* Appends to t->events; published by the dispatcher after the commit. */
void task_event(struct task *t, struct event e);
/*
 * fn as a piece of the transaction: when it fails, what it wrote and told is
 * undone, and the rest goes on.  Not so after a failure of the database
 * (task_is_lost): the caller returns that.
 */
typedef enum err apart_fn(struct task *t, const void *ctx);
MUST_CHECK enum err task_apart(struct task *t, apart_fn *fn, const void *ctx);
bool task_is_lost(enum err rc);
/* The organisation's time zone; Asia/Shanghai when there is no organisation.
 * Asked once per process: an organisation's zone does not change. */
const struct zone *task_zone(struct task *t);
MUST_CHECK enum err task_may(struct task *t, enum may may);

/* New 64-bit id: time, node, sequence.  Never goes back, even when the clock
 * does.  Thread safe.  See doc/decisions/0003-ids.md. */
int64_t id_new(int64_t now_ms);
/* At start: ids are to be greater than the greatest in use. */
void id_start(unsigned node, int64_t greatest);
unsigned id_node_number(void); /* of this node, 0 to 63 */
int64_t id_ms(int64_t id);
/* No id of that time or later is smaller. */
int64_t id_first(int64_t at_ms);
/* Not above any id of this millisecond or later: a period as a range of ids. */
int64_t id_floor(int64_t at_ms);

#endif
