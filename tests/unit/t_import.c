/* t_import.c - tables into registers and out again, on both databases. */
#include "estate.h"

#include "archive/csv.h"
#include "archive/export.h"
#include "archive/import.h"

struct run {
	enum sheet_format format;
	bool dry_run, all_or_nothing, update;
	enum lang lang;
};
struct result {
	enum err rc;
	struct import_figures f;
	struct str json; /* in the store's arena */
	size_t n_events;
};

static size_t
events_count(const struct task *t)
{
	size_t n = 0;

	for (const struct event *e = t->events; e != NULL; e = e->next) {
		assert_string_equal(e->op, "import");
		n++;
	}
	return n;
}

/* One chunk as the write lane would do it. */
static enum err
apply_one(struct store *s, struct actor who, struct import *x,
	  struct result *out)
{
	struct task t = people_task(s, TX_WRITE, NOON, who);
	enum err rc = import_apply(x, &t);

	s->why = t.why;
	rc = db_end(s->db, rc, &s->why);
	if (rc == OK)
		out->n_events += events_count(&t);
	return import_settle(x, rc, &s->why);
}

static struct result
import_src(struct store *s, struct actor who, const char *reg, struct run run,
	   struct sheet_src src)
{
	struct import_conf conf = { .reg = reg_find(str_of(reg)),
				    .format = run.format,
				    .lang = run.lang,
				    .dry_run = run.dry_run,
				    .all_or_nothing = run.all_or_nothing,
				    .update = run.update };
	struct result r = { 0 };
	struct buf b = buf_open(8 << 20);
	struct jw j = jw_open(&b);
	struct import *x;
	bool more = true;

	r.rc = import_open(&src, &conf, &s->a, &x, &s->why);
	while (r.rc == OK && more) {
		r.rc = import_fill(x, &more, &s->why);
		if (r.rc == OK && more)
			r.rc = apply_one(s, who, x, &r);
	}
	if (x != NULL) {
		r.f = import_figures(x);
		import_json(x, &j);
	}
	r.json = arena_str(&s->a, buf_str(&b));
	buf_release(&b);
	import_close(&x);
	return r;
}

static struct result
import_text(struct store *s, struct actor who, const char *reg, struct run run,
	    const char *text)
{
	return import_src(s, who, reg, run,
			  (struct sheet_src){ .bytes = str_of(text) });
}

#define expect(r, good_, created_, updated_, bad_)                \
	do {                                                      \
		if ((r).rc != OK)                                 \
			print_error("%s\n", s->why.text[1]);      \
		else if ((r).f.bad != (bad_))                     \
			print_error("%.*s\n", STR_ARG((r).json)); \
		assert_int_equal((r).rc, OK);                     \
		assert_int_equal((r).f.good, (good_));            \
		assert_int_equal((r).f.created, (created_));      \
		assert_int_equal((r).f.updated, (updated_));      \
		assert_int_equal((r).f.bad, (bad_));              \
	} while (0)

static int64_t
rows_of(struct store *s, struct actor who, const char *reg)
{
	struct task t = people_task(s, TX_READ, NOON, who);
	struct reg_query q = { .sort = -1, .limit = 1 };
	int64_t n = 0;

	store_ok(s, people_end(s, &t,
			       reg_count(&t, reg_find(str_of(reg)), &q, 10000,
					 &n)));
	return n;
}

/* The whole register as a table, in the store's arena. */
static struct str
export_text(struct store *s, struct actor who, const char *reg,
	    enum sheet_format format, enum lang lang)
{
	struct reg_query q = { .sort = -1 };
	struct export *x;
	struct sheet_src src = { 0 };
	bool more = true;
	int64_t n;
	char *p;

	store_ok(s, sheet_temp("", &src.fd, &s->why));
	store_ok(s, export_open(reg_find(str_of(reg)), format, lang, src.fd,
				&s->a, &x, &s->why));
	while (more) {
		struct task t = people_task(s, TX_READ, NOON, who);

		store_ok(s, people_end(s, &t, export_page(x, &t, &q, &more)));
	}
	store_ok(s, export_finish(&x, &s->why));
	n = sheet_src_size(&src);
	p = arena_alloc(&s->a, (size_t)n);
	assert_int_equal(sheet_src_read(&src, 0, p, (size_t)n), n);
	assert_int_equal(close(src.fd), 0);
	return (struct str){ p, (size_t)n };
}

