/*
 * log.h - one line of JSON per event, on standard error.
 *
 *   log_info(LOG_HTTP, "listen", "address=%s port=%d", addr, port);
 *
 * gives {"t":"…","level":"info","subject":"http","event":"listen",
 * "text":"address=… port=…"}.  error: a person must act; warn: will become
 * one; info: business event; debug.  Never secrets.  Log lines are not
 * evidence: the journal is.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/base.h"

/*   name         word    what it covers */
#define LOG_SUBJECTS(X)                                   \
	X(LOG_MAIN, "main", "start, stop, settings")      \
	X(LOG_DB, "db", "databases and migrations")       \
	X(LOG_LANE, "lane", "queues of database work")    \
	X(LOG_HTTP, "http", "requests and connections")   \
	X(LOG_AUTH, "auth", "sessions, tokens, refusals") \
	X(LOG_JOURNAL, "journal", "sealing, checkpoints") \
	X(LOG_CLOCK, "clock", "deadlines")                \
	X(LOG_RECV, "recv", "alarm receivers")            \
	X(LOG_JOB, "job", "background work")              \
	X(LOG_FILE, "file", "stored files, backup")
enum log_subject {
#define X(name, word, text) name,
	LOG_SUBJECTS(X)
#undef X
	    LOG_SUBJECT_N
};
enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG, LOG_LEVEL_N };

/* Lines above the level are not written.  Default LOG_INFO. */
void log_set_level(enum log_level level);
bool log_level_parse(struct str word, enum log_level *out);
/* Lines written since start at this level, for /metrics and tests. */
uint64_t log_count(enum log_level level);

void log_line(enum log_level level, enum log_subject subject, const char *event,
	      const char *fmt, ...) PRINTF(4, 5);
#define log_error(s, ...) log_line(LOG_ERROR, (s), __VA_ARGS__)
#define log_warn(s, ...) log_line(LOG_WARN, (s), __VA_ARGS__)
#define log_info(s, ...) log_line(LOG_INFO, (s), __VA_ARGS__)
#define log_debug(s, ...) log_line(LOG_DEBUG, (s), __VA_ARGS__)

/*
 * For what a broken or hostile peer can cause: at most `burst` lines per
 * minute for the same event and key; the first line after a silence says how
 * many were left out.  Thread safe; holds 1024 keys, the oldest gives way.
 */
void
log_limited(enum log_level level, enum log_subject subject, const char *event,
	    struct str key, unsigned burst, const char *fmt, ...) PRINTF(6, 7);

#endif
