/* str.h - work on slices: compare, cut, numbers, UTF-8, hex. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/base.h"

struct str str_of(const char *cstr); /* NULL gives the empty string */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *cstr);
int str_cmp(struct str a, struct str b); /* by bytes */
bool str_starts(struct str s, struct str prefix);
struct str str_trim(struct str s); /* spaces, tabs, CR, LF, U+3000 */
struct str str_skip(struct str s, size_t n);

/* Cuts s at the first sep: the part before, *rest after.  No sep: all. */
struct str str_cut(struct str s, char sep, struct str *rest);

/* Whole decimal number in [min, max]; false leaves *out alone. */
bool str_to_int(struct str s, int64_t min, int64_t max, int64_t *out);

#define INT_TEXT 21
/* Decimal digits into out, which has INT_TEXT bytes; no NUL.  Most of what
 * is printed is a number, and printf costs ten times as much. */
size_t int_print(int64_t v, char *out);

/* UTF-8 without overlong forms, surrogates, NUL; the length in code points. */
bool str_is_utf8(struct str s);
size_t str_chars(struct str s);
/* Its first code points, at most so many. */
struct str str_clip(struct str s, size_t chars);
/* Next code point at *at, which moves; s must be valid. */
uint32_t str_next_char(struct str s, size_t *at);

/* out has 2 * n + 1 bytes. */
void hex_print(const void *p, size_t n, char *out);
/* Exactly 2 * n hex digits, either case. */
bool hex_parse(struct str s, void *out, size_t n);

#endif
