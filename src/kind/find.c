/* find.c - words of text for search. */
#include "kind/find.h"

#include "base/str.h"
#include "gen/stmt.h"

#define WORDS_MAX 64 /* of a question */

/* A cutter gives one word after the other. */
struct cutter {
	struct str text;
	size_t at;
	uint32_t last;	  /* the wide character just before, or 0 */
	uint32_t pair[2]; /* a pair still to be given, when pair[0] is not 0 */
};

static bool
is_latin(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* Letters beyond ASCII: everything but punctuation blocks. */
static bool
is_wide(uint32_t c)
{
	return c >= 0xc0 && !(c >= 0x2000 && c < 0x2e80) &&
	       !(c >= 0x3000 && c < 0x3040) && !(c >= 0xff00 && c < 0xff10) &&
	       !(c >= 0xfe30 && c < 0xfe70) && c != 0xfffd;
}

/* The character alone now; with the one before it next time. */
static void
put_wide(struct cutter *c, uint32_t ch, struct buf *out)
{
	buf_putc(out, 'c');
	buf_hex(out, ch);
	c->pair[0] = c->last;
	c->pair[1] = ch;
	c->last = ch;
}

static void
put_latin(struct cutter *c, uint32_t ch, struct buf *out)
{
	size_t next = c->at;

	buf_putc(out, 'w');
	while (is_latin(ch)) {
		buf_putc(out, (char)(ch >= 'A' && ch <= 'Z' ? ch + 32 : ch));
		c->at = next;
		if (next >= c->text.n)
			break;
		ch = str_next_char(c->text, &next);
	}
}

/* Appends the next word; false: no more.  *latin tells its kind. */
static bool
cut(struct cutter *c, struct buf *out, bool *latin)
{
	*latin = false;
	if (c->pair[0] != 0) {
		buf_putc(out, 'c');
		buf_hex(out, c->pair[0]);
		buf_hex(out, c->pair[1]);
		c->pair[0] = 0;
		return true;
	}
	while (c->at < c->text.n) {
		uint32_t ch = str_next_char(c->text, &c->at);

		if (is_wide(ch)) {
			put_wide(c, ch, out);
			return true;
		}
		c->last = 0;
		if (is_latin(ch)) {
			*latin = true;
			put_latin(c, ch, out);
			return true;
		}
	}
	return false;
}

void
find_words(struct buf *out, struct str text)
{
	struct cutter c = { .text = text };
	bool latin;

	while (!out->full && cut(&c, out, &latin))
		buf_putc(out, ' ');
}

void
find_scope(struct buf *out, int64_t org, const char *reg)
{
	buf_printf(out, "o%lld r%s ", (long long)org, reg);
}

bool
find_query(struct buf *out, enum db_kind kind, int64_t org, const char *reg,
	   struct str q)
{
	const char *open = kind == DB_SQLITE ? "\"" : "'";
	const char *also = kind == DB_SQLITE ? " AND " : " & ";
	const char *begins = kind == DB_SQLITE ? "*" : ":*";
	struct cutter c = { .text = q };
	bool latin, any = false;

	buf_printf(out, "%so%lld%s", open, (long long)org, open);
	if (reg != NULL)
		buf_printf(out, "%s%sr%s%s", also, open, reg, open);
	for (int i = 0; i < WORDS_MAX; i++) {
		struct buf word = buf_open(256);
		bool more = cut(&c, &word, &latin);

		if (more && !word.full)
			buf_printf(out, "%s%s%.*s%s%s", also, open,
				   STR_ARG(buf_str(&word)), open,
				   latin && c.at >= c.text.n ? begins : "");
		buf_release(&word);
		any = any || more;
		if (!more)
			break;
	}
	return any && !out->full;
}

enum err
find_put(struct task *t, int64_t row, bool is_new, struct str words)
{
	return db_last(t->db, is_new ? STMT_FIND_INSERT : STMT_FIND_UPDATE,
		       ARGS(val_int(row), val_text(words)), &t->why);
}
