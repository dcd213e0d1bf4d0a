/* openapi_schema.h - the schemas of an OpenAPI document. */
#ifndef HTTP_OPENAPI_SCHEMA_H
#define HTTP_OPENAPI_SCHEMA_H

#include "base/json.h"
#include "kind/register.h"

/* "components": {"schemas": …}: answers, problems, rows of every register. */
void schemas_json(struct jw *j);
/* The JSON body that a table of members reads. */
struct member;
void members_json(struct jw *j, const struct member *m, size_t n);
/* {"$ref": "#/components/schemas/<name><suffix>"} */
void schema_ref(struct jw *j, const char *name, const char *suffix);

#endif
