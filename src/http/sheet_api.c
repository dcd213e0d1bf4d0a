/* sheet_api.c - tables in and out, and labels, of every register. */
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

#include "archive/export.h"
#include "archive/import.h"
#include "archive/label.h"
#include "base/str.h"
#include "conf/conf.h"
#include "http/api.h"
#include "http/app.h"
#include "http/query.h"
#include "org/org.h"

#define BODY_MAX (256u << 20)
#define LABELS_MAX 2000
#define BUSY_TRIES 50
#define BUSY_WAIT_NS 100000000L

/* Imports, exports and labels hold a worker; signing in needs the others. */
#define LONG_MAX 2
static atomic_int n_long;

static enum err
long_begin(struct call *c)
{
	if (atomic_fetch_add(&n_long, 1) < LONG_MAX)
		return OK;
	atomic_fetch_sub(&n_long, 1);
	c->t.why.retry_ms = 5 * SECOND_MS;
	return fail(&c->t.why, ERR_BUSY,
		    "other imports or exports are running; try again in a "
		    "moment",
		    "其他导入或导出正在进行，请稍后重试");
}

static void
long_end(void)
{
	atomic_fetch_sub(&n_long, 1);
}

/* A part that a full queue refused has not run and is tried again. */
struct part_of {
	call_part_fn *fn;
	void *ctx;
	bool ran;
};

static enum err
part_note(struct task *t, void *ctx)
{
	struct part_of *p = ctx;

	p->ran = true;
	return p->fn(t, p->ctx);
}

static enum err
part_do(struct call *c, bool writes, call_part_fn *fn, void *ctx)
{
	static const struct timespec wait = { 0, BUSY_WAIT_NS };
	struct part_of p = { fn, ctx, false };
	enum err rc = ERR_BUSY;

	for (int i = 0; i < BUSY_TRIES && rc == ERR_BUSY && !p.ran; i++) {
		if (i > 0)
			(void)nanosleep(&wait, NULL); /* sooner is fine too */
		rc = writes ? call_write(c, part_note, &p) :
			      call_read_part(c, part_note, &p);
	}
	return rc;
}

static enum err
read_format(struct call *c, enum sheet_format *out)
{
	struct str s = http_query(c->req, "format");

	*out = SHEET_CSV;
	if (s.n == 0 || sheet_format_parse(s, out))
		return OK;
	return fail(&c->t.why, ERR_BAD_REQUEST, "format must be csv or xlsx",
		    "format 应为 csv 或 xlsx");
}

static enum err
read_flag(struct call *c, const char *name, bool *out)
{
	struct str s = http_query(c->req, name);

	*out = str_is(s, "yes");
	if (s.n == 0 || *out || str_is(s, "no"))
		return OK;
	return fail(&c->t.why, ERR_BAD_REQUEST, "%s must be yes or no",
		    "%s 应为 yes 或 no", name);
}

/* The answer is the file; its name in ASCII for whom the other is not. */
static void
answer_file(struct call *c, int fd, const char *type, const char *ending)
{
	char day[11];

	date_print(zone_date(task_zone(&c->t), c->t.now_ms), day);
	c->reply = (struct http_reply){ .status = 200, .type = type, .fd = fd };
	call_header(c, "Content-Disposition",
		    "attachment; filename=\"%s-%s.%s\"", c->reg->name, day,
		    ending);
}

struct exporting {
	struct export *x;
	struct reg_query q;
	bool more;
};

static enum err
export_part(struct task *t, void *ctx)
{
	struct exporting *e = ctx;

	return export_page(e->x, t, &e->q, &e->more);
}

static enum err
export_all(struct call *c, enum sheet_format format, int fd)
{
	struct exporting e = { .more = true };
	enum err rc = OK;

	TRY(query_read(c, &e.q));
	e.q.has_after = false;
	TRY(export_open(c->reg, format, c->t.lang, fd, c->t.a, &e.x,
			&c->t.why));
	while (rc == OK && e.more)
		rc = part_do(c, false, export_part, &e);
	if (rc == OK)
		return export_finish(&e.x, &c->t.why);
	export_drop(&e.x);
	return rc;
}

