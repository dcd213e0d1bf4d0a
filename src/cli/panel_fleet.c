/* panel_fleet.c - many simulated panels: what is due, and the conversation of
 * each with the receiver. */
#include "cli/panel_fleet_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/rnd.h"
#include "base/str.h"
#include "base/time.h"

#define SEQ_MAX 9999
#define PIECE_US 50000
#define ZONES 8

int64_t
fleet_random(struct fleet *f, int64_t n)
{
	f->seed ^= f->seed << 13;
	f->seed ^= f->seed >> 7;
	f->seed ^= f->seed << 17;
	return n <= 0 ? 0 : (int64_t)(f->seed % (uint64_t)n);
}

/* ---- the heap of what is due ---- */

void
due_add(struct fleet *f, const struct due *d)
{
	size_t at = f->n_due++;

	if (f->n_due > f->cap_due) {
		f->cap_due = f->cap_due == 0 ? 1024 : 2 * f->cap_due;
		f->heap = mem_grow(f->heap, f->cap_due * sizeof(*f->heap));
	}
	for (; at > 0 && f->heap[(at - 1) / 2].at_us > d->at_us;
	     at = (at - 1) / 2)
		f->heap[at] = f->heap[(at - 1) / 2];
	f->heap[at] = *d;
}

bool
due_next(struct fleet *f, int64_t now_us, struct due *out)
{
	struct due last;
	size_t at = 0, child;

	if (f->n_due == 0 || f->heap[0].at_us > now_us)
		return false;
	*out = f->heap[0];
	last = f->heap[--f->n_due];
	while ((child = 2 * at + 1) < f->n_due) {
		if (child + 1 < f->n_due &&
		    f->heap[child + 1].at_us < f->heap[child].at_us)
			child++;
		if (f->heap[child].at_us >= last.at_us)
			break;
		f->heap[at] = f->heap[child];
		at = child;
	}
	f->heap[at] = last;
	return true;
}

/* ---- one panel speaks ---- */

static struct tally *
tally_of(struct fleet *f, const struct sim_panel *p)
{
	return &f->tally[p->now.word == NULL ? TALLY_BEAT : TALLY_EVENT];
}

static void
frame_fill(struct fleet *f, struct sim_panel *p, struct sim_message m,
	   struct buf *out)
{
	const struct sim_group *g = group_of(f, p);
	struct buf data = buf_open(256), route = buf_open(64);
	struct dc09_out frame = { .binary =
				      g->firmware & FW_BIT(FW_BINARY_CRC) };
	struct why why = { 0 };
	char seq[8];

	(void)snprintf(seq, sizeof(seq), "%04d", p->seq_now);
	buf_printf(&route, "%.*s#%s", STR_ARG(g->route), p->account);
	if (m.word != NULL) {
		buf_printf(&data, "#%s|%s", p->account, g->is_cid ? "" : "N");
		panel_word_print(&data, m.word, g->is_cid, m.restore, m.number);
	}
	frame.id = m.word == NULL ? STR("NULL") :
		   g->is_cid	  ? STR("ADM-CID") :
				    STR("SIA-DCS");
	frame.seq = str_of(m.word == NULL ? "0000" : seq);
	frame.route = buf_str(&route);
	frame.data = buf_str(&data);
	frame.key = g->key.n > 0 ? &g->key : NULL;
	frame.has_time = g->time != STAMP_NONE;
	frame.time_ms = p->stamp_ms + p->offset_ms +
			(g->time == STAMP_LOCAL ? g->local_ms : 0);
	/* Both pieces of a frame are cut from the same. */
	if (!(g->firmware & FW_BIT(FW_FRAGMENTED)))
		rnd_bytes(frame.pad, sizeof(frame.pad));
	must(dc09_print(out, &frame, &why) == OK);
	buf_release(&data);
	buf_release(&route);
}

