/*
 * signal_seal.h - the stream in the journal's proof.
 *
 * A row of the stream is written once and never changed; so that this can be
 * proved, a node says in the journal from time to time what it has written:
 * an entry of `signal_seal`, row = its number + 1, organisation 0, with the
 * number of rows, the id up to which, and a digest that goes on from the one
 * before.  The entry is a leaf of the journal's signed tree.  Who changes,
 * removes or adds a signal behind our back would have to sign a new tree.
 *
 *	digest = SM3(digest before || row), row after row, 0 at first
 *	row    = each column: "-" or "i" number ";" or "s" length ":" bytes
 */
#ifndef ALARM_SIGNAL_SEAL_H
#define ALARM_SIGNAL_SEAL_H

#include "base/rnd.h"
#include "kind/task.h"

/* A signal is sealed when it is so old: transactions that were under way
 * when it came have ended. */
#define SIGNAL_SEAL_AGE_MS (2 * MINUTE_MS)

struct signal_seal {
	int64_t node;
	int64_t from, upto; /* ids: over from, up to upto */
	int64_t rows;
	uint8_t was[SM3_BYTES], digest[SM3_BYTES]; /* before and after */
};
/*
 * Reads what this node has written since its last seal and up to settled
 * (stream_settled) minus the age, at most max rows.
 * In a TX_READ of its own, beside the writers.
 */
MUST_CHECK enum err
signal_seal_read(struct db *db, int64_t settled, int64_t now_ms, int64_t max,
		 struct signal_seal *out, struct why *why);
/* Is there anything to say?  Nothing for a while is said too, so that the next
 * reading begins behind what other nodes have written meanwhile. */
#define SIGNAL_SEAL_QUIET_MS (10 * MINUTE_MS)
bool signal_seal_is_due(const struct signal_seal *s);
/* Writes the entry, in the task's transaction. */
MUST_CHECK enum err
signal_seal_write(struct task *t, const struct signal_seal *s);

struct signal_verdict {
	bool good;
	int64_t rows, seals;	/* looked at */
	int64_t from_ms, to_ms; /* the piece that is not as it was; else 0 */
	char text[LANG_N][WHY_TEXT_MAX];
};
/*
 * Compares the stream with every seal, in a TX_READ of its own.  The entries
 * themselves are journal_verify's business: call that first.  A stream that
 * was tampered with is OK with out->good false.
 */
MUST_CHECK enum err
signal_verify(struct db *db, struct signal_verdict *out, struct why *why);

#endif
