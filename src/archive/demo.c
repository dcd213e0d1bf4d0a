/* demo.c - the demo company comes in: files, users, repair orders. */
#include "archive/demo.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "archive/import.h"
#include "base/json.h"
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "kind/secret.h"
#include "org/org.h"

#define FILE_MAX (8u << 20)
#define REPORT_MAX (8u << 20) /* the import bounds it lower */

/* Users are made with a password, processes by their steps. */
static bool
has_file(const struct reg *r)
{
	return r->process == NULL && strcmp(r->name, "user") != 0;
}

/* The alarm centre works with its defaults: what it has no file for stays
 * empty.  Everything else must be there. */
static bool
is_there(struct task *t, const struct reg *r, const char *folder)
{
	const char *path = arena_printf(t->a, "%s/%s.csv", folder, r->name).p;

	return strncmp(r->group, "alarm", strlen("alarm")) != 0 ||
	       access(path, R_OK) == 0;
}

static enum err
read_bytes(int fd, struct buf *out)
{
	for (;;) {
		char *room = buf_room(out, 64u << 10);
		ssize_t n = room == NULL ? -1 : read(fd, room, 64u << 10);

		if (n <= 0)
			return n == 0 ? OK : ERR_STORAGE;
		out->n += (size_t)n;
	}
}

static enum err
read_file(struct task *t, const char *path, struct buf *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	enum err rc = fd < 0 ? ERR_STORAGE : read_bytes(fd, out);

	if (fd >= 0)
		(void)close(fd); /* only read */
	if (rc == OK)
		return OK;
	return fail(&t->why, ERR_STORAGE, "cannot read %s: %s",
		    "无法读取 %s：%s", path,
		    out->full ? "too big" : strerror(errno));
}

/* The first of the faults, from the import's own answer. */
static enum err
bad_rows(struct task *t, const struct reg *r, const struct import *x)
{
	struct buf b = buf_open(REPORT_MAX);
	struct jw j = jw_open(&b);
	struct js answer;
	const struct js *first;
	enum err rc;

	import_json(x, &j);
	rc = js_parse(buf_str(&b), t->a, &answer, &t->why);
	buf_release(&b);
	TRY(rc);
	first = js_member(&answer, "errors")->in;
	return fail(&t->why, ERR_INVALID, "%s.csv line %lld: %.*s",
		    "%s.csv 第%lld行：%.*s", r->name,
		    (long long)js_member(first, "line")->i,
		    STR_ARG(js_member(first, "message")->s));
}

/* All or nothing is one chunk; a task of its own, since the import takes the
 * task's memory for its rows. */
static enum err
run_import(struct task *t, const struct reg *r, struct import *x)
{
	struct task work = *t;
	bool more;
	enum err rc;

	TRY(import_fill(x, &more, &t->why));
	rc = import_apply(x, &work);
	if (import_figures(x).bad > 0)
		return bad_rows(t, r, x);
	if (rc != OK)
		return fail(&t->why, rc, "%s.csv: %.200s%.0s",
			    "%s.csv：%.0s%.200s", r->name,
			    work.why.text[LANG_EN], work.why.text[LANG_ZH]);
	return import_settle(x, OK, &t->why);
}

static enum err
import_csv(struct task *t, const struct reg *r, struct str csv, int64_t *rows)
{
	struct sheet_src src = { .bytes = csv };
	struct import_conf conf = { .reg = r,
				    .format = SHEET_CSV,
				    .lang = t->lang,
				    .all_or_nothing = true };
	struct import *x;
	enum err rc;

	TRY(import_open(&src, &conf, t->a, &x, &t->why));
	rc = run_import(t, r, x);
	*rows += import_figures(x).created;
	import_close(&x);
	return rc;
}

static enum err
load_file(struct task *t, const struct reg *r, const char *folder, int64_t days,
	  struct demo_report *out)
{
	const char *path = arena_printf(t->a, "%s/%s.csv", folder, r->name).p;
	struct buf raw = buf_open(FILE_MAX), moved = buf_open(FILE_MAX);
	enum err rc;

	rc = read_file(t, path, &raw);
	if (rc == OK) {
		demo_shift(buf_str(&raw), days, &moved);
		rc = import_csv(t, r, buf_str(&moved), &out->rows);
	}
	buf_release(&raw);
	buf_release(&moved);
	out->registers++;
	return rc;
}

static enum err
load_files(struct task *t, const char *folder, struct demo_report *out)
{
	const struct reg *order[DEMO_REGISTERS_MAX];
	size_t n = demo_order(order);
	int64_t base;

	must(date_parse(STR(DEMO_BASE), &base));
	for (size_t i = 0; i < n; i++) {
		int64_t today = zone_date(zone_find(STR(DEMO_ZONE)), t->now_ms);

		if (has_file(order[i]) && is_there(t, order[i], folder))
			TRY(load_file(t, order[i], folder, today - base, out));
	}
	return OK;
}

/* All panels have the same, which is no secret: demo/scenario-demo.json. */
static enum err
load_keys(struct task *t)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_DEMO_KEY_NAMES, ARGS(val_int(t->who.org)), t->a,
		   &rows, &t->why));
	for (size_t i = 0; i < rows.n; i++)
		TRY(secret_put(t, rows_at(&rows, i)[0].s, STR(DEMO_KEY)));
	return OK;
}

enum err
demo_load(struct task *t, const struct demo_conf *conf, struct demo_report *out)
{
	int64_t users[ROLE_N];

	*out = (struct demo_report){ 0 };
	TRY(org_add(t, STR(DEMO_NAME), STR(DEMO_ZONE), true, &out->org));
	t->who = actor_program(out->org);
	TRY(load_files(t, conf->folder, out));
	if (conf->keys)
		TRY(load_keys(t));
	TRY(demo_users(t, conf->password, users));
	TRY(demo_patrols(t, users[ROLE_PATROL]));
	return demo_orders(t, users, &out->orders);
}
