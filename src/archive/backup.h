/*
 * backup.h - the whole installation in one checked file, and back.
 *
 * The file (".awb") is read and written from start to end:
 *
 *	ANWEI-BACKUP 1
 *	E <number> <name>             an entry begins, numbered from 1
 *	C <length> <SHA-256>          a chunk: then so many bytes
 *	Z <length> <SHA-256>          the entry ends: of all its bytes
 *	M {"format":1,"schema":...}   what it is, counts, digest over all Z
 *	H <SHA-256>                   of every byte before this line
 *
 * Entries: db/... (db/dump.h), journal.key, secret.key, files/ab/cdef... Chunks
 *carry digests of their own so that damage is found to within one chunk.
 */
#ifndef ARCHIVE_BACKUP_H
#define ARCHIVE_BACKUP_H

#include "db/dump.h"

struct backup_place {
	const char *db_url;
	const char *folder;	 /* data.dir; files/ and tmp/ are below it */
	const char *journal_key; /* its file */
	const char *secret_key;	 /* the same; NULL: none */
};

struct backup_facts {
	int64_t schema, made_ms;
	int64_t entries, bytes;
	char database[16]; /* "sqlite" or "postgresql" */
	char program[32];  /* version that made it */
};

/* ERR_STATE when path is there already; nothing is left after a failure. */
MUST_CHECK enum err
backup_write(const struct backup_place *from, const char *path, int64_t now_ms,
	     struct backup_facts *out, struct why *why);
/* Reads all of it.  ERR_INVALID names entry and byte of the first damage. */
MUST_CHECK enum err
backup_check(const char *path, struct backup_facts *out, struct why *why);
/*
 * Checks all, then restores into an empty place.  ERR_STATE: not empty, a
 * newer schema, another kind of database.  A failure leaves nothing.
 */
MUST_CHECK enum err
backup_restore(const struct backup_place *to, const char *path,
	       struct backup_facts *out, struct why *why);

#endif
