/* pg_val.c - values to libpq parameters and back, by column type. */
#include <string.h>

#include "base/str.h"
#include "db/pg.h"

/* pg_type.dat of PostgreSQL; the numbers never change. */
enum {
	OID_BOOL = 16,
	OID_BYTEA = 17,
	OID_INT8 = 20,
	OID_INT2 = 21,
	OID_INT4 = 23,
	OID_OID = 26,
	OID_NUMERIC = 1700, /* SUM of a BIGINT */
	OID_XID8 = 5069,
};

static enum err
text_is_whole(struct str s, struct why *why)
{
	if (s.n > 0 && memchr(s.p, '\0', s.n) != NULL)
		return fail(why, ERR_INVALID, "text contains a NUL byte",
			    "文本中含有空字符");
	return OK;
}

static enum err
text_encode(struct arena *a, struct str s, const char **out, struct why *why)
{
	TRY(text_is_whole(s, why));
	*out = arena_cstr(a, s);
	return OK;
}

static const char *
int_encode(struct arena *a, int64_t i)
{
	char *p = arena_alloc(a, INT_TEXT + 1);

	(void)int_print(i, p);
	return p;
}

enum err
pg_encode(struct arena *a, const struct val *args, size_t n,
	  struct pg_args *out, struct why *why)
{
	const char **values = ARENA_ARRAY(a, n, const char *);
	int *lengths = ARENA_ARRAY(a, n, int);
	int *formats = ARENA_ARRAY(a, n, int);

	for (size_t i = 0; i < n; i++) {
		const struct val *v = &args[i];

		must(v->s.n <= INT32_MAX);
		if (v->type == VAL_INT) {
			values[i] = int_encode(a, v->i);
		} else if (v->type == VAL_TEXT) {
			TRY(text_encode(a, v->s, &values[i], why));
		} else if (v->type == VAL_BYTES) {
			values[i] = v->s.n == 0 ? "" : v->s.p;
			lengths[i] = (int)v->s.n;
			formats[i] = 1;
		}
	}
	*out = (struct pg_args){ values, lengths, formats };
	return OK;
}

/* The most that an element takes, its comma included. */
static size_t
element_room(const struct val *v)
{
	return v->type == VAL_NULL || v->type == VAL_INT ? INT_TEXT + 1 :
							   2 * v->s.n + 8;
}

static char *
quoted_put(char *p, struct str s)
{
	*p++ = '"';
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			*p++ = '\\';
		*p++ = s.p[i];
	}
	*p++ = '"';
	return p;
}

static char *
literal_put(char *p, const char *text, size_t n)
{
	memcpy(p, text, n);
	return p + n;
}

static char *
element_put(char *p, const struct val *v)
{
	switch (v->type) {
	case VAL_NULL:
		return literal_put(p, "NULL", 4);
	case VAL_INT:
		return p + int_print(v->i, p);
	case VAL_TEXT:
		return quoted_put(p, v->s);
	case VAL_BYTES:
		p = literal_put(p, "\"\\\\x", 4);
		hex_print(v->s.p, v->s.n, p);
		return literal_put(p + 2 * v->s.n, "\"", 1);
	}
	return p;
}

static enum err
column_encode(struct arena *a, const struct val *first, size_t width, size_t n,
	      const char **out, struct why *why)
{
	size_t room = 3;
	char *p;

	for (size_t i = 0; i < n; i++) {
		const struct val *v = &first[i * width];

		if (v->type == VAL_TEXT)
			TRY(text_is_whole(v->s, why));
		room += element_room(v);
	}
	*out = p = arena_alloc(a, room);
	for (size_t i = 0; i < n; i++) {
		*p++ = i == 0 ? '{' : ',';
		p = element_put(p, &first[i * width]);
	}
	(void)literal_put(p, "}", 2);
	return OK;
}

enum err
pg_encode_many(struct arena *a, const struct val *rows, size_t width, size_t n,
	       struct pg_args *out, struct why *why)
{
	const char **values = ARENA_ARRAY(a, width, const char *);

	for (size_t i = 0; i < width; i++)
		TRY(column_encode(a, rows + i, width, n, &values[i], why));
	*out = (struct pg_args){ .values = values };
	return OK;
}

static struct val
bytes_decode(struct str s, struct arena *a)
{
	size_t n = (s.n - 2) / 2;
	char *p = arena_alloc(a, n + 1);

	/* bytea_output is hex: \x0102 */
	must(s.n >= 2 && s.p[0] == '\\' && s.p[1] == 'x');
	must(hex_parse(str_skip(s, 2), p, n));
	return val_bytes(p, n);
}

struct val
pg_decode(const PGresult *r, int row, int col, struct arena *a)
{
	struct str s = { PQgetvalue(r, row, col),
			 (size_t)PQgetlength(r, row, col) };
	int64_t i;

	if (PQgetisnull(r, row, col))
		return val_null();
	switch (PQftype(r, col)) {
	case OID_BOOL:
		return val_int(s.p[0] == 't');
	case OID_BYTEA:
		return bytes_decode(s, a);
	case OID_INT2:
	case OID_INT4:
	case OID_INT8:
	case OID_OID:
	case OID_NUMERIC:
	case OID_XID8:
		if (str_to_int(s, INT64_MIN, INT64_MAX, &i))
			return val_int(i);
		return val_text(s);
	default:
		return val_text(s);
	}
}