/* Behind LF: four digits of CRC, then four of length. */
static void
frame_spoil(const struct sim_group *g, struct buf *out)
{
	if (g->firmware & FW_BIT(FW_BAD_CRC))
		out->p[1] = out->p[1] == '0' ? '1' : '0';
	if (g->firmware & FW_BIT(FW_BAD_LENGTH))
		out->p[8] = out->p[8] == '0' ? '1' : '0';
	for (int i = 1; i < 9 && g->firmware & FW_BIT(FW_LOWER_HEX); i++)
		if (out->p[i] >= 'A' && out->p[i] <= 'F')
			out->p[i] = (char)(out->p[i] + 'a' - 'A');
}

static void
due_of(struct fleet *f, struct sim_panel *p, enum due_what what, int64_t at_us)
{
	due_add(f, &(struct due){ .at_us = at_us,
				  .panel = index_of(f, p),
				  .turn = p->turn,
				  .what = what });
}

/* The second half of a frame, or all of it. */
static bool
frame_send(struct fleet *f, struct sim_panel *p, bool rest)
{
	const struct sim_group *g = group_of(f, p);
	bool pieces = !g->udp && g->firmware & FW_BIT(FW_FRAGMENTED);
	struct buf out = buf_open(4 * DC09_FRAME_MAX);
	struct str bytes;
	bool sent;

	frame_fill(f, p, p->now, &out);
	frame_spoil(g, &out);
	if (g->firmware & FW_BIT(FW_COALESCED))
		frame_fill(f, p, (struct sim_message){ 0 }, &out);
	bytes = buf_str(&out);
	if (pieces && rest)
		bytes = str_skip(bytes, 7);
	else if (pieces)
		bytes.n = 7;
	sent = fleet_send(f, p, bytes);
	p->rest_due = pieces && !rest;
	buf_release(&out);
	return sent;
}

/* Another attempt; the line first, when there is none. */
void
fleet_attempt(struct fleet *f, struct sim_panel *p, int64_t now_us)
{
	const struct sim_group *g = group_of(f, p);

	p->turn++;
	due_of(f, p, DUE_TIMEOUT, now_us + f->s->timeout_ms * 1000);
	if (!g->udp && p->line != LINE_UP) {
		if (p->line == LINE_DOWN)
			fleet_call(f, p);
		return; /* goes on when it is up */
	}
	p->sent_us = now_us;
	tally_of(f, p)->frames++;
	if (!frame_send(f, p, false))
		fleet_hang_up(f, p);
	else if (p->rest_due)
		due_of(f, p, DUE_PIECE, now_us + PIECE_US);
}

static void
message_begin(struct fleet *f, struct sim_panel *p, struct sim_message m,
	      int64_t now_us)
{
	const struct sim_group *g = group_of(f, p);

	p->now = m;
	p->attempt = 1;
	p->begun_us = now_us;
	p->stamp_ms = time_now_ms(); /* stays: a repeat is a repeat */
	p->seq_now = p->seq;
	if (m.word != NULL && !(g->firmware & FW_BIT(FW_CONSTANT_SEQ)))
		p->seq = (uint16_t)(p->seq % SEQ_MAX + 1);
	f->under_way++;
	tally_of(f, p)->messages++;
	fleet_attempt(f, p, now_us);
}

/* A heartbeat need not be sent when something else is under way. */
void
fleet_say(struct fleet *f, struct sim_panel *p, struct sim_message m,
	  int64_t now_us)
{
	if (p->silent_until_us > now_us) {
		f->dropped += m.word != NULL;
		return;
	}
	if (p->attempt == 0)
		message_begin(f, p, m, now_us);
	else if (m.word == NULL)
		return;
	else if (p->waiting < SIM_QUEUE)
		p->queue[p->waiting++] = m;
	else
		f->dropped++;
}

/* It is over with the one under way, well or not. */
static void
message_end(struct fleet *f, struct sim_panel *p, int64_t now_us)
{
	struct sim_message m = p->queue[0];

	p->attempt = 0;
	p->turn++;
	f->under_way--;
	if (!group_of(f, p)->udp && !group_of(f, p)->stays)
		fleet_hang_up(f, p);
	if (p->waiting == 0)
		return;
	p->waiting--;
	memmove(p->queue, p->queue + 1, p->waiting * sizeof(p->queue[0]));
	message_begin(f, p, m, now_us);
}

