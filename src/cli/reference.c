/* reference.c - doc/reference, from the tables of the program. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "http/call.h"
#include "kind/process.h"

#define PAGE_MAX (4u << 20)

static void
head(struct buf *b, const char *title)
{
	buf_printf(b,
		   "# %s\n\nMade by `anwei reference doc/reference`; do not "
		   "edit.\n\n",
		   title);
}

/* A cell of a table: no bars, no line ends. */
static void
cell(struct buf *b, const char *text)
{
	for (const char *p = text == NULL ? "" : text; *p != '\0'; p++)
		buf_putc(b, *p == '|' || *p == '\n' ? '/' : *p);
	buf_puts(b, " | ");
}

static const char *
state_name(const struct process *p, int state)
{
	return p->states[state].name;
}

/* One arrow, or one for each state that it may leave. */
static void
arrows(struct buf *b, const struct process *p, const struct edge *e)
{
	if (e->from == FROM_NOTHING) {
		buf_printf(b, "    [*] --> %s : %s\n", state_name(p, e->to),
			   p->events[e->on].name);
		return;
	}
	if (e->from == FROM_ANY_OPEN)
		return; /* in the table below: one for every state is noise */
	buf_printf(b, "    %s --> %s : %s\n", state_name(p, e->from),
		   state_name(p, e->to == TO_SAME ? e->from : e->to),
		   p->events[e->on].name);
}

static void
picture(struct buf *b, const struct process *p)
{
	buf_puts(b, "```mermaid\nstateDiagram-v2\n");
	for (size_t i = 0; p->states[i].name != NULL; i++)
		buf_printf(b, "    %s : %s\n", p->states[i].name,
			   p->states[i].label.zh);
	for (size_t i = 0; i < p->n_edges; i++)
		arrows(b, p, &p->edges[i]);
	for (size_t i = 0; p->states[i].name != NULL; i++)
		if (p->states[i].final)
			buf_printf(b, "    %s --> [*]\n", p->states[i].name);
	buf_puts(b, "```\n\n");
}

static const char *
from_word(const struct process *p, const struct edge *e)
{
	if (e->from == FROM_NOTHING)
		return "–";
	return e->from == FROM_ANY_OPEN ? "any open" : state_name(p, e->from);
}

static void
turns(struct buf *b, const struct process *p, const struct edge *e)
{
	static const char *const words[] = { NULL,	"start", "stop",
					     "restart", "void",	 "new limit" };
	bool any = false;

	for (size_t i = 0; p->clocks[i].name != NULL; i++) {
		if (e->clocks[i] == KEEP)
			continue;
		buf_printf(b, "%s%s %s", any ? ", " : "", p->clocks[i].name,
			   words[e->clocks[i]]);
		any = true;
	}
	buf_puts(b, " |\n");
}

static void
process_page(struct buf *b, const struct process *p)
{
	buf_printf(b, "## %s %s\n\n", p->label.en, p->label.zh);
	picture(b, p);
	buf_puts(b, "| from | event | to | permission | inputs (! required) | "
		    "clocks |\n|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < p->n_edges; i++) {
		const struct edge *e = &p->edges[i];

		buf_puts(b, "| ");
		cell(b, from_word(p, e));
		buf_printf(b, "%s %s | ", p->events[e->on].name,
			   p->events[e->on].label.zh);
		cell(b, e->to == TO_SAME ? "same" : state_name(p, e->to));
		cell(b, may_word(e->may));
		cell(b, e->in);
		turns(b, p, e);
	}
	buf_puts(b, "\n");
}

static void
processes_page(struct buf *b)
{
	head(b, "Processes 流程");
	for (size_t i = 0; processes[i] != NULL; i++)
		process_page(b, processes[i]);
}

