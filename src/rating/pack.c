/* pack.c - standards as data. */
#include "rating/pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"

#define PACKS_MAX 32
#define PACK_BYTES_MAX (4u << 20)
#define NUMBER_MAX INT64_C(1000000000000)

static struct {
	struct arena a;
	size_t n;
	struct pack v[PACKS_MAX];
} loaded;

static enum err
bad(struct why *why, const char *what)
{
	return fail(why, ERR_INVALID, "the pack is wrong at “%s”",
		    "标准包内容有误：“%s”", what);
}

static enum err
text_of(const struct js *j, const char *key, struct str *out, struct why *why)
{
	const struct js *v = js_member(j, key);

	if (v == NULL || v->type != JS_TEXT || v->s.n == 0)
		return bad(why, key);
	*out = v->s;
	return OK;
}

/* Nothing that this program does not understand may be in a pack. */
static enum err
only(const struct js *j, const char *const *keys, struct why *why)
{
	for (size_t i = 0; i < j->n; i++) {
		size_t k = 0;

		while (keys[k] != NULL && !str_is(j->in[i].key, keys[k]))
			k++;
		if (keys[k] == NULL)
			return fail(why, ERR_INVALID,
				    "the pack has an unknown member “%.*s”",
				    "标准包含有未知成员“%.*s”",
				    STR_ARG(j->in[i].key));
	}
	return OK;
}

static enum err
change_of(const struct js *j, enum change *out, struct why *why)
{
	struct str word;

	TRY(text_of(j, "change", &word, why));
	if (str_is(word, "no"))
		*out = CHANGE_NO;
	else if (str_is(word, "lower"))
		*out = CHANGE_LOWER;
	else if (str_is(word, "raise"))
		*out = CHANGE_RAISE;
	else
		return bad(why, "change");
	return OK;
}

static enum err
param_of(const struct js *j, struct arena *a, struct pack_param *out,
	 struct why *why)
{
	static const char *const keys[] = { "name",   "value",	"unit",
					    "clause", "change", NULL };
	const struct js *value = js_member(j, "value");
	struct str clause;

	TRY(only(j, keys, why));
	TRY(text_of(j, "name", &out->name, why));
	TRY(text_of(j, "unit", &out->unit, why));
	TRY(text_of(j, "clause", &clause, why));
	out->clause = arena_cstr(a, clause);
	if (value == NULL || value->type != JS_INT || value->i < 0 ||
	    value->i > NUMBER_MAX)
		return bad(why, "value");
	out->value = value->i;
	return change_of(j, &out->change, why);
}

static enum err
params_of(const struct js *list, struct arena *a, struct pack *out,
	  struct why *why)
{
	if (list == NULL || list->type != JS_LIST)
		return bad(why, "parameters");
	out->params = ARENA_ARRAY(a, list->n, struct pack_param);
	for (size_t i = 0; i < list->n; i++) {
		struct pack_param *p = &out->params[i];

		TRY(param_of(&list->in[i], a, p, why));
		for (size_t k = 0; k < i; k++)
			if (str_eq(out->params[k].name, p->name))
				return bad(why, arena_cstr(a, p->name));
	}
	out->n_params = list->n;
	return OK;
}

enum err
pack_parse(struct str text, struct arena *a, struct pack *out, struct why *why)
{
	static const char *const keys[] = { "pack",   "version",    "title",
					    "status", "parameters", NULL };
	uint8_t sum[SHA256_BYTES];
	const struct js *title;
	struct str zh, en;
	struct js j;

	*out = (struct pack){ 0 };
	TRY(js_parse(text, a, &j, why));
	TRY(only(&j, keys, why));
	TRY(text_of(&j, "pack", &out->name, why));
	TRY(text_of(&j, "version", &out->version, why));
	TRY(text_of(&j, "status", &out->status, why));
	title = js_member(&j, "title");
	if (title == NULL)
		return bad(why, "title");
	TRY(text_of(title, "zh", &zh, why));
	TRY(text_of(title, "en", &en, why));
	out->title = (struct label){ arena_cstr(a, zh), arena_cstr(a, en) };
	sha256(text, sum);
	hex_print(sum, sizeof(sum), out->digest);
	return params_of(js_member(&j, "parameters"), a, out, why);
}

static enum err
read_file(const char *path, struct buf *b, struct why *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = 1;

	if (fd < 0)
		return fail(why, ERR_STORAGE, "cannot open %.120s: %s",
			    "无法打开 %.120s：%s", path, strerror(errno));
	while (n > 0) {
		char *p = buf_room(b, 65536);

		n = p == NULL ? 0 : read(fd, p, 65536);
		b->n += n > 0 ? (size_t)n : 0;
	}
	(void)close(fd);
	if (n < 0 || b->full)
		return fail(why, ERR_STORAGE, "cannot read %.120s",
			    "无法读取 %.120s", path);
	return OK;
}

static enum err
load_one(const char *path, struct why *why)
{
	struct buf b = buf_open(PACK_BYTES_MAX);
	struct pack *p = &loaded.v[loaded.n];
	enum err rc = read_file(path, &b, why);

	if (rc == OK)
		rc = pack_parse(buf_str(&b), &loaded.a, p, why);
	buf_release(&b);
	if (rc != OK)
		return rc;
	loaded.n++;
	log_info(LOG_MAIN, "pack", "name=%.*s version=%.*s sha256=%s",
		 STR_ARG(p->name), STR_ARG(p->version), p->digest);
	return OK;
}

enum err
packs_load(const char *folder, struct why *why)
{
	DIR *d = opendir(folder);
	enum err rc = OK;

	if (d == NULL)
		return fail(why, ERR_STORAGE,
			    "cannot read the packs in %.120s: %s",
			    "无法读取标准包目录 %.120s：%s", folder,
			    strerror(errno));
	for (struct dirent *e; rc == OK && (e = readdir(d)) != NULL;) {
		size_t n = strlen(e->d_name);

		if (n < 6 || strcmp(e->d_name + n - 5, ".json") != 0)
			continue;
		if (loaded.n == PACKS_MAX) {
			rc =
			    fail(why, ERR_INVALID,
				 "more than %d packs in %.120s",
				 "标准包超过 %d 个：%.120s", PACKS_MAX, folder);
			break;
		}
		rc =
		    load_one(arena_printf(&loaded.a, "%s/%s", folder, e->d_name)
				 .p,
			     why);
	}
	(void)closedir(d);
	return rc;
}

void
packs_free(void)
{
	arena_release(&loaded.a);
	loaded.n = 0;
}

const struct pack *
pack_find(const char *name)
{
	for (size_t i = 0; i < loaded.n; i++)
		if (str_is(loaded.v[i].name, name))
			return &loaded.v[i];
	return NULL;
}

const struct pack_param *
pack_param(const struct pack *p, const char *name)
{
	for (size_t i = 0; p != NULL && i < p->n_params; i++)
		if (str_is(p->params[i].name, name))
			return &p->params[i];
	return NULL;
}
