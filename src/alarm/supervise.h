/*
 * supervise.h - is every panel still there?  Paths, periodic tests, clocks
 * and sequence numbers of all panels, in memory.
 *
 * A panel has a main path and perhaps a backup path.  What tells them apart
 * is chosen per panel: the transport, the receiver line, or the frame's x-data
 * field J, "network path" (DC-09-2013); frames that fit are the backup path's,
 * all others the main path's.  doc/alarm.md, "Supervision".
 *
 * Silence is measured with a clock that never steps; the wall clock is only
 * shown.  No function here reads a clock or a database: supervise_run.h does.
 * Every function may be called from any thread.
 */
#ifndef ALARM_SUPERVISE_H
#define ALARM_SUPERVISE_H

#include "base/base.h"

enum seen_path { SEEN_TCP, SEEN_UDP };

/* One frame of a known panel, heartbeat or not, as the receiver saw it. */
#define SEEN_NONE INT64_MIN
struct seen {
	int64_t org, panel;
	enum seen_path path; /* the transport */
	struct str line;     /* receiver and line as sent, "R1L1" */
	struct str peer;     /* address and port */
	int64_t now_ms;	     /* wall clock */
	int64_t seq;	     /* 0 to 9999; SEEN_NONE */
	int64_t device_ms;   /* panel's time as UTC (its offset taken off) */
	char network;	     /* x-data J; 0: the frame says none */
	bool is_heartbeat;   /* NULL frame: nothing but a sign of life */
	/* Refused for its time: no sign of life, but its clock is known.  One
	 * that a stranger sends again is never off by the same amount. */
	bool is_refused;
};

struct supervise;

/* Cheap, never waits for a database.  Frames of panels that are not watched
 * (not in use, or not yet known here) are passed over. */
void supervise_seen(struct supervise *s, const struct seen *seen);

/* ---- limits ---- */

struct supervise_limits {
	int64_t tolerance_percent; /* of the interval, on top of it */
	int64_t tolerance_min_s;   /* but at least so much */
	int64_t wait_s;		   /* losses are held back so long: a storm? */
	int64_t skew_max_s;	   /* of a panel's clock; 0: not looked at */
	int64_t storm_count;	   /* losses of one group … */
	int64_t storm_percent;	   /* … that are so much of its paths … */
	int64_t storm_window_s;	   /* … within this time */
};

/* ---- what is watched ---- */

enum path_role { PATH_MAIN, PATH_BACKUP, PATH_ROLE_N };
const char *path_role_word(enum path_role role); /* "main", "backup" */

/* By what a frame of the backup path is known. */
enum backup_by { BACKUP_BY_TRANSPORT, BACKUP_BY_LINE, BACKUP_BY_NETWORK };

/* A panel's wishes; texts are copied. */
#define WATCH_TEXT_MAX 47
struct watched {
	int64_t org, panel, site, customer;
	struct str account, line, region;
	struct str carrier[PATH_ROLE_N];	/* "ip", "4g"; may be empty */
	int64_t interval_s[PATH_ROLE_N];	/* 0: not supervised */
	int64_t tolerance_percent[PATH_ROLE_N]; /* SEEN_NONE: as limits */
	bool has_backup;
	enum backup_by backup_by;
	enum seen_path backup;	 /* its transport */
	struct str backup_line;	 /* "R1L2" */
	char backup_network;	 /* J */
	int64_t test_interval_s; /* 0: no periodic test */
	int64_t test_tolerance_s;
};

/*   name, word, zh, en, tone for the screens */
#define PATH_STATES(X)                                                \
	X(PATH_UNWATCHED, "unsupervised", "不监测", "Not supervised") \
	X(PATH_WAITING, "waiting", "等待首个信号", "Not heard yet")   \
	X(PATH_UP, "up", "正常", "Up")                                \
	X(PATH_OVERDUE, "overdue", "超时", "Overdue")                 \
	X(PATH_ELSEWHERE, "elsewhere", "由其他节点接收",              \
	  "Heard by another node")
enum path_state {
#define X(name, word, zh, en) name,
	PATH_STATES(X)
#undef X
	    PATH_STATE_N
};
const char *path_state_word(enum path_state state);

/* What was counted since the row before; a part of a row of path_day. */
struct path_sums {
	int64_t heartbeats, frames, gaps, repeats;
	int64_t up_s, down_s;
	/* of the panel, on its main path */
	int64_t online_s, offline_s, service_s;
	int64_t tests_due_milli, tests_missed;
};

