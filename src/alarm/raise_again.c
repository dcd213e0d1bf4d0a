/*
 * raise_again.c - signals that were unknown or unreadable, judged once more:
 * their account has a panel by now, or a rule reads their code.
 *
 * The signal itself stays as it came.  What is read from its bytes now is a
 * new signal with the time of now, so that the rules judge it as any other;
 * signal_fate.again_of says of which, and its text when that was received.
 * All of it in the raiser's transaction, as its own signals are (raise_own).
 */
#include "alarm/raise_parts.h"

#include "alarm/decode.h"
#include "alarm/directory.h"
#include "base/rnd.h"
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "kind/secret.h"

/* A row of raise_again_due. */
struct due {
	int64_t signal, org;
	struct str raw;
};

enum {
	A_PANEL,
	A_SITE,
	A_CUSTOMER,
	A_TEMPLATE,
	A_DIALECT,
	A_OFFSET,
	A_LINE,
	A_BACKUP_LINE,
	A_KEY_REF,
	A_ENCRYPTION
};

/* What is known of the sender by now; v NULL: no panel has the account. */
struct sender {
	const struct val *v;
	struct dc09 f;
	struct overrides *rules;
};

static struct str
text_at(const struct val *v)
{
	return v->type == VAL_TEXT ? v->s : STR("");
}

static bool
line_is(const struct val *v, struct line_no want)
{
	struct line_no no;

	return line_parse(text_at(v), &no) && no.receiver == want.receiver &&
	       no.line == want.line;
}

/* As the directory does: the one on this line, else the only one. */
static enum err
panel_find(struct task *t, const struct signal *s, const struct val **out)
{
	struct line_no no = { 0 };
	struct rows rows;

	TRY(db_run(t->db, STMT_RAISE_AGAIN_PANELS,
		   ARGS(val_int(s->org), val_text(s->account)), t->a, &rows,
		   &t->why));
	(void)line_parse(s->line, &no);
	*out = rows.n == 1 ? rows.v : NULL;
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		if (line_is(&v[A_LINE], no) || line_is(&v[A_BACKUP_LINE], no))
			*out = v;
	}
	return OK;
}

/* The panel's key, else that of its line; ERR_STATE: none opens it. */
static enum err
content_open(struct task *t, const struct signal *s, struct sender *x)
{
	struct str name = x->v == NULL ? STR("") : text_at(&x->v[A_KEY_REF]);
	struct dc09_key key = { 0 };
	struct secret secret;
	struct rows rows;
	enum dc09_verdict verdict;

	if (name.n == 0) {
		TRY(db_run(t->db, STMT_RAISE_AGAIN_LINE,
			   ARGS(val_int(s->org), val_text(s->line)), t->a,
			   &rows, &t->why));
		name = rows.n == 0 ? name : text_at(&rows.v[0]);
	}
	TRY(secret_get(t, name, &secret));
	if (dc09_key_parse((struct str){ secret.b, secret.n }, &key, &t->why) !=
	    OK)
		key.n = 0;
	secret_close(&secret);
	if (key.n == 0)
		return ERR_STATE;
	verdict = dc09_decrypt(&x->f, &key, t->a, &t->why);
	secret_wipe(&key, sizeof(key));
	return verdict == DC09_GOOD ? OK : ERR_STATE;
}

/* A plain frame of a panel that must encrypt may be forged: it is judged again
 * only where the line takes such ones. */
static enum err
plain_is_taken(struct task *t, const struct signal *s, const struct sender *x,
	       bool *out)
{
	struct str how = x->v == NULL ? STR("") : text_at(&x->v[A_ENCRYPTION]);
	struct rows rows;

	*out = how.n == 0 || str_is(how, "none");
	if (*out)
		return OK;
	TRY(db_run(t->db, STMT_RAISE_AGAIN_PLAIN,
		   ARGS(val_int(s->org), val_text(s->line)), t->a, &rows,
		   &t->why));
	*out = rows.n > 0 && str_is(text_at(&rows.v[0]), "accept");
	return OK;
}

