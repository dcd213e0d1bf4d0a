/* decode_parts.h - what a block says, before the tables are asked. */
#ifndef ALARM_DECODE_PARTS_H
#define ALARM_DECODE_PARTS_H

#include "alarm/dc09.h"

struct block_event {
	struct str code;	/* empty: not understood */
	char qualifier;		/* Contact ID */
	int64_t number;		/* behind the code; -1: none */
	int64_t part, user;	/* of modifiers; -1: none */
	int64_t time_s;		/* of the day, modifier ti; -1: none */
	int64_t day;		/* since 1970, modifier da; or BLOCK_NO_DAY */
	struct str text, text2; /* bytes as sent, perhaps empty */
	struct str whole;	/* what it was read from */
};

/* Modifiers that go on to the next event of the same block. */
struct block_state {
	int64_t part, user, time_s, day;
};
#define BLOCK_NO_DAY INT64_C(-1)
#define BLOCK_ODD_DAY INT64_C(-2) /* there is one that nobody can read */

/* Takes the next event off *s (one of dc09_event_next, its code): "ri1/BA03",
 * "BA03BA04".  false at the end; what is not understood is one event. */
bool
block_sia_next(struct str *s, struct block_state *st, struct block_event *out);
/* "1130 01 003", blanks anywhere or nowhere. */
void block_cid(struct str s, struct block_event *out);

#endif
