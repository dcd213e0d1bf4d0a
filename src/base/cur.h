/*
 * cur.h - read a byte buffer from left to right without ever leaving it.
 *
 * The first fault sticks: later reads do nothing and return nothing, so a
 * parser is written straight down and looks at .bad once, at the end.
 */
#ifndef BASE_CUR_H
#define BASE_CUR_H

#include "base/base.h"

struct cur {
	struct str in;
	size_t at;	 /* bytes read; never above in.n */
	const char *bad; /* the field that failed, or NULL */
};

struct cur cur_open(struct str in);
bool cur_next_is(const struct cur *c, char ch);

/* field is a string literal: it ends up in the error text. */
struct str cur_take(struct cur *c, size_t n, const char *field);
void cur_expect(struct cur *c, char ch, const char *field);
struct str cur_until(struct cur *c, char stop, size_t max, const char *field);
struct str cur_hex(struct cur *c, size_t min, size_t max, const char *field);
unsigned
cur_number(struct cur *c, size_t digits, unsigned base, const char *field);
struct str cur_rest(struct cur *c);

#endif