/* ---- and hears ---- */

static struct sim_panel *
panel_find(const struct fleet *f, struct str account, struct str route)
{
	uint64_t h = 0;
	uint32_t at;

	for (size_t i = 0; i < account.n; i++)
		h = h * 131 + (unsigned char)account.p[i];
	for (at = f->chains[h % f->n_chains]; at != 0;
	     at = f->panels[at - 1].next) {
		struct sim_panel *p = &f->panels[at - 1];

		if (str_is(account, p->account) &&
		    str_starts(route, group_of(f, p)->route))
			return p;
	}
	return NULL;
}

static void
answer_take(struct fleet *f, struct sim_panel *p, const struct dc09 *d,
	    int64_t now_us)
{
	struct tally *t = tally_of(f, p);

	if (d->kind == DC09_KIND_NAK && d->has_time && p->offset_ms == 0 &&
	    p->attempt < f->s->attempts) {
		/* As a panel does: takes the time and sends once more. */
		p->offset_ms = d->time_ms - time_now_ms();
		p->stamp_ms = time_now_ms();
		p->attempt++;
		t->naked++;
		fleet_attempt(f, p, now_us);
		return;
	}
	if (d->kind == DC09_KIND_ACK)
		tally_ack(t, now_us - p->sent_us);
	else if (d->kind == DC09_KIND_NAK)
		t->naked++;
	else
		t->duh++;
	message_end(f, p, now_us);
}

static bool
is_for(const struct sim_panel *p, const struct dc09 *d)
{
	char seq[8];

	if (p->attempt == 0)
		return false;
	if (d->kind == DC09_KIND_NAK) /* carries no sequence that counts */
		return true;
	(void)snprintf(seq, sizeof(seq), "%04d",
		       p->now.word == NULL ? 0 : p->seq_now);
	return str_is(d->seq, seq);
}

void
fleet_answer(struct fleet *f, struct str frame, struct sim_panel *p,
	     int64_t now_us)
{
	struct why why = { 0 };
	struct dc09 d;

	if (dc09_parse(frame, &d, &why) != DC09_GOOD || !dc09_is_answer(&d)) {
		f->strange++;
		return;
	}
	if (p == NULL)
		p = panel_find(f, dc09_account(&d), d.route);
	if (p != NULL && d.encrypted) {
		struct arena a = { 0 };
		bool good = group_of(f, p)->key.n > 0 &&
			    dc09_decrypt(&d, &group_of(f, p)->key, &a, &why) ==
				DC09_GOOD;

		arena_release(&a);
		if (!good)
			p = NULL;
	}
	/* An ACK that anybody could have made is none when there is a key. */
	if (p == NULL || (d.kind == DC09_KIND_ACK &&
			  d.encrypted != (group_of(f, p)->key.n > 0)))
		f->strange++;
	else if (!is_for(p, &d))
		f->ignored++; /* of an earlier attempt, or of a NULL */
	else
		answer_take(f, p, &d, now_us);
}

/* ---- what is due ---- */

static void
timeout_due(struct fleet *f, struct sim_panel *p, int64_t now_us)
{
	if (p->attempt < f->s->attempts) {
		p->attempt++;
		fleet_hang_up(f, p);
		fleet_attempt(f, p, now_us);
		return;
	}
	tally_of(f, p)->lost++;
	fleet_hang_up(f, p);
	message_end(f, p, now_us);
}

static void
beat_due(struct fleet *f, struct sim_panel *p, int64_t now_us)
{
	const struct sim_group *g = group_of(f, p);
	int64_t every_us = g->heartbeat_ms * 1000;
	int64_t jitter_us = every_us * g->jitter_percent / 100;

	fleet_say(f, p, (struct sim_message){ 0 }, now_us);
	due_add(f, &(struct due){ .at_us = now_us + every_us -
					   fleet_random(f, jitter_us + 1),
				  .panel = index_of(f, p),
				  .what = DUE_BEAT });
}

