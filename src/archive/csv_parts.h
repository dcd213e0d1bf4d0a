/* csv_parts.h - between the reader and the writer of CSV; for them only. */
#ifndef ARCHIVE_CSV_PARTS_H
#define ARCHIVE_CSV_PARTS_H

#include "archive/sheet.h"

/* What the whole file is, seen before its first row. */
struct csv_kind {
	bool has_bom, is_gb;
	char sep;
};
/* Walks once over all bytes with the given block. */
MUST_CHECK enum err csv_look(const struct sheet_src *src, char *block, size_t n,
			     struct csv_kind *out, struct why *why);

bool csv_is_guarded(struct str s); /* ' put in front by the writer */

enum err
csv_create(int fd, struct str title, const struct sheet_column *columns,
	   size_t n, struct arena *a, void **out, struct why *why);
enum err csv_put(void *out, const struct cell *cells, struct why *why);
enum err csv_finish(void *out, struct why *why);
void csv_drop(void *out);

#endif
