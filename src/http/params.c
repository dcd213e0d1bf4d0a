/* params.c - a query string into a struct, by the members of a route. */
#include "http/params.h"

#include "base/str.h"

static enum err
bad(struct call *c, const char *name, const char *en, const char *zh)
{
	return fail_field(&c->t.why, name, (struct label){ name, name },
			  "query", "%s%.0s", "%.0s%s", en, zh);
}

static const struct member *
member_find(const struct route *r, struct str name)
{
	for (size_t i = 0; i < r->n_in; i++)
		if (str_is(name, r->in[i].name))
			return &r->in[i];
	return NULL;
}

static enum err
number(struct call *c, const struct member *m, struct str s, int64_t *out)
{
	int64_t min = m->min, max = m->max;

	if (m->type == MEMBER_ID)
		min = 1;
	if (m->type == MEMBER_ID || (min == 0 && max == 0))
		max = INT64_MAX;
	if (str_to_int(s, min, max, out))
		return OK;
	return bad(c, m->name, "must be a number within its limits",
		   "应为允许范围内的数字");
}

static enum err
value(struct call *c, const struct member *m, struct str s, char *at)
{
	switch (m->type) {
	case MEMBER_TEXT:
		if (str_chars(s) > (size_t)m->max)
			return bad(c, m->name, "is too long", "过长");
		*(struct str *)(void *)at = s;
		return OK;
	case MEMBER_INT:
	case MEMBER_ID:
		return number(c, m, s, (int64_t *)(void *)at);
	case MEMBER_BOOL:
		*(bool *)(void *)at = str_is(s, "yes");
		return str_is(s, "yes") || str_is(s, "no") ?
			   OK :
			   bad(c, m->name, "must be yes or no",
			       "应为 yes 或 no");
	case MEMBER_TEXTS:
		break;
	}
	return bad(c, m->name, "cannot be read", "无法识别");
}

enum err
params_read(struct call *c, void *out)
{
	size_t n_pairs;
	const struct http_pair *pairs = http_queries(c->req, &n_pairs);
	enum err rc = OK;

	for (size_t i = 0; i < n_pairs; i++) {
		const struct member *m = member_find(c->route, pairs[i].name);
		enum err one = OK;

		if (m == NULL)
			one = bad(c, arena_cstr(c->t.a, pairs[i].name),
				  "is not a parameter of this call",
				  "不是此接口的参数");
		else if (pairs[i].value.n > 0)
			one = value(c, m, pairs[i].value,
				    (char *)out + m->offset);
		rc = rc == OK ? one : rc;
	}
	return rc == OK ? OK : (c->t.why.code = ERR_BAD_REQUEST);
}
