/* code.c - the tables of packs/codes, as one sorted list. */
#include "alarm/code.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alarm/code_own.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/str.h"

#define CODES_MAX 2048
#define FILE_BYTES_MAX (1 << 20)
#define COLUMNS_MAX 12

static struct {
	struct arena a;
	size_t n;
	struct code v[CODES_MAX];
	const struct code *sorted[CODES_MAX];
} loaded;

/* Where in a file a fault is. */
struct place {
	const char *path;
	int line;
};

static enum err
bad(const struct place *at, const char *en, const char *zh, struct why *why)
{
	return fail(why, ERR_INVALID, "%.160s, line %d: %s%.0s",
		    "%.160s 第 %d 行：%.0s%s", at->path, at->line, en, zh);
}

static struct str
keep(struct str s)
{
	return arena_str(&loaded.a, s);
}

static const char *
keep_c(const char *before, struct str s, const char *behind)
{
	return arena_printf(&loaded.a, "%s%.*s%s", before, STR_ARG(s), behind)
	    .p;
}

static bool
note_has(struct str note, const char *word)
{
	while (note.n > 0) {
		if (str_is(str_cut(note, ';', &note), word))
			return true;
	}
	return false;
}

/* "restores=944" of a note: the value; empty when it is not there. */
static struct str
note_value(struct str note, const char *name)
{
	while (note.n > 0) {
		struct str word = str_cut(note, ';', &note);

		if (str_starts(word, str_of(name)))
			return str_skip(word, strlen(name));
	}
	return (struct str){ "", 0 };
}

static enum err
add(const struct code *c, const struct place *at, struct why *why)
{
	if (loaded.n == CODES_MAX)
		return bad(at, "too many codes", "代码过多", why);
	loaded.v[loaded.n++] = *c;
	return OK;
}

/* ---- lines ---- */

static const char sia_head[] = "code,name_en,name_zh,concerns,class,role,"
			       "pairs_with,priority,maintenance,fault_grade,"
			       "note";
static const char cid_head[] = "code,name_en,name_zh,concerns,class,"
			       "restore_pairs,priority,maintenance,"
			       "fault_grade,note";
enum {
	SIA_CODE,
	SIA_EN,
	SIA_ZH,
	SIA_CONCERNS,
	SIA_CLASS,
	SIA_ROLE,
	SIA_PAIRS,
	SIA_PRIORITY,
	SIA_MAINTENANCE,
	SIA_GRADE,
	SIA_NOTE,
	SIA_N
};
enum {
	CID_CODE,
	CID_EN,
	CID_ZH,
	CID_CONCERNS,
	CID_CLASS,
	CID_PAIRS,
	CID_PRIORITY,
	CID_MAINTENANCE,
	CID_GRADE,
	CID_NOTE,
	CID_N
};

static const char pair_head[] = "cid,qualifier,sia";

static enum err
cut_line(struct str line, struct str *f, size_t n, const struct place *at,
	 struct why *why)
{
	size_t have = 1;

	for (size_t i = 0; i < line.n; i++)
		have += line.p[i] == ',';
	if (have != n)
		return bad(at, "wrong number of columns", "列数不对", why);
	for (size_t i = 0; i < n; i++)
		f[i] = str_cut(line, ',', &line);
	return OK;
}

/* The columns that both files have. */
static enum err
common(struct code *c, struct str class, struct str priority,
       struct str maintenance, struct str grade, const struct place *at,
       struct why *why)
{
	if (class_label(class).zh == NULL)
		return bad(at, "unknown class", "未知类别", why);
	if (priority.n != 2 || priority.p[0] != 'P' ||
	    !str_to_int(str_skip(priority, 1), 1, 5, &c->priority))
		return bad(at, "priority is not P1 to P5", "优先级应为P1至P5",
			   why);
	if (!str_is(maintenance, "0") && !str_is(maintenance, "1"))
		return bad(at, "maintenance is not 0 or 1",
			   "maintenance应为0或1", why);
	if ((maintenance.p[0] == '1') != (grade.n > 0))
		return bad(at, "a grade goes with maintenance",
			   "需要维修的代码应有故障等级", why);
	c->class = keep(class);
	c->maintenance = maintenance.p[0] == '1';
	c->grade = keep(grade);
	return OK;
}

