/*
 * http_serve.c - the steps of a request: head, body, handler, answer.
 *
 * The library calls http_access once for the head, once for each piece of
 * the body, and once when it is complete; and again when a connection that
 * slept is resumed.
 */
#include "http/http_in.h"

#include <string.h>

#include "base/str.h"
#include "base/time.h"

static enum MHD_Result
add_sizes(void *cls, enum MHD_ValueKind kind, const char *key, size_t key_n,
	  const char *value, size_t value_n)
{
	size_t *sum = cls;

	(void)kind;
	(void)key;
	(void)value;
	*sum += key_n + value_n + 4; /* ": " and the line's end */
	return MHD_YES;
}

static size_t
head_bytes(struct http_req *r)
{
	size_t sum = r->raw.n;

	(void)MHD_get_connection_values_n(r->mhd, MHD_HEADER_KIND, add_sizes,
					  &sum);
	return sum;
}

/*
 * Both lengths at once is how requests are smuggled past a proxy (RFC 9112
 * 6.1): refused.
 */
static int
body_check(struct http_req *r, struct str length, struct str coding)
{
	int64_t n = 0;

	if (coding.p != NULL && length.p != NULL)
		return 400;
	r->body_max = r->http->conf.limit(r, r->http->conf.ctx);
	if (length.p != NULL && (!str_to_int(length, 0, INT64_MAX, &n) ||
				 (uint64_t)n > r->body_max))
		return 413;
	return 0;
}

/* The status to refuse with, 0: go on. */
static int
head_check(struct http_req *r, bool *has_body)
{
	struct str length = http_header(r, "Content-Length");
	struct str coding = http_header(r, "Transfer-Encoding");

	*has_body =
	    coding.p != NULL || (length.p != NULL && !str_is(length, "0"));
	if (r->bad_target)
		return 400;
	if (head_bytes(r) > r->http->conf.header_max)
		return 431;
	return *has_body ? body_check(r, length, coding) : 0;
}

static enum MHD_Result
refuse_now(struct http_req *r, int status, enum err code)
{
	refuse_fill(r, status, code);
	atomic_store(&r->state, ANSWER_READY);
	return reply_send(r);
}

static enum MHD_Result
head_step(struct http_req *r, const char *method)
{
	bool has_body;
	int status;

	r->begun = true;
	r->method = method;
	status = head_check(r, &has_body);
	if (status == 0) {
		r->head_us = time_mono_us();
		conn_deadline(r->conn, r->head_us, 1, 0);
		return MHD_YES;
	}
	/* what is still under way is drained, else the client sees a reset */
	r->conn->linger = has_body;
	return refuse_now(r, status,
			  status == 400 ? ERR_BAD_REQUEST : ERR_TOO_BIG);
}

static enum MHD_Result
body_step(struct http_req *r, const char *upload, size_t *upload_size)
{
	if (!body_fits(r, *upload_size)) {
		refuse_raw(r, 0, ERR_TOO_BIG);
		r->conn->linger = true;
		return MHD_NO;
	}
	body_take(r, (struct str){ upload, *upload_size });
	*upload_size = 0;
	conn_deadline(r->conn, r->head_us, 1, r->body_bytes);
	return MHD_YES;
}

static bool
serving_begin(struct http_req *r)
{
	struct http *h = r->http;

	pthread_mutex_lock(&h->m);
	r->owed = !h->closing;
	h->serving += r->owed;
	h->owed += r->owed;
	pthread_mutex_unlock(&h->m);
	return r->owed;
}

void
answer_sent(struct http_req *r)
{
	struct http *h = r->http;

	if (!r->owed)
		return;
	r->owed = false;
	pthread_mutex_lock(&h->m);
	h->owed--;
	if (h->owed == 0 && h->closing)
		pthread_cond_broadcast(&h->quiet);
	pthread_mutex_unlock(&h->m);
}

static enum MHD_Result
serve_step(struct http_req *r)
{
	int serving = ANSWER_SERVING;
	struct http *h = r->http;

	if (r->body_lost)
		return refuse_now(r, 0, ERR_STORAGE);
	if (!serving_begin(r))
		return refuse_now(r, 0, ERR_BUSY);
	conn_no_deadline(r->conn);
	r->ready_us = time_mono_us();
	atomic_store(&r->state, ANSWER_SERVING);
	h->conf.serve(r, h->conf.ctx);
	if (atomic_load(&r->state) == ANSWER_READY)
		return reply_send(r);
	/* asleep first: whoever answers after the exchange may wake it */
	MHD_suspend_connection(r->mhd);
	if (!atomic_compare_exchange_strong(&r->state, &serving,
					    ANSWER_SUSPENDED))
		MHD_resume_connection(r->mhd);
	return MHD_YES;
}

/* After the exchange r may be gone; the connection stays until resumed. */
void
answer_publish(struct http_req *r)
{
	struct MHD_Connection *mhd = r->mhd;
	struct http *h = r->http;

	int old = atomic_exchange(&r->state, ANSWER_READY);

	must(old == ANSWER_SERVING || old == ANSWER_SUSPENDED);
	if (old == ANSWER_SUSPENDED)
		MHD_resume_connection(mhd);
	pthread_mutex_lock(&h->m);
	h->serving--;
	if (h->serving == 0 && h->closing)
		pthread_cond_broadcast(&h->quiet);
	pthread_mutex_unlock(&h->m);
}

enum MHD_Result
http_access(void *cls, struct MHD_Connection *mhd, const char *url,
	    const char *method, const char *version, const char *upload,
	    size_t *upload_size, void **con_cls)
{
	struct http_req *r = *con_cls;

	(void)cls;
	(void)mhd;
	(void)url;
	(void)version;
	if (!r->begun)
		return head_step(r, method);
	if (*upload_size > 0)
		return body_step(r, upload, upload_size);
	if (atomic_load(&r->state) == ANSWER_READY)
		return reply_send(r);
	return serve_step(r);
}