static bool
holds(struct str s, const char *text)
{
	return memmem(s.p, s.n, text, strlen(text)) != NULL;
}

#define CUSTOMERS                                                                 \
	"用户单位名称,类别,治安保卫重点单位类别,联系电话\n" \
	"甲银行,bank,none,010-1\n"                                             \
	",bank,none,\n"                                                           \
	"丙公司,月球,none,打不通\n"                                       \
	"丁\xff,bank,none,\n"                                                    \
	"甲银行,bank,none,\n"                                                  \
	"戊公司,bank,none,,多余\n"                                           \
	"=己公司,bank,none,+86 10 1\n"

static void
good_rows_are_not_lost(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct result r =
	    import_text(s, who, "customer", (struct run){ 0 }, CUSTOMERS);

	expect(r, 2, 2, 0, 5);
	assert_int_equal(r.f.rows, 7);
	assert_int_equal(r.n_events, 2);
	assert_int_equal(rows_of(s, who, "customer"), 2);
	assert_true(holds(r.json, "{\"line\":3,\"column\":\"用户单位名称\","
				  "\"field\":\"name\",\"value\":\"\","
				  "\"code\":\"required\""));
	assert_true(holds(r.json, "\"line\":4,\"column\":\"类别\",\"field\":"
				  "\"category\",\"value\":\"月球\",\"code\":"
				  "\"option\""));
	assert_true(holds(r.json, "\"line\":5,\"column\":\"用户单位名称\","
				  "\"field\":null,\"value\":null,\"code\":"
				  "\"encoding\""));
	assert_true(holds(r.json, "\"line\":6,\"column\":\"用户单位名称\","
				  "\"field\":\"name\",\"value\":\"甲银行\","
				  "\"code\":\"unique\""));
	assert_true(holds(r.json, "\"line\":7,\"column\":5,\"field\":null,"
				  "\"value\":\"多余\",\"code\":\"columns\""));
	assert_true(holds(r.json, "\"errors_cut\":false"));
}

/* The list of bad rows, mended, goes in as it is. */
static void
rejected_rows_come_back(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct result r = import_text(s, who, "customer", (struct run){ 0 },
				      "Name,Category,key_unit\n"
				      "A,moon,none\n");
	struct js j;

	expect(r, 0, 0, 0, 1);
	store_ok(s, js_parse(r.json, &s->a, &j, &s->why));
	assert_true(str_is(js_member(&j, "rejected_csv")->s,
			   "\xef\xbb\xbf"
			   "Name,Category,key_unit,错误\r\n"
			   "A,moon,none,类别：“moon”不在可选项中\r\n"));
	r = import_text(s, who, "customer", (struct run){ 0 },
			"\xef\xbb\xbf"
			"Name,Category,key_unit,错误\r\n"
			"A,bank,none,类别：“moon”不在可选项中\r\n");
	expect(r, 1, 1, 0, 0);
}

static void
a_dry_run_writes_nothing(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct result dry =
	    import_text(s, who, "customer", (struct run){ .dry_run = true },
			CUSTOMERS);
	struct result wet;

	expect(dry, 2, 2, 0, 5);
	assert_int_equal(dry.n_events, 0);
	assert_int_equal(rows_of(s, who, "customer"), 0);
	wet = import_text(s, who, "customer", (struct run){ 0 }, CUSTOMERS);
	expect(wet, 2, 2, 0, 5);
}

static void
all_or_nothing(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct run whole = { .all_or_nothing = true };
	struct result r = import_text(s, who, "customer", whole, CUSTOMERS);

	expect(r, 2, 0, 0, 5);
	assert_int_equal(r.n_events, 0);
	assert_int_equal(rows_of(s, who, "customer"), 0);
	r = import_text(s, who, "customer", whole,
			"name,category,key_unit\na,bank,none\nb,bank,none\n");
	expect(r, 2, 2, 0, 0);
	assert_int_equal(r.n_events, 2);
	assert_int_equal(rows_of(s, who, "customer"), 2);
}

