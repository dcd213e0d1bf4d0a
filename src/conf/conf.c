/* conf.c - a configuration from defaults, file and environment. */
#include "conf/conf.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "conf/setting.h"

#define FILE_BYTES_MAX 65536

/* While a configuration is being built. */
struct build {
	struct conf *conf;
	const char *file;
	int line;
	struct str *values; /* n_settings of them; p NULL: not given */
	const char **from;  /* n_settings of them: where it was given */
};

static const char *
env_find(char *const *env, const char *name)
{
	size_t n = strlen(name);

	for (; env != NULL && *env != NULL; env++)
		if (strncmp(*env, name, n) == 0 && (*env)[n] == '=')
			return *env + n + 1;
	return NULL;
}

/* A comment begins a line or a value, or follows a blank. */
static struct str
without_comment(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == '#' &&
		    (i == 0 || memchr(" \t=", line.p[i - 1], 3) != NULL))
			line.n = i;
	return str_trim(line);
}

static enum err
unknown(const struct build *b, struct str name, struct why *why)
{
	const struct setting *s = setting_nearest(name);
	int n = name.n < 60 ? (int)name.n : 60;

	if (s != NULL)
		return fail(why, ERR_INVALID,
			    "%s:%d: unknown setting %.*s; did you mean %s?",
			    "%s 第 %d 行：没有设置项 %.*s，是否为 %s？",
			    b->file, b->line, n, name.p, s->name);
	return fail(why, ERR_INVALID, "%s:%d: unknown setting %.*s",
		    "%s 第 %d 行：没有设置项 %.*s", b->file, b->line, n,
		    name.p);
}

static enum err
line_read(struct build *b, struct str line, struct why *why)
{
	struct str value, name = str_trim(str_cut(line, '=', &value));
	const struct setting *s = setting_find(name);

	if (line.n == 0)
		return OK;
	if (memchr(line.p, '=', line.n) == NULL)
		return fail(why, ERR_INVALID, "%s:%d: needs name = value",
			    "%s 第 %d 行：应为 名称 = 值", b->file, b->line);
	if (s == NULL)
		return unknown(b, name, why);
	if (b->values[s - settings].p != NULL)
		return fail(why, ERR_INVALID, "%s:%d: %s is given twice",
			    "%s 第 %d 行：%s 重复", b->file, b->line, s->name);
	b->values[s - settings] = str_trim(value);
	b->from[s - settings] =
	    arena_printf(&b->conf->a, "%s:%d", b->file, b->line).p;
	return OK;
}

static enum err
text_read(struct build *b, struct str text, struct why *why)
{
	while (text.n > 0) {
		struct str line = str_cut(text, '\n', &text);

		b->line++;
		if (!str_is_utf8(line))
			return fail(why, ERR_INVALID, "%s:%d: not UTF-8",
				    "%s 第 %d 行：不是 UTF-8", b->file,
				    b->line);
		TRY(line_read(b, without_comment(line), why));
	}
	return OK;
}

static enum err
file_read(struct build *b, struct why *why)
{
	char *bytes = arena_alloc(&b->conf->a, FILE_BYTES_MAX);
	FILE *f = fopen(b->file, "rb");
	size_t n;

	if (f == NULL)
		return fail(why, ERR_INVALID, "%s: %s", "%s：%s", b->file,
			    strerror(errno));
	n = fread(bytes, 1, FILE_BYTES_MAX, f);
	(void)fclose(f); /* read only: nothing can be lost */
	if (n == FILE_BYTES_MAX)
		return fail(why, ERR_INVALID, "%s: larger than %d bytes",
			    "%s：超过 %d 字节", b->file, FILE_BYTES_MAX);
	return text_read(b, (struct str){ bytes, n }, why);
}

static void
env_read(struct build *b, char *const *env)
{
	char name[SETTING_ENV_MAX];

	for (size_t i = 0; i < n_settings; i++) {
		const char *value;

		setting_env_name(&settings[i], name);
		value = env_find(env, name);
		if (value == NULL)
			continue;
		b->values[i] = str_trim(str_of(value));
		b->from[i] = arena_cstr(&b->conf->a, str_of(name));
	}
}

#define DATA_DIR STR("{data.dir}")

/* Where the mark stands from `from` on; text.n when nowhere. */
static size_t
mark_find(struct str text, size_t from)
{
	while (from < text.n && !str_starts(str_skip(text, from), DATA_DIR))
		from++;
	return from;
}

