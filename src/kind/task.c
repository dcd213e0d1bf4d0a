/* task.c - a unit of business work; new ids. */
#include "kind/task.h"

#include <pthread.h>
#include <stdatomic.h>

#include "base/str.h"
#include "gen/stmt.h"

/* Id layout, from the top: 41 bits ms since ID_EPOCH_MS, 6 bits node, 16 bits
 * sequence; the sign bit stays 0.  doc/decisions/0003-ids.md has the reasons.
 */
#define ID_EPOCH_MS INT64_C(1704067200000) /* 2024-01-01T00:00:00Z */
#define ID_SEQ_BITS 16
#define ID_NODE_BITS 6
#define ID_MS_SHIFT (ID_NODE_BITS + ID_SEQ_BITS)
#define ID_MS_MAX ((INT64_C(1) << 41) - 1)

/* Time and sequence of the newest id, as one number that only grows. */
static _Atomic int64_t id_last;
static _Atomic int64_t id_node;

struct task
task_open(struct db *db, struct arena *a, int64_t now_ms, struct actor who)
{
	struct task t = { .db = db, .a = a, .now_ms = now_ms, .who = who };

	t.why.room = a;
	return t;
}

/* Organisations are few: one place each, by the id's end. */
static struct {
	int64_t org;
	const struct zone *zone;
} zones[64];
static pthread_mutex_t zones_lock = PTHREAD_MUTEX_INITIALIZER;

static const struct zone *
zone_ask(struct task *t)
{
	const struct zone *z = NULL;
	struct rows rows;

	if (db_run(t->db, STMT_TASK_ZONE, ARGS(val_int(t->who.org)), t->a,
		   &rows, &t->why) == OK &&
	    rows.n > 0)
		z = zone_find(rows.v[0].s);
	return z;
}

const struct zone *
task_zone(struct task *t)
{
	size_t i = (size_t)(t->who.org % (int64_t)ARRAY_LEN(zones));
	const struct zone *z = NULL;

	if (t->who.org <= 0)
		return zone_find(STR("Asia/Shanghai"));
	pthread_mutex_lock(&zones_lock);
	if (zones[i].org == t->who.org)
		z = zones[i].zone;
	pthread_mutex_unlock(&zones_lock);
	if (z != NULL)
		return z;
	z = zone_ask(t);
	if (z == NULL) /* the database is away: its caller will find out */
		return zone_find(STR("Asia/Shanghai"));
	pthread_mutex_lock(&zones_lock);
	zones[i].org = t->who.org;
	zones[i].zone = z;
	pthread_mutex_unlock(&zones_lock);
	return z;
}

struct actor
actor_program(int64_t org)
{
	return (struct actor){ .org = org,
			       .name = STR("anwei"),
			       .may = UINT64_MAX };
}

bool
actor_is_program(const struct actor *who)
{
	return (who->may & MAY_BIT(MAY_NOTHING)) != 0; /* no role has it */
}

/* task_open returns the task by value: the end cannot point into it there. */
void
task_event(struct task *t, struct event e)
{
	struct event *copy = ARENA_NEW(t->a, struct event);

	*copy = e;
	copy->next = NULL;
	if (t->events == NULL)
		t->events_end = &t->events;
	*t->events_end = copy;
	t->events_end = &copy->next;
}

static void
forget_events(struct task *t, struct event **end)
{
	t->events_end = end;
	if (end == NULL)
		t->events = NULL;
	else
		*end = NULL;
}

bool
task_is_lost(enum err rc)
{
	return rc == ERR_STORAGE || rc == ERR_BUSY || rc == ERR_UNCERTAIN;
}

enum err
task_apart(struct task *t, apart_fn *fn, const void *ctx)
{
	struct event **end = t->events == NULL ? NULL : t->events_end;
	enum err rc;

	TRY(db_mark(t->db, &t->why));
	rc = fn(t, ctx);
	rc = db_unmark(t->db, rc, &t->why);
	if (rc != OK && !task_is_lost(rc))
		forget_events(t, end);
	return rc;
}

enum err
task_may(struct task *t, enum may may)
{
	struct label label;

	if (may == MAY_ANYONE)
		return OK;
	if (may > MAY_ANYONE && may < MAY_N && (t->who.may & MAY_BIT(may)) != 0)
		return OK;
	label = may_label(may < MAY_N ? may : MAY_NOTHING);
	return fail(&t->why, ERR_FORBIDDEN,
		    "your roles lack the permission \"%s\"%.0s",
		    "%.0s您的角色没有“%s”权限", label.en, label.zh);
}

int64_t
id_new(int64_t now_ms)
{
	int64_t ms = now_ms - ID_EPOCH_MS;
	int64_t last = atomic_load(&id_last), next, floor;

	if (ms < 0) /* a clock that lost its battery */
		ms = 0;
	must(ms <= ID_MS_MAX);
	floor = ms << ID_SEQ_BITS;
	do {
		/* A full millisecond borrows from the next one. */
		next = last + 1 > floor ? last + 1 : floor;
	} while (!atomic_compare_exchange_weak(&id_last, &last, next));
	return (next >> ID_SEQ_BITS) << ID_MS_SHIFT |
	       atomic_load(&id_node) << ID_SEQ_BITS |
	       (next & ((1 << ID_SEQ_BITS) - 1));
}

void
id_start(unsigned node, int64_t greatest)
{
	int64_t ms = greatest >> ID_MS_SHIFT;
	int64_t full = ms << ID_SEQ_BITS | ((1 << ID_SEQ_BITS) - 1);
	int64_t last = atomic_load(&id_last);

	must(node < (1U << ID_NODE_BITS) && greatest >= 0);
	atomic_store(&id_node, (int64_t)node);
	if (greatest == 0)
		return;
	/* Node bits stand above the sequence: only the next millisecond is
	 * greater for every node. */
	while (full > last) {
		if (atomic_compare_exchange_weak(&id_last, &last, full))
			return;
	}
}

unsigned
id_node_number(void)
{
	return (unsigned)atomic_load(&id_node);
}

int64_t
id_ms(int64_t id)
{
	return (id >> ID_MS_SHIFT) + ID_EPOCH_MS;
}

int64_t
id_floor(int64_t at_ms)
{
	int64_t ms = at_ms - ID_EPOCH_MS;

	if (ms < 0)
		return 0;
	return (ms > ID_MS_MAX ? ID_MS_MAX : ms) << ID_MS_SHIFT;
}

int64_t
id_first(int64_t at_ms)
{
	int64_t ms = at_ms - ID_EPOCH_MS;

	return ms < 0 ? 0 : ms << ID_MS_SHIFT;
}
