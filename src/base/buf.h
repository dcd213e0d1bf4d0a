/*
 * buf.h - a byte buffer that grows up to a stated maximum.
 *
 * The first refusal sticks: later writes do nothing, and .full says so once,
 * at the end.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/base.h"

struct buf {
	char *p;
	size_t n, cap, max;
	bool full;
};

struct buf buf_open(size_t max);
void buf_put(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *cstr);
void buf_putc(struct buf *b, char ch);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);
/* A number, and one in hexadecimal. */
void buf_int(struct buf *b, int64_t v);
void buf_hex(struct buf *b, uint32_t v);
/* Room for n more bytes, or NULL when over the maximum; then add to .n. */
char *buf_room(struct buf *b, size_t n);
struct str buf_str(const struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */
void buf_release(struct buf *b);
/* Hands the bytes over; the caller frees them with free(). */
char *buf_steal(struct buf *b, size_t *n);

#endif