/* All that one panel does for an action. */
static void
action_panel(struct fleet *f, const struct sim_action *x, struct sim_panel *p,
	     int64_t at_us)
{
	struct due d = { .at_us = at_us,
			 .panel = index_of(f, p),
			 .what = DUE_MESSAGE };

	if (x->what == DO_SILENCE) {
		p->silent_until_us =
		    x->for_ms < 0 ? INT64_MAX : at_us + x->for_ms * 1000;
		return;
	}
	if (x->what == DO_RECONNECT) {
		fleet_hang_up(f, p);
		fleet_call(f, p);
		return;
	}
	d.message.word = x->word;
	d.message.number =
	    (uint16_t)(x->number > 0 ? x->number : fleet_random(f, ZONES) + 1);
	for (int64_t i = 0; i < x->times; i++) {
		d.at_us = at_us + i * x->gap_ms * 1000;
		d.message.restore = false;
		due_add(f, &d);
		if (x->restore_ms < 0)
			continue;
		d.at_us += x->restore_ms * 1000;
		d.message.restore = true;
		due_add(f, &d);
	}
}

static void
action_due(struct fleet *f, uint32_t no, int64_t now_us)
{
	const struct sim_action *x = &f->s->actions[no];
	const struct sim_group *g = &f->s->groups[x->group];
	int64_t n =
	    x->panels > 0 && x->panels < g->count ? x->panels : g->count;

	for (int64_t i = 0; i < n; i++) {
		int64_t which = x->random ? fleet_random(f, g->count) : i;
		int64_t late_us = x->in_ms * 1000 * i / n;

		action_panel(f, x, &f->panels[g->first + (size_t)which],
			     now_us + late_us);
	}
	if (x->every_ms > 0)
		due_add(f, &(struct due){ .at_us = now_us + x->every_ms * 1000,
					  .panel = no,
					  .what = DUE_ACTION });
}

static void
run_due(struct fleet *f, const struct due *d, int64_t now_us)
{
	struct sim_panel *p = &f->panels[d->panel];

	switch (d->what) {
	case DUE_BEAT:
		beat_due(f, p, now_us);
		break;
	case DUE_MESSAGE:
		fleet_say(f, p, d->message, now_us);
		break;
	case DUE_TIMEOUT:
		if (p->attempt > 0 && p->turn == d->turn)
			timeout_due(f, p, now_us);
		break;
	case DUE_PIECE:
		if (p->attempt > 0 && p->turn == d->turn && p->rest_due)
			(void)frame_send(f, p, true); /* the timeout sees it */
		break;
	case DUE_ACTION:
		action_due(f, d->panel, now_us);
		break;
	case DUE_SECOND:
		if (f->conf->tell != NULL)
			f->conf->tell(f->conf->ctx, f);
		due_add(f, &(struct due){ .at_us = d->at_us + 1000000,
					  .what = DUE_SECOND });
		break;
	}
}

/* ---- start and end ---- */

