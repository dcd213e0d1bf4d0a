/*
 * net.h - the pack `net`: are there enough people for so many connected
 * customers (NET-5.2), and enough drills (NET-8.4.1b)?
 *
 * The day is an argument.  What the registers keep of the past (contracts,
 * employment, certificates, dates of connection) is taken as of that day; a
 * panel's state is the one it has now.
 */
#ifndef RATING_NET_H
#define RATING_NET_H

#include "kind/task.h"
#include "rating/pack.h"

/* Does a person count, and why not? */
#define NET_COUNTS(X)                                             \
	X(NET_COUNTED, "counted", "计入", "counts")               \
	X(NET_WARNED, "warned", "计入，但没有有效保安员证",       \
	  "counts, but without a valid guard certificate")        \
	X(NET_NOT_YET, "not_yet", "尚未入职", "not employed yet") \
	X(NET_GONE, "gone", "已离职", "has left")                 \
	X(NET_EXPIRED, "expired", "保安员证已过期或吊销",         \
	  "the guard certificate has run out or was revoked")     \
	X(NET_NO_CERTIFICATE, "no_certificate", "没有保安员证",   \
	  "has no guard certificate")
enum net_count {
#define X(name, word, zh, en) name,
	NET_COUNTS(X)
#undef X
	    NET_COUNT_N
};
const char *net_count_word(enum net_count count);
struct label net_count_label(enum net_count count);

struct net_person {
	int64_t staff, certificate; /* 0: none valid on the day */
	struct str name, kind, post;
	size_t column;
	enum net_count count;
};

struct net_staffing {
	const struct pack_table *table;
	const struct pack_row *row, *next; /* NULL: this is the last */
	int64_t customers;
	int64_t actual[PACK_COLUMNS_MAX];
	size_t least; /* the column with the smallest margin */
	size_t n_people;
	struct net_person *people; /* of the table's columns only */
	int64_t customers_before;  /* growth_months ago */
	int64_t growth_months;
	bool reaches;	    /* the next bracket, at this pace */
	int64_t reach_days; /* on this day (since 1970) */
	bool near_next;	    /* within near_percent of it */
};
MUST_CHECK enum err
net_staffing(struct task *t, int64_t on_days, struct net_staffing *out);

/* When does a number that grew by growth in months reach target?  False:
 * never, at this pace.  Days from today, rounded up. */
bool net_reach(int64_t now, int64_t before, int64_t months, int64_t target,
	       int64_t *days);

struct net_drills {
	int64_t year, need, closed;
	int64_t missing;  /* 0: enough */
	bool remind;	  /* missing, and the last quarter has begun */
	struct rows rows; /* closed in the year up to the day, then open ones:
			     id, number, name, kind, class, state, planned_on,
			     closed_on */
	struct rows open;
};
MUST_CHECK enum err
net_drills(struct task *t, int64_t on_days, struct net_drills *out);

/* A class and priority of events that ask for a plan. */
struct net_cell {
	struct str class;
	int64_t priority;
	int64_t plans;	/* issued ones that fit, those of one site too */
	int64_t plan;	/* the first that is of no site; 0: none */
	bool covered;	/* at every site and all day */
	bool exercised; /* one of them, since */
};
struct net_plans {
	size_t n;
	struct net_cell *cells;
	int64_t covered;    /* of the n cells */
	int64_t exercised;  /* of the rows.n issued plans */
	int64_t since_days; /* exercised on that day or later */
	struct rows rows;
};
enum {
	NET_PLAN_ID,
	NET_PLAN_NUMBER,
	NET_PLAN_NAME,
	NET_PLAN_CLASS,
	NET_PLAN_PRIORITY,
	NET_PLAN_SITE,
	NET_PLAN_BAND,
	NET_PLAN_EXERCISED
};
/* cells: their class and priority, by who knows the events; the rest is
 * filled. */
MUST_CHECK enum err
net_plans(struct task *t, int64_t on_days, struct net_cell *cells, size_t n,
	  struct net_plans *out);
/* The first day of exercise that still counts. */
MUST_CHECK enum err
net_exercised_since(struct task *t, int64_t on_days, int64_t *out);

/* What somebody should see to (model C.5), on the home page of who leads. */
#define NET_HOLDUP_MONTHS 12 /* ours: no standard that we have says it */
#define NET_REMIND_ROWS 5
struct net_reminders {
	bool knows_staffing; /* the caller may see it */
	struct net_staffing staffing;
	int64_t short_posts; /* people missing in all columns */
	struct net_drills drills;
	int64_t plans_n, zones_n; /* how many; some of them: */
	struct rows plans;	  /* id, number, name */
	struct rows zones;	  /* id, zone, panel */
};
MUST_CHECK enum err
net_reminders(struct task *t, int64_t on_days, struct net_reminders *out);
/* The same day so many months before. */
int64_t net_months_before(int64_t days, int64_t months);

/* Panels from id `after` on: id, name, account, site, customer, state,
 * commissioned_on, contract; and whether one counts. */
enum {
	NET_PANEL,
	NET_PANEL_NAME,
	NET_ACCOUNT,
	NET_SITE,
	NET_CUSTOMER,
	NET_STATE,
	NET_SINCE,
	NET_CONTRACT
};
MUST_CHECK enum err net_accounts(struct task *t, int64_t on_days, int64_t after,
				 int64_t limit, struct rows *out);
/* "counted", "state", "not_yet", "no_contract" */
const char *net_account_count(const struct val *row, struct str on);

#endif
