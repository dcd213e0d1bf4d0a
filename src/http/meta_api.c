/* meta_api.c - what the generated screens need to know. */
#include <string.h>

#include "base/str.h"
#include "http/api.h"
#include "http/openapi.h"
#include "http/query.h"
#include "kind/process.h"
#include "kind/register_row.h"

static const char *const type_names[F_TYPE_N] = {
	[F_TEXT] = "text",	 [F_LINES] = "lines",
	[F_INT] = "int",	 [F_BOOL] = "bool",
	[F_DATE] = "date",	 [F_TIME] = "time",
	[F_MONEY] = "money",	 [F_TENTHS] = "tenths",
	[F_ENUM] = "enum",	 [F_SET] = "set",
	[F_REF] = "ref",	 [F_FILE] = "file",
	[F_SECRET] = "secret",	 [F_PHONE] = "phone",
	[F_EMAIL] = "email",	 [F_NUMBER] = "number",
	[F_KEY_REF] = "key_ref", [F_SECRET_REF] = "secret_ref",
};
static const char *const tone_names[] = {
	[TONE_PLAIN] = "plain", [TONE_INFO] = "info", [TONE_OK] = "ok",
	[TONE_WARN] = "warn",	[TONE_BAD] = "bad",
};

static void
bool_member(struct jw *j, const char *key, bool v)
{
	jw_key(j, key);
	jw_bool(j, v);
}

static void
label_member(struct jw *j, const char *key, struct label label)
{
	jw_key(j, key);
	jw_label(j, label);
}

