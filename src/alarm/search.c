/* search.c - walks over the stream, bounded whatever is asked. */
#include "alarm/search.h"

#include "alarm/signal.h"
#include "base/str.h"
#include "gen/stmt.h"

#define BATCH 500
/* A signal's id is given when it is written, this long at the most after it
 * was received (a stalled database gives up sooner). */
#define WRITE_DELAY_MS (2 * MINUTE_MS)

const struct search_col search_cols[SEARCH_COLUMN_N] = {
#define X(name, word, type, ref) [name] = { word, type, ref },
	SEARCH_COLUMNS(X)
#undef X
};

/* A walk under way. */
struct walk {
	int stmt;
	struct val key; /* of the index; VAL_NULL: none */
	int64_t at;	/* id that was looked at last */
	int64_t end;	/* down: not below; up: below */
	bool up;
};

/* The index that leaves the least to look at. */
static struct walk
walk_of(const struct search *q)
{
	struct walk w = { .stmt = STMT_SEARCH_ALL, .up = q->up };

	if (q->up)
		w.stmt = STMT_SEARCH_UP;
	else if (q->alarm != 0)
		w.stmt = STMT_SEARCH_ALARM, w.key = val_int(q->alarm);
	else if (q->account.n > 0)
		w.stmt = STMT_SEARCH_ACCOUNT, w.key = val_text(q->account);
	else if (q->site != 0)
		w.stmt = STMT_SEARCH_SITE, w.key = val_int(q->site);
	else if (q->fate.n > 0 && !str_is(q->fate, fate_word(FATE_LOGGED)))
		w.stmt = STMT_SEARCH_FATE, w.key = val_text(q->fate);
	return w;
}

static void
walk_range(struct walk *w, const struct search *q)
{
	int64_t top = INT64_MAX;

	if (q->to_ms > 0)
		top = id_floor(q->to_ms + WRITE_DELAY_MS);
	if (q->up) {
		w->at = q->after > 0 ? q->after : id_floor(q->from_ms);
		w->end = top;
		return;
	}
	w->at = q->after > 0 && q->after < top ? q->after : top;
	w->end = q->from_ms > 0 ? id_floor(q->from_ms) : 0;
}

static enum err
walk_step(struct task *t, struct walk *w, int64_t n, struct rows *out)
{
	if (w->key.type == VAL_NULL)
		TRY(db_run(t->db, w->stmt,
			   ARGS(val_int(t->who.org), val_int(w->at),
				val_int(w->end), val_int(n)),
			   t->a, out, &t->why));
	else
		TRY(db_run(t->db, w->stmt,
			   ARGS(val_int(t->who.org), val_int(w->at),
				val_int(w->end), val_int(n), w->key),
			   t->a, out, &t->why));
	return OK;
}

static bool
text_fits(const struct val *row, enum search_column col, struct str want)
{
	const struct val *v = &row[col];

	return want.n == 0 || (v->type == VAL_TEXT && str_eq(v->s, want));
}

static bool
number_fits(const struct val *row, enum search_column col, int64_t want)
{
	return want == 0 || (row[col].type == VAL_INT && row[col].i == want);
}

/* A signal without a row in signal_fate was only logged. */
static bool
fate_fits(const struct val *row, struct str want)
{
	if (row[SEARCH_FATE].type == VAL_NULL)
		return want.n == 0 || str_is(want, fate_word(FATE_LOGGED));
	return text_fits(row, SEARCH_FATE, want);
}

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Latin letters in either case. */
static bool
has_part(struct str s, struct str part)
{
	for (size_t i = 0; i + part.n <= s.n; i++) {
		size_t k = 0;

		while (k < part.n && small(s.p[i + k]) == small(part.p[k]))
			k++;
		if (k == part.n)
			return true;
	}
	return false;
}

/* What the signal says: its own text, its zone's name, why it was treated so.
 */
static bool
words_fit(const struct val *row, struct str want)
{
	static const enum search_column cols[] = { SEARCH_WORDS,
						   SEARCH_ZONE_NAME,
						   SEARCH_REASON };

	if (want.n == 0)
		return true;
	for (size_t i = 0; i < ARRAY_LEN(cols); i++)
		if (row[cols[i]].type == VAL_TEXT &&
		    has_part(row[cols[i]].s, want))
			return true;
	return false;
}

static bool
fits(const struct val *row, const struct search *q)
{
	int64_t at_ms = row[SEARCH_RECEIVED].i;

	return at_ms >= q->from_ms && (q->to_ms == 0 || at_ms < q->to_ms) &&
	       text_fits(row, SEARCH_ACCOUNT, q->account) &&
	       text_fits(row, SEARCH_CLASS, q->class) &&
	       text_fits(row, SEARCH_ROLE, q->role) &&
	       text_fits(row, SEARCH_CODE, q->code) &&
	       text_fits(row, SEARCH_STATE, q->state) &&
	       text_fits(row, SEARCH_SOURCE, q->source) &&
	       text_fits(row, SEARCH_LINE, q->line) &&
	       words_fit(row, q->text) &&
	       (!q->has_zone || (row[SEARCH_ZONE_NO].type == VAL_INT &&
				 row[SEARCH_ZONE_NO].i == q->zone_no)) &&
	       number_fits(row, SEARCH_PANEL, q->panel) &&
	       number_fits(row, SEARCH_SITE, q->site) &&
	       number_fits(row, SEARCH_CUSTOMER, q->customer) &&
	       number_fits(row, SEARCH_ALARM, q->alarm) &&
	       number_fits(row, SEARCH_PRIORITY, q->priority) &&
	       fate_fits(row, q->fate);
}

