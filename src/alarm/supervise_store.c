/* supervise_store.c - rows of panels into the supervision, its rows out. */
#include "alarm/supervise_store.h"

#include <string.h>

#include "alarm/supervise_parts.h"
#include "base/str.h"
#include "gen/stmt.h"

#define PAGE 1000
#define OVERLAP_MS \
	(10 * SECOND_MS)      /* a slow commit comes later than its time */
#define TEST_TOLERANCE_MIN 90 /* when the panel's field is empty */

enum {
	COL_ID,
	COL_CHANGED,
	COL_ORG,
	COL_SITE,
	COL_CUSTOMER,
	COL_ACCOUNT,
	COL_LINE,
	COL_DISTRICT,
	COL_STATE,
	COL_RETIRED,
	COL_BACKUP_BY,
	COL_BACKUP,
	COL_BACKUP_LINE,
	COL_BACKUP_NETWORK,
	COL_MAIN_CARRIER,
	COL_BACKUP_CARRIER,
	COL_BACKUP_INTERVAL,
	COL_BACKUP_TOLERANCE,
	COL_PROTOCOL,
	COL_TOLERANCE,
	COL_TEST_H,
	COL_TEST_MIN,
	COL_INTERVALS
};
/* In the order of the columns from COL_INTERVALS on. */
static const char *const carriers[] = { "pstn", "gprs", "nb_iot", "4g",
					"5g",	"ip",	"radio" };

static int64_t
or_else(const struct val *v, int64_t otherwise)
{
	return v->type == VAL_NULL ? otherwise : v->i;
}

static struct str
or_empty(const struct val *v)
{
	return v->type == VAL_NULL ? STR("") : v->s;
}

/* Of no carrier that somebody named: the shortest for the main path, the
 * longest for the backup. */
static void
interval_take(struct watched *w, enum path_role role, const char *carrier,
	      int64_t interval_s)
{
	int64_t *now = &w->interval_s[role];
	bool better = role == PATH_MAIN ? interval_s < *now : interval_s > *now;

	if (*now != 0 && !better)
		return;
	*now = interval_s;
	w->carrier[role] = str_of(carrier);
}

static void
intervals_take(struct watched *w, enum path_role role, const struct val *v)
{
	struct str named = or_empty(
	    &v[role == PATH_MAIN ? COL_MAIN_CARRIER : COL_BACKUP_CARRIER]);

	for (size_t i = 0; i < ARRAY_LEN(carriers); i++) {
		const struct val *interval = &v[COL_INTERVALS + i];

		if (interval->type != VAL_NULL &&
		    (named.n == 0 || str_is(named, carriers[i])))
			interval_take(w, role, carriers[i], interval->i);
	}
	if (named.n > 0)
		w->carrier[role] = named;
	if (role == PATH_BACKUP)
		w->interval_s[role] =
		    or_else(&v[COL_BACKUP_INTERVAL], w->interval_s[role]);
}

static void
backup_take(struct watched *w, const struct val *v)
{
	struct str by = or_empty(&v[COL_BACKUP_BY]);
	struct str network = or_empty(&v[COL_BACKUP_NETWORK]);

	w->has_backup = by.n > 0 && !str_is(by, "none");
	w->backup_by = str_is(by, "line")    ? BACKUP_BY_LINE :
		       str_is(by, "network") ? BACKUP_BY_NETWORK :
					       BACKUP_BY_TRANSPORT;
	w->backup =
	    str_is(or_empty(&v[COL_BACKUP]), "udp") ? SEEN_UDP : SEEN_TCP;
	w->backup_line = or_empty(&v[COL_BACKUP_LINE]);
	w->backup_network = network.n == 1 ? network.p[0] : '\0';
}

