/* register_row.h - between the files of the register engine. */
#ifndef KIND_REGISTER_ROW_H
#define KIND_REGISTER_ROW_H

#include "kind/register.h"

/* The common columns of a database row; .v is left alone. */
void reg_row_of(const struct val *v, struct reg_row *out);
/* Rows (id, title, retired_ms) of up to TITLES_MAX ids. */
MUST_CHECK enum err reg_titles(struct task *t, const struct reg *r,
			       const int64_t *ids, size_t n, struct rows *out);
/* From now on faults are collected by field in t->why. */
void task_collect(struct task *t);
/*
 * A person of a customer sees that customer's rows alone (t->who.customer):
 * the customer itself, rows with a field `customer`, rows of his sites;
 * nothing else.
 */
enum scope { SCOPE_ORG, SCOPE_SELF, SCOPE_CUSTOMER, SCOPE_SITE, SCOPE_NONE };
enum scope reg_scope(const struct task *t, const struct reg *r);
/* Is the field's condition (when) met by the row? */
bool
field_is_on(const struct reg *r, const struct field *f, const struct val *row);
/* Everything the table says of a whole row; old NULL on create.  Clears
 * fields that are off.  All faults in t->why. */
MUST_CHECK enum err reg_check(struct task *t, const struct reg *r,
			      const struct reg_row *old, struct reg_row *row);
/* Canonical JSON list of what differs; empty list: nothing. */
struct str
reg_changes(struct task *t, const struct reg *r, const struct reg_row *old,
	    const struct reg_row *row, bool *any);

/* Gives printed numbers where they are empty. */
MUST_CHECK enum err
reg_give_numbers(struct task *t, const struct reg *r, struct reg_row *row);

#endif
