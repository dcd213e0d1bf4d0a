/* t_register.c - the register engine: faults, versions, pages, search, and
 * who sees what. */
#include "estate.h"

#include "base/json.h"
#include "kind/find.h"

static enum err
try_add(struct store *s, struct actor who, const char *reg, const char *text,
	struct reg_row *row)
{
	struct task t = people_task(s, TX_WRITE, NOON, who);
	const struct reg *r = reg_find(str_of(reg));
	struct reg_input in;
	enum err rc = reg_input_json(&t, r, str_of(text), &in);

	if (rc == OK)
		rc = reg_create(&t, r, &in, "create", row);
	return people_end(s, &t, rc);
}

static enum err
try_change(struct store *s, struct actor who, const char *reg, int64_t id,
	   int64_t version, const char *text, struct reg_row *row)
{
	struct task t = people_task(s, TX_WRITE, NOON + 1, who);
	const struct reg *r = reg_find(str_of(reg));
	struct reg_input in;
	enum err rc = reg_input_json(&t, r, str_of(text), &in);

	if (rc == OK)
		rc = reg_update(&t, r, id, version, &in, "update", row);
	return people_end(s, &t, rc);
}

static bool
has_fault(const struct store *s, const char *field, const char *code)
{
	for (size_t i = 0; i < s->why.n_faults; i++)
		if (strcmp(s->why.faults[i].field, field) == 0 &&
		    strcmp(s->why.faults[i].code, code) == 0)
			return true;
	return false;
}

static void
faults_name_their_field(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct reg_row row;

	estate_make(s, &e);
	store_fails(s, ERR_INVALID,
		    try_add(s, e.program, "customer", "{}", &row));
	assert_true(has_fault(s, "name", "required"));
	assert_true(has_fault(s, "category", "required"));
	store_fails(s, ERR_UNKNOWN_FIELD,
		    try_add(s, e.program, "customer", "{\"colour\":1}", &row));
	assert_true(has_fault(s, "colour", "unknown"));
	store_fails(s, ERR_INVALID,
		    try_add(s, e.program, "customer",
			    "{\"name\":7,\"category\":\"moon\"}", &row));
	assert_true(has_fault(s, "name", "type"));
	assert_true(has_fault(s, "category", "option"));
	store_fails(s, ERR_JSON,
		    try_add(s, e.program, "customer", "{\"name\":", &row));
	store_fails(s, ERR_INVALID,
		    try_add(s, e.program, "site",
			    "{\"name\":\"x\",\"customer\":\"12345\"}", &row));
	assert_true(has_fault(s, "customer", "ref"));
}

static void
a_value_is_there_once(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct reg_row row;
	static const char again[] =
	    "{\"name\":\"长江银行\",\"category\":\"bank\","
	    "\"key_unit\":\"none\"}";

	estate_make(s, &e);
	store_fails(s, ERR_CONFLICT,
		    try_add(s, e.program, "customer", again, &row));
	assert_true(has_fault(s, "name", "unique"));
	/* Another organisation may have the same. */
	store_ok(s, try_add(s, actor_program(people_org(s)), "customer", again,
			    &row));
}

static void
numbers_run_on(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct reg_row row;
	const struct reg *r = reg_find(STR("customer"));

	estate_make(s, &e);
	store_ok(s, try_add(s, e.program, "customer",
			    "{\"name\":\"乙\",\"category\":\"park\","
			    "\"key_unit\":\"none\"}",
			    &row));
	assert_str(reg_val(r, row.v, "number")->s, "KH2026-00002");
}

static void
an_old_version_is_refused(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct reg_row row;
	const struct reg_row *now;

	estate_make(s, &e);
	store_ok(s, try_change(s, e.program, "customer", e.customer, 1,
			       "{\"category\":\"park\"}", &row));
	assert_int_equal(row.version, 2);
	store_fails(s, ERR_VERSION,
		    try_change(s, e.program, "customer", e.customer, 1,
			       "{\"category\":\"home\"}", &row));
	now = s->why.current;
	assert_non_null(now);
	assert_int_equal(now->version, 2);
	/* The same value again is no change. */
	store_ok(s, try_change(s, e.program, "customer", e.customer, 2,
			       "{\"category\":\"park\"}", &row));
	assert_int_equal(row.version, 2);
}

