/* http_reply.c - what goes out: headers, gzip, files with ranges, refusals. */
#include "http/http_in.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gnutls/gnutls.h>

#include "base/json.h"
#include "base/log.h"
#include "base/str.h"
#include "base/time.h"
#include "http/metrics.h"

#define ZIP_MIN_BYTES 1024
#define PROBLEM_TYPE "application/problem+json"

/* The pages need no more than this; doc/decisions has why wasm. */
#define CSP                                                          \
	"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; " \
	"style-src 'self'; img-src 'self' data: blob:; "             \
	"connect-src 'self'; object-src 'none'; base-uri 'none'; "   \
	"frame-ancestors 'none'; form-action 'self'"

static const struct {
	const char *name, *value;
} security[] = {
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "Permissions-Policy", "camera=(self), geolocation=(self), "
				"microphone=(), payment=(), usb=()" },
	{ "X-Frame-Options", "DENY" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
};
#define HSTS "max-age=31536000"

/* Titles of what is refused below the dispatcher. */
static const struct {
	enum err code;
	struct label title, detail;
} refusals[] = {
	{ ERR_BAD_REQUEST, LABEL("请求有误", "Bad request"),
	  LABEL("请求的地址或头部不合规范",
		"the request's target or headers are malformed") },
	{ ERR_TOO_BIG, LABEL("请求过大", "Too big"),
	  LABEL("请求的内容或头部超过了允许的大小",
		"the request's body or headers are larger than allowed") },
	{ ERR_NOT_FOUND, LABEL("未找到", "Not found"),
	  LABEL("没有这个地址", "there is nothing at this address") },
	{ ERR_BUSY, LABEL("服务繁忙", "Busy"),
	  LABEL("服务器繁忙或正在停止，请稍后再试",
		"the server is busy or stopping; try again shortly") },
	{ ERR_STORAGE, LABEL("存储不可用", "Storage"),
	  LABEL("服务器磁盘空间不足或无法写入",
		"the server's disk is full or cannot be written") },
	{ ERR_INTERNAL, LABEL("内部错误", "Internal error"),
	  LABEL("服务器内部错误", "the server failed") },
};

void
http_reply_header(struct http_reply *p, struct http_req *r, const char *name,
		  const char *fmt, ...)
{
	struct http_pair *h = &p->headers[p->n_headers];
	va_list ap;
	char *text;
	int n;

	must(p->n_headers < HTTP_HEADERS_MAX);
	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	must(n >= 0);
	text = arena_alloc(&r->a, (size_t)n + 1);
	va_start(ap, fmt);
	(void)vsnprintf(text, (size_t)n + 1, fmt, ap);
	va_end(ap);
	for (int i = 0; i < n; i++)
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			text[i] = '?';
	h->name = arena_str(&r->a, str_of(name));
	h->value = (struct str){ text, (size_t)n };
	p->n_headers++;
}

void
http_answer(struct http_req *r, struct http_reply *p)
{
	r->reply = *p;
	*p = (struct http_reply){ 0 };
	answer_publish(r);
}

static void
problem_print(struct buf *out, int status, enum err code, enum lang lang)
{
	struct jw j = jw_open(out);
	size_t i = 0;

	while (i + 1 < ARRAY_LEN(refusals) && refusals[i].code != code)
		i++;
	jw_begin(&j, '{');
	jw_key(&j, "type");
	jw_text(&j, "about:blank");
	jw_key(&j, "status");
	jw_int(&j, status);
	jw_key(&j, "code");
	jw_text(&j, err_word(code));
	jw_key(&j, "title");
	jw_text(&j, label_in(refusals[i].title, lang));
	jw_key(&j, "detail");
	jw_text(&j, label_in(refusals[i].detail, lang));
	jw_end(&j, '}');
}

void
refuse_fill(struct http_req *r, int status, enum err code)
{
	status = status != 0 ? status : err_status(code);
	r->reply = (struct http_reply){ .status = status,
					.type = PROBLEM_TYPE,
					.body = buf_open(4096) };
	if (code == ERR_BUSY)
		http_reply_header(&r->reply, r, "Retry-After", "1");
	if (code == ERR_TOO_BIG)
		metric_add(METRIC_HTTP_TOO_BIG, 1);
	problem_print(&r->reply.body, status, code, http_lang(r));
}

void
http_refuse(struct http_req *r, int status, enum err code)
{
	refuse_fill(r, status, code);
	answer_publish(r);
}

static void
send_now(struct http_req *r, struct str s)
{
	const union MHD_ConnectionInfo *info;

	if (!r->conn->door->tls) {
		/* best effort: the connection ends in any case */
		(void)!send(r->conn->fd, s.p, s.n, MSG_NOSIGNAL | MSG_DONTWAIT);
		return;
	}
	info =
	    MHD_get_connection_info(r->mhd, MHD_CONNECTION_INFO_GNUTLS_SESSION);
	(void)gnutls_record_send(info->tls_session, s.p, s.n);
}