static enum err
serve_export(struct call *c)
{
	enum sheet_format format;
	enum err rc;
	int fd;

	TRY(task_may(&c->t, MAY_IMPORT));
	TRY(read_format(c, &format));
	TRY(sheet_temp(c->app->conf->data_dir, &fd, &c->t.why));
	rc = long_begin(c);
	if (rc == OK) {
		rc = export_all(c, format, fd);
		long_end();
	}
	if (rc == OK)
		answer_file(c, fd, sheet_format_type(format),
			    sheet_format_word(format));
	else
		(void)close(fd); /* nobody will read it */
	return rc;
}

static enum err
serve_template(struct call *c)
{
	enum sheet_format format;
	enum err rc;
	int fd;

	TRY(task_may(&c->t, MAY_IMPORT));
	TRY(read_format(c, &format));
	TRY(sheet_temp(c->app->conf->data_dir, &fd, &c->t.why));
	rc = export_template(c->reg, format, c->t.lang, fd, c->t.a, &c->t.why);
	if (rc == OK)
		answer_file(c, fd, sheet_format_type(format),
			    sheet_format_word(format));
	else
		(void)close(fd); /* nobody will read it */
	return rc;
}

static enum err
import_part(struct task *t, void *ctx)
{
	return import_apply(ctx, t);
}

static enum err
import_all(struct call *c, struct import *x)
{
	bool more;

	for (;;) {
		TRY(import_fill(x, &more, &c->t.why));
		if (!more)
			return OK;
		TRY(import_settle(x, part_do(c, true, import_part, x),
				  &c->t.why));
	}
}

static enum err
import_run(struct call *c, const struct import_conf *conf)
{
	int fd = http_body_fd(c->req);
	struct sheet_src src = { .fd = fd };
	struct import *x;
	enum err rc;

	if (fd <= 0)
		src.bytes = http_body(c->req);
	TRY(import_open(&src, conf, c->t.a, &x, &c->t.why));
	rc = import_all(c, x);
	if (rc == OK) {
		c->t.why = (struct why){ 0 };
		call_json(c, 200);
		import_json(x, &c->out);
	}
	import_close(&x);
	return rc;
}

static enum err
serve_import(struct call *c)
{
	struct import_conf conf = { .reg = c->reg, .lang = c->t.lang };
	enum err rc;

	TRY(task_may(&c->t, MAY_IMPORT));
	TRY(read_format(c, &conf.format));
	TRY(read_flag(c, "dry_run", &conf.dry_run));
	TRY(read_flag(c, "all_or_nothing", &conf.all_or_nothing));
	TRY(read_flag(c, "update", &conf.update));
	TRY(long_begin(c));
	rc = import_run(c, &conf);
	long_end();
	return rc;
}

/* Rows for labels: those of ?ids= in their order, else those of the list. */
struct labelling {
	struct call *c;
	struct label_item *items;
	size_t n;
};

static struct str
field_text(const struct reg *r, const struct reg_row *row, const char *name)
{
	int i = name == NULL ? -1 : reg_field_find(r, str_of(name));

	return i < 0 || row->v[i].type != VAL_TEXT ? STR("") : row->v[i].s;
}

static enum err
ref_title(struct task *t, const struct reg *r, const struct reg_row *row,
	  const char *name, struct str *out)
{
	int i = reg_field_find(r, str_of(name));

	*out = STR("");
	if (i < 0 || r->fields[i].type != F_REF || row->v[i].type == VAL_NULL)
		return OK;
	return reg_title(t, reg_find(str_of(r->fields[i].ref)), row->v[i].i,
			 out);
}

static enum err
label_of(struct task *t, const struct reg *r, const struct reg_row *row,
	 struct str company, struct label_item *out)
{
	struct str number = field_text(r, row, "number");

	*out = (struct label_item){
		.qr = label_qr(t->a, r->name, row->id, number),
		.number = number,
		.name = field_text(r, row, r->title),
		.company = company,
	};
	return ref_title(t, r, row, "site", &out->site);
}

static enum err
too_many(struct task *t)
{
	return fail(&t->why, ERR_TOO_BIG,
		    "more than %d labels: use filters or choose rows",
		    "标签超过 %d 个，请增加筛选条件或选择记录", LABELS_MAX);
}

