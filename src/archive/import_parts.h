/* import_parts.h - between the files of the import; for them only. */
#ifndef ARCHIVE_IMPORT_PARTS_H
#define ARCHIVE_IMPORT_PARTS_H

#include "archive/import.h"

#define NO_FIELD (-1)

/* A row of the chunk in hand, copied out of the reader. */
struct import_row {
	int64_t line;
	size_t n;
	struct str *cells;
	enum sheet_bad bad;
	size_t bad_column;
};

/* Texts that name rows of this file, for the dry run, whose rows are gone
 * when the next chunk comes: hashes in open addressing. */
struct import_seen {
	struct buf slots; /* uint64_t each, 0: empty; a power of two */
	size_t n;
};
bool
import_seen_has(const struct import_seen *s, size_t field, struct str text);
void import_seen_add(struct import_seen *s, size_t field, struct str text);

/* What is wrong with rows, as the answer will say it. */
struct import_report {
	struct import_figures figures;
	struct buf errors;   /* JSON objects separated by commas */
	struct buf rejected; /* CSV */
	size_t n_errors;
	bool cut;
};
struct import_mark {
	struct import_figures figures;
	size_t errors, rejected, n_errors;
	bool cut;
};
struct import_mark import_mark(const struct import_report *r);
void import_back(struct import_report *r, struct import_mark m);

struct import {
	struct import_conf conf;
	struct sheet_in *in;
	size_t n;	    /* columns of the file */
	int *fields;	    /* of each column; NO_FIELD: passed over */
	struct str *heads;  /* as they stand in the file */
	int key;	    /* column that finds a row to update, NO_FIELD */
	int error_column;   /* that an earlier answer added, NO_FIELD */
	struct arena chunk; /* the rows in hand */
	size_t n_rows;
	struct import_row *rows;
	bool ended;	   /* the file */
	struct arena work; /* of one row of import_apply */
	struct arena told; /* the events of import_apply */
	struct import_mark settled;
	struct import_report report;
	struct import_seen seen;
	bool undone;  /* a dry run came to its end */
	bool careful; /* a savepoint for each row */
	bool redo;    /* the chunk, carefully */
	int64_t settled_line;
};

/* Headings to fields. */
MUST_CHECK enum err import_head(struct import *x, const struct sheet_row *row,
				struct arena *a, struct why *why);
/* NULL: the column is passed over. */
const struct field *import_field(const struct import *x, size_t column);
/* One fault of a row. */
struct import_fault {
	int column;	   /* NO_FIELD: of the row as a whole */
	const char *field; /* NULL: none */
	const char *code, *text;
};
void import_fault(struct import *x, const struct import_row *row,
		  const struct import_fault *f);
/* The row goes into rejected_csv, with the sentence. */
void
import_reject(struct import *x, const struct import_row *row, const char *text);
struct str import_cell(const struct import_row *row, size_t column);

#endif
