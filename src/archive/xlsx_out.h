/* xlsx_out.h - the writer of workbooks, for the table in xlsx_in.c. */
#ifndef ARCHIVE_XLSX_OUT_H
#define ARCHIVE_XLSX_OUT_H

#include "archive/sheet.h"

enum err
xlsx_create(int fd, struct str title, const struct sheet_column *columns,
	    size_t n, struct arena *a, void **out, struct why *why);
enum err xlsx_put(void *out, const struct cell *cells, struct why *why);
enum err xlsx_finish(void *out, struct why *why);
void xlsx_drop(void *out);

#endif