static struct watched
watched_of(const struct val *v)
{
	struct watched w = {
		.panel = v[COL_ID].i,
		.org = v[COL_ORG].i,
		.site = v[COL_SITE].i,
		.customer = v[COL_CUSTOMER].i,
		.account = or_empty(&v[COL_ACCOUNT]),
		.line = or_empty(&v[COL_LINE]),
		.region = or_empty(&v[COL_DISTRICT]),
		.test_interval_s = or_else(&v[COL_TEST_H], 0) * 3600,
		.test_tolerance_s =
		    or_else(&v[COL_TEST_MIN], TEST_TOLERANCE_MIN) * 60,
	};

	w.tolerance_percent[PATH_MAIN] = or_else(&v[COL_TOLERANCE], SEEN_NONE);
	w.tolerance_percent[PATH_BACKUP] =
	    or_else(&v[COL_BACKUP_TOLERANCE], w.tolerance_percent[PATH_MAIN]);
	backup_take(&w, v);
	intervals_take(&w, PATH_MAIN, v);
	intervals_take(&w, PATH_BACKUP, v);
	return w;
}

/* What is still being put up, suspended or closed need not speak; what does
 * not speak DC-09 is not heard by our receiver. */
static bool
is_watched(const struct val *v)
{
	struct str state = or_empty(&v[COL_STATE]);

	return v[COL_RETIRED].type == VAL_NULL &&
	       str_is(or_empty(&v[COL_PROTOCOL]), "dc09") &&
	       str_is(state, "live");
}

static void
panel_take(struct supervise *s, const struct val *v, struct watch_gones *gone)
{
	struct watched w = watched_of(v);
	struct path_now was;
	bool known = supervise_look(s, w.panel, PATH_MAIN, &was);
	bool backup = supervise_look(s, w.panel, PATH_BACKUP, &was);

	if (!is_watched(v)) {
		supervise_forget(s, w.panel);
		if (known)
			gone->v[gone->n++] =
			    (struct watch_gone){ w.panel, true };
		return;
	}
	supervise_watch(s, &w);
	if (backup && !w.has_backup)
		gone->v[gone->n++] = (struct watch_gone){ w.panel, false };
}

/* ---- at start ---- */

static enum err
panels_load(struct supervise *s, struct db *db, struct watch_cursor *at,
	    struct watch_gones *gone, struct why *why)
{
	struct arena a = { 0 };
	struct rows rows = { .n = PAGE };
	int64_t after = 0;
	enum err rc = OK;

	while (rc == OK && rows.n == PAGE) {
		arena_reset(&a);
		rc =
		    db_run(db, STMT_WATCHED_ALL,
			   ARGS(val_int(after), val_int(PAGE)), &a, &rows, why);
		for (size_t i = 0; rc == OK && i < rows.n; i++) {
			const struct val *v = rows_at(&rows, i);

			after = v[COL_ID].i;
			if (v[COL_CHANGED].i > at->changed_ms)
				at->changed_ms = v[COL_CHANGED].i;
			panel_take(s, v, gone);
		}
	}
	arena_release(&a);
	return rc;
}

static void
path_read(const struct val *v, int64_t node, struct path_now *out)
{
	*out = (struct path_now){ .panel = v[0].i,
				  .org = v[2].i,
				  .site = v[3].i,
				  .is_udp = str_is(or_empty(&v[5]), "udp"),
				  .since_ms = v[10].i,
				  .seen_ms = or_else(&v[11], SEEN_NONE),
				  .signal_ms = or_else(&v[12], SEEN_NONE),
				  .clock_diff_ms = or_else(&v[13], SEEN_NONE),
				  .clock_off = v[14].i != 0,
				  .test_missing = v[15].i != 0,
				  .frames = v[16].i,
				  .gaps = v[17].i,
				  .repeats = v[18].i };

	text_set(out->line, sizeof(out->line), or_empty(&v[6]));
	text_set(out->peer, sizeof(out->peer), or_empty(&v[7]));
	text_set(out->storm, sizeof(out->storm), or_empty(&v[9]));
	out->role = str_is(or_empty(&v[1]), "main") ? PATH_MAIN : PATH_BACKUP;
	for (int i = 0; i < PATH_STATE_N; i++)
		if (str_is(or_empty(&v[8]),
			   path_state_word((enum path_state)i)))
			out->state = (enum path_state)i;
	if (v[4].i != node && out->seen_ms != SEEN_NONE)
		out->state = PATH_ELSEWHERE;
}

