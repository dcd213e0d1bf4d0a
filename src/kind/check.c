/* check.c - rules over several fields or rows. */
#include "kind/check.h"

static enum err
check_one_same(struct task *t, const struct reg *r, const struct val *row,
	       const struct same *s)
{
	const struct val *ref = reg_val(r, row, s->ref);
	struct reg_row there;
	struct label owner;

	if (ref->type == VAL_NULL)
		return OK;
	TRY(reg_get(t, s->to, ref->i, &there));
	if (val_eq(*reg_val(s->to, there.v, s->field),
		   *reg_val(r, row, s->field)))
		return OK;
	owner = reg_label(r, s->field);
	return fail_field(&t->why, s->ref, reg_label(r, s->ref), "other",
			  "belongs to another one (%s%.0s)",
			  "的所属与本条不一致（%.0s%s）", owner.en, owner.zh);
}

enum err
check_same(struct task *t, const struct reg *r, const struct val *row,
	   const struct same *list)
{
	for (; list->ref != NULL; list++)
		TRY(check_one_same(t, r, row, list));
	return OK;
}

enum err
check_pair(struct task *t, const struct reg *r, const struct val *old,
	   const struct val *row, const char *a, const char *b, int stmt)
{
	const struct val *va = reg_val(r, row, a), *vb = reg_val(r, row, b);
	struct rows rows;

	if (va->type == VAL_NULL || vb->type == VAL_NULL)
		return OK;
	if (old != NULL && val_eq(*va, *reg_val(r, old, a)) &&
	    val_eq(*vb, *reg_val(r, old, b)))
		return OK;
	TRY(db_run(t->db, stmt, ARGS(val_int(t->who.org), *va, *vb), t->a,
		   &rows, &t->why));
	if (rows.n == 0)
		return OK;
	return fail_field(&t->why, b, reg_label(r, b), "unique",
			  "exists already (together with %s%.0s)",
			  "已存在（%.0s同一%s）", reg_label(r, a).en,
			  reg_label(r, a).zh);
}

enum err
check_digits(struct task *t, const struct reg *r, const struct val *row,
	     const char *name)
{
	const struct val *v = reg_val(r, row, name);

	for (size_t i = 0; v->type != VAL_NULL && i < v->s.n; i++) {
		if (v->s.p[i] < '0' || v->s.p[i] > '9')
			return fail_field(&t->why, name, reg_label(r, name),
					  "pattern", "must be digits only",
					  "只能是数字");
	}
	return OK;
}