/* How many things are asked beside the period; the index answers one. */
static int
asked(const struct search *q)
{
	return (q->account.n > 0) + (q->class.n > 0) + (q->role.n > 0) +
	       (q->code.n > 0) + (q->state.n > 0) + (q->source.n > 0) +
	       (q->line.n > 0) + (q->text.n > 0) + q->has_zone +
	       (q->fate.n > 0) + (q->panel != 0) + (q->site != 0) +
	       (q->customer != 0) + (q->alarm != 0) + (q->priority != 0);
}

/* Takes what fits until the page is full; is anything left behind w->at? */
static bool
take(const struct search *q, struct walk *w, const struct rows *rows, bool last,
     struct search_page *out)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct val *row = rows_at(rows, i);

		w->at = row[SEARCH_SIGNAL].i;
		if (fits(row, q))
			out->rows[out->n++] = row;
		if (out->n == (size_t)q->limit)
			return !last || i + 1 < rows->n;
	}
	return !last;
}

enum err
search_run(struct task *t, const struct search *q, struct search_page *out)
{
	struct walk w = walk_of(q);
	bool plain = asked(q) == (w.key.type != VAL_NULL);
	int64_t batch = plain ? q->limit + 1 : BATCH;
	int64_t looked = 0;
	struct rows rows;
	bool more;

	walk_range(&w, q);
	*out = (struct search_page){ 0 };
	out->rows = arena_array(t->a, (size_t)q->limit, sizeof(*out->rows));
	do {
		TRY(walk_step(t, &w, batch, &rows));
		looked += batch;
		more = take(q, &w, &rows, (int64_t)rows.n < batch, out);
	} while (more && out->n < (size_t)q->limit && looked < SEARCH_WALK_MAX);
	out->next = w.up || more ? w.at : 0;
	return OK;
}

/* Events of one frame come from one commit: their ids are of one moment. */
static enum err
load_frame(struct task *t, const struct val *row, struct rows *out)
{
	int64_t at_ms = id_ms(row[SEARCH_SIGNAL].i);

	*out = (struct rows){ 0 };
	if (row[SEARCH_ACCOUNT].type == VAL_NULL ||
	    row[SEARCH_SEQ].type == VAL_NULL)
		return OK;
	return db_run(t->db, STMT_SEARCH_FRAME,
		      ARGS(val_int(t->who.org), row[SEARCH_ACCOUNT],
			   val_int(id_floor(at_ms - SECOND_MS)),
			   val_int(id_floor(at_ms + SECOND_MS)),
			   row[SEARCH_SIGNAL], row[SEARCH_RECEIVED],
			   row[SEARCH_SEQ]),
		      t->a, out, &t->why);
}

/* What only the first event of its frame has. */
static enum err
load_first(struct task *t, const struct val *row, const struct val **out)
{
	const size_t n = SEARCH_WHOLE_N;
	struct val *all = ARENA_ARRAY(t->a, n, struct val);
	struct rows rows;

	*out = all;
	for (size_t i = 0; i < n; i++)
		all[i] = row[i];
	if (row[SEARCH_RAW].type != VAL_NULL || row[SEARCH_PART].i == 0)
		return OK;
	TRY(db_run(t->db, STMT_SEARCH_FIRST,
		   ARGS(val_int(t->who.org),
			val_int(
			    id_floor(id_ms(row[SEARCH_SIGNAL].i) - SECOND_MS)),
			row[SEARCH_SIGNAL], row[SEARCH_RECEIVED],
			row[SEARCH_ACCOUNT], row[SEARCH_SEQ]),
		   t->a, &rows, &t->why));
	for (size_t i = 0; rows.n > 0 && i < rows.width; i++)
		all[SEARCH_RAW + i] = rows.v[i];
	return OK;
}

enum err
search_get(struct task *t, int64_t id, struct search_whole *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_SEARCH_ONE,
		   ARGS(val_int(t->who.org), val_int(id)), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return fail(&t->why, ERR_NOT_FOUND, "there is no such signal",
			    "没有这条信号");
	TRY(load_first(t, rows.v, &out->row));
	return load_frame(t, out->row, &out->frame);
}

enum err
search_unknown(struct task *t, const char *fate, struct rows *out)
{
	return db_run(t->db, STMT_SEARCH_UNKNOWN,
		      ARGS(val_int(t->who.org), val_text(str_of(fate)),
			   val_int(SEARCH_UNKNOWN_MAX)),
		      t->a, out, &t->why);
}
