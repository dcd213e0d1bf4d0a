/* signals.h - rows of the stream put there directly, for tests of readers. */
#ifndef TESTS_SIGNALS_H
#define TESTS_SIGNALS_H

#include "estate.h"

#include "gen/stmt.h"

struct signal_in {
	int64_t at_ms, org, panel, site, zone_no, part, device_ms;
	const char *account, *class, *code, *role, *fate, *seq, *format, *xdata;
	int64_t alarm, priority;
};

static inline struct val
signals_text(const char *s, const char *usual)
{
	return val_text(str_of(s == NULL ? usual : s));
}

/* In a transaction of the caller; gives its id, which is of its time even
 * when an earlier test has been in the future. */
static inline int64_t
signal_put(struct store *s, const struct signal_in *in)
{
	static int64_t n;
	int64_t id = id_floor(in->at_ms) + ++n % 60000;
	struct val none = val_null();

	store_ok(s,
		 db_run(s->db, STMT_SIGNAL_INSERT,
			ARGS(val_int(id), val_int(in->org), val_int(in->at_ms),
			     in->device_ms == 0 ? none : val_int(in->device_ms),
			     val_text(STR("dc09")), val_text(STR("tcp")),
			     val_text(STR("192.0.2.1:9")),
			     val_text(STR("R0L0")),
			     signals_text(in->account, "1234"),
			     signals_text(in->seq, "0001"),
			     val_text(STR("SIA-DCS")), val_int(0),
			     val_id(in->panel), val_id(in->site), none,
			     in->part > 0 ? none : val_bytes("\n1234\r", 6),
			     val_int(in->part), signals_text(in->format, "sia"),
			     signals_text(in->code, "BA"),
			     signals_text(in->role, "alarm"),
			     signals_text(in->class, "intrusion"),
			     val_int(in->priority == 0 ? 2 : in->priority),
			     none,
			     in->zone_no == 0 ? none : val_int(in->zone_no),
			     none, none,
			     in->part > 0 ? none : val_text(STR("Nri1/BA01")),
			     in->xdata == NULL ? none :
						 val_text(str_of(in->xdata)),
			     val_text(STR("decoded"))),
			&s->a, NULL, &s->why));
	return id;
}

static const struct stmt signal_fate_in = {
	.name = "t_signal_fate",
	.sql = { "INSERT INTO signal_fate (signal, org, at_ms, fate, alarm,"
		 " reason) VALUES ($1, $2, $3, $4, $5, NULL)",
		 "INSERT INTO signal_fate (signal, org, at_ms, fate, alarm,"
		 " reason) VALUES ($1, $2, $3, $4, $5, NULL)" },
	.n_args = 5,
};
static int signal_fate_no = -1;

static inline int64_t
signal_add(struct store *s, struct signal_in in)
{
	int64_t id;

	if (signal_fate_no < 0)
		signal_fate_no = stmt_add(&signal_fate_in);
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	id = signal_put(s, &in);
	if (in.fate != NULL)
		store_ok(s, db_run(s->db, signal_fate_no,
				   ARGS(val_int(id), val_int(in.org),
					val_int(in.at_ms),
					val_text(str_of(in.fate)),
					val_id(in.alarm)),
				   &s->a, NULL, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	return id;
}

#endif
