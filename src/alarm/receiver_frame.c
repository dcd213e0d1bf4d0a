/* receiver_frame.c - what is done with one frame; on the loop's thread. */
#include "alarm/receiver_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "base/time.h"

#define ARENA_KEPT 16384
#define SPARE_MAX 2048
#define TEXT_MAX 4000

/* ---- life ---- */

static struct frame *
frame_new(struct receiver *r)
{
	struct frame *x = r->spare;

	if (x == NULL) {
		x = mem_alloc(sizeof(*x));
	} else {
		r->spare = x->next;
		r->n_spare--;
	}
	x->r = r;
	x->begun_us = time_mono_us();
	x->now_ms = time_now_ms();
	x->reply = DC09_SILENT;
	x->fate = FRAME_STORED;
	x->rc = OK;
	x->is_open = false;
	x->p = (struct dir_panel){ 0 };
	return x;
}

void
frame_free(struct receiver *r, struct frame *x)
{
	secret_wipe(&x->p.key, sizeof(x->p.key));
	overrides_drop(&x->rules);
	/* What a stalled database piled up is given back. */
	if (r->n_spare >= SPARE_MAX) {
		arena_release(&x->a);
		mem_free(x);
		return;
	}
	r->n_spare++;
	if (x->a.total > ARENA_KEPT)
		arena_release(&x->a);
	else
		arena_reset(&x->a);
	x->next = r->spare;
	r->spare = x;
}

static void
count(struct receiver *r, enum frame_fate fate)
{
	atomic_fetch_add_explicit(&r->fates[fate], 1, memory_order_relaxed);
}

/* ---- answers ---- */

static void
answer_print(const struct frame *x, struct buf *out)
{
	uint8_t pad[16] = { 0 };

	if (x->f.encrypted)
		rnd_bytes(pad, sizeof(pad));
	dc09_reply_print(out, x->reply, &x->f, &x->p.key, pad, time_now_ms());
}

/* held: the connection waits for it. */
static void
answer_send(struct receiver *r, struct frame *x, bool held)
{
	struct buf out = buf_open(2 * DC09_FRAME_MAX);

	answer_print(x, &out);
	if (held)
		net_answer(r->net, &x->peer, buf_str(&out));
	else if (out.n > 0)
		net_send(r->net, &x->peer, buf_str(&out));
	if (held && out.n > 0 && r->conf.answered != NULL)
		r->conf.answered(time_mono_us() - x->begun_us);
	buf_release(&out);
}

/* At once, without a row. */
static void
frame_end(struct receiver *r, struct frame *x, enum frame_fate fate)
{
	count(r, fate);
	answer_send(r, x, false);
	frame_free(r, x);
}

/* ---- what is in it ---- */

/* A frame that nobody could read is one signal all the same. */
static void
signals_plain(struct frame *x, const char *why)
{
	struct signal *s = ARENA_NEW(&x->a, struct signal);

	*s = (struct signal){
		.org = x->p.org,
		.device_ms = frame_device_ms(x),
		.source = STR("dc09"),
		.account = dc09_account(&x->f),
		.seq = x->f.seq,
		.token = x->f.id,
		.encrypted = x->f.encrypted,
		.panel = x->p.panel,
		.site = x->p.site,
		.customer = x->p.customer,
		.priority = 3,
		.part_no = SIGNAL_NONE,
		.zone_no = SIGNAL_NONE,
		.user_no = SIGNAL_NONE,
		.text = arena_str(&x->a, str_of(why)),
		.data = x->f.data,
		.xdata = x->f.xdata,
		.state = STR(SIGNAL_UNDECODED),
	};
	if (x->p.panel == 0)
		s->state = STR(SIGNAL_UNKNOWN);
	frame_line(x, &s->line);
	x->piece.signals = s;
	x->piece.n = 1;
}

static void
signals_decode(struct receiver *r, struct frame *x)
{
	const struct decode_profile profile = {
		.org = x->p.org,
		.panel = x->p.panel,
		.site = x->p.site,
		.customer = x->p.customer,
		.template = x->p.template,
		.dialect = str_of(x->p.dialect),
		.clock_offset_ms = x->p.offset_ms,
		.overrides = x->rules,
		.received_ms = x->now_ms,
	};

	if (r->conf.decode == NULL)
		signals_plain(x, "");
	else
		r->conf.decode(&profile, &x->f, &x->a, &x->piece.signals,
			       &x->piece.n);
	if (x->piece.n == 0)
		signals_plain(x, "");
	/* A panel that was closed or taken out still sends: somebody must
	 * see that. */
	for (size_t i = 0; i < x->piece.n && !x->p.in_use; i++)
		x->piece.signals[i].state = STR(SIGNAL_UNKNOWN);
}

