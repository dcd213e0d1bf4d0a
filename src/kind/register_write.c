/* register_write.c - rows into the database, the journal and the search. */
#include <string.h>

#include "base/json.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/find.h"
#include "kind/journal.h"
#include "kind/process.h"
#include "kind/register_row.h"
#include "kind/register_sql.h"

#define CHANGES_MAX (1u << 20)

static void
put_value(struct jw *j, const struct field *f, const struct val *v)
{
	if (v->type == VAL_NULL)
		jw_null(j);
	else if (f->type == F_SECRET)
		jw_bool(j, true); /* never the hash */
	else if (f->type == F_REF)
		jw_id(j, v->i);
	else if (f->type == F_BOOL)
		jw_bool(j, v->i != 0);
	else if (v->type == VAL_TEXT)
		jw_str(j, v->s);
	else
		jw_int(j, v->i);
}

struct str
reg_changes(struct task *t, const struct reg *r, const struct reg_row *old,
	    const struct reg_row *row, bool *any)
{
	struct buf b = buf_open(CHANGES_MAX);
	struct jw j = jw_open(&b);
	const struct val nothing = val_null();
	struct str s;

	*any = false;
	jw_begin(&j, '[');
	for (size_t i = 0; i < r->n_fields; i++) {
		const struct val *from = old == NULL ? &nothing : &old->v[i];

		if (val_eq(*from, row->v[i]))
			continue;
		*any = true;
		jw_begin(&j, '{');
		jw_key(&j, "field");
		jw_text(&j, r->fields[i].name);
		jw_key(&j, "from");
		put_value(&j, &r->fields[i], from);
		jw_key(&j, "to");
		put_value(&j, &r->fields[i], &row->v[i]);
		jw_end(&j, '}');
	}
	jw_end(&j, ']');
	must(!b.full);
	s = arena_str(t->a, buf_str(&b));
	buf_release(&b);
	return s;
}

/* Two nodes may both find a value free; then its index refuses the second.
 * The drivers tell which: indexes are named <register>_<field>_ux, SQLite
 * says <register>.<field>. */
static bool
is_refused(struct task *t, const struct reg *r, const struct field *f)
{
	const char *index = arena_printf(t->a, "%s_%s_ux", r->name, f->name).p;
	const char *column = arena_printf(t->a, "%s.%s", r->name, f->name).p;

	return (f->flags & UNIQUE) != 0 &&
	       (strstr(t->why.detail, index) != NULL ||
		strstr(t->why.detail, column) != NULL);
}

static enum err
name_conflict(struct task *t, const struct reg *r, enum err rc)
{
	for (size_t i = 0; rc == ERR_CONFLICT && i < r->n_fields; i++) {
		const struct field *f = &r->fields[i];

		if (!is_refused(t, r, f))
			continue;
		task_collect(t);
		t->why.code = OK; /* the field's sentence leads */
		rc = fail_field(&t->why, f->name, f->label, "unique",
				"exists already", "已存在");
		t->why.code = ERR_CONFLICT;
		return ERR_CONFLICT;
	}
	return rc;
}

static enum err
insert(struct task *t, const struct reg *r, const struct reg_row *row)
{
	struct val *v = ARENA_ARRAY(t->a, N_COMMON + r->n_fields, struct val);

	v[0] = val_int(row->id);
	v[1] = val_int(row->org);
	v[2] = val_int(row->version);
	v[3] = val_int(row->created_ms);
	v[4] = val_id(row->created_by);
	v[5] = val_int(row->changed_ms);
	v[6] = val_id(row->changed_by);
	v[7] = val_id(row->retired_ms);
	memcpy(v + N_COMMON, row->v, r->n_fields * sizeof(*v));
	return name_conflict(t, r,
			     db_run(t->db, reg_sql(r)->insert, v,
				    N_COMMON + r->n_fields, NULL, NULL,
				    &t->why));
}

/* The row as it is goes with the refusal, for the person to compare. */
static enum err
stale(struct task *t, const struct reg *r, int64_t id)
{
	struct reg_row *now = ARENA_NEW(t->a, struct reg_row);

	TRY(reg_get(t, r, id, now));
	t->why.current = now;
	return fail(&t->why, ERR_VERSION,
		    "someone else changed this %s%.0s in the meantime",
		    "%.0s这条“%s”记录刚被他人修改", r->label.en, r->label.zh);
}