struct rows_load {
	struct supervise *s;
	struct watch_gones *gone;
	int64_t node, down_ms;
};

static void
path_take(struct rows_load *l, const struct val *v)
{
	struct path_now was, now;

	path_read(v, l->node, &was);
	if (supervise_look(l->s, was.panel, was.role, &now))
		supervise_load(l->s, &was, l->down_ms);
	else if (l->gone->n < WATCH_GONE_MAX)
		l->gone->v[l->gone->n++] =
		    (struct watch_gone){ was.panel, was.role == PATH_MAIN };
}

static enum err
paths_load(struct rows_load *l, struct db *db, struct why *why)
{
	struct arena a = { 0 }, last = { 0 };
	struct rows rows = { .n = PAGE };
	struct val panel = val_int(0), path = val_text(STR(""));
	enum err rc = OK;

	while (rc == OK && rows.n == PAGE) {
		arena_reset(&a);
		rc = db_run(db, STMT_PATH_ALL, ARGS(panel, path, val_int(PAGE)),
			    &a, &rows, why);
		if (rc != OK || rows.n == 0)
			break;
		for (size_t i = 0; i < rows.n; i++)
			path_take(l, rows_at(&rows, i));
		panel = rows_at(&rows, rows.n - 1)[0];
		arena_reset(&last);
		path =
		    val_text(arena_str(&last, rows_at(&rows, rows.n - 1)[1].s));
	}
	arena_release(&a);
	arena_release(&last);
	return rc;
}

enum err
watch_load(struct supervise *s, struct db *db, int64_t node,
	   struct watch_cursor *at, struct watch_gones *gone, struct why *why)
{
	struct rows_load l = { .s = s, .gone = gone, .node = node };
	struct arena a = { 0 };
	struct rows rows;
	enum err rc;

	TRY(panels_load(s, db, at, gone, why));
	rc = db_run(db, STMT_PATH_WRITTEN, ARGS(val_int(node)), &a, &rows, why);
	if (rc == OK) {
		l.down_ms = rows.n == 0 ? 0 : rows.v[0].i;
		rc = paths_load(&l, db, why);
	}
	arena_release(&a);
	return rc;
}

/* ---- while it runs ---- */

#define PLACE_BACKUP (-2) /* alarm/raise_parts.h */

/* A panel that was taken out of use while it was overdue is in use again. */
static enum err
owed_take(struct supervise *s, struct db *db, const struct val *v,
	  struct arena *a, struct why *why)
{
	struct rows rows;

	TRY(db_run(db, STMT_PATH_OWED, ARGS(v[COL_ORG], v[COL_ID]), a, &rows,
		   why));
	for (size_t i = 0; i < rows.n; i++)
		supervise_owe(s, v[COL_ID].i,
			      rows_at(&rows, i)[0].i == PLACE_BACKUP ?
				  PATH_BACKUP :
				  PATH_MAIN);
	return OK;
}

static enum err
change_take(struct supervise *s, struct db *db, const struct val *v,
	    struct watch_gones *gone, struct arena *a, struct why *why)
{
	struct path_now now;
	bool known = supervise_look(s, v[COL_ID].i, PATH_MAIN, &now);

	panel_take(s, v, gone);
	return known || !is_watched(v) ? OK : owed_take(s, db, v, a, why);
}

enum err
watch_changes(struct supervise *s, struct db *db, int64_t now_ms,
	      struct watch_cursor *at, struct watch_gones *gone,
	      struct why *why)
{
	struct watch_cursor c = *at;
	struct rows rows = { .n = PAGE };
	struct arena a = { 0 };
	enum err rc = OK;

