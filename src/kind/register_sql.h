/* register_sql.h - the statements of a register, made from its fields. */
#ifndef KIND_REGISTER_SQL_H
#define KIND_REGISTER_SQL_H

#include "kind/register_row.h"

/* Columns that every register's table begins with, in this order. */
#define COMMON_COLUMNS                                                       \
	"id, org, version, created_ms, created_by, changed_ms, changed_by, " \
	"retired_ms"
#define N_COMMON 8
#define TITLES_MAX 32

struct reg_sql {
	int get, insert, update; /* see register_sql.c for the arguments */
	int title;		 /* $1 org, $2 id */
	int titles;		 /* $1 org, $2 … ids, TITLES_MAX of them */
	int *by_value;		 /* per field, -1: none; $1 org, $2 value */
};

/* Once per register, at start; process lifetime. */
struct reg_sql *register_sql_make(const struct reg *r);

/* One shape of list statement. */
struct list_shape {
	const struct reg *reg;
	uint64_t filters; /* bit per field */
	int sort;	  /* field, -1: id */
	bool descending, has_after, nulls, has_from, has_to, has_q, is_count;
	enum retired_filter retired;
	enum scope scope; /* argument 2 when not SCOPE_ORG */
};
/* The statement of a shape, made when first asked for; thread safe.
 * -1: too many different ones. */
int list_stmt(const struct list_shape *shape);

#endif