static void
too_much_for_all_or_nothing(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct buf b = buf_open(16 << 20);
	struct result r;

	buf_puts(&b, "name,category,key_unit\n");
	for (int i = 0; i <= IMPORT_WHOLE_ROWS_MAX; i++)
		buf_puts(&b, "a,bank,none\n");
	r = import_src(s, who, "customer",
		       (struct run){ .all_or_nothing = true },
		       (struct sheet_src){ .bytes = buf_str(&b) });
	assert_int_equal(r.rc, ERR_TOO_BIG);
	buf_release(&b);
}

static void
headings(void **state)
{
	static const struct {
		const char *head;
		enum err rc;
	} cases[] = {
		{ "name,category,key_unit", OK },
		{ "Name, Category *,key_unit,", OK },
		{ "用户单位名称,类别,治安保卫重点单位类别", OK },
		{ "name,category,key_unit,colour", ERR_INVALID },
		{ "name,name,category,key_unit", ERR_INVALID },
		{ "name,key_unit", ERR_INVALID },
		{ "", ERR_INVALID },
	};
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct result r =
		    import_text(s, who, "customer",
				(struct run){ .dry_run = true }, cases[i].head);

		assert_int_equal(r.rc, cases[i].rc);
	}
}

static void
rows_are_updated_by_number(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct run update = { .update = true };
	struct result r;
	struct str csv;

	r = import_text(s, who, "customer", (struct run){ 0 },
			"number,name,category,key_unit,phone,address\n"
			"K1,a,bank,none,1,x\nK2,b,bank,none,2,y\n");
	expect(r, 2, 2, 0, 0);
	r = import_text(s, who, "customer", (struct run){ 0 },
			"number,name,category,key_unit\nK1,c,bank,none\n");
	expect(r, 0, 0, 0, 1);
	r = import_text(s, who, "customer", update,
			"number,name,phone\nK1,a1,\nK2,b,2\nK3,c,\n");
	/* K3 is new, and lacks what a new one needs */
	expect(r, 2, 0, 1, 1);
	r = import_text(s, who, "customer", update,
			"number,name,category,key_unit\nK3,c,bank,none\n"
			"K3,c1,bank,none\n");
	expect(r, 2, 1, 1, 0);
	csv = export_text(s, who, "customer", SHEET_CSV, LANG_EN);
	assert_true(holds(csv, "K1,a1,"));
	assert_true(holds(csv, ",x,,,,"));
	assert_true(holds(csv, "K3,c1,"));
	r = import_text(s, who, "customer",
			(struct run){ .update = true, .dry_run = true },
			"number,name,category,key_unit\nK4,d,bank,none\n"
			"K4,d1,bank,none\nK1,a2,bank,none\n");
	expect(r, 3, 1, 2, 0);
	r = import_text(s, who, "customer", update, "category\nbank\n");
	assert_int_equal(r.rc, ERR_INVALID);
}

static struct buf
device_tree(int n)
{
	struct buf b = buf_open(16 << 20);

	buf_puts(&b, "number,name,site,system,parent,kind,layer,criticality,"
		     "state\n");
	for (int i = 0; i < n; i++)
		buf_printf(&b,
			   "D%05d,dev %d,中山路支行,S1,%s,recorder,back,"
			   "core,in_use\n",
			   i, i,
			   i == 0     ? "" :
			   i % 2 == 0 ? "D00000" :
					"dev 0");
	return b;
}

/* Rows name earlier rows of the same file, more than a chunk away. */
static void
trees_come_in_one_file(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct buf b = device_tree(IMPORT_CHUNK_ROWS * 2 + 50);
	struct sheet_src src = { .bytes = buf_str(&b) };
	struct result r;

	estate_make(s, &e);
	(void)estate_add(s, e.program, "system",
			 ESTATE_TEXT("{\"name\":\"S1\",\"site\":\"%lld\","
				     "\"kind\":\"video\"}",
				     (long long)e.site));
	r = import_src(s, e.program, "device", (struct run){ .dry_run = true },
		       src);
	expect(r, 450, 450, 0, 0);
	r = import_src(s, e.program, "device", (struct run){ 0 }, src);
	expect(r, 450, 450, 0, 0);
	r = import_src(s, e.program, "device", (struct run){ .update = true },
		       src);
	expect(r, 450, 0, 0, 0);
	buf_release(&b);
}

