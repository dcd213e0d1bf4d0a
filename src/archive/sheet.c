/* sheet.c - the formats of tables behind one interface. */
#include "archive/sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/csv.h"
#include "archive/xlsx.h"
#include "base/str.h"

/* clang-format off */
static const struct {
	const char *word, *type;
	const struct sheet_driver *driver;
} formats[] = {
	[SHEET_CSV]  = { "csv",  "text/csv; charset=utf-8", &sheet_csv },
	[SHEET_XLSX] = { "xlsx", XLSX_TYPE,                 &sheet_xlsx },
};

static const struct {
	const char *word;
	struct label label;
} bads[] = {
#define X(name, word, zh, en) [name] = { word, LABEL(zh, en) },
	SHEET_BADS(X)
#undef X
};
/* clang-format on */

struct sheet_in {
	const struct sheet_driver *d;
	void *own;
};
struct sheet_out {
	const struct sheet_driver *d;
	void *own;
};

bool
sheet_format_parse(struct str word, enum sheet_format *out)
{
	for (int i = 0; i < SHEET_FORMAT_N; i++) {
		if (str_is(word, formats[i].word)) {
			*out = (enum sheet_format)i;
			return true;
		}
	}
	return false;
}

const char *
sheet_format_type(enum sheet_format f)
{
	return formats[f].type;
}

const char *
sheet_format_word(enum sheet_format f)
{
	return formats[f].word;
}

const char *
sheet_bad_word(enum sheet_bad bad)
{
	return bads[bad].word;
}

struct label
sheet_bad_label(enum sheet_bad bad)
{
	return bads[bad].label;
}

int64_t
sheet_src_size(const struct sheet_src *src)
{
	struct stat st;

	if (src->fd <= 0)
		return (int64_t)src->bytes.n;
	return fstat(src->fd, &st) == 0 ? (int64_t)st.st_size : -1;
}

int64_t
sheet_src_read(const struct sheet_src *src, int64_t off, void *out, size_t n)
{
	struct str rest;
	ssize_t got;

	if (src->fd > 0) {
		do
			got = pread(src->fd, out, n, (off_t)off);
		while (got < 0 && errno == EINTR);
		return got;
	}
	rest = str_skip(src->bytes, (size_t)off);
	n = n < rest.n ? n : rest.n;
	if (n > 0)
		memcpy(out, rest.p, n);
	return (int64_t)n;
}

enum err
sheet_temp(const char *folder, int *fd, struct why *why)
{
	const char *tmp = getenv("TMPDIR");

	tmp = tmp != NULL ? tmp : "/tmp";
	*fd = open(*folder == '\0' ? tmp : folder,
		   O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	/* Not every file system has files without a name. */
	if (*fd < 0 && errno == EOPNOTSUPP)
		*fd = open(tmp, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (*fd < 0)
		return fail(why, ERR_STORAGE,
			    "no temporary file can be made (%s)",
			    "无法创建临时文件（%s）", strerror(errno));
	return OK;
}

enum err
sheet_open(const struct sheet_src *src, enum sheet_format format,
	   int64_t rows_max, struct arena *a, struct sheet_in **out,
	   struct why *why)
{
	struct sheet_in *in = ARENA_NEW(a, struct sheet_in);

	in->d = formats[format].driver;
	TRY(in->d->open(src, rows_max, a, &in->own, why));
	*out = in;
	return OK;
}

enum err
sheet_next(struct sheet_in *in, struct sheet_row *row, bool *more,
	   struct why *why)
{
	return in->d->next(in->own, row, more, why);
}

void
sheet_close(struct sheet_in **in)
{
	if (*in != NULL)
		(*in)->d->close((*in)->own);
	*in = NULL;
}

enum err
sheet_create(enum sheet_format format, int fd, struct str title,
	     const struct sheet_column *columns, size_t n, struct arena *a,
	     struct sheet_out **out, struct why *why)
{
	struct sheet_out *o = ARENA_NEW(a, struct sheet_out);

	must(n > 0 && n <= SHEET_COLUMNS_MAX);
	o->d = formats[format].driver;
	TRY(o->d->create(fd, title, columns, n, a, &o->own, why));
	*out = o;
	return OK;
}

enum err
sheet_put(struct sheet_out *out, const struct cell *cells, struct why *why)
{
	return out->d->put(out->own, cells, why);
}

enum err
sheet_finish(struct sheet_out **out, struct why *why)
{
	struct sheet_out *o = *out;

	*out = NULL;
	return o->d->finish(o->own, why);
}

void
sheet_drop(struct sheet_out **out)
{
	if (*out != NULL)
		(*out)->d->drop((*out)->own);
	*out = NULL;
}
