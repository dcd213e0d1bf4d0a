/* t_checks.c - the rules of registers that their tables cannot say. */
#include "unit.h"

#include <string.h>

#include "estate/estate.h"
#include "org/people.h"
#include "rating/pack.h"
#include "upkeep/stock.h"

/* A row of a register, made from text as an import would. */
struct made {
	const struct reg *reg;
	struct arena a;
	struct task t;
	struct reg_input in;
};

static struct made *
start(struct made *m, const struct reg *r)
{
	struct actor who = { .org = 1 };

	*m = (struct made){ .reg = r };
	m->t = task_open(NULL, &m->a, 0, who);
	m->in = reg_input_new(&m->a, r);
	return m;
}

static void
put(struct made *m, const char *field, const char *text)
{
	assert_int_equal(reg_input_text(&m->t, m->reg, reg_field(m->reg, field),
					str_of(text), &m->in),
			 OK);
}

/* field NULL: the row is good. */
static void
check_at(struct made *m, const char *field, const char *code, int line)
{
	enum err rc;

	m->t.why.n_faults = 0;
	m->t.why.code = OK;
	rc = m->reg->check(&m->t, NULL, m->in.v);
	if (field == NULL && rc == OK)
		return;
	if (field != NULL && rc == ERR_INVALID && m->t.why.n_faults >= 1 &&
	    strcmp(m->t.why.faults[0].field, field) == 0 &&
	    strcmp(m->t.why.faults[0].code, code) == 0)
		return;
	print_error("line %d: %s, %zu faults, first %s\n", line, err_word(rc),
		    m->t.why.n_faults,
		    m->t.why.n_faults > 0 ? m->t.why.faults[0].field : "none");
	_fail(__FILE__, line);
}
#define good(m) check_at((m), NULL, NULL, __LINE__)
#define bad(m, field, code) check_at((m), (field), (code), __LINE__)

static void
a_contract_is_only_stricter(void **state)
{
	static const struct {
		const char *field, *norm, *over, *clause;
	} limits[] = {
		{ "response_general_min", "120", "121", "SVC-6.1.1" },
		{ "repair_general_h", "24", "25", "SVC-6.1.1" },
		{ "response_urgent_min", "30", "31", "SVC-6.1.2" },
		{ "repair_urgent_h", "8", "9", "SVC-6.1.2" },
		{ "response_major_min", "15", "16", "SVC-6.1.3" },
		{ "repair_major_h", "4", "5", "SVC-6.1.3" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(limits); i++) {
		struct made m;

		good(start(&m, &contract_reg));
		put(&m, limits[i].field, "1");
		good(&m);
		put(&m, limits[i].field, limits[i].norm);
		good(&m);
		put(&m, limits[i].field, limits[i].over);
		bad(&m, limits[i].field, "range");
		for (int lang = 0; lang < LANG_N; lang++)
			assert_non_null(strstr(m.t.why.faults[0].text[lang],
					       limits[i].clause));
		arena_release(&m.a);
	}
}

static void
all_loose_limits_are_told_at_once(void **state)
{
	struct made m;

	(void)state;
	start(&m, &contract_reg);
	put(&m, "response_general_min", "500");
	put(&m, "repair_major_h", "12");
	bad(&m, "response_general_min", "range");
	assert_int_equal(m.t.why.n_faults, 2);
	arena_release(&m.a);
}

/* The norm has no limit for arrival: any is good. */
static void
arrival_is_free(void **state)
{
	struct made m;

	(void)state;
	start(&m, &contract_reg);
	put(&m, "arrival_general_min", "1000");
	good(&m);
	arena_release(&m.a);
}

static void
a_credit_code_has_a_check_digit(void **state)
{
	static const char *const wrong[] = {
		"91990000MADEM00013", "91990000MADEM00021",
		"19990000MADEM00010", "91990000MADEMI0010",
		"91990000madem00012", "9199000",
	};
	struct made m;

	(void)state;
	start(&m, &party_reg);
	good(&m);				      /* may be left out */
	put(&m, "credit_code", "91350100M000100Y43"); /* GB 32100, annex */
	good(&m);
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		put(&m, "credit_code", wrong[i]);
		bad(&m, "credit_code", "pattern");
	}
	arena_release(&m.a);
}

