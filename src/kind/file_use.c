/* file_use.c - which rows and people have to do with a stored file. */
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/register.h"

enum err
file_use(struct task *t, struct str digest, const char *reg, int64_t row)
{
	return db_later(t->db, STMT_FILE_USE_ADD,
			ARGS(val_int(t->who.org), val_text(digest),
			     val_text(str_of(reg)), val_int(row)),
			&t->why);
}

/* A row of a register that he may read, or he himself. */
static bool
is_his(struct task *t, struct str reg, int64_t row)
{
	const struct reg *r = reg_find(reg);
	struct reg_row found;

	if (str_is(reg, "user") && row == t->who.user)
		return true;
	if (r == NULL || (t->who.may & MAY_BIT(r->read)) == 0)
		return false;
	return reg_get(t, r, row, &found) == OK;
}

enum err
file_may(struct task *t, struct str digest)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_FILE_USE_LIST,
		   ARGS(val_int(t->who.org), val_text(digest)), t->a, &rows,
		   &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		if (is_his(t, v[0].s, v[1].i))
			return OK;
	}
	return fail(&t->why, ERR_NOT_FOUND, "there is no such file",
		    "没有这个文件");
}
