/* signal_api.c - the log of signals: search, one, export. */
#include <unistd.h>

#include "alarm/code.h"
#include "alarm/search.h"
#include "alarm/signal.h"
#include "archive/sheet.h"
#include "base/str.h"
#include "conf/conf.h"
#include "http/api.h"
#include "http/app.h"
#include "http/params.h"
#include "http/row_json.h"

#define EXPORT_MAX 100000

struct asked {
	struct search q;
	struct str order, format;
	int64_t zone_no;
};

/* clang-format off */
#define OF(field) offsetof(struct asked, field)
static const struct member asked_members[] = {
	{ "account",  MEMBER_TEXT, OF(q.account),  false, 0, 16, LABEL("用户编号", "Account") },
	{ "class",    MEMBER_TEXT, OF(q.class),    false, 0, 20, LABEL("类别", "Class") },
	{ "role",     MEMBER_TEXT, OF(q.role),     false, 0, 20, LABEL("性质", "Role") },
	{ "code",     MEMBER_TEXT, OF(q.code),     false, 0, 40, LABEL("代码", "Code") },
	{ "fate",     MEMBER_TEXT, OF(q.fate),     false, 0, 20, LABEL("处理结果", "Fate") },
	{ "state",    MEMBER_TEXT, OF(q.state),    false, 0, 20, LABEL("译码状态", "Decoding") },
	{ "source",   MEMBER_TEXT, OF(q.source),   false, 0, 20, LABEL("来源", "Source") },
	{ "line",     MEMBER_TEXT, OF(q.line),     false, 0, 47, LABEL("接收线路", "Line") },
	{ "text",     MEMBER_TEXT, OF(q.text),     false, 0, 60, LABEL("文字", "Text") },
	{ "zone_no",  MEMBER_INT,  OF(zone_no),    false, 0, 99999,  LABEL("防区号", "Zone") },
	{ "panel",    MEMBER_ID,   OF(q.panel),    false, 0, 0,  LABEL("报警主机", "Panel") },
	{ "site",     MEMBER_ID,   OF(q.site),     false, 0, 0,  LABEL("服务场所", "Site") },
	{ "customer", MEMBER_ID,   OF(q.customer), false, 0, 0,  LABEL("用户单位", "Customer") },
	{ "alarm",    MEMBER_ID,   OF(q.alarm),    false, 0, 0,  LABEL("警情", "Alarm") },
	{ "priority", MEMBER_INT,  OF(q.priority), false, 1, 5,  LABEL("优先级", "Priority") },
	{ "from",     MEMBER_INT,  OF(q.from_ms),  false, 0, 0,  LABEL("开始时间", "From") },
	{ "to",       MEMBER_INT,  OF(q.to_ms),    false, 0, 0,  LABEL("结束时间", "To") },
	{ "after",    MEMBER_ID,   OF(q.after),    false, 0, 0,  LABEL("续页", "After") },
	{ "limit",    MEMBER_INT,  OF(q.limit),    false, 1, SEARCH_LIMIT_MAX, LABEL("条数", "Limit") },
	{ "order",    MEMBER_TEXT, OF(order),      false, 0, 4,  LABEL("顺序", "Order") },
	{ "format",   MEMBER_TEXT, OF(format),     false, 0, 4,  LABEL("格式", "Format") },
};
/* clang-format on */

/* Signals are the centre's: who sees only a customer's rows sees none. */
static enum err
refuse_customers(struct call *c)
{
	if (c->t.who.customer == 0)
		return OK;
	return fail(&c->t.why, ERR_FORBIDDEN,
		    "signals are not shown to customers", "信号不对用户开放");
}

/* Signals carry the site; a panel stays at it. */
static enum err
find_site(struct task *t, struct search *q)
{
	const struct reg *panel = reg_find(STR("panel"));
	struct reg_row row;

	if (q->panel == 0 || q->site != 0 || q->account.n > 0)
		return OK;
	TRY(reg_get(t, panel, q->panel, &row));
	q->site = reg_val(panel, row.v, "site")->i;
	return OK;
}

static enum err
read_asked(struct call *c, struct task *t, struct asked *out)
{
	*out = (struct asked){ .q.limit = 50, .zone_no = -1 };
	TRY(refuse_customers(c));
	TRY(params_read(c, out));
	out->q.has_zone = out->zone_no >= 0;
	out->q.zone_no = out->zone_no;
	out->q.up = str_is(out->order, "up");
	if (out->order.n > 0 && !out->q.up && !str_is(out->order, "down"))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "order must be up or down",
			    "order 应为 up 或 down");
	return find_site(t, &out->q);
}

