/*
 * export.h - rows of a register as a table, and the empty table to fill in.
 *
 * The headings are the fields' labels in the caller's language; import.h
 * reads labels of either language and field names.  What an export wrote, an
 * import reads as the same values: references as the title where that names
 * one row, else as its number; options as their labels; times in the zone of
 * the organisation, to the second (with milliseconds as RFC 3339).  Secrets
 * are not exported.
 */
#ifndef ARCHIVE_EXPORT_H
#define ARCHIVE_EXPORT_H

#include "archive/sheet.h"
#include "kind/register.h"

#define EXPORT_PAGE_ROWS 500
#define EXPORT_XLSX_ROWS_MAX 200000 /* more than that: CSV */

struct export;
/* fd as in sheet_create. */
MUST_CHECK enum err
export_open(const struct reg *r, enum sheet_format format, enum lang lang,
	    int fd, struct arena *a, struct export **out, struct why *why);
/*
 * The next page of the list, in the task's transaction; q moves on.  Pages
 * are read one after another so that nothing waits for an export: a row that
 * changes meanwhile appears as it is when its page is read.
 */
MUST_CHECK enum err
export_page(struct export *x, struct task *t, struct reg_query *q, bool *more);
/* Only then is the table whole.  Frees *x always. */
MUST_CHECK enum err export_finish(struct export **x, struct why *why);
void export_drop(struct export **x);

/* Headings, formats and drop-downs without rows; no read-only fields. */
MUST_CHECK enum err
export_template(const struct reg *r, enum sheet_format format, enum lang lang,
		int fd, struct arena *a, struct why *why);

#endif