static enum err
read_sia(struct str line, const struct place *at, struct why *why)
{
	struct code c = { .format = STR("sia") };
	struct str f[SIA_N], also;

	TRY(cut_line(line, f, SIA_N, at, why));
	if (f[SIA_CODE].n != 2)
		return bad(at, "a code has two letters", "代码应为两个字母",
			   why);
	if (role_label(f[SIA_ROLE]).zh == NULL)
		return bad(at, "unknown role", "未知作用", why);
	TRY(common(&c, f[SIA_CLASS], f[SIA_PRIORITY], f[SIA_MAINTENANCE],
		   f[SIA_GRADE], at, why));
	also = note_value(f[SIA_NOTE], "also=");
	if (also.n > 0) /* the rest of the note is all codes */
		also = (struct str){ also.p, (size_t)(f[SIA_NOTE].p +
						      f[SIA_NOTE].n - also.p) };
	c.code = keep(f[SIA_CODE]);
	c.name.en = keep_c("", f[SIA_EN], "");
	c.name.zh = keep_c("", f[SIA_ZH], "");
	c.concerns = keep(f[SIA_CONCERNS]);
	c.role = keep(f[SIA_ROLE]);
	c.ends = arena_printf(&loaded.a, "%.*s%s%.*s", STR_ARG(f[SIA_PAIRS]),
			      also.n > 0 ? ";" : "", STR_ARG(also));
	c.note = keep(f[SIA_NOTE]);
	return add(&c, at, why);
}

/* What a Contact ID code does: by its notes, else by its class. */
static struct code_roles
roles_of(struct str class, struct str note, bool pairs)
{
	static const struct {
		const char *note;
		struct code_roles does;
	} noted[] = {
		{ "cancel", { "cancel", "info" } },
		{ "restore", { "restore", "info" } },
		{ "oc", { "open", "close" } },
		{ "verified", { "verified", "restore" } },
	};

	for (size_t i = 0; i < ARRAY_LEN(noted); i++) {
		if (note_has(note, noted[i].note))
			return noted[i].does;
	}
	if (note_value(note, "restores=").n > 0)
		return (struct code_roles){ "trouble_restore", "info" };
	return class_roles(class, pairs);
}

static const char *
replace(const char *in, const char *what, const char *by)
{
	const char *at = strstr(in, what);

	if (at == NULL)
		return in;
	return arena_printf(&loaded.a, "%.*s%s%s", (int)(at - in), in, by,
			    at + strlen(what))
	    .p;
}

/* "Disarmed or armed" is the one or the other by the qualifier. */
static struct label
name_of(const struct str *f, char qualifier)
{
	bool opens = qualifier == '1';
	struct label name = { keep_c("", f[CID_ZH], ""),
			      keep_c("", f[CID_EN], "") };

	if (!opens && str_is(f[CID_PAIRS], "1"))
		return (struct label){ keep_c("", f[CID_ZH], "恢复"),
				       keep_c("", f[CID_EN], ": restored") };
	name.zh = replace(name.zh, "撤防/布防", opens ? "撤防" : "布防");
	name.zh = replace(name.zh, "布防/撤防", opens ? "撤防" : "布防");
	name.en =
	    replace(name.en, "Disarmed or armed", opens ? "Disarmed" : "Armed");
	name.en = replace(name.en, "Disarming or arming",
			  opens ? "Disarming" : "Arming");
	return name;
}

/* What is only logged begins nothing. */
static struct str
role_at(const char *role, int64_t priority)
{
	if (priority == 5 && role_begins(str_of(role)))
		return STR("info");
	return str_of(role);
}

