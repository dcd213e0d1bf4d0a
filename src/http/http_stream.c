/* http_stream.c - answers without an end, by suspending the connection. */
#include "http/http_stream.h"

#include <sys/socket.h>

#include "http/http_in.h"

/* What a slow listener can hold in the kernel (which doubles it). */
#define STREAM_SEND_BYTES 32768
/* The library's own buffer for a body that is not chunked (HTTP/1.0). */
#define STREAM_BLOCK_BYTES 2048

struct http_stream {
	struct MHD_Connection *mhd;
	const char *type;
	http_stream_read *reader;
	http_stream_end *end;
	void *ctx;
};

void
http_answer_stream(struct http_req *r, const char *type,
		   http_stream_read *reader, http_stream_end *end, void *ctx,
		   struct http_stream **out)
{
	struct http_stream *s = mem_alloc(sizeof(*s));

	*s = (struct http_stream){ .mhd = r->mhd,
				   .type = type,
				   .reader = reader,
				   .end = end,
				   .ctx = ctx };
	*out = s;
	r->stream = s;
	r->reply.status = 200;
	answer_publish(r);
}

static ssize_t
read_some(void *cls, uint64_t pos, char *out, size_t max)
{
	struct http_stream *s = cls;
	ssize_t n = s->reader(s->ctx, out, max);

	(void)pos;
	return n < 0 ? MHD_CONTENT_READER_END_OF_STREAM : n;
}

static void
stream_end(void *cls)
{
	struct http_stream *s = cls;

	s->end(s->ctx);
	mem_free(s);
}

void
http_stream_pause(struct http_stream *s)
{
	MHD_suspend_connection(s->mhd);
}

void
http_stream_resume(struct http_stream *s)
{
	MHD_resume_connection(s->mhd);
}

struct MHD_Response *
stream_response(struct http_req *r)
{
	struct http_stream *s = r->stream;
	int bytes = STREAM_SEND_BYTES;
	struct MHD_Response *m =
	    MHD_create_response_from_callback(MHD_SIZE_UNKNOWN,
					      STREAM_BLOCK_BYTES, read_some, s,
					      stream_end);

	must(m != NULL);
	/* only a bound on memory */
	(void)setsockopt(r->conn->fd, SOL_SOCKET, SO_SNDBUF, &bytes,
			 sizeof(bytes));
	(void)MHD_add_response_header(m, "Content-Type", s->type);
	/* for nginx in front: it would gather the events */
	(void)MHD_add_response_header(m, "X-Accel-Buffering", "no");
	common_headers(m, r->conn->door->tls, false, false);
	conn_no_deadline(r->conn);
	answer_sent(r); /* its end is not waited for */
	/* the response ends it from here on; thousands may stay for days, so
	 * what the request needed is given back */
	r->stream = NULL;
	r->raw = r->path = STR("");
	r->queries = NULL;
	r->n_queries = 0;
	arena_release(&r->a);
	return m;
}

/* The client went before the answer began. */
void
stream_drop(struct http_req *r)
{
	if (r->stream != NULL)
		stream_end(r->stream);
	r->stream = NULL;
}
