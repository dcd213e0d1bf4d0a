/* notice_due.c - what the worker takes, and what came of it. */
#include "alarm/notice_parts.h"

#include "alarm/incident.h"
#include "base/buf.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"

/* Between two tries.  After the last one a person looks at it. */
static const int64_t waits_ms[NOTICE_TRIES - 1] = {
	5 * SECOND_MS, 15 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS
};

static struct str
text_of(const struct val *v)
{
	return v->type == VAL_TEXT ? v->s : STR("");
}

static bool
is_yes(const struct val *v)
{
	return v->type == VAL_INT && v->i != 0;
}

static enum err
read_channel(struct task *t, int64_t id, struct send_message *m)
{
	const struct reg *r = &notice_channel_reg;
	struct str secret;
	struct reg_row row;

	TRY(reg_get(t, r, id, &row));
	if (!is_yes(reg_val(r, row.v, "running")) || row.retired_ms != 0)
		return fail(&t->why, ERR_STATE, "the channel is not in use",
			    "通道未启用");
	m->url = text_of(reg_val(r, row.v, "url"));
	m->sender = text_of(reg_val(r, row.v, "sender"));
	m->login = text_of(reg_val(r, row.v, "login"));
	m->header = text_of(reg_val(r, row.v, "header"));
	m->body = text_of(reg_val(r, row.v, "body"));
	m->accepts = text_of(reg_val(r, row.v, "accepts"));
	m->plain = str_is(text_of(reg_val(r, row.v, "tls")), "none");
	m->sign = is_yes(reg_val(r, row.v, "signed_body"));
	secret = text_of(reg_val(r, row.v, "secret_ref"));
	return secret.n == 0 ? OK : secret_get(t, secret, &m->secret);
}

static enum err
read_notice(struct task *t, int64_t id, struct send_message *m)
{
	const struct reg *r = &notice_reg;
	const struct val *incident;
	struct reg_row row;

	TRY(reg_get(t, r, id, &row));
	if (!str_is(text_of(reg_val(r, row.v, "state")), "queued") ||
	    !notice_kind(text_of(reg_val(r, row.v, "kind")), &m->kind))
		return fail(&t->why, ERR_STATE, "it no longer waits",
			    "已不在待发送状态");
	m->id = arena_printf(t->a, "%lld", (long long)id);
	m->to = text_of(reg_val(r, row.v, "address"));
	m->subject = text_of(reg_val(r, row.v, "subject"));
	m->text = text_of(reg_val(r, row.v, "content"));
	m->event = text_of(reg_val(r, row.v, "event"));
	m->number = text_of(reg_val(r, row.v, "number"));
	m->at_ms = t->now_ms;
	incident = reg_val(r, row.v, "incident");
	if (incident->type == VAL_INT)
		TRY(reg_title(t, &incident_reg, incident->i, &m->number));
	return read_channel(t, reg_val(r, row.v, "channel")->i, m);
}

static enum err
due_put(struct task *t, const struct notice_due *d, int64_t at_ms)
{
	return db_run(t->db, STMT_NOTICE_DUE_PUT,
		      ARGS(val_int(d->id), val_int(d->org), val_int(at_ms)),
		      NULL, NULL, &t->why);
}

/* One that cannot even be made, its channel gone or its secret unreadable,
 * has failed; the others go on. */
static enum err
take_one(struct task *t, struct notice_due *d, bool *good)
{
	struct send_result result = { .final = true };
	enum err rc;

	t->who = actor_program(d->org);
	TRY(due_put(t, d, t->now_ms + NOTICE_LEASE_MS));
	rc = read_notice(t, d->id, &d->message);
	*good = rc == OK;
	if (rc == OK || rc == ERR_STORAGE || rc == ERR_BUSY)
		return rc;
	(void)snprintf(result.why, sizeof(result.why), "%.280s",
		       t->why.text[LANG_ZH]);
	t->why = (struct why){ .room = t->a };
	return notice_done(t, d, &result);
}

