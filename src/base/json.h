/*
 * json.h - reading JSON that comes from outside, and writing ours.
 *
 * Reading goes through jansson: duplicate keys, bad UTF-8, trailing text and
 * deep nesting are refused with the byte where it happened.  Handlers do not
 * walk trees: they give a table of members (js_read) or, for registers, a
 * field table (kind/register.h).
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define JSON_DEPTH_MAX 32

enum js_type { JS_NULL, JS_BOOL, JS_INT, JS_REAL, JS_TEXT, JS_LIST, JS_OBJECT };

/* A value in an arena; text is valid UTF-8. */
struct js {
	enum js_type type;
	int64_t i;	/* JS_INT; JS_BOOL: 0 or 1 */
	struct str s;	/* JS_TEXT */
	struct str key; /* in an object: the member's name */
	size_t n;	/* JS_LIST, JS_OBJECT */
	struct js *in;	/* n values */
};

/* ERR_JSON with why->position when it is not one JSON value. */
MUST_CHECK enum err
js_parse(struct str text, struct arena *a, struct js *out, struct why *why);
/* NULL when there is no such member or j is no object. */
const struct js *js_member(const struct js *j, const char *key);

/* One member that a handler expects; the table says all that may come. */
enum member_type {
	MEMBER_TEXT, /* struct str; n in [min, max] characters */
	MEMBER_INT,  /* int64_t in [min, max] */
	MEMBER_ID,   /* int64_t, a decimal string on the wire */
	MEMBER_BOOL, /* bool */
	MEMBER_TEXTS /* struct str_list, at most max of them */
};
struct str_list {
	size_t n;
	struct str *v;
};
struct member {
	const char *name;
	enum member_type type;
	size_t offset;
	bool required;
	int64_t min, max;
	struct label label;
};
/*
 * Body into struct by table.  All faults are collected in why: unknown
 * members (ERR_UNKNOWN_FIELD), wrong types, limits, missing ones.
 */
MUST_CHECK enum err
js_read(struct str text, struct arena *a, const struct member *members,
	size_t n, void *out, struct why *why);

/* Writing: straight into a buffer; commas are the writer's business. */
struct jw {
	struct buf *b;
	bool comma;
};
struct jw jw_open(struct buf *b);
void jw_begin(struct jw *j, char bracket); /* '{' or '[' */
void jw_end(struct jw *j, char bracket);   /* '}' or ']' */
void jw_key(struct jw *j, const char *key);
void jw_key_str(struct jw *j, struct str key);
void jw_str(struct jw *j, struct str s);      /* bad UTF-8: U+FFFD */
void jw_text(struct jw *j, const char *cstr); /* NULL: null */
void jw_int(struct jw *j, int64_t v);
void jw_id(struct jw *j, int64_t v); /* "123"; 0: null */
void jw_bool(struct jw *j, bool v);
void jw_null(struct jw *j);
void jw_label(struct jw *j, struct label label); /* {zh,en} */
void jw_raw(struct jw *j, struct str json);	 /* a value made before */

#endif
