/* http_zip.c - gzip of answers; the 256 KiB of a compressor are kept. */
#include "http/http_in.h"

#include <string.h>
#include <zlib.h>

/* Level 1 costs a third of level 6 and leaves JSON a tenth larger. */
#define ZIP_LEVEL 1
#define GZIP_FRAME (15 + 16)

struct zip {
	struct zip *next;
	z_stream z;
};

static struct zip *
zip_take(struct http *h)
{
	struct zip *z;

	pthread_mutex_lock(&h->m);
	z = h->zips;
	if (z != NULL)
		h->zips = z->next;
	pthread_mutex_unlock(&h->m);
	if (z != NULL)
		return z;
	z = mem_alloc(sizeof(*z));
	must(deflateInit2(&z->z, ZIP_LEVEL, Z_DEFLATED, GZIP_FRAME, 8,
			  Z_DEFAULT_STRATEGY) == Z_OK);
	return z;
}

static void
zip_give(struct http *h, struct zip *z)
{
	must(deflateReset(&z->z) == Z_OK);
	pthread_mutex_lock(&h->m);
	z->next = h->zips;
	h->zips = z;
	pthread_mutex_unlock(&h->m);
}

char *
zip_bytes(struct http *h, struct str bytes, size_t *n)
{
	struct zip *z;
	char *out;
	int rc;

	/* room for what is smaller: what is not is sent as it is */
	if (bytes.n > UINT32_MAX / 2)
		return NULL;
	z = zip_take(h);
	out = mem_alloc(bytes.n);
	z->z.next_in = (Bytef *)(uintptr_t)bytes.p;
	z->z.avail_in = (uInt)bytes.n;
	z->z.next_out = (Bytef *)out;
	z->z.avail_out = (uInt)bytes.n;
	rc = deflate(&z->z, Z_FINISH);
	*n = bytes.n - z->z.avail_out;
	zip_give(h, z);
	if (rc == Z_STREAM_END)
		return out;
	mem_free(out);
	return NULL;
}

/* One per thread at most, so this is short. */
void
zips_free(struct http *h)
{
	while (h->zips != NULL) {
		struct zip *z = h->zips;

		h->zips = z->next;
		(void)deflateEnd(&z->z);
		mem_free(z);
	}
}