static void
staff_are_grown_up(void **state)
{
	static const struct {
		const char *born, *employed;
		bool is_good;
	} cases[] = {
		{ "2000-05-10", "2018-05-10", true },
		{ "2000-05-10", "2018-05-09", false },
		{ "2000-05-10", "2018-04-30", false },
		{ "2000-05-10", "2018-06-01", true },
		{ "2000-02-29", "2018-02-28", false },
		{ "2000-02-29", "2018-03-01", true },
		{ "2020-01-01", "2018-01-01", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct made m;

		start(&m, &staff_reg);
		put(&m, "birth_on", cases[i].born);
		put(&m, "employed_from", cases[i].employed);
		check_at(&m, cases[i].is_good ? NULL : "birth_on", "range",
			 __LINE__);
		arena_release(&m.a);
	}
}

static void
anti_terror_video_is_kept_90_days(void **state)
{
	struct made m;

	(void)state;
	start(&m, &system_reg);
	put(&m, "kind", "video");
	good(&m);
	put(&m, "retention_days", "30");
	good(&m);
	put(&m, "anti_terror", "是");
	bad(&m, "retention_days", "range");
	put(&m, "retention_days", "89");
	bad(&m, "retention_days", "range");
	put(&m, "retention_days", "");
	bad(&m, "retention_days", "range"); /* empty means 30 */
	put(&m, "retention_days", "90");
	good(&m);
	put(&m, "retention_days", "");
	put(&m, "kind", "access"); /* no video, nothing to keep */
	good(&m);
	arena_release(&m.a);
}

/* Without a receiver line the pair is not looked up: no database here. */
static void
a_panel_has_an_account_as_panels_send_it(void **state)
{
	struct made m;

	(void)state;
	start(&m, &panel_reg);
	put(&m, "account", "0Af9");
	good(&m);
	put(&m, "account", "0"); /* conformance test */
	good(&m);
	put(&m, "account", "fedcba9876543210");
	good(&m);
	put(&m, "account", "12G4"); /* as wide as dc09_parse */
	good(&m);
	put(&m, "account", "12-4");
	bad(&m, "account", "pattern");
	put(&m, "account", "12 4");
	bad(&m, "account", "pattern");
	arena_release(&m.a);
}

static void
a_panel_never_holds_its_key(void **state)
{
	struct made m;

	(void)state;
	start(&m, &panel_reg);
	put(&m, "key_ref", "panel-0001");
	good(&m);
	put(&m, "key_ref", "0123456789abcdef0123456789ABCDEF");
	bad(&m, "key_ref", "pattern");
	put(&m, "key_ref", "0123456789abcdef0123456789ABCDEX");
	good(&m);
	arena_release(&m.a);
}

static void
intervals_are_for_paths_in_use(void **state)
{
	struct made m;

	(void)state;
	start(&m, &panel_reg);
	put(&m, "paths", "有线网络、4G");
	put(&m, "interval_ip_s", "60");
	put(&m, "interval_4g_s", "3600");
	good(&m);
	put(&m, "interval_radio_s", "60");
	bad(&m, "interval_radio_s", "path");
	put(&m, "paths", "radio");
	bad(&m, "interval_4g_s", "path");
	assert_int_equal(m.t.why.n_faults, 2);
	arena_release(&m.a);
}

static void
a_national_id_is_digits(void **state)
{
	struct made m;

	(void)state;
	start(&m, &panel_reg);
	put(&m, "gb28181_id", "34020000001320000003");
	good(&m);
	put(&m, "gb28181_id", "3402000000132000000A");
	bad(&m, "gb28181_id", "pattern");
	arena_release(&m.a);
}

static void
adjacent_zones_are_other_numbers(void **state)
{
	static const char *const wrong[] = { "2",   "1,2", "x",	   "1,,3",
					     "1;3", "-1",  "10000" };
	struct made m;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		start(&m, &zone_reg);
		put(&m, "number", "2");
		put(&m, "adjacent", wrong[i]);
		bad(&m, "adjacent", "pattern");
		arena_release(&m.a);
	}
}

static void
a_stream_holds_no_password(void **state)
{
	struct made m;

	(void)state;
	start(&m, &camera_reg);
	put(&m, "stream", "rtsp://10.0.0.6/ch1/main@2");
	good(&m);
	put(&m, "sub_stream", "rtsp://user:word@10.0.0.6/ch1/sub");
	bad(&m, "sub_stream", "pattern");
	put(&m, "sub_stream", "");
	put(&m, "stream", "rtsp://user@10.0.0.6");
	bad(&m, "stream", "pattern");
	arena_release(&m.a);
}

static void
a_supplier_delivers_what_is_bad(void **state)
{
	struct made m;

	(void)state;
	start(&m, &supplier_reg);
	put(&m, "delivered", "5");
	put(&m, "defective", "5");
	put(&m, "late", "0");
	good(&m);
	put(&m, "late", "6");
	bad(&m, "late", "range");
	put(&m, "delivered", "");
	put(&m, "late", "");
	bad(&m, "defective", "range");
	arena_release(&m.a);
}

static int
setup(void **state)
{
	struct why why = { 0 };

	(void)state;
	return packs_load("packs", &why) == OK ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	packs_free();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_contract_is_only_stricter),
		cmocka_unit_test(all_loose_limits_are_told_at_once),
		cmocka_unit_test(arrival_is_free),
		cmocka_unit_test(a_credit_code_has_a_check_digit),
		cmocka_unit_test(staff_are_grown_up),
		cmocka_unit_test(anti_terror_video_is_kept_90_days),
		cmocka_unit_test(a_panel_has_an_account_as_panels_send_it),
		cmocka_unit_test(a_panel_never_holds_its_key),
		cmocka_unit_test(intervals_are_for_paths_in_use),
		cmocka_unit_test(a_national_id_is_digits),
		cmocka_unit_test(adjacent_zones_are_other_numbers),
		cmocka_unit_test(a_stream_holds_no_password),
		cmocka_unit_test(a_supplier_delivers_what_is_bad),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
