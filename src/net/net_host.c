/* net_host.c - how many connections an address has. */
#include <string.h>

#include "net/net_parts.h"

void
hosts_open(struct hosts *h, size_t max)
{
	h->max = max;
	h->n_buckets = 1024;
	while (h->n_buckets < max)
		h->n_buckets *= 2;
	h->v = mem_alloc(max * sizeof(*h->v));
	h->buckets = mem_alloc(h->n_buckets * sizeof(*h->buckets));
	for (size_t i = 0; i < h->n_buckets; i++)
		h->buckets[i] = NO_SLOT;
	for (size_t i = 0; i < max; i++)
		h->v[i].next = i + 1 < max ? (uint32_t)i + 1 : NO_SLOT;
	h->free = max > 0 ? 0 : NO_SLOT;
}

void
hosts_close(struct hosts *h)
{
	mem_free(h->v);
	mem_free(h->buckets);
}

static uint32_t *
bucket_of(struct hosts *h, const uint8_t address[16])
{
	uint64_t x = 14695981039346656037u; /* FNV-1a */

	for (int i = 0; i < 16; i++)
		x = (x ^ address[i]) * 1099511628211u;
	return &h->buckets[(x ^ x >> 32) & (h->n_buckets - 1)];
}

uint32_t
host_enter(struct hosts *h, const struct sockaddr_in6 *from, size_t limit)
{
	const uint8_t *address = from->sin6_addr.s6_addr;
	uint32_t *bucket = bucket_of(h, address), i = *bucket;

	while (i != NO_SLOT && memcmp(h->v[i].address, address, 16) != 0)
		i = h->v[i].next;
	if (i == NO_SLOT) {
		i = h->free; /* as many as connections: one is there */
		must(i != NO_SLOT);
		h->free = h->v[i].next;
		memcpy(h->v[i].address, address, 16);
		h->v[i].count = 0;
		h->v[i].next = *bucket;
		*bucket = i;
	}
	if (h->v[i].count >= limit)
		return NO_SLOT; /* it has others, so it stays */
	h->v[i].count++;
	return i;
}

void
host_leave(struct hosts *h, uint32_t host)
{
	uint32_t *at;

	if (--h->v[host].count > 0)
		return;
	at = bucket_of(h, h->v[host].address);
	while (*at != host)
		at = &h->v[*at].next;
	*at = h->v[host].next;
	h->v[host].next = h->free;
	h->free = host;
}
