/* panel_fleet_parts.h - what the files of the fleet share. */
#ifndef CLI_PANEL_FLEET_PARTS_H
#define CLI_PANEL_FLEET_PARTS_H

#include <netinet/in.h>

#include "cli/panel_fleet.h"

/* What a panel has to say: a heartbeat, or an event of a word. */
struct sim_message {
	const struct panel_word *word; /* NULL: a heartbeat */
	bool restore;
	uint16_t number;
};

/* Events that wait behind the one under way. */
#define SIM_QUEUE 4
enum sim_line { LINE_DOWN, LINE_CALLING, LINE_UP };
struct sim_panel {
	char account[DC09_ACCOUNT_MAX + 1];
	uint8_t waiting, attempt; /* 0: nothing under way */
	uint16_t group;
	uint16_t seq, seq_now; /* the next; of the one under way */
	enum sim_line line;
	bool rest_due; /* a second piece is to follow */
	int fd;	       /* TCP */
	uint32_t turn; /* changes with each attempt: old timers are void */
	struct sim_message now, queue[SIM_QUEUE];
	int64_t begun_us, sent_us, silent_until_us, offset_ms, stamp_ms;
	char *in; /* TCP: what has been read of an answer */
	size_t n_in;
	uint32_t next; /* of its chain, by account */
};

enum due_what {
	DUE_BEAT,
	DUE_MESSAGE,
	DUE_TIMEOUT,
	DUE_ACTION,
	DUE_PIECE,
	DUE_SECOND
};
struct due {
	int64_t at_us;
	uint32_t panel, turn; /* DUE_ACTION: its number is in panel */
	enum due_what what;
	struct sim_message message;
};

#define BUCKETS 160 /* of latencies: eight to each doubling of 1 us */
struct tally {
	int64_t messages, frames, acked, naked, duh, lost;
	int64_t latency[BUCKETS], latency_max_us;
};
enum { TALLY_BEAT, TALLY_EVENT, TALLY_N };

#define IN_MAX 1024
struct fleet {
	const struct fleet_conf *conf;
	const struct scenario *s;
	struct arena a;
	struct sim_panel *panels;
	size_t n;
	uint32_t *chains; /* by account; panel + 1 */
	size_t n_chains;

	struct due *heap;
	size_t n_due, cap_due;

	int epoll;
	int *udp;
	size_t n_udp;
	struct sockaddr_storage to;
	socklen_t to_size;

	uint64_t seed;
	int64_t begun_us, end_us;
	struct tally tally[TALLY_N], before[TALLY_N];
	int64_t under_way, dropped, ignored, strange;
	int64_t connects, connect_fails, cuts, connected;
};

int64_t fleet_random(struct fleet *f, int64_t n); /* 0 … n-1 */
void due_add(struct fleet *f, const struct due *d);
bool due_next(struct fleet *f, int64_t now_us, struct due *out);

static inline struct sim_group *
group_of(const struct fleet *f, const struct sim_panel *p)
{
	return &f->s->groups[p->group];
}
static inline uint32_t
index_of(const struct fleet *f, const struct sim_panel *p)
{
	return (uint32_t)(p - f->panels);
}

/* panel_fleet.c: the conversation */
void fleet_say(struct fleet *f, struct sim_panel *p, struct sim_message m,
	       int64_t now_us);
void fleet_attempt(struct fleet *f, struct sim_panel *p, int64_t now_us);
void fleet_answer(struct fleet *f, struct str frame, struct sim_panel *p,
		  int64_t now_us);

/* panel_fleet_net.c: sockets */
MUST_CHECK enum err fleet_net_open(struct fleet *f, struct why *why);
void fleet_net_close(struct fleet *f);
/* True when the bytes are on their way. */
bool fleet_send(struct fleet *f, struct sim_panel *p, struct str bytes);
void fleet_call(struct fleet *f, struct sim_panel *p);
void fleet_hang_up(struct fleet *f, struct sim_panel *p);
void fleet_wait(struct fleet *f, int64_t until_us);

void tally_ack(struct tally *t, int64_t us);

#endif
