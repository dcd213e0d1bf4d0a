/* http_req.c - what came: target, query, headers, cookies. */
#include "http/http_in.h"

#include <string.h>

#include "base/str.h"
#include "base/time.h"

#define SPARE_MAX 64
#define QUERIES_MAX 64

struct http_req *
req_take(struct http *h)
{
	struct http_req *r;

	pthread_mutex_lock(&h->m);
	r = h->spare;
	if (r != NULL) {
		h->spare = r->next_spare;
		h->n_spare--;
	}
	pthread_mutex_unlock(&h->m);
	return r != NULL ? r : mem_alloc(sizeof(*r));
}

/* The arena keeps its first chunk: the next request finds it warm. */
void
req_give(struct http_req *r)
{
	struct http *h = r->http;
	struct arena a;
	bool kept;

	arena_reset(&r->a);
	a = r->a;
	*r = (struct http_req){ .a = a };
	pthread_mutex_lock(&h->m);
	kept = h->n_spare < SPARE_MAX;
	if (kept) {
		r->next_spare = h->spare;
		h->spare = r;
		h->n_spare++;
	}
	pthread_mutex_unlock(&h->m);
	if (!kept) {
		arena_release(&r->a);
		mem_free(r);
	}
}

/* The library calls this before it has read the headers. */
void *
req_new(void *cls, const char *uri, struct MHD_Connection *mhd)
{
	struct door *door = cls;
	struct http_req *r = req_take(door->http);

	r->http = door->http;
	r->conn = conn_of(mhd);
	r->mhd = mhd;
	r->raw = arena_str(&r->a, str_of(uri));
	r->bad_target = !target_parse(r);
	r->body_fd = -1;
	r->conn->req = r;
	return r;
}

static bool
has_control(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f)
			return true;
	return false;
}

/* RFC 3986 2.1; a stray "%" is an error.  plus: "+" is a blank (query). */
static bool
percent_decode(struct arena *a, struct str s, bool plus, struct str *out)
{
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		p[n] = plus && s.p[i] == '+' ? ' ' : s.p[i];
		if (s.p[i] == '%') {
			if (s.n - i < 3 ||
			    !hex_parse((struct str){ s.p + i + 1, 2 }, &p[n],
				       1))
				return false;
			i += 2;
		}
		n++;
	}
	*out = (struct str){ p, n };
	return str_is_utf8(*out);
}

static bool
queries_parse(struct http_req *r, struct str text)
{
	struct str part;
	size_t n = 1;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '&';
	if (n > QUERIES_MAX)
		return false;
	r->queries = ARENA_ARRAY(&r->a, n, struct http_pair);
	while (text.n > 0) {
		struct http_pair *q = &r->queries[r->n_queries];
		struct str value;

		part = str_cut(text, '&', &text);
		if (part.n == 0)
			continue;
		part = str_cut(part, '=', &value);
		if (!percent_decode(&r->a, part, true, &q->name) ||
		    !percent_decode(&r->a, value, true, &q->value))
			return false;
		r->n_queries++;
	}
	return true;
}

/* "http://host/path": RFC 9112 3.2.2 asks servers to take it. */
static struct str
origin_form(struct str raw)
{
	struct str rest = { 0 };

	if (str_starts(raw, STR("http://")))
		rest = str_skip(raw, 7);
	else if (str_starts(raw, STR("https://")))
		rest = str_skip(raw, 8);
	else
		return raw;
	while (rest.n > 0 && rest.p[0] != '/')
		rest = str_skip(rest, 1);
	return rest;
}

bool
target_parse(struct http_req *r)
{
	struct str query, path = str_cut(origin_form(r->raw), '?', &query);

	r->path = STR("/");
	return path.n > 0 && path.p[0] == '/' &&
	       percent_decode(&r->a, path, false, &r->path) &&
	       !has_control(r->path) && queries_parse(r, query);
}

struct str
http_method(const struct http_req *r)
{
	return str_of(r->method);
}

struct str
http_path(const struct http_req *r)
{
	return r->path;
}

const struct http_pair *
http_queries(const struct http_req *r, size_t *n)
{
	*n = r->n_queries;
	return r->queries;
}

struct str
http_query(const struct http_req *r, const char *name)
{
	for (size_t i = 0; i < r->n_queries; i++)
		if (str_is(r->queries[i].name, name))
			return r->queries[i].value;
	return (struct str){ 0 };
}

struct str
http_header(const struct http_req *r, const char *name)
{
	const char *v =
	    MHD_lookup_connection_value(r->mhd, MHD_HEADER_KIND, name);

	return v == NULL ? (struct str){ 0 } : str_of(v);
}

struct str
http_cookie(const struct http_req *r, const char *name)
{
	struct str all = http_header(r, "Cookie"), value;

	while (all.n > 0) {
		struct str one = str_trim(str_cut(all, ';', &all));

		one = str_cut(one, '=', &value);
		if (str_is(one, name))
			return value;
	}
	return (struct str){ 0 };
}

struct str
http_peer(const struct http_req *r)
{
	return str_of(r->conn->peer);
}

bool
http_is_tls(const struct http_req *r)
{
	return r->conn->door->tls;
}

struct arena *
http_arena(struct http_req *r)
{
	return &r->a;
}

/* "0.8" as 800; anything odd counts as 1000. */
static int
quality_parse(struct str s)
{
	int64_t v = 0;
	int q;

	if (s.n == 0 || (s.p[0] != '0' && s.p[0] != '1') || s.p[0] == '1')
		return 1000;
	if (s.n < 3)
		return 0;
	s = str_skip(s, 2);
	s.n = s.n < 3 ? s.n : 3;
	if (!str_to_int(s, 0, 999, &v))
		return 1000;
	q = (int)v;
	for (size_t i = s.n; i < 3; i++)
		q *= 10;
	return q;
}

/* One element of a list like "gzip;q=0.5, br" (RFC 9110 12.4.2). */
static struct str
item_next(struct str *rest, int *quality)
{
	struct str params, one = str_cut(*rest, ',', rest);

	one = str_trim(str_cut(one, ';', &params));
	params = str_trim(params);
	*quality = 1000;
	if (str_starts(params, STR("q=")))
		*quality = quality_parse(str_skip(params, 2));
	return one;
}

bool
header_takes(struct str header, const char *word)
{
	int quality, any = 0;

	while (header.n > 0) {
		struct str one = item_next(&header, &quality);

		if (str_is(one, word))
			return quality > 0;
		if (str_is(one, "*"))
			any = quality;
	}
	return any > 0;
}

bool
http_takes_gzip(const struct http_req *r)
{
	return header_takes(http_header(r, "Accept-Encoding"), "gzip");
}

enum lang
http_lang(const struct http_req *r)
{
	struct str header = http_header(r, "Accept-Language");
	int best[LANG_N] = { 0 }, quality;

	while (header.n > 0) {
		struct str one = item_next(&header, &quality);
		enum lang l = LANG_N;

		if (str_starts(one, STR("zh")))
			l = LANG_ZH;
		else if (str_starts(one, STR("en")))
			l = LANG_EN;
		if (l != LANG_N && quality > best[l])
			best[l] = quality;
	}
	return best[LANG_EN] > best[LANG_ZH] ? LANG_EN : LANG_ZH;
}
