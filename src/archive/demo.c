/* demo.c - the demo company comes in: files, users, repair orders. */
#include "archive/demo.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "archive/sheet.h"
#include "base/str.h"
#include "base/time.h"
#include "kind/roles.h"
#include "org/account.h"
#include "org/org.h"

#define FILE_MAX (8u << 20)
#define ROWS_MAX 100000

/* Users are made with a password, processes by their steps. */
static bool
has_file(const struct reg *r)
{
	return r->process == NULL && strcmp(r->name, "user") != 0;
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

/* Headings are the Chinese labels. */
static enum err
read_heads(struct task *t, const struct reg *r, const struct sheet_row *row,
	   size_t fields[SHEET_COLUMNS_MAX])
{
	for (size_t i = 0; i < row->n; i++) {
		size_t k = 0;

		while (k < r->n_fields &&
		       !str_is(row->cells[i], r->fields[k].label.zh))
			k++;
		if (k == r->n_fields)
			return fail(&t->why, ERR_INVALID,
				    "%s.csv: there is no column “%.*s”",
				    "%s.csv：没有“%.*s”这一列", r->name,
				    STR_ARG(row->cells[i]));
		fields[i] = k;
	}
	return OK;
}

static enum err
read_row(struct task *t, const struct reg *r, const struct sheet_row *row,
	 const size_t *fields)
{
	struct reg_input in = reg_input_new(t->a, r);
	struct reg_row made;

	for (size_t i = 0; i < row->n; i++)
		TRY(reg_input_text(t, r, fields[i], row->cells[i], &in));
	return reg_create(t, r, &in, "import", &made);
}

/* The first bad row stops all, and is named. */
static enum err
bad_row(struct task *t, const struct reg *r, int64_t line, enum err rc)
{
	struct why why = t->why;

	if (why.n_faults == 0)
		return rc;
	return fail(&t->why, rc, "%s.csv line %lld: %s %s%.0s%.0s",
		    "%s.csv 第%lld行：%.0s%.0s%s %s", r->name, (long long)line,
		    why.faults[0].label.en, why.faults[0].text[LANG_EN],
		    why.faults[0].label.zh, why.faults[0].text[LANG_ZH]);
}

static enum err
read_rows(struct task *t, const struct reg *r, struct sheet_in *in,
	  int64_t *rows)
{
	size_t fields[SHEET_COLUMNS_MAX];
	struct sheet_row row;
	bool more;

	TRY(sheet_next(in, &row, &more, &t->why));
	TRY(read_heads(t, r, &row, fields));
	for (;; ++*rows) {
		enum err rc;

		TRY(sheet_next(in, &row, &more, &t->why));
		if (!more)
			return OK;
		rc = read_row(t, r, &row, fields);
		if (rc != OK)
			return bad_row(t, r, row.line, rc);
	}
}

static enum err
rows_in(struct task *t, const struct reg *r, struct str csv, int64_t *rows)
{
	struct sheet_src src = { .bytes = csv };
	struct sheet_in *in;
	enum err rc;

	TRY(sheet_open(&src, SHEET_CSV, ROWS_MAX, t->a, &in, &t->why));
	rc = read_rows(t, r, in, rows);
	sheet_close(&in);
	return rc;
}

static enum err
load_file(struct task *t, const struct reg *r, const char *folder, int64_t days,
	  struct demo_report *out)
{
	struct buf raw = buf_open(FILE_MAX), moved = buf_open(FILE_MAX);
	enum err rc;

	rc = read_file(t, arena_printf(t->a, "%s/%s.csv", folder, r->name).p,
		       &raw);
	if (rc == OK) {
		demo_shift(buf_str(&raw), days, &moved);
		rc = rows_in(t, r, buf_str(&moved), &out->rows);
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

		if (has_file(order[i]))
			TRY(load_file(t, order[i], folder, today - base, out));
	}
	return OK;
}

/* One per role; logins are unique in the installation. */
static enum err
load_users(struct task *t, struct str password, int64_t users[ROLE_N])
{
	int64_t customer;

	TRY(reg_id_by_text(t, reg_find(STR("customer")), STR("YS-KH-0001"),
			   &customer));
	for (size_t i = 0; i < n_roles; i++) {
		struct user_new new = {
			.login = arena_printf(t->a, "demo.%s", roles[i].name),
			.name = arena_printf(t->a, "演示%s", roles[i].label.zh),
			.roles = str_of(roles[i].name),
			.password = password,
			.customer = i == ROLE_CUSTOMER ? customer : 0,
		};

		TRY(user_add(t, &new, &users[i]));
	}
	return OK;
}

enum err
demo_load(struct task *t, const struct demo_conf *conf, struct demo_report *out)
{
	int64_t users[ROLE_N];

	*out = (struct demo_report){ .users = n_roles };
	TRY(org_add(t, STR(DEMO_NAME), STR(DEMO_ZONE), true, &out->org));
	t->who = actor_program(out->org);
	TRY(load_files(t, conf->folder, out));
	TRY(load_users(t, conf->password, users));
	return demo_orders(t, users, &out->orders);
}
