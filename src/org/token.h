/*
 * token.h - keys of programs: random, shown once, with scopes and an end.
 *
 * A token may do what its owner may at that moment, narrowed by its scopes.
 * Found by session_find(…, is_token).
 */
#ifndef ORG_TOKEN_H
#define ORG_TOKEN_H

#include "base/json.h"
#include "kind/task.h"

#define TOKEN_PREFIX "anwei_"
#define TOKEN_TEXT_BYTES (sizeof(TOKEN_PREFIX) + 64)
#define TOKEN_DAYS_MAX 366
#define TOKENS_MAX 100 /* of one user */

struct token_new {
	struct str name;
	struct str_list scopes; /* words of permissions */
	int64_t days;
};
/* A token of the caller; scopes beyond his permissions are refused. */
MUST_CHECK enum err token_add(struct task *t, const struct token_new *in,
			      char text[TOKEN_TEXT_BYTES], int64_t *id);

struct token {
	int64_t id, created_ms, expires_ms;
	int64_t used_ms; /* 0: never; at most a minute behind */
	struct str name, scopes;
};
/* The caller's good ones, newest first. */
MUST_CHECK enum err token_list(struct task *t, struct token **out, size_t *n);
/* ERR_NOT_FOUND when it is not his.  Forget the user after the commit. */
MUST_CHECK enum err token_revoke(struct task *t, int64_t id);

#endif