static enum err
update(struct task *t, const struct reg *r, const struct reg_row *row)
{
	struct val *v = ARENA_ARRAY(t->a, 6 + r->n_fields, struct val);

	v[0] = val_int(row->id);
	v[1] = val_int(row->org);
	v[2] = val_int(row->version - 1);
	v[3] = val_int(row->changed_ms);
	v[4] = val_id(row->changed_by);
	v[5] = val_id(row->retired_ms);
	memcpy(v + 6, row->v, r->n_fields * sizeof(*v));
	TRY(name_conflict(t, r,
			  db_run(t->db, reg_sql(r)->update, v, 6 + r->n_fields,
				 NULL, NULL, &t->why)));
	return db_changed(t->db) == 1 ? OK : stale(t, r, row->id);
}

static void
put_words(struct buf *b, const struct field *f, const struct val *v)
{
	if ((f->flags & SEARCH) == 0 || v->type != VAL_TEXT)
		return;
	find_words(b, v->s);
}

/* The words of the searched fields; only when one of them changed. */
static enum err
write_words(struct task *t, const struct reg *r, const struct reg_row *old,
	    const struct reg_row *row)
{
	struct buf b = buf_open(256u << 10);
	bool any = false, changed = old == NULL;
	enum err rc = OK;

	find_scope(&b, row->org, r->name);
	for (size_t i = 0; i < r->n_fields; i++) {
		if ((r->fields[i].flags & SEARCH) == 0)
			continue;
		any = true;
		changed = changed || !val_eq(old->v[i], row->v[i]);
		put_words(&b, &r->fields[i], &row->v[i]);
	}
	if (any && changed)
		rc = find_put(t, row->id, old == NULL, buf_str(&b));
	buf_release(&b);
	return rc;
}

static int64_t
customer_of(const struct reg *r, const struct reg_row *row)
{
	int i = reg_field_find(r, STR("customer"));

	if (strcmp(r->name, "customer") == 0)
		return row->id;
	return i < 0 || row->v[i].type != VAL_INT ? 0 : row->v[i].i;
}

static enum err
write_journal(struct task *t, const struct reg *r, const struct reg_row *row,
	      const struct reg_change *c, struct str changes)
{
	struct journal_entry e = { .row = row->id,
				   .reg = r->name,
				   .op = c->op,
				   .event = c->event,
				   .from_state = c->from_state,
				   .to_state = c->to_state,
				   .reason = c->reason,
				   .changes = changes };

	task_event(t, (struct event){ .org = row->org,
				      .row = row->id,
				      .version = row->version,
				      .at_ms = t->now_ms,
				      .customer = customer_of(r, row),
				      .reg = r->name,
				      .op = c->op,
				      .event = c->event,
				      .state = c->to_state });
	return journal_write(t, &e);
}

static enum err
write_file_uses(struct task *t, const struct reg *r, const struct reg_row *old,
		const struct reg_row *row)
{
	for (size_t i = 0; i < r->n_fields; i++) {
		if (r->fields[i].type != F_FILE || row->v[i].type == VAL_NULL)
			continue;
		if (old == NULL || !val_eq(old->v[i], row->v[i]))
			TRY(file_use(t, row->v[i].s, r->name, row->id));
	}
	return OK;
}

enum err
reg_write(struct task *t, const struct reg *r, const struct reg_row *old,
	  struct reg_row *row, const struct reg_change *change)
{
	bool any;
	struct str changes = reg_changes(t, r, old, row, &any);

	row->org = t->who.org;
	row->changed_ms = t->now_ms;
	row->changed_by = t->who.user;
	if (old == NULL) {
		row->version = 1;
		row->created_ms = t->now_ms;
		row->created_by = t->who.user;
		TRY(insert(t, r, row));
	} else {
		row->version = old->version + 1;
		TRY(update(t, r, row));
	}
	TRY(write_words(t, r, old, row));
	TRY(write_file_uses(t, r, old, row));
	TRY(write_journal(t, r, row, change, changes));
	if (r->after == NULL)
		return OK;
	return r->after(t, row->id, old == NULL ? NULL : old->v, row->v);
}

