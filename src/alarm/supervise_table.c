/* supervise_table.c - panels by id, and the wheel of what is due. */
#include "alarm/supervise_parts.h"

#include <string.h>

/* ---- the wheel ---- */

void
timer_drop(struct timer *t)
{
	if (t->prev == NULL)
		return;
	*t->prev = t->next;
	if (t->next != NULL)
		t->next->prev = t->prev;
	t->prev = NULL;
}

/* Not before the next second; beyond the wheel it is looked at on the way. */
void
timer_put(struct supervise *s, struct timer *t, int64_t at_s)
{
	struct timer **slot;

	timer_drop(t);
	if (at_s <= s->now_s)
		at_s = s->now_s + 1;
	if (at_s > s->now_s + WHEEL_SLOTS - 1)
		at_s = s->now_s + WHEEL_SLOTS - 1;
	slot = &s->wheel[at_s % WHEEL_SLOTS];
	t->next = *slot;
	t->prev = slot;
	if (t->next != NULL)
		t->next->prev = &t->next;
	*slot = t;
}

/* ---- panels by id ---- */

static size_t
slot_of(const struct supervise *s, int64_t id)
{
	uint64_t h = (uint64_t)id * UINT64_C(0x9e3779b97f4a7c15);

	return (size_t)(h >> 20) & (s->cap - 1);
}

struct panel *
panel_find(const struct supervise *s, int64_t id)
{
	size_t at = slot_of(s, id);

	while (s->slots[at] != NULL && s->slots[at]->id != id)
		at = (at + 1) & (s->cap - 1);
	return s->slots[at];
}

struct path *
path_find(const struct supervise *s, int64_t id, enum path_role role)
{
	struct panel *panel = panel_find(s, id);

	return panel == NULL ? NULL : panel->path[role];
}

static void
slot_fill(struct supervise *s, struct panel *panel)
{
	size_t at = slot_of(s, panel->id);

	while (s->slots[at] != NULL)
		at = (at + 1) & (s->cap - 1);
	s->slots[at] = panel;
}

static void
slots_grow(struct supervise *s)
{
	struct panel **old = s->slots;
	size_t n = s->cap;

	s->cap = n * 2;
	s->slots = mem_alloc(s->cap * sizeof(struct panel *));
	memset(s->slots, 0, s->cap * sizeof(struct panel *));
	for (size_t i = 0; i < n; i++)
		if (old[i] != NULL)
			slot_fill(s, old[i]);
	mem_free(old);
}

struct panel *
panel_add(struct supervise *s, int64_t id)
{
	struct panel *panel = mem_alloc(sizeof(*panel));

	memset(panel, 0, sizeof(*panel));
	panel->id = id;
	panel->test.panel = panel;
	panel->test.role = TEST_ROLE;
	panel->clock_diff_ms = SEEN_NONE;
	panel->signal_s = panel->counted_s = s->now_s;
	if (2 * (s->n_panels + 1) > s->cap)
		slots_grow(s);
	slot_fill(s, panel);
	s->n_panels++;
	return panel;
}

/* The ones behind move up, so that a search still finds them. */
void
slot_empty(struct supervise *s, int64_t id)
{
	size_t at = slot_of(s, id);

	while (s->slots[at]->id != id)
		at = (at + 1) & (s->cap - 1);
	s->slots[at] = NULL;
	for (at = (at + 1) & (s->cap - 1); s->slots[at] != NULL;
	     at = (at + 1) & (s->cap - 1)) {
		struct panel *moved = s->slots[at];

		s->slots[at] = NULL;
		slot_fill(s, moved);
	}
	s->n_panels--;
}
