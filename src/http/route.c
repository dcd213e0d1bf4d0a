/* route.c - from method and path to a row of the route tables. */
#include "base/str.h"
#include "http/app.h"

struct found {
	const struct reg *reg;
	int64_t id;
	struct str tail;
};

/* One segment of the pattern against one of the path. */
static bool
segment_is(struct str pattern, struct str part, struct found *f)
{
	if (str_is(pattern, "{r}")) {
		f->reg = reg_find(part);
		return f->reg != NULL;
	}
	if (str_is(pattern, "{p}")) {
		f->reg = reg_find(part);
		return f->reg != NULL && f->reg->process != NULL;
	}
	if (str_is(pattern, "{id}"))
		return str_to_int(part, 1, INT64_MAX, &f->id);
	if (str_is(pattern, "{name}")) {
		f->tail = part;
		return part.n > 0;
	}
	return str_eq(pattern, part);
}

/* Could it be, whatever stands for the segments in braces?  Nearly all rows
 * end here, before any register is looked for. */
static bool
shape_is(const char *pattern, struct str path)
{
	const char *at = path.p, *end = path.p + path.n;

	while (*pattern != '\0') {
		bool any = *pattern == '{';

		if (!any && (at == end || *at != *pattern))
			return false;
		while (any && *pattern != '/' && *pattern != '\0')
			pattern++;
		while (any && at < end && *at != '/')
			at++;
		pattern += !any;
		at += !any;
	}
	return at == end || (*at == '/' && at + 1 == end);
}

static bool
path_is(const char *text, struct str path, struct found *f)
{
	struct str pattern = str_of(text);

	*f = (struct found){ 0 };
	if (!shape_is(text, path))
		return false;
	while (pattern.n > 0 && path.n > 0) {
		struct str a = str_cut(pattern, '/', &pattern);
		struct str b = str_cut(path, '/', &path);

		if (!segment_is(a, b, f))
			return false;
	}
	return pattern.n == 0 && path.n == 0;
}

static enum err
no_route(bool path_known, struct str method, struct str path, struct why *why)
{
	if (path_known)
		return fail(why, ERR_METHOD, "%.*s is not possible here",
			    "此处不支持 %.*s", STR_ARG(method));
	return fail(why, ERR_NOT_FOUND, "there is nothing at %.*s",
		    "没有这个地址：%.*s", path.n > 120 ? 120 : (int)path.n,
		    path.p);
}

enum err
route_find(struct str method, struct str path, const struct route **out,
	   const struct reg **reg, int64_t *id, struct str *tail,
	   struct why *why)
{
	bool path_known = false;
	struct found f;

	for (size_t k = 0; route_tables[k] != NULL; k++)
		for (const struct route *r = route_tables[k]; r->verb; r++) {
			if (!path_is(r->path, path, &f))
				continue;
			path_known = true;
			if (!str_is(method, r->verb))
				continue;
			*out = r;
			*reg = f.reg;
			*id = f.id;
			*tail = f.tail;
			return OK;
		}
	return no_route(path_known, method, path, why);
}
