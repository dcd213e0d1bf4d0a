/* backup.c - what goes into a backup and where it comes from. */
#include "archive/backup.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/backup_file.h"
#include "base/arena.h"
#include "base/str.h"

#define FILES "files"

const char *
backup_key_name(size_t i)
{
	static const char *const names[BACKUP_KEYS] = { "journal.key",
							"secret.key" };

	return names[i];
}

const char *
backup_key_path(const struct backup_place *at, size_t i)
{
	return i == 0 ? at->journal_key : at->secret_key;
}

static enum err
cannot_read(const char *path, struct why *why)
{
	return fail(why, ERR_STORAGE, "cannot read %.120s: %s",
		    "无法读取 %.120s：%s", path, strerror(errno));
}

/* One file as one entry. */
static enum err
put_file(const struct dump_sink *to, const char *path, struct str name,
	 struct why *why)
{
	FILE *f = fopen(path, "rb");
	char *bytes;
	enum err rc;
	size_t n;

	if (f == NULL)
		return cannot_read(path, why);
	bytes = mem_alloc(DUMP_CHUNK);
	rc = to->begin(to->ctx, name, why);
	while (rc == OK && (n = fread(bytes, 1, DUMP_CHUNK, f)) > 0)
		rc = to->bytes(to->ctx, (struct str){ bytes, n }, why);
	if (rc == OK && ferror(f))
		rc = cannot_read(path, why);
	if (rc == OK)
		rc = to->end(to->ctx, why);
	mem_free(bytes);
	(void)fclose(f); /* read only: nothing can be lost */
	return rc;
}

/* Lower-case hex of just this length: the names of archive/file.h. */
static bool
is_hex(const char *name, size_t n)
{
	return strlen(name) == n && strspn(name, "0123456789abcdef") == n;
}

/* files/ab: every file in it. */
static enum err
put_folder(const struct dump_sink *to, const char *path, const char *two,
	   struct why *why)
{
	DIR *d = opendir(path);
	struct arena a = { 0 };
	struct dirent *e;
	enum err rc = OK;

	if (d == NULL)
		return cannot_read(path, why);
	while (rc == OK && (e = readdir(d)) != NULL) {
		if (!is_hex(e->d_name, 62))
			continue;
		rc = put_file(to, arena_printf(&a, "%s/%s", path, e->d_name).p,
			      arena_printf(&a, "%s/%s", two, e->d_name), why);
		arena_reset(&a);
	}
	(void)closedir(d); /* read only */
	arena_release(&a);
	return rc;
}

static enum err
put_files(const struct backup_place *from, const struct dump_sink *to,
	  struct why *why)
{
	struct arena a = { 0 };
	const char *top = arena_printf(&a, "%s/" FILES, from->folder).p;
	DIR *d = opendir(top);
	struct dirent *e;
	enum err rc = OK;

	while (d != NULL && rc == OK && (e = readdir(d)) != NULL)
		if (is_hex(e->d_name, 2))
			rc =
			    put_folder(to,
				       arena_printf(&a, "%s/%s", top, e->d_name)
					   .p,
				       e->d_name, why);
	if (d != NULL)
		(void)closedir(d); /* read only */
	else if (errno != ENOENT)
		rc = cannot_read(top, why);
	arena_release(&a);
	return rc;
}

/* The database first: every file that it names was there before its row. */
static enum err
put_all(const struct backup_place *from, struct backup_out *o,
	const char *scratch, struct backup_facts *facts, struct why *why)
{
	struct dump_sink to = backup_out_sink(o, "db/");

	TRY(db_dump(from->db_url, scratch, &to, &facts->schema, why));
	to = backup_out_sink(o, "");
	for (size_t i = 0; i < BACKUP_KEYS; i++) {
		const char *path = backup_key_path(from, i);

		if (path != NULL && access(path, F_OK) == 0)
			TRY(put_file(&to, path, str_of(backup_key_name(i)),
				     why));
	}
	to = backup_out_sink(o, FILES "/");
	return put_files(from, &to, why);
}

enum err
backup_write(const struct backup_place *from, const char *path, int64_t now_ms,
	     struct backup_facts *out, struct why *why)
{
	struct arena a = { 0 };
	const char *scratch = arena_printf(&a, "%s.db", path).p;
	struct backup_out *o;
	enum err rc;

	*out = (struct backup_facts){ .made_ms = now_ms };
	(void)snprintf(out->database, sizeof(out->database), "%s",
		       db_dump_kind(from->db_url));
	(void)snprintf(out->program, sizeof(out->program), "%s", ANWEI_VERSION);
	rc = backup_out_open(path, &o, why);
	if (rc == OK)
		rc = put_all(from, o, scratch, out, why);
	rc = backup_out_close(&o, rc, out, why);
	arena_release(&a);
	return rc;
}