/* One text that the database refused would fail the group of everybody. */
static void
texts_clean(struct frame *x, struct signal *s)
{
	struct str *const all[] = { &s->line,  &s->account, &s->seq,
				    &s->token, &s->format,  &s->code,
				    &s->role,  &s->class,   &s->text,
				    &s->data,  &s->xdata };

	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		*all[i] = signal_text(&x->a, *all[i], TEXT_MAX);
}

static void
signals_complete(struct frame *x)
{
	char *peer = arena_alloc(&x->a, PEER_TEXT);

	(void)net_peer_print(&x->peer, peer);
	for (size_t i = 0; i < x->piece.n; i++) {
		struct signal *s = &x->piece.signals[i];

		s->received_ms = x->now_ms;
		s->transport = x->peer.is_tcp ? STR("tcp") : STR("udp");
		s->peer = str_of(peer);
		/* The frame itself stands with the first. */
		s->raw = i == 0 ? x->raw : STR("");
		s->data = i == 0 ? s->data : STR("");
		s->xdata = i == 0 ? s->xdata : STR("");
		if (s->priority < 1 || s->priority > 5)
			s->priority = 3;
		texts_clean(x, s);
	}
}

/* ---- to the stream and back ---- */

/* On the lane's thread. */
static void
frame_told(struct stream_piece *p, enum err rc)
{
	struct frame *x = (struct frame *)p;
	struct receiver *r = x->r;
	bool first;

	x->rc = rc;
	x->next = NULL;
	pthread_mutex_lock(&r->lock);
	first = r->told == NULL;
	*r->told_end = x;
	r->told_end = &x->next;
	/* Inside: once the last one is told, the receiver may be closed. */
	if (first)
		net_wake(r->net);
	pthread_mutex_unlock(&r->lock);
}

/* The same frame again while its commit is on its way: who asked last gets
 * the answer, perhaps over a new connection. */
static void
frame_follow(struct receiver *r, struct frame *x, struct frame *was)
{
	count(r, FRAME_PENDING);
	net_hold(r->net, &x->peer);
	net_answer(r->net, &was->peer, STR(""));
	was->peer = x->peer;
	frame_free(r, x);
}

static void
frame_put(struct receiver *r, struct frame *x)
{
	struct why why = { 0 };

	signals_complete(x);
	x->piece.done = frame_told;
	if (stream_put(r->conf.stream, &x->piece, &why) != OK) {
		repeat_forget(r->repeats, &x->key);
		x->reply = DC09_SILENT;
		frame_end(r, x, FRAME_BUSY);
		return;
	}
	r->out++;
	net_hold(r->net, &x->peer);
}

static void
frame_go_on(struct receiver *r, struct frame *x, enum repeat_state state,
	    struct frame *was)
{
	switch (state) {
	case REPEAT_NEW:
		frame_put(r, x);
		break;
	case REPEAT_PENDING:
		frame_follow(r, x, was);
		break;
	case REPEAT_DOUBT:
		x->reply = DC09_SILENT;
		frame_end(r, x, FRAME_PENDING);
		break;
	case REPEAT_STORED:
		frame_end(r, x, FRAME_REPEAT);
		break;
	}
}

static void
frame_store(struct receiver *r, struct frame *x)
{
	int64_t window_ms, mono_ms = x->begun_us / 1000;
	enum repeat_state state;
	void *was;

	frame_key(&x->f, x->is_open, x->raw, &x->key, &window_ms);
	state = repeat_enter(r->repeats, &x->key, mono_ms, window_ms, x, &was);
	frame_go_on(r, x, state, was);
}

/* A frame that has become too old while the database was stalled: the panel
 * asks for the answer still.  true: it has been dealt with. */
static bool
frame_again(struct receiver *r, struct frame *x)
{
	enum repeat_state state;
	int64_t window_ms;
	void *was;

	frame_key(&x->f, x->is_open, x->raw, &x->key, &window_ms);
	state = repeat_look(r->repeats, &x->key, x->begun_us / 1000, &was);
	if (state != REPEAT_NEW)
		frame_go_on(r, x, state, was);
	return state != REPEAT_NEW;
}

