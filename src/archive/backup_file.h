/* backup_file.h - the bytes of a backup; only backup*.c and tests. */
#ifndef ARCHIVE_BACKUP_FILE_H
#define ARCHIVE_BACKUP_FILE_H

#include "archive/backup.h"

#define BACKUP_NAME_MAX 200

/* Writing: entries come one after the other by backup_out_sink. */
struct backup_out;
MUST_CHECK enum err
backup_out_open(const char *path, struct backup_out **out, struct why *why);
/* prefix stands in front of every name: "db/". */
struct dump_sink backup_out_sink(struct backup_out *o, const char *prefix);
/* With OK the file is finished by its manifest and named path; else gone. */
MUST_CHECK enum err
backup_out_close(struct backup_out **o, enum err outcome,
		 struct backup_facts *facts, struct why *why);

/* Reading: checks everything and hands what is good to the sink. */
MUST_CHECK enum err backup_read(const char *path, const struct dump_sink *to,
				struct backup_facts *out, struct why *why);

/* Key files of an installation, entries of the same name. */
#define BACKUP_KEYS 2
const char *backup_key_name(size_t i);
/* NULL: this place has none. */
const char *backup_key_path(const struct backup_place *at, size_t i);

#endif
