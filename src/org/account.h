/*
 * account.h - signing in and what proves a person: password and second
 * factor; making users.
 *
 * A hash takes 65 ms of a core and must not run inside a write transaction.
 * So every proof goes in three steps, each in its own place:
 *
 *	proof_find    in TX_READ: is he locked out, what is on file
 *	proof_test    in no transaction: password and code
 *	proof_settle  in TX_WRITE: counts the failure or forgives the past
 *
 * After proof_settle, p->rc tells whether it was good, and p->why the
 * sentence; the transaction commits in both cases, since a failure counts.
 */
#ifndef ORG_ACCOUNT_H
#define ORG_ACCOUNT_H

#include "kind/task.h"
#include "org/org.h"
#include "org/password.h"
#include "org/session.h"
#include "org/totp.h"

struct account {
	int64_t id, org;
	struct str login, name;
	bool must_change;
	struct str password; /* argon2id */
	struct str totp_secret;
	bool totp_on;
	int64_t totp_step;
	int64_t staff; /* who of the staff it is; 0: nobody */
};

struct proof {
	/* Given. */
	struct str login, password, code, address;
	bool of_caller;	 /* not by login but by t->who */
	bool needs_code; /* when his second factor is on */
	/* Found and made by the steps. */
	struct account account; /* id 0: nobody has this login */
	int64_t step;		/* of the code */
	enum err rc;		/* OK, ERR_CREDENTIALS, ERR_TOTP, ERR_LOCKED */
	struct why why;
};
MUST_CHECK enum err proof_find(struct task *t, struct proof *p);
void proof_test(struct proof *p, int64_t now_ms);
MUST_CHECK enum err proof_settle(struct task *t, struct proof *p);

/* The account of the caller, or by id in the caller's org. */
MUST_CHECK enum err
account_get(struct task *t, int64_t user, struct account *out);

/* "manager,hr" */
MUST_CHECK enum err
account_roles(struct task *t, int64_t user, struct str *out);

/*
 * A new password, hashed before (password_hash): ends the sessions of the
 * user but one (0: all).  must_change: he has to choose his own next.
 */
struct password_new {
	int64_t user;
	struct str hash;
	bool must_change;
	int64_t keep_session;
};
MUST_CHECK enum err
account_password(struct task *t, const struct password_new *in);
/* May the caller set the password of this user?  MAY_EDIT_ORG and whoever
 * may appoint his roles; *out is the account or only its login when it never
 * had a password. */
MUST_CHECK enum err
account_may_reset(struct task *t, int64_t user, struct str *login);

/* The second factor of the caller: asked for, confirmed, off. */
MUST_CHECK enum err
account_totp_begin(struct task *t, char secret[TOTP_SECRET_BYTES]);
MUST_CHECK enum err account_totp_confirm(struct task *t, struct str code);
MUST_CHECK enum err account_totp_off(struct task *t, int64_t user);

/* One journal entry on the user, for what is not a field of the register:
 * password, totp_on, token_create …  Tells the live feed. */
MUST_CHECK enum err account_note(struct task *t, int64_t user,
				 const char *event, struct str reason);
/* A journal entry that the caller has signed in, and from where. */
MUST_CHECK enum err account_signed_in(struct task *t, struct str address);

/*
 * For the command line and the demo data, with the program as the caller:
 * makes a user through the register, with journal.  Hashes the password (in
 * this transaction: nothing else runs then).
 */
struct user_new {
	struct str login, name;
	struct str roles; /* "manager,hr" */
	struct str password;
	bool must_change;
	int64_t customer; /* role customer: of whom; else 0 */
	int64_t staff;	  /* who of the staff it is; else 0 */
};
MUST_CHECK enum err
user_add(struct task *t, const struct user_new *in, int64_t *id);

#endif
