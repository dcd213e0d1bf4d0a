/*
 * file.h - stored files: bytes on disk named by their SHA-256, and a row per
 * organisation that has them.
 *
 * The bytes are durable (written to a temporary name, fsync, rename, fsync of
 * the folder) before a row says so; a crash leaves at most a file that no row
 * names.  What a file is, is decided by its bytes; nothing is ever executed
 * or unpacked.
 */
#ifndef ARCHIVE_FILE_H
#define ARCHIVE_FILE_H

#include "archive/sheet.h"
#include "kind/task.h"

#define FILE_DIGEST_HEX 64
#define FILE_NAME_MAX 120 /* characters */

/* What may be stored; the table is in file_type.c. */
struct file_type {
	const char *type, *ending; /* "image/jpeg", "jpg"; NULL ends */
	bool shown; /* a browser may show it itself: images and PDF */
};
extern const struct file_type file_types[];
/*
 * By the bytes; claimed is the Content-Type of the sender and must agree
 * (empty: not claimed; CSV and plain text are told apart only by it).
 * ERR_TYPE says what it is and what was claimed.
 */
MUST_CHECK enum err
file_type_find(struct str bytes, struct str claimed,
	       const struct file_type **out, struct why *why);
/* NULL when there is no such type. */
const struct file_type *file_type_by_name(struct str type);

struct file_store {
	const char *folder; /* "<data.dir>/files" */
	int64_t max_bytes;
};
/* Makes the folder (0700) and removes what a crash left half-written. */
MUST_CHECK enum err
file_store_open(const struct file_store *s, struct why *why);
/*
 * Puts the bytes on disk.  digest: 64 hex digits, must be theirs.  Doing it
 * again is good.  ERR_STORAGE (disk full) leaves nothing behind.
 */
MUST_CHECK enum err file_store_put(const struct file_store *s, struct str bytes,
				   struct str digest, struct why *why);
/* For reading; the caller closes.  ERR_NOT_FOUND. */
MUST_CHECK enum err file_store_get(const struct file_store *s,
				   struct str digest, int *fd, struct why *why);
/* Lower-case hex of the right length? */
bool file_digest_is(struct str digest);

struct file {
	struct str sha256, type, name;
	int64_t size;
};
/* The row of the task's organisation; *added false: it was there, and *f is
 * what it says. */
MUST_CHECK enum err file_add(struct task *t, struct file *f, bool *added);
MUST_CHECK enum err
file_get(struct task *t, struct str digest, struct file *out);
/* A name that is safe in a header and on a disk: no folders, no control
 * characters; made from the digest and type when there is none. */
struct str file_name_clean(struct arena *a, struct str name, struct str digest,
			   const struct file_type *type);

#endif
