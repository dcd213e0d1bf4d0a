/* backup_read.c - reads a backup from start to end and believes nothing. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "archive/backup_file.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/str.h"

#define LINE_BYTES 1024

struct backup_in {
	FILE *f;
	const struct dump_sink *to;
	char line[LINE_BYTES], name[BACKUP_NAME_MAX + 1];
	int64_t at, line_at; /* bytes read; where the line began */
	int64_t entries, bytes, entry_bytes;
	struct digest *all, *entry, *chunk, *ends;
	char *bytes_read; /* one chunk */
};

static enum err
damaged(const struct backup_in *in, int64_t at, const char *en, const char *zh,
	struct why *why)
{
	why->code = ERR_INVALID;
	why->position = at;
	must(snprintf(why->text[LANG_EN], WHY_TEXT_MAX,
		      "the backup is damaged at byte %lld, entry %lld (%s): %s",
		      (long long)at, (long long)in->entries,
		      in->entries == 0 ? "-" : in->name, en) > 0);
	must(snprintf(why->text[LANG_ZH], WHY_TEXT_MAX,
		      "备份在第 %lld 字节、第 %lld 项（%s）处损坏：%s",
		      (long long)at, (long long)in->entries,
		      in->entries == 0 ? "-" : in->name, zh) > 0);
	return ERR_INVALID;
}

static enum err
cut_off(const struct backup_in *in, struct why *why)
{
	return damaged(in, in->at, "it ends too early", "文件不完整，提前结束",
		       why);
}

/* One line without its end.  Its bytes are not yet in the digest. */
static enum err
line_read(struct backup_in *in, struct str *out, struct why *why)
{
	size_t n = 0;
	int ch;

	in->line_at = in->at;
	while ((ch = getc(in->f)) != EOF) {
		in->at++;
		if (ch == '\n') {
			*out = (struct str){ in->line, n };
			return OK;
		}
		if (n == sizeof(in->line) - 1)
			return damaged(in, in->line_at, "a line without end",
				       "行过长", why);
		in->line[n++] = (char)ch;
	}
	return cut_off(in, why);
}

static void
line_count(struct backup_in *in, struct str line)
{
	digest_add(in->all, line);
	digest_add(in->all, STR("\n"));
}

/* "<number> <SHA-256>" */
static bool
number_and_digest(struct str s, int64_t max, int64_t *n, struct str *hex)
{
	struct str number = str_cut(s, ' ', hex);
	unsigned char raw[SHA256_BYTES];

	return str_to_int(number, 0, max, n) &&
	       hex_parse(*hex, raw, sizeof(raw));
}

static enum err
chunk_read(struct backup_in *in, struct str rest, struct why *why)
{
	char hex[DIGEST_HEX + 1];
	struct str bytes, want;
	int64_t n;

	if (!number_and_digest(rest, DUMP_CHUNK, &n, &want) || n == 0)
		return damaged(in, in->line_at, "no good chunk", "块头有误",
			       why);
	bytes = (struct str){ in->bytes_read,
			      fread(in->bytes_read, 1, (size_t)n, in->f) };
	in->at += (int64_t)bytes.n;
	if ((int64_t)bytes.n < n)
		return cut_off(in, why);
	digest_add(in->all, bytes);
	digest_add(in->entry, bytes);
	digest_add(in->chunk, bytes);
	digest_end(in->chunk, hex);
	if (!str_is(want, hex))
		return damaged(in, in->line_at,
			       "the chunk that begins here was changed",
			       "自此开始的数据块被改动", why);
	in->entry_bytes += n;
	in->bytes += n;
	return in->to->bytes(in->to->ctx, bytes, why);
}

static enum err
entry_end(struct backup_in *in, struct str rest, struct why *why)
{
	char hex[DIGEST_HEX + 1];
	struct str want;
	int64_t n;

	digest_end(in->entry, hex);
	digest_add(in->ends, (struct str){ hex, DIGEST_HEX });
	if (!number_and_digest(rest, INT64_MAX, &n, &want) ||
	    n != in->entry_bytes || !str_is(want, hex))
		return damaged(in, in->line_at,
			       "a part of the entry is missing",
			       "此项缺少一部分", why);
	return in->to->end(in->to->ctx, why);
}

/* "<number> <name>": the next number, a name without surprises. */
static enum err
entry_begin(struct backup_in *in, struct str rest, struct why *why)
{
	struct str name, number = str_cut(rest, ' ', &name);
	int64_t no;

	if (!str_to_int(number, 1, INT64_MAX, &no) || name.n == 0 ||
	    name.n > BACKUP_NAME_MAX || !str_is_utf8(name))
		return damaged(in, in->line_at, "no good entry", "项头有误",
			       why);
	if (no != in->entries + 1)
		return damaged(in, in->line_at, "an entry before it is missing",
			       "之前的项缺失", why);
	in->entries = no;
	in->entry_bytes = 0;
	memcpy(in->name, name.p, name.n);
	in->name[name.n] = '\0';
	return in->to->begin(in->to->ctx, name, why);
}

static enum err
entry_read(struct backup_in *in, struct str first, struct why *why)
{
	struct str line;

	line_count(in, first);
	TRY(entry_begin(in, str_skip(first, 2), why));
	for (;;) {
		TRY(line_read(in, &line, why));
		if (str_starts(line, STR("Z ")))
			break;
		if (!str_starts(line, STR("C ")))
			return damaged(in, in->line_at, "no chunk begins here",
				       "此处应为数据块", why);
		line_count(in, line);
		TRY(chunk_read(in, str_skip(line, 2), why));
	}
	line_count(in, line);
	return entry_end(in, str_skip(line, 2), why);
}