/* KH2026-00001: prefix, year in the organisation's zone, five digits. */
static enum err
give_number(struct task *t, const struct field *f, struct val *out)
{
	struct civil now;
	struct rows rows;

	zone_civil(task_zone(t), t->now_ms, &now);
	TRY(db_run(t->db, STMT_COUNTER_NEXT,
		   ARGS(val_int(t->who.org), val_text(str_of(f->prefix)),
			val_int(now.year)),
		   t->a, &rows, &t->why));
	*out = val_text(arena_printf(t->a, "%s%d-%05lld", f->prefix, now.year,
				     (long long)rows.v[0].i));
	return OK;
}

enum err
reg_give_numbers(struct task *t, const struct reg *r, struct reg_row *row)
{
	for (size_t i = 0; i < r->n_fields; i++)
		if (r->fields[i].type == F_NUMBER && row->v[i].type == VAL_NULL)
			TRY(give_number(t, &r->fields[i], &row->v[i]));
	return OK;
}

static void
apply(const struct reg *r, const struct reg_input *in, struct reg_row *row)
{
	for (size_t i = 0; i < r->n_fields; i++)
		if (in->set[i])
			row->v[i] = in->v[i];
}

enum err
reg_create(struct task *t, const struct reg *r, const struct reg_input *in,
	   const char *op, struct reg_row *out)
{
	TRY(task_may(t, r->edit));
	*out = (struct reg_row){ .id = id_new(t->now_ms), .org = t->who.org };
	out->v = ARENA_ARRAY(t->a, r->n_fields, struct val);
	apply(r, in, out);
	TRY(reg_check(t, r, NULL, out));
	TRY(reg_give_numbers(t, r, out));
	return reg_write(t, r, NULL, out, &(struct reg_change){ .op = op });
}

static enum err
old_row(struct task *t, const struct reg *r, int64_t id, int64_t version,
	struct reg_row *old, struct reg_row *row)
{
	TRY(task_may(t, r->edit));
	TRY(reg_get(t, r, id, old));
	if (version != 0 && version != old->version)
		return stale(t, r, id);
	*row = *old;
	row->v = ARENA_ARRAY(t->a, r->n_fields, struct val);
	memcpy(row->v, old->v, r->n_fields * sizeof(*row->v));
	return OK;
}

enum err
reg_update(struct task *t, const struct reg *r, int64_t id, int64_t version,
	   const struct reg_input *in, const char *op, struct reg_row *out)
{
	struct reg_row old;
	bool any;

	if (r->process != NULL)
		return fail(&t->why, ERR_STATE,
			    "a %s%.0s changes by its steps only",
			    "%.0s“%s”只能通过流程步骤修改", r->label.en,
			    r->label.zh);
	TRY(old_row(t, r, id, version, &old, out));
	if (old.retired_ms != 0)
		return fail(&t->why, ERR_STATE,
			    "this %s%.0s is retired: restore it first",
			    "%.0s这条“%s”记录已停用，请先恢复", r->label.en,
			    r->label.zh);
	apply(r, in, out);
	TRY(reg_check(t, r, &old, out));
	(void)reg_changes(t, r, &old, out, &any);
	if (!any)
		return OK; /* nothing differs: no version, no journal */
	return reg_write(t, r, &old, out, &(struct reg_change){ .op = op });
}

enum err
reg_retire(struct task *t, const struct reg *r, int64_t id, int64_t version,
	   bool retire, struct str reason, struct reg_row *out)
{
	struct reg_row old;

	if (r->process != NULL)
		return fail(&t->why, ERR_STATE,
			    "a %s%.0s ends by its steps only",
			    "%.0s“%s”只能通过流程步骤结束", r->label.en,
			    r->label.zh);
	TRY(old_row(t, r, id, version, &old, out));
	if ((old.retired_ms != 0) == retire)
		return fail(&t->why, ERR_STATE, "it is %s%.0s already",
			    "%.0s该记录已%s", retire ? "retired" : "in use",
			    retire ? "停用" : "启用");
	if (str_trim(reason).n == 0)
		return fail_field(&t->why, "reason",
				  (struct label)LABEL("原因", "Reason"),
				  "required", "is required", "不能为空");
	out->retired_ms = retire ? t->now_ms : 0;
	return reg_write(t, r, &old, out,
			 &(struct reg_change){ .op = retire ? "retire" :
							      "restore",
					       .reason = reason });
}
