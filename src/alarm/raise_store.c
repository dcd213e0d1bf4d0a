/* raise_store.c - signals, fates and zones of the raiser. */
#include "alarm/raise_parts.h"

#include "base/str.h"
#include "gen/stmt.h"

enum err
raise_fate(struct task *t, const struct signal *s, enum fate fate,
	   int64_t alarm, const char *reason)
{
	return db_run(t->db, STMT_RAISE_FATE,
		      ARGS(val_int(s->id), val_int(s->org), val_int(t->now_ms),
			   val_text(str_of(fate_word(fate))), val_id(alarm),
			   reason == NULL ? val_null() :
					    val_text(str_of(reason))),
		      NULL, NULL, &t->why);
}

static struct val
text(struct str s)
{
	return s.n == 0 ? val_null() : val_text(s);
}

static struct val
number(int64_t no)
{
	return no == SIGNAL_NONE ? val_null() : val_int(no);
}

/*
 * The raiser's own signals go into the stream here and not through
 * alarm/stream.c: they are part of the transaction that found them.  The id
 * is given in this transaction; the raiser, which alone moves the cursor,
 * reads on only after it, so that none is missed.
 */
enum err
raise_own(struct task *t, const struct signal *about, const char *code,
	  struct str words)
{
	const struct code *c = code_find(STR("own"), str_of(code), '\0');

	must(c != NULL);
	return db_run(t->db, STMT_SIGNAL_INSERT,
		      ARGS(val_int(id_new(t->now_ms)), val_int(about->org),
			   val_int(t->now_ms), val_null(), val_text(STR("own")),
			   val_null(), val_null(), text(about->line),
			   text(about->account), val_null(), val_null(),
			   val_int(0), val_id(about->panel),
			   val_id(about->site), val_id(about->customer),
			   val_null(), val_int(0), val_text(STR("own")),
			   val_text(c->code), val_text(c->role),
			   val_text(c->class), val_int(c->priority),
			   number(about->part_no), number(about->zone_no),
			   number(about->user_no), text(words), val_null(),
			   val_null(), val_text(STR(SIGNAL_DECODED))),
		      NULL, NULL, &t->why);
}

static struct str
str_at(const struct val *v)
{
	return v->type == VAL_TEXT ? v->s : STR("");
}

static int64_t
no_at(const struct val *v)
{
	return v->type == VAL_INT ? v->i : SIGNAL_NONE;
}

static int64_t
id_at(const struct val *v)
{
	return v->type == VAL_INT ? v->i : 0;
}

static void
read_head(const struct val *v, struct signal *s)
{
	s->id = v[0].i;
	s->org = v[1].i;
	s->received_ms = v[2].i;
	s->device_ms = no_at(&v[3]);
	s->source = str_at(&v[4]);
	s->transport = str_at(&v[5]);
	s->peer = str_at(&v[6]);
	s->line = str_at(&v[7]);
	s->account = str_at(&v[8]);
	s->seq = str_at(&v[9]);
	s->token = str_at(&v[10]);
	s->encrypted = v[11].i != 0;
	s->panel = id_at(&v[12]);
	s->site = id_at(&v[13]);
	s->customer = id_at(&v[14]);
	s->part = v[15].i;
}

enum err
raise_signal_get(struct task *t, int64_t id, struct signal *out)
{
	struct rows rows;
	const struct val *v;

	TRY(db_run(t->db, STMT_RAISE_SIGNAL_GET, ARGS(val_int(id)), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return fail(&t->why, ERR_NOT_FOUND, "no such signal",
			    "没有这条信号");
	*out = (struct signal){ 0 };
	v = rows.v;
	read_head(v, out);
	out->format = str_at(&v[16]);
	out->code = str_at(&v[17]);
	out->role = str_at(&v[18]);
	out->class = str_at(&v[19]);
	out->priority = v[20].i;
	out->part_no = no_at(&v[21]);
	out->zone_no = no_at(&v[22]);
	out->user_no = no_at(&v[23]);
	out->text = str_at(&v[24]);
	out->data = str_at(&v[25]);
	out->xdata = str_at(&v[26]);
	out->state = str_at(&v[27]);
	return OK;
}

int64_t
raise_place(const struct signal *s)
{
	if (str_is(s->format, "own") &&
	    str_starts(s->data, STR("path=backup ")))
		return PLACE_BACKUP;
	if (str_is(s->format, "own") && str_is(s->class, "arming") &&
	    s->part_no >= 0)
		return PLACE_PART - s->part_no;
	return s->zone_no;
}

void
raise_event_read(const struct val *v, struct panel_event *out)
{
	*out = (struct panel_event){
		.panel = v[0].i,
		.zone_no = v[1].i,
		.org = v[2].i,
		.site = id_at(&v[3]),
		.part_no = v[4].i,
		.signal = v[5].i,
		.began_ms = v[6].i,
		.alarm = id_at(&v[7]),
		.fault = id_at(&v[8]),
		.mode = id_at(&v[9]),
		.due_ms = id_at(&v[10]),
		.code = v[11].s,
		.format = v[12].s,
		.class = v[13].s,
		.held = id_at(&v[14]),
	};
}

enum err
raise_zone_get(struct task *t, const struct signal *s, struct raise_zone *out)
{
	struct rows rows;

	*out = (struct raise_zone){ .number = s->zone_no };
	out->name = out->principle = out->adjacent = STR("");
	if (s->panel == 0 || s->zone_no == SIGNAL_NONE)
		return OK;
	TRY(db_run(t->db, STMT_RAISE_ZONE,
		   ARGS(val_int(s->org), val_int(s->panel),
			val_int(s->zone_no)),
		   t->a, &rows, &t->why));
	if (rows.n == 0)
		return OK;
	out->id = rows.v[0].i;
	out->name = rows.v[1].s;
	out->principle = str_at(&rows.v[2]);
	out->adjacent = str_at(&rows.v[3]);
	return OK;
}
