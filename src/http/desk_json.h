/* desk_json.h - rows of the alarm desk as JSON. */
#ifndef HTTP_DESK_JSON_H
#define HTTP_DESK_JSON_H

#include "alarm/desk.h"
#include "base/json.h"

/* The member list->name: an array of objects. */
void desk_list_json(struct jw *j, const struct desk_list *list);
void desk_counts_json(struct jw *j, const struct desk_counts *n);
/* "alarms", each with its "clocks". */
void desk_queue_json(struct jw *j, const struct desk_list *queue,
		     const struct desk_list *clocks);
/* "timeline": newest last, from journal, entries and signals. */
MUST_CHECK enum err
desk_timeline_json(struct task *t, struct jw *j, const struct desk_list *list);

#endif
