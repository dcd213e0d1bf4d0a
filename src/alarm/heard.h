/*
 * heard.h - who spoke to the receiver and was not understood: accounts that
 * no panel has and that only poll, and panels whose last frame was refused.
 *
 * In memory, bounded, of this node alone: nothing of it needs to outlive a
 * restart, since whoever is wrong will speak again.  When there are too many
 * the oldest of a few go.  Every function may be called from any thread.
 */
#ifndef ALARM_HEARD_H
#define ALARM_HEARD_H

#include "base/base.h"

struct heard;
struct heard *heard_new(void);
void heard_free(struct heard **h);

/* ---- accounts that no panel has ---- */

struct heard_unknown {
	int64_t org; /* whose the line is */
	char line[16], account[17], peer[48];
	bool is_udp; /* as the newest */
	int64_t first_ms, last_ms, n;
};
/* One more; first_ms and n are not looked at. */
void heard_unknown(struct heard *h, const struct heard_unknown *one);
/* Up to max of the organisation since from_ms, the newest first. */
size_t heard_unknowns(struct heard *h, int64_t org, int64_t from_ms,
		      struct heard_unknown *out, size_t max);

/* ---- frames of known panels that were refused ---- */

/*   name, word */
#define HEARD_WHYS(X)                                               \
	X(HEARD_TIME, "time")	/* the panel's clock */             \
	X(HEARD_KEY, "key")	/* another key, or none is known */ \
	X(HEARD_PLAIN, "plain") /* plain, though it must encrypt */
enum heard_why {
#define X(name, word) name,
	HEARD_WHYS(X)
#undef X
	    HEARD_WHY_N
};
const char *heard_why_word(enum heard_why why);

struct heard_refused {
	int64_t org, panel;
	enum heard_why why;
	int64_t diff_ms; /* HEARD_TIME: the panel's clock minus ours */
	int64_t first_ms, last_ms, n;
};
void heard_refused(struct heard *h, const struct heard_refused *one);
/* A frame of it was taken: what was refused before is over. */
void heard_good(struct heard *h, int64_t panel);
bool heard_refused_of(struct heard *h, int64_t org, int64_t panel,
		      struct heard_refused *out);
size_t heard_refusals(struct heard *h, int64_t org, struct heard_refused *out,
		      size_t max);

#endif
