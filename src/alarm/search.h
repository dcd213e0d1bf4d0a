/*
 * search.h - finding signals among many millions.
 *
 * A search walks one index of the stream, the newest first, and looks at no
 * more than SEARCH_WALK_MAX signals: a page may end before it is full, and
 * its `next` says where to go on.  Periods are ranges of ids, which are in
 * the order of time; after the clock was set back, ids stay ahead of it until
 * it has caught up, and a period that ends in that time misses its last ones.
 */
#ifndef ALARM_SEARCH_H
#define ALARM_SEARCH_H

#include "kind/task.h"

#define SEARCH_LIMIT_MAX 200
#define SEARCH_WALK_MAX 5000

/* Columns of a found signal, in the order of search.sql; those from
 * SEARCH_RAW on are there for one signal only. */
enum search_type { SEARCH_NUMBER, SEARCH_TEXT, SEARCH_ID, SEARCH_FLAG };
/*   enum, name, type, register that an id points to */
#define SEARCH_COLUMNS(X)                                      \
	X(SEARCH_SIGNAL, "id", SEARCH_ID, NULL)                \
	X(SEARCH_RECEIVED, "received_ms", SEARCH_NUMBER, NULL) \
	X(SEARCH_DEVICE, "device_ms", SEARCH_NUMBER, NULL)     \
	X(SEARCH_SOURCE, "source", SEARCH_TEXT, NULL)          \
	X(SEARCH_TRANSPORT, "transport", SEARCH_TEXT, NULL)    \
	X(SEARCH_PEER, "peer", SEARCH_TEXT, NULL)              \
	X(SEARCH_LINE, "line", SEARCH_TEXT, NULL)              \
	X(SEARCH_ACCOUNT, "account", SEARCH_TEXT, NULL)        \
	X(SEARCH_SEQ, "seq", SEARCH_TEXT, NULL)                \
	X(SEARCH_TOKEN, "token", SEARCH_TEXT, NULL)            \
	X(SEARCH_ENCRYPTED, "encrypted", SEARCH_FLAG, NULL)    \
	X(SEARCH_PANEL, "panel", SEARCH_ID, "panel")           \
	X(SEARCH_SITE, "site", SEARCH_ID, "site")              \
	X(SEARCH_CUSTOMER, "customer", SEARCH_ID, "customer")  \
	X(SEARCH_PART, "part", SEARCH_NUMBER, NULL)            \
	X(SEARCH_FORMAT, "format", SEARCH_TEXT, NULL)          \
	X(SEARCH_CODE, "code", SEARCH_TEXT, NULL)              \
	X(SEARCH_ROLE, "role", SEARCH_TEXT, NULL)              \
	X(SEARCH_CLASS, "class", SEARCH_TEXT, NULL)            \
	X(SEARCH_PRIORITY, "priority", SEARCH_NUMBER, NULL)    \
	X(SEARCH_PART_NO, "part_no", SEARCH_NUMBER, NULL)      \
	X(SEARCH_ZONE_NO, "zone_no", SEARCH_NUMBER, NULL)      \
	X(SEARCH_USER_NO, "user_no", SEARCH_NUMBER, NULL)      \
	X(SEARCH_WORDS, "text", SEARCH_TEXT, NULL)             \
	X(SEARCH_STATE, "state", SEARCH_TEXT, NULL)            \
	X(SEARCH_FATE, "fate", SEARCH_TEXT, NULL)              \
	X(SEARCH_FATE_MS, "fate_ms", SEARCH_NUMBER, NULL)      \
	X(SEARCH_ALARM, "alarm", SEARCH_ID, "alarm")           \
	X(SEARCH_REASON, "reason", SEARCH_TEXT, NULL)          \
	X(SEARCH_ZONE, "zone", SEARCH_ID, "zone")              \
	X(SEARCH_ZONE_NAME, "zone_name", SEARCH_TEXT, NULL)
enum search_column {
#define X(name, word, type, ref) name,
	SEARCH_COLUMNS(X)
#undef X
	    SEARCH_RAW,
	SEARCH_DATA,
	SEARCH_XDATA,
	SEARCH_AGAIN_OF, /* it is another one, judged again */
	SEARCH_JUDGED,	 /* the one that came of judging it again */
	SEARCH_WHOLE_N
};
#define SEARCH_COLUMN_N SEARCH_RAW
struct search_col {
	const char *name;
	enum search_type type;
	const char *ref;
};
extern const struct search_col search_cols[SEARCH_COLUMN_N];

/* Empty texts and zero ids ask for nothing. */
struct search {
	struct str account, class, role, code, fate, state, source, line;
	struct str text; /* somewhere in the signal's words */
	int64_t panel, site, customer, alarm, priority;
	bool has_zone;
	int64_t zone_no;
	int64_t from_ms, to_ms; /* received in [from, to); to 0: no end */
	int64_t after;		/* `next` of the page before; 0: the first */
	bool up;		/* the oldest after `after` first: looking on */
	int64_t limit;
};
struct search_page {
	size_t n;
	const struct val **rows; /* each of SEARCH_COLUMN_N values */
	int64_t next; /* 0: the end.  Looking on: where to ask again */
};
MUST_CHECK enum err
search_run(struct task *t, const struct search *q, struct search_page *out);

/* One signal, all columns, and the other events of its frame. */
struct search_whole {
	const struct val *row;
	struct rows frame;
};
MUST_CHECK enum err
search_get(struct task *t, int64_t id, struct search_whole *out);

/* Groups of line, account, state, n, first_ms, last_ms, sample among the
 * newest of the unknown and of the undecoded. */
#define SEARCH_UNKNOWN_MAX 20000
MUST_CHECK enum err
search_unknown(struct task *t, const char *fate, struct rows *out);

#endif
