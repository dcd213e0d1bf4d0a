/*
 * register.h - rows that people keep, from one field table per entity.
 *
 * From the table come: SQL, JSON reading with limits, filters and sort
 * orders, CSV and XLSX, the journal's before/after, OpenAPI, and the screens.
 * Every register's table has the columns id, org, version, created_ms,
 * created_by, changed_ms, changed_by, retired_ms (NULL while in use) and then
 * one column per field, in any order.  A test compares both.
 */
#ifndef KIND_REGISTER_H
#define KIND_REGISTER_H

#include "kind/task.h"

enum field_type {
	F_TEXT,	   /* one line; TEXT */
	F_LINES,   /* several lines; TEXT */
	F_INT,	   /* BIGINT */
	F_BOOL,	   /* SMALLINT 0/1 */
	F_DATE,	   /* TEXT "YYYY-MM-DD" */
	F_TIME,	   /* BIGINT UTC ms */
	F_MONEY,   /* BIGINT fen; the name ends in _fen */
	F_TENTHS,  /* BIGINT tenths */
	F_ENUM,	   /* TEXT, one of options */
	F_SET,	   /* TEXT, values of options joined by ',' in table order */
	F_REF,	   /* BIGINT id of a row of `ref` in the same org */
	F_FILE,	   /* TEXT SHA-256 of a stored file */
	F_SECRET,  /* TEXT argon2id hash; never read back, GET says true */
	F_KEY_REF, /* TEXT name of an AES key in the secrets; kind/secret.h */
	F_SECRET_REF, /* TEXT name of another secret, a password */
	F_PHONE,      /* TEXT */
	F_EMAIL,      /* TEXT */
	F_NUMBER,     /* TEXT printed number; given when left empty */
	F_TYPE_N
};

/* What a field may do; bits of struct field.flags. */
enum {
	REQUIRED = 1 << 0,
	READONLY = 1 << 1, /* set by the program or by process steps only */
	LIST = 1 << 2,	   /* a column of the list page */
	FILTER = 1 << 3,   /* ?name=value; needs an index (org, name, …) */
	SORT = 1 << 4,	   /* ?sort=name; needs an index (org, name, id) */
	SEARCH = 1 << 5,   /* its words are found by ?q= */
	UNIQUE = 1 << 6,   /* within the org; needs a unique index */
	HIDDEN = 1 << 7,   /* not on the form */
};

enum tone { TONE_PLAIN, TONE_INFO, TONE_OK, TONE_WARN, TONE_BAD };

struct option {
	const char *value; /* NULL ends the list */
	struct label label;
	enum tone tone;
};

struct field {
	const char *name;
	enum field_type type;
	struct label label;
	unsigned flags;
	int64_t min, max; /* numbers: range (both 0: none); text: characters,
			     max 0: 200 for F_TEXT, 4000 for F_LINES */
	const char *ref;  /* F_REF: name of the register */
	const struct option *options;
	const char *unit;
	int places; /* F_INT: so many of its digits stand behind the point */
	struct label help;
	struct label section; /* opens a section of the form; else {0} */
	const char *when;     /* "protocol=dc09|gb28181": only shown and only
				 required then; kept empty otherwise */
	const char *after;    /* F_DATE, F_TIME: not before this field */
	const char *prefix;   /* F_NUMBER: "KH" gives KH2026-00001 */
};

struct process;
struct reg_sql; /* the register's statements; register_sql.c */

struct reg {
	const char *name; /* singular; the table's name too */
	struct label label;
	const char *plural; /* the English label of many; NULL: the same */
	const char *group;  /* of the menu: groups[] in subjects.c */
	enum may read, edit;
	const struct field *fields;
	size_t n_fields;
	const char *title;	       /* the field shown for a row elsewhere */
	const char *sort;	       /* default, "-created_ms" when NULL */
	const struct process *process; /* NULL: a plain register */
	bool labels;		       /* QR label sheets */
	bool tree;   /* has a field `parent` that is a ref to itself */
	bool shared; /* rows of every org are one list: org itself */
	/* What the table cannot say: rules over several fields or rows.  row
	 * is the new row, old NULL on create.  Faults by fail_field. */
	enum err (*check)(struct task *t, const struct val *old,
			  const struct val *row);
	/* After the row is written, in the same transaction; may be NULL. */
	enum err (*after)(struct task *t, int64_t id, const struct val *old,
			  const struct val *row);
};

/* All registers, in menu order; NULL ends.  subjects.c is the list. */
extern const struct reg *const registers[];
struct group {
	const char *name; /* NULL ends */
	struct label label;
};
extern const struct group groups[];