void
refuse_raw(struct http_req *r, int status, enum err code)
{
	struct buf body = buf_open(4096), all = buf_open(8192);

	metric_add(METRIC_HTTP_TOO_BIG, code == ERR_TOO_BIG);
	metric_add(METRIC_HTTP_4XX, 1);
	status = status != 0 ? status : err_status(code);
	problem_print(&body, status, code, http_lang(r));
	buf_printf(&all, "HTTP/1.1 %d %s\r\nConnection: close\r\n", status,
		   MHD_get_reason_phrase_for((unsigned)status));
	buf_printf(&all, "Content-Type: %s\r\nContent-Length: %zu\r\n",
		   PROBLEM_TYPE, body.n);
	buf_puts(&all, "Cache-Control: no-store\r\n"
		       "Content-Security-Policy: " CSP "\r\n");
	for (size_t i = 0; i < ARRAY_LEN(security); i++)
		buf_printf(&all, "%s: %s\r\n", security[i].name,
			   security[i].value);
	buf_puts(&all, "\r\n");
	buf_put(&all, buf_str(&body));
	send_now(r, buf_str(&all));
	buf_release(&body);
	buf_release(&all);
}

static void
header_add(struct MHD_Response *m, const char *name, const char *value)
{
	/* the library refuses only what is empty or not a header */
	if (MHD_add_response_header(m, name, value) != MHD_YES)
		log_debug(LOG_HTTP, "header_refused", "name=%s", name);
}

void
common_headers(struct MHD_Response *m, bool tls, bool own_csp, bool own_cache)
{
	for (size_t i = 0; i < ARRAY_LEN(security); i++)
		header_add(m, security[i].name, security[i].value);
	if (!own_csp)
		header_add(m, "Content-Security-Policy", CSP);
	if (!own_cache)
		header_add(m, "Cache-Control", "no-store");
	if (tls)
		header_add(m, "Strict-Transport-Security", HSTS);
}

static const struct http_pair *
header_find(const struct http_pair *headers, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(headers[i].name, name))
			return &headers[i];
	return NULL;
}

static void
headers_add(struct MHD_Response *m, struct arena *a, bool tls, const char *type,
	    const struct http_pair *headers, size_t n)
{
	if (type != NULL)
		header_add(m, "Content-Type", type);
	for (size_t i = 0; i < n; i++)
		if (headers[i].value.n > 0)
			header_add(m, arena_cstr(a, headers[i].name),
				   arena_cstr(a, headers[i].value));
	common_headers(m, tls,
		       header_find(headers, n, "Content-Security-Policy"),
		       header_find(headers, n, "Cache-Control"));
}

/* A piece of a file. */
struct range {
	uint64_t from, n;
};
enum range_kind { RANGE_ALL, RANGE_PART, RANGE_NEVER };

/* One range only (RFC 9110 14.2: a server may ignore the rest). */
static enum range_kind
range_parse(struct str s, uint64_t size, struct range *out)
{
	int64_t from = 0, to = INT64_MAX;
	struct str last, first;

	*out = (struct range){ 0, size };
	if (!str_starts(s, STR("bytes=")) || size > INT64_MAX)
		return RANGE_ALL;
	first = str_cut(str_skip(s, 6), '-', &last);
	if (first.n == 0) {
		if (!str_to_int(last, 0, INT64_MAX, &to))
			return RANGE_ALL;
		out->n = (uint64_t)to < size ? (uint64_t)to : size;
		out->from = size - out->n;
		return out->n == 0 ? RANGE_NEVER : RANGE_PART;
	}
	if (!str_to_int(first, 0, INT64_MAX, &from) ||
	    (last.n > 0 && !str_to_int(last, from, INT64_MAX, &to)))
		return RANGE_ALL;
	if ((uint64_t)from >= size)
		return RANGE_NEVER;
	out->from = (uint64_t)from;
	out->n = size - out->from;
	if ((uint64_t)(to - from) < out->n)
		out->n = (uint64_t)(to - from) + 1;
	return RANGE_PART;
}

/* Of another version of the file no part may be sent (RFC 9110 13.1.5). */
static enum range_kind
range_wanted(struct http_req *r, uint64_t size, struct range *out)
{
	struct str condition = http_header(r, "If-Range");
	const struct http_pair *etag =
	    header_find(r->reply.headers, r->reply.n_headers, "ETag");

	*out = (struct range){ 0, size };
	if (r->reply.status != 200 || strcmp(r->method, "GET") != 0)
		return RANGE_ALL;
	if (condition.p != NULL &&
	    (etag == NULL || !str_eq(etag->value, condition)))
		return RANGE_ALL;
	return range_parse(http_header(r, "Range"), size, out);
}

static struct MHD_Response *
empty_response(void)
{
	static char nothing[1];

	return MHD_create_response_from_buffer(0, nothing,
					       MHD_RESPMEM_PERSISTENT);
}