static void
twice_in_a_file_is_seen_by_a_dry_run(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct buf b = buf_open(1 << 20);
	struct result r;

	buf_puts(&b, "name,category,key_unit\n");
	for (int i = 0; i < 300; i++)
		buf_printf(&b, "c%d,bank,none\n", i % 299);
	r = import_src(s, who, "customer", (struct run){ .dry_run = true },
		       (struct sheet_src){ .bytes = buf_str(&b) });
	expect(r, 299, 299, 0, 1);
	buf_release(&b);
}

/* A rule that only the database knows: the row fails after the checks, and on
 * PostgreSQL nothing goes on without a savepoint. */
static void
a_row_that_fails_while_it_is_written_fails_alone(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct result r;

	store_ok(s, db_script(s->db,
			      "CREATE UNIQUE INDEX test_ix ON customer (org, "
			      "address)",
			      &s->why));
	r = import_text(s, who, "customer", (struct run){ 0 },
			"name,category,key_unit,address\n"
			"a,bank,none,x\nb,bank,none,y\nc,bank,none,x\n"
			"d,moon,none,z\ne,bank,none,z\n");
	expect(r, 3, 3, 0, 2);
	assert_int_equal(r.n_events, 3);
	assert_int_equal(rows_of(s, who, "customer"), 3);
	assert_true(holds(r.json, "\"line\":4,\"column\":null,\"field\":null,"
				  "\"value\":null,\"code\":\"conflict\""));
}

static void
errors_are_cut(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct buf b = buf_open(1 << 20);
	struct result r;

	buf_puts(&b, "name,category,key_unit\n");
	for (int i = 0; i < IMPORT_ERRORS_MAX + 1; i++)
		buf_puts(&b, "x,moon,none\n");
	r = import_src(s, who, "customer", (struct run){ 0 },
		       (struct sheet_src){ .bytes = buf_str(&b) });
	assert_int_equal(r.f.bad, IMPORT_ERRORS_MAX + 1);
	assert_true(holds(r.json, "\"errors_cut\":true"));
	buf_release(&b);
}

static void
who_may_not_edit_imports_nothing(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));
	struct result r;

	who.may = MAY_BIT(MAY_READ_CUSTOMERS) | MAY_BIT(MAY_IMPORT);
	r = import_text(s, who, "customer", (struct run){ 0 },
			"name,category,key_unit\na,bank,none\n");
	assert_int_equal(r.rc, ERR_FORBIDDEN);
	assert_null(s->why.faults); /* the import's memory is gone */
	r = import_text(s, actor_program(who.org), "workorder",
			(struct run){ 0 }, "site\nx\n");
	assert_int_equal(r.rc, ERR_STATE);
}

/* Text that tables like to break. */
static struct str
nasty_text(struct store *s, unsigned seed)
{
	static const char *const parts[] = {
		"=1+1",	   "'",	  "\"",	  ",",	 ";",	 "、",
		"-",	   "+",	  "@",	  " a",	 "甲",	 "㛃𠮷",
		"_x0041_", "<&>", "0012", "1e5", "TRUE", "：",
	};
	struct buf b = buf_open(400);
	struct str out;

	for (unsigned i = 0; i < 1 + seed % 5; i++) {
		seed = seed * 1103515245u + 12345u;
		buf_puts(&b, parts[(seed >> 16) % ARRAY_LEN(parts)]);
	}
	out = arena_str(&s->a, str_trim(buf_str(&b)));
	buf_release(&b);
	return out;
}

static void
nasty_customers(struct store *s, const struct estate *e, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		struct buf b = buf_open(4096);
		struct jw j = jw_open(&b);

		jw_begin(&j, '{');
		jw_key(&j, "name");
		jw_str(&j, arena_printf(&s->a, "%.*s %u",
					STR_ARG(nasty_text(s, i)), i));
		jw_key(&j, "category");
		jw_text(&j, "bank");
		jw_key(&j, "key_unit");
		jw_text(&j, "none");
		jw_key(&j, "address");
		jw_str(&j, nasty_text(s, i + 1000));
		jw_key(&j, "state_secret");
		jw_bool(&j, i % 2 == 0);
		jw_key(&j, "note");
		jw_str(&j, arena_printf(&s->a, "%.*s\n =x\r\n\t%u ",
					STR_ARG(nasty_text(s, i + 2000)), i));
		jw_end(&j, '}');
		(void)estate_add(s, e->program, "customer",
				 arena_cstr(&s->a, buf_str(&b)));
		buf_release(&b);
	}
}

