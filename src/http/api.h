/* api.h - the tables of routes and what their files share. */
#ifndef HTTP_API_H
#define HTTP_API_H

#include "http/call.h"
#include "kind/clock.h"

extern const struct route patrol_routes[];
extern const struct route register_routes[], process_routes[], meta_routes[],
    journal_routes[], feed_routes[], health_routes[], session_routes[],
    account_routes[], desk_routes[], sheet_routes[], file_routes[],
    secret_routes[], signal_routes[], commission_routes[], unknown_routes[];
extern const struct route net_routes[], stat_routes[];
extern const struct route supervision_routes[];
extern const struct route rule_routes[];

/* One row with its refs and ETag. */
MUST_CHECK enum err
answer_row(struct call *c, int status, const struct reg_row *row);

/* Members "steps" and "clocks" of a process's row; c->reg is its register. */
MUST_CHECK enum err answer_steps(struct call *c, const struct reg_row *row);
/* One clock of a row of r as an object. */
void
answer_clock(struct call *c, const struct reg *r, const struct clock_view *k);

/* For what only a person does at a screen: a program's token may not give
 * itself a longer life.  Settled: once the password is his own, too. */
MUST_CHECK enum err session_be_person(struct call *c);
MUST_CHECK enum err session_be_settled(struct call *c);
/* "a,b" as a list of texts. */
void answer_words(struct jw *j, const char *key, struct str words);

#endif
