/* pack.c - standards as data. */
#include "rating/pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/str.h"

#define PACKS_MAX 32
#define PACK_BYTES_MAX (4u << 20)

static struct {
	struct arena a;
	size_t n;
	struct pack v[PACKS_MAX];
} loaded;

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

const struct pack_table *
pack_table(const struct pack *p, const char *name)
{
	for (size_t i = 0; p != NULL && i < p->n_tables; i++)
		if (str_is(p->tables[i].name, name))
			return &p->tables[i];
	return NULL;
}

const struct pack_row *
pack_row(const struct pack_table *t, int64_t n)
{
	size_t i = 0;

	while (i + 1 < t->n_rows && n > t->rows[i].to)
		i++;
	return &t->rows[i];
}
