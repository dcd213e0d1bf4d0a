/*
 * pack.h - standards as data: files in packs/, read once at start.
 *
 * A pack is known by its name and by the SHA-256 of its file.  So far a pack
 * carries parameters (numbers with their clause and the direction in which a
 * contract may change them), staffing tables (how many persons of which post
 * for how many customers) and notes on how a clause is read.  What the source
 * does not say whole is marked provisional.  A file that is not understood
 * whole is refused.
 */
#ifndef RATING_PACK_H
#define RATING_PACK_H

#include "base/arena.h"
#include "base/err.h"

enum change { CHANGE_NO, CHANGE_LOWER, CHANGE_RAISE };

struct pack_param {
	struct str name;    /* "grade.urgent.response_min" */
	struct str unit;    /* "min", "h" */
	const char *clause; /* "SVC-6.1.2" */
	int64_t value;
	enum change change; /* what a contract may do to it */
	bool provisional;   /* our reading, not a value of the source */
};

/* Who counts: persons by the kind of their primary post. */
#define PACK_COLUMNS_MAX 6
struct pack_column {
	struct str name;
	struct str posts;	/* kinds of the register post, "watch,patrol" */
	struct str certificate; /* kind of the register certificate */
	bool strict;		/* without it one does not count */
	const char *clause;
	struct label label;
	bool provisional;
};
struct pack_row {
	int64_t from, to; /* both count; to INT64_MAX: no end */
	int64_t values[PACK_COLUMNS_MAX];
};
struct pack_table {
	struct str name;
	const char *clause;
	size_t n_columns, n_rows;
	struct pack_column *columns;
	struct pack_row *rows; /* ascending, without a gap, from 0 */
};
struct pack_note {
	struct str name;
	const char *clause;
	struct label text;
	bool provisional;
};
struct pack {
	struct str name, version, status;
	struct label title;
	char digest[65]; /* SHA-256 of the file, hex */
	size_t n_params;
	struct pack_param *params;
	size_t n_tables, n_notes;
	struct pack_table *tables;
	struct pack_note *notes;
};

/* Reads one pack from text; strings live in a. */
MUST_CHECK enum err
pack_parse(struct str text, struct arena *a, struct pack *out, struct why *why);
/* Reads every *.json of the folder; process lifetime.  Once, at start. */
MUST_CHECK enum err packs_load(const char *folder, struct why *why);
void packs_free(void);
/* NULL when no such pack is loaded. */
const struct pack *pack_find(const char *name);
const struct pack_param *pack_param(const struct pack *p, const char *name);
const struct pack_table *pack_table(const struct pack *p, const char *name);
/* The row of a number; never NULL, tables have no gap. */
const struct pack_row *pack_row(const struct pack_table *t, int64_t n);

#endif
