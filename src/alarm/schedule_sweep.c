/* schedule_sweep.c - what a schedule expects next, and what is missing. */
#include "alarm/schedule.h"

#include "gen/stmt.h"

enum err
schedule_changed(struct task *t, int64_t id, const struct val *old,
		 const struct val *row)
{
	(void)old;
	(void)row;
	return db_run(t->db, STMT_SCHEDULE_AGAIN,
		      ARGS(val_int(id), val_int(t->who.org)), t->a, NULL,
		      &t->why);
}
