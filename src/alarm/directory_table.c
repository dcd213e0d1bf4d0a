/* directory_table.c - panels by account and by id. */
#include "alarm/directory_table.h"

#include <string.h>

#include "base/rnd.h"
#include "base/str.h"

#define NONE UINT32_MAX

static void
account_fold(struct str s, char out[DC09_ACCOUNT_MAX + 1])
{
	size_t n = s.n > DC09_ACCOUNT_MAX ? DC09_ACCOUNT_MAX : s.n;

	memset(out, 0, DC09_ACCOUNT_MAX + 1);
	for (size_t i = 0; i < n; i++)
		out[i] = (char)(s.p[i] >= 'a' && s.p[i] <= 'z' ? s.p[i] - 32 :
								 s.p[i]);
}

static uint32_t *
account_bucket(const struct dir_table *t, const char *account)
{
	uint64_t x = 14695981039346656037u;

	for (; *account != '\0'; account++)
		x = (x ^ (uint8_t)*account) * 1099511628211u;
	return &t->by_account[(x ^ x >> 32) & (t->n_buckets - 1)];
}

static uint32_t *
id_bucket(const struct dir_table *t, int64_t id)
{
	uint64_t x = (uint64_t)id * 0x9e3779b97f4a7c15u;

	return &t->by_id[(x >> 32) & (t->n_buckets - 1)];
}

static void
link_in(struct dir_table *t, uint32_t i)
{
	struct dir_entry *e = &t->v[i];
	uint32_t *account = account_bucket(t, e->account);
	uint32_t *id = id_bucket(t, e->p.panel);

	e->next_account = *account;
	*account = i;
	e->next_id = *id;
	*id = i;
}

static void
link_out(struct dir_table *t, uint32_t i)
{
	struct dir_entry *e = &t->v[i];
	uint32_t *at = account_bucket(t, e->account);

	while (*at != i)
		at = &t->v[*at].next_account;
	*at = e->next_account;
	at = id_bucket(t, e->p.panel);
	while (*at != i)
		at = &t->v[*at].next_id;
	*at = e->next_id;
}

static void
buckets_make(struct dir_table *t, size_t n)
{
	mem_free(t->by_account);
	mem_free(t->by_id);
	t->n_buckets = n;
	t->by_account = mem_alloc(n * sizeof(uint32_t));
	t->by_id = mem_alloc(n * sizeof(uint32_t));
	memset(t->by_account, 0xff, n * sizeof(uint32_t));
	memset(t->by_id, 0xff, n * sizeof(uint32_t));
	for (uint32_t i = 0; i < t->n; i++) {
		if (t->v[i].p.panel != 0)
			link_in(t, i);
	}
}

void
dir_table_init(struct dir_table *t)
{
	*t = (struct dir_table){ .free = NONE };
	buckets_make(t, 1024);
}

void
dir_table_release(struct dir_table *t)
{
	if (t->v != NULL)
		secret_wipe(t->v, t->n * sizeof(*t->v));
	mem_free(t->v);
	mem_free(t->by_account);
	mem_free(t->by_id);
}

static uint32_t
entry_new(struct dir_table *t)
{
	uint32_t i = t->free;

	t->count++;
	if (i != NONE) {
		t->free = t->v[i].next_account;
		return i;
	}
	if (t->n == t->cap) {
		struct dir_entry *old = t->v;

		/* Not grown in place: keys must not stay in what was let go. */
		t->cap = t->cap == 0 ? 1024 : t->cap * 2;
		t->v = mem_alloc(t->cap * sizeof(*t->v));
		if (old != NULL) {
			memcpy(t->v, old, t->n * sizeof(*t->v));
			secret_wipe(old, t->n * sizeof(*old));
			mem_free(old);
		}
		buckets_make(t, t->cap * 2);
	}
	return (uint32_t)t->n++;
}

static uint32_t
entry_of(struct dir_table *t, int64_t panel)
{
	uint32_t i = *id_bucket(t, panel);

	while (i != NONE && t->v[i].p.panel != panel)
		i = t->v[i].next_id;
	return i;
}

static void
entry_drop(struct dir_table *t, uint32_t i)
{
	link_out(t, i);
	secret_wipe(&t->v[i], sizeof(t->v[i]));
	t->v[i].next_account = t->free;
	t->free = i;
	t->count--;
}

void
dir_table_put(struct dir_table *t, const struct dir_panel *p,
	      struct str account, const struct line_no *line)
{
	uint32_t i = entry_of(t, p->panel);
	struct dir_entry *e;

	if (i == NONE)
		i = entry_new(t);
	else
		link_out(t, i);
	e = &t->v[i];
	e->p = *p;
	e->turn = t->turn;
	e->has_line = line != NULL;
	e->line = line != NULL ? *line : (struct line_no){ 0 };
	account_fold(account, e->account);
	link_in(t, i);
}

void
dir_table_sweep(struct dir_table *t)
{
	for (uint32_t i = 0; i < t->n; i++) {
		if (t->v[i].p.panel == 0 || t->v[i].turn == t->turn)
			continue;
		entry_drop(t, i);
	}
}

void
dir_table_drop(struct dir_table *t, int64_t panel)
{
	uint32_t i = entry_of(t, panel);

	if (i != NONE)
		entry_drop(t, i);
}

int64_t
dir_table_only_org(const struct dir_table *t)
{
	int64_t org = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].p.panel == 0)
			continue;
		if (org != 0 && t->v[i].p.org != org)
			return 0;
		org = t->v[i].p.org;
	}
	return org;
}

/* The best so far, and whether another was as good. */
struct choice {
	const struct dir_entry *best;
	int score;
	bool twice;
};

static void
choose(struct choice *c, const struct dir_entry *e, int score)
{
	if (score > c->score)
		*c = (struct choice){ e, score, false };
	else if (score == c->score)
		c->twice = true;
}

static bool
line_fits(const struct dir_entry *e, struct line_no line)
{
	const struct line_no *backup = &e->p.backup_line;

	return (e->has_line && e->line.receiver == line.receiver &&
		e->line.line == line.line) ||
	       (e->p.has_backup_line && backup->receiver == line.receiver &&
		backup->line == line.line);
}

/*
 * In use goes before the line, so that a panel that was closed does not take
 * the frames of the one that came after it; then the line, then the
 * organisation that has it.
 */
const struct dir_panel *
dir_table_find(const struct dir_table *t, struct line_no line, int64_t org,
	       struct str account)
{
	struct choice choice = { 0 };
	char folded[DC09_ACCOUNT_MAX + 1];

	if (account.n == 0 || account.n > DC09_ACCOUNT_MAX)
		return NULL;
	account_fold(account, folded);
	for (uint32_t i = *account_bucket(t, folded); i != NONE;
	     i = t->v[i].next_account) {
		const struct dir_entry *e = &t->v[i];

		if (strcmp(e->account, folded) != 0)
			continue;
		choose(&choice, e,
		       1 + (e->p.in_use ? 8 : 0) +
			   (line_fits(e, line) ? 4 : 0) +
			   (org != 0 && e->p.org == org ? 2 : 0));
	}
	return choice.best == NULL || choice.twice ? NULL : &choice.best->p;
}
