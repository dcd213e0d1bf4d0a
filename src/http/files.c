/* files.c - the pages' files, read at start into answers made once. */
#include "http/http.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"

#define FILES_MAX 4096
#define FILE_MAX_BYTES ((off_t)64 << 20)
#define CACHE_FOR_EVER "public, max-age=31536000, immutable"
#define CACHE_ASK "no-cache"

struct version {
	const char *etag;
	struct http_fixed *whole, *unchanged;
};
struct file {
	struct str path; /* "/assets/x.js" */
	struct version plain, zip;
};
struct files {
	struct arena a;
	size_t n;
	struct file *v; /* sorted by path */
	const struct file *index;
};

/* clang-format off */
static const struct {
	const char *ending, *type;
} types[] = {
	{ ".html",        "text/html; charset=utf-8" },
	{ ".js",          "text/javascript; charset=utf-8" },
	{ ".mjs",         "text/javascript; charset=utf-8" },
	{ ".css",         "text/css; charset=utf-8" },
	{ ".json",        "application/json" },
	{ ".map",         "application/json" },
	{ ".webmanifest", "application/manifest+json" },
	{ ".svg",         "image/svg+xml" },
	{ ".png",         "image/png" },
	{ ".jpg",         "image/jpeg" },
	{ ".webp",        "image/webp" },
	{ ".ico",         "image/x-icon" },
	{ ".woff2",       "font/woff2" },
	{ ".wasm",        "application/wasm" },
	{ ".txt",         "text/plain; charset=utf-8" },
	{ ".pdf",         "application/pdf" },
	{ ".mp3",         "audio/mpeg" },
	{ ".wav",         "audio/wav" },
};
/* clang-format on */

static bool
ends_with(struct str s, const char *ending)
{
	struct str e = str_of(ending);

	return s.n >= e.n && str_eq(str_skip(s, s.n - e.n), e);
}

static const char *
type_of(struct str path)
{
	for (size_t i = 0; i < ARRAY_LEN(types); i++)
		if (ends_with(path, types[i].ending))
			return types[i].type;
	return "application/octet-stream";
}

static enum err
bytes_load(const char *name, off_t size, struct buf *out, struct why *why)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	ssize_t n = -1;
	char *p;

	*out = buf_open((size_t)size);
	p = buf_room(out, (size_t)size);
	if (fd >= 0 && p != NULL)
		n = read(fd, p, (size_t)size);
	if (fd >= 0)
		(void)close(fd);
	if (n != size) {
		buf_release(out);
		return fail(why, ERR_STORAGE, "cannot read %s", "无法读取 %s",
			    name);
	}
	out->n = (size_t)n;
	return OK;
}

static void
header_put(struct http_pair *headers, size_t *n, const char *name,
	   const char *value)
{
	if (value != NULL)
		headers[(*n)++] =
		    (struct http_pair){ str_of(name), str_of(value) };
}

/* A strong ETag must differ between encodings (RFC 9110 8.8.3). */
static void
version_make(struct files *f, struct version *v, struct str path,
	     struct str body, bool zipped)
{
	uint8_t digest[SHA256_BYTES];
	char hex[33];
	struct http_pair headers[4];
	size_t n = 0;

	sha256(body, digest);
	hex_print(digest, 16, hex);
	v->etag = arena_printf(&f->a, "\"%s\"", hex).p;
	header_put(headers, &n, "ETag", v->etag);
	header_put(headers, &n, "Vary", "Accept-Encoding");
	header_put(headers, &n, "Cache-Control",
		   str_starts(path, STR("/assets/")) ? CACHE_FOR_EVER :
						       CACHE_ASK);
	v->unchanged = http_fixed_new(304, NULL, STR(""), headers, n);
	header_put(headers, &n, "Content-Encoding", zipped ? "gzip" : NULL);
	v->whole = http_fixed_new(200, type_of(path), body, headers, n);
}

static int
compare(const void *a, const void *b)
{
	const struct file *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

static const struct file *
file_find(const struct files *f, struct str path)
{
	const struct file key = { .path = path };

	return bsearch(&key, f->v, f->n, sizeof(key), compare);
}

/* While loading the list is not sorted yet. */
static struct file *
file_get(struct files *f, struct str path)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->v[i].path, path))
			return &f->v[i];
	f->v[f->n].path = arena_str(&f->a, path);
	return &f->v[f->n++];
}

