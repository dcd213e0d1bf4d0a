/*
 * supervise_day.c - what a day's row counts: seconds up and down, of the
 * paths and of the whole panel, and periodic tests.
 *
 * Time goes into the sums of a panel before anything of it changes and when
 * its row is taken, so that each second is counted in the state that it had.
 */
#include "alarm/supervise_parts.h"
#include "base/time.h"

bool
ids_have(const int64_t *ids, size_t n, int64_t id)
{
	while (n > 1) {
		size_t half = n / 2;

		ids += ids[half] <= id ? half : 0;
		n -= half;
	}
	return n == 1 && ids[0] == id;
}

/* Is one of its paths in this state? */
static bool
any_path(const struct panel *panel, enum path_state state)
{
	for (int i = 0; i < PATH_ROLE_N; i++)
		if (panel->path[i] != NULL && panel->path[i]->state == state)
			return true;
	return false;
}

/* Tests are expected while the panel is supervised: so many thousandths of
 * one; of a silence each whole interval is one more that did not come. */
static void
count_tests(struct panel *panel, int64_t elapsed_s)
{
	struct path_sums *sums = &panel->path[PATH_MAIN]->sums;
	int64_t interval_s = panel->test_interval_s;

	if (interval_s == 0 || panel->path[PATH_MAIN]->state == PATH_WAITING)
		return;
	panel->due_rest += elapsed_s * 1000;
	sums->tests_due_milli += panel->due_rest / interval_s;
	panel->due_rest %= interval_s;
	if (!panel->test_missing)
		return;
	panel->missed_rest += elapsed_s;
	sums->tests_missed += panel->missed_rest / interval_s;
	panel->missed_rest %= interval_s;
}

void
day_missed(struct panel *panel)
{
	panel->missed_rest = 0;
	if (!panel->in_service)
		panel->path[PATH_MAIN]->sums.tests_missed++;
}

void
day_count(struct supervise *s, struct panel *panel)
{
	int64_t elapsed_s = s->now_s - panel->counted_s;
	struct path *main = panel->path[PATH_MAIN];

	panel->counted_s = s->now_s;
	if (elapsed_s <= 0 || main == NULL)
		return;
	if (panel->in_service) {
		main->sums.service_s += elapsed_s;
		return;
	}
	for (int i = 0; i < PATH_ROLE_N; i++) {
		struct path *p = panel->path[i];

		if (p != NULL && p->state == PATH_UP)
			p->sums.up_s += elapsed_s;
		else if (p != NULL && p->state == PATH_OVERDUE)
			p->sums.down_s += elapsed_s;
	}
	if (any_path(panel, PATH_UP))
		main->sums.online_s += elapsed_s;
	else if (any_path(panel, PATH_OVERDUE) &&
		 !any_path(panel, PATH_ELSEWHERE))
		main->sums.offline_s += elapsed_s;
	count_tests(panel, elapsed_s);
}

void
day_take(struct supervise *s, struct path *p, struct path_now *out)
{
	day_count(s, p->timer.panel);
	out->sums = p->sums;
	out->counted_s = s->now_s - p->row_s;
	p->sums = (struct path_sums){ 0 };
	p->row_s = s->now_s;
}

/* The row could not be written. */
void
day_back(struct path *p, const struct path_now *row)
{
	const struct path_sums *b = &row->sums;
	struct path_sums *a = &p->sums;

	a->heartbeats += b->heartbeats;
	a->frames += b->frames;
	a->gaps += b->gaps;
	a->repeats += b->repeats;
	a->up_s += b->up_s;
	a->down_s += b->down_s;
	a->online_s += b->online_s;
	a->offline_s += b->offline_s;
	a->service_s += b->service_s;
	a->tests_due_milli += b->tests_due_milli;
	a->tests_missed += b->tests_missed;
	p->row_s -= row->counted_s;
}

void
supervise_service(struct supervise *s, const int64_t *panels, size_t n)
{
	pthread_mutex_lock(&s->lock);
	for (size_t i = 0; i < s->cap; i++) {
		struct panel *panel = s->slots[i];
		bool now = panel != NULL && ids_have(panels, n, panel->id);

		if (panel == NULL || panel->in_service == now)
			continue;
		day_count(s, panel);
		panel->in_service = now;
	}
	pthread_mutex_unlock(&s->lock);
}