/* "{data.dir}" stands for its value; that row comes first. */
static struct str
expand(struct str text, struct conf *conf)
{
	struct str out = STR("");
	size_t from = 0, at;

	if (mark_find(text, 0) == text.n)
		return text;
	while ((at = mark_find(text, from)) < text.n) {
		out = arena_printf(&conf->a, "%.*s%.*s%s", STR_ARG(out),
				   (int)(at - from), text.p + from,
				   conf->data_dir);
		from = at + DATA_DIR.n;
	}
	return arena_printf(&conf->a, "%.*s%.*s", STR_ARG(out),
			    (int)(text.n - from), text.p + from);
}

/* Only data.dir itself is read before there is a data.dir. */
static enum err
value_read(const struct setting *s, struct str text, struct conf *conf,
	   struct why *why)
{
	if (text.n > 0 && text.p[0] == '#') /* a file could not say it */
		return fail(why, ERR_INVALID, "must not begin with #",
			    "不能以 # 开头");
	if (conf->data_dir != NULL)
		text = expand(text, conf);
	else if (mark_find(text, 0) < text.n)
		return fail(why, ERR_INVALID, "must not name itself",
			    "不能引用自身");
	return setting_read(s, text, conf, why);
}

/* Puts the place and the name in front of the reason. */
static enum err
refuse(const char *where, const struct setting *s, const struct why *reason,
       struct why *why)
{
	why->code = ERR_INVALID;
	for (enum lang l = 0; l < LANG_N; l++)
		must(snprintf(why->text[l], WHY_TEXT_MAX, "%s: %s %s", where,
			      s->name, reason->text[l]) > 0);
	return ERR_INVALID;
}

static enum err
values_read(struct build *b, struct why *why)
{
	for (size_t i = 0; i < n_settings; i++) {
		const struct setting *s = &settings[i];
		bool given = b->values[i].p != NULL;
		struct str text = given ? b->values[i] : str_of(s->usual);
		struct why reason = { 0 };

		if (value_read(s, text, b->conf, &reason) == OK)
			continue;
		must(given); /* the table's own defaults are good */
		return refuse(b->from[i], s, &reason, why);
	}
	return OK;
}

static enum err
conf_build(struct build *b, char *const *env, struct why *why)
{
	b->values = ARENA_ARRAY(&b->conf->a, n_settings, struct str);
	b->from = ARENA_ARRAY(&b->conf->a, n_settings, const char *);
	if (b->file != NULL)
		TRY(file_read(b, why));
	env_read(b, env);
	return values_read(b, why);
}

static const char *
file_choose(const char *file, char *const *env)
{
	if (file == NULL)
		file = env_find(env, "ANWEI_CONFIG");
	if (file == NULL && access(CONF_FILE, F_OK) == 0)
		file = CONF_FILE;
	return file;
}

enum err
conf_load(const char *file, char *const *env, struct conf **out,
	  struct why *why)
{
	struct conf *conf = mem_alloc(sizeof(*conf));
	struct build b = { .conf = conf };
	enum err rc;

	file = file_choose(file, env);
	if (file != NULL)
		b.file = arena_cstr(&conf->a, str_of(file));
	conf->file = b.file;
	conf->pending = "";
	rc = conf_build(&b, env, why);
	if (rc != OK)
		conf_free(&conf);
	*out = conf;
	return rc;
}

enum err
conf_renew(const struct conf *now, char *const *env, struct conf **out,
	   struct why *why)
{
	struct str pending = STR("");
	struct conf *fresh;

	*out = NULL;
	TRY(conf_load(now->file, env, &fresh, why));
	for (size_t i = 0; i < n_settings; i++) {
		const struct setting *s = &settings[i];

		if (s->when == RELOAD || setting_eq(s, now, fresh))
			continue;
		setting_copy(s, now, fresh);
		pending = arena_printf(&fresh->a, "%.*s%s%s", STR_ARG(pending),
				       pending.n > 0 ? " " : "", s->name);
	}
	fresh->pending = arena_cstr(&fresh->a, pending);
	*out = fresh;
	return OK;
}

const char *
conf_path(const struct conf *conf, const char *name, struct arena *a)
{
	return arena_printf(a, "%s/%s", conf->data_dir, name).p;
}

void
conf_free(struct conf **conf)
{
	struct conf *c = *conf;

	while (c != NULL) {
		struct conf *before = c->before;

		arena_release(&c->a);
		mem_free(c);
		c = before;
	}
	*conf = NULL;
}