static enum err
file_load(struct files *f, const FTSENT *e, struct str path, struct why *why)
{
	bool zipped = ends_with(path, ".gz");
	struct file *file;
	struct buf body;

	if (e->fts_statp->st_size > FILE_MAX_BYTES || f->n == FILES_MAX)
		return fail(why, ERR_TOO_BIG, "%s is too large to be served",
			    "%s 过大，无法提供", e->fts_path);
	TRY(bytes_load(e->fts_accpath, e->fts_statp->st_size, &body, why));
	if (zipped)
		path.n -= 3;
	file = file_get(f, path);
	version_make(f, zipped ? &file->zip : &file->plain, path,
		     buf_str(&body), zipped);
	buf_release(&body);
	return OK;
}

static enum err
folder_load(struct files *f, FTS *walk, size_t folder_n, struct why *why)
{
	FTSENT *e;

	while ((e = fts_read(walk)) != NULL) {
		struct str path = str_skip(str_of(e->fts_path), folder_n);

		if (e->fts_info == FTS_F)
			TRY(file_load(f, e, path, why));
		else if (e->fts_info == FTS_ERR || e->fts_info == FTS_DNR ||
			 e->fts_info == FTS_NS)
			return fail(why, ERR_STORAGE, "cannot read %s: %s",
				    "无法读取 %s：%s", e->fts_path,
				    strerror(e->fts_errno));
	}
	return OK;
}

/* A .gz without its file is no twin: it is left out. */
static void
orphans_drop(struct files *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		if (f->v[i].plain.whole != NULL) {
			f->v[n++] = f->v[i];
			continue;
		}
		http_fixed_free(&f->v[i].zip.whole);
		http_fixed_free(&f->v[i].zip.unchanged);
	}
	f->n = n;
}

enum err
files_open(const char *folder, struct files **out, struct why *why)
{
	struct files *f = mem_alloc(sizeof(*f));
	char *const roots[] = { (char *)(uintptr_t)folder, NULL };
	FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	size_t n = strlen(folder);
	enum err rc;

	while (n > 0 && folder[n - 1] == '/')
		n--;
	f->v = ARENA_ARRAY(&f->a, FILES_MAX, struct file);
	rc = walk != NULL ? folder_load(f, walk, n, why) :
			    fail(why, ERR_STORAGE, "cannot read %s",
				 "无法读取 %s", folder);
	if (walk != NULL)
		(void)fts_close(walk);
	orphans_drop(f);
	qsort(f->v, f->n, sizeof(*f->v), compare);
	f->index = file_find(f, STR("/index.html"));
	*out = f;
	if (rc != OK)
		files_close(out);
	else
		log_info(LOG_HTTP, "files", "folder=%s files=%zu", folder,
			 f->n);
	return rc;
}

static void
version_free(struct version *v)
{
	http_fixed_free(&v->whole);
	http_fixed_free(&v->unchanged);
}

void
files_close(struct files **out)
{
	struct files *f = *out;

	if (f == NULL)
		return;
	for (size_t i = 0; i < f->n; i++) {
		version_free(&f->v[i].plain);
		version_free(&f->v[i].zip);
	}
	arena_release(&f->a);
	mem_free(f);
	*out = NULL;
}

/* Addresses that only the router in the page knows. */
static bool
is_page(struct str path)
{
	size_t i = path.n;

	if (str_is(path, "/api") || str_starts(path, STR("/api/")))
		return false;
	while (i > 0 && path.p[i - 1] != '/')
		if (path.p[--i] == '.')
			return false;
	return true;
}

static const struct file *
page_find(const struct files *f, struct str path)
{
	char name[64];
	struct str rest, head = str_cut(str_skip(path, 1), '/', &rest);
	const struct file *page = NULL;

	if (head.n > 0 && (size_t)snprintf(name, sizeof(name), "/%.*s.html",
					   STR_ARG(head)) < sizeof(name))
		page = file_find(f, str_of(name));
	return page != NULL ? page : f->index;
}

/* RFC 9110 13.1.2: weak comparison, a list, or "*". */
static bool
has_etag(struct str list, const char *etag)
{
	while (list.n > 0) {
		struct str one = str_trim(str_cut(list, ',', &list));

		if (str_starts(one, STR("W/")))
			one = str_skip(one, 2);
		if (str_is(one, etag) || str_is(one, "*"))
			return true;
	}
	return false;
}

bool
files_serve(const struct files *f, struct http_req *r)
{
	struct str path = http_path(r), method = http_method(r);
	const struct file *file = file_find(f, path);
	const struct version *v;

	if (!str_is(method, "GET") && !str_is(method, "HEAD"))
		return false;
	if (file == NULL && is_page(path))
		file = page_find(f, path);
	if (file == NULL)
		return false;
	v = &file->plain;
	if (file->zip.whole != NULL && http_takes_gzip(r))
		v = &file->zip;
	http_answer_fixed(r,
			  has_etag(http_header(r, "If-None-Match"), v->etag) ?
			      v->unchanged :
			      v->whole);
	return true;
}
