/* t_process.c - the laws that every edge table keeps. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "kind/process.h"

typedef void law(const struct process *p);

static void
each_process(law *test)
{
	size_t n = 0;

	for (; processes[n] != NULL; n++)
		test(processes[n]);
	assert_true(n > 0);
}

static int
n_states(const struct process *p)
{
	int n = 0;

	while (p->states[n].name != NULL)
		n++;
	return n;
}

static bool
leaves(const struct process *p, const struct edge *e, int state)
{
	if (e->from == FROM_ANY_OPEN)
		return !p->states[state].final;
	return e->from == state;
}

static void
edges_differ(const struct process *p)
{
	for (size_t i = 0; i < p->n_edges; i++)
		for (size_t k = i + 1; k < p->n_edges; k++) {
			const struct edge *a = &p->edges[i], *b = &p->edges[k];
			bool same = a->from == b->from && a->on == b->on;

			if (same)
				print_error("%s: edges %zu and %zu\n", p->name,
					    i, k);
			assert_false(same);
		}
}

static void
edges_are_unique(void **state)
{
	(void)state;
	each_process(edges_differ);
}

static void
walk_all(const struct process *p)
{
	bool reached[64] = { false };
	int n = n_states(p);

	for (int pass = 0; pass < n; pass++)
		for (size_t i = 0; i < p->n_edges; i++) {
			const struct edge *e = &p->edges[i];

			if (e->to == TO_SAME)
				continue;
			if (e->from == FROM_NOTHING ||
			    (e->from >= 0 && reached[e->from]))
				reached[e->to] = true;
		}
	for (int s = 0; s < n; s++) {
		if (!reached[s])
			print_error("%s: %s is never reached\n", p->name,
				    p->states[s].name);
		assert_true(reached[s]);
	}
}

static void
all_states_are_reached(void **state)
{
	(void)state;
	each_process(walk_all);
}

/* From every open state some path leads to a final one. */
static void
way_out(const struct process *p)
{
	bool out[64] = { false };
	int n = n_states(p);

	for (int s = 0; s < n; s++)
		out[s] = p->states[s].final;
	for (int pass = 0; pass < n; pass++)
		for (size_t i = 0; i < p->n_edges; i++) {
			const struct edge *e = &p->edges[i];

			if (e->from >= 0 && e->to >= 0 && out[e->to])
				out[e->from] = true;
		}
	for (int s = 0; s < n; s++) {
		if (!out[s])
			print_error("%s: no way out of %s\n", p->name,
				    p->states[s].name);
		assert_true(out[s]);
	}
}

static void
every_open_state_has_a_way_out(void **state)
{
	(void)state;
	each_process(way_out);
}

static void
final_is_final(const struct process *p)
{
	for (int s = 0; s < n_states(p); s++)
		for (size_t i = 0; i < p->n_edges; i++)
			assert_false(p->states[s].final &&
				     leaves(p, &p->edges[i], s));
}

static void
nothing_leaves_a_final_state(void **state)
{
	(void)state;
	each_process(final_is_final);
}

/* Every word of an edge's inputs is a field, or the journal's reason. */
static void
inputs_exist(const struct process *p)
{
	const struct reg *r = reg_find(str_of(p->name));

	assert_non_null(r);
	for (size_t i = 0; i < p->n_edges; i++) {
		struct str rest = str_of(p->edges[i].in);

		while (rest.n > 0) {
			struct str one = str_cut(rest, ' ', &rest);

			if (one.n > 0 && one.p[one.n - 1] == '!')
				one.n--;
			if (reg_field_find(r, one) < 0 &&
			    !str_is(one, "reason"))
				print_error("%s: %.*s\n", p->name,
					    STR_ARG(one));
			assert_true(reg_field_find(r, one) >= 0 ||
				    str_is(one, "reason"));
		}
	}
}

static void
inputs_are_fields(void **state)
{
	(void)state;
	each_process(inputs_exist);
}

static void
denied_by_default(const struct process *p)
{
	for (size_t i = 0; i < p->n_edges; i++)
		assert_true(p->edges[i].may > MAY_ANYONE &&
			    p->edges[i].may < MAY_N);
}

static void
every_edge_names_a_permission(void **state)
{
	(void)state;
	each_process(denied_by_default);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edges_are_unique),
		cmocka_unit_test(all_states_are_reached),
		cmocka_unit_test(every_open_state_has_a_way_out),
		cmocka_unit_test(nothing_leaves_a_final_state),
		cmocka_unit_test(inputs_are_fields),
		cmocka_unit_test(every_edge_names_a_permission),
	};

	registers_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
