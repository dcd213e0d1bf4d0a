/* register_api.c - the routes that every register has. */
#include <string.h>

#include "base/str.h"
#include "gen/stmt.h"
#include "http/api.h"
#include "http/query.h"
#include "http/row_json.h"
#include "kind/find.h"
#include "kind/process.h"

#define COUNT_MAX 1000

enum err
answer_row(struct call *c, int status, const struct reg_row *row)
{
	struct refs *refs = refs_new(c->t.a);

	call_json(c, status);
	call_header(c, "ETag", "\"%lld\"", (long long)row->version);
	jw_begin(&c->out, '{');
	row_members(&c->out, c->reg, row, refs);
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

static enum err
serve_list(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct reg_query q;
	struct reg_page page;
	int64_t total;

	TRY(query_read(c, &q));
	TRY(reg_list(&c->t, c->reg, &q, &page));
	TRY(reg_count(&c->t, c->reg, &q, COUNT_MAX + 1, &total));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < page.n; i++)
		row_json(&c->out, c->reg, &page.rows[i], refs);
	jw_end(&c->out, ']');
	jw_key(&c->out, "next");
	if (page.more)
		jw_str(&c->out, query_next(c, &q, &page.rows[page.n - 1]));
	else
		jw_null(&c->out);
	jw_key(&c->out, "total");
	jw_int(&c->out, total > COUNT_MAX ? COUNT_MAX : total);
	jw_key(&c->out, "total_exact");
	jw_bool(&c->out, total <= COUNT_MAX);
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

static enum err
serve_get(struct call *c)
{
	struct reg_row row;

	TRY(reg_get(&c->t, c->reg, c->id, &row));
	return answer_row(c, 200, &row);
}

/* What opens a process may have a reason, as each of its steps; a field of
 * that name goes before it. */
static enum err
create(struct call *c, struct reg_row *row)
{
	struct str reason = STR("");
	struct reg_input in;

	if (c->reg->process == NULL ||
	    reg_field_find(c->reg, STR("reason")) >= 0)
		TRY(reg_input_json(&c->t, c->reg, c->body, &in));
	else
		TRY(reg_input_step(&c->t, c->reg, c->body, &in, &reason));
	return c->reg->process != NULL ?
		   process_open_with(&c->t, c->reg, NULL, &in, reason, row) :
		   reg_create(&c->t, c->reg, &in, "create", row);
}

static enum err
serve_create(struct call *c)
{
	struct reg_row row;

	TRY(create(c, &row));
	TRY(answer_row(c, 201, &row));
	call_header(c, "Location", "/api/v1/%s/%lld", c->reg->name,
		    (long long)row.id);
	return OK;
}

static enum err
serve_update(struct call *c)
{
	struct reg_input in;
	struct reg_row row;
	int64_t version;

	TRY(call_version(c, &version));
	TRY(reg_input_json(&c->t, c->reg, c->body, &in));
	TRY(reg_update(&c->t, c->reg, c->id, version, &in, "update", &row));
	return answer_row(c, 200, &row);
}

struct reason_in {
	struct str reason;
};
/* clang-format off */
static const struct member reason_members[] = {
	{ "reason", MEMBER_TEXT, offsetof(struct reason_in, reason), true, 1, 500, LABEL("原因", "Reason") },
};
/* clang-format on */

static enum err
retire(struct call *c, bool retire)
{
	struct reason_in in = { { 0 } };
	struct reg_row row;
	int64_t version;

	TRY(call_version(c, &version));
	TRY(call_read(c, &in));
	TRY(reg_retire(&c->t, c->reg, c->id, version, retire, in.reason, &row));
	return answer_row(c, 200, &row);
}

static enum err
serve_retire(struct call *c)
{
	return retire(c, true);
}

static enum err
serve_restore(struct call *c)
{
	return retire(c, false);
}

static void
find_item(struct jw *j, const struct reg *r, int64_t id, struct str title)
{
	jw_begin(j, '{');
	jw_key(j, "register");
	jw_text(j, r->name);
	jw_key(j, "id");
	jw_id(j, id);
	jw_key(j, "title");
	jw_str(j, title);
	jw_end(j, '}');
}

/* The register is the second word of what find_scope wrote. */
static const struct reg *
register_of(struct str words)
{
	struct str rest, name;

	(void)str_cut(words, ' ', &rest);
	name = str_cut(rest, ' ', &rest);
	return name.n == 0 ? NULL : reg_find(str_skip(name, 1));
}

static enum err
serve_find(struct call *c)
{
	struct str q = str_trim(http_query(c->req, "q")), title;
	struct buf b = buf_open(8192);
	bool good = q.n > 0 && q.n <= 200 && str_is_utf8(q) &&
		    find_query(&b, db_kind(c->t.db), c->t.who.org, NULL, q);
	struct rows rows = { 0 };
	struct val query = val_text(arena_str(c->t.a, buf_str(&b)));

	buf_release(&b);
	if (good)
		TRY(db_run(c->t.db, STMT_FIND_ROWS, ARGS(query, val_int(40)),
			   c->t.a, &rows, &c->t.why));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);
		const struct reg *r = register_of(v[1].s);
		struct reg_row row;
		struct why why = c->t.why;
		enum err rc = ERR_NOT_FOUND;

		if (r != NULL && (c->t.who.may & MAY_BIT(r->read)) != 0)
			rc = reg_get(&c->t, r, v[0].i, &row);
		if (rc == ERR_NOT_FOUND) {
			c->t.why = why;
			continue;
		}
		TRY(rc);
		TRY(reg_title(&c->t, r, v[0].i, &title));
		find_item(&c->out, r, v[0].i, title);
	}
	jw_end(&c->out, ']');
	jw_end(&c->out, '}');
	return OK;
}

/* clang-format off */
const struct route register_routes[] = {
	/* verb    path                         may              tx        body      rate         serve          in              n  answer    summary */
	{ "GET",   "/api/v1/find",              MAY_SIGN_IN,     TX_READ,       0,  RATE_NORMAL, serve_find,    NULL,           0, "Found",  LABEL("全局查找", "Search everywhere"), false },
	{ "GET",   "/api/v1/{r}",               MAY_BY_REG_READ, TX_READ,       0,  RATE_NORMAL, serve_list,    NULL,           0, "Page",   LABEL("列表", "List"), false },
	{ "POST",  "/api/v1/{r}",               MAY_BY_REG_EDIT, TX_WRITE, 262144,  RATE_NORMAL, serve_create,  NULL,           0, "Row",    LABEL("新建", "Create"), false },
	{ "GET",   "/api/v1/{r}/{id}",          MAY_BY_REG_READ, TX_READ,       0,  RATE_NORMAL, serve_get,     NULL,           0, "Row",    LABEL("查看", "Read"), false },
	{ "PATCH", "/api/v1/{r}/{id}",          MAY_BY_REG_EDIT, TX_WRITE, 262144,  RATE_NORMAL, serve_update,  NULL,           0, "Row",    LABEL("修改", "Change"), false },
	{ "POST",  "/api/v1/{r}/{id}/retire",   MAY_BY_REG_EDIT, TX_WRITE,   4096,  RATE_NORMAL, serve_retire,  reason_members, 1, "Row",    LABEL("停用", "Retire"), false },
	{ "POST",  "/api/v1/{r}/{id}/restore",  MAY_BY_REG_EDIT, TX_WRITE,   4096,  RATE_NORMAL, serve_restore, reason_members, 1, "Row",    LABEL("恢复", "Restore"), false },
	{ 0 }
};
/* clang-format on */
