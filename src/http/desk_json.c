/* desk_json.c - rows of the alarm desk as JSON. */
#include "http/desk_json.h"

#include "base/str.h"
#include "kind/journal.h"
#include "kind/process.h"

static void
value_json(struct jw *j, enum desk_type type, const struct val *v)
{
	if (type == DESK_BOOL)
		jw_bool(j, v->type == VAL_INT && v->i != 0);
	else if (v->type == VAL_NULL)
		jw_null(j);
	else if (type == DESK_ID)
		jw_id(j, v->i);
	else if (type == DESK_TEXT)
		jw_str(j, v->s);
	else
		jw_int(j, v->i);
}

static void
members_json(struct jw *j, const struct desk_col *cols, const struct val *row)
{
	for (size_t i = 0; cols[i].name != NULL; i++) {
		jw_key(j, cols[i].name);
		value_json(j, cols[i].type, &row[i]);
	}
}

void
desk_list_json(struct jw *j, const struct desk_list *list)
{
	jw_key(j, list->name);
	jw_begin(j, '[');
	for (size_t i = 0; i < list->rows.n; i++) {
		jw_begin(j, '{');
		members_json(j, list->cols, rows_at(&list->rows, i));
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

void
desk_counts_json(struct jw *j, const struct desk_counts *n)
{
	const struct {
		const char *name;
		int64_t n;
	} all[] = {
		{ "new", n->fresh },
		{ "handling", n->handling },
		{ "parked", n->parked },
		{ "closing", n->closing },
		{ "escalated", n->escalated },
		{ "test", n->test },
		{ "undecoded", n->undecoded },
		{ "unknown", n->unknown },
		{ "service_modes", n->service_modes },
		{ "faults", n->faults },
		{ "incidents_escalated", n->incidents_escalated },
		{ "incidents_to_tell", n->incidents_to_tell },
		{ "incidents_to_review", n->incidents_to_review },
	};

	jw_key(j, "counts");
	jw_begin(j, '{');
	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		jw_key(j, all[i].name);
		jw_int(j, all[i].n);
	}
	jw_end(j, '}');
}

/* Clocks are sorted by the alarm: the first of this one. */
static size_t
first_of(const struct rows *clocks, int64_t alarm)
{
	size_t from = 0, to = clocks->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (rows_at(clocks, mid)->i < alarm)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

static void
clocks_json(struct jw *j, const struct desk_list *clocks, int64_t alarm)
{
	jw_key(j, "clocks");
	jw_begin(j, '[');
	for (size_t i = first_of(&clocks->rows, alarm);
	     i < clocks->rows.n && rows_at(&clocks->rows, i)->i == alarm; i++) {
		jw_begin(j, '{');
		members_json(j, clocks->cols, rows_at(&clocks->rows, i));
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

void
desk_queue_json(struct jw *j, const struct desk_list *queue,
		const struct desk_list *clocks)
{
	jw_key(j, queue->name);
	jw_begin(j, '[');
	for (size_t i = 0; i < queue->rows.n; i++) {
		const struct val *row = rows_at(&queue->rows, i);

		jw_begin(j, '{');
		members_json(j, queue->cols, row);
		clocks_json(j, clocks, row->i);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

/* Columns of the timeline. */
enum { ID, AT, SOURCE, REG, ROW, BY, BY_NAME, OP, POS, SEAL, CANON };

static void
text_json(struct jw *j, const char *key, const struct js *canon)
{
	const struct js *v = js_member(canon, key);

	if (v == NULL || v->type != JS_TEXT || v->s.n == 0)
		jw_null(j);
	else
		jw_str(j, v->s);
}

static void
event_label(struct jw *j, const struct reg *r, const struct js *canon)
{
	const struct js *event = js_member(canon, "event");

	jw_key(j, "label");
	for (size_t i = 0;
	     r != NULL && r->process != NULL && event != NULL &&
	     event->type == JS_TEXT && r->process->events[i].name != NULL;
	     i++)
		if (str_is(event->s, r->process->events[i].name)) {
			jw_label(j, r->process->events[i].label);
			return;
		}
	jw_null(j);
}

/* New values of the fields that changed: {"field": value}. */
static void
changes_json(struct jw *j, const struct js *canon)
{
	const struct js *changes = js_member(canon, "changes");

	jw_key(j, "changes");
	jw_begin(j, '{');
	for (size_t i = 0; changes != NULL && i < changes->n; i++) {
		const struct js *field = js_member(&changes->in[i], "field");
		const struct js *to = js_member(&changes->in[i], "to");

		if (field == NULL || field->type != JS_TEXT)
			continue;
		jw_key_str(j, field->s);
		if (to == NULL || to->type == JS_NULL)
			jw_null(j);
		else if (to->type == JS_TEXT)
			jw_str(j, to->s);
		else if (to->type == JS_BOOL)
			jw_bool(j, to->i != 0);
		else
			jw_int(j, to->i);
	}
	jw_end(j, '}');
}

static enum err
journal_json(struct task *t, struct jw *j, const struct val *v)
{
	struct js canon;

	TRY(js_parse(journal_what(v[CANON].s), t->a, &canon, &t->why));
	jw_key(j, "event");
	text_json(j, "event", &canon);
	event_label(j, reg_find(v[REG].s), &canon);
	jw_key(j, "from_state");
	text_json(j, "from", &canon);
	jw_key(j, "to_state");
	text_json(j, "to", &canon);
	jw_key(j, "text");
	text_json(j, "reason", &canon);
	changes_json(j, &canon);
	return OK;
}

static void
signal_json(struct jw *j, const struct val *v)
{
	jw_key(j, "event");
	value_json(j, DESK_TEXT, &v[OP]);
	jw_key(j, "label");
	jw_null(j);
	jw_key(j, "from_state");
	jw_null(j);
	jw_key(j, "to_state");
	jw_null(j);
	jw_key(j, "text");
	value_json(j, DESK_TEXT, &v[CANON]);
	jw_key(j, "changes");
	jw_begin(j, '{');
	jw_end(j, '}');
}

enum err
desk_timeline_json(struct task *t, struct jw *j, const struct desk_list *list)
{
	jw_key(j, list->name);
	jw_begin(j, '[');
	for (size_t i = list->rows.n; i > 0; i--) {
		const struct val *v = rows_at(&list->rows, i - 1);

		jw_begin(j, '{');
		for (int k = ID; k < CANON; k++) {
			jw_key(j, list->cols[k].name);
			value_json(j, list->cols[k].type, &v[k]);
		}
		if (str_is(v[SOURCE].s, "signal"))
			signal_json(j, v);
		else
			TRY(journal_json(t, j, v));
		jw_end(j, '}');
	}
	jw_end(j, ']');
	return OK;
}
