/* sheet_help.h - tables from and to text, for the tests of csv and xlsx. */
#ifndef TESTS_SHEET_HELP_H
#define TESTS_SHEET_HELP_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "archive/csv.h"
#include "archive/xlsx.h"
#include "base/str.h"

/* cmocka has a macro of the name of our fail(). */
#include <cmocka.h>

static inline int
memory_file(struct str bytes)
{
	int fd = memfd_create("sheet", MFD_CLOEXEC);

	assert_true(fd > 0);
	assert_int_equal(write(fd, bytes.p, bytes.n), (ssize_t)bytes.n);
	return fd;
}

/*
 * What a reader makes of a file, one line per row:
 *   2[a][b]     line 2, two cells
 *   3!quote@1   line 3 is bad from cell 1 on
 * and the error's word at the end when it gives up.
 */
static inline const char *
sheet_dump(struct sheet_src src, enum sheet_format format, int64_t rows_max)
{
	static char out[1 << 20];
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_in *in = NULL;
	struct sheet_row row;
	struct buf b = buf_open(sizeof(out) - 1);
	bool more = true;
	enum err rc = sheet_open(&src, format, rows_max, &a, &in, &why);

	while (rc == OK) {
		rc = sheet_next(in, &row, &more, &why);
		if (rc != OK || !more)
			break;
		buf_printf(&b, "%lld", (long long)row.line);
		for (size_t i = 0; i < row.n; i++) {
			assert_true(str_is_utf8(row.cells[i]));
			buf_printf(&b, "[%.*s]", STR_ARG(row.cells[i]));
		}
		if (row.bad != SHEET_GOOD)
			buf_printf(&b, "!%s@%zu", sheet_bad_word(row.bad),
				   row.bad_column);
		buf_putc(&b, '\n');
	}
	if (rc != OK) {
		assert_true(why.text[LANG_ZH][0] != '\0');
		assert_true(why.text[LANG_EN][0] != '\0');
		if (getenv("SHOW") != NULL)
			print_message("%s\n", why.text[LANG_EN]);
		buf_puts(&b, err_word(rc));
	}
	(void)snprintf(out, sizeof(out), "%.*s", STR_ARG(buf_str(&b)));
	buf_release(&b);
	sheet_close(&in);
	arena_release(&a);
	return out;
}

/* Most memory that this process has held, in KiB. */
static inline long
peak_kib(void)
{
	struct rusage u;

	assert_int_equal(getrusage(RUSAGE_SELF, &u), 0);
	return u.ru_maxrss;
}

/* The sanitizer keeps freed memory for a while: there only the plain build
 * can tell. */
static inline void
assert_grew_below(long before_kib, long limit_kib)
{
#if !defined(__SANITIZE_ADDRESS__)
	assert_true(peak_kib() - before_kib < limit_kib);
#else
	(void)before_kib;
	(void)limit_kib;
#endif
}

#endif
