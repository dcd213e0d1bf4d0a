/*
 * metrics.h - counters, gauges and latency histograms, in the text format
 * that Prometheus reads.
 *
 * The table is the list; a new figure is a row here and a call where it
 * happens.  Everything is atomic and may be called from any thread.  Rows
 * with the same name stand together: they are one metric with labels.
 */
#ifndef HTTP_METRICS_H
#define HTTP_METRICS_H

#include "base/buf.h"

enum metric_kind { METRIC_COUNTER, METRIC_GAUGE };

/* clang-format off */
/*   id                   name                           labels            kind            help */
#define METRICS(X) \
	X(METRIC_HTTP_2XX,        "anwei_http_answers_total",    "class=\"2xx\"",  METRIC_COUNTER, "answers by class of status") \
	X(METRIC_HTTP_3XX,        "anwei_http_answers_total",    "class=\"3xx\"",  METRIC_COUNTER, "") \
	X(METRIC_HTTP_4XX,        "anwei_http_answers_total",    "class=\"4xx\"",  METRIC_COUNTER, "") \
	X(METRIC_HTTP_5XX,        "anwei_http_answers_total",    "class=\"5xx\"",  METRIC_COUNTER, "") \
	X(METRIC_HTTP_OPEN,       "anwei_http_connections",      "",               METRIC_GAUGE,   "connections open now") \
	X(METRIC_HTTP_ACCEPTED,   "anwei_http_accepted_total",   "",               METRIC_COUNTER, "connections accepted") \
	X(METRIC_HTTP_CUT,        "anwei_http_cut_total",        "",               METRIC_COUNTER, "connections cut because the client was too slow") \
	X(METRIC_HTTP_TOO_BIG,    "anwei_http_too_big_total",    "",               METRIC_COUNTER, "requests refused for their size") \
	X(METRIC_HTTP_GONE,       "anwei_http_gone_total",       "",               METRIC_COUNTER, "answers that the client did not take to the end") \
	X(METRIC_HTTP_BYTES_IN,   "anwei_http_body_bytes_total", "",               METRIC_COUNTER, "bytes of request bodies taken") \
	X(METRIC_FEED_LISTENERS,  "anwei_feed_listeners",        "",               METRIC_GAUGE,   "listeners on the live feed now") \
	X(METRIC_FEED_EVENTS,     "anwei_feed_events_total",     "",               METRIC_COUNTER, "events put on the live feed") \
	X(METRIC_FEED_BYTES,      "anwei_feed_bytes_total",      "",               METRIC_COUNTER, "bytes given to listeners") \
	X(METRIC_WRITE_GROUPS,    "anwei_write_groups_total",    "",               METRIC_COUNTER, "commits of the write lane") \
	X(METRIC_WRITE_PIECES,    "anwei_write_pieces_total",    "",               METRIC_COUNTER, "pieces of work in those commits") \
	X(METRIC_WRITE_WAITING,   "anwei_write_waiting",         "",               METRIC_GAUGE,   "pieces that wait for the write lane now") \
	X(METRIC_READ_WAITING,    "anwei_read_waiting",          "",               METRIC_GAUGE,   "calls that wait for a reading connection now") \
	X(METRIC_REFUSED_FULL,    "anwei_refused_full_total",    "",               METRIC_COUNTER, "calls refused because a queue was full") \
	X(METRIC_LOG_ERRORS,      "anwei_log_errors_total",      "",               METRIC_COUNTER, "error lines in the log since start") \
	X(METRIC_FEED_RESETS,     "anwei_feed_resets_total",     "",               METRIC_COUNTER, "listeners told to load again")

/*   id                   name                         help */
#define HISTOGRAMS(X) \
	X(HISTOGRAM_HTTP, "anwei_http_answer_seconds", "from the complete request to its answer")
/* clang-format on */

enum metric {
#define X(id, name, labels, kind, help) id,
	METRICS(X)
#undef X
	    METRIC_N
};
enum histogram {
#define X(id, name, help) id,
	HISTOGRAMS(X)
#undef X
	    HISTOGRAM_N
};

void metric_add(enum metric m, int64_t n);
void metric_set(enum metric m, int64_t v);
int64_t metric_get(enum metric m);
/* One duration; buckets from 0.5 ms to 10 s. */
void metric_observe(enum histogram h, int64_t us);
uint64_t metric_observed(enum histogram h); /* how many so far */
/* All of them; Content-Type METRICS_TYPE. */
#define METRICS_TYPE "text/plain; version=0.0.4; charset=utf-8"
void metrics_print(struct buf *out);

#endif
