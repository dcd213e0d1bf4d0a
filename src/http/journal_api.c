/* journal_api.c - who changed what, for one row. */
#include "base/json.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "http/api.h"
#include "http/row_json.h"
#include "kind/journal.h"

#define PAGE 50

/* A member of the entry's canonical JSON as it stands there. */
static void
copy_text(struct jw *j, const struct js *canon, const char *from,
	  const char *to)
{
	const struct js *v = js_member(canon, from);

	jw_key(j, to);
	if (v == NULL || v->type != JS_TEXT || v->s.n == 0)
		jw_null(j);
	else
		jw_str(j, v->s);
}

static void
value_json(struct jw *j, const struct js *v)
{
	if (v == NULL || v->type == JS_NULL)
		jw_null(j);
	else if (v->type == JS_TEXT)
		jw_str(j, v->s);
	else if (v->type == JS_BOOL)
		jw_bool(j, v->i != 0);
	else
		jw_int(j, v->i);
}

static void
change_json(struct call *c, const struct js *change, struct refs *refs)
{
	static const char *const keys[] = { "field", "from", "to" };
	const struct js *name = js_member(change, "field");
	int i = name == NULL ? -1 : reg_field_find(c->reg, name->s);

	jw_begin(&c->out, '{');
	for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
		const struct js *v = js_member(change, keys[k]);
		int64_t id;

		jw_key(&c->out, keys[k]);
		value_json(&c->out, v);
		if (k > 0 && i >= 0 && c->reg->fields[i].type == F_REF &&
		    v != NULL && str_to_int(v->s, 1, INT64_MAX, &id))
			refs_add(refs, reg_find(str_of(c->reg->fields[i].ref)),
				 id);
	}
	jw_end(&c->out, '}');
}

static void
actor_json(struct jw *j, const struct val *id, const struct val *name)
{
	jw_key(j, "actor");
	if (id->type == VAL_NULL) {
		jw_null(j);
		return;
	}
	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, id->i);
	jw_key(j, "name");
	jw_str(j, name->type == VAL_NULL ? STR("") : name->s);
	jw_end(j, '}');
}

/* v: id, pos, at_ms, actor, actor's name, op, canon */
static enum err
entry_json(struct call *c, const struct val *v, struct refs *refs)
{
	struct js canon;
	const struct js *changes;
	struct jw *j = &c->out;

	TRY(js_parse(journal_what(v[6].s), c->t.a, &canon, &c->t.why));
	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, v[0].i);
	jw_key(j, "pos");
	if (v[1].type == VAL_NULL)
		jw_null(j);
	else
		jw_int(j, v[1].i);
	jw_key(j, "at_ms");
	jw_int(j, v[2].i);
	actor_json(j, &v[3], &v[4]);
	jw_key(j, "op");
	jw_str(j, v[5].s);
	copy_text(j, &canon, "event", "event");
	copy_text(j, &canon, "from", "from_state");
	copy_text(j, &canon, "to", "to_state");
	copy_text(j, &canon, "reason", "reason");
	jw_key(j, "changes");
	jw_begin(j, '[');
	changes = js_member(&canon, "changes");
	for (size_t i = 0; changes != NULL && i < changes->n; i++)
		change_json(c, &changes->in[i], refs);
	jw_end(j, ']');
	jw_end(j, '}');
	return OK;
}

static enum err
serve_journal(struct call *c)
{
	struct refs *refs = refs_new(c->t.a);
	struct str after = http_query(c->req, "after");
	int64_t before = INT64_MAX;
	struct reg_row row;
	struct rows rows;

	if (after.n > 0 && !str_to_int(after, 1, INT64_MAX, &before))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "after is not the “next” of a page",
			    "after 不是上一页返回的 next");
	TRY(reg_get(&c->t, c->reg, c->id, &row));
	TRY(db_run(c->t.db, STMT_JOURNAL_OF_ROW,
		   ARGS(val_int(c->t.who.org), val_int(c->id), val_int(before),
			val_int(PAGE + 1)),
		   c->t.a, &rows, &c->t.why));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < rows.n && i < PAGE; i++)
		TRY(entry_json(c, rows_at(&rows, i), refs));
	jw_end(&c->out, ']');
	jw_key(&c->out, "next");
	if (rows.n > PAGE)
		jw_id(&c->out, rows_at(&rows, PAGE - 1)[0].i);
	else
		jw_null(&c->out);
	TRY(refs_json(&c->t, &c->out, refs));
	jw_end(&c->out, '}');
	return OK;
}

/* clang-format off */
const struct route journal_routes[] = {
	/* verb   path                         may              tx       body rate         serve          in    n  answer     summary */
	{ "GET",  "/api/v1/{r}/{id}/journal",  MAY_BY_REG_READ, TX_READ, 0,   RATE_NORMAL, serve_journal, NULL, 0, "Journal", LABEL("变更记录", "Who changed what"), false },
	{ 0 }
};
/* clang-format on */