enum err
notice_take(struct task *t, int64_t max, struct notice_due **out, size_t *n)
{
	struct rows rows;

	*n = 0;
	TRY(db_run(t->db, STMT_NOTICE_DUE_LIST,
		   ARGS(val_int(t->now_ms), val_int(max)), t->a, &rows,
		   &t->why));
	*out = ARENA_ARRAY(t->a, rows.n + 1, struct notice_due);
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);
		struct notice_due *d = &(*out)[*n];
		bool good;

		*d = (struct notice_due){ .id = v[0].i, .org = v[1].i };
		TRY(take_one(t, d, &good));
		*n += good ? 1 : 0;
	}
	return OK;
}

enum err
notice_next_ms(struct task *t, int64_t *at_ms)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_NOTICE_DUE_NEXT, NO_ARGS, t->a, &rows, &t->why));
	*at_ms = rows.n == 0 ? INT64_MAX : rows.v[0].i;
	return OK;
}

static enum err
step(struct task *t, int64_t id, const char *event, const char *failure)
{
	struct reg_input in = reg_input_new(t->a, &notice_reg);
	size_t i = reg_field(&notice_reg, "failure");
	struct reg_row row;

	if (failure != NULL) {
		in.set[i] = true;
		in.v[i] = val_text(str_of(failure[0] == '\0' ? "?" : failure));
	}
	return process_step(t, &notice_reg, id, 0, str_of(event), &in, STR(""),
			    &row);
}

/* One line of good UTF-8, as the field wants it; the other side may say
 * anything. */
static const char *
clean(struct task *t, const char *why)
{
	struct buf b = buf_open(1024);
	struct str s = str_of(why), out;

	if (!str_is_utf8(s)) { /* keep what is ASCII */
		for (size_t i = 0; i < s.n; i++)
			buf_putc(&b,
				 s.p[i] < 0x20 || s.p[i] > 0x7e ? '?' : s.p[i]);
	} else {
		for (size_t i = 0; i < s.n; i++)
			buf_putc(&b, s.p[i] == '\r' || s.p[i] == '\n' ? ' ' :
									s.p[i]);
	}
	out = str_trim(buf_str(&b));
	out = arena_str(t->a, out);
	buf_release(&b);
	return arena_cstr(t->a, out);
}

enum err
notice_done(struct task *t, const struct notice_due *d,
	    const struct send_result *result)
{
	const struct val *tries;
	struct reg_row row;

	t->who = actor_program(d->org);
	TRY(reg_get(t, &notice_reg, d->id, &row));
	/* Cancelled or recorded in the meantime: what was sent was sent. */
	if (!str_is(reg_val(&notice_reg, row.v, "state")->s, "queued"))
		return db_run(t->db, STMT_NOTICE_DUE_DROP,
			      ARGS(val_int(d->id), val_int(d->org)), NULL, NULL,
			      &t->why);
	if (result->good)
		return step(t, d->id, "sent", NULL);
	tries = reg_val(&notice_reg, row.v, "tries");
	if (result->final || tries->i >= NOTICE_TRIES - 1)
		return step(t, d->id, "fail", clean(t, result->why));
	TRY(step(t, d->id, "retry", clean(t, result->why)));
	return due_put(t, d, t->now_ms + waits_ms[tries->i]);
}

enum err
notice_channel_check(struct task *t, const struct val *old,
		     const struct val *row)
{
	const struct reg *r = &notice_channel_reg;
	struct why own = { .room = t->a };
	struct send_url url;
	enum send_kind kind;

	(void)old;
	if (!notice_kind(reg_val(r, row, "kind")->s, &kind) ||
	    send_url_parse(t->a, kind, reg_val(r, row, "url")->s, &url, &own) !=
		OK)
		return fail_field(&t->why, "url", reg_label(r, "url"), "url",
				  "%.0s%s", "%s%.0s", own.text[LANG_ZH],
				  own.text[LANG_EN]);
	return OK;
}
