/* openapi.c - paths of an OpenAPI document from the route tables. */
#include "http/openapi.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "http/call.h"
#include "http/openapi_schema.h"
#include "kind/process.h"

/* The route's path with {r} or {p} given a name; {name} stays. */
static void
path_for(char *out, size_t size, const char *path, const struct reg *r)
{
	struct str rest = str_of(path);
	size_t n = 0;

	out[0] = '\0';
	while (rest.n > 0 && n < size) {
		struct str one = str_cut(rest, '/', &rest);

		if (r != NULL && (str_is(one, "{r}") || str_is(one, "{p}")))
			one = str_of(r->name);
		n += (size_t)snprintf(out + n, size - n, "%s%.*s",
				      n == 0 && one.n == 0 ? "" : "/",
				      STR_ARG(one));
	}
	if (strncmp(out, "//", 2) == 0)
		memmove(out, out + 1, strlen(out));
}

static bool
is_generic(const struct route *r)
{
	return strstr(r->path, "{r}") != NULL || strstr(r->path, "{p}") != NULL;
}

/* Processes are not changed, retired or imported by hand. */
static bool
fits(const struct route *route, const struct reg *r)
{
	bool process_only = strstr(route->path, "{p}") != NULL;
	bool by_hand = route->may == MAY_BY_REG_EDIT &&
		       strcmp(route->path, "/api/v1/{r}") != 0;

	if (process_only && r->process == NULL)
		return false;
	return r->process == NULL || !by_hand;
}

static void
parameter(struct jw *j, const char *name, const char *in, const char *schema)
{
	jw_begin(j, '{');
	jw_key(j, "name");
	jw_text(j, name);
	jw_key(j, "in");
	jw_text(j, in);
	jw_key(j, "required");
	jw_bool(j, strcmp(in, "path") == 0);
	jw_key(j, "schema");
	jw_raw(j, str_of(schema));
	jw_end(j, '}');
}

#define TEXT "{\"type\":\"string\"}"

static bool
is_list(const struct route *route)
{
	return strcmp(route->verb, "GET") == 0 &&
	       (strcmp(route->path, "/api/v1/{r}") == 0 ||
		strcmp(route->path, "/api/v1/{r}/export") == 0 ||
		strcmp(route->path, "/api/v1/{r}/labels") == 0);
}

static void
list_parameters(struct jw *j, const struct reg *r)
{
	parameter(j, "limit", "query",
		  "{\"type\":\"integer\",\"minimum\":1,\"maximum\":200}");
	parameter(j, "after", "query", TEXT);
	parameter(j, "sort", "query", TEXT);
	parameter(j, "q", "query", TEXT);
	parameter(j, "retired", "query",
		  "{\"type\":\"string\",\"enum\":[\"no\",\"yes\",\"all\"]}");
	for (size_t i = 0; i < r->n_fields; i++)
		if ((r->fields[i].flags & (FILTER | UNIQUE)) != 0)
			parameter(j, r->fields[i].name, "query", TEXT);
}

/* What a GET takes in its query: the table that reads it. */
static void
query_parameters(struct jw *j, const struct route *route)
{
	for (size_t i = 0; i < route->n_in; i++) {
		const struct member *m = &route->in[i];

		parameter(j, m->name, "query",
			  m->type == MEMBER_INT ? "{\"type\":\"integer\"}" :
						  TEXT);
	}
}

static void
parameters(struct jw *j, const struct route *route, const struct reg *r)
{
	jw_key(j, "parameters");
	jw_begin(j, '[');
	if (strstr(route->path, "{id}") != NULL)
		parameter(j, "id", "path",
			  "{\"type\":\"string\",\"pattern\":\"^[0-9]+$\"}");
	if (strstr(route->path, "{name}") != NULL)
		parameter(j, "name", "path", TEXT);
	if (r != NULL && is_list(route))
		list_parameters(j, r);
	if (strcmp(route->verb, "GET") == 0)
		query_parameters(j, route);
	jw_end(j, ']');
}

static void
body(struct jw *j, const struct route *route, const struct reg *r)
{
	if (route->body_max == 0)
		return;
	jw_key(j, "requestBody");
	jw_begin(j, '{');
	jw_key(j, "content");
	jw_begin(j, '{');
	jw_key(j, route->raw ? "application/octet-stream" : "application/json");
	jw_begin(j, '{');
	jw_key(j, "schema");
	if (route->raw)
		jw_raw(j, STR("{\"type\":\"string\",\"format\":\"binary\"}"));
	else if (route->in != NULL)
		members_json(j, route->in, route->n_in);
	else if (r != NULL && strcmp(route->verb, "POST") == 0 &&
		 strcmp(route->path, "/api/v1/{r}") == 0)
		schema_ref(j, r->name, "_input");
	else
		jw_raw(j, STR("{\"type\":\"object\"}"));
	jw_end(j, '}');
	jw_end(j, '}');
	jw_end(j, '}');
}

