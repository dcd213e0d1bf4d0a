/* t_label.c - label sheets: pages, what the codes say, full disks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/label.h"
#include "archive/sheet.h"
#include "base/str.h"

/* cmocka has a macro of the name of our fail(). */
#include <cmocka.h>

/* The font libraries keep their caches until the process ends. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libcairo\nleak:libpango";
}

/* A sheet of n labels in an open temporary file. */
static int
sheet_make(const char *layout, int n)
{
	struct arena a = { 0 };
	struct why why = { 0 };
	struct label_sheet *s;
	int fd;

	assert_int_equal(sheet_temp("", &fd, &why), OK);
	assert_int_equal(label_open(fd, label_layout_find(str_of(layout)),
				    STR("设备标签"), &a, &s, &why),
			 OK);
	for (int i = 0; i < n; i++) {
		struct str number = arena_printf(&a, "SB2026-%05d", i + 1);
		struct label_item item = {
			.qr = label_qr(&a, "device", 2305843009213693951 + i,
				       number),
			.number = number,
			.name = i % 3 == 0 ?
				    STR("红外微波双鉴探测器（防宠物，"
					"吸顶安装，带防遮挡功能）X-2000") :
				    STR("网络摄像机 㛃䶮𠮷 DS-7123"),
			.site = STR("示例银行股份有限公司第一支行营业大厅二层"
				    "现金区"),
			.company = STR("示例安防服务有限公司 24小时 "
				       "400-000-0000"),
		};

		assert_int_equal(label_put(s, &item, &why), OK);
	}
	assert_int_equal(label_finish(&s, &why), OK);
	assert_null(s);
	arena_release(&a);
	return fd;
}

/* PDF has NUL bytes, so this is no string. */
static struct str
read_all(struct arena *a, int fd)
{
	struct stat st;
	char *bytes;

	assert_int_equal(fstat(fd, &st), 0);
	bytes = arena_alloc(a, (size_t)st.st_size);
	assert_int_equal(pread(fd, bytes, (size_t)st.st_size, 0), st.st_size);
	assert_int_equal(close(fd), 0);
	return (struct str){ bytes, (size_t)st.st_size };
}

static void
pages_are_filled(void **state)
{
	static const struct {
		const char *layout;
		int labels;
		const char *pages;
	} cases[] = {
		{ "3x8", 1, "/Count 1" },
		{ "3x8", 24, "/Count 1" },
		{ "3x8", 25, "/Count 2" },
		{ "1x1", 3, "/Count 3" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str pdf =
		    read_all(&a, sheet_make(cases[i].layout, cases[i].labels));

		assert_true(str_starts(pdf, STR("%PDF-")));
		assert_non_null(memmem(pdf.p, pdf.n, cases[i].pages,
				       strlen(cases[i].pages)));
	}
	arena_release(&a);
}

/* Nothing leaves the paper, in any layout. */
static void
layouts_fit_their_paper(void **state)
{
	(void)state;
	for (const struct label_layout *l = label_layouts; l->name != NULL;
	     l++) {
		assert_true(l->left + (l->columns - 1) * l->step_x + l->width <=
			    l->paper_w);
		assert_true(l->top + (l->rows - 1) * l->step_y + l->height <=
			    l->paper_h);
		assert_true(l->step_x >= l->width && l->step_y >= l->height);
		assert_ptr_equal(label_layout_find(str_of(l->name)), l);
	}
	assert_null(label_layout_find(STR("9x9")));
}

static void
too_much_for_a_code_is_said(void **state)
{
	struct arena a = { 0 };
	struct why why = { 0 };
	struct label_sheet *s;
	struct label_item item = { .number = STR("x") };
	char *big = arena_alloc(&a, 3000);
	int fd;

	(void)state;
	memset(big, 'x', 3000);
	item.qr = (struct str){ big, 3000 };
	assert_int_equal(sheet_temp("", &fd, &why), OK);
	assert_int_equal(label_open(fd, label_layouts, STR("x"), &a, &s, &why),
			 OK);
	assert_int_equal(label_put(s, &item, &why), ERR_INVALID);
	label_drop(&s);
	assert_int_equal(close(fd), 0);
	arena_release(&a);
}

static void
a_full_disk_is_said(void **state)
{
	struct arena a = { 0 };
	struct why why = { 0 };
	struct label_sheet *s;
	struct label_item item = { .qr = STR("x"), .number = STR("x") };
	FILE *full = fopen("/dev/full", "r+");

	(void)state;
	assert_non_null(full);
	assert_int_equal(label_open(fileno(full), label_layouts, STR("x"), &a,
				    &s, &why),
			 OK);
	assert_int_equal(label_put(s, &item, &why), OK);
	assert_int_equal(label_finish(&s, &why), ERR_STORAGE);
	assert_int_equal(fclose(full), 0);
	arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_are_filled),
		cmocka_unit_test(layouts_fit_their_paper),
		cmocka_unit_test(too_much_for_a_code_is_said),
		cmocka_unit_test(a_full_disk_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
