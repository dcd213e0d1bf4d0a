/* backup_out.c - writes a backup from start to end. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive/backup_file.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/str.h"

#define PATH_BYTES 1100

struct backup_out {
	FILE *f;
	char path[PATH_BYTES], temp[PATH_BYTES + 6];
	const char *prefix;
	struct digest *all, *entry, *chunk, *ends;
	int64_t entries, bytes, entry_bytes;
};

static enum err
write_fail(const struct backup_out *o, struct why *why)
{
	return fail(why, ERR_STORAGE, "cannot write %.120s: %s",
		    "无法写入 %.120s：%s", o->temp, strerror(errno));
}

static enum err
put(struct backup_out *o, struct str s, struct why *why)
{
	digest_add(o->all, s);
	if (fwrite(s.p, 1, s.n, o->f) != s.n)
		return write_fail(o, why);
	return OK;
}

__attribute__((format(printf, 3, 4))) static enum err
put_line(struct backup_out *o, struct why *why, const char *fmt, ...)
{
	char line[BACKUP_NAME_MAX + 64];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	must(n > 0 && (size_t)n < sizeof(line));
	return put(o, (struct str){ line, (size_t)n }, why);
}

static enum err
create(struct backup_out *o, struct why *why)
{
	int fd;

	if (access(o->path, F_OK) == 0)
		return fail(why, ERR_STATE, "%.150s is there already",
			    "%.150s 已存在", o->path);
	fd = open(o->temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	o->f = fd < 0 ? NULL : fdopen(fd, "wb");
	if (o->f == NULL)
		return write_fail(o, why);
	return put_line(o, why, "ANWEI-BACKUP 1\n");
}

static void
out_free(struct backup_out *o)
{
	digest_free(&o->all);
	digest_free(&o->entry);
	digest_free(&o->chunk);
	digest_free(&o->ends);
	mem_free(o);
}

enum err
backup_out_open(const char *path, struct backup_out **out, struct why *why)
{
	struct backup_out *o;
	enum err rc;

	*out = NULL;
	if (strlen(path) >= PATH_BYTES)
		return fail(why, ERR_INVALID, "the path is too long",
			    "路径过长");
	o = mem_alloc(sizeof(*o));
	(void)snprintf(o->path, sizeof(o->path), "%s", path);
	(void)snprintf(o->temp, sizeof(o->temp), "%s.part", path);
	o->all = digest_new();
	o->entry = digest_new();
	o->chunk = digest_new();
	o->ends = digest_new();
	rc = create(o, why);
	if (rc == OK)
		*out = o;
	else
		out_free(o);
	return rc;
}

static enum err
out_begin(void *ctx, struct str name, struct why *why)
{
	struct backup_out *o = ctx;

	must(strlen(o->prefix) + name.n <= BACKUP_NAME_MAX);
	o->entry_bytes = 0;
	return put_line(o, why, "E %lld %s%.*s\n", (long long)++o->entries,
			o->prefix, STR_ARG(name));
}

static enum err
out_chunk(struct backup_out *o, struct str bytes, struct why *why)
{
	char hex[DIGEST_HEX + 1];

	digest_add(o->chunk, bytes);
	digest_end(o->chunk, hex);
	digest_add(o->entry, bytes);
	o->entry_bytes += (int64_t)bytes.n;
	TRY(put_line(o, why, "C %zu %s\n", bytes.n, hex));
	return put(o, bytes, why);
}

static enum err
out_bytes(void *ctx, struct str bytes, struct why *why)
{
	while (bytes.n > 0) {
		size_t n = bytes.n < DUMP_CHUNK ? bytes.n : DUMP_CHUNK;

		TRY(out_chunk(ctx, (struct str){ bytes.p, n }, why));
		bytes = str_skip(bytes, n);
	}
	return OK;
}

static enum err
out_end(void *ctx, struct why *why)
{
	struct backup_out *o = ctx;
	char hex[DIGEST_HEX + 1];

	digest_end(o->entry, hex);
	digest_add(o->ends, (struct str){ hex, DIGEST_HEX });
	o->bytes += o->entry_bytes;
	return put_line(o, why, "Z %lld %s\n", (long long)o->entry_bytes, hex);
}

struct dump_sink
backup_out_sink(struct backup_out *o, const char *prefix)
{
	o->prefix = prefix;
	return (struct dump_sink){ out_begin, out_bytes, out_end, o };
}

static void
manifest_write(struct backup_out *o, const struct backup_facts *facts,
	       struct buf *b)
{
	char hex[DIGEST_HEX + 1];
	struct jw j = jw_open(b);

	digest_end(o->ends, hex);
	buf_puts(b, "M ");
	jw_begin(&j, '{');
	jw_key(&j, "format");
	jw_int(&j, 1);
	jw_key(&j, "program");
	jw_text(&j, facts->program);
	jw_key(&j, "database");
	jw_text(&j, facts->database);
	jw_key(&j, "schema");
	jw_int(&j, facts->schema);
	jw_key(&j, "made_ms");
	jw_int(&j, facts->made_ms);
	jw_key(&j, "entries");
	jw_int(&j, facts->entries);
	jw_key(&j, "bytes");
	jw_int(&j, facts->bytes);
	jw_key(&j, "sha256");
	jw_text(&j, hex);
	jw_end(&j, '}');
	buf_putc(b, '\n');
}

static enum err
finish(struct backup_out *o, struct backup_facts *facts, struct why *why)
{
	struct buf b = buf_open(4096);
	char hex[DIGEST_HEX + 1];
	enum err rc;

	facts->entries = o->entries;
	facts->bytes = o->bytes;
	manifest_write(o, facts, &b);
	rc = put(o, buf_str(&b), why);
	buf_release(&b);
	digest_end(o->all, hex);
	if (rc == OK)
		rc = put_line(o, why, "H %s\n", hex);
	if (rc == OK && (fflush(o->f) != 0 || fsync(fileno(o->f)) != 0))
		rc = write_fail(o, why);
	return rc;
}

/* The name must outlive a power failure, as the bytes do. */
static enum err
sync_folder(const struct backup_out *o, struct why *why)
{
	const char *slash = strrchr(o->path, '/');
	char folder[PATH_BYTES];
	int fd;
	bool good;

	(void)snprintf(folder, sizeof(folder), "%.*s",
		       slash == NULL ? 1 : (int)(slash - o->path + 1),
		       slash == NULL ? "." : o->path);
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	good = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		(void)close(fd); /* only read */
	return good ? OK : write_fail(o, why);
}

enum err
backup_out_close(struct backup_out **out, enum err outcome,
		 struct backup_facts *facts, struct why *why)
{
	struct backup_out *o = *out;
	enum err rc = outcome;

	if (o == NULL)
		return outcome;
	if (rc == OK)
		rc = finish(o, facts, why);
	if (fclose(o->f) != 0 && rc == OK)
		rc = write_fail(o, why);
	if (rc == OK && rename(o->temp, o->path) != 0)
		rc = write_fail(o, why);
	if (rc == OK)
		rc = sync_folder(o, why);
	else
		(void)unlink(o->temp); /* nothing else can be done */
	out_free(o);
	*out = NULL;
	return rc;
}
