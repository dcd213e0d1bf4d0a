/*
 * secret.h - what the program must be able to read back: keys of panels,
 * passwords of notice channels.  By name, per organisation.
 *
 * Sealed with AES-256-GCM under one key file of the installation
 * (data.dir/secret.key, made at the first start, mode 0600); organisation and
 * name are bound in, so that a row moved to another place does not open.
 * Nobody reads a secret over HTTP; the journal has who changed it, never the
 * value.  All nodes of an installation share the key file; without it the
 * secrets are lost; the backup carries it, so keep backups as safe as the
 * secrets.
 */
#ifndef KIND_SECRET_H
#define KIND_SECRET_H

#include "kind/task.h"

#define SECRET_KEY_FILE "secret.key" /* below data.dir */
#define SECRET_NAME_MAX 60
#define SECRET_MAX 512

/* Never printed; secret_close when it is no longer needed. */
struct secret {
	size_t n;
	char b[SECRET_MAX + 1]; /* with a NUL behind */
};
void secret_close(struct secret *s);

/* At start, before a second thread runs: reads the key file, makes one when
 * there is none.  The key stays in memory until secret_key_close. */
MUST_CHECK enum err secret_key_open(const char *path, struct why *why);
void secret_key_close(void);

/* Makes or replaces.  ERR_INVALID for a name other than letters, digits and
 * "._-", or a value that is empty or longer than SECRET_MAX. */
MUST_CHECK enum err
secret_put(struct task *t, struct str name, struct str value);
/* ERR_NOT_FOUND: no such name in the task's organisation; ERR_STATE: sealed
 * under another key file. */
MUST_CHECK enum err
secret_get(struct task *t, struct str name, struct secret *out);
MUST_CHECK enum err secret_has(struct task *t, struct str name, bool *out);
MUST_CHECK enum err secret_drop(struct task *t, struct str name);

/* Without values. */
struct secret_line {
	struct str name;
	int64_t changed_ms, changed_by; /* 0: the program */
};
MUST_CHECK enum err
secret_list(struct task *t, struct secret_line **out, size_t *n);

/* A sealed value of a row read otherwise. */
MUST_CHECK enum err
secret_unseal(int64_t org, struct str name, struct str sealed,
	      struct secret *out, struct why *why);

#endif
