/*
 * http_stream.h - an answer without an end, fed by somebody who must not
 * know the HTTP library: the live feed.
 *
 * The owner guards pause and resume with a lock of its own, which its reader
 * takes as well: then no wake-up is lost.
 */
#ifndef HTTP_HTTP_STREAM_H
#define HTTP_HTTP_STREAM_H

#include <sys/types.h>

#include "http/http.h"

struct http_stream;

/*
 * Fills at most max bytes (at least 1) and returns how many; 0 after
 * http_stream_pause: nothing now; -1: the end.  On a thread of the library.
 */
typedef ssize_t http_stream_read(void *ctx, char *out, size_t max);
/* The stream is over, whoever ended it; the last call.  Never with the
 * owner's lock held. */
typedef void http_stream_end(void *ctx);

/*
 * Answers r with status 200.  *out is set before the first read and valid
 * until end returns.
 */
void http_answer_stream(struct http_req *r, const char *type,
			http_stream_read *reader, http_stream_end *end,
			void *ctx, struct http_stream **out);
/* Inside the reader only: sleep until resumed. */
void http_stream_pause(struct http_stream *s);
/* Only when paused, and once for each pause. */
void http_stream_resume(struct http_stream *s);

#endif
