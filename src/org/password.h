/*
 * password.h - passwords: argon2id by libsodium, and what is refused.
 *
 * One hash takes 64 MiB and some 65 ms of a core, so at most two run at a
 * time; the others wait.  Never call these inside a write transaction.
 */
#ifndef ORG_PASSWORD_H
#define ORG_PASSWORD_H

#include "base/err.h"

#define PASSWORD_HASH_BYTES 128 /* NUL-terminated "$argon2id$…" */
#define PASSWORD_MAX 200	/* characters */

/* Setting password.min_length, 10 until it is set; reload changes it. */
void password_min_set(int64_t characters);

/* The memory of one hash; the setting for small machines.  Default 64 MiB;
 * hashes of another cost stay good. */
void password_memory(size_t mib);

/* ERR_BUSY when the machine has no memory for it. */
MUST_CHECK enum err
password_hash(struct str password, char out[PASSWORD_HASH_BYTES],
	      struct why *why);
/*
 * Is it the password of the hash?  An empty hash takes the same time and is
 * never right: who asks for an unknown login learns nothing from the clock.
 */
bool password_is(struct str hash, struct str password);

/*
 * May it become the password of this login?  Faults by field in why: too
 * short, too long, holds the login, only digits, one of the commonest.
 */
MUST_CHECK enum err password_policy(struct str password, struct str login,
				    const char *field, struct why *why);

#endif
