/*
 * panel_link.h - the simulated panel's line to a receiver: TCP or UDP, one
 * frame at a time, with a deadline.
 */
#ifndef CLI_PANEL_LINK_H
#define CLI_PANEL_LINK_H

#include "alarm/dc09.h"

struct panel_link {
	const char *to; /* HOST:PORT or [v6]:PORT */
	bool udp;
	bool open;
	int fd;
	size_t at, n; /* of in: what is read, what is there */
	char in[2 * DC09_FRAME_MAX];
};

enum panel_event {
	PANEL_FRAME, /* *out is one, until the next read */
	PANEL_LATE,  /* the deadline passed */
	PANEL_CLOSED /* the other side closed or nobody listens */
};

/* Is .to an address at all? */
MUST_CHECK enum err
panel_link_check(const struct panel_link *l, struct why *why);
/* Nothing happens when it is open and the other side has not closed it. */
MUST_CHECK enum err
panel_link_open(struct panel_link *l, int64_t until_us, struct why *why);
MUST_CHECK enum err
panel_link_send(struct panel_link *l, struct str bytes, struct why *why);
enum panel_event
panel_link_read(struct panel_link *l, int64_t until_us, struct str *out);
void panel_link_close(struct panel_link *l);

#endif
