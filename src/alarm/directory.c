/* directory.c - panels by account, in memory: looking up, and reading. */
#include "alarm/directory.h"

#include <string.h>

#include "alarm/directory_table.h"
#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "base/thread.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "kind/secret.h"

/* Edits are dated before their commit, and clocks of nodes differ. */
#define OVERLAP_MS (10 * SECOND_MS)
#define LINES_MAX 4096

struct line_row {
	int64_t org;
	bool is_any;
	struct line_no no;
	struct dc09_key key;
	bool key_is_missing;
	enum answer_policy unknown, plain;
};

struct directory {
	struct directory_conf conf;
	pthread_rwlock_t lock; /* table, lines, orgs */
	struct dir_table table;
	struct line_row *lines;
	size_t n_lines;
	int64_t only_org, oldest_org;
	struct overrides *overrides;

	pthread_mutex_t refresh_lock; /* below */
	struct db *db;
	struct arena a;
	int64_t since_ms, full_at_ms;
	struct overrides_mark mark;

	struct halt halt;
	pthread_t id;
	bool running;
};

/* ---- looking up ---- */

static bool
line_eq(struct line_no a, struct line_no b)
{
	return a.receiver == b.receiver && a.line == b.line;
}

/* The row of this line, best one of the organisation (0: any); else that
 * for all others. */
static const struct line_row *
line_find(const struct directory *d, struct line_no no, int64_t org)
{
	const struct line_row *best = NULL;
	int score = 0;

	for (size_t i = 0; i < d->n_lines; i++) {
		const struct line_row *row = &d->lines[i];
		int now = 0;

		if (row->is_any || line_eq(row->no, no))
			now = (row->is_any ? 1 : 4) + (row->org == org ? 2 : 0);
		/* Another organisation's row says nothing about ours. */
		if (org != 0 && row->org != org)
			now = 0;
		if (now > score) {
			score = now;
			best = row;
		}
	}
	return best;
}

static void
line_apply(const struct line_row *row, struct dir_panel *out)
{
	out->unknown = row == NULL ? ANSWER_ACK : row->unknown;
	out->plain = row == NULL ? ANSWER_DUH : row->plain;
	if (row == NULL || out->key.n > 0 || out->key_is_missing)
		return;
	out->key = row->key;
	out->key_is_missing = row->key_is_missing;
}

static void
unknown_fill(const struct directory *d, struct line_no no,
	     struct dir_panel *out)
{
	const struct line_row *row = line_find(d, no, 0);

	*out = (struct dir_panel){ 0 };
	out->org = row != NULL	    ? row->org :
		   d->only_org != 0 ? d->only_org :
				      d->oldest_org;
	line_apply(row, out);
}

void
directory_find(struct directory *d, struct str receiver, struct str line,
	       struct str account, struct dir_panel *out)
{
	struct line_no no = { 0 };
	const struct line_row *row;
	const struct dir_panel *p;

	line_of(receiver, line, &no);
	pthread_rwlock_rdlock(&d->lock);
	row = line_find(d, no, 0);
	p = dir_table_find(&d->table, no, row == NULL ? 0 : row->org, account);
	if (p == NULL) {
		unknown_fill(d, no, out);
	} else {
		*out = *p;
		line_apply(line_find(d, no, p->org), out);
	}
	pthread_rwlock_unlock(&d->lock);
}

struct overrides *
directory_overrides(struct directory *d)
{
	struct overrides *o;

	pthread_rwlock_rdlock(&d->lock);
	o = d->overrides == NULL ? NULL : overrides_hold(d->overrides);
	pthread_rwlock_unlock(&d->lock);
	return o;
}

size_t
directory_count(struct directory *d)
{
	size_t n;

	pthread_rwlock_rdlock(&d->lock);
	n = d->table.count;
	pthread_rwlock_unlock(&d->lock);
	return n;
}

/* ---- rows ---- */

/* false: named, but it cannot be had. */
static bool
key_open(int64_t org, struct str name, const struct val *sealed,
	 struct dc09_key *out)
{
	struct why why = { 0 };
	struct secret s;
	enum err rc;

	*out = (struct dc09_key){ 0 };
	if (sealed->type == VAL_NULL)
		return false;
	rc = secret_unseal(org, name, sealed->s, &s, &why);
	if (rc == OK)
		rc = dc09_key_parse((struct str){ s.b, s.n }, out, &why);
	secret_close(&s);
	if (rc == OK)
		return true;
	log_limited(LOG_WARN, LOG_RECV, "key_unusable", name, 1,
		    "name=%.*s why=\"%s\"", STR_ARG(name), why.text[LANG_EN]);
	return false;
}

