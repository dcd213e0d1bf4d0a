/*
 * demo.h - the demo company: in through the import, out in one command.
 *
 * The files of demo/ are one per register, headings in Chinese.  All their
 * dates stand relative to DEMO_BASE; loading moves them by whole days so that
 * DEMO_BASE becomes today, and the demo stays fresh.  The organisation is
 * marked is_demo; its users are one per role, two at the desk.
 *
 * Removing is the single place in the program where rows go: a demo company
 * is no evidence.  What the journal says of it stays.
 */
#ifndef ARCHIVE_DEMO_H
#define ARCHIVE_DEMO_H

#include "base/buf.h"
#include "kind/register.h"
#include "kind/roles.h"

#define DEMO_BASE "2026-11-01"
#define DEMO_ZONE "Asia/Shanghai"
#define DEMO_NAME "云澜安防运维有限公司（演示）"

/* After registers_start and before threads: the statements that remove. */
void demo_start(void);

#define DEMO_KEY "text:ANWEI-DEMO-PANEL"
struct demo_conf {
	bool keys;	     /* of panels too; secret_key_open was called */
	const char *folder;  /* with customer.csv and the others */
	struct str password; /* of all demo users; password policy holds */
};
struct demo_report {
	int64_t org;
	size_t registers; /* files that were read */
	int64_t rows;	  /* that came in by them */
	size_t orders;	  /* repair orders, in all states */
};
/* In one TX_WRITE of the caller, on a connection that nothing else uses. */
MUST_CHECK enum err demo_load(struct task *t, const struct demo_conf *conf,
			      struct demo_report *out);

/* Everything of the caller's organisation, in his TX_WRITE; *rows counts.
 * ERR_STATE when it is no demo. */
MUST_CHECK enum err demo_remove(struct task *t, int64_t *rows);

/* Registers so that each comes after those it refers to; returns how many. */
#define DEMO_REGISTERS_MAX 64
size_t demo_order(const struct reg *out[DEMO_REGISTERS_MAX]);

/* Every cell of a CSV text that is or begins with a date, moved. */
void demo_shift(struct str csv, int64_t days, struct buf *out);

/* Who signs in as "demo." and login; login NULL ends. */
struct demo_person {
	const char *login;
	enum role_no role;
	const char *staff; /* number; NULL: not of the staff */
};
extern const struct demo_person demo_people[];
/* users: by role, the first of it. */
MUST_CHECK enum err
demo_users(struct task *t, struct str password, int64_t users[ROLE_N]);
/* person: who answers for the first patrol. */
MUST_CHECK enum err demo_patrols(struct task *t, int64_t person);

/* Repair orders of the last weeks, through the process; *made counts. */
MUST_CHECK enum err
demo_orders(struct task *t, const int64_t *users, size_t *made);

#endif
