/* row_json.h - rows and metadata as JSON (doc/api.md). */
#ifndef HTTP_ROW_JSON_H
#define HTTP_ROW_JSON_H

#include "base/json.h"
#include "http/call.h"

/* Titles of referred rows, collected while rows are written. */
struct refs;
struct refs *refs_new(struct arena *a);
void refs_add(struct refs *refs, const struct reg *to, int64_t id);
/* "refs": {"<id>": "title"}; looks the titles up in groups. */
MUST_CHECK enum err refs_json(struct task *t, struct jw *j, struct refs *refs);

/* Members of one row without the closing brace's refs; refs may be NULL. */
void row_json(struct jw *j, const struct reg *r, const struct reg_row *row,
	      struct refs *refs);
void row_members(struct jw *j, const struct reg *r, const struct reg_row *row,
		 struct refs *refs);

#endif
