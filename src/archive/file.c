/* file.c - the rows of stored files. */
#include "archive/file.h"

#include "base/str.h"
#include "gen/stmt.h"
#include "kind/register.h"

/* clang-format off */
static const struct col cols[] = {
	{ "sha256", COL_TEXT, offsetof(struct file, sha256) },
	{ "size",   COL_INT,  offsetof(struct file, size) },
	{ "type",   COL_TEXT, offsetof(struct file, type) },
	{ "name",   COL_TEXT, offsetof(struct file, name) },
};
/* clang-format on */

enum err
file_get(struct task *t, struct str digest, struct file *out)
{
	enum err rc = ERR_NOT_FOUND;

	if (file_digest_is(digest))
		rc = db_get(t->db, STMT_FILE_GET,
			    ARGS(val_int(t->who.org), val_text(digest)), cols,
			    ARRAY_LEN(cols), t->a, out, &t->why);
	if (rc == ERR_NOT_FOUND)
		return fail(&t->why, ERR_NOT_FOUND, "there is no such file",
			    "没有这个文件");
	return rc;
}

enum err
file_add(struct task *t, struct file *f, bool *added)
{
	TRY(db_run(t->db, STMT_FILE_ADD,
		   ARGS(val_int(id_new(t->now_ms)), val_int(t->who.org),
			val_text(f->sha256), val_int(f->size),
			val_text(f->type), val_text(f->name),
			val_int(t->now_ms), val_id(t->who.user)),
		   NULL, NULL, &t->why));
	*added = db_changed(t->db) == 1;
	if (t->who.user != 0)
		TRY(file_use(t, f->sha256, "user", t->who.user));
	return *added ? OK : file_get(t, f->sha256, f);
}

/* Behind the last / or \. */
static struct str
without_folders(struct str name)
{
	for (size_t i = name.n; i > 0; i--) {
		if (name.p[i - 1] == '/' || name.p[i - 1] == '\\')
			return str_skip(name, i);
	}
	return name;
}

struct str
file_name_clean(struct arena *a, struct str name, struct str digest,
		const struct file_type *type)
{
	size_t at = 0, chars = 0;
	char *out;

	name = str_trim(without_folders(name));
	if (name.n == 0 || !str_is_utf8(name) || name.p[0] == '.')
		return arena_printf(a, "%.8s.%s", digest.p, type->ending);
	out = arena_alloc(a, name.n + 1);
	while (at < name.n && chars < FILE_NAME_MAX) {
		size_t from = at;
		uint32_t ch = str_next_char(name, &at);
		/* Control characters, and those that turn text around. */
		bool bad = ch < 0x20 || ch == 0x7f ||
			   (ch >= 0x80 && ch < 0xa0) ||
			   (ch >= 0x200b && ch <= 0x200f) ||
			   (ch >= 0x202a && ch <= 0x202e) ||
			   (ch >= 0x2066 && ch <= 0x2069);

		for (size_t i = from; i < at; i++)
			out[i] = bad ? '_' : name.p[i];
		chars++;
	}
	return (struct str){ out, at };
}