void
frame_finish(struct receiver *r, struct frame *x)
{
	r->out--;
	if (x->rc == OK) {
		repeat_stored(r->repeats, &x->key, time_mono_us() / 1000);
		count(r, x->fate);
		answer_send(r, x, true);
	} else {
		count(r, FRAME_FAILED);
		net_answer(r->net, &x->peer, STR(""));
		if (x->rc == ERR_UNCERTAIN) {
			repeat_doubt(r->repeats, &x->key);
			if (r->doubt_ms == 0 || x->now_ms < r->doubt_ms)
				r->doubt_ms = x->now_ms;
		} else {
			repeat_forget(r->repeats, &x->key);
		}
	}
	frame_free(r, x);
}

/* ---- judging ---- */

static enum dc09_reply
reply_of(enum answer_policy policy)
{
	switch (policy) {
	case ANSWER_ACCEPT:
	case ANSWER_ACK:
		return DC09_ACK;
	case ANSWER_DUH:
		return DC09_DUH;
	case ANSWER_NAK:
		return DC09_NAK;
	case ANSWER_SILENT:
		return DC09_SILENT;
	}
	return DC09_SILENT;
}

static void
frame_limit(struct receiver *r, struct frame *x)
{
	x->reply = DC09_SILENT;
	frame_end(r, x, FRAME_LIMITED);
}

/* Stored as it came, said to be what why says. */
static void
frame_refuse(struct receiver *r, struct frame *x, enum frame_fate fate,
	     const struct why *why)
{
	x->fate = fate;
	frame_say(x, "frame_refused", why);
	signals_plain(x, why->text[LANG_EN]);
	if (frame_pass_rows(r, x))
		frame_store(r, x);
	else
		frame_limit(r, x);
}

/* No key, or not the right one: the standard's answer is a NAK; an ACK could
 * not be encrypted anyway. */
static void
frame_locked(struct receiver *r, struct frame *x, const struct why *why)
{
	x->reply = x->p.panel == 0 && x->p.unknown != ANSWER_ACK ?
		       reply_of(x->p.unknown) :
		       DC09_NAK;
	frame_note_refused(r, x, HEARD_KEY);
	if (frame_pass_locked(r, x))
		frame_refuse(r, x, FRAME_KEY, why);
	else
		frame_end(r, x, FRAME_KEY);
}

/* DC09_GOOD with the content open, or the frame has been dealt with. */
static bool
frame_open(struct receiver *r, struct frame *x)
{
	enum dc09_verdict v = DC09_GOOD;
	struct why why = { 0 };

	if (x->f.encrypted && x->p.key.n == 0) {
		(void)!fail(&why, ERR_INVALID, "no key for this account",
			    "此用户编号没有密钥");
		v = DC09_BAD_KEY;
	} else if (x->f.encrypted) {
		v = dc09_decrypt(&x->f, &x->p.key, &x->a, &why);
	}
	if (v == DC09_GOOD) {
		x->is_open = true;
		return true;
	}
	frame_locked(r, x, &why);
	return false;
}

/* Encrypted ones always, plain ones where the panel says how much. */
static bool
time_is_good(const struct frame *x, struct why *why)
{
	struct dc09 f = x->f;
	int64_t off_ms;

	f.time_ms -= x->p.offset_ms;
	if (f.encrypted)
		return dc09_check_time(&f, x->now_ms, why) == DC09_GOOD;
	off_ms = f.time_ms - x->now_ms;
	if (x->p.time_tolerance_ms == 0 || !f.has_time ||
	    llabs(off_ms) <= x->p.time_tolerance_ms)
		return true;
	(void)!fail(why, ERR_INVALID, "the time is off by %lld s",
		    "时间相差 %lld 秒", (long long)(off_ms / SECOND_MS));
	return false;
}

static bool
plain_is_good(struct receiver *r, struct frame *x)
{
	struct why why = { 0 };

	if (x->f.encrypted || !x->p.must_encrypt || x->p.plain == ANSWER_ACCEPT)
		return true;
	(void)!fail(&why, ERR_INVALID, "plain, but the account must encrypt",
		    "该用户编号须加密，收到的是明文");
	frame_note_refused(r, x, HEARD_PLAIN);
	x->reply = reply_of(x->p.plain);
	if (x->f.kind == DC09_NULL)
		frame_end(r, x, FRAME_PLAIN);
	else
		frame_refuse(r, x, FRAME_PLAIN, &why);
	return false;
}

