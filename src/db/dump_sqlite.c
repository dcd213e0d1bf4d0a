/* dump_sqlite.c - SQLite's online backup, and the file put back. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/str.h"
#include "db/dump_driver.h"

#define BUSY_MS 30000
#define ENTRY "anwei.db"
#define PATH_MAX_BYTES 1100

static enum err
sqlite_fail(sqlite3 *db, struct why *why)
{
	const char *text = db != NULL ? sqlite3_errmsg(db) : "no memory";

	return fail(why, ERR_STORAGE, "SQLite: %.150s", "SQLite：%.150s", text);
}

/* The whole in one step: one read transaction, so writers go on in the WAL
 * and the copy never starts again. */
static enum err
copy(sqlite3 *from, sqlite3 *to, struct why *why)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	int rc;

	if (b == NULL)
		return sqlite_fail(to, why);
	do {
		rc = sqlite3_backup_step(b, -1);
		if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
			(void)sqlite3_sleep(50);
	} while (rc == SQLITE_BUSY || rc == SQLITE_LOCKED);
	if (sqlite3_backup_finish(b) != SQLITE_OK)
		return sqlite_fail(to, why);
	return OK;
}

static enum err
schema_read(sqlite3 *db, int64_t *schema, struct why *why)
{
	static const char sql[] = "SELECT MAX(number) FROM schema_version";
	sqlite3_stmt *s = NULL;
	enum err rc = OK;

	*schema = 0;
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK ||
	    sqlite3_step(s) != SQLITE_ROW)
		rc = sqlite_fail(db, why);
	else
		*schema = sqlite3_column_int64(s, 0);
	(void)sqlite3_finalize(s); /* repeats the error that we have */
	return rc;
}

static enum err
snapshot(const char *path, const char *scratch, int64_t *schema,
	 struct why *why)
{
	sqlite3 *from = NULL, *to = NULL;
	enum err rc = OK;

	if (sqlite3_open_v2(path, &from, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK)
		rc = sqlite_fail(from, why);
	else if (sqlite3_busy_timeout(from, BUSY_MS) != SQLITE_OK ||
		 sqlite3_open(scratch, &to) != SQLITE_OK)
		rc = sqlite_fail(to, why);
	if (rc == OK)
		rc = copy(from, to, why);
	if (rc == OK)
		rc = schema_read(to, schema, why);
	(void)sqlite3_close(to); /* nothing is open on it */
	(void)sqlite3_close(from);
	return rc;
}

static enum err
send_file(const char *path, const struct dump_sink *to, struct why *why)
{
	static const struct str name = { ENTRY, sizeof(ENTRY) - 1 };
	FILE *f = fopen(path, "rb");
	char *bytes;
	enum err rc;
	size_t n;

	if (f == NULL)
		return fail(why, ERR_STORAGE, "cannot read %.120s: %s",
			    "无法读取 %.120s：%s", path, strerror(errno));
	bytes = mem_alloc(DUMP_CHUNK);
	rc = to->begin(to->ctx, name, why);
	while (rc == OK && (n = fread(bytes, 1, DUMP_CHUNK, f)) > 0)
		rc = to->bytes(to->ctx, (struct str){ bytes, n }, why);
	if (rc == OK && ferror(f))
		rc = fail(why, ERR_STORAGE, "cannot read %.120s",
			  "无法读取 %.120s", path);
	if (rc == OK)
		rc = to->end(to->ctx, why);
	mem_free(bytes);
	(void)fclose(f); /* read only: nothing can be lost */
	return rc;
}

static enum err
dump(const char *url, const char *scratch, const struct dump_sink *to,
     int64_t *schema, struct why *why)
{
	enum err rc;

	(void)unlink(scratch); /* one that a crash left */
	rc = snapshot(url + strlen("sqlite:"), scratch, schema, why);
	if (rc == OK)
		rc = send_file(scratch, to, why);
	(void)unlink(scratch);
	return rc;
}

/* The new file, under another name until it is whole. */
struct part {
	FILE *f;
	char path[PATH_MAX_BYTES], temp[PATH_MAX_BYTES + 9];
};

static enum err
part_fail(const struct part *p, struct why *why)
{
	return fail(why, ERR_STORAGE, "cannot write %.120s: %s",
		    "无法写入 %.120s：%s", p->temp, strerror(errno));
}

static enum err
part_open(const char *url, int64_t schema, void **conn, struct why *why)
{
	const char *path = url + strlen("sqlite:");
	struct part *p;

	(void)schema; /* comes with the file */
	if (access(path, F_OK) == 0)
		return fail(why, ERR_STATE,
			    "there is a database already: %.150s",
			    "已有数据库：%.150s", path);
	if (strlen(path) >= PATH_MAX_BYTES)
		return fail(why, ERR_INVALID, "the path is too long",
			    "路径过长");
	p = mem_alloc(sizeof(*p));
	(void)snprintf(p->path, sizeof(p->path), "%s", path);
	(void)snprintf(p->temp, sizeof(p->temp), "%s.restore", path);
	*conn = p;
	return OK;
}

static enum err
part_begin(void *conn, struct str name, struct why *why)
{
	struct part *p = conn;
	int fd;

	if (!str_is(name, ENTRY) || p->f != NULL)
		return fail(why, ERR_INVALID,
			    "an entry that does not belong here",
			    "备份中有不应存在的项");
	fd = open(p->temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	p->f = fd < 0 ? NULL : fdopen(fd, "wb");
	return p->f == NULL ? part_fail(p, why) : OK;
}

static enum err
part_bytes(void *conn, struct str bytes, struct why *why)
{
	struct part *p = conn;

	if (fwrite(bytes.p, 1, bytes.n, p->f) != bytes.n)
		return part_fail(p, why);
	return OK;
}

static enum err
part_end(void *conn, struct why *why)
{
	struct part *p = conn;

	if (fflush(p->f) != 0 || fsync(fileno(p->f)) != 0)
		return part_fail(p, why);
	return OK;
}

static enum err
part_close(void *conn, bool keep, struct why *why)
{
	struct part *p = conn;
	bool is_whole = p->f != NULL;
	enum err rc = OK;

	if (is_whole && fclose(p->f) != 0)
		rc = part_fail(p, why);
	if (rc == OK && keep && (!is_whole || rename(p->temp, p->path) != 0))
		rc = part_fail(p, why);
	if (rc != OK || !keep)
		(void)unlink(p->temp); /* may never have been made */
	mem_free(p);
	return rc;
}

const struct dump_driver dump_sqlite = { dump,	     part_open, part_begin,
					 part_bytes, part_end,	part_close };
