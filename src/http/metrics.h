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
	X(METRIC_STREAM_GROUPS,   "anwei_stream_groups_total",   "",               METRIC_COUNTER, "commits of the stream of signals") \
	X(METRIC_STREAM_ROWS,     "anwei_stream_rows_total",     "",               METRIC_COUNTER, "signals in those commits") \
	X(METRIC_STREAM_FAILED,   "anwei_stream_failed_total",   "",               METRIC_COUNTER, "pieces that were not written") \
	X(METRIC_STREAM_REFUSED,  "anwei_stream_refused_total",  "",               METRIC_COUNTER, "pieces refused because too much waited") \
	X(METRIC_STREAM_WAITING,  "anwei_stream_waiting",        "",               METRIC_GAUGE,   "pieces that wait for their commit now") \
	X(METRIC_FRAME_FIRST,     "anwei_frames_total",          "fate=\"stored\"",     METRIC_COUNTER, "frames of panels by what became of them") \
	X(METRIC_FRAME_HEARTBEAT, "anwei_frames_total",          "fate=\"heartbeat\"",  METRIC_COUNTER, "") \
	X(METRIC_FRAME_REPEAT,    "anwei_frames_total",          "fate=\"repeat\"",     METRIC_COUNTER, "") \
	X(METRIC_FRAME_PENDING,   "anwei_frames_total",          "fate=\"pending\"",    METRIC_COUNTER, "") \
	X(METRIC_FRAME_UNKNOWN,   "anwei_frames_total",          "fate=\"unknown\"",    METRIC_COUNTER, "") \
	X(METRIC_FRAME_UNREADABLE, "anwei_frames_total",         "fate=\"unreadable\"", METRIC_COUNTER, "") \
	X(METRIC_FRAME_CRC,       "anwei_frames_total",          "fate=\"crc\"",        METRIC_COUNTER, "") \
	X(METRIC_FRAME_KEY,       "anwei_frames_total",          "fate=\"key\"",        METRIC_COUNTER, "") \
	X(METRIC_FRAME_TIME,      "anwei_frames_total",          "fate=\"time\"",       METRIC_COUNTER, "") \
	X(METRIC_FRAME_PLAIN,     "anwei_frames_total",          "fate=\"plain\"",      METRIC_COUNTER, "") \
	X(METRIC_FRAME_ANSWER,    "anwei_frames_total",          "fate=\"answer\"",     METRIC_COUNTER, "") \
	X(METRIC_FRAME_LIMITED,   "anwei_frames_total",          "fate=\"limited\"",    METRIC_COUNTER, "") \
	X(METRIC_FRAME_BUSY,      "anwei_frames_total",          "fate=\"busy\"",       METRIC_COUNTER, "") \
	X(METRIC_FRAME_FAILED,    "anwei_frames_total",          "fate=\"failed\"",     METRIC_COUNTER, "") \
	X(METRIC_NOISE_BYTES,     "anwei_noise_bytes_total",     "",               METRIC_COUNTER, "bytes on the panels' port that were no frame") \
	X(METRIC_PANELS_OPEN,     "anwei_panel_connections",     "",               METRIC_GAUGE,   "panels' connections open now") \
	X(METRIC_PANELS_ACCEPTED, "anwei_panel_accepted_total",  "",               METRIC_COUNTER, "panels' connections accepted") \
	X(METRIC_PANELS_REFUSED,  "anwei_panel_refused_total",   "",               METRIC_COUNTER, "panels' connections refused for a limit") \
	X(METRIC_PANELS_IDLE,     "anwei_panel_idle_total",      "",               METRIC_COUNTER, "panels' connections closed for silence") \
	X(METRIC_PANELS_CLOGGED,  "anwei_panel_clogged_total",   "",               METRIC_COUNTER, "panels' connections closed because they do not read") \
	X(METRIC_DATAGRAMS,       "anwei_panel_datagrams_total", "",               METRIC_COUNTER, "datagrams on the panels' port") \
	X(METRIC_FEED_RESETS,     "anwei_feed_resets_total",     "",               METRIC_COUNTER, "listeners told to load again")

/*   id                   name                         help */
#define HISTOGRAMS(X) \
	X(HISTOGRAM_HTTP, "anwei_http_answer_seconds", "from the complete request to its answer") \
	X(HISTOGRAM_ACK,  "anwei_frame_answer_seconds", "from a stored frame to its answer")
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
