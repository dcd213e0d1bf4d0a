/*
 * duty.h - separation of duties (domain model C.1), as two tables.
 *
 * Roles that one person may not hold together, and acts that one person may
 * not do after having had another part in the same matter.  Rules that
 * concern what does not exist yet get their row with it.
 */
#ifndef ORG_DUTY_H
#define ORG_DUTY_H

#include "kind/task.h"

/* Roles that exclude each other. */
struct duty_pair {
	const char *rule;     /* of C.1 */
	uint32_t one, others; /* sets of ROLE_BIT */
	struct label because;
};
extern const struct duty_pair duty_pairs[];
extern const size_t n_duty_pairs;
/* A fault on field "roles" naming both roles and the rule. */
MUST_CHECK enum err
duty_roles(uint32_t set, struct label field, struct why *why);

/* Acts.  The rows are in the order of the enum. */
enum duty_no {
	DUTY_ACCEPT,	  /* (1) the customer's confirmation of a repair */
	DUTY_COMPLAINT,	  /* (4) handling a complaint */
	DUTY_DESTROY,	  /* (7) destroying an archived document */
	DUTY_STOCK_TAKE,  /* (8) counting the stock */
	DUTY_CLOSE_ALARM, /* C.3.2 approving that an alarm is closed */
	DUTY_TAKE_SHIFT,  /* C.3.12 the second signature of a hand-over */
	DUTY_N
};
struct duty {
	const char *rule;
	struct label act;     /* "accept the repair" */
	struct label because; /* who may not, as a sentence */
	enum may may;	      /* needed too; MAY_SIGN_IN: nothing special */
};
extern const struct duty duties[DUTY_N];

/* Somebody with a part in the matter, as a user or as staff; 0: unknown. */
struct duty_person {
	int64_t user, staff;
};
/*
 * May the caller do the act, when these persons had their part in the
 * matter?  ERR_FORBIDDEN when he is one of them, lacks the permission, or is
 * the program: these acts need a person.  For guards and registers.
 */
MUST_CHECK enum err duty_check(struct task *t, const struct duty *d,
			       const struct duty_person *others, size_t n);

#endif