	if (now_ms - c.changed_ms < OVERLAP_MS)
		c = (struct watch_cursor){ c.changed_ms - OVERLAP_MS, 0 };
	while (rc == OK && rows.n == PAGE && gone->n + PAGE < WATCH_GONE_MAX) {
		arena_reset(&a);
		rc = db_run(db, STMT_WATCHED_CHANGED,
			    ARGS(val_int(c.changed_ms), val_int(c.id),
				 val_int(PAGE)),
			    &a, &rows, why);
		for (size_t i = 0; rc == OK && i < rows.n; i++) {
			const struct val *v = rows_at(&rows, i);

			c = (struct watch_cursor){ v[COL_CHANGED].i,
						   v[COL_ID].i };
			rc = change_take(s, db, v, gone, &a, why);
		}
	}
	if (c.changed_ms > at->changed_ms ||
	    (c.changed_ms == at->changed_ms && c.id > at->id))
		*at = c;
	arena_release(&a);
	return rc;
}

/* Those that were there before are one less: who else is gone?  Unless there
 * was room for all of them, the next call goes on. */
static void
orgs_take(struct supervise *s, const int64_t *ids, size_t n,
	  struct watch_orgs *orgs, struct watch_gones *gone)
{
	int64_t panels[WATCH_GONE_MAX];
	size_t old = 0, room = WATCH_GONE_MAX - gone->n, n_gone = 0;

	while (old < n && ids[old] <= orgs->greatest)
		old++;
	if (old < orgs->n)
		n_gone = supervise_forget_others(s, ids, n, panels, room);
	for (size_t i = 0; i < n_gone; i++)
		gone->v[gone->n++] = (struct watch_gone){ panels[i], true };
	if (n_gone < room)
		*orgs = (struct watch_orgs){ n, n == 0 ? 0 : ids[n - 1] };
}

enum err
watch_removed(struct supervise *s, struct db *db, struct watch_orgs *orgs,
	      struct watch_gones *gone, struct why *why)
{
	struct arena a = { 0 };
	struct rows rows;
	enum err rc = db_run(db, STMT_WATCHED_ORGS, NO_ARGS, &a, &rows, why);

	if (rc == OK) {
		int64_t *ids = ARENA_ARRAY(&a, rows.n + 1, int64_t);

		for (size_t i = 0; i < rows.n; i++)
			ids[i] = rows_at(&rows, i)[0].i;
		orgs_take(s, ids, rows.n, orgs, gone);
	}
	arena_release(&a);
	return rc;
}

#define HELD_MAX 500
enum err
watch_elsewhere(struct supervise *s, struct db *db, int64_t node,
		struct why *why)
{
	struct arena a = { 0 };
	struct path_now *held = ARENA_ARRAY(&a, HELD_MAX, struct path_now);
	size_t n = supervise_held(s, held, HELD_MAX);
	enum err rc = OK;

	for (size_t i = 0; rc == OK && i < n; i++) {
		struct str role = str_of(path_role_word(held[i].role));
		struct rows rows;

		rc = db_run(db, STMT_PATH_HEARD_BY,
			    ARGS(val_int(held[i].org), val_int(held[i].panel),
				 val_text(role)),
			    &a, &rows, why);
		if (rc == OK && rows.n == 1 && rows.v[0].i != node &&
		    rows.v[1].type != VAL_NULL &&
		    (held[i].seen_ms == SEEN_NONE ||
		     rows.v[1].i > held[i].seen_ms))
			supervise_elsewhere(s, held[i].panel, held[i].role);
	}
	arena_release(&a);
	return rc;
}

enum err
watch_service(struct supervise *s, struct db *db, struct watch_service *last,
	      struct why *why)
{
	struct arena a = { 0 };
	struct rows rows;
	int64_t ids[WATCH_SERVICE_MAX];
	size_t n;
	enum err rc = db_run(db, STMT_WATCHED_SERVICE, NO_ARGS, &a, &rows, why);

	if (rc == OK) {
		n = rows.n < WATCH_SERVICE_MAX ? rows.n : WATCH_SERVICE_MAX;
		for (size_t i = 0; i < n; i++)
			ids[i] = rows_at(&rows, i)[0].i;
		if (n != last->n || memcmp(ids, last->v, n * sizeof(*ids)) != 0)
			supervise_service(s, ids, n);
		memcpy(last->v, ids, n * sizeof(*ids));
		last->n = n;
	}
	arena_release(&a);
	return rc;
}