enum {
	P_ID,
	P_ORG,
	P_SITE,
	P_CUSTOMER,
	P_TEMPLATE,
	P_DIALECT,
	P_OFFSET,
	P_STATE,
	P_RETIRED,
	P_ENCRYPTION,
	P_TIME_TOLERANCE,
	P_ACCOUNT,
	P_LINE,
	P_KEY_REF,
	P_SEALED,
	P_CHANGED,
	P_PROTOCOL,
	P_BACKUP_LINE,
	P_N
};

static void
panel_of(const struct val *row, struct dir_panel *out)
{
	struct str dialect = row[P_DIALECT].s;

	*out = (struct dir_panel){
		.panel = row[P_ID].i,
		.org = row[P_ORG].i,
		.site = row[P_SITE].i,
		.customer = row[P_CUSTOMER].i,
		.template = row[P_TEMPLATE].i,
		.offset_ms = row[P_OFFSET].i * MINUTE_MS,
		.in_use = row[P_RETIRED].type == VAL_NULL &&
			  !str_is(row[P_STATE].s, "closed"),
		.must_encrypt = row[P_ENCRYPTION].type != VAL_NULL &&
				!str_is(row[P_ENCRYPTION].s, "none"),
		.time_tolerance_ms = row[P_TIME_TOLERANCE].i * SECOND_MS,
	};
	if (row[P_BACKUP_LINE].type != VAL_NULL)
		out->has_backup_line =
		    line_parse(row[P_BACKUP_LINE].s, &out->backup_line);
	if (row[P_DIALECT].type != VAL_NULL && dialect.n < sizeof(out->dialect))
		memcpy(out->dialect, dialect.p, dialect.n);
	if (row[P_KEY_REF].type != VAL_NULL)
		out->key_is_missing = !key_open(out->org, row[P_KEY_REF].s,
						&row[P_SEALED], &out->key);
}

/* As directory_all has it. */
static bool
is_ours(struct str protocol)
{
	return str_is(protocol, "dc09") || str_is(protocol, "receiver");
}

static enum err
panel_row(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct directory *d = ctx;
	struct dir_panel p;
	struct line_no no;
	bool has_line = line_parse(row[P_LINE].s, &no);

	(void)why;
	must(width == P_N);
	panel_of(row, &p);
	pthread_rwlock_wrlock(&d->lock);
	if (is_ours(row[P_PROTOCOL].s))
		dir_table_put(&d->table, &p, row[P_ACCOUNT].s,
			      has_line ? &no : NULL);
	else
		dir_table_drop(&d->table, p.panel);
	pthread_rwlock_unlock(&d->lock);
	secret_wipe(&p.key, sizeof(p.key));
	return OK;
}

static enum answer_policy
policy_of(struct str word)
{
	static const char *const words[] = {
		[ANSWER_ACCEPT] = "accept", [ANSWER_ACK] = "ack",
		[ANSWER_DUH] = "duh",	    [ANSWER_NAK] = "nak",
		[ANSWER_SILENT] = "silent",
	};

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (str_is(word, words[i]))
			return (enum answer_policy)i;
	}
	return ANSWER_DUH;
}

enum { L_ORG, L_LINE, L_KEY_REF, L_SEALED, L_UNKNOWN, L_PLAIN, L_N };

static enum err
lines_load(struct directory *d, struct why *why)
{
	struct line_row *fresh, *old;
	struct rows rows = { 0 };

	TRY(db_run(d->db, STMT_DIRECTORY_LINES, NO_ARGS, &d->a, &rows, why));
	must(rows.n == 0 || rows.width == L_N);
	if (rows.n > LINES_MAX)
		rows.n = LINES_MAX;
	fresh = mem_alloc((rows.n + 1) * sizeof(*fresh));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		fresh[i] = (struct line_row){
			.org = v[L_ORG].i,
			.is_any = v[L_LINE].type == VAL_NULL,
			.unknown = policy_of(v[L_UNKNOWN].s),
			.plain = policy_of(v[L_PLAIN].s),
		};
		if (!fresh[i].is_any)
			(void)!line_parse(v[L_LINE].s, &fresh[i].no);
		if (v[L_KEY_REF].type != VAL_NULL)
			fresh[i].key_is_missing =
			    !key_open(fresh[i].org, v[L_KEY_REF].s,
				      &v[L_SEALED], &fresh[i].key);
	}
	pthread_rwlock_wrlock(&d->lock);
	old = d->lines;
	d->lines = fresh;
	d->n_lines = rows.n;
	pthread_rwlock_unlock(&d->lock);
	mem_free(old);
	return OK;
}

static enum err
oldest_load(struct directory *d, struct why *why)
{
	struct rows rows = { 0 };

	TRY(db_run(d->db, STMT_DIRECTORY_OLDEST, NO_ARGS, &d->a, &rows, why));
	pthread_rwlock_wrlock(&d->lock);
	d->oldest_org = rows.n > 0 ? rows.v[0].i : 0;
	pthread_rwlock_unlock(&d->lock);
	return OK;
}

