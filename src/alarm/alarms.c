/* alarms.c - what a response does to the alarms of its incident. */
#include "alarm/alarms.h"

#include "alarm/alarm.h"
#include "base/str.h"

enum err
alarms_dispatched(struct task *t, int64_t incident)
{
	const struct reg *r = reg_find(STR("alarm"));
	int by = r == NULL ? -1 : reg_field_find(r, STR("incident"));
	struct reg_query q = { .n_filters = 1, .sort = -1, .limit = LIST_MAX };
	struct reg_page page;

	if (by < 0)
		return OK;
	q.filters[0].field = (size_t)by;
	q.filters[0].value = val_int(incident);
	TRY(reg_list(t, r, &q, &page));
	for (size_t i = 0; i < page.n; i++)
		TRY(alarm_dispatched(t, page.rows[i].id));
	return OK;
}

enum err
alarms_told(struct task *t, int64_t alarm)
{
	return alarm_told(t, alarm);
}
