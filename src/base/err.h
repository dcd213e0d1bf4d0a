/*
 * err.h - what went wrong: a code for the program, a sentence in both
 * languages for a person, and for input the fields at fault.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/base.h"

/*   name                 HTTP  word on the wire (doc/api.md) */
#define ERRORS(X)                                        \
	X(OK, 200, "ok")                                 \
	X(ERR_BAD_REQUEST, 400, "bad_request")           \
	X(ERR_JSON, 400, "bad_json")                     \
	X(ERR_UNAUTHENTICATED, 401, "unauthenticated")   \
	X(ERR_CREDENTIALS, 401, "bad_credentials")       \
	X(ERR_TOTP, 401, "totp_required")                \
	X(ERR_FORBIDDEN, 403, "forbidden")               \
	X(ERR_CSRF, 403, "csrf")                         \
	X(ERR_PASSWORD_EXPIRED, 403, "password_expired") \
	X(ERR_NOT_FOUND, 404, "not_found")               \
	X(ERR_METHOD, 405, "method_not_allowed")         \
	X(ERR_STATE, 409, "state")                       \
	X(ERR_CONFLICT, 409, "conflict")                 \
	X(ERR_VERSION, 412, "version_conflict")          \
	X(ERR_TOO_BIG, 413, "too_big")                   \
	X(ERR_TYPE, 415, "bad_type")                     \
	X(ERR_INVALID, 422, "invalid")                   \
	X(ERR_UNKNOWN_FIELD, 422, "unknown_field")       \
	X(ERR_NO_VERSION, 428, "version_required")       \
	X(ERR_LOCKED, 429, "locked")                     \
	X(ERR_RATE, 429, "rate_limited")                 \
	X(ERR_INTERNAL, 500, "internal")                 \
	X(ERR_BUSY, 503, "busy")                         \
	X(ERR_STORAGE, 503, "storage")                   \
	X(ERR_UNCERTAIN, 503, "uncertain")
enum err {
#define X(name, status, word) name,
	ERRORS(X)
#undef X
	    ERR_N
};

int err_status(enum err code);
const char *err_word(enum err code);

#define WHY_TEXT_MAX 256
#define WHY_FAULTS_MAX 32

struct arena;
/* One field that is wrong; code is a word such as "required". */
struct fault {
	const char *field;
	struct label label;
	const char *code;
	char text[LANG_N][WHY_TEXT_MAX];
};

/* Filled where the fault is known; passed on untouched.  Zero is "nothing". */
struct why {
	enum err code;
	char text[LANG_N][WHY_TEXT_MAX];
	char detail[WHY_TEXT_MAX]; /* for the log, never for the caller */
	size_t n_faults;
	struct fault *faults; /* WHY_FAULTS_MAX of them, or NULL: none yet */
	struct arena *room;  /* where they are made at the first; may be NULL */
	int64_t position;    /* ERR_JSON: byte of the body */
	int64_t retry_ms;    /* ERR_LOCKED, ERR_RATE: wait so long */
	const void *current; /* ERR_VERSION: the row as it is, for the answer */
};

/*
 * Writes the sentence in English and Chinese (same arguments) and returns
 * code.  Both formats take the same arguments in the same order.
 */
MUST_CHECK enum err
fail(struct why *why, enum err code, const char *en, const char *zh, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* What only who runs the program may read: names of hosts, constraints. */
void fail_detail(struct why *why, const char *fmt, ...) PRINTF(2, 3);

/*
 * Adds one field at fault and makes why ERR_INVALID (the first code given
 * stays).  Returns ERR_INVALID.  The sentence does not repeat the label: the
 * reader puts it in front.
 */
MUST_CHECK enum err
fail_field(struct why *why, const char *field, struct label label,
	   const char *code, const char *en, const char *zh, ...)
    __attribute__((format(printf, 5, 7), format(printf, 6, 7)));

/* Leave on failure.  Safe because no function here owns anything to free. */
#define TRY(call)                       \
	do {                            \
		enum err try_ = (call); \
		if (try_ != OK)         \
			return try_;    \
	} while (0)

#endif
