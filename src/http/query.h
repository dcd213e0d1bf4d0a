/* query.h - the query string of a list as a reg_query. */
#ifndef HTTP_QUERY_H
#define HTTP_QUERY_H

#include "http/call.h"

/* Reads limit, after, sort, q, retired, filters and ranges of c->reg.  ERR_
 * BAD_REQUEST names every parameter that is wrong. */
MUST_CHECK enum err query_read(struct call *c, struct reg_query *out);
/* The "next" of a page: where the page after it begins. */
struct str query_next(struct call *c, const struct reg_query *q,
		      const struct reg_row *last);
/* May the list be sorted by this field? */
bool field_sorts(const struct field *f);

#endif
