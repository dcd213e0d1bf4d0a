/*
 * stat.h - the figures of the alarm centre: model C.6, K25 to K32.
 *
 * A metric is a named read-only question that gives samples: one row of the
 * books each, what it adds to the numerator and to the denominator and, for
 * times, how long it took.  Every figure is made of its samples, and they are
 * shown on demand.  All of it is integers; percentiles are exact (nearest
 * rank).  An empty denominator is no figure at all, never 100 %.
 */
#ifndef ALARM_STAT_H
#define ALARM_STAT_H

#include "kind/task.h"

enum stat_kind {
	STAT_TIME,    /* how long; numerator: within the limit */
	STAT_SHARE,   /* numerator of denominator */
	STAT_PER_YEAR /* numerator per denominator days times a year */
};
enum stat_good { STAT_MORE, STAT_LESS }; /* which way is better */
enum stat_source {
	STAT_ALARM_TIME,
	STAT_INCIDENT_TIME,
	STAT_VERDICT,
	STAT_LATENCY,
	STAT_LOSS,
	STAT_ONLINE,
	STAT_TESTS
};
struct stat_metric {
	const char *name; /* "claim"; NULL ends the list */
	const char *kpi;  /* "K25" */
	struct label label;
	struct label note; /* what is counted and what is not */
	const char *reg;   /* of the samples' rows; "signal" is the stream */
	enum stat_kind kind;
	enum stat_good good;
	enum stat_source source;
	const char
	    *word; /* the step and its clock; beginning of a disposition */
};
extern const struct stat_metric stat_metrics[];
const struct stat_metric *stat_find(struct str name);

struct stat_sample {
	int64_t id, at_ms, site, panel, zone, owner; /* 0: none */
	struct str cause, class;
	bool has_value;
	int64_t value_ms, limit_ms;
	int64_t num, den; /* den 0: not decided yet, or without a limit */
	int64_t key;	  /* of a group */
};
struct stat_set {
	size_t n;
	struct stat_sample *v; /* the newest first */
	int64_t panel_days;    /* STAT_PER_YEAR: the denominator */
};
#define STAT_SAMPLES_MAX 500000
struct stat_period {
	int64_t from_ms, to_ms;
	int64_t site; /* 0: all */
	/* Of panels' time, which is kept by day: a sample for each panel, for
	 * each day, or for each day of one panel. */
	bool by_day;
	int64_t panel;
};
/* ERR_TOO_BIG when there are more than STAT_SAMPLES_MAX. */
MUST_CHECK enum err
stat_collect(struct task *t, const struct stat_metric *m,
	     const struct stat_period *p, struct stat_set *out);

/* A figure of some samples; times are of those that ended. */
struct stat_figure {
	int64_t rows, num, den, pending;
	int64_t ended;	 /* samples with a time */
	int64_t mean_ms; /* the rest only when ended > 0 */
	int64_t p50_ms, p80_ms, p985_ms, p99_ms, max_ms;
};
/* Sorts the samples by their times. */
void stat_figure(struct stat_sample *v, size_t n, struct stat_figure *out);

enum stat_by {
	STAT_BY_SITE,
	STAT_BY_PANEL,
	STAT_BY_ZONE,
	STAT_BY_CAUSE,
	STAT_BY_CLASS,
	STAT_BY_OWNER,
	STAT_BY_DAY,
	STAT_BY_N
};
const char *stat_by_word(enum stat_by by);
bool stat_by_parse(struct str word, enum stat_by *out);

/* Groups with the most in the denominator first; days in their order. */
struct stat_group {
	int64_t id;	 /* site, panel, zone, owner; day since 1970; 0: none */
	struct str word; /* cause, class */
	struct stat_figure figure;
};
/* Reorders the samples. */
void stat_groups(struct arena *a, struct stat_set *set, enum stat_by by,
		 const struct zone *zone, struct stat_group **out, size_t *n);

/* ---- panels' time; stat_panel.c ---- */

/* Is it counted by day and panel (K29 to K31)? */
bool stat_is_of_panels(const struct stat_metric *m);
MUST_CHECK enum err
stat_panel_time(struct task *t, const struct stat_metric *m,
		const struct stat_period *p, struct stat_set *out);
/* Days that panels were in use within the period, all together. */
MUST_CHECK enum err
stat_panel_days(struct task *t, const struct stat_period *p, int64_t *out);

#endif
