/*
 * xlsx.h - Office Open XML workbooks: one table of the first visible sheet.
 *
 * Reading streams the parts through expat (names spaces understood, DOCTYPE
 * refused) and keeps one row, the shared strings and the styles.  Limits:
 * below; what a hostile file can cost is bounded by them, not by what it
 * claims.  Numbers come as plain decimals, dates (by style) as "YYYY-MM-DD",
 * "YYYY-MM-DD HH:MM:SS" or "HH:MM:SS", booleans as 1 and 0, errors as their
 * text, formulas as their last value.
 *
 * Writing: strings are strings (no cell is ever a formula), a heading that
 * stays in view, widths, drop-downs, text columns formatted as text so that
 * long numbers typed there keep their digits.
 */
#ifndef ARCHIVE_XLSX_H
#define ARCHIVE_XLSX_H

#include "archive/sheet.h"

#define XLSX_TYPE      \
	"application/" \
	"vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define XLSX_ENTRIES_MAX 2000		       /* files in the archive */
#define XLSX_UNZIPPED_MAX (INT64_C(200) << 20) /* bytes of all parts */
#define XLSX_RATIO_MAX 250		 /* unzipped to zipped, per part */
#define XLSX_STRINGS_MAX 2000000	 /* shared strings */
#define XLSX_STRING_BYTES_MAX (64 << 20) /* of all shared strings */
#define XLSX_CELLS_MAX 20000000
#define XLSX_ROWS_MAX 1048575 /* below the heading */

extern const struct sheet_driver sheet_xlsx;

/* Is it a workbook (and without macros)?  For checking uploads. */
MUST_CHECK enum err xlsx_check(const struct sheet_src *src, struct why *why);

#endif