static void
nothing_is_deleted(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct reg_row row;
	struct task t;
	const struct reg *r = reg_find(STR("staff"));

	estate_make(s, &e);
	t = people_task(s, TX_WRITE, NOON, e.program);
	store_fails(s, ERR_INVALID,
		    people_end(s, &t,
			       reg_retire(&t, r, e.staff, 1, true, STR(" "),
					  &row)));
	t = people_task(s, TX_WRITE, NOON, e.program);
	store_ok(s, people_end(s, &t,
			       reg_retire(&t, r, e.staff, 1, true, STR("离职"),
					  &row)));
	store_fails(s, ERR_STATE,
		    try_change(s, e.program, "staff", e.staff, 0,
			       "{\"department\":\"x\"}", &row));
	t = people_task(s, TX_WRITE, NOON, e.program);
	store_ok(s, people_end(s, &t,
			       reg_retire(&t, r, e.staff, 2, false, STR("复职"),
					  &row)));
	assert_int_equal(row.version, 3);
	assert_int_equal(row.retired_ms, 0);
}

static void
secrets_are_never_told(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct rows rows;
	struct stmt *stmt;

	estate_make(s, &e);
	stmt = ARENA_NEW(&s->a, struct stmt);
	*stmt = (struct stmt){ "all",
			       { "SELECT canon FROM journal",
				 "SELECT canon FROM journal" },
			       0,
			       "test",
			       "test" };
	store_ok(s,
		 db_run(s->db, stmt_add(stmt), NO_ARGS, &s->a, &rows, &s->why));
	assert_true(rows.n >= 3);
	for (size_t i = 0; i < rows.n; i++) {
		const char *canon = arena_cstr(&s->a, rows.v[i].s);

		assert_null(strstr(canon, "argon2"));
		assert_null(strstr(canon, "110101"));
	}
}

/* Devices of the estate, some without a warranty date. */
static void
add_devices(struct store *s, const struct estate *e, int n)
{
	int64_t system = estate_add(
	    s, e->program, "system",
	    ESTATE_TEXT("{\"name\":\"监控\",\"site\":\"%lld\",\"kind\":"
			"\"video\",\"commissioned_on\":\"2024-01-01\"}",
			(long long)e->site));

	for (int i = 0; i < n; i++) {
		const char *warranty = i % 3 == 0 ?
					   "" :
					   ESTATE_TEXT(",\"warranty_to\":"
						       "\"2027-01-%02d\"",
						       1 + i % 7);

		(void)estate_add(
		    s, e->program, "device",
		    ESTATE_TEXT("{\"name\":\"摄像机%d\",\"site\":\"%lld\","
				"\"system\":\"%lld\",\"kind\":\"%s\","
				"\"layer\":\"front\",\"criticality\":"
				"\"core\",\"state\":\"in_use\",\"model\":"
				"\"DS-71%02d\"%s}",
				i, (long long)e->site, (long long)system,
				i % 2 == 0 ? "camera" : "reader", i, warranty));
	}
}

static enum err
page_of(struct store *s, struct actor who, const struct reg *r,
	const struct reg_query *q, struct reg_page *page, int64_t *total)
{
	struct task t = people_task(s, TX_READ, NOON, who);
	enum err rc = reg_list(&t, r, q, page);

	if (rc == OK)
		rc = reg_count(&t, r, q, 1000, total);
	return people_end(s, &t, rc);
}

/* Page by page everything comes once, in order, empty values last. */
static void
walk_pages(struct store *s, struct actor who, struct reg_query q, size_t want)
{
	const struct reg *r = reg_find(STR("device"));
	int64_t seen[64], total;
	struct val last = val_null();
	size_t n = 0;

	for (bool more = true; more;) {
		struct reg_page page;

		store_ok(s, page_of(s, who, r, &q, &page, &total));
		for (size_t i = 0; i < page.n; i++) {
			const struct reg_row *row = &page.rows[i];

			for (size_t k = 0; k < n; k++)
				assert_int_not_equal(seen[k], row->id);
			seen[n++] = row->id;
			q.after_id = row->id;
			q.after = q.sort < 0 ? val_null() : row->v[q.sort];
			if (q.sort >= 0 && n > 1) {
				int d = str_cmp(last.s, q.after.s);

				assert_true(q.after.type == VAL_NULL ||
					    (last.type != VAL_NULL &&
					     (q.descending ? d >= 0 : d <= 0)));
			}
			last = q.after;
		}
		q.has_after = true;
		more = page.more;
	}
	assert_int_equal(n, want);
	assert_int_equal(total, want);
}

