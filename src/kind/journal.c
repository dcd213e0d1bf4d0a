/* journal.c - one entry: canonical JSON, salt, one INSERT. */
#include "kind/journal.h"

#include <string.h>

#include "base/json.h"
#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal_parts.h"

/* A long text twice (before and after), escaped, and room to spare. */
#define CANON_MAX (4u << 20)

/* reg and op are words of the program's tables: nothing to escape.  A row
 * where they are not is a falsified one, and will not compare. */
void
entry_head_print(const struct entry_head *e, struct buf *out)
{
	buf_put(out, STR("{\"actor\":"));
	if (e->actor == 0)
		buf_put(out, STR("null"));
	else
		buf_int(out, e->actor);
	buf_put(out, STR(",\"at_ms\":"));
	buf_int(out, e->at_ms);
	buf_put(out, STR(",\"id\":"));
	buf_int(out, e->id);
	buf_put(out, STR(",\"op\":\""));
	buf_put(out, e->op);
	buf_put(out, STR("\",\"org\":"));
	buf_int(out, e->org);
	buf_put(out, STR(",\"reg\":\""));
	buf_put(out, e->reg);
	buf_put(out, STR("\",\"row\":"));
	buf_int(out, e->row);
	buf_put(out, STR(",\"what\":"));
}

static void
what_print(const struct journal_entry *e, struct buf *out)
{
	struct jw j = jw_open(out);

	jw_begin(&j, '{');
	jw_key(&j, "changes");
	jw_raw(&j, e->changes.n == 0 ? STR("[]") : e->changes);
	jw_key(&j, "event");
	jw_text(&j, e->event);
	jw_key(&j, "from");
	jw_text(&j, e->from_state);
	jw_key(&j, "reason");
	jw_str(&j, e->reason);
	jw_key(&j, "to");
	jw_text(&j, e->to_state);
	jw_end(&j, '}');
	buf_putc(out, '}');
}

static enum err
insert(struct task *t, const struct entry_head *e, struct str canon)
{
	uint8_t salt[SALT_BYTES];

	rnd_bytes(salt, sizeof(salt));
	return db_later(t->db, STMT_JOURNAL_INSERT,
			ARGS(val_int(e->id), val_int(e->org), val_int(e->at_ms),
			     val_id(e->actor), val_text(e->reg),
			     val_int(e->row), val_text(e->op), val_text(canon),
			     val_bytes(salt, sizeof(salt))),
			&t->why);
}

enum err
journal_write(struct task *t, const struct journal_entry *e)
{
	struct entry_head head = { .id = id_new(t->now_ms),
				   .org = t->who.org,
				   .at_ms = t->now_ms,
				   .actor = t->who.user,
				   .row = e->row,
				   .reg = str_of(e->reg),
				   .op = str_of(e->op) };
	struct buf canon = buf_open(CANON_MAX);
	enum err rc;

	entry_head_print(&head, &canon);
	what_print(e, &canon);
	if (canon.full)
		rc = fail(&t->why, ERR_TOO_BIG,
			  "the change is too big for the journal",
			  "修改内容过大，无法记入日志");
	else
		rc = insert(t, &head, buf_str(&canon));
	buf_release(&canon);
	return rc;
}

struct str
journal_what(struct str canon)
{
	struct str key = STR(",\"what\":");
	const char *at =
	    canon.n == 0 ? NULL : memmem(canon.p, canon.n, key.p, key.n);
	struct str rest;

	if (at == NULL || canon.p[canon.n - 1] != '}')
		return STR("{}");
	rest = str_skip(canon, (size_t)(at - canon.p) + key.n);
	rest.n -= rest.n > 0;
	return rest;
}