static void
options_json(struct jw *j, const struct option *o)
{
	jw_key(j, "options");
	jw_begin(j, '[');
	for (; o != NULL && o->value != NULL; o++) {
		jw_begin(j, '{');
		jw_key(j, "value");
		jw_text(j, o->value);
		label_member(j, "label", o->label);
		jw_key(j, "tone");
		jw_text(j, tone_names[o->tone]);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

/* The states of a process are the options of its field "state". */
static void
states_as_options(struct jw *j, const struct proc_state *s)
{
	jw_key(j, "options");
	jw_begin(j, '[');
	for (; s->name != NULL; s++) {
		jw_begin(j, '{');
		jw_key(j, "value");
		jw_text(j, s->name);
		label_member(j, "label", s->label);
		jw_key(j, "tone");
		jw_text(j, tone_names[s->tone]);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static void
limits_json(struct jw *j, const struct field *f)
{
	bool text = field_is_text(f->type);
	bool ranged = !text && (f->min != 0 || f->max != 0);

	jw_key(j, "max_length");
	if (text)
		jw_int(j, f->max != 0	     ? f->max :
			  f->type == F_LINES ? 4000 :
					       200);
	else
		jw_null(j);
	jw_key(j, "min");
	if (ranged)
		jw_int(j, f->min);
	else
		jw_null(j);
	jw_key(j, "max");
	if (ranged)
		jw_int(j, f->max);
	else
		jw_null(j);
}

static void
when_json(struct jw *j, const char *when)
{
	struct str values, name = str_cut(str_of(when), '=', &values);

	jw_key(j, "when");
	if (when == NULL) {
		jw_null(j);
		return;
	}
	jw_begin(j, '{');
	jw_key(j, "field");
	jw_str(j, name);
	jw_key(j, "in");
	jw_begin(j, '[');
	while (values.n > 0)
		jw_str(j, str_cut(values, '|', &values));
	jw_end(j, ']');
	jw_end(j, '}');
}

static void
flags_json(struct jw *j, const struct field *f)
{
	bool_member(j, "required", (f->flags & REQUIRED) != 0);
	bool_member(j, "readonly", (f->flags & READONLY) != 0);
	bool_member(j, "secret", f->type == F_SECRET);
	bool_member(j, "list", (f->flags & LIST) != 0);
	bool_member(j, "filter", (f->flags & FILTER) != 0);
	bool_member(j, "form", (f->flags & (HIDDEN | READONLY)) == 0);
}

static void
field_json(struct jw *j, const struct reg *r, const struct field *f)
{
	jw_begin(j, '{');
	jw_key(j, "name");
	jw_text(j, f->name);
	jw_key(j, "type");
	jw_text(j, type_names[f->type]);
	label_member(j, "label", f->label);
	label_member(j, "help", f->help);
	label_member(j, "section", f->section);
	jw_key(j, "unit");
	jw_text(j, f->unit);
	jw_key(j, "places");
	jw_int(j, field_places(f));
	flags_json(j, f);
	limits_json(j, f);
	jw_key(j, "pattern");
	jw_null(j);
	jw_key(j, "ref");
	jw_text(j, f->ref);
	if (r->process != NULL && strcmp(f->name, "state") == 0)
		states_as_options(j, r->process->states);
	else
		options_json(j, f->options);
	when_json(j, f->when);
	jw_end(j, '}');
}

static void
may_json(struct call *c, const struct reg *r)
{
	uint64_t may = c->t.who.may;
	bool edits = (may & MAY_BIT(r->edit)) != 0;
	bool moves = (may & MAY_BIT(MAY_IMPORT)) != 0;
	struct jw *j = &c->out;

	jw_key(j, "may");
	jw_begin(j, '{');
	bool_member(j, "read", true);
	bool_member(j, "create", edits);
	bool_member(j, "update", edits && r->process == NULL);
	bool_member(j, "retire", edits && r->process == NULL);
	bool_member(j, "import", edits && moves && r->process == NULL);
	bool_member(j, "export", moves);
	jw_end(j, '}');
}

static void
sorts_json(struct jw *j, const struct reg *r)
{
	jw_key(j, "sorts");
	jw_begin(j, '[');
	jw_text(j, "created_ms");
	for (size_t i = 0; i < r->n_fields; i++)
		if (field_sorts(&r->fields[i]))
			jw_text(j, r->fields[i].name);
	jw_end(j, ']');
	jw_key(j, "default_sort");
	jw_text(j, r->sort != NULL ? r->sort : "-created_ms");
}

static bool
is_searched(const struct reg *r)
{
	for (size_t i = 0; i < r->n_fields; i++)
		if ((r->fields[i].flags & SEARCH) != 0)
			return true;
	return false;
}

static void
register_json(struct call *c, const struct reg *r)
{
	struct jw *j = &c->out;

	jw_begin(j, '{');
	jw_key(j, "name");
	jw_text(j, r->name);
	label_member(j, "label", r->label);
	label_member(j, "plural",
		     (struct label){ r->label.zh, r->plural != NULL ?
						      r->plural :
						      r->label.en });
	jw_key(j, "group");
	jw_text(j, r->group);
	jw_key(j, "title");
	jw_text(j, r->title);
	jw_key(j, "process");
	jw_text(j, r->process == NULL ? NULL : r->process->name);
	may_json(c, r);
	sorts_json(j, r);
	bool_member(j, "search", is_searched(r));
	bool_member(j, "labels", r->labels);
	bool_member(j, "tree", r->tree);
	jw_key(j, "fields");
	jw_begin(j, '[');
	for (size_t i = 0; i < r->n_fields; i++)
		field_json(j, r, &r->fields[i]);
	jw_end(j, ']');
	jw_end(j, '}');
}

static void
states_json(struct jw *j, const struct proc_state *s)
{
	jw_key(j, "states");
	jw_begin(j, '[');
	for (; s->name != NULL; s++) {
		jw_begin(j, '{');
		jw_key(j, "name");
		jw_text(j, s->name);
		label_member(j, "label", s->label);
		jw_key(j, "tone");
		jw_text(j, tone_names[s->tone]);
		bool_member(j, "final", s->final);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

/* Does the event make a new row? */
static bool
event_opens(const struct process *p, int on)
{
	for (size_t i = 0; i < p->n_edges; i++)
		if (p->edges[i].on == on && p->edges[i].from == FROM_NOTHING)
			return true;
	return false;
}

/* All fields that some edge of the event takes. */
static void
event_fields(struct jw *j, const struct reg *r, int on)
{
	const struct process *p = r->process;

	jw_key(j, "fields");
	jw_begin(j, '[');
	for (size_t i = 0; i < r->n_fields; i++)
		for (size_t k = 0; k < p->n_edges; k++) {
			bool required;

			if (p->edges[k].on != on ||
			    !edge_takes(&p->edges[k], r->fields[i].name,
					&required))
				continue;
			jw_text(j, r->fields[i].name);
			break;
		}
	jw_end(j, ']');
}

static void
process_json(struct jw *j, const struct reg *r)
{
	const struct process *p = r->process;

	jw_begin(j, '{');
	jw_key(j, "name");
	jw_text(j, p->name);
	label_member(j, "label", p->label);
	states_json(j, p->states);
	jw_key(j, "events");
	jw_begin(j, '[');
	for (int i = 0; p->events[i].name != NULL; i++) {
		jw_begin(j, '{');
		jw_key(j, "name");
		jw_text(j, p->events[i].name);
		label_member(j, "label", p->events[i].label);
		bool_member(j, "opens", event_opens(p, i));
		event_fields(j, r, i);
		jw_end(j, '}');
	}
	jw_end(j, ']');
	jw_key(j, "clocks");
	jw_begin(j, '[');
	for (const struct proc_clock *k = p->clocks; k->name != NULL; k++) {
		jw_begin(j, '{');
		jw_key(j, "name");
		jw_text(j, k->name);
		label_member(j, "label", k->label);
		jw_end(j, '}');
	}
	jw_end(j, ']');
	jw_end(j, '}');
}

static bool
may_see(const struct call *c, const struct reg *r)
{
	return (c->t.who.may & MAY_BIT(r->read)) != 0 &&
	       reg_scope(&c->t, r) != SCOPE_NONE;
}

static enum err
serve_meta(struct call *c)
{
	struct jw *j = &c->out;

	call_json(c, 200);
	jw_begin(j, '{');
	jw_key(j, "groups");
	jw_begin(j, '[');
	for (const struct group *g = groups; g->name != NULL; g++) {
		jw_begin(j, '{');
		jw_key(j, "name");
		jw_text(j, g->name);
		label_member(j, "label", g->label);
		jw_end(j, '}');
	}
	jw_end(j, ']');
	jw_key(j, "registers");
	jw_begin(j, '[');
	for (size_t i = 0; registers[i] != NULL; i++)
		if (may_see(c, registers[i]))
			register_json(c, registers[i]);
	jw_end(j, ']');
	jw_key(j, "processes");
	jw_begin(j, '[');
	for (size_t i = 0; registers[i] != NULL; i++)
		if (registers[i]->process != NULL && may_see(c, registers[i]))
			process_json(j, registers[i]);
	jw_end(j, ']');
	jw_end(j, '}');
	return OK;
}

static enum err
serve_openapi(struct call *c)
{
	call_json(c, 200);
	openapi_write(&c->reply.body);
	return OK;
}

/* clang-format off */
const struct route meta_routes[] = {
	/* verb   path            may          tx       body rate         serve       in    n  answer  summary */
	{ "GET",  "/api/v1/meta", MAY_SIGN_IN, TX_READ, 0,   RATE_NORMAL, serve_meta, NULL, 0, "Meta", LABEL("界面元数据", "Metadata for screens"), false },
	{ "GET",  "/api/v1/openapi.json", MAY_SIGN_IN, TX_READ, 0, RATE_HEAVY, serve_openapi, NULL, 0, NULL, LABEL("接口说明", "This document"), false },
	{ 0 }
};
/* clang-format on */
