/* signal_seal.c - the stream in the journal's proof. */
#include "alarm/signal_seal.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal.h"
#include "kind/merkle.h"

#define SEAL_REG "signal_seal"
#define NODES 64
#define ROW_MAX (1u << 20)
#define HEX_BYTES (2 * SM3_BYTES)

/* ---- the digest ---- */

struct chain {
	struct hasher h;
	struct buf b;
	struct signal_seal *seal;
};

static void
column_put(struct buf *b, const struct val *v)
{
	switch (v->type) {
	case VAL_NULL:
		buf_putc(b, '-');
		break;
	case VAL_INT:
		buf_putc(b, 'i');
		buf_int(b, v->i);
		buf_putc(b, ';');
		break;
	case VAL_TEXT:
	case VAL_BYTES:
		buf_putc(b, 's');
		buf_int(b, (int64_t)v->s.n);
		buf_putc(b, ':');
		buf_put(b, v->s);
		break;
	}
}

static enum err
row_chain(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct chain *c = ctx;
	struct signal_seal *s = c->seal;
	struct hash hash;

	(void)why;
	buf_clear(&c->b);
	buf_put(&c->b, (struct str){ (const char *)s->digest, SM3_BYTES });
	for (size_t i = 0; i < width; i++)
		column_put(&c->b, &row[i]);
	must(!c->b.full);
	hash_bytes(&c->h, buf_str(&c->b), &hash);
	memcpy(s->digest, hash.b, SM3_BYTES);
	s->upto = row[0].i;
	s->rows++;
	return OK;
}

/* Goes on from was; out->upto is the last row's id when there were max. */
static enum err
rows_chain(struct db *db, struct signal_seal *s, int64_t max, struct why *why)
{
	struct chain c = { .b = buf_open(ROW_MAX), .seal = s };
	int64_t upto = s->upto;
	enum err rc = hasher_open("SM3", &c.h, why);

	s->rows = 0;
	memcpy(s->digest, s->was, SM3_BYTES);
	if (rc == OK)
		rc = db_each(db, STMT_SIGNAL_SEAL_ROWS,
			     ARGS(val_int(s->from), val_int(upto),
				  val_int(s->node), val_int(max)),
			     row_chain, &c, why);
	if (s->rows < max)
		s->upto = upto;
	hasher_close(&c.h);
	buf_release(&c.b);
	return rc;
}

/* ---- the entry ---- */

/* What a stored entry says; false: it is none of ours. */
static bool
entry_parse(struct str canon, struct arena *a, struct signal_seal *out)
{
	struct why why = { 0 };
	const struct js *list;
	struct js what;

	if (js_parse(journal_what(canon), a, &what, &why) != OK)
		return false;
	list = js_member(&what, "changes");
	if (list == NULL || list->type != JS_LIST || list->n != 3)
		return false;
	for (size_t i = 0; i < 3; i++) {
		static const char *const names[] = { "digest", "rows", "upto" };
		const struct js *field = js_member(&list->in[i], "field");
		const struct js *from = js_member(&list->in[i], "from");
		const struct js *to = js_member(&list->in[i], "to");

		if (field == NULL || from == NULL || to == NULL ||
		    !str_is(field->s, names[i]))
			return false;
		if (i == 0 && (!hex_parse(from->s, out->was, SM3_BYTES) ||
			       !hex_parse(to->s, out->digest, SM3_BYTES)))
			return false;
		if (i == 1)
			out->rows = to->i;
		if (i == 2) {
			out->from = from->i;
			out->upto = to->i;
		}
	}
	return true;
}

static void
change_print(struct jw *j, const char *field)
{
	jw_begin(j, '{');
	jw_key(j, "field");
	jw_text(j, field);
	jw_key(j, "from");
}

static void
digest_write(struct jw *j, const uint8_t digest[SM3_BYTES])
{
	char hex[HEX_BYTES + 1];

	hex_print(digest, SM3_BYTES, hex);
	jw_text(j, hex);
}

static void
changes_print(const struct signal_seal *s, struct buf *out)
{
	struct jw j = jw_open(out);

	jw_begin(&j, '[');
	change_print(&j, "digest");
	digest_write(&j, s->was);
	jw_key(&j, "to");
	digest_write(&j, s->digest);
	jw_end(&j, '}');
	change_print(&j, "rows");
	jw_null(&j);
	jw_key(&j, "to");
	jw_int(&j, s->rows);
	jw_end(&j, '}');
	change_print(&j, "upto");
	jw_int(&j, s->from);
	jw_key(&j, "to");
	jw_int(&j, s->upto);
	jw_end(&j, '}');
	jw_end(&j, ']');
}

enum err
signal_seal_write(struct task *t, const struct signal_seal *s)
{
	struct buf b = buf_open(4096);
	struct journal_entry e = { .row = s->node + 1,
				   .reg = SEAL_REG,
				   .op = "seal" };
	enum err rc;

	changes_print(s, &b);
	e.changes = buf_str(&b);
	rc = journal_write(t, &e);
	buf_release(&b);
	return rc;
}

/* ---- reading on ---- */