static void
value_json(struct jw *j, const struct search_col *col, const struct val *v,
	   struct refs *refs)
{
	if (col->type == SEARCH_FLAG) {
		jw_bool(j, v->type == VAL_INT && v->i != 0);
	} else if (v->type == VAL_NULL) {
		jw_null(j);
	} else if (v->type == VAL_TEXT) {
		jw_str(j, v->s);
	} else if (col->type == SEARCH_ID) {
		jw_id(j, v->i);
		if (col->ref != NULL)
			refs_add(refs, reg_find(str_of(col->ref)), v->i);
	} else {
		jw_int(j, v->i);
	}
}

static struct str
text_of(const struct val *row, enum search_column col)
{
	return row[col].type == VAL_TEXT ? row[col].s : STR("");
}

static void
code_json(struct jw *j, const struct val *row)
{
	struct label name =
	    code_name(text_of(row, SEARCH_FORMAT), text_of(row, SEARCH_CODE),
		      text_of(row, SEARCH_ROLE));

	jw_key(j, "code_name");
	if (name.en == NULL)
		jw_null(j);
	else
		jw_label(j, name);
}

static void
signal_members(struct jw *j, const struct val *row, struct refs *refs)
{
	code_json(j, row);
	for (size_t i = 0; i < SEARCH_COLUMN_N; i++) {
		jw_key(j, search_cols[i].name);
		if (i == SEARCH_FATE && row[i].type == VAL_NULL)
			jw_text(j, fate_word(FATE_LOGGED));
		else
			value_json(j, &search_cols[i], &row[i], refs);
	}
}

static void
signal_json(struct jw *j, const struct val *row, struct refs *refs)
{
	jw_begin(j, '{');
	signal_members(j, row, refs);
	jw_end(j, '}');
}

/* How far back (or ahead) a page has looked, for one that is not full. */
static void
next_json(struct jw *j, const struct search_page *page)
{
	jw_key(j, "next");
	jw_id(j, page->next);
	jw_key(j, "looked_to_ms");
	if (page->next == 0)
		jw_null(j);
	else
		jw_int(j, id_ms(page->next));
}

static enum err
serve_list(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct search_page page;
	struct asked asked;

	TRY(read_asked(c, &c->t, &asked));
	TRY(search_run(&c->t, &asked.q, &page));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < page.n; i++)
		signal_json(&c->out, page.rows[i], refs);
	jw_end(&c->out, ']');
	next_json(&c->out, &page);
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

static void
hex_json(struct jw *j, struct arena *a, const struct val *v)
{
	char *hex;

	jw_key(j, "raw");
	if (v->type == VAL_NULL) {
		jw_null(j);
		return;
	}
	hex = arena_alloc(a, 2 * v->s.n + 1);
	hex_print(v->s.p, v->s.n, hex);
	jw_str(j, (struct str){ hex, 2 * v->s.n });
}

