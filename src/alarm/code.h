/*
 * code.h - what event codes mean: the tables of packs/codes, read once at
 * start, and the codes that the program itself sends.
 *
 * Formats are "sia", "cid" and "own".  A Contact ID code has two rows, one
 * per qualifier: 1 (new event, opening) and 3 (restore, closing).
 */
#ifndef ALARM_CODE_H
#define ALARM_CODE_H

#include "base/arena.h"
#include "base/err.h"
#include "kind/register.h"

struct code {
	struct str format, code;
	char qualifier; /* '1' or '3' for cid, else '\0' */
	struct label name;
	struct str concerns; /* zone user area door … none */
	struct str class, role;
	int64_t priority; /* 1 to 5 */
	bool maintenance; /* somebody has to repair something */
	struct str grade; /* of that repair: general urgent major, or empty */
	struct str ends;  /* codes whose event it ends: "BA;BT", or empty */
	bool is_ended;	  /* another code says that its event is over */
	struct str sia;	 /* of cid: the SIA code that says the same, or empty */
	struct str note; /* packs/codes/README.md; "vendor;hengbo" */
};

/* folder is that of the packs; the tables are in folder/codes.  Once, at
 * start; ERR_INVALID says file and line. */
MUST_CHECK enum err codes_load(const char *folder, struct why *why);
void codes_free(void);

/* qualifier counts for cid alone; NULL: the tables do not have it. */
const struct code *
code_find(struct str format, struct str code, char qualifier);
/* By what is kept of a signal: its role says which qualifier it was. */
const struct code *code_of(struct str format, struct str code, struct str role);
/* For screens; { NULL, NULL } when the tables do not have it. */
struct label code_name(struct str format, struct str code, struct str role);
/* All of them, in the order of the files; for lists and statistics. */
const struct code *code_at(size_t i); /* NULL behind the last */
/* Does c end the event that code began? */
bool code_ends(const struct code *c, struct str code);

/* Classes, roles: labels for screens; NULL labels for other words. */
enum family { FAMILY_NONE, FAMILY_ALARM, FAMILY_TECHNICAL, FAMILY_USE };
const char *family_word(enum family family); /* "" for FAMILY_NONE */
enum family class_family(struct str class);
/* AVS level (ANSI/TMA-AVS-01) of a confirmed alarm of the class when nobody
 * says another: 4 a life, 3 property, 2 somebody is there; 0: has none. */
int64_t class_avs(struct str class);
struct label class_label(struct str class);
struct label role_label(struct str role);
/* The lists behind it, for fields of registers. */
extern const struct option class_options[], role_options[];

/* May a person or the program begin an alarm with it? */
bool role_begins(struct str role); /* alarm trouble bypass … */
bool role_ends(struct str role);   /* restore trouble_restore unbypass */

#endif
