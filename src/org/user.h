/*
 * user.h - the register of people who sign in, and its rules: logins unique
 * in the installation, no roles beyond what one may appoint, nobody his own
 * appointer, never without an administrator, duties kept apart.
 */
#ifndef ORG_USER_H
#define ORG_USER_H

#include "kind/register.h"

extern const struct reg user_reg;

/* 2 to 64 of a-z 0-9 . _ - @, not beginning or ending with a sign. */
bool login_is_valid(struct str login);
/* As it is stored: lower case, trimmed. */
struct str login_normal(struct arena *a, struct str login);

/* May the caller appoint, change or depose whoever holds these roles? */
MUST_CHECK enum err user_may_give(struct task *t, uint32_t roles);

#endif
