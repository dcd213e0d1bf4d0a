/*
 * override.h - register code_rule in memory: what a panel, a site, a panel
 * template or a format says otherwise than the tables.
 *
 * A snapshot never changes; the directory takes a new one when rules changed
 * and gives the old one back when no frame uses it any more.
 */
#ifndef ALARM_OVERRIDE_H
#define ALARM_OVERRIDE_H

#include "alarm/code.h"
#include "db/db.h"

struct overrides;

/* Reads all organisations' rules; inside a TX_READ.  One holder. */
MUST_CHECK enum err
overrides_load(struct db *db, struct overrides **out, struct why *why);
/* What must differ for a new load to say something else. */
struct overrides_mark {
	int64_t rows, changed_ms;
};
MUST_CHECK enum err
overrides_mark(struct db *db, struct overrides_mark *out, struct why *why);
struct overrides *overrides_hold(struct overrides *o); /* thread safe */
void overrides_drop(struct overrides **o);	       /* last one frees */

/* Whose event it is. */
struct override_at {
	int64_t org, panel, site, template;
	struct str format, code;
	char qualifier;
	struct str role; /* as the tables have it */
};
/* *out comes in as the tables say and goes out as the most particular rule
 * says: panel, else site, else template, else format. */
void override_apply(const struct overrides *o, const struct override_at *at,
		    struct code *out);

#endif
