/* receiver_note.c - what is told of a frame beside its row: to the log, to
 * the supervision, to the list of those who are not understood. */
#include "alarm/receiver_parts.h"

#include <string.h>

#include "base/log.h"
#include "base/str.h"

void
frame_say(const struct frame *x, const char *event, const struct why *why)
{
	char peer[PEER_TEXT], host[PEER_TEXT];

	log_limited(LOG_INFO, LOG_RECV, event, net_peer_host(&x->peer, host), 6,
		    "peer=%s account=%.*s why=\"%s\"",
		    net_peer_print(&x->peer, peer).p,
		    STR_ARG(dc09_account(&x->f)),
		    why == NULL ? "" : why->text[LANG_EN]);
}

void
frame_line(const struct frame *x, struct str *out)
{
	struct arena *a = (struct arena *)(uintptr_t)&x->a;

	if (!x->f.has_receiver && !x->f.has_line)
		*out = STR("");
	else
		*out =
		    arena_printf(a, "%s%.*s%s%.*s",
				 x->f.has_receiver ? "R" : "",
				 STR_ARG(x->f.receiver),
				 x->f.has_line ? "L" : "", STR_ARG(x->f.line));
}

int64_t
frame_device_ms(const struct frame *x)
{
	return x->f.has_time ? x->f.time_ms - x->p.offset_ms : SIGNAL_NONE;
}

/* J of the frame: over which network it came; 0: it does not say. */
static char
network_of(const struct frame *x)
{
	struct str rest = x->f.xdata, value;
	char id;

	while (dc09_xdata_next(&rest, &id, &value)) {
		if (id == 'J' && value.n == 1)
			return value.p[0];
	}
	return '\0';
}

void
frame_seen(struct receiver *r, const struct frame *x, enum told what)
{
	char peer[PEER_TEXT];
	struct seen seen = {
		.org = x->p.org,
		.panel = x->p.panel,
		.path = x->peer.is_tcp ? SEEN_TCP : SEEN_UDP,
		.peer = net_peer_print(&x->peer, peer),
		.now_ms = x->now_ms,
		.seq = SEEN_NONE,
		.device_ms = x->f.has_time ? frame_device_ms(x) : SEEN_NONE,
		.network = network_of(x),
		.is_heartbeat = what == TOLD_HEARTBEAT,
		.is_refused = what == TOLD_REFUSED,
	};

	if (r->conf.seen == NULL || x->p.panel == 0)
		return;
	frame_line(x, &seen.line);
	(void)!str_to_int(x->f.seq, 0, 9999, &seen.seq);
	r->conf.seen(r->conf.seen_ctx, &seen);
}

/* What people look for when a panel that speaks is silent on the board. */
void
frame_note_refused(struct receiver *r, const struct frame *x,
		   enum heard_why why)
{
	if (r->conf.heard == NULL || x->p.panel == 0)
		return;
	heard_refused(r->conf.heard,
		      &(struct heard_refused){
			  .org = x->p.org,
			  .panel = x->p.panel,
			  .why = why,
			  .diff_ms = why == HEARD_TIME && x->f.has_time ?
					 frame_device_ms(x) - x->now_ms :
					 0,
			  .last_ms = x->now_ms });
}

static void
text_put(char *out, size_t size, struct str s)
{
	size_t n = s.n < size ? s.n : size - 1;

	if (n > 0)
		memcpy(out, s.p, n);
	out[n] = '\0';
}

/* A panel that only polls is no signal, but it wants to be connected. */
void
frame_note_unknown(struct receiver *r, const struct frame *x)
{
	struct heard_unknown one = { .org = x->p.org,
				     .is_udp = !x->peer.is_tcp,
				     .last_ms = x->now_ms };
	struct str account = dc09_account(&x->f), line;
	char peer[PEER_TEXT];

	frame_say(x, "heartbeat_unknown", NULL);
	if (r->conf.heard == NULL || account.n == 0)
		return;
	frame_line(x, &line);
	text_put(one.line, sizeof(one.line), line);
	text_put(one.account, sizeof(one.account), account);
	text_put(one.peer, sizeof(one.peer), net_peer_print(&x->peer, peer));
	heard_unknown(r->conf.heard, &one);
}
