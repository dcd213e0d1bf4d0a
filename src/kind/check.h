/*
 * check.h - rules over several fields or rows that more than one register
 * has.  Called from a register's check; faults go to t->why by field.
 */
#ifndef KIND_CHECK_H
#define KIND_CHECK_H

#include "kind/register.h"

/* The row of `to` that the field `ref` points to must have the same value in
 * `field` as this row: the site of a contact is a site of its customer. */
struct same {
	const char *ref; /* NULL ends */
	const struct reg *to;
	const char *field;
};
MUST_CHECK enum err check_same(struct task *t, const struct reg *r,
			       const struct val *row, const struct same *list);

/*
 * Two fields together are there once in the org.  stmt gives the id of a row
 * with ($1 org, $2 a, $3 b), if there is one.  A unique index stands behind
 * it; this makes the sentence.
 */
MUST_CHECK enum err
check_pair(struct task *t, const struct reg *r, const struct val *old,
	   const struct val *row, const char *a, const char *b, int stmt);

/* Only the digits 0 to 9, when there is a value. */
MUST_CHECK enum err check_digits(struct task *t, const struct reg *r,
				 const struct val *row, const char *name);

#endif
