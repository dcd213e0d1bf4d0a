/* file_api.c - storing and serving files. */
#include "archive/file.h"

#include <ctype.h>

#include "base/str.h"
#include "conf/conf.h"
#include "http/api.h"
#include "http/app.h"

/* The most that the setting file.max_mib may allow. */
#define BODY_MAX (64u << 20)

/* Shown files come from users: no script, no requests, an origin of their
 * own. */
#define FILE_CSP "default-src 'none'; style-src 'unsafe-inline'; sandbox"

static void
file_json(struct jw *j, const struct file *f)
{
	jw_begin(j, '{');
	jw_key(j, "sha256");
	jw_str(j, f->sha256);
	jw_key(j, "size");
	jw_int(j, f->size);
	jw_key(j, "type");
	jw_str(j, f->type);
	jw_key(j, "name");
	jw_str(j, f->name);
	jw_end(j, '}');
}

static struct file_store
store_of(const struct call *c)
{
	const struct conf *conf = c->app->conf;

	return (struct file_store){
		.folder = arena_printf(c->t.a, "%s/files", conf->data_dir).p,
		.max_bytes = conf->file_max_mib << 20,
	};
}

struct adding {
	struct file file;
	bool added;
};

static enum err
add_row(struct task *t, void *ctx)
{
	struct adding *x = ctx;

	return file_add(t, &x->file, &x->added);
}

/* The disk first, outside of any transaction: the lane does not wait for it. */
static enum err
serve_put(struct call *c)
{
	struct str bytes = http_body(c->req);
	const struct file_store store = store_of(c);
	const struct file_type *type;
	struct adding x = { 0 };

	if (!file_digest_is(c->tail))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "the address must end with the SHA-256 of the "
			    "file, 64 lower-case hex digits",
			    "地址须以文件的 SHA-256 结尾（64 位小写十六进制）");
	TRY(file_type_find(bytes, http_header(c->req, "Content-Type"), &type,
			   &c->t.why));
	TRY(file_store_put(&store, bytes, c->tail, &c->t.why));
	x.file = (struct file){
		.sha256 = c->tail,
		.size = (int64_t)bytes.n,
		.type = str_of(type->type),
		.name = file_name_clean(c->t.a, http_query(c->req, "name"),
					c->tail, type),
	};
	TRY(call_write(c, add_row, &x));
	call_json(c, x.added ? 201 : 200);
	file_json(&c->out, &x.file);
	return OK;
}

/* RFC 5987: what is no token character goes as %XX of its UTF-8. */
static struct str
name_encode(struct arena *a, struct str name)
{
	static const char digits[] = "0123456789ABCDEF";
	char *out = arena_alloc(a, name.n * 3 + 1);
	size_t n = 0;

	for (size_t i = 0; i < name.n; i++) {
		unsigned char ch = (unsigned char)name.p[i];

		if (ch < 0x80 &&
		    (isalnum(ch) || ch == '-' || ch == '.' || ch == '_')) {
			out[n++] = (char)ch;
			continue;
		}
		out[n++] = '%';
		out[n++] = digits[ch >> 4];
		out[n++] = digits[ch & 15];
	}
	return (struct str){ out, n };
}

static enum err
serve_get(struct call *c)
{
	const struct file_store store = store_of(c);
	const struct file_type *type;
	struct file f;
	struct str name;
	int fd;

	TRY(file_get(&c->t, c->tail, &f));
	TRY(file_may(&c->t, f.sha256));
	type = file_type_by_name(f.type);
	if (type == NULL)
		return fail(&c->t.why, ERR_TYPE,
			    "files of this kind are no longer served",
			    "不再提供此类文件");
	TRY(file_store_get(&store, f.sha256, &fd, &c->t.why));
	name = name_encode(c->t.a, f.name);
	c->reply =
	    (struct http_reply){ .status = 200, .type = type->type, .fd = fd };
	/* Not call_header: a Chinese name is longer than its buffer. */
	http_reply_header(&c->reply, c->req, "Content-Disposition",
			  "%s; filename*=UTF-8''%.*s",
			  type->shown ? "inline" : "attachment", STR_ARG(name));
	call_header(c, "Content-Security-Policy", FILE_CSP);
	call_header(c, "Cache-Control", "private, max-age=86400, immutable");
	return OK;
}

/* clang-format off */
const struct route file_routes[] = {
	/* verb   path                   may          tx       body      rate         serve      in   n  answer  summary */
	{ "PUT", "/api/v1/file/{name}", MAY_SIGN_IN, TX_NONE, BODY_MAX, RATE_NORMAL, serve_put, NULL, 0, "File", LABEL("上传文件", "Store a file"), true },
	{ "GET", "/api/v1/file/{name}", MAY_SIGN_IN, TX_READ,        0, RATE_NORMAL, serve_get, NULL, 0, NULL,   LABEL("下载文件", "Fetch a file"), true },
	{ 0 }
};
/* clang-format on */
