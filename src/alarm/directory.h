/*
 * directory.h - who has which account: panels and receiver lines in memory,
 * for the receiver's thread.
 *
 * Loaded whole at start; a thread of its own reads what changed once a
 * second and everything every few minutes, so that several nodes see each
 * other's edits.  Looking up copies under a lock that is held for
 * nanoseconds.
 */
#ifndef ALARM_DIRECTORY_H
#define ALARM_DIRECTORY_H

#include "alarm/dc09.h"
#include "alarm/line.h"
#include "alarm/override.h"
#include "db/db.h"

/* What a receiver does with a frame that it would rather not take. */
enum answer_policy {
	ANSWER_ACCEPT,
	ANSWER_ACK,
	ANSWER_DUH,
	ANSWER_NAK,
	ANSWER_SILENT
};

/* All that a frame's treatment depends on. */
struct dir_panel {
	int64_t panel, org, site, customer; /* panel 0: unknown account */
	int64_t template;
	char dialect[16];
	int64_t offset_ms; /* panel's time minus UTC */
	bool in_use;	   /* neither retired nor closed */
	bool must_encrypt;
	int64_t time_tolerance_ms; /* of plain frames; 0: not checked */
	bool has_backup_line;	   /* frames of its backup path name another */
	struct line_no backup_line;
	struct dc09_key key; /* its own, else the line's; n 0: none */
	bool key_is_missing; /* named, but not in the store, or no key */
	enum answer_policy unknown, plain; /* the line's */
};

struct directory;
struct directory_conf {
	const char *url;
	int64_t poll_ms; /* 0: directory_refresh is called by hand (tests) */
	int64_t full_ms; /* everything again, so often */
};
/* Loads everything before it returns. */
MUST_CHECK enum err directory_open(const struct directory_conf *conf,
				   struct directory **out, struct why *why);
void directory_close(struct directory **d);

/*
 * The panel of (line, account): exactly, else the only one in use with that
 * account over all lines and organisations; else .panel is 0 and .org that of
 * the line, else of the only organisation with panels, else of the oldest.
 * Accounts are compared without case, leading zeros count.
 */
void directory_find(struct directory *d, struct str receiver, struct str line,
		    struct str account, struct dir_panel *out);
size_t directory_count(struct directory *d);

/* The rules of register code_rule as they are now, to be given back by
 * overrides_drop; NULL: none were read yet. */
struct overrides *directory_overrides(struct directory *d);

/* What changed since; with `all` everything. */
MUST_CHECK enum err
directory_refresh(struct directory *d, bool all, struct why *why);

#endif
