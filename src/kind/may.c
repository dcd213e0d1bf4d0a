/* may.c - permissions, their words, and the roles that carry them. */
#include "kind/may.h"

#include "base/str.h"
#include "kind/roles.h"

static const struct {
	const char *word;
	struct label label;
} mays[MAY_N] = {
#define X(name, word, zh, en) [name] = { word, LABEL(zh, en) },
	MAYS(X)
#undef X
};

/* A permission is a bit of a 64-bit set. */
_Static_assert(MAY_N <= 64, "too many permissions for a set");
_Static_assert(ROLE_N < 32, "too many roles for a set");

const struct role roles[] = {
#define X(name, word, zh, en, may, gives) { word, LABEL(zh, en), may },
	ROLES(X)
#undef X
};
const size_t n_roles = ARRAY_LEN(roles);

static const uint32_t role_gives[] = {
#define X(name, word, zh, en, may, gives) gives,
	ROLES(X)
#undef X
};

const char *
may_word(enum may may)
{
	must(may < MAY_N);
	return mays[may].word;
}

struct label
may_label(enum may may)
{
	must(may < MAY_N);
	return mays[may].label;
}

bool
may_parse(struct str word, enum may *out)
{
	for (size_t i = 0; i < MAY_N; i++) {
		if (str_is(word, mays[i].word)) {
			*out = (enum may)i;
			return true;
		}
	}
	return false;
}

const struct role *
role_find(struct str name)
{
	for (size_t i = 0; i < n_roles; i++) {
		if (str_is(name, roles[i].name))
			return &roles[i];
	}
	return NULL;
}

bool
roles_parse(struct str words, uint32_t *out)
{
	uint32_t set = 0;

	while (words.n > 0) {
		struct str word = str_cut(words, ',', &words);
		const struct role *role = role_find(word);

		if (role == NULL)
			return false;
		set |= ROLE_BIT(role - roles);
	}
	*out = set;
	return true;
}

uint64_t
roles_may(uint32_t set)
{
	uint64_t may = 0;

	for (size_t i = 0; i < n_roles; i++) {
		if ((set & ROLE_BIT(i)) != 0)
			may |= roles[i].may;
	}
	return may;
}

uint32_t
roles_gives(uint32_t set)
{
	uint32_t gives = 0;

	for (size_t i = 0; i < n_roles; i++) {
		if ((set & ROLE_BIT(i)) != 0)
			gives |= role_gives[i];
	}
	return gives;
}

const struct role *
roles_first(uint32_t set)
{
	must(set != 0 && set < ROLE_BIT(ROLE_N));
	return &roles[__builtin_ctz(set)];
}
