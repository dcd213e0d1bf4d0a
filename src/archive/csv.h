/*
 * csv.h - comma separated values (RFC 4180 and what people really send).
 *
 * Reading: UTF-8 with or without BOM, or GB18030, told apart by looking at
 * all bytes once; "," ";" or tab, whichever the first line has most of;
 * lines end with CRLF, LF or CR; quoted cells hold anything.  A row that
 * cannot be read is given as bad, with its line, and reading goes on behind
 * it: a quote that is never closed costs its own line, not the file.
 *
 * Writing: UTF-8 with BOM (Excel takes it for the local code page
 * otherwise), CRLF, quotes where needed.
 *
 * Formulas: a spreadsheet program would run a cell that begins with = + - @
 * tab or CR.  A text cell of zero or more ' followed by one of these gets one
 * more ' in front; the reader takes one such ' off again.  So writing and
 * reading is the identity for every text, also for one that begins with '=.
 * Numbers and dates are ours and are written bare: -5 stays a number.
 */
#ifndef ARCHIVE_CSV_H
#define ARCHIVE_CSV_H

#include "archive/sheet.h"

extern const struct sheet_driver sheet_csv;

/* One line of CSV into a buffer, for what is not a file. */
void csv_line(struct buf *b, const struct cell *cells, size_t n);
/* A CELL_INT or CELL_DECIMAL with all its digits. */
void csv_number(struct buf *b, const struct cell *c);

#endif