/* The response closes the file. */
static struct MHD_Response *
file_response(struct http_req *r)
{
	struct http_reply *p = &r->reply;
	struct MHD_Response *m;
	struct range part;
	struct stat st;
	unsigned long long last;

	must(fstat(p->fd, &st) == 0);
	if (p->status == 200)
		http_reply_header(p, r, "Accept-Ranges", "bytes");
	switch (range_wanted(r, (uint64_t)st.st_size, &part)) {
	case RANGE_NEVER:
		p->status = 416;
		http_reply_header(p, r, "Content-Range", "bytes */%llu",
				  (unsigned long long)st.st_size);
		(void)close(p->fd);
		p->fd = 0;
		return empty_response();
	case RANGE_PART:
		p->status = 206;
		last = (unsigned long long)(part.from + part.n - 1);
		http_reply_header(p, r, "Content-Range", "bytes %llu-%llu/%llu",
				  (unsigned long long)part.from, last,
				  (unsigned long long)st.st_size);
		break;
	case RANGE_ALL:
		break;
	}
	m = MHD_create_response_from_fd_at_offset64(part.n, p->fd, part.from);
	conn_deadline(r->conn, time_mono_us(), 1, part.n);
	p->fd = 0;
	return m;
}

static void
body_zip(struct http_req *r)
{
	struct http_reply *p = &r->reply;
	size_t n;
	char *z;

	if (!p->gzip || p->body.n <= ZIP_MIN_BYTES)
		return;
	http_reply_header(p, r, "Vary", "Accept-Encoding");
	if (!http_takes_gzip(r))
		return;
	z = zip_bytes(r->http, buf_str(&p->body), &n);
	if (z == NULL)
		return;
	buf_release(&p->body);
	p->body = (struct buf){ .p = z, .n = n, .cap = n, .max = n };
	http_reply_header(p, r, "Content-Encoding", "gzip");
}

static struct MHD_Response *
memory_response(struct http_req *r)
{
	size_t n;
	char *p;

	body_zip(r);
	p = buf_steal(&r->reply.body, &n);
	conn_deadline(r->conn, time_mono_us(), 1, n);
	return MHD_create_response_from_buffer(n, p, MHD_RESPMEM_MUST_FREE);
}

static struct MHD_Response *
reply_response(struct http_req *r)
{
	struct http_reply *p = &r->reply;
	struct MHD_Response *m =
	    p->fd > 0 ? file_response(r) : memory_response(r);

	must(m != NULL);
	headers_add(m, &r->a, r->conn->door->tls, p->type, p->headers,
		    p->n_headers);
	return m;
}

struct http_fixed {
	int status;
	size_t bytes;
	struct MHD_Response *plain, *tls;
};

static struct MHD_Response *
fixed_response(struct str body, bool tls, const char *type,
	       const struct http_pair *headers, size_t n)
{
	struct arena a = { 0 };
	struct MHD_Response *m =
	    MHD_create_response_from_buffer(body.n, (void *)(uintptr_t)body.p,
					    MHD_RESPMEM_MUST_COPY);

	must(m != NULL);
	headers_add(m, &a, tls, type, headers, n);
	arena_release(&a);
	return m;
}

struct http_fixed *
http_fixed_new(int status, const char *type, struct str body,
	       const struct http_pair *headers, size_t n)
{
	struct http_fixed *f = mem_alloc(sizeof(*f));

	f->status = status;
	f->bytes = body.n;
	f->plain = fixed_response(body, false, type, headers, n);
	f->tls = fixed_response(body, true, type, headers, n);
	return f;
}

void
http_fixed_free(struct http_fixed **f)
{
	if (*f == NULL)
		return;
	MHD_destroy_response((*f)->plain);
	MHD_destroy_response((*f)->tls);
	mem_free(*f);
	*f = NULL;
}

void
http_answer_fixed(struct http_req *r, const struct http_fixed *f)
{
	r->fixed = f;
	answer_publish(r);
}

static void
answer_count(struct http_req *r, int status)
{
	static const enum metric classes[] = { METRIC_HTTP_2XX, METRIC_HTTP_3XX,
					       METRIC_HTTP_4XX,
					       METRIC_HTTP_5XX };

	if (status >= 200 && status < 600)
		metric_add(classes[status / 100 - 2], 1);
	if (r->ready_us != 0)
		metric_observe(HISTOGRAM_HTTP, time_mono_us() - r->ready_us);
}

enum MHD_Result
reply_send(struct http_req *r)
{
	struct MHD_Response *m;
	enum MHD_Result queued;
	int status;

	if (r->fixed != NULL) {
		status = r->fixed->status;
		conn_deadline(r->conn, time_mono_us(), 1, r->fixed->bytes);
		answer_count(r, status);
		return MHD_queue_response(r->mhd, (unsigned)status,
					  r->conn->door->tls ? r->fixed->tls :
							       r->fixed->plain);
	}
	m = r->stream != NULL ? stream_response(r) : reply_response(r);
	status = r->reply.status;
	answer_count(r, status);
	queued = MHD_queue_response(r->mhd, (unsigned)status, m);
	MHD_destroy_response(m);
	return queued;
}

void
req_end(struct http_req *r)
{
	answer_sent(r);
	stream_drop(r);
	if (r->reply.fd > 0)
		(void)close(r->reply.fd);
	buf_release(&r->reply.body);
	body_release(r);
	r->conn->req = NULL;
	req_give(r);
}