static enum err
last_get(struct db *db, struct signal_seal *out, struct why *why)
{
	struct signal_seal last = { 0 };
	struct arena a = { 0 };
	struct rows rows;
	enum err rc = db_run(db, STMT_SIGNAL_SEAL_LAST,
			     ARGS(val_int(out->node + 1)), &a, &rows, why);

	if (rc == OK && rows.n > 0 && !entry_parse(rows.v[0].s, &a, &last))
		rc = fail(why, ERR_STATE,
			  "the last seal of the signals cannot be read; run "
			  "anwei verify",
			  "信号流的最后一次封存无法读取；请运行 anwei verify");
	arena_release(&a);
	out->from = last.upto;
	memcpy(out->was, last.digest, SM3_BYTES);
	return rc;
}

enum err
signal_seal_read(struct db *db, int64_t settled, int64_t now_ms, int64_t max,
		 struct signal_seal *out, struct why *why)
{
	int64_t old = id_first(now_ms - SIGNAL_SEAL_AGE_MS) - 1;
	enum err rc;

	*out = (struct signal_seal){ .node = id_node_number() };
	TRY(db_begin(db, TX_READ, why));
	rc = last_get(db, out, why);
	out->upto = settled < old ? settled : old;
	if (rc == OK && out->upto > out->from)
		rc = rows_chain(db, out, max, why);
	return db_end(db, rc, why);
}

bool
signal_seal_is_due(const struct signal_seal *s)
{
	return s->rows > 0 ||
	       id_ms(s->upto) - id_ms(s->from) > SIGNAL_SEAL_QUIET_MS;
}

/* ---- verifying ---- */

static enum err
found(struct signal_verdict *v, const struct signal_seal *s)
{
	struct why why = { 0 };
	enum err rc;

	v->from_ms = id_ms(s->from);
	v->to_ms = id_ms(s->upto);
	rc = fail(&why, ERR_STATE,
		  "signals of node %lld with ids over %lld up to %lld are not "
		  "as they were received: a row was altered, removed or added",
		  "节点 %lld 编号大于 %lld 且不大于 %lld "
		  "的信号与接收时不一致：有记录被修改、删除或添加",
		  (long long)s->node, (long long)s->from, (long long)s->upto);
	memcpy(v->text, why.text, sizeof(v->text));
	return rc;
}

static enum err
seal_compare(struct db *db, const struct signal_seal *want,
	     const struct signal_seal *before, struct signal_verdict *v,
	     struct why *why)
{
	struct signal_seal got = { .node = want->node,
				   .from = before->upto,
				   .upto = want->upto };

	memcpy(got.was, before->digest, SM3_BYTES);
	if (want->from != before->upto ||
	    memcmp(want->was, before->digest, SM3_BYTES) != 0)
		return found(v, want);
	TRY(rows_chain(db, &got, INT64_MAX, why));
	if (got.rows != want->rows ||
	    memcmp(got.digest, want->digest, SM3_BYTES) != 0)
		return found(v, want);
	v->rows += got.rows;
	v->seals++;
	return OK;
}

/* The next seal of a node behind a journal id; *found false: no more. */
static enum err
seal_next(struct db *db, int64_t *id, struct signal_seal *out, bool *more,
	  struct signal_verdict *v, struct why *why)
{
	struct arena a = { 0 };
	struct rows rows;
	enum err rc =
	    db_run(db, STMT_SIGNAL_SEAL_NEXT,
		   ARGS(val_int(out->node + 1), val_int(*id)), &a, &rows, why);

	*more = rc == OK && rows.n > 0;
	if (*more) {
		*id = rows.v[0].i;
		if (!entry_parse(rows.v[1].s, &a, out))
			rc = found(v, out);
	}
	arena_release(&a);
	return rc;
}

static enum err
node_verify(struct db *db, int64_t node, struct signal_verdict *v,
	    struct why *why)
{
	struct signal_seal before = { .node = node }, seal = before;
	int64_t id = 0;
	bool more = true;

	for (;;) {
		TRY(seal_next(db, &id, &seal, &more, v, why));
		if (!more)
			return OK;
		TRY(seal_compare(db, &seal, &before, v, why));
		before = seal;
	}
}

enum err
signal_verify(struct db *db, struct signal_verdict *out, struct why *why)
{
	enum err rc = OK;

	*out = (struct signal_verdict){ 0 };
	TRY(db_begin(db, TX_READ, why));
	for (int64_t node = 0; node < NODES && rc == OK; node++)
		rc = node_verify(db, node, out, why);
	TRY(db_end(db, OK, why));
	out->good = rc == OK;
	if (!out->good)
		return out->text[LANG_EN][0] != '\0' ? OK : rc;
	(void)snprintf(out->text[LANG_EN], WHY_TEXT_MAX,
		       "%lld signals in %lld seals are as they were received",
		       (long long)out->rows, (long long)out->seals);
	(void)snprintf(out->text[LANG_ZH], WHY_TEXT_MAX,
		       "%lld 条信号（%lld 次封存）与接收时一致",
		       (long long)out->rows, (long long)out->seals);
	return OK;
}
