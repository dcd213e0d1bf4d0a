/* xlsx_book.c - workbook.xml, its relations, styles and shared strings. */
#include "archive/xlsx_book.h"

#include <string.h>

#include "archive/xlsx.h"
#include "base/str.h"

#define FORMATS_MAX 65536

static void
copy_name(char out[PART_NAME_MAX], const char *prefix, const char *name)
{
	(void)snprintf(out, PART_NAME_MAX, "%s%s", prefix, name);
}

/* xl/workbook.xml: the first sheet that is shown, and where days begin. */
static void
book_start(void *ctx, const char *name, const char **attrs)
{
	struct xlsx_book *b = ctx;
	const char *state = xml_attr(attrs, "state");
	const char *rel = xml_attr(attrs, "id");
	const char *from_1904 = xml_attr(attrs, "date1904");

	if (strcmp(name, "workbookPr") == 0 && from_1904 != NULL)
		b->from_1904 = strcmp(from_1904, "0") != 0 &&
			       strcmp(from_1904, "false") != 0;
	if (strcmp(name, "sheet") == 0 && rel != NULL &&
	    b->sheet_rel[0] == '\0' &&
	    (state == NULL || strcmp(state, "visible") == 0))
		copy_name(b->sheet_rel, "", rel);
}

static bool
ends_with(const char *s, const char *tail)
{
	size_t n = strlen(s), m = strlen(tail);

	return n >= m && strcmp(s + n - m, tail) == 0;
}

/* xl/_rels/workbook.xml.rels: which file each part is. */
static void
rels_start(void *ctx, const char *name, const char **attrs)
{
	struct xlsx_book *b = ctx;
	const char *id = xml_attr(attrs, "Id");
	const char *type = xml_attr(attrs, "Type");
	const char *target = xml_attr(attrs, "Target");
	const char *prefix = "xl/";

	if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL ||
	    target == NULL)
		return;
	if (target[0] == '/') {
		target++;
		prefix = "";
	}
	if (strcmp(id, b->sheet_rel) == 0)
		copy_name(b->sheet, prefix, target);
	else if (ends_with(type, "/sharedStrings"))
		copy_name(b->strings, prefix, target);
	else if (ends_with(type, "/styles"))
		copy_name(b->styles, prefix, target);
}

/* xl/styles.xml: which cell formats show dates. */
struct styles {
	struct xlsx_book *b;
	struct buf custom; /* int32_t ids of own formats that are dates */
	bool in_cells;
};

/* Built-in formats that are dates or times; ECMA-376 part 1, 18.8.30, with
 * those of Chinese programs. */