static void
typed_rows(struct store *s, const struct estate *e)
{
	(void)estate_add(s, e->program, "party",
			 "{\"name\":\"=甲, "
			 "乙\",\"roles\":[\"supplier\",\"buyer\"],"
			 "\"capital_fen\":123456789}");
	for (int i = 0; i < 2; i++)
		(void)estate_add(
		    s, e->program, "site",
		    ESTATE_TEXT("{\"name\":\"同名场所\",\"customer\":"
				"\"%lld\",\"kind\":\"bank\",\"level\":"
				"\"ordinary\",\"address\":\"-%d\","
				"\"longitude_e6\":-116397128}",
				(long long)e->customer, i));
}

/* What was exported changes nothing when it comes back, in each format and
 * language; and in another organisation it makes the same table. */
static void
export_then_import_is_the_identity(void **state)
{
	static const char *const regs[] = { "party", "customer", "site",
					    "staff" };
	struct store *s = store_of(state);
	struct estate e;
	struct actor other;

	estate_make(s, &e);
	nasty_customers(s, &e, 60);
	typed_rows(s, &e);
	other = actor_program(people_org(s));
	for (size_t i = 0; i < 4 * ARRAY_LEN(regs); i++) {
		const char *reg = regs[i / 4];
		struct run run = { .format = i % 4 < 2 ? SHEET_CSV : SHEET_XLSX,
				   .lang = i % 2 == 0 ? LANG_ZH : LANG_EN,
				   .update = true };
		int64_t n = rows_of(s, e.program, reg);
		struct sheet_src src = { .bytes = export_text(s, e.program, reg,
							      run.format,
							      run.lang) };
		struct result r;

		assert_true(n > 0);
		r = import_src(s, e.program, reg, run, src);
		expect(r, n, 0, 0, 0);
		r = import_src(s, other, reg, run, src);
		expect(r, n, i % 4 == 0 ? n : 0, 0, 0);
	}
}

/* All headings of every register lead back to their field. */
static void
templates_are_importable(void **state)
{
	struct store *s = store_of(state);
	struct actor who = actor_program(people_org(s));

	for (size_t i = 0; registers[i] != NULL; i++) {
		for (int k = 0; k < 4; k++) {
			struct run run = { .format = (enum sheet_format)(k / 2),
					   .lang = (enum lang)(k % 2) };
			struct sheet_src src = { 0 };
			struct result r;

			if (registers[i]->process != NULL)
				continue;
			store_ok(s, sheet_temp("", &src.fd, &s->why));
			store_ok(s, export_template(registers[i], run.format,
						    run.lang, src.fd, &s->a,
						    &s->why));
			r = import_src(s, who, registers[i]->name, run, src);
			expect(r, 0, 0, 0, 0);
			assert_int_equal(close(src.fd), 0);
		}
	}
}

/* What does not hang on the database. */
#define SQLITE_TEST(f) STORE_ONE(f, "(sqlite)", store_setup, DB_SQLITE)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(good_rows_are_not_lost),
		SQLITE_TEST(rejected_rows_come_back),
		STORE_TEST(a_dry_run_writes_nothing),
		STORE_TEST(all_or_nothing),
		SQLITE_TEST(too_much_for_all_or_nothing),
		SQLITE_TEST(headings),
		STORE_TEST(rows_are_updated_by_number),
		STORE_TEST(trees_come_in_one_file),
		SQLITE_TEST(twice_in_a_file_is_seen_by_a_dry_run),
		STORE_TEST(a_row_that_fails_while_it_is_written_fails_alone),
		SQLITE_TEST(errors_are_cut),
		SQLITE_TEST(who_may_not_edit_imports_nothing),
		STORE_TEST(export_then_import_is_the_identity),
		SQLITE_TEST(templates_are_importable),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
