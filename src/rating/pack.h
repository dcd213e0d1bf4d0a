/*
 * pack.h - standards as data: files in packs/, read once at start.
 *
 * A pack is known by its name and by the SHA-256 of its file.  So far a pack
 * carries parameters: numbers with their clause and the direction in which a
 * contract may change them.  A file that is not understood whole is refused.
 */
#ifndef RATING_PACK_H
#define RATING_PACK_H

#include "base/arena.h"
#include "base/err.h"

enum change { CHANGE_NO, CHANGE_LOWER, CHANGE_RAISE };

struct pack_param {
	struct str name;    /* "grade.urgent.response_min" */
	struct str unit;    /* "min", "h" */
	const char *clause; /* "SVC-6.1.2" */
	int64_t value;
	enum change change; /* what a contract may do to it */
};
struct pack {
	struct str name, version, status;
	struct label title;
	char digest[65]; /* SHA-256 of the file, hex */
	size_t n_params;
	struct pack_param *params;
};

/* Reads one pack from text; strings live in a. */
MUST_CHECK enum err
pack_parse(struct str text, struct arena *a, struct pack *out, struct why *why);
/* Reads every *.json of the folder; process lifetime.  Once, at start. */
MUST_CHECK enum err packs_load(const char *folder, struct why *why);
void packs_free(void);
/* NULL when no such pack is loaded. */
const struct pack *pack_find(const char *name);
const struct pack_param *pack_param(const struct pack *p, const char *name);

#endif