static enum err
labels_by_ids(struct labelling *l, struct task *t, struct str ids,
	      struct str company)
{
	while (ids.n > 0) {
		struct str one = str_cut(ids, ',', &ids);
		struct reg_row row;
		int64_t id;

		if (!str_to_int(one, 1, INT64_MAX, &id))
			return fail(&t->why, ERR_BAD_REQUEST,
				    "ids must be ids separated by commas",
				    "ids 应为逗号分隔的记录号");
		if (l->n == LABELS_MAX)
			return too_many(t);
		TRY(reg_get(t, l->c->reg, id, &row));
		TRY(label_of(t, l->c->reg, &row, company, &l->items[l->n++]));
	}
	return OK;
}

static enum err
labels_by_list(struct labelling *l, struct task *t, struct str company)
{
	struct reg_query q;
	struct reg_page page;

	TRY(query_read(l->c, &q));
	q.has_after = false;
	q.limit = LABELS_MAX;
	TRY(reg_list(t, l->c->reg, &q, &page));
	if (page.more)
		return too_many(t);
	for (size_t i = 0; i < page.n; i++)
		TRY(label_of(t, l->c->reg, &page.rows[i], company,
			     &l->items[l->n++]));
	return OK;
}

static enum err
labels_collect(struct task *t, void *ctx)
{
	struct labelling *l = ctx;
	struct str ids = http_query(l->c->req, "ids");
	struct org org;

	TRY(org_get(t, t->who.org, &org));
	if (ids.n > 0)
		return labels_by_ids(l, t, ids, org.name);
	return labels_by_list(l, t, org.name);
}

static enum err
labels_draw(struct call *c, const struct labelling *l,
	    const struct label_layout *layout, int fd)
{
	struct label_sheet *s;
	enum err rc = OK;

	TRY(label_open(fd, layout, str_of(call_label(c, c->reg->label)), c->t.a,
		       &s, &c->t.why));
	for (size_t i = 0; i < l->n && rc == OK; i++)
		rc = label_put(s, &l->items[i], &c->t.why);
	if (rc == OK)
		return label_finish(&s, &c->t.why);
	label_drop(&s);
	return rc;
}

static enum err
serve_labels(struct call *c)
{
	struct labelling l = { .c = c };
	struct str name = http_query(c->req, "format");
	const struct label_layout *layout =
	    name.n == 0 ? label_layouts : label_layout_find(name);
	enum err rc;
	int fd;

	if (!c->reg->labels)
		return fail(&c->t.why, ERR_NOT_FOUND,
			    "there are no labels for this", "此类记录没有标签");
	if (layout == NULL)
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "format must be a label sheet such as 3x8",
			    "format 应为标签纸规格，如 3x8");
	l.items = ARENA_ARRAY(c->t.a, LABELS_MAX, struct label_item);
	TRY(part_do(c, false, labels_collect, &l));
	TRY(sheet_temp(c->app->conf->data_dir, &fd, &c->t.why));
	rc = long_begin(c);
	if (rc == OK) {
		rc = labels_draw(c, &l, layout, fd);
		long_end();
	}
	if (rc == OK)
		answer_file(c, fd, "application/pdf", "pdf");
	else
		(void)close(fd); /* nobody will read it */
	return rc;
}

/* clang-format off */
const struct route sheet_routes[] = {
	/* verb    path                     may              tx       body      rate         serve           in   n  answer    summary */
	{ "GET",  "/api/v1/{r}/export",     MAY_BY_REG_READ, TX_NONE,        0, RATE_NORMAL, serve_export,   NULL, 0, NULL,     LABEL("导出", "Export"), true },
	{ "GET",  "/api/v1/{r}/template",   MAY_BY_REG_READ, TX_NONE,        0, RATE_NORMAL, serve_template, NULL, 0, NULL,     LABEL("导入模板", "Template"), true },
	{ "POST", "/api/v1/{r}/import",     MAY_BY_REG_EDIT, TX_NONE, BODY_MAX, RATE_NORMAL, serve_import,   NULL, 0, "ImportResult", LABEL("导入", "Import"), true },
	{ "GET",  "/api/v1/{r}/labels",     MAY_BY_REG_READ, TX_NONE,        0, RATE_NORMAL, serve_labels,   NULL, 0, NULL,     LABEL("二维码标签", "QR labels"), true },
	{ 0 }
};
/* clang-format on */
