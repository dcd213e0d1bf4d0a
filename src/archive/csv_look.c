/* csv_look.c - which encoding and separator a CSV file has. */
#include <string.h>

#include "archive/csv_parts.h"
#include "base/str.h"

/* Counts well-formed and broken sequences of UTF-8 over blocks. */
struct utf8_count {
	unsigned need, lo, hi; /* bytes to come; range of the next */
	int64_t good, bad, zero;
};

/* clang-format off */
/* Lead bytes and the second byte that may follow (Unicode, table 3-7). */
static const struct {
	unsigned char from, to, need, lo, hi;
} leads[] = {
	{ 0xc2, 0xdf, 1, 0x80, 0xbf },
	{ 0xe0, 0xe0, 2, 0xa0, 0xbf },
	{ 0xe1, 0xec, 2, 0x80, 0xbf },
	{ 0xed, 0xed, 2, 0x80, 0x9f },
	{ 0xee, 0xef, 2, 0x80, 0xbf },
	{ 0xf0, 0xf0, 3, 0x90, 0xbf },
	{ 0xf1, 0xf3, 3, 0x80, 0xbf },
	{ 0xf4, 0xf4, 3, 0x80, 0x8f },
};
/* clang-format on */

static void
count_lead(struct utf8_count *u, unsigned char ch)
{
	if (ch < 0x80) {
		u->zero += ch == 0;
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(leads); i++) {
		if (ch < leads[i].from || ch > leads[i].to)
			continue;
		u->need = leads[i].need;
		u->lo = leads[i].lo;
		u->hi = leads[i].hi;
		return;
	}
	u->bad++;
}

static void
count_byte(struct utf8_count *u, unsigned char ch)
{
	if (u->need == 0) {
		count_lead(u, ch);
		return;
	}
	if (ch < u->lo || ch > u->hi) {
		u->need = 0;
		u->bad++;
		count_lead(u, ch);
		return;
	}
	u->lo = 0x80;
	u->hi = 0xbf;
	u->good += --u->need == 0;
}

static void
count_block(struct utf8_count *u, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char ch = (unsigned char)p[i];

		/* The common case must not cost a call. */
		if (u->need == 0 && ch < 0x80 && ch != 0)
			continue;
		count_byte(u, ch);
	}
}

/* The separator that the first line has most of, outside of quotes. */
static char
sep_find(struct str head)
{
	static const char seps[] = { ',', ';', '\t' };
	size_t seen[sizeof(seps)] = { 0 }, best = 0;
	bool quoted = false;

	for (size_t i = 0; i < head.n; i++) {
		char ch = head.p[i];

		if (ch == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (ch == '\n' || ch == '\r')
			break;
		for (size_t k = 0; k < sizeof(seps); k++)
			seen[k] += ch == seps[k];
	}
	for (size_t k = 1; k < sizeof(seps); k++)
		best = seen[k] > seen[best] ? k : best;
	return seps[best];
}

/* Files of other programs, known by their first bytes. */
static enum err
refuse_others(struct str head, struct why *why)
{
	if (str_starts(head, STR("\xff\xfe")) ||
	    str_starts(head, STR("\xfe\xff")))
		return fail(why, ERR_TYPE,
			    "the file is UTF-16 text; save it as CSV UTF-8",
			    "文件是 UTF-16 文本，请另存为“CSV UTF-8”");
	if (str_starts(head, STR("PK\x03\x04")))
		return fail(why, ERR_TYPE,
			    "the file is an XLSX workbook or an archive, not "
			    "CSV",
			    "文件是 XLSX 工作簿或压缩包，不是 CSV");
	if (str_starts(head, STR("\xd0\xcf\x11\xe0")))
		return fail(why, ERR_TYPE,
			    "the file is an old .xls workbook; save it as CSV "
			    "or XLSX",
			    "文件是旧版 .xls 工作簿，请另存为 CSV 或 XLSX");
	return OK;
}

static enum err
verdict(struct utf8_count *u, int64_t size, struct csv_kind *out,
	struct why *why)
{
	u->bad += u->need > 0;
	if (u->zero > size / 8)
		return fail(why, ERR_TYPE, "the file is not text",
			    "文件不是文本文件");
	/* Text in GB18030 hardly ever looks like UTF-8; a few broken bytes
	 * in UTF-8 are a fault of their rows. */
	out->is_gb = !out->has_bom && u->bad > 0 && u->good <= 10 * u->bad;
	return OK;
}

enum err
csv_look(const struct sheet_src *src, char *block, size_t n,
	 struct csv_kind *out, struct why *why)
{
	struct utf8_count u = { 0 };
	int64_t off = 0, got;

	*out = (struct csv_kind){ .sep = ',' };
	while ((got = sheet_src_read(src, off, block, n)) > 0) {
		struct str head = { block, (size_t)got };

		if (off == 0) {
			TRY(refuse_others(head, why));
			out->has_bom = str_starts(head, STR("\xef\xbb\xbf"));
			out->sep = sep_find(head);
		}
		count_block(&u, block, (size_t)got);
		off += got;
	}
	if (got < 0)
		return fail(why, ERR_STORAGE, "the file cannot be read",
			    "文件无法读取");
	return verdict(&u, off, out, why);
}