static void
pages_give_everything_once(void **state)
{
	struct store *s = store_of(state);
	const struct reg *r = reg_find(STR("device"));
	const char *const sorts[] = { "number", "name", "warranty_to" };
	struct estate e;

	estate_make(s, &e);
	add_devices(s, &e, 25);
	for (int down = 0; down < 2; down++) {
		struct reg_query q = { .limit = 4,
				       .sort = -1,
				       .descending = down != 0 };

		walk_pages(s, e.program, q, 25);
		for (size_t i = 0; i < ARRAY_LEN(sorts); i++) {
			q.sort = (int)reg_field(r, sorts[i]);
			walk_pages(s, e.program, q, 25);
		}
		q.n_filters = 2;
		q.filters[0].field = reg_field(r, "kind");
		q.filters[0].value = val_text(STR("camera"));
		q.filters[1].field = reg_field(r, "state");
		q.filters[1].value = val_text(STR("in_use"));
		walk_pages(s, e.program, q, 13);
	}
}

static void
search_finds_words_and_characters(void **state)
{
	static const struct {
		struct str q;
		int64_t want;
	} rows[] = {
		{ { "摄像", 6 }, 12 },	 { { "像机", 6 }, 12 },
		{ { "机", 3 }, 12 },	 { { "像 摄", 7 }, 12 },
		{ { "DS-7103", 7 }, 1 }, { { "ds 71", 5 }, 12 },
		{ { "门禁", 6 }, 0 },	 { { "摄像 7103", 11 }, 1 },
		{ { "摄机", 6 }, 0 },	 { { "\" OR 1", 6 }, 0 },
	};
	struct store *s = store_of(state);
	const struct reg *r = reg_find(STR("device"));
	struct estate e;

	estate_make(s, &e);
	add_devices(s, &e, 12);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct reg_query q = { .limit = 50,
				       .sort = -1,
				       .q = rows[i].q };
		struct reg_page page;
		int64_t total;

		store_ok(s, page_of(s, e.program, r, &q, &page, &total));
		if (total != rows[i].want)
			print_error("%.*s: %d\n", STR_ARG(rows[i].q),
				    (int)total);
		assert_int_equal(total, rows[i].want);
		assert_int_equal(page.n, rows[i].want);
	}
}

static void
others_see_nothing(void **state)
{
	struct store *s = store_of(state);
	const struct reg *r = reg_find(STR("device"));
	struct reg_query q = { .limit = 50, .sort = -1 };
	struct actor stranger, owner, neighbour;
	struct reg_page page;
	struct reg_row row;
	struct estate e;
	struct task t;
	int64_t total;

	estate_make(s, &e);
	add_devices(s, &e, 3);
	stranger = actor_program(people_org(s));
	owner = neighbour = e.program;
	owner.customer = e.customer;
	neighbour.customer = e.customer + 1;
	store_ok(s, page_of(s, stranger, r, &q, &page, &total));
	assert_int_equal(page.n, 0);
	store_ok(s, page_of(s, owner, r, &q, &page, &total));
	assert_int_equal(page.n, 3);
	store_ok(s, page_of(s, neighbour, r, &q, &page, &total));
	assert_int_equal(page.n + (size_t)total, 0);
	t = people_task(s, TX_READ, NOON, neighbour);
	store_fails(s, ERR_NOT_FOUND,
		    people_end(s, &t,
			       reg_get(&t, reg_find(STR("site")), e.site,
				       &row)));
	t = people_task(s, TX_READ, NOON, stranger);
	store_fails(s, ERR_NOT_FOUND,
		    people_end(s, &t,
			       reg_get(&t, reg_find(STR("customer")),
				       e.customer, &row)));
	t = people_task(s, TX_READ, NOON, owner);
	store_fails(s, ERR_NOT_FOUND, /* staff are not his */
		    people_end(s, &t,
			       reg_get(&t, reg_find(STR("staff")), e.staff,
				       &row)));
}