/* Another than the database: it stays in its queue, with the reason. */
static enum err
frame_read(struct task *t, const struct signal *s, const struct due *d,
	   struct sender *x, bool *good)
{
	enum err rc = OK;

	*good = dc09_parse(d->raw, &x->f, &t->why) == DC09_GOOD;
	if (*good && x->f.encrypted)
		rc = content_open(t, s, x);
	else if (*good)
		rc = plain_is_taken(t, s, x, good);
	if (rc == ERR_STATE || rc == ERR_NOT_FOUND || rc == ERR_INVALID) {
		*good = false;
		rc = OK;
	}
	if (rc == OK)
		t->why = (struct why){ .room = t->a };
	return rc;
}

static void
decode_now(struct task *t, const struct signal *s, struct sender *x,
	   struct signal **out, size_t *n)
{
	struct decode_profile profile = { .org = s->org,
					  .dialect = STR(""),
					  .overrides = x->rules,
					  .received_ms = s->received_ms };

	if (x->v != NULL) {
		profile.panel = x->v[A_PANEL].i;
		profile.site = x->v[A_SITE].i;
		profile.customer = x->v[A_CUSTOMER].i;
		profile.template = x->v[A_TEMPLATE].i;
		profile.dialect = text_at(&x->v[A_DIALECT]);
		profile.clock_offset_ms = x->v[A_OFFSET].i * MINUTE_MS;
	}
	decode_frame(&profile, &x->f, t->a, out, n);
}

static struct val
text(struct task *t, struct str s)
{
	s = signal_text(t->a, s, 4000);
	return s.n == 0 ? val_null() : val_text(s);
}

static struct val
number(int64_t no)
{
	return no == SIGNAL_NONE ? val_null() : val_int(no);
}

/* It is told late: whoever reads it must see how late. */
static struct str
late_text(struct task *t, const struct signal *was, struct str words)
{
	struct civil at;

	zone_civil(task_zone(t), was->received_ms, &at);
	return arena_printf(t->a,
			    "%.*s%s补判，原收到 / judged late, first "
			    "received %04d-%02d-%02d %02d:%02d:%02d",
			    STR_ARG(words), words.n > 0 ? " · " : "", at.year,
			    at.month, at.day, at.hour, at.minute, at.second);
}

static enum err
write_one(struct task *t, const struct signal *was, const struct due *d,
	  const struct signal *s)
{
	int64_t id = id_new(t->now_ms);
	int64_t device_ms =
	    was->device_ms == SIGNAL_NONE ? was->received_ms : was->device_ms;

	TRY(db_run(t->db, STMT_SIGNAL_INSERT,
		   ARGS(val_int(id), val_int(was->org), val_int(t->now_ms),
			val_int(device_ms), val_text(STR("again")),
			text(t, was->transport), text(t, was->peer),
			text(t, was->line), text(t, was->account),
			text(t, was->seq), text(t, was->token),
			val_int(was->encrypted), val_id(s->panel),
			val_id(s->site), val_id(s->customer),
			val_bytes(d->raw.p, d->raw.n), val_int(s->part),
			text(t, s->format), text(t, s->code), text(t, s->role),
			text(t, s->class), val_int(s->priority),
			number(s->part_no), number(s->zone_no),
			number(s->user_no), text(t, late_text(t, was, s->text)),
			text(t, s->data), text(t, s->xdata),
			val_text(STR(SIGNAL_DECODED))),
		   NULL, NULL, &t->why));
	return db_run(t->db, STMT_RAISE_AGAIN_OF,
		      ARGS(val_int(id), val_int(was->org), val_int(t->now_ms),
			   val_int(was->id)),
		      NULL, NULL, &t->why);
}

