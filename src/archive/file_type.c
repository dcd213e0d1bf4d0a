/* file_type.c - what a file is, by its bytes. */
#include <string.h>

#include "archive/file.h"
#include "archive/xlsx.h"
#include "base/str.h"

enum { JPEG, PNG, WEBP, PDF, XLSX, CSV, PLAIN };
/* clang-format off */
const struct file_type file_types[] = {
	[JPEG]  = { "image/jpeg",      "jpg",  true },
	[PNG]   = { "image/png",       "png",  true },
	[WEBP]  = { "image/webp",      "webp", true },
	[PDF]   = { "application/pdf", "pdf",  true },
	[XLSX]  = { XLSX_TYPE,         "xlsx", false },
	[CSV]   = { "text/csv",        "csv",  false },
	[PLAIN] = { "text/plain",      "txt",  false },
	{ 0 }
};

/* First bytes; those of XLSX and text need a closer look. */
static const struct {
	int type;
	size_t at;
	struct str bytes;
} magics[] = {
	{ JPEG, 0, { "\xff\xd8\xff", 3 } },
	{ PNG,  0, { "\x89PNG\r\n\x1a\n", 8 } },
	{ WEBP, 8, { "WEBPVP8", 7 } },
	{ PDF,  0, { "%PDF-", 5 } },
	{ XLSX, 0, { "PK\x03\x04", 4 } },
};
/* clang-format on */

const struct file_type *
file_type_by_name(struct str type)
{
	for (size_t i = 0; file_types[i].type != NULL; i++) {
		if (str_is(type, file_types[i].type))
			return &file_types[i];
	}
	return NULL;
}

/* No control characters but those of text; any encoding. */
static bool
is_text(struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char ch = (unsigned char)bytes.p[i];

		if ((ch < 0x20 && memchr("\t\r\n\f", ch, 4) == NULL) ||
		    ch == 0x7f)
			return false;
	}
	return true;
}

/* -1: nothing that may be stored. */
static int
type_of(struct str bytes)
{
	for (size_t i = 0; i < ARRAY_LEN(magics); i++) {
		if (bytes.n < magics[i].at ||
		    !str_starts(str_skip(bytes, magics[i].at), magics[i].bytes))
			continue;
		if (magics[i].type != WEBP || str_starts(bytes, STR("RIFF")))
			return magics[i].type;
	}
	return bytes.n > 0 && is_text(bytes) ? PLAIN : -1;
}

static enum err
refuse_claim(struct str claimed, int type, struct why *why)
{
	int n = claimed.n < 80 ? (int)claimed.n : 80;

	if (type < 0)
		return fail(why, ERR_TYPE,
			    "only JPEG, PNG, WebP, PDF, XLSX, CSV and plain "
			    "text can be stored",
			    "只能存储 JPEG、PNG、WebP、PDF、XLSX、CSV 和纯文本"
			    "文件");
	return fail(why, ERR_TYPE,
		    "the file was sent as %.*s but is %s by its content",
		    "文件声明为 %.*s，但内容是 %s", n, claimed.p,
		    file_types[type].type);
}

enum err
file_type_find(struct str bytes, struct str claimed,
	       const struct file_type **out, struct why *why)
{
	struct sheet_src src = { .bytes = bytes };
	struct str rest, named = str_trim(str_cut(claimed, ';', &rest));
	int type = type_of(bytes);

	if (type == PLAIN && str_is(named, file_types[CSV].type))
		type = CSV;
	if (type < 0 || (named.n > 0 && !str_is(named, file_types[type].type)))
		return refuse_claim(named, type, why);
	if (type == XLSX)
		TRY(xlsx_check(&src, why));
	*out = &file_types[type];
	return OK;
}
