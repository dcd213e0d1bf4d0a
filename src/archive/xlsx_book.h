/*
 * xlsx_book.h - what of a workbook is read before its rows: which sheet,
 * which number formats are dates, the shared strings.
 */
#ifndef ARCHIVE_XLSX_BOOK_H
#define ARCHIVE_XLSX_BOOK_H

#include "archive/xlsx_zip.h"

#define PART_NAME_MAX 200

struct xlsx_book {
	bool from_1904; /* days are counted from 1904-01-01 */
	char sheet_rel[PART_NAME_MAX];
	char sheet[PART_NAME_MAX], strings[PART_NAME_MAX],
	    styles[PART_NAME_MAX]; /* "": none */
	struct buf dates;	   /* one byte per cell format: 1 is a date */
	struct buf bytes;	   /* all shared strings */
	struct buf ends;	   /* uint32_t each: where they end in bytes */
};
MUST_CHECK enum err
xlsx_book_read(struct xlsx_book *b, struct xlsx_zip *z, struct why *why);
void xlsx_book_release(struct xlsx_book *b);
/* False: there is no such string. */
bool xlsx_book_string(const struct xlsx_book *b, size_t i, struct str *out);
bool xlsx_book_is_date(const struct xlsx_book *b, size_t format);

/* Does a number format show a date or a time? */
bool xlsx_format_is_date(struct str code);
#define XLSX_NUMBER_MAX 64
/* The value of a number cell as text; *bad SHEET_DIGITS when digits are lost.
 * False: v is no number. */
bool xlsx_number(struct str v, bool is_date, bool from_1904,
		 char out[XLSX_NUMBER_MAX], enum sheet_bad *bad);
/* _xHHHH_ stands for a character that XML cannot hold. */
void xlsx_unescape(struct buf *out, struct str s);
/* The other way, for text that looks like one. */
struct str xlsx_escape(struct arena *a, struct str s);

#endif