static bool
is_builtin_date(int64_t id)
{
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
	       (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

static bool
is_custom_date(const struct styles *s, int64_t id)
{
	for (size_t i = 0; i + 4 <= s->custom.n; i += 4) {
		int32_t have;

		memcpy(&have, s->custom.p + i, 4);
		if (have == id)
			return true;
	}
	return false;
}

static void
styles_start(void *ctx, const char *name, const char **attrs)
{
	struct styles *s = ctx;
	const char *code = xml_attr(attrs, "formatCode");
	int64_t id = -1;
	int32_t kept;

	if (strcmp(name, "cellXfs") == 0)
		s->in_cells = true;
	(void)str_to_int(str_of(xml_attr(attrs, "numFmtId")), 0, INT32_MAX,
			 &id);
	if (strcmp(name, "numFmt") == 0 && id >= 0 && code != NULL &&
	    xlsx_format_is_date(str_of(code))) {
		kept = (int32_t)id;
		buf_put(&s->custom, (struct str){ (const char *)&kept, 4 });
	}
	if (s->in_cells && strcmp(name, "xf") == 0)
		buf_putc(&s->b->dates,
			 is_builtin_date(id) || is_custom_date(s, id));
}

static void
styles_end(void *ctx, const char *name)
{
	struct styles *s = ctx;

	if (strcmp(name, "cellXfs") == 0)
		s->in_cells = false;
}

/* xl/sharedStrings.xml: <si> with one <t>, or runs of them; <rPh> is how to
 * read it aloud and no part of the text. */
struct strings {
	struct xlsx_book *b;
	struct xml_part *part;
	bool in_text, aloud;
};

static void
strings_start(void *ctx, const char *name, const char **attrs)
{
	struct strings *s = ctx;

	(void)attrs;
	if (strcmp(name, "rPh") == 0)
		s->aloud = true;
	s->in_text = strcmp(name, "t") == 0 && !s->aloud;
}

static void
strings_end(void *ctx, const char *name)
{
	struct strings *s = ctx;
	uint32_t end = (uint32_t)s->b->bytes.n;

	s->in_text = false;
	if (strcmp(name, "rPh") == 0)
		s->aloud = false;
	if (strcmp(name, "si") != 0)
		return;
	buf_put(&s->b->ends, (struct str){ (const char *)&end, sizeof(end) });
	if (s->b->ends.full || s->b->bytes.full)
		xml_stop(s->part,
			 fail(s->part->why, ERR_TOO_BIG,
			      "the workbook has too many different texts",
			      "工作簿中不同的文本过多"));
}

static void
strings_text(void *ctx, struct str text)
{
	struct strings *s = ctx;

	if (s->in_text)
		buf_put(&s->b->bytes, text);
}

static enum err
part_read(struct xlsx_zip *z, const char *name, struct xml_part *part,
	  struct xml_sink sink, struct why *why)
{
	enum err rc = xml_open(part, z, name, sink, why);

	if (rc == OK)
		rc = xml_run(part, why);
	xml_close(part);
	return rc;
}

static enum err
styles_read(struct xlsx_book *b, struct xlsx_zip *z, struct why *why)
{
	struct styles s = { .b = b, .custom = buf_open(4096 * 4) };
	struct xml_part part;
	enum err rc;

	rc = part_read(z, b->styles, &part,
		       (struct xml_sink){ styles_start, styles_end, NULL, &s },
		       why);
	buf_release(&s.custom);
	return rc;
}

static enum err
strings_read(struct xlsx_book *b, struct xlsx_zip *z, struct why *why)
{
	struct xml_part part;
	struct strings s = { .b = b, .part = &part };

	return part_read(z, b->strings, &part,
			 (struct xml_sink){ strings_start, strings_end,
					    strings_text, &s },
			 why);
}

enum err
xlsx_book_read(struct xlsx_book *b, struct xlsx_zip *z, struct why *why)
{
	struct xml_part part;

	*b = (struct xlsx_book){ 0 };
	b->dates = buf_open(FORMATS_MAX);
	b->bytes = buf_open(XLSX_STRING_BYTES_MAX);
	b->ends = buf_open(XLSX_STRINGS_MAX * sizeof(uint32_t));
	TRY(part_read(z, "xl/workbook.xml", &part,
		      (struct xml_sink){ book_start, NULL, NULL, b }, why));
	TRY(part_read(z, "xl/_rels/workbook.xml.rels", &part,
		      (struct xml_sink){ rels_start, NULL, NULL, b }, why));
	if (b->sheet[0] == '\0')
		return fail(why, ERR_INVALID, "the workbook shows no sheet",
			    "工作簿没有可见的工作表");
	if (b->styles[0] != '\0' && xlsx_zip_has(z, b->styles))
		TRY(styles_read(b, z, why));
	if (b->strings[0] != '\0' && xlsx_zip_has(z, b->strings))
		TRY(strings_read(b, z, why));
	return OK;
}

void
xlsx_book_release(struct xlsx_book *b)
{
	buf_release(&b->dates);
	buf_release(&b->bytes);
	buf_release(&b->ends);
}

static size_t
string_end(const struct xlsx_book *b, size_t i)
{
	uint32_t end;

	memcpy(&end, b->ends.p + i * sizeof(end), sizeof(end));
	return end;
}

bool
xlsx_book_string(const struct xlsx_book *b, size_t i, struct str *out)
{
	size_t from;

	if (i >= b->ends.n / sizeof(uint32_t))
		return false;
	from = i == 0 ? 0 : string_end(b, i - 1);
	*out = str_skip(buf_str(&b->bytes), from);
	out->n = string_end(b, i) - from;
	return true;
}

bool
xlsx_book_is_date(const struct xlsx_book *b, size_t format)
{
	return format < b->dates.n && b->dates.p[format] != 0;
}
