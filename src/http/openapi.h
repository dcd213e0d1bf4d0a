/* openapi.h - OpenAPI 3.1, generated from the route and field tables. */
#ifndef HTTP_OPENAPI_H
#define HTTP_OPENAPI_H

#include "base/buf.h"

/* The whole document; needs registers_start. */
void openapi_write(struct buf *out);

#endif
