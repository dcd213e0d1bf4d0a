/* t_code.c - the tables of event codes, as they ship and when broken. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alarm/code.h"

static int
setup(void **state)
{
	struct why why = { 0 };

	(void)state;
	if (codes_load("packs", &why) == OK)
		return 0;
	print_error("%s\n", why.text[LANG_EN]);
	return -1;
}

static int
teardown(void **state)
{
	(void)state;
	codes_free();
	return 0;
}

/* clang-format off */
static const struct {
	const char *format, *code;
	char qualifier;
	const char *class, *role, *concerns;
	int64_t priority;
	bool maintenance;
	const char *grade, *ends;
} known[] = {
	{ "sia", "BA", 0,   "intrusion", "alarm", "zone", 2, false, "", "" },
	{ "sia", "BH", 0,   "intrusion", "restore", "zone", 5, false, "", "BA;BG;BM;EA" },
	{ "sia", "AT", 0,   "power", "trouble", "none", 3, true, "urgent", "" },
	{ "sia", "AR", 0,   "power", "trouble_restore", "none", 5, false, "", "AT" },
	{ "sia", "OP", 0,   "openclose", "open", "user", 5, false, "", "" },
	{ "sia", "BC", 0,   "intrusion", "cancel", "user", 5, false, "", "" },
	{ "cid", "130", '1', "intrusion", "alarm", "zone", 2, false, "", "" },
	{ "cid", "130", '3', "intrusion", "restore", "zone", 5, false, "", "130" },
	{ "cid", "130", '6', "intrusion", "alarm", "zone", 2, false, "", "" },
	{ "cid", "121", '1', "duress", "alarm", "user", 1, false, "", "" },
	{ "cid", "301", '1', "power", "trouble", "none", 3, true, "urgent", "" },
	{ "cid", "301", '3', "power", "trouble_restore", "none", 5, false, "", "301" },
	{ "cid", "401", '1', "openclose", "open", "user", 5, false, "", "" },
	{ "cid", "401", '3', "openclose", "close", "user", 5, false, "", "" },
	{ "cid", "406", '1', "system", "cancel", "user", 5, false, "", "" },
	{ "cid", "451", '1', "arming", "open", "user", 4, false, "", "" },
	{ "cid", "454", '1', "arming", "trouble", "user", 4, false, "", "" },
	{ "cid", "459", '1', "arming", "info", "user", 5, false, "", "" },
	{ "cid", "461", '1', "access", "alarm", "none", 3, false, "", "" },
	{ "cid", "570", '1', "bypass", "bypass", "zone", 4, false, "", "" },
	{ "cid", "570", '3', "bypass", "unbypass", "zone", 5, false, "", "570" },
	{ "cid", "602", '1', "test", "test", "none", 5, false, "", "" },
	{ "cid", "139", '1', "intrusion", "verified", "zone", 2, false, "", "" },
	{ "cid", "946", '1', "comms", "trouble_restore", "none", 5, false, "", "944" },
	{ "own", "path_overdue", 0, "supervision", "trouble", "none", 3, true, "urgent", "" },
};
/* clang-format on */

static void
known_codes_say_what_they_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		const struct code *c =
		    code_find(str_of(known[i].format), str_of(known[i].code),
			      known[i].qualifier);

		print_message("%s %s %c\n", known[i].format, known[i].code,
			      known[i].qualifier == 0 ? ' ' :
							known[i].qualifier);
		assert_non_null(c);
		assert_true(str_is(c->class, known[i].class));
		assert_true(str_is(c->role, known[i].role));
		assert_true(str_is(c->concerns, known[i].concerns));
		assert_int_equal(c->priority, known[i].priority);
		assert_int_equal(c->maintenance, known[i].maintenance);
		assert_true(str_is(c->grade, known[i].grade));
		assert_true(str_is(c->ends, known[i].ends));
	}
	assert_null(code_find(STR("sia"), STR("Q0"), 0));
	assert_null(code_find(STR("cid"), STR("777"), '1'));
	assert_null(code_find(STR("own"), STR(""), 0));
}

/* What ends ends a code that is there; a restore is never urgent. */
static void
all_codes_are_whole(void **state)
{
	const struct code *c;
	size_t i = 0;

	(void)state;
	for (; (c = code_at(i)) != NULL; i++) {
		struct str rest = c->ends;

		assert_true(str_is_utf8(str_of(c->name.zh)));
		assert_true(c->name.en[0] != '\0');
		assert_non_null(class_label(c->class).zh);
		assert_non_null(role_label(c->role).en);
		assert_in_range(c->priority, 1, 5);
		if (role_ends(c->role))
			assert_int_equal(c->priority, 5);
		while (rest.n > 0)
			assert_non_null(code_find(c->format,
						  str_cut(rest, ';', &rest),
						  '1'));
	}
	assert_int_equal(i, 325 + 2 * 313 + 18);
	assert_null(code_at(100000));
}