/* Once at start, before threads: makes the statements, checks the tables. */
void registers_start(void);
const struct reg *reg_find(struct str name);
const struct reg_sql *reg_sql(const struct reg *r);
/* Index of a field by its name; must exist. */
size_t reg_field(const struct reg *r, const char *name);
/* -1 when there is none. */
int reg_field_find(const struct reg *r, struct str name);
bool field_is_text(enum field_type type); /* stored as TEXT */
/* Digits behind the point: people read and write it so in forms and tables. */
enum { FIELD_PLACES_MAX = 6 };
int field_places(const struct field *f);
/* The value of a field in a row; for checks. */
static inline const struct val *
reg_val(const struct reg *r, const struct val *row, const char *name)
{
	return &row[reg_field(r, name)];
}
static inline struct label
reg_label(const struct reg *r, const char *name)
{
	return r->fields[reg_field(r, name)].label;
}

/* A row with its common columns; v has r->n_fields values. */
struct reg_row {
	int64_t id, org, version;
	int64_t created_ms, created_by, changed_ms, changed_by, retired_ms;
	struct val *v;
};

/* ERR_NOT_FOUND also for another org's row. */
MUST_CHECK enum err
reg_get(struct task *t, const struct reg *r, int64_t id, struct reg_row *out);

/*
 * The changes of one row: set[i] says whether field i is given, v[i] its
 * value (VAL_NULL empties it).
 */
struct reg_input {
	bool *set;
	struct val *v;
};
struct reg_input reg_input_new(struct arena *a, const struct reg *r);
/* Reads a JSON object; all faults in t->why, by field. */
MUST_CHECK enum err reg_input_json(struct task *t, const struct reg *r,
				   struct str body, struct reg_input *out);
/* The same for a process step, whose body may be empty and may carry the
 * journal's "reason" beside the fields. */
MUST_CHECK enum err
reg_input_step(struct task *t, const struct reg *r, struct str body,
	       struct reg_input *out, struct str *reason);
/* Reads one value from text, as in CSV and query strings: labels or values
 * of options, 是/否, dates with / or -, yuan for money, refs by title or
 * number. */
MUST_CHECK enum err
reg_input_text(struct task *t, const struct reg *r, size_t field,
	       struct str text, struct reg_input *out);

/* Checks, numbers, writes, journals, tells the feed.  op is "create" or
 * "import". */
MUST_CHECK enum err
reg_create(struct task *t, const struct reg *r, const struct reg_input *in,
	   const char *op, struct reg_row *out);
/* version 0: any.  ERR_VERSION leaves the current row in t->why.current. */
MUST_CHECK enum err
reg_update(struct task *t, const struct reg *r, int64_t id, int64_t version,
	   const struct reg_input *in, const char *op, struct reg_row *out);
MUST_CHECK enum err
reg_retire(struct task *t, const struct reg *r, int64_t id, int64_t version,
	   bool retire, struct str reason, struct reg_row *out);

/* The same without permission to bypass: for the process engine only. */
struct reg_change {
	const char *op, *event, *from_state, *to_state;
	struct str reason;
};
MUST_CHECK enum err
reg_write(struct task *t, const struct reg *r, const struct reg_row *old,
	  struct reg_row *row, const struct reg_change *change);

/* The row (or, with reg "user", the person) has to do with the file of that
 * digest.  Rows of registers say it by themselves. */
MUST_CHECK enum err
file_use(struct task *t, struct str digest, const char *reg, int64_t row);
/* May the caller see the file: did he store it, or may he see a row that
 * names it?  ERR_NOT_FOUND. */
MUST_CHECK enum err file_may(struct task *t, struct str digest);

/* A page of rows. */
#define LIST_MAX 200
#define LIST_FILTERS_MAX 6
enum retired_filter { RETIRED_NO, RETIRED_YES, RETIRED_ALL };
struct reg_query {
	size_t n_filters;
	struct {
		size_t field;
		struct val value;
	} filters[LIST_FILTERS_MAX];
	int sort; /* field index; -1: created_ms */
	bool descending;
	struct val from, to; /* range on the sort field, VAL_NULL: open */
	enum retired_filter retired;
	struct str q;
	bool has_after;
	struct val after; /* sort value of the last row of the page before */
	int64_t after_id;
	int64_t limit;
};
struct reg_page {
	size_t n;
	struct reg_row *rows;
	bool more;
};
MUST_CHECK enum err reg_list(struct task *t, const struct reg *r,
			     const struct reg_query *q, struct reg_page *out);
/* Counts up to max. */
MUST_CHECK enum err
reg_count(struct task *t, const struct reg *r, const struct reg_query *q,
	  int64_t max, int64_t *out);
/* Title of a row of any register, for references. */
MUST_CHECK enum err
reg_title(struct task *t, const struct reg *r, int64_t id, struct str *out);
/* A row whose unique or title field equals text: 0 in *out when none. */
MUST_CHECK enum err reg_id_by_text(struct task *t, const struct reg *r,
				   struct str text, int64_t *out);

#endif
