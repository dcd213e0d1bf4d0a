/* supervise_parts.h - what the files of the supervision share: its insides. */
#ifndef ALARM_SUPERVISE_PARTS_H
#define ALARM_SUPERVISE_PARTS_H

#include <pthread.h>

#include "alarm/line.h"
#include "alarm/supervise.h"

#define TEST_ROLE PATH_ROLE_N /* a timer of a panel, not of a path */

/* What may fail together. */
enum group_kind { GROUP_LINE, GROUP_CARRIER, GROUP_REGION, GROUP_N };
struct group {
	struct group *next; /* of its chain */
	int64_t org;
	enum group_kind kind;
	char value[WATCH_TEXT_MAX + 1];
	int64_t paths;	/* watched with an interval */
	int64_t recent; /* lost within the window, spoken for by no storm */
	bool storming;
	int64_t since_ms, newest_s; /* the storm, its newest change */
	int64_t lost, still, told, peak;
};

/* A place in the wheel; not in it: prev NULL. */
struct timer {
	struct timer *next, **prev;
	struct panel *panel;
	int role; /* enum path_role or TEST_ROLE */
};

struct path {
	struct timer timer;
	struct path *recent_next, *recent_prev; /* lost within the window */
	struct path *dirty_next;
	struct group *groups[GROUP_N], *storm;
	enum path_state state;
	bool is_udp, held, asked, is_recent, is_dirty, owes_restore, counted;
	bool owed; /* a loss of an earlier life was told */
	int seq;   /* the newest; -1: none */
	int64_t interval_s, limit_s;
	int64_t seen_s, lost_s, written_s; /* the clock that never steps */
	int64_t since_ms, seen_ms, signal_ms, silent_ms;
	int64_t frames, gaps, repeats, written_frames;
	char line[16], peer[WATCH_TEXT_MAX + 1];
	struct path_sums sums; /* since the row was taken */
	int64_t row_s;	       /* when that was */
};

struct panel {
	int64_t id, org, site, customer;
	struct path *path[PATH_ROLE_N]; /* the backup's may be NULL */
	bool has_backup;
	enum backup_by backup_by;
	enum seen_path backup;
	struct line_no backup_line;
	char backup_network;
	char account[17], line[16];

	struct timer test;
	int64_t test_interval_s, test_tolerance_s, signal_s;
	int64_t signal_ms; /* before the start; 0: unknown */
	bool test_missing, in_service;
	int64_t counted_s;	       /* up to when its time is in the sums */
	int64_t due_rest, missed_rest; /* of a test: seconds, thousandths */

	bool clock_off;
	int64_t clock_diff_ms, bad_diff_ms, bad_since_s, bad_frames;
};

#define WHEEL_SLOTS 4096 /* seconds; what is later is looked at on the way */
#define GROUP_CHAINS 1024
struct supervise {
	pthread_mutex_t lock;
	struct supervise_limits limits;
	int64_t now_ms, now_s, start_s;

	struct panel **slots; /* by id, open addressing */
	size_t n_panels, cap, sweep;
	struct timer *wheel[WHEEL_SLOTS];
	struct group *chains[GROUP_CHAINS];
	struct path *recent_first, *recent_last;
	int64_t looked_s; /* for storms */
	struct path *dirty_first, **dirty_end;

	struct supervise_event *events; /* a ring */
	size_t n_events, first_event;
	struct supervise_figures figures;
};

/* All of these are called with the lock held. */
void timer_put(struct supervise *s, struct timer *t, int64_t at_s);
void timer_drop(struct timer *t);
struct panel *panel_find(const struct supervise *s, int64_t id);
struct panel *panel_add(struct supervise *s, int64_t id);
void slot_empty(struct supervise *s, int64_t id);
struct path *
path_find(const struct supervise *s, int64_t id, enum path_role role);
bool ids_have(const int64_t *ids, size_t n, int64_t id); /* ascending */
void text_set(char *out, size_t size, struct str s);	 /* cut to size - 1 */
void path_calm(struct supervise *s, struct path *p);	 /* no loss any more */
void path_mark(struct supervise *s, struct path *p);	 /* its row is stale */
void path_state_set(struct supervise *s, struct path *p, enum path_state to);
void path_now_fill(const struct panel *panel, enum path_role role,
		   struct path_now *out);

#define EVENTS_MAX 8192
bool event_room(const struct supervise *s);
/* Of a panel; role only where it means something.  Needs event_room. */
struct supervise_event *
event_add(struct supervise *s, enum supervise_kind kind,
	  const struct panel *panel, const struct path *p);

/* Tests, clocks, sequence numbers: supervise_check.c */
void check_seq(struct supervise *s, struct panel *panel, struct path *p,
	       int64_t seq, bool is_heartbeat);
void check_clock(struct supervise *s, struct panel *panel, int64_t device_ms);
void check_signal(struct supervise *s, struct panel *panel);
void test_due(struct supervise *s, struct panel *panel);
void test_plan(struct supervise *s, struct panel *panel);
void test_load(struct supervise *s, struct panel *panel,
	       const struct path_now *was, int64_t down_ms);

/* Time into the sums, before anything of the panel changes:
 * supervise_day.c */
void day_count(struct supervise *s, struct panel *panel);
void day_missed(struct panel *panel); /* a test */
void day_take(struct supervise *s, struct path *p, struct path_now *out);
void day_back(struct path *p, const struct path_now *row);

/* Groups and storms: supervise_storm.c */
struct group *group_get(struct supervise *s, int64_t org, enum group_kind kind,
			struct str value);
struct group *group_of_word(struct supervise *s, int64_t org, const char *word);
void group_word(const struct group *g, char *out, size_t size);
void storm_loss(struct supervise *s, struct path *p); /* p is now held */
void storm_back(struct supervise *s, struct path *p); /* heard or gone */
void storm_rejoin(struct supervise *s, struct path *p, struct group *g);
void storm_window(struct supervise *s);	   /* the old ones go */
void storm_begin_due(struct supervise *s); /* before telling */
void storm_tick(struct supervise *s);	   /* news, ends */
void groups_free(struct supervise *s);

#endif
