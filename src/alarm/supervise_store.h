/* supervise_store.h - rows of panels into the supervision, its rows out. */
#ifndef ALARM_SUPERVISE_STORE_H
#define ALARM_SUPERVISE_STORE_H

#include "alarm/supervise.h"
#include "db/db.h"
#include "kind/task.h"

/* Where the reading of changes stands. */
struct watch_cursor {
	int64_t changed_ms, id;
};

/* Paths whose rows are to go: the panel is not supervised any more. */
struct watch_gone {
	int64_t panel;
	bool all; /* else its backup path alone */
};
#define WATCH_GONE_MAX 1024
struct watch_gones {
	size_t n;
	struct watch_gone v[WATCH_GONE_MAX];
};

/* Whole panels in service mode, as last seen; beyond that many their time
 * counts as any other. */
#define WATCH_SERVICE_MAX 4096
struct watch_service {
	size_t n;
	int64_t v[WATCH_SERVICE_MAX];
};

/* Which organisations there were: ids are never used again. */
struct watch_orgs {
	size_t n;
	int64_t greatest;
};

/* All panels, then all rows of before; outside a transaction. */
MUST_CHECK enum err
watch_load(struct supervise *s, struct db *db, int64_t node,
	   struct watch_cursor *at, struct watch_gones *gone, struct why *why);
/* What changed since; some are read twice, which does no harm.  Stops when
 * gone is full; the next call goes on. */
MUST_CHECK enum err watch_changes(struct supervise *s, struct db *db,
				  int64_t now_ms, struct watch_cursor *at,
				  struct watch_gones *gone, struct why *why);
/* Panels of an organisation that was removed have no row that changed. */
MUST_CHECK enum err
watch_removed(struct supervise *s, struct db *db, struct watch_orgs *orgs,
	      struct watch_gones *gone, struct why *why);
/* Which of the held losses has another node heard since? */
MUST_CHECK enum err watch_elsewhere(struct supervise *s, struct db *db,
				    int64_t node, struct why *why);

/* Tells the supervision when the set has changed. */
MUST_CHECK enum err watch_service(struct supervise *s, struct db *db,
				  struct watch_service *last, struct why *why);

/* In a write transaction; the rows of paths and of their day. */
MUST_CHECK enum err
path_rows_write(struct db *db, const struct path_now *v, size_t n, int64_t node,
		int64_t now_ms, struct why *why);
MUST_CHECK enum err
path_rows_drop(struct db *db, const struct watch_gones *g, struct why *why);

#endif
