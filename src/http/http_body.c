/* http_body.c - taking a body in: memory up to 1 MiB, then a file. */
#include "http/http_in.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"
#include "http/metrics.h"

bool
body_fits(struct http_req *r, size_t n)
{
	return n <= r->body_max - r->body_bytes;
}

static bool
all_written(int fd, struct str s)
{
	while (s.n > 0) {
		ssize_t n = write(fd, s.p, s.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		s = (struct str){ s.p + n, s.n - (size_t)n };
	}
	return true;
}

/* No name, so nothing is left behind whatever happens. */
static int
file_open(const char *folder)
{
	char path[256];
	int fd, n;

	folder = folder != NULL ? folder : "/tmp";
	fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd >= 0)
		return fd;
	n = snprintf(path, sizeof(path), "%s/anwei-body-XXXXXX", folder);
	if (n < 0 || (size_t)n >= sizeof(path))
		return -1;
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		(void)unlink(path);
	return fd;
}

static bool
body_spill(struct http_req *r)
{
	bool moved;

	r->body_fd = file_open(r->http->conf.tmp);
	moved = r->body_fd >= 0 && all_written(r->body_fd, buf_str(&r->body));
	buf_release(&r->body);
	return moved;
}

/* The rest is still read: the answer comes when the client listens. */
static void
body_lose(struct http_req *r)
{
	r->body_lost = true;
	log_limited(LOG_ERROR, LOG_HTTP, "body_lost", r->path, 1,
		    "folder=%s why=\"%s\"",
		    r->http->conf.tmp != NULL ? r->http->conf.tmp : "/tmp",
		    strerror(errno));
}

void
body_take(struct http_req *r, struct str bytes)
{
	r->body_bytes += bytes.n;
	metric_add(METRIC_HTTP_BYTES_IN, (int64_t)bytes.n);
	if (r->body_lost)
		return;
	if (r->body_fd < 0 && r->body_bytes <= BODY_MEMORY_MAX) {
		r->body.max = BODY_MEMORY_MAX;
		buf_put(&r->body, bytes);
		return;
	}
	if (r->body_fd < 0 && !body_spill(r))
		body_lose(r);
	else if (!all_written(r->body_fd, bytes))
		body_lose(r);
}

void
body_release(struct http_req *r)
{
	if (r->body_map != NULL)
		(void)munmap(r->body_map, r->body_bytes);
	if (r->body_fd >= 0)
		(void)close(r->body_fd);
	buf_release(&r->body);
	r->body_map = NULL;
	r->body_fd = -1;
}

int
http_body_fd(const struct http_req *r)
{
	return r->body_fd;
}

struct str
http_body(struct http_req *r)
{
	void *p;

	if (r->body_fd < 0)
		return buf_str(&r->body);
	if (r->body_map == NULL) {
		p = mmap(NULL, r->body_bytes, PROT_READ, MAP_PRIVATE,
			 r->body_fd, 0);
		must(p != MAP_FAILED);
		r->body_map = p;
	}
	return (struct str){ r->body_map, r->body_bytes };
}