static enum err
read_cid(struct str line, const struct place *at, struct why *why)
{
	struct code c = { .format = STR("cid") };
	struct code_roles does;
	struct str f[CID_N];
	bool pairs;

	TRY(cut_line(line, f, CID_N, at, why));
	if (f[CID_CODE].n != 3)
		return bad(at, "a code has three digits", "代码应为三位", why);
	TRY(common(&c, f[CID_CLASS], f[CID_PRIORITY], f[CID_MAINTENANCE],
		   f[CID_GRADE], at, why));
	pairs = str_is(f[CID_PAIRS], "1");
	does = roles_of(f[CID_CLASS], f[CID_NOTE], pairs);
	c.code = keep(f[CID_CODE]);
	c.concerns = keep(f[CID_CONCERNS]);
	c.note = keep(f[CID_NOTE]);
	c.qualifier = '1';
	c.name = name_of(f, '1');
	c.role = role_at(does.first, c.priority);
	c.ends = keep(note_value(f[CID_NOTE], "restores="));
	TRY(add(&c, at, why));
	c.qualifier = '3';
	c.name = name_of(f, '3');
	c.role = role_at(does.third, c.priority);
	c.ends = pairs ? c.code : STR("");
	if (role_ends(c.role)) {
		c.priority = 5;
		c.maintenance = false;
		c.grade = STR("");
	}
	return add(&c, at, why);
}

/* cid,qualifier,sia: after both tables. */
static enum err
read_pair(struct str line, const struct place *at, struct why *why)
{
	struct str f[3];
	bool known = false;

	TRY(cut_line(line, f, 3, at, why));
	for (size_t i = 0; i < loaded.n; i++) {
		struct code *c = &loaded.v[i];

		if (f[1].n == 1 && c->qualifier == f[1].p[0] &&
		    str_eq(c->code, f[0]))
			c->sia = keep(f[2]);
		known =
		    known || (c->qualifier == '\0' && str_eq(c->code, f[2]));
	}
	if (!known)
		return bad(at, "no such SIA code", "没有该SIA代码", why);
	return OK;
}

/* ---- files ---- */

static enum err
read_file(const char *path, struct buf *b, struct why *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = 1;

	if (fd < 0)
		return fail(why, ERR_STORAGE, "cannot open %.160s: %s",
			    "无法打开 %.160s：%s", path, strerror(errno));
	while (n > 0) {
		char *p = buf_room(b, 65536);

		n = p == NULL ? 0 : read(fd, p, 65536);
		b->n += n > 0 ? (size_t)n : 0;
	}
	(void)close(fd);
	if (n < 0 || b->full)
		return fail(why, ERR_STORAGE, "cannot read %.160s",
			    "无法读取 %.160s", path);
	return OK;
}

typedef enum err
line_fn(struct str line, const struct place *at, struct why *why);

static enum err
read_lines(struct str text, const char *head, line_fn *read_one,
	   struct place *at, struct why *why)
{
	struct str line = str_trim(str_cut(text, '\n', &text));

	if (!str_is(line, head))
		return bad(at, "not the heading that it should be",
			   "标题行不符", why);
	while (text.n > 0) {
		line = str_trim(str_cut(text, '\n', &text));
		at->line++;
		if (line.n == 0)
			continue;
		if (!str_is_utf8(line))
			return bad(at, "not UTF-8", "不是UTF-8编码", why);
		TRY(read_one(line, at, why));
	}
	return OK;
}

static enum err
load_file(const char *folder, const char *name, const char *head,
	  line_fn *read_one, struct why *why)
{
	struct place at = {
		arena_printf(&loaded.a, "%s/codes/%s", folder, name).p, 1
	};
	struct buf b = buf_open(FILE_BYTES_MAX);
	enum err rc = read_file(at.path, &b, why);

	if (rc == OK)
		rc = read_lines(buf_str(&b), head, read_one, &at, why);
	buf_release(&b);
	return rc;
}