static void
good_answer(struct jw *j, const struct route *route, const struct reg *r)
{
	bool row = route->answer != NULL && strcmp(route->answer, "Row") == 0;
	bool page = route->answer != NULL && strcmp(route->answer, "Page") == 0;

	jw_key(j, row && strcmp(route->path, "/api/v1/{r}") == 0 ? "201" :
		  route->answer == NULL				 ? "204" :
								   "200");
	jw_begin(j, '{');
	jw_key(j, "description");
	jw_text(j, route->summary.en);
	if (route->answer != NULL) {
		bool binary = islower((unsigned char)route->answer[0]);

		jw_key(j, "content");
		jw_begin(j, '{');
		jw_key(j, binary ? route->answer : "application/json");
		jw_begin(j, '{');
		if (!binary) {
			jw_key(j, "schema");
			if ((row || page) && r != NULL)
				schema_ref(j, r->name, page ? "_page" : "");
			else
				schema_ref(j, route->answer, "");
		}
		jw_end(j, '}');
		jw_end(j, '}');
	}
	jw_end(j, '}');
}

static void
answers(struct jw *j, const struct route *route, const struct reg *r)
{
	jw_key(j, "responses");
	jw_begin(j, '{');
	good_answer(j, route, r);
	jw_key(j, "default");
	jw_begin(j, '{');
	jw_key(j, "description");
	jw_text(j, "problem");
	jw_key(j, "content");
	jw_begin(j, '{');
	jw_key(j, "application/problem+json");
	jw_begin(j, '{');
	jw_key(j, "schema");
	schema_ref(j, "Problem", "");
	jw_end(j, '}');
	jw_end(j, '}');
	jw_end(j, '}');
	jw_end(j, '}');
}

static const char *
permission(const struct route *route, const struct reg *r)
{
	if (route->may == MAY_BY_REG_READ)
		return may_word(r->read);
	if (route->may == MAY_BY_REG_EDIT)
		return may_word(r->edit);
	return may_word(route->may);
}

static void
operation(struct jw *j, const struct route *route, const struct reg *r)
{
	char verb[8] = "";

	for (size_t i = 0; route->verb[i] != '\0' && i < sizeof(verb) - 1; i++)
		verb[i] = (char)tolower((unsigned char)route->verb[i]);
	jw_key(j, verb);
	jw_begin(j, '{');
	jw_key(j, "summary");
	jw_text(j, route->summary.en);
	jw_key(j, "tags");
	jw_begin(j, '[');
	jw_text(j, r != NULL ? r->name : "system");
	jw_end(j, ']');
	jw_key(j, "x-permission");
	jw_text(j, permission(route, r));
	jw_key(j, "x-body-max");
	jw_int(j, (int64_t)route->body_max);
	parameters(j, route, r);
	body(j, route, r);
	answers(j, route, r);
	jw_end(j, '}');
}

/* All verbs of one path stand together. */
static void
path_item(struct jw *j, const struct route *first, const struct reg *r)
{
	char path[160];

	path_for(path, sizeof(path), first->path, r);
	jw_key(j, path);
	jw_begin(j, '{');
	for (size_t k = 0; route_tables[k] != NULL; k++)
		for (const struct route *x = route_tables[k]; x->verb; x++)
			if (strcmp(x->path, first->path) == 0 &&
			    (r == NULL || fits(x, r)))
				operation(j, x, r);
	jw_end(j, '}');
}

static bool
is_first_of_path(const struct route *route)
{
	for (size_t k = 0; route_tables[k] != NULL; k++)
		for (const struct route *x = route_tables[k]; x->verb; x++) {
			if (x == route)
				return true;
			if (strcmp(x->path, route->path) == 0)
				return false;
		}
	return false;
}

static bool
any_fits(const struct route *route, const struct reg *r)
{
	for (size_t k = 0; route_tables[k] != NULL; k++)
		for (const struct route *x = route_tables[k]; x->verb; x++)
			if (strcmp(x->path, route->path) == 0 && fits(x, r))
				return true;
	return false;
}

static void
paths(struct jw *j)
{
	jw_begin(j, '{');
	for (size_t k = 0; route_tables[k] != NULL; k++)
		for (const struct route *x = route_tables[k]; x->verb; x++) {
			if (!is_first_of_path(x))
				continue;
			if (!is_generic(x)) {
				path_item(j, x, NULL);
				continue;
			}
			for (size_t i = 0; registers[i] != NULL; i++)
				if (any_fits(x, registers[i]))
					path_item(j, x, registers[i]);
		}
	jw_end(j, '}');
}

void
openapi_write(struct buf *out)
{
	struct jw j = jw_open(out);

	jw_begin(&j, '{');
	jw_key(&j, "openapi");
	jw_text(&j, "3.1.0");
	jw_key(&j, "info");
	jw_begin(&j, '{');
	jw_key(&j, "title");
	jw_text(&j, "Anwei 安维");
	jw_key(&j, "version");
	jw_text(&j, ANWEI_VERSION);
	jw_end(&j, '}');
	jw_key(&j, "paths");
	paths(&j);
	jw_key(&j, "components");
	jw_begin(&j, '{');
	jw_key(&j, "schemas");
	schemas_json(&j);
	jw_end(&j, '}');
	jw_end(&j, '}');
}