/* "[Xvalue][Vvalue]" as a list of { id, value }. */
static void
xdata_json(struct jw *j, const struct val *v)
{
	struct str rest = v->type == VAL_TEXT ? v->s : STR(""), value;

	jw_key(j, "xdata");
	jw_begin(j, '[');
	while (rest.n > 0) {
		char id[2] = "";

		(void)str_cut(rest, '[', &rest);
		value = str_cut(rest, ']', &rest);
		if (value.n == 0)
			continue;
		id[0] = value.p[0];
		jw_begin(j, '{');
		jw_key(j, "id");
		jw_text(j, id);
		jw_key(j, "value");
		jw_str(j, str_skip(value, 1));
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static void
id_or_null(struct jw *j, const struct val *v)
{
	if (v->type == VAL_NULL)
		jw_null(j);
	else
		jw_id(j, v->i);
}

static enum err
serve_one(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct jw *j = &c->out;
	struct search_whole w;

	TRY(refuse_customers(c));
	TRY(search_get(&c->t, c->id, &w));
	call_json(c, 200);
	jw_begin(j, '{');
	signal_members(j, w.row, refs);
	hex_json(j, c->t.a, &w.row[SEARCH_RAW]);
	jw_key(j, "data");
	value_json(j, &(struct search_col){ .type = SEARCH_TEXT },
		   &w.row[SEARCH_DATA], refs);
	xdata_json(j, &w.row[SEARCH_XDATA]);
	jw_key(j, "again_of");
	id_or_null(j, &w.row[SEARCH_AGAIN_OF]);
	jw_key(j, "judged");
	id_or_null(j, &w.row[SEARCH_JUDGED]);
	jw_key(j, "frame");
	jw_begin(j, '[');
	for (size_t i = 0; i < w.frame.n; i++)
		signal_json(j, rows_at(&w.frame, i), refs);
	jw_end(j, ']');
	TRY(refs_json(&c->t, j, refs));
	jw_end(j, '}');
	return OK;
}

/* ---- the search as a table ---- */

/* clang-format off */
static const struct {
	enum search_column col;
	struct label head;
	int width;
} sheet_cols[] = {
	{ SEARCH_SIGNAL,   LABEL("编号", "Id"), 22 },
	{ SEARCH_RECEIVED, LABEL("接收时间（UTC）", "Received (UTC)"), 26 },
	{ SEARCH_DEVICE,   LABEL("主机时间（UTC）", "Panel's time (UTC)"), 26 },
	{ SEARCH_LINE,     LABEL("接收线路", "Line"), 10 },
	{ SEARCH_ACCOUNT,  LABEL("用户编号", "Account"), 14 },
	{ SEARCH_SITE,     LABEL("服务场所", "Site"), 24 },
	{ SEARCH_FORMAT,   LABEL("格式", "Format"), 8 },
	{ SEARCH_CODE,     LABEL("代码", "Code"), 10 },
	{ SEARCH_ROLE,     LABEL("性质", "Role"), 12 },
	{ SEARCH_CLASS,    LABEL("类别", "Class"), 14 },
	{ SEARCH_PRIORITY, LABEL("优先级", "Priority"), 8 },
	{ SEARCH_PART_NO,  LABEL("分区号", "Partition"), 8 },
	{ SEARCH_ZONE_NO,  LABEL("防区号", "Zone"), 8 },
	{ SEARCH_ZONE_NAME, LABEL("防区名称", "Zone's name"), 20 },
	{ SEARCH_USER_NO,  LABEL("用户号", "User"), 8 },
	{ SEARCH_WORDS,    LABEL("文字", "Text"), 24 },
	{ SEARCH_STATE,    LABEL("译码状态", "Decoding"), 12 },
	{ SEARCH_FATE,     LABEL("处理结果", "Fate"), 12 },
	{ SEARCH_ALARM,    LABEL("警情", "Alarm"), 22 },
	{ SEARCH_REASON,   LABEL("原因", "Reason"), 30 },
};
/* clang-format on */

struct exporting {
	struct call *c;
	struct search q;
	struct sheet_out *out;
	int64_t n;
	bool more;
};

static struct cell
time_cell(struct arena *a, int64_t at_ms)
{
	char text[25];

	time_print(at_ms, text);
	return (struct cell){ .type = CELL_TEXT,
			      .s = arena_str(a, str_of(text)) };
}

/* Ids have more digits than a spreadsheet program keeps: they are texts. */
static enum err
cell_of(struct task *t, enum search_column col, const struct val *v,
	struct cell *out)
{
	const struct search_col *what = &search_cols[col];

	*out = (struct cell){ .type = CELL_EMPTY };
	if (v->type == VAL_NULL)
		return OK;
	if (col == SEARCH_RECEIVED || col == SEARCH_DEVICE) {
		*out = time_cell(t->a, v->i);
	} else if (col == SEARCH_SITE) {
		out->type = CELL_TEXT;
		TRY(reg_title(t, reg_find(str_of(what->ref)), v->i, &out->s));
	} else if (what->type == SEARCH_ID) {
		out->type = CELL_TEXT;
		out->s = arena_printf(t->a, "%lld", (long long)v->i);
	} else if (v->type == VAL_TEXT) {
		*out = (struct cell){ .type = CELL_TEXT, .s = v->s };
	} else {
		*out = (struct cell){ .type = CELL_INT, .i = v->i };
	}
	return OK;
}

static enum err
export_page(struct exporting *e, struct task *t)
{
	struct cell cells[ARRAY_LEN(sheet_cols)];
	struct search_page page;

	TRY(search_run(t, &e->q, &page));
	for (size_t i = 0; i < page.n; i++) {
		for (size_t k = 0; k < ARRAY_LEN(sheet_cols); k++)
			TRY(cell_of(t, sheet_cols[k].col,
				    &page.rows[i][sheet_cols[k].col],
				    &cells[k]));
		TRY(sheet_put(e->out, cells, &t->why));
	}
	e->n += (int64_t)page.n;
	e->more = page.next != 0;
	e->q.after = page.next;
	return OK;
}

/* A page's memory goes with the page, not with the request. */
static enum err
export_part(struct task *t, void *ctx)
{
	struct arena own = { 0 };
	struct task part = *t;
	enum err rc;

	part.a = &own;
	rc = export_page(ctx, &part);
	t->why = part.why;
	arena_release(&own);
	return rc;
}

static enum err
export_all(struct exporting *e)
{
	while (e->more) {
		TRY(call_read_part(e->c, export_part, e));
		if (e->n > EXPORT_MAX)
			return fail(&e->c->t.why, ERR_TOO_BIG,
				    "more than %d signals: choose a shorter "
				    "period",
				    "信号超过 %d 条，请缩短时间段", EXPORT_MAX);
	}
	return OK;
}

static enum err
export_to(struct call *c, const struct search *q, enum sheet_format format,
	  int fd)
{
	static const struct label title = LABEL("信号", "Signals");
	struct sheet_column cols[ARRAY_LEN(sheet_cols)] = { 0 };
	struct exporting e = { .c = c, .q = *q, .more = true };
	enum err rc;

	e.q.limit = SEARCH_LIMIT_MAX;
	e.q.up = false;
	for (size_t i = 0; i < ARRAY_LEN(cols); i++) {
		cols[i].head = str_of(call_label(c, sheet_cols[i].head));
		cols[i].type = CELL_TEXT;
		cols[i].width = sheet_cols[i].width;
	}
	TRY(sheet_create(format, fd, str_of(call_label(c, title)), cols,
			 ARRAY_LEN(cols), c->t.a, &e.out, &c->t.why));
	rc = export_all(&e);
	if (rc == OK)
		return sheet_finish(&e.out, &c->t.why);
	sheet_drop(&e.out);
	return rc;
}

static enum err
read_export(struct task *t, void *ctx)
{
	struct exporting *e = ctx;
	struct asked asked;

	TRY(read_asked(e->c, t, &asked));
	e->q = asked.q;
	return OK;
}

static enum err
serve_export(struct call *c)
{
	struct str word = http_query(c->req, "format");
	struct exporting e = { .c = c };
	enum sheet_format format = SHEET_CSV;
	enum err rc;
	int fd;

	TRY(task_may(&c->t, MAY_IMPORT));
	if (word.n > 0 && !sheet_format_parse(word, &format))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "format must be csv or xlsx",
			    "format 应为 csv 或 xlsx");
	TRY(call_read_part(c, read_export, &e));
	TRY(sheet_temp(c->app->conf->data_dir, &fd, &c->t.why));
	rc = export_to(c, &e.q, format, fd);
	if (rc != OK) {
		(void)close(fd); /* nobody will read it */
		return rc;
	}
	c->reply = (struct http_reply){ .status = 200,
					.type = sheet_format_type(format),
					.fd = fd };
	call_header(c, "Content-Disposition",
		    "attachment; filename=\"signal.%s\"",
		    sheet_format_word(format));
	return OK;
}

/* clang-format off */
#define ASKED asked_members, ARRAY_LEN(asked_members)
const struct route signal_routes[] = {
	/* verb   path                      may              tx       body rate         serve          in    n  answer     summary */
	{ "GET",  "/api/v1/signal",         MAY_READ_ALARMS, TX_READ, 0,   RATE_NORMAL, serve_list,    ASKED,    "Signals", LABEL("查询信号", "Search signals"), false },
	{ "GET",  "/api/v1/signal/export",  MAY_READ_ALARMS, TX_NONE, 0,   RATE_HEAVY,  serve_export,  ASKED,    NULL,      LABEL("导出信号", "Export signals"), true },
	{ "GET",  "/api/v1/signal/{id}",    MAY_READ_ALARMS, TX_READ, 0,   RATE_NORMAL, serve_one,     NULL, 0,  "Signal",  LABEL("一条信号", "One signal"), false },
	{ 0 }
};
/* clang-format on */