static enum err
overrides_renew(struct directory *d, struct why *why)
{
	struct overrides_mark mark;
	struct overrides *fresh, *old;

	TRY(overrides_mark(d->db, &mark, why));
	if (d->overrides != NULL && mark.rows == d->mark.rows &&
	    mark.changed_ms == d->mark.changed_ms)
		return OK;
	TRY(overrides_load(d->db, &fresh, why));
	pthread_rwlock_wrlock(&d->lock);
	old = d->overrides;
	d->overrides = fresh;
	pthread_rwlock_unlock(&d->lock);
	d->mark = mark;
	if (old != NULL)
		overrides_drop(&old);
	return OK;
}

static enum err
panels_load(struct directory *d, bool all, struct why *why)
{
	const struct val since = val_int(d->since_ms - OVERLAP_MS);

	if (!all) {
		TRY(db_each(d->db, STMT_DIRECTORY_CHANGED, &since, 1, panel_row,
			    d, why));
		TRY(db_each(d->db, STMT_DIRECTORY_RETEMPLATED, &since, 1,
			    panel_row, d, why));
		return db_each(d->db, STMT_DIRECTORY_REKEYED, &since, 1,
			       panel_row, d, why);
	}
	pthread_rwlock_wrlock(&d->lock);
	d->table.turn++;
	pthread_rwlock_unlock(&d->lock);
	TRY(db_each(d->db, STMT_DIRECTORY_ALL, NO_ARGS, panel_row, d, why));
	pthread_rwlock_wrlock(&d->lock);
	dir_table_sweep(&d->table);
	pthread_rwlock_unlock(&d->lock);
	return OK;
}

enum err
directory_refresh(struct directory *d, bool all, struct why *why)
{
	int64_t now_ms = time_now_ms();
	enum err rc;

	pthread_mutex_lock(&d->refresh_lock);
	rc = db_begin(d->db, TX_READ, why);
	if (rc == OK) {
		rc = panels_load(d, all, why);
		if (rc == OK)
			rc = lines_load(d, why);
		if (rc == OK)
			rc = oldest_load(d, why);
		if (rc == OK)
			rc = overrides_renew(d, why);
		rc = db_end(d->db, rc, why);
	}
	if (rc == OK) {
		d->since_ms = now_ms;
		if (all)
			d->full_at_ms = now_ms;
		pthread_rwlock_wrlock(&d->lock);
		d->only_org = dir_table_only_org(&d->table);
		pthread_rwlock_unlock(&d->lock);
	}
	arena_reset(&d->a);
	pthread_mutex_unlock(&d->refresh_lock);
	return rc;
}

/* ---- the thread ---- */

static void *
poll_run(void *arg)
{
	struct directory *d = arg;

	while (!halt_rest(&d->halt, d->conf.poll_ms)) {
		struct why why = { 0 };
		bool all = time_now_ms() - d->full_at_ms >= d->conf.full_ms;

		if (directory_refresh(d, all, &why) == OK)
			continue;
		/* What is known stays good: panels are answered on. */
		log_limited(LOG_WARN, LOG_RECV, "directory", STR(""), 2,
			    "why=\"%s\" detail=\"%s\"", why.text[LANG_EN],
			    why.detail);
		(void)!db_ping(d->db, &why);
	}
	return NULL;
}

enum err
directory_open(const struct directory_conf *conf, struct directory **out,
	       struct why *why)
{
	struct directory *d = mem_alloc(sizeof(*d));
	enum err rc;

	d->conf = *conf;
	*out = d;
	pthread_rwlock_init(&d->lock, NULL);
	pthread_mutex_init(&d->refresh_lock, NULL);
	halt_init(&d->halt);
	dir_table_init(&d->table);
	rc = db_open(conf->url, &d->db, why);
	if (rc == OK)
		rc = directory_refresh(d, true, why);
	if (rc != OK) {
		directory_close(out);
		return rc;
	}
	if (conf->poll_ms > 0) {
		d->id = thread_start("directory", poll_run, d);
		d->running = true;
	}
	return OK;
}

void
directory_close(struct directory **directory)
{
	struct directory *d = *directory;

	if (d == NULL)
		return;
	halt_set(&d->halt);
	if (d->running)
		(void)pthread_join(d->id, NULL);
	db_close(&d->db);
	arena_release(&d->a);
	dir_table_release(&d->table);
	if (d->overrides != NULL)
		overrides_drop(&d->overrides);
	secret_wipe(d->lines, d->n_lines * sizeof(*d->lines));
	mem_free(d->lines);
	pthread_rwlock_destroy(&d->lock);
	pthread_mutex_destroy(&d->refresh_lock);
	halt_release(&d->halt);
	mem_free(d);
	*directory = NULL;
}