/* One path as it stands; a row of path_state. */
struct path_now {
	int64_t org, panel, site;
	enum path_role role;
	enum path_state state;
	bool is_udp; /* the newest frame */
	char line[WATCH_TEXT_MAX + 1], peer[WATCH_TEXT_MAX + 1];
	char storm[2 * WATCH_TEXT_MAX + 1]; /* "region:…"; "" */
	char carrier[WATCH_TEXT_MAX + 1], region[WATCH_TEXT_MAX + 1];
	int64_t since_ms;	    /* of the state */
	int64_t seen_ms, signal_ms; /* SEEN_NONE: never */
	int64_t clock_diff_ms;	    /* SEEN_NONE: no frame said */
	int64_t frames, gaps, repeats;
	bool clock_off, test_missing; /* of the panel; on its main path */
	struct path_sums sums;
	int64_t counted_s; /* how long they were counted */
};

struct supervise *supervise_new(const struct supervise_limits *limits,
				int64_t now_ms, int64_t mono_ms);
void supervise_free(struct supervise **s);

/* A new panel, or a changed one: counts and states stay. */
void supervise_watch(struct supervise *s, const struct watched *w);
void supervise_forget(struct supervise *s, int64_t panel);
/* Forgets up to max panels of other organisations than these, in ascending
 * order, and says which. */
size_t supervise_forget_others(struct supervise *s, const int64_t *orgs,
			       size_t n_orgs, int64_t *gone, size_t max);

/* Whole panels in service mode, in ascending order: their time is apart. */
void supervise_service(struct supervise *s, const int64_t *panels, size_t n);

/* Its loss was told before it was taken out of use: when it is heard, that is
 * told.  After supervise_watch. */
void supervise_owe(struct supervise *s, int64_t panel, enum path_role role);

/*
 * How it stood before a restart, after supervise_watch.  What was overdue
 * stays so without a second signal; all others get a whole interval.
 * down_ms: when the program was last known to listen; a test that may have
 * come after that gets a whole interval too.
 */
void supervise_load(struct supervise *s, const struct path_now *was,
		    int64_t down_ms);

/* ---- what happened ---- */

enum supervise_kind {
	SUPERVISE_OVERDUE,
	SUPERVISE_RESTORED,
	SUPERVISE_STORM,
	SUPERVISE_STORM_OVER,
	SUPERVISE_TEST_MISSING,
	SUPERVISE_TEST_SEEN, /* a missing one came: its restore */
	SUPERVISE_CLOCK_OFF,
	SUPERVISE_CLOCK_GOOD,
	SUPERVISE_KIND_N
};
struct supervise_event {
	enum supervise_kind kind;
	int64_t org, panel, site, customer; /* panel 0: of a group */
	enum path_role role;
	int64_t at_ms;
	int64_t silent_ms; /* overdue, restored: how long nothing came */
	int64_t diff_ms;   /* clock */
	/* a storm: how many paths of it were lost, are lost, there are */
	int64_t lost, still, paths;
	bool in_storm; /* a single loss or restore that a storm speaks for */
	char account[17], line[WATCH_TEXT_MAX + 1];
	char storm[2 * WATCH_TEXT_MAX + 1];
};

/* Once a second or so.  Times in between only make losses come later. */
void supervise_tick(struct supervise *s, int64_t now_ms, int64_t mono_ms);
/* Takes up to max of what happened, oldest first; how many. */
size_t
supervise_take(struct supervise *s, struct supervise_event *out, size_t max);
/* Takes up to max paths whose row is to be written: changed state first, then
 * those with new frames not written for sample_ms.  Of these a share of all
 * is looked at in each call. */
#define SUPERVISE_SHARES 64
size_t supervise_rows(struct supervise *s, int64_t sample_ms,
		      struct path_now *out, size_t max);
/* They could not be written: again later. */
void
supervise_rows_back(struct supervise *s, const struct path_now *v, size_t n);

/* A path as it is now; false: not watched here. */
bool supervise_look(struct supervise *s, int64_t panel, enum path_role role,
		    struct path_now *out);
/* A held loss that another node has heard since: no loss. */
void
supervise_elsewhere(struct supervise *s, int64_t panel, enum path_role role);
/* Paths that are about to be told as lost, each once: to ask whether another
 * node has them. */
size_t supervise_held(struct supervise *s, struct path_now *out, size_t max);

/* Storms under way, for the screen. */
size_t supervise_storms(struct supervise *s, int64_t org,
			struct supervise_event *out, size_t max);

struct supervise_figures {
	int64_t panels, paths, by_state[PATH_STATE_N];
	int64_t frames, gaps, repeats, blips; /* losses that ended while held */
};
struct supervise_figures supervise_figures(struct supervise *s);

#endif
