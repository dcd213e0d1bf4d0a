/* t_fault.c - trouble becomes a repair order, once, and its restore shows. */
#include "raise.h"

#include "alarm/fault.h"
#include "upkeep/workorder.h"

static const struct stmt newest_fault = {
	"test_fault",
	{ "SELECT id FROM fault WHERE org = $1 ORDER BY id DESC LIMIT 1",
	  "SELECT id FROM fault WHERE org = $1 ORDER BY id DESC LIMIT 1" },
	1,
	"test",
	NULL
};
static int newest_no;

static int64_t
newest(struct store *s, struct raise_site *r)
{
	struct rows rows = { 0 };

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	store_ok(s, db_run(s->db, newest_no, ARGS(val_int(r->e.org)), &s->a,
			   &rows, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	return rows.n == 0 ? 0 : rows.v[0].i;
}

static struct val
fault_val(struct store *s, struct raise_site *r, int64_t id, const char *field)
{
	struct reg_row row = raise_row(s, r, &fault_reg, id);

	return *reg_val(&fault_reg, row.v, field);
}

static struct val
order_val(struct store *s, struct raise_site *r, int64_t id, const char *field)
{
	struct reg_row row = raise_row(s, r, &workorder_reg, id);

	return *reg_val(&workorder_reg, row.v, field);
}

static enum err
step(struct store *s, struct raise_site *r, struct actor who, int64_t id,
     const char *event, const char *reason)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, who);
	struct reg_input in = reg_input_new(&s->a, &fault_reg);
	struct reg_row row;

	return people_end(s, &t,
			  process_step(&t, &fault_reg, id, 0, str_of(event),
				       &in, str_of(reason), &row));
}

static void
a_trouble_proposes_once(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id;

	raise_make(s, &r);
	(void)raise_one(s, &r, "BT", 1); /* zone trouble */
	id = newest(s, &r);
	assert_true(id != 0);
	assert_str(fault_val(s, &r, id, "state").s, "proposed");
	assert_int_equal(fault_val(s, &r, id, "count").i, 1);
	assert_int_equal(fault_val(s, &r, id, "zone").i, r.zone[0]);
	assert_str(fault_val(s, &r, id, "grade").s, "general");
	(void)raise_one(s, &r, "BT", 1);
	assert_int_equal(newest(s, &r), id);
	assert_int_equal(fault_val(s, &r, id, "count").i, 2);
	(void)raise_one(s, &r, "BT", 2); /* another zone */
	assert_true(newest(s, &r) != id);
}

static void
one_step_makes_the_order(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct actor operator;
	int64_t id, order;

	raise_make(s, &r);
	operator=
	    people_actor(r.e.org, people_add(s, r.e.org, "op", "operator"),
			 "operator");
	(void)raise_one(s, &r, "BT", 1);
	id = newest(s, &r);
	store_ok(s, step(s, &r, operator, id, "order", ""));
	assert_str(fault_val(s, &r, id, "state").s, "ordered");
	order = fault_val(s, &r, id, "workorder").i;
	assert_true(order != 0);
	assert_int_equal(order_val(s, &r, order, "fault").i, id);
	assert_int_equal(order_val(s, &r, order, "site").i, r.e.site);
	assert_str(order_val(s, &r, order, "channel").s, "alarm");
	assert_str(order_val(s, &r, order, "grade").s, "general");
	assert_str(order_val(s, &r, order, "state").s, "reported");
	store_fails(s, ERR_STATE, step(s, &r, operator, id, "order", ""));
}

static void
the_restore_shows_on_the_order(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id, again, order;

	raise_make(s, &r);
	(void)raise_one(s, &r, "BT", 1);
	id = newest(s, &r);
	store_ok(s, step(s, &r, r.e.program, id, "order", ""));
	order = fault_val(s, &r, id, "workorder").i;
	(void)raise_one(s, &r, "BJ", 1);
	assert_str(fault_val(s, &r, id, "state").s, "restored");
	assert_int_equal(order_val(s, &r, order, "signal_restored_ms").i,
			 r.now_ms);
	/* Back again while the order is open: no second one. */
	(void)raise_one(s, &r, "BT", 1);
	again = newest(s, &r);
	assert_true(again != id);
	assert_str(fault_val(s, &r, again, "state").s, "ordered");
	assert_int_equal(fault_val(s, &r, again, "workorder").i, order);
	assert_int_equal(order_val(s, &r, order, "signal_restored_ms").type,
			 VAL_NULL);
}

static void
people_dismiss_with_a_reason_only(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct actor operator;
	int64_t id;

	raise_make(s, &r);
	operator=
	    people_actor(r.e.org, people_add(s, r.e.org, "op", "operator"),
			 "operator");
	(void)raise_one(s, &r, "BT", 1);
	id = newest(s, &r);
	store_fails(s, ERR_INVALID, step(s, &r, operator, id, "dismiss", ""));
	store_fails(s, ERR_FORBIDDEN, step(s, &r, operator, id, "restore", ""));
	store_ok(s, step(s, &r, operator, id, "dismiss", "已知，大修中"));
	assert_str(fault_val(s, &r, id, "state").s, "dismissed");
	(void)raise_one(s, &r, "BJ", 1); /* ends nothing any more */
	assert_str(fault_val(s, &r, id, "state").s, "dismissed");
}

static int
setup(void **state)
{
	newest_no = stmt_add(&newest_fault);
	return raise_start(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_trouble_proposes_once),
		STORE_TEST(one_step_makes_the_order),
		STORE_TEST(the_restore_shows_on_the_order),
		STORE_TEST(people_dismiss_with_a_reason_only),
	};

	return cmocka_run_group_tests(tests, setup, raise_stop);
}
