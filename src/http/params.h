/* params.h - a query string into a struct, by the members of a route. */
#ifndef HTTP_PARAMS_H
#define HTTP_PARAMS_H

#include "http/call.h"

/*
 * The query by the `in` table of the route: MEMBER_TEXT (at most max
 * characters), MEMBER_INT in [min, max] (both 0: any), MEMBER_ID, MEMBER_BOOL
 * as yes or no.  ERR_BAD_REQUEST names every parameter that is wrong or not in
 * the table; an empty one is as if it were not there.
 */
MUST_CHECK enum err params_read(struct call *c, void *out);

#endif