struct manifest {
	int64_t format, schema, made_ms, entries, bytes;
	struct str program, database, sha256;
};

/* clang-format off */
#define M(field) offsetof(struct manifest, field)
static const struct member members[] = {
	/* name       type         into          required min max        label */
	{ "format",   MEMBER_INT,  M(format),    true,  1, 1,          LABEL("格式", "format") },
	{ "program",  MEMBER_TEXT, M(program),   true,  1, 31,         LABEL("程序版本", "program") },
	{ "database", MEMBER_TEXT, M(database),  true,  1, 15,         LABEL("数据库", "database") },
	{ "schema",   MEMBER_INT,  M(schema),    true,  1, 1000000,    LABEL("结构版本", "schema") },
	{ "made_ms",  MEMBER_INT,  M(made_ms),   true,  0, INT64_MAX,  LABEL("时间", "time") },
	{ "entries",  MEMBER_INT,  M(entries),   true,  1, INT64_MAX,  LABEL("项数", "entries") },
	{ "bytes",    MEMBER_INT,  M(bytes),     true,  0, INT64_MAX,  LABEL("字节数", "bytes") },
	{ "sha256",   MEMBER_TEXT, M(sha256),    true, 64, 64,         LABEL("摘要", "digest") },
};
#undef M
/* clang-format on */

static enum err
manifest_read(struct backup_in *in, struct str line, struct backup_facts *out,
	      struct why *why)
{
	char hex[DIGEST_HEX + 1];
	struct manifest m = { 0 };
	struct arena a = { 0 };
	struct why reason = { 0 };
	bool good;

	digest_end(in->ends, hex);
	good = js_read(str_skip(line, 2), &a, members, ARRAY_LEN(members), &m,
		       &reason) == OK &&
	       m.entries == in->entries && m.bytes == in->bytes &&
	       str_is(m.sha256, hex);
	if (good) {
		*out = (struct backup_facts){ .schema = m.schema,
					      .made_ms = m.made_ms,
					      .entries = m.entries,
					      .bytes = m.bytes };
		(void)snprintf(out->database, sizeof(out->database), "%.*s",
			       STR_ARG(m.database));
		(void)snprintf(out->program, sizeof(out->program), "%.*s",
			       STR_ARG(m.program));
	}
	arena_release(&a);
	if (!good)
		return damaged(in, in->line_at,
			       "the entries are not those of the list",
			       "各项与清单不符", why);
	return OK;
}

static enum err
end_read(struct backup_in *in, struct why *why)
{
	char hex[DIGEST_HEX + 1];
	struct str line;

	digest_end(in->all, hex);
	TRY(line_read(in, &line, why));
	if (!str_starts(line, STR("H ")) || !str_is(str_skip(line, 2), hex))
		return damaged(in, in->line_at,
			       "the digest of the whole does not agree",
			       "全文摘要不符", why);
	if (getc(in->f) != EOF)
		return damaged(in, in->at, "something follows its end",
			       "结尾之后还有内容", why);
	return OK;
}

static enum err
head_read(struct backup_in *in, struct why *why)
{
	struct str line;

	TRY(line_read(in, &line, why));
	if (!str_starts(line, STR("ANWEI-BACKUP ")))
		return fail(why, ERR_INVALID, "this is no backup of Anwei",
			    "这不是安维的备份文件");
	if (!str_eq(line, STR("ANWEI-BACKUP 1")))
		return fail(why, ERR_STATE,
			    "a newer program made this backup: format %.10s",
			    "此备份由更新的程序生成：格式 %.10s",
			    line.n > 13 ? in->line + 13 : "");
	line_count(in, line);
	return OK;
}

static enum err
all_read(struct backup_in *in, struct backup_facts *out, struct why *why)
{
	struct str line;

	TRY(head_read(in, why));
	for (;;) {
		TRY(line_read(in, &line, why));
		if (!str_starts(line, STR("E ")))
			break;
		TRY(entry_read(in, line, why));
	}
	if (!str_starts(line, STR("M ")))
		return damaged(in, in->line_at, "no entry begins here",
			       "此处应为新的一项", why);
	line_count(in, line);
	TRY(manifest_read(in, line, out, why));
	return end_read(in, why);
}

enum err
backup_read(const char *path, const struct dump_sink *to,
	    struct backup_facts *out, struct why *why)
{
	struct backup_in *in;
	FILE *f = fopen(path, "rb");
	enum err rc;

	*out = (struct backup_facts){ 0 };
	if (f == NULL)
		return fail(why, ERR_INVALID, "cannot read %.120s: %s",
			    "无法读取 %.120s：%s", path, strerror(errno));
	in = mem_alloc(sizeof(*in));
	in->f = f;
	in->to = to;
	in->bytes_read = mem_alloc(DUMP_CHUNK);
	in->all = digest_new();
	in->entry = digest_new();
	in->chunk = digest_new();
	in->ends = digest_new();
	rc = all_read(in, out, why);
	digest_free(&in->all);
	digest_free(&in->entry);
	digest_free(&in->chunk);
	digest_free(&in->ends);
	mem_free(in->bytes_read);
	mem_free(in);
	(void)fclose(f); /* read only: nothing can be lost */
	return rc;
}