/* One event of a frame is one signal; a frame that was never opened was one
 * signal, and may be several now. */
static enum err
write_all(struct task *t, const struct signal *was, const struct due *d,
	  const struct signal *v, size_t n, bool *written)
{
	bool whole = was->part == 0 && was->format.n == 0;
	struct rows rows;

	*written = false;
	if (whole) {
		TRY(db_run(t->db, STMT_RAISE_AGAIN_PARTS,
			   ARGS(val_int(was->org), val_text(was->account),
				val_int(was->id), val_int(was->received_ms)),
			   t->a, &rows, &t->why));
		whole = rows.n == 0;
	}
	for (size_t i = 0; i < n; i++) {
		if ((!whole && v[i].part != was->part) ||
		    !str_is(v[i].state, SIGNAL_DECODED))
			continue;
		TRY(write_one(t, was, d, &v[i]));
		*written = true;
	}
	return OK;
}

/* The bytes stand with the first event of their frame. */
static enum err
raw_find(struct task *t, const struct signal *s, struct due *d)
{
	struct rows rows;

	if (d->raw.n > 0 || s->part == 0)
		return OK;
	TRY(db_run(t->db, STMT_SEARCH_FIRST,
		   ARGS(val_int(s->org),
			val_int(id_floor(id_ms(s->id) - SECOND_MS)),
			val_int(s->id), val_int(s->received_ms),
			val_text(s->account), val_text(s->seq)),
		   t->a, &rows, &t->why));
	if (rows.n > 0 && rows.v[0].type != VAL_NULL)
		d->raw = rows.v[0].s;
	return OK;
}

static enum err
judge(struct task *t, const struct signal *s, struct due *d, struct sender *x,
      bool *written)
{
	struct signal *v;
	bool good;
	size_t n;

	*written = false;
	TRY(panel_find(t, s, &x->v));
	TRY(raw_find(t, s, d));
	if (d->raw.n == 0 || x->v == NULL)
		return OK;
	TRY(frame_read(t, s, d, x, &good));
	if (!good)
		return OK;
	decode_now(t, s, x, &v, &n);
	return write_all(t, s, d, v, n, written);
}

/* The alarm that it raised as an unknown one stays its own. */
static enum err
done(struct task *t, const struct due *d, enum fate fate, const char *reason)
{
	return db_run(t->db, STMT_RAISE_AGAIN_DONE,
		      ARGS(val_int(d->org), val_int(d->signal),
			   val_text(str_of(fate_word(fate))),
			   val_int(t->now_ms), val_text(str_of(reason))),
		      NULL, NULL, &t->why);
}

static enum err
again_one(struct task *t, const void *ctx)
{
	const struct due *due = ctx;
	struct due at = *due, *d = &at;
	struct sender x = { 0 };
	struct signal s;
	bool written;
	enum err rc;

	TRY(raise_signal_get(t, d->signal, &s));
	TRY(overrides_load(t->db, &x.rules, &t->why));
	rc = judge(t, &s, d, &x, &written);
	overrides_drop(&x.rules);
	TRY(rc);
	if (written)
		return done(t, d, FATE_SETTLED, "已重新判断 / judged again");
	return done(t, d, x.v == NULL ? FATE_UNKNOWN : FATE_UNDECODED,
		    "重新判断后仍不能处理 / still not understood");
}

enum err
again_sweep(struct task *t, int64_t max, int64_t *n)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_RAISE_AGAIN_DUE, ARGS(val_int(max)), t->a, &rows,
		   &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);
		struct due d = { .signal = v[0].i, .org = v[1].i };
		bool good;

		if (v[2].type != VAL_NULL)
			d.raw = v[2].s;
		t->who = actor_program(d.org);
		TRY(raise_apart(t, again_one, &d, d.signal, &good));
		if (!good)
			TRY(done(t, &d, FATE_UNDECODED, "rule failed"));
		*n += good;
	}
	return OK;
}
