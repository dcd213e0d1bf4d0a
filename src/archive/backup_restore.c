/* backup_restore.c - checks a backup, then puts everything in its place. */
#include "archive/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/backup_file.h"
#include "base/arena.h"
#include "base/digest.h"
#include "base/str.h"

enum part { PART_DB, PART_KEY, PART_FILE };

/* The state of a restore: entries go to the database or to files. */
struct restore {
	const struct backup_place *to;
	struct dump_sink db;
	enum part part;
	FILE *f;
	struct arena a;
	const char *temp, *files; /* DIR/files.restore, DIR/files */
	char path[1400], hex[DIGEST_HEX + 1];
	struct digest *digest;
};

static enum err
write_fail(const struct restore *r, struct why *why)
{
	return fail(why, ERR_STORAGE, "cannot write %.120s: %s",
		    "无法写入 %.120s：%s", r->path, strerror(errno));
}

static enum err
stranger(struct why *why)
{
	return fail(why, ERR_INVALID, "an entry that does not belong here",
		    "备份中有不应存在的项");
}

static enum err
file_create(struct restore *r, struct why *why)
{
	int fd = open(r->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	r->f = fd < 0 ? NULL : fdopen(fd, "wb");
	return r->f == NULL ? write_fail(r, why) : OK;
}

/* "ab/cdef…": 2 and 62 hex digits, which are the digest of the bytes. */
static enum err
file_begin(struct restore *r, struct str name, struct why *why)
{
	unsigned char raw[SHA256_BYTES];
	struct str rest, two = str_cut(name, '/', &rest);

	if (two.n != 2 || rest.n != 62)
		return stranger(why);
	(void)snprintf(r->hex, sizeof(r->hex), "%.2s%.62s", two.p, rest.p);
	if (!hex_parse(str_of(r->hex), raw, sizeof(raw)))
		return stranger(why);
	(void)snprintf(r->path, sizeof(r->path), "%s/%.2s", r->temp, two.p);
	if (mkdir(r->path, 0700) != 0 && errno != EEXIST)
		return write_fail(r, why);
	(void)snprintf(r->path, sizeof(r->path), "%s/%.2s/%.62s", r->temp,
		       two.p, rest.p);
	r->part = PART_FILE;
	return file_create(r, why);
}

static enum err
key_begin(struct restore *r, size_t i, struct why *why)
{
	r->part = PART_KEY;
	(void)snprintf(r->path, sizeof(r->path), "%s/%s", r->temp,
		       backup_key_name(i));
	return file_create(r, why);
}

static enum err
restore_begin(void *ctx, struct str name, struct why *why)
{
	struct restore *r = ctx;

	if (str_starts(name, STR("db/"))) {
		r->part = PART_DB;
		return r->db.begin(r->db.ctx, str_skip(name, 3), why);
	}
	if (str_starts(name, STR("files/")))
		return file_begin(r, str_skip(name, 6), why);
	for (size_t i = 0; i < BACKUP_KEYS; i++) {
		if (str_is(name, backup_key_name(i)) &&
		    backup_key_path(r->to, i) != NULL)
			return key_begin(r, i, why);
	}
	return stranger(why);
}

static enum err
restore_bytes(void *ctx, struct str bytes, struct why *why)
{
	struct restore *r = ctx;

	if (r->part == PART_DB)
		return r->db.bytes(r->db.ctx, bytes, why);
	if (r->part == PART_FILE)
		digest_add(r->digest, bytes);
	if (fwrite(bytes.p, 1, bytes.n, r->f) != bytes.n)
		return write_fail(r, why);
	return OK;
}

static enum err
restore_end(void *ctx, struct why *why)
{
	struct restore *r = ctx;
	char hex[DIGEST_HEX + 1];
	bool good;

	if (r->part == PART_DB)
		return r->db.end(r->db.ctx, why);
	good = fflush(r->f) == 0 && fsync(fileno(r->f)) == 0;
	good = fclose(r->f) == 0 && good;
	r->f = NULL;
	if (!good)
		return write_fail(r, why);
	if (r->part == PART_KEY)
		return OK;
	digest_end(r->digest, hex);
	if (strcmp(hex, r->hex) != 0)
		return fail(why, ERR_INVALID,
			    "a stored file is not what its name says: %s",
			    "文件内容与其名称不符：%s", r->hex);
	return OK;
}

static enum err
ignore_begin(void *ctx, struct str name, struct why *why)
{
	(void)ctx, (void)name, (void)why;
	return OK;
}

static enum err
ignore_bytes(void *ctx, struct str bytes, struct why *why)
{
	(void)ctx, (void)bytes, (void)why;
	return OK;
}

static enum err
ignore_end(void *ctx, struct why *why)
{
	(void)ctx, (void)why;
	return OK;
}

enum err
backup_check(const char *path, struct backup_facts *out, struct why *why)
{
	const struct dump_sink nowhere = { ignore_begin, ignore_bytes,
					   ignore_end, NULL };

	return backup_read(path, &nowhere, out, why);
}

static enum err
may_restore(const struct backup_place *to, const struct backup_facts *facts,
	    int64_t newest, struct why *why)
{
	if (facts->schema > newest)
		return fail(why, ERR_STATE,
			    "the backup has schema %lld, this program knows "
			    "%lld: use a newer program",
			    "备份的结构版本为 %lld，本程序只支持到 %lld："
			    "请使用更新的程序",
			    (long long)facts->schema, (long long)newest);
	if (strcmp(facts->database, db_dump_kind(to->db_url)) != 0)
		return fail(why, ERR_STATE,
			    "the backup is one of %s, db.url is %s",
			    "备份来自 %s，而 db.url 为 %s", facts->database,
			    db_dump_kind(to->db_url));
	return OK;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st, (void)type, (void)at;
	return remove(path);
}

/* What a failure left; the folder need not be there. */
static void
temp_remove(const struct restore *r)
{
	(void)nftw(r->temp, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* An empty folder may be there; one with files is not touched. */
static enum err
folders_make(struct restore *r, struct why *why)
{
	if (mkdir(r->to->folder, 0750) != 0 && errno != EEXIST)
		return fail(why, ERR_STORAGE, "cannot make %.120s: %s",
			    "无法建立 %.120s：%s", r->to->folder,
			    strerror(errno));
	if (rmdir(r->files) != 0 && errno != ENOENT)
		return fail(why, ERR_STATE, "there are files already: %.150s",
			    "已有文件：%.150s", r->files);
	for (size_t i = 0; i < BACKUP_KEYS; i++) {
		const char *key = backup_key_path(r->to, i);

		if (key != NULL && access(key, F_OK) == 0)
			return fail(why, ERR_STATE,
				    "there is a key already: %.150s",
				    "已有密钥：%.150s", key);
	}
	temp_remove(r);
	(void)snprintf(r->path, sizeof(r->path), "%s", r->temp);
	return mkdir(r->temp, 0700) == 0 ? OK : write_fail(r, why);
}

static enum err
keys_give(struct restore *r, struct why *why)
{
	for (size_t i = 0; i < BACKUP_KEYS; i++) {
		const char *key = backup_key_path(r->to, i);

		(void)snprintf(r->path, sizeof(r->path), "%s/%s", r->temp,
			       backup_key_name(i));
		if (key != NULL && rename(r->path, key) != 0 && errno != ENOENT)
			return write_fail(r, why);
	}
	return OK;
}

/* The keys leave the folder first, then the folder gets its name. */
static enum err
names_give(struct restore *r, struct why *why)
{
	int fd;
	bool good;

	TRY(keys_give(r, why));
	(void)snprintf(r->path, sizeof(r->path), "%s", r->files);
	if (rename(r->temp, r->files) != 0)
		return write_fail(r, why);
	fd = open(r->to->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	good = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		(void)close(fd); /* only read */
	return good ? OK : write_fail(r, why);
}

/* The database did not come about: nothing else may stay. */
static void
names_take(const struct restore *r)
{
	for (size_t i = 0; i < BACKUP_KEYS; i++) {
		if (backup_key_path(r->to, i) != NULL)
			(void)unlink(backup_key_path(r->to, i));
	}
	(void)rename(r->files, r->temp); /* if not, it is empty or not ours */
	temp_remove(r);
}

/* Files before the database: once it is there, all that it names is. */
static enum err
fill_all(struct restore *r, const char *path, struct backup_facts *facts,
	 struct why *why)
{
	const struct dump_sink sink = { restore_begin, restore_bytes,
					restore_end, r };
	struct fill *fill;
	bool given;
	enum err rc;

	TRY(fill_open(r->to->db_url, facts->schema, &fill, &r->db, why));
	rc = folders_make(r, why);
	if (rc == OK)
		rc = backup_read(path, &sink, facts, why);
	if (r->f != NULL)
		(void)fclose(r->f); /* the failure is known */
	if (rc == OK)
		rc = names_give(r, why);
	else
		temp_remove(r);
	given = rc == OK;
	rc = fill_close(&fill, rc, why);
	if (given && rc != OK)
		names_take(r);
	return rc;
}

enum err
backup_restore(const struct backup_place *to, const char *path,
	       struct backup_facts *out, struct why *why)
{
	struct restore r = { .to = to };
	enum err rc;

	TRY(backup_check(path, out, why));
	TRY(may_restore(to, out, db_version_newest(), why));
	r.files = arena_printf(&r.a, "%s/files", to->folder).p;
	r.temp = arena_printf(&r.a, "%s/files.restore", to->folder).p;
	r.digest = digest_new();
	rc = fill_all(&r, path, out, why);
	digest_free(&r.digest);
	arena_release(&r.a);
	return rc;
}
