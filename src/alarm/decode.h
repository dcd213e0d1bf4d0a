/*
 * decode.h - a frame's block into signals, by the tables of code.h and the
 * overrides.  Pure: nothing is read, nothing discarded.
 */
#ifndef ALARM_DECODE_H
#define ALARM_DECODE_H

#include "alarm/code.h"
#include "alarm/dc09.h"
#include "alarm/override.h"
#include "alarm/signal.h"

/* What is known of the sender; all 0 and empty for an unknown account. */
struct decode_profile {
	int64_t org, panel, site, customer;
	int64_t template;	 /* panel_template, or 0 */
	struct str dialect;	 /* panel_template.dialect, or empty */
	int64_t clock_offset_ms; /* panel's time minus UTC */
	const struct overrides *overrides; /* or NULL: the tables alone */
	int64_t received_ms; /* our clock; 0: a time without a date is none */
};

/* Of one frame; what is behind them becomes one more, undecoded. */
#define DECODE_EVENTS_MAX 64

/*
 * One signal per event of the frame, in its order, at least one; none for a
 * NULL frame (heartbeat).  Filled are: org, panel, site, customer, source,
 * line, account, seq, token, encrypted, device_ms, part and everything from
 * format on; received_ms, transport, peer and raw are the receiver's.  Texts
 * are UTF-8 and live in the arena, the rest points into f.
 *
 * What is not understood is one signal of state undecoded, priority 3.
 * profile->panel 0 makes every state unknown, decoded or not.  An encrypted
 * frame must be decrypted before; one that is not gives undecoded.
 */
void decode_frame(const struct decode_profile *profile, const struct dc09 *f,
		  struct arena *a, struct signal **out, size_t *n);

/* UTF-8 as it is, else GB18030 when all its high bytes come in pairs, else
 * Windows-1252, as DC-09 says.  Control characters become blanks. */
struct str decode_text(struct str s, struct arena *a);

#endif