static void
heartbeat_take(struct receiver *r, struct frame *x)
{
	if (x->p.panel == 0)
		frame_note_unknown(r, x);
	frame_end(r, x, x->p.panel == 0 ? FRAME_UNKNOWN : FRAME_HEARTBEAT);
}

static void
frame_good(struct receiver *r, struct frame *x)
{
	bool heartbeat = x->f.kind == DC09_NULL;

	frame_seen(r, x, heartbeat ? TOLD_HEARTBEAT : TOLD_SIGNAL);
	if (r->conf.heard != NULL && x->p.panel != 0)
		heard_good(r->conf.heard, x->p.panel);
	if (heartbeat) {
		heartbeat_take(r, x);
		return;
	}
	if (x->p.panel == 0) {
		x->fate = FRAME_UNKNOWN;
		frame_say(x, "account_unknown", NULL);
	}
	/* Signals point into them until they are written. */
	x->rules = directory_overrides(r->conf.directory);
	signals_decode(r, x);
	if (x->p.panel != 0 || frame_pass_rows(r, x))
		frame_store(r, x);
	else
		frame_limit(r, x);
}

static void
frame_unreadable(struct receiver *r, struct frame *x, enum dc09_verdict v,
		 const struct why *why)
{
	x->reply = dc09_verdict_reply(v);
	if (x->reply == DC09_SILENT) {
		frame_say(x, "frame_bad", why);
		frame_end(r, x, FRAME_CRC);
		return;
	}
	directory_find(r->conf.directory, STR(""), STR(""), STR(""), &x->p);
	if (frame_pass_unreadable(r, x))
		frame_refuse(r, x, FRAME_UNREADABLE, why);
	else
		frame_end(r, x, FRAME_LIMITED);
}

/* The line's key opened it: whoever has that must not speak for a panel with
 * a key of its own.  What opened an unknown one's seals the answer. */
static bool
key_opens(struct frame *x, const struct dc09_key *key)
{
	if (x->p.panel != 0)
		return x->p.key.n == key->n &&
		       memcmp(x->p.key.b, key->b, key->n) == 0;
	x->p.key = *key;
	return true;
}

static void
frame_judge(struct receiver *r, struct frame *x)
{
	struct why why = { 0 };

	directory_find(r->conf.directory, x->f.receiver, x->f.line,
		       dc09_account(&x->f), &x->p);
	if (!frame_open(r, x))
		return;
	/* The account of an encrypted frame may stand in its data alone. */
	if (x->p.panel == 0 && x->f.account.n == 0 && x->f.claimed.n > 0) {
		struct dc09_key key = x->p.key;

		directory_find(r->conf.directory, x->f.receiver, x->f.line,
			       x->f.claimed, &x->p);
		if (x->f.encrypted && !key_opens(x, &key)) {
			secret_wipe(&key, sizeof(key));
			(void)!fail(&why, ERR_INVALID,
				    "sealed with another key than the "
				    "account's",
				    "加密所用密钥不是该用户编号的密钥");
			frame_locked(r, x, &why);
			return;
		}
		secret_wipe(&key, sizeof(key));
	}
	if (!plain_is_good(r, x))
		return;
	x->reply = x->p.panel == 0 ? reply_of(x->p.unknown) : DC09_ACK;
	if (!time_is_good(x, &why)) {
		if (frame_again(r, x))
			return;
		frame_say(x, "frame_time", &why);
		frame_note_refused(r, x, HEARD_TIME);
		frame_seen(r, x, TOLD_REFUSED);
		x->reply = DC09_NAK;
		frame_end(r, x, FRAME_TIME);
		return;
	}
	frame_good(r, x);
}

void
frame_take(struct receiver *r, const struct net_peer *from, struct str bytes)
{
	struct frame *x = frame_new(r);
	struct why why = { 0 };
	enum dc09_verdict v;

	x->peer = *from;
	x->raw = arena_str(&x->a, bytes);
	x->f = (struct dc09){ 0 };
	v = dc09_parse(x->raw, &x->f, &why);
	if (v != DC09_GOOD)
		frame_unreadable(r, x, v, &why);
	else if (dc09_is_answer(&x->f))
		frame_end(r, x, FRAME_ANSWER);
	else
		frame_judge(r, x);
}
