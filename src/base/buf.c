/* buf.c - a byte buffer that grows up to a stated maximum. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

struct buf
buf_open(size_t max)
{
	return (struct buf){ .max = max };
}

char *
buf_room(struct buf *b, size_t n)
{
	size_t cap = b->cap == 0 ? 256 : b->cap;

	if (b->full || n > b->max - b->n) {
		b->full = true;
		return NULL;
	}
	while (cap - b->n < n + 1)
		cap *= 2;
	if (cap != b->cap) {
		b->p = mem_grow(b->p, cap);
		b->cap = cap;
	}
	return b->p + b->n;
}

void
buf_put(struct buf *b, struct str s)
{
	char *p = buf_room(b, s.n);

	if (p == NULL || s.n == 0)
		return;
	memcpy(p, s.p, s.n);
	b->n += s.n;
}

void
buf_puts(struct buf *b, const char *cstr)
{
	buf_put(b, str_of(cstr));
}

void
buf_putc(struct buf *b, char ch)
{
	buf_put(b, (struct str){ &ch, 1 });
}

void
buf_int(struct buf *b, int64_t v)
{
	char text[INT_TEXT];

	buf_put(b, (struct str){ text, int_print(v, text) });
}

void
buf_hex(struct buf *b, uint32_t v)
{
	char text[8], *p = text + sizeof(text);

	do
		*--p = "0123456789abcdef"[v % 16];
	while ((v /= 16) > 0);
	buf_put(b, (struct str){ p, (size_t)(text + sizeof(text) - p) });
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	must(n >= 0);
	p = buf_room(b, (size_t)n);
	if (p == NULL)
		return;
	va_start(ap, fmt);
	(void)vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

struct str
buf_str(const struct buf *b)
{
	return b->p == NULL ? STR("") : (struct str){ b->p, b->n };
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
	b->full = false;
}

void
buf_release(struct buf *b)
{
	mem_free(b->p);
	*b = (struct buf){ .max = b->max };
}

char *
buf_steal(struct buf *b, size_t *n)
{
	char *p = b->p != NULL ? b->p : mem_alloc(1);

	*n = b->n;
	*b = (struct buf){ .max = b->max };
	return p;
}