static void
flags_cell(struct buf *b, const struct field *f)
{
	static const char *const words[] = { "required", "read-only", "list",
					     "filter",	 "sort",      "search",
					     "unique",	 "hidden" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if ((f->flags & (1u << i)) != 0)
			buf_printf(b, "%s ", words[i]);
	buf_puts(b, "| ");
}

static void
options_cell(struct buf *b, const struct field *f)
{
	for (const struct option *o = f->options; o != NULL && o->value != NULL;
	     o++)
		buf_printf(b, "%s%s %s", o == f->options ? "" : ", ", o->value,
			   o->label.zh);
	if (f->ref != NULL)
		buf_printf(b, "→ %s", f->ref);
	buf_puts(b, " |\n");
}

static void
registers_page(struct buf *b)
{
	head(b, "Registers 台账");
	for (size_t k = 0; registers[k] != NULL; k++) {
		const struct reg *r = registers[k];

		buf_printf(b, "## %s – %s %s\n\nread: `%s`, edit: `%s`\n\n",
			   r->name, r->label.en, r->label.zh, may_word(r->read),
			   may_word(r->edit));
		buf_puts(b, "| field | 中文 | English | flags | values |\n"
			    "|---|---|---|---|---|\n");
		for (size_t i = 0; i < r->n_fields; i++) {
			const struct field *f = &r->fields[i];

			buf_puts(b, "| ");
			cell(b, f->name);
			cell(b, f->label.zh);
			cell(b, f->label.en);
			flags_cell(b, f);
			options_cell(b, f);
		}
		buf_puts(b, "\n");
	}
}

static const char *
route_may(const struct route *r)
{
	if (r->may == MAY_BY_REG_READ)
		return "register: read";
	if (r->may == MAY_BY_REG_EDIT)
		return "register: edit";
	return may_word(r->may);
}

static void
routes_page(struct buf *b)
{
	static const char *const tx[] = { "none", "read", "write" };

	head(b, "Routes 接口");
	buf_puts(b, "| verb | path | permission | transaction | body limit | "
		    "what |\n|---|---|---|---|---|---|\n");
	for (size_t k = 0; route_tables[k] != NULL; k++)
		for (const struct route *r = route_tables[k]; r->verb; r++) {
			buf_puts(b, "| ");
			cell(b, r->verb);
			cell(b, r->path);
			cell(b, route_may(r));
			cell(b, tx[r->tx]);
			buf_printf(b, "%zu | ", r->body_max);
			buf_printf(b, "%s %s |\n", r->summary.en,
				   r->summary.zh);
		}
}

static void
roles_page(struct buf *b)
{
	head(b, "Roles and permissions 角色与权限");
	for (size_t i = 0; i < n_roles; i++) {
		buf_printf(b, "## %s – %s %s\n\n", roles[i].name,
			   roles[i].label.en, roles[i].label.zh);
		for (int m = 0; m < MAY_N; m++)
			if ((roles[i].may & MAY_BIT(m)) != 0)
				buf_printf(b, "- `%s` %s %s\n",
					   may_word((enum may)m),
					   may_label((enum may)m).en,
					   may_label((enum may)m).zh);
		buf_puts(b, "\n");
	}
}

static void
errors_page(struct buf *b)
{
	head(b, "Errors 错误代码");
	buf_puts(b, "| code | HTTP |\n|---|---|\n");
	for (int e = OK + 1; e < ERR_N; e++)
		buf_printf(b, "| %s | %d |\n", err_word((enum err)e),
			   err_status((enum err)e));
}

static enum err
write_page(struct cli *c, const char *name, void (*page)(struct buf *))
{
	struct buf b = buf_open(PAGE_MAX);
	const char *path = arena_printf(&c->a, "%s/%s", c->operand, name).p;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	bool good = fd >= 0;

	page(&b);
	must(!b.full);
	good = good && write(fd, b.p, b.n) == (ssize_t)b.n;
	if (fd >= 0)
		good = close(fd) == 0 && good;
	buf_release(&b);
	if (good)
		return OK;
	return fail(&c->why, ERR_STORAGE, "cannot write %s: %s",
		    "无法写入 %s：%s", path, strerror(errno));
}

enum err
reference_command(struct cli *c)
{
	static const struct {
		const char *name;
		void (*page)(struct buf *);
	} pages[] = {
		{ "processes.md", processes_page },
		{ "registers.md", registers_page },
		{ "routes.md", routes_page },
		{ "roles.md", roles_page },
		{ "errors.md", errors_page },
	};

	registers_start();
	if (mkdir(c->operand, 0755) != 0 && errno != EEXIST)
		return fail(&c->why, ERR_STORAGE, "cannot make %s: %s",
			    "无法建立目录 %s：%s", c->operand, strerror(errno));
	for (size_t i = 0; i < ARRAY_LEN(pages); i++)
		TRY(write_page(c, pages[i].name, pages[i].page));
	return OK;
}
