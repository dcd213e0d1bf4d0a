/* api.h - the tables of routes and what their files share. */
#ifndef HTTP_API_H
#define HTTP_API_H

#include "http/call.h"

extern const struct route register_routes[], process_routes[], meta_routes[],
	journal_routes[], feed_routes[], health_routes[], session_routes[];

/* One row with its refs and ETag. */
MUST_CHECK enum err answer_row(struct call *c, int status,
			       const struct reg_row *row);

#endif
