/*
 * find.h - words of text for search.
 *
 * Chinese text has no blanks: it is cut into characters and pairs of
 * neighbours, everything else into runs of letters and digits.  Words are
 * plain ASCII ("w7123" for digits and letters, "c5efa", "c5efa8bbe" for
 * characters), so both databases index them with their simplest means.
 */
#ifndef KIND_FIND_H
#define KIND_FIND_H

#include "base/buf.h"
#include "kind/task.h"

/* The words of a text, each followed by a blank. */
void find_words(struct buf *out, struct str text);
/* The words that bind a row to its org and register. */
void find_scope(struct buf *out, int64_t org, const char *reg);
/* A question for the database: all words of q (the last Latin one as a
 * beginning) within the scope; reg NULL: all registers.  false: q has none. */
bool find_query(struct buf *out, enum db_kind kind, int64_t org,
		const char *reg, struct str q);

/* Writes the words of a row (insert or replace). */
MUST_CHECK enum err
find_put(struct task *t, int64_t row, bool is_new, struct str words);

#endif