static void
names_tell_opening_from_closing(void **state)
{
	(void)state;
	assert_string_equal(code_name(STR("cid"), STR("401"), STR("open")).zh,
			    "用户撤防");
	assert_string_equal(code_name(STR("cid"), STR("401"), STR("close")).en,
			    "Armed by user");
	assert_string_equal(code_name(STR("cid"), STR("130"), STR("restore"))
				.zh,
			    "入侵报警恢复");
	assert_string_equal(code_name(STR("cid"), STR("130"), STR("alarm")).zh,
			    "入侵报警");
	assert_null(code_name(STR("cid"), STR("888"), STR("alarm")).zh);
}

static void
families_and_ends(void **state)
{
	const struct code *bh = code_find(STR("sia"), STR("BH"), 0);

	(void)state;
	assert_true(code_ends(bh, STR("BA")) && code_ends(bh, STR("EA")));
	assert_false(code_ends(bh, STR("FA")));
	assert_int_equal(class_family(STR("holdup")), FAMILY_ALARM);
	assert_int_equal(class_family(STR("power")), FAMILY_TECHNICAL);
	assert_int_equal(class_family(STR("arming")), FAMILY_USE);
	assert_int_equal(class_family(STR("test")), FAMILY_NONE);
	assert_string_equal(family_word(FAMILY_ALARM), "alarm");
	assert_str(code_find(STR("cid"), STR("110"), '1')->sia, "FA");
}

/* ---- broken files ---- */

static void
put(const char *folder, const char *name, const char *text)
{
	char path[256];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/codes/%s", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	(void)fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

#define SIA_HEAD                                                        \
	"code,name_en,name_zh,concerns,class,role,pairs_with,priority," \
	"maintenance,fault_grade,note\n"
#define CID_HEAD                                                      \
	"code,name_en,name_zh,concerns,class,restore_pairs,priority," \
	"maintenance,fault_grade,note\n"

/* clang-format off */
static const struct { const char *sia, *cid, *why; } broken[] = {
	{ "x\n", CID_HEAD, "sia_codes.csv, line 1: not the heading" },
	{ SIA_HEAD "BA,a,b,zone,intrusion,alarm,,P2,0,\n", CID_HEAD, "line 2: wrong number of columns" },
	{ SIA_HEAD "\nBA,a,b,zone,burglary,alarm,,P2,0,,\n", CID_HEAD, "line 3: unknown class" },
	{ SIA_HEAD "BA,a,b,zone,intrusion,alert,,P2,0,,\n", CID_HEAD, "unknown role" },
	{ SIA_HEAD "BA,a,b,zone,intrusion,alarm,,P6,0,,\n", CID_HEAD, "priority" },
	{ SIA_HEAD "BA,a,b,zone,intrusion,alarm,,P2,1,,\n", CID_HEAD, "a grade goes with" },
	{ SIA_HEAD "BA,a,b,zone,intrusion,alarm,,P2,x,,\n", CID_HEAD, "maintenance is not" },
	{ SIA_HEAD "BAA,a,b,zone,intrusion,alarm,,P2,0,,\n", CID_HEAD, "two letters" },
	{ SIA_HEAD, CID_HEAD "13,a,b,zone,intrusion,1,P2,0,,\n", "contact_id.csv, line 2: a code has three" },
	{ SIA_HEAD "BA,\xff,b,zone,intrusion,alarm,,P2,0,,\n", CID_HEAD, "not UTF-8" },
	{ SIA_HEAD "BA,a,b,zone,intrusion,alarm,,P2,0,,\nBA,a,b,zone,intrusion,alarm,,P2,0,,\n", CID_HEAD, "twice" },
};
/* clang-format on */

static void
a_broken_table_is_refused_with_its_line(void **state)
{
	char folder[] = "/tmp/anwei-codes-XXXXXX", path[256];
	struct why why = { 0 };

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof(path), "%s/codes", folder);
	assert_int_equal(codes_load(folder, &why), ERR_STORAGE);
	assert_int_equal(mkdir(path, 0700), 0);
	for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
		put(folder, "sia_codes.csv", broken[i].sia);
		put(folder, "contact_id.csv", broken[i].cid);
		put(folder, "cid_to_sia.csv", "cid,qualifier,sia\n");
		assert_int_equal(codes_load(folder, &why), ERR_INVALID);
		print_message("%s\n", why.text[LANG_EN]);
		assert_non_null(strstr(why.text[LANG_EN], broken[i].why));
	}
	put(folder, "sia_codes.csv", SIA_HEAD);
	put(folder, "cid_to_sia.csv", "cid,qualifier,sia\n130,1,BA\n");
	assert_int_equal(codes_load(folder, &why), ERR_INVALID);
	put(folder, "cid_to_sia.csv", "cid,qualifier,sia\n");
	assert_int_equal(codes_load(folder, &why), OK);
	(void)snprintf(path, sizeof(path), "rm -r %s", folder);
	assert_int_equal(system(path), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_codes_say_what_they_say),
		cmocka_unit_test(all_codes_are_whole),
		cmocka_unit_test(names_tell_opening_from_closing),
		cmocka_unit_test(families_and_ends),
		cmocka_unit_test(a_broken_table_is_refused_with_its_line),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