/* ---- looking up ---- */

static int
key_cmp(const struct code *a, const struct code *b)
{
	int by = str_cmp(a->format, b->format);

	if (by == 0)
		by = str_cmp(a->code, b->code);
	return by != 0 ? by : a->qualifier - b->qualifier;
}

static int
sorted_cmp(const void *a, const void *b)
{
	return key_cmp(*(const struct code *const *)a,
		       *(const struct code *const *)b);
}

static int
find_cmp(const void *key, const void *at)
{
	return key_cmp(key, *(const struct code *const *)at);
}

static enum err
sort_all(struct why *why)
{
	for (size_t i = 0; i < loaded.n; i++)
		loaded.sorted[i] = &loaded.v[i];
	qsort(loaded.sorted, loaded.n, sizeof(loaded.sorted[0]), sorted_cmp);
	for (size_t i = 1; i < loaded.n; i++) {
		const struct code *c = loaded.sorted[i];

		if (key_cmp(loaded.sorted[i - 1], c) == 0)
			return fail(why, ERR_INVALID,
				    "event code %.*s %.*s stands there twice",
				    "事件代码 %.*s %.*s 重复",
				    STR_ARG(c->format), STR_ARG(c->code));
	}
	return OK;
}

static void
mark_ended(void)
{
	for (size_t i = 0; i < loaded.n; i++) {
		struct str rest = loaded.v[i].ends;

		while (rest.n > 0) {
			struct str code = str_cut(rest, ';', &rest);

			for (size_t k = 0; k < loaded.n; k++)
				loaded.v[k].is_ended =
				    loaded.v[k].is_ended ||
				    (str_eq(loaded.v[k].format,
					    loaded.v[i].format) &&
				     str_eq(loaded.v[k].code, code) &&
				     loaded.v[k].qualifier != '3');
		}
	}
}

enum err
codes_load(const char *folder, struct why *why)
{
	codes_free();
	TRY(load_file(folder, "sia_codes.csv", sia_head, read_sia, why));
	TRY(load_file(folder, "contact_id.csv", cid_head, read_cid, why));
	TRY(load_file(folder, "cid_to_sia.csv", pair_head, read_pair, why));
	for (const struct code *c = codes_own; c->code.n > 0; c++) {
		const struct place at = { "own", 0 };

		TRY(add(c, &at, why));
		/* By an opening or a closing, whatever its code. */
		loaded.v[loaded.n - 1].is_ended = str_is(c->class, "arming");
	}
	mark_ended();
	TRY(sort_all(why));
	log_info(LOG_MAIN, "codes", "n=%zu", loaded.n);
	return OK;
}

void
codes_free(void)
{
	arena_release(&loaded.a);
	loaded.n = 0;
}

const struct code *
code_find(struct str format, struct str code, char qualifier)
{
	struct code key = { .format = format, .code = code };
	const struct code *const *at;

	/* 6 says again what 1 said: the same event. */
	if (str_is(format, "cid"))
		key.qualifier = qualifier == '3' ? '3' : '1';
	at = bsearch(&key, loaded.sorted, loaded.n, sizeof(loaded.sorted[0]),
		     find_cmp);
	return at == NULL ? NULL : *at;
}

const struct code *
code_of(struct str format, struct str code, struct str role)
{
	const struct code *third = code_find(format, code, '3');

	if (third != NULL && str_eq(third->role, role))
		return third;
	return code_find(format, code, '1');
}

struct label
code_name(struct str format, struct str code, struct str role)
{
	const struct code *c = code_of(format, code, role);

	return c == NULL ? (struct label){ NULL, NULL } : c->name;
}

const struct code *
code_at(size_t i)
{
	return i < loaded.n ? &loaded.v[i] : NULL;
}

bool
code_ends(const struct code *c, struct str code)
{
	struct str rest = c->ends;

	while (rest.n > 0) {
		if (str_eq(str_cut(rest, ';', &rest), code))
			return true;
	}
	return false;
}
