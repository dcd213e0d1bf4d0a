/* org.h - organisations: the owners of every row. */
#ifndef ORG_ORG_H
#define ORG_ORG_H

#include "kind/task.h"

struct org {
	int64_t id;
	struct str name, zone;
	bool is_demo;
};
/* ERR_INVALID when the name is empty or the zone does not exist. */
MUST_CHECK enum err org_add(struct task *t, struct str name, struct str zone,
			    bool is_demo, int64_t *id);
MUST_CHECK enum err org_get(struct task *t, int64_t id, struct org *out);
/* Of the whole installation, for the command line; at most 1000. */
MUST_CHECK enum err org_list(struct task *t, struct org **out, size_t *n);

#endif
