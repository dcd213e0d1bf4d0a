/*
 * import.h - rows of a table into a register.
 *
 * The first row names the columns: a field's label in either language or its
 * name.  An unknown heading is refused (a mistyped one would lose data); the
 * column that rejected_csv adds is known and passed over, and so are
 * read-only fields.
 *
 * The file is worked off in chunks.  A chunk is filled outside of any
 * transaction, applied inside one of the write lane, and settled after its
 * commit, so that others can work in between and memory stays that of one
 * chunk:
 *
 *   TRY(import_open(&src, &conf, a, &x, why));
 *   while (more) {
 *           TRY(import_fill(x, &more, why));
 *           rc = …import_apply(x, t) in a transaction…;
 *           TRY(import_settle(x, rc, why));
 *   }
 *   import_json(x, &j);
 *   import_close(&x);
 *
 * A bad row is undone alone and listed; the good ones stay.  A dry run is the
 * same work undone: import_apply ends with ERR_STATE for the lane to roll
 * back, and import_settle takes that for good.  All or nothing is one chunk.
 *
 * update: a row whose number (or else another unique field) exists is
 * changed: an empty cell empties its field, a column that is not there leaves
 * it alone, an empty secret keeps the old one.
 */
#ifndef ARCHIVE_IMPORT_H
#define ARCHIVE_IMPORT_H

#include "archive/sheet.h"
#include "base/json.h"
#include "kind/register.h"

#define IMPORT_ROWS_MAX 1048575
#define IMPORT_WHOLE_ROWS_MAX 100000 /* all or nothing */
#define IMPORT_CHUNK_ROWS 200
#define IMPORT_CHUNK_BYTES (4 << 20)
#define IMPORT_ERRORS_MAX 1000
#define IMPORT_REJECTED_MAX (1 << 20) /* bytes */

struct import_conf {
	const struct reg *reg;
	enum sheet_format format;
	enum lang lang;
	bool dry_run, all_or_nothing, update;
};

struct import;
/* ERR_INVALID, ERR_TYPE, ERR_TOO_BIG: the file as a whole cannot be used. */
MUST_CHECK enum err
import_open(const struct sheet_src *src, const struct import_conf *conf,
	    struct arena *a, struct import **out, struct why *why);
/* Reads the next chunk; *more false: nothing was left. */
MUST_CHECK enum err import_fill(struct import *x, bool *more, struct why *why);
/* In a write transaction; may be called again after a failed commit.  The
 * task's events live until the next call. */
MUST_CHECK enum err import_apply(struct import *x, struct task *t);
/* What became of the chunk: OK, or the failure that ends the import, with
 * how far it got in the sentence. */
MUST_CHECK enum err
import_settle(struct import *x, enum err rc, struct why *why);
void import_close(struct import **x);

struct import_figures {
	int64_t rows, good, created, updated, bad;
};
struct import_figures import_figures(const struct import *x);
/* The answer of doc/api.md. */
void import_json(const struct import *x, struct jw *j);

#endif