static void
panel_make(struct fleet *f, size_t group, int64_t i)
{
	struct sim_group *g = &f->s->groups[group];
	struct sim_panel *p = &f->panels[g->first + (size_t)i];
	struct str given = g->accounts.n > 0 ? g->accounts.v[i] : g->account;
	uint64_t number = 0, h = 0;
	char text[32];

	if (g->accounts.n == 0) {
		for (size_t k = 0; k < given.n; k++) {
			const char *digits = "0123456789abcdef";
			char low = (char)(given.p[k] | 0x20);

			number = number * 16 +
				 (uint64_t)(strchr(digits, low) - digits);
		}
		(void)snprintf(text, sizeof(text), "%0*llX", (int)given.n,
			       (unsigned long long)(number + (uint64_t)i));
		given = str_of(text);
	}
	memcpy(p->account, given.p,
	       given.n < DC09_ACCOUNT_MAX ? given.n : DC09_ACCOUNT_MAX);
	p->group = (uint16_t)group;
	p->fd = -1;
	p->seq = 1;
	if (!(g->firmware & FW_BIT(FW_CONSTANT_SEQ)))
		p->seq = (uint16_t)(fleet_random(f, SEQ_MAX) + 1);
	for (const char *c = p->account; *c != '\0'; c++)
		h = h * 131 + (unsigned char)*c;
	p->next = f->chains[h % f->n_chains];
	f->chains[h % f->n_chains] = index_of(f, p) + 1;
	if (g->heartbeat_ms > 0)
		due_add(f, &(struct due){
			       .at_us = f->begun_us +
					fleet_random(f, g->heartbeat_ms * 1000),
			       .panel = index_of(f, p),
			       .what = DUE_BEAT });
}

static void
panels_make(struct fleet *f)
{
	f->n = f->s->n_panels;
	f->panels = ARENA_ARRAY(&f->a, f->n, struct sim_panel);
	f->n_chains = 2 * f->n + 1;
	f->chains = ARENA_ARRAY(&f->a, f->n_chains, uint32_t);
	for (size_t k = 0; k < f->s->n_groups; k++)
		for (int64_t i = 0; i < f->s->groups[k].count; i++)
			panel_make(f, k, i);
	for (size_t i = 0; i < f->s->n_actions; i++)
		due_add(f,
			&(struct due){ .at_us = f->begun_us +
						f->s->actions[i].at_ms * 1000,
				       .panel = (uint32_t)i,
				       .what = DUE_ACTION });
	due_add(f, &(struct due){ .at_us = f->begun_us + 1000000,
				  .what = DUE_SECOND });
}

/* After its length nothing new begins, but what is under way ends. */
static bool
is_over(const struct fleet *f, int64_t now_us)
{
	int64_t length_us = f->s->length_ms * 1000;

	if (length_us == 0)
		return false;
	return now_us - f->begun_us >= length_us && f->under_way == 0;
}

static bool
is_new(enum due_what what)
{
	return what == DUE_BEAT || what == DUE_MESSAGE || what == DUE_ACTION;
}

static void
loop(struct fleet *f, const volatile sig_atomic_t *stop)
{
	int64_t length_us = f->s->length_ms * 1000;
	struct due d;

	while (!*stop && !is_over(f, time_mono_us())) {
		int64_t now_us = time_mono_us();
		int64_t next_us = now_us + 100000;

		for (int k = 0; k < 2000 && due_next(f, now_us, &d); k++) {
			bool late =
			    length_us > 0 && now_us - f->begun_us >= length_us;

			if (!late || !is_new(d.what))
				run_due(f, &d, time_mono_us());
		}
		if (f->n_due > 0 && f->heap[0].at_us < next_us)
			next_us = f->heap[0].at_us;
		fleet_wait(f, next_us);
	}
	f->end_us = time_mono_us();
}

enum err
fleet_run(const struct fleet_conf *conf, const volatile sig_atomic_t *stop,
	  struct fleet **out, struct why *why)
{
	struct fleet *f = mem_alloc(sizeof(*f));
	enum err rc;

	memset(f, 0, sizeof(*f));
	*out = f;
	f->conf = conf;
	f->s = conf->scenario;
	f->begun_us = f->end_us = time_mono_us();
	rnd_bytes(&f->seed, sizeof(f->seed));
	f->seed |= 1;
	rc = fleet_net_open(f, why);
	if (rc != OK)
		return rc;
	panels_make(f);
	loop(f, stop);
	return OK;
}

void
fleet_free(struct fleet **fp)
{
	struct fleet *f = *fp;

	if (f == NULL)
		return;
	fleet_net_close(f);
	mem_free(f->heap);
	arena_release(&f->a);
	mem_free(f);
	*fp = NULL;
}