/* What people type into a sheet, by field. */
static int64_t
read_time(struct store *s, int64_t org, const char *text)
{
	struct task t = people_task(s, TX_READ, NOON, actor_program(org));
	const struct reg *r = reg_find(STR("workorder"));
	struct reg_input in = reg_input_new(&s->a, r);
	size_t f = reg_field(r, "occurred_ms");

	store_ok(s, reg_input_text(&t, r, f, str_of(text), &in));
	store_ok(s, people_end(s, &t, OK));
	return in.v[f].i;
}

static void
times_are_of_the_organisations_zone(void **state)
{
	struct store *s = store_of(state);
	int64_t here = people_org(s), there = 0;
	struct task t = people_task(s, TX_WRITE, NOON, actor_program(0));

	store_ok(s, people_end(s, &t,
			       org_add(&t, STR("UTC"), STR("UTC"), false,
				       &there)));
	for (int again = 0; again < 2; again++) {
		assert_int_equal(read_time(s, there, "2026-03-05 00:30"),
				 INT64_C(1772670600000));
		assert_int_equal(read_time(s, here, "2026-03-05 00:30"),
				 INT64_C(1772670600000) - 8 * HOUR_MS);
	}
}

static void
texts_are_understood(void **state)
{
	static const struct {
		const char *reg, *field, *text;
		int64_t want;
	} rows[] = {
		{ "contract", "amount_fen", "1,234.5", 123450 },
		{ "contract", "amount_fen", "0.07", 7 },
		{ "contract", "repair_general_h", "12", 12 },
	};
	struct store *s = store_of(state);
	struct task t = people_task(s, TX_READ, NOON, actor_program(1));
	const struct reg *contract = reg_find(STR("contract"));
	struct reg_input in;
	size_t f;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		in = reg_input_new(&s->a, contract);
		f = reg_field(contract, rows[i].field);
		assert_int_equal(reg_input_text(&t, contract, f,
						str_of(rows[i].text), &in),
				 OK);
		assert_int_equal(in.v[f].i, rows[i].want);
	}
	f = reg_field(contract, "start_on");
	assert_int_equal(reg_input_text(&t, contract, f, STR("2026年3月5日"),
					&in),
			 OK);
	assert_str(in.v[f].s, "2026-03-05");
	f = reg_field(contract, "scope");
	assert_int_equal(reg_input_text(&t, contract, f,
					STR("入侵报警、视频监控"), &in),
			 OK);
	assert_str(in.v[f].s, "video,intrusion");
	f = reg_field(contract, "amount_fen");
	assert_int_equal(reg_input_text(&t, contract, f, STR("1.234"), &in),
			 ERR_INVALID);
	store_ok(s, people_end(s, &t, OK));
}

/* As when two nodes create it at once: both found the name free. */
static void
the_index_refuses_by_field(void **state)
{
	struct store *s = store_of(state);
	const struct reg *r = reg_find(STR("customer"));
	struct reg_change change = { .op = "create" };
	struct reg_row row, twin;
	struct estate e;
	struct task t;

	estate_make(s, &e);
	t = people_task(s, TX_WRITE, NOON, e.program);
	store_ok(s, reg_get(&t, r, e.customer, &row));
	twin = row;
	twin.id = id_new(NOON);
	twin.v[reg_field(r, "number")] = val_text(STR("KH-other"));
	store_fails(s, ERR_CONFLICT,
		    people_end(s, &t, reg_write(&t, r, NULL, &twin, &change)));
	assert_true(has_fault(s, "name", "unique"));
	assert_false(has_fault(s, "number", "unique"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(faults_name_their_field),
		STORE_TEST(a_value_is_there_once),
		STORE_TEST(numbers_run_on),
		STORE_TEST(an_old_version_is_refused),
		STORE_TEST(nothing_is_deleted),
		STORE_TEST(secrets_are_never_told),
		STORE_TEST(pages_give_everything_once),
		STORE_TEST(search_finds_words_and_characters),
		STORE_TEST(others_see_nothing),
		STORE_TEST(texts_are_understood),
		STORE_TEST(times_are_of_the_organisations_zone),
		STORE_TEST(the_index_refuses_by_field),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
