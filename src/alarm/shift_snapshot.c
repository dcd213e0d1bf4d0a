/* shift_snapshot.c - what was open when a shift was handed over (NET-8.4):
 * how much, and the most urgent of it. */
#include "alarm/shift_parts.h"
#include "base/json.h"
#include "base/str.h"
#include "gen/stmt.h"

#define SNAPSHOT_MAX 60000 /* of the field */
#define ROWS_MAX 100
#define COLUMNS_MAX 8

/* A list: its count under one name, its rows under another.  The arguments
 * are the organisation and, with `of_shift`, the shift. */
struct part {
	const char *count, *list;
	int count_stmt, list_stmt;
	bool of_shift;
	const char *columns[COLUMNS_MAX]; /* "+": an id, "#": a number */
};
static const struct part parts[] = {
	{ "open",
	  "alarms",
	  STMT_SHIFT_OPEN_COUNT,
	  STMT_SHIFT_OPEN_ALARMS,
	  false,
	  { "+id", "number", "state", "priority", "class", "summary",
	    "#parked_until_ms" } },
	{ "incidents_open",
	  "incidents",
	  STMT_SHIFT_INCIDENT_COUNT,
	  STMT_SHIFT_INCIDENTS,
	  false,
	  { "+id", "number", "state", "severity", "site", "#opened_ms" } },
	{ "dispatches_open",
	  "dispatches",
	  STMT_SHIFT_DISPATCH_COUNT,
	  STMT_SHIFT_DISPATCHES,
	  false,
	  { "+id", "number", "state", "patrol", "site", "#sent_ms" } },
	{ "receipts_open",
	  "receipts",
	  STMT_SHIFT_RECEIPT_COUNT,
	  STMT_SHIFT_RECEIPTS,
	  false,
	  { "+id", "number", "state", "site", "#sent_ms" } },
	{ "notices_failed",
	  "notices",
	  STMT_SHIFT_NOTICE_COUNT,
	  STMT_SHIFT_NOTICES,
	  false,
	  { "+id", "number", "event", "site", "address", "failure" } },
	{ "faults_open",
	  "faults",
	  STMT_SHIFT_FAULT_COUNT,
	  STMT_SHIFT_FAULTS,
	  false,
	  { "+id", "number", "state", "grade", "site", "symptom",
	    "#since_ms" } },
	{ "modes_active",
	  "modes",
	  STMT_SHIFT_MODE_COUNT,
	  STMT_SHIFT_MODES,
	  false,
	  { "+id", "panel", "site", "purpose", "#until_ms" } },
	{ "left_open",
	  "left",
	  STMT_SHIFT_LEFT_COUNT,
	  STMT_SHIFT_LEFT,
	  false,
	  { "+alarm", "number", "summary", "panel", "#zone_no", "#since_ms",
	    "#remind_ms" } },
	{ "storms_now",
	  "storms",
	  STMT_SHIFT_STORM_COUNT,
	  STMT_SHIFT_STORMS,
	  false,
	  { "storm", "#lost", "#since_ms" } },
	{ "paths_overdue",
	  "paths",
	  STMT_SHIFT_PATH_COUNT,
	  STMT_SHIFT_PATHS,
	  false,
	  { "+id", "panel", "path", "site", "#since_ms" } },
	{ "unknown_signals",
	  "unknown",
	  STMT_SHIFT_UNKNOWN_COUNT,
	  STMT_SHIFT_UNKNOWN,
	  false,
	  { "line", "account", "fate", "#n", "#last_ms" } },
	{ "mutes_made",
	  "mutes",
	  STMT_SHIFT_MUTE_COUNT,
	  STMT_SHIFT_MUTES,
	  true,
	  { "#at_ms", "by", "canon" } },
};

/* The journal keeps a mute's reason; the rest of the entry is not wanted. */
static enum err
put_reason(struct task *t, struct jw *j, struct str canon)
{
	const struct js *what, *reason = NULL;
	struct js entry;

	TRY(js_parse(canon, t->a, &entry, &t->why));
	what = js_member(&entry, "what");
	if (what != NULL)
		reason = js_member(what, "reason");
	jw_key(j, "reason");
	jw_str(j,
	       reason != NULL && reason->type == JS_TEXT ? reason->s : STR(""));
	return OK;
}

static enum err
put_column(struct task *t, struct jw *j, const char *name, const struct val *v)
{
	if (str_is(str_of(name), "canon"))
		return put_reason(t, j, v->s);
	jw_key(j, name[0] == '+' || name[0] == '#' ? name + 1 : name);
	if (v->type == VAL_NULL)
		jw_null(j);
	else if (name[0] == '+')
		jw_id(j, v->i);
	else if (name[0] == '#')
		jw_int(j, v->i);
	else
		jw_str(j, v->s);
	return OK;
}

static enum err
put_part(struct task *t, struct jw *j, const struct part *p, int64_t shift,
	 size_t max)
{
	const struct val args[] = { val_int(t->who.org), val_int(shift) };
	size_t n_args = p->of_shift ? 2 : 1;
	struct rows rows, count;

	TRY(db_run(t->db, p->list_stmt, args, n_args, t->a, &rows, &t->why));
	TRY(db_run(t->db, p->count_stmt, args, n_args, t->a, &count, &t->why));
	jw_key(j, p->count);
	jw_int(j, count.v[0].i);
	jw_key(j, p->list);
	jw_begin(j, '[');
	for (size_t i = 0; i < rows.n && i < max; i++) {
		const struct val *v = rows_at(&rows, i);

		jw_begin(j, '{');
		for (size_t k = 0; k < COLUMNS_MAX && p->columns[k] != NULL;
		     k++)
			TRY(put_column(t, j, p->columns[k], &v[k]));
		jw_end(j, '}');
	}
	jw_end(j, ']');
	return OK;
}

static enum err
put_all(struct task *t, struct buf *b, int64_t shift, size_t max)
{
	struct jw j = jw_open(b);

	jw_begin(&j, '{');
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		TRY(put_part(t, &j, &parts[i], shift, max));
	jw_end(&j, '}');
	return OK;
}

/* Long texts leave room for fewer rows; the counts are always there. */
enum err
shift_snapshot(struct task *t, int64_t shift, struct str *out)
{
	enum err rc = OK;
	bool full = true;

	for (size_t max = ROWS_MAX; rc == OK && full; max /= 2) {
		struct buf b = buf_open(SNAPSHOT_MAX);

		rc = put_all(t, &b, shift, max);
		full = b.full;
		if (rc == OK && !full)
			*out = arena_str(t->a, buf_str(&b));
		buf_release(&b);
		must(max > 0 || !full);
	}
	return rc;
}
