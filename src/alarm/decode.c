/* decode.c - a frame into signals. */
#include "alarm/decode.h"

#include <ctype.h>
#include <string.h>

#include "alarm/decode_parts.h"
#include "base/str.h"
#include "base/time.h"

/* Of what more than one event of a frame may share: the first has all of it,
 * so that 4 KB cannot become as many times 4 KB as they have events. */
#define SHARED_MAX 256

/* What is being filled. */
struct decoding {
	const struct decode_profile *profile;
	const struct dc09 *f;
	struct arena *a;
	struct signal common;  /* what all signals of the frame share */
	struct str alarm_text; /* x-data I, or empty */
	struct signal *v;
	size_t n, room;
};

static struct signal *
one_more(struct decoding *d)
{
	struct signal *s;

	if (d->n == d->room) {
		size_t room = d->room == 0 ? 4 : 2 * d->room;
		struct signal *v = ARENA_ARRAY(d->a, room, struct signal);

		if (d->n > 0)
			memcpy(v, d->v, d->n * sizeof(*v));
		d->v = v;
		d->room = room;
	}
	s = &d->v[d->n];
	*s = d->common;
	s->part = (int64_t)d->n++;
	return s;
}

/* ---- of the whole frame ---- */

static struct str
line_of(const struct dc09 *f, struct arena *a)
{
	return arena_printf(a, "%s%.*s%s%.*s", f->has_receiver ? "R" : "",
			    STR_ARG(f->receiver), f->has_line ? "L" : "",
			    STR_ARG(f->line));
}

/* "HH:MM:SS,MM-DD-YYYY" of x-data H: when it happened. */
static bool
occurred(struct str value, struct arena *a, int64_t *out)
{
	if (value.n > 0 && value.p[0] != '_')
		value = arena_printf(a, "_%.*s", STR_ARG(value));
	return dc09_time_parse(value, out);
}

static void
read_xdata(struct decoding *d)
{
	struct str rest = d->f->xdata, value;
	int64_t at_ms;
	char id;

	while (dc09_xdata_next(&rest, &id, &value)) {
		if (id == 'I')
			d->alarm_text = value;
		else if (id == 'H' && occurred(value, d->a, &at_ms))
			d->common.device_ms =
			    at_ms - d->profile->clock_offset_ms;
	}
}

static void
read_common(struct decoding *d)
{
	const struct decode_profile *p = d->profile;
	const struct dc09 *f = d->f;

	d->common = (struct signal){
		.org = p->org,
		.panel = p->panel,
		.site = p->site,
		.customer = p->customer,
		.source = STR("dc09"),
		.line = line_of(f, d->a),
		.account = dc09_account(f),
		.seq = f->seq,
		.token = f->id,
		.encrypted = f->encrypted,
		.device_ms =
		    f->has_time ? f->time_ms - p->clock_offset_ms : SIGNAL_NONE,
		.priority = 3,
		.part_no = SIGNAL_NONE,
		.zone_no = SIGNAL_NONE,
		.user_no = SIGNAL_NONE,
		.data = decode_text(f->data, d->a),
		.xdata = decode_text(f->xdata, d->a),
		.state =
		    p->panel == 0 ? STR(SIGNAL_UNKNOWN) : STR(SIGNAL_UNDECODED),
	};
	read_xdata(d);
}

/* ---- one event ---- */

static struct str
join(struct str a, struct str b, struct arena *arena)
{
	a = decode_text(str_trim(a), arena);
	b = decode_text(str_trim(b), arena);
	if (a.n == 0 || b.n == 0)
		return a.n == 0 ? b : a;
	return arena_printf(arena, "%.*s %.*s", STR_ARG(a), STR_ARG(b));
}

/* The number behind the code is what the code concerns. */
static void
put_number(const struct code *c, const struct block_event *e, struct signal *s,
	   struct arena *a)
{
	s->part_no = e->part <= 0 ? SIGNAL_NONE : e->part;
	s->user_no = e->user < 0 ? SIGNAL_NONE : e->user;
	if (e->number < 0)
		return;
	if (str_is(c->concerns, "zone"))
		s->zone_no = e->number;
	else if (str_is(c->concerns, "user"))
		s->user_no = e->number;
	else if (str_is(c->concerns, "area"))
		s->part_no = e->number;
	else if (e->number > 0 && s->text.n == 0)
		s->text = arena_printf(a, "#%lld", (long long)e->number);
}

static struct str
upper(struct str s, struct arena *a)
{
	char *p = arena_alloc(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = (char)toupper((unsigned char)s.p[i]);
	return (struct str){ p, s.n };
}

static bool
note_has(struct str note, struct str word)
{
	while (note.n > 0) {
		if (str_eq(str_cut(note, ';', &note), word))
			return true;
	}
	return false;
}

/* A code that makers use differently counts only for the make that the
 * panel's template names. */
static bool
is_disputed(const struct code *c, struct str dialect)
{
	return note_has(c->note, STR("conflict")) &&
	       (dialect.n == 0 || !note_has(c->note, dialect));
}

/* Tables, then overrides; class empty: nobody knows the code. */
static void
look_up(const struct decoding *d, struct str format,
	const struct block_event *e, struct code *out)
{
	const struct decode_profile *p = d->profile;
	const struct code *c = code_find(format, e->code, e->qualifier);
	struct override_at at = { .org = p->org,
				  .panel = p->panel,
				  .site = p->site,
				  .template = p->template,
				  .format = format,
				  .code = e->code,
				  .qualifier = e->qualifier };

	*out = (struct code){ .format = format, .code = e->code };
	out->class = out->role = out->concerns = out->note = STR("");
	out->priority = 3;
	if (c != NULL && !is_disputed(c, p->dialect))
		*out = *c;
	out->name = (struct label){ NULL, NULL }; /* only an override's */
	at.role = out->role;
	if (p->overrides != NULL)
		override_apply(p->overrides, &at, out);
}

/*
 * A frame without a time of its own may carry that of an event: with its
 * date, or of the days around the one that is nearest to the receipt.
 */
static int64_t
event_ms(const struct decode_profile *p, const struct block_event *e)
{
	int64_t now_ms = p->received_ms + p->clock_offset_ms;
	int64_t at_ms = now_ms - now_ms % DAY_MS + e->time_s * SECOND_MS;

	if (e->time_s < 0 || p->received_ms <= 0 || e->day == BLOCK_ODD_DAY)
		return SIGNAL_NONE;
	if (e->day != BLOCK_NO_DAY)
		at_ms = e->day * DAY_MS + e->time_s * SECOND_MS;
	else if (at_ms - now_ms > DAY_MS / 2)
		at_ms -= DAY_MS;
	else if (now_ms - at_ms > DAY_MS / 2)
		at_ms += DAY_MS;
	return at_ms - p->clock_offset_ms;
}

static void
add_event(struct decoding *d, struct str format, const struct block_event *e,
	  struct str text)
{
	struct signal *s = one_more(d);
	struct code c;

	if (s->device_ms == SIGNAL_NONE)
		s->device_ms = event_ms(d->profile, e);
	s->text = join(e->text.n > 0 ? e->text : text,
		       e->text.n > 0 && text.n > 0 ? text : e->text2, d->a);
	if (s->text.n == 0)
		s->text = decode_text(str_trim(d->alarm_text), d->a);
	if (s->part > 0)
		s->text = str_clip(s->text, SHARED_MAX);
	if (e->code.n == 0) {
		if (s->text.n == 0)
			s->text = decode_text(str_trim(e->whole), d->a);
		return;
	}
	s->format = format;
	s->code = e->code;
	look_up(d, format, e, &c);
	put_number(&c, e, s, d->a);
	if (c.class.n == 0 || c.role.n == 0)
		return; /* stays undecoded, priority 3 */
	/* An override's words live as long as its snapshot only. */
	s->class = arena_str(d->a, c.class);
	s->role = arena_str(d->a, c.role);
	s->priority = c.priority;
	if (s->text.n == 0 && c.name.zh != NULL)
		s->text = arena_str(d->a, str_of(c.name.zh));
	if (d->profile->panel != 0)
		s->state = STR(SIGNAL_DECODED);
}

/* More events than a panel sends: kept whole, from here to the end; false. */
static bool
kept_whole(struct decoding *d, const char *from)
{
	struct str block = d->f->block;
	struct str left = str_skip(block, (size_t)(from - block.p));

	one_more(d)->text = decode_text(str_trim(left), d->a);
	return false;
}

/* false: too many. */
static bool
sia(struct decoding *d, const struct dc09_event *in)
{
	struct block_state st = { -1, -1, -1, BLOCK_NO_DAY };
	struct block_event e;
	struct str rest = in->code;
	size_t before = d->n;

	while (block_sia_next(&rest, &st, &e)) {
		if (d->n == DECODE_EVENTS_MAX)
			return kept_whole(d, e.whole.p);
		add_event(d, STR("sia"), &e, in->text);
	}
	if (d->n > before || in->code.n == 0)
		return true;
	e.code = STR("");
	e.time_s = st.time_s;
	e.day = st.day;
	e.whole = in->code; /* modifiers alone */
	add_event(d, STR("sia"), &e, in->text);
	return true;
}

static void
cid(struct decoding *d, const struct dc09_event *in)
{
	struct block_event e;

	block_cid(in->code, &e);
	e.code = upper(e.code, d->a);
	add_event(d, STR("cid"), &e, in->text);
}

static void
other(struct decoding *d, const struct dc09_event *in)
{
	struct block_event e = { .code = STR(""),
				 .whole = in->code,
				 .time_s = -1,
				 .day = BLOCK_NO_DAY };

	e.text = e.text2 = STR("");
	add_event(d, STR(""), &e, in->text);
}

/* "|Ahall": text of the event before it. */
static bool
is_text(const struct decoding *d, const struct dc09_event *e)
{
	return d->n > 0 && e->mark == '\0' && e->code.n > 1 &&
	       e->code.p[0] == 'A' && d->v[d->n - 1].text.n == 0;
}

static void
decode_blocks(struct decoding *d)
{
	struct str block = d->f->block;
	struct dc09_event e;
	bool go_on = true;

	while (go_on && dc09_event_next(&block, &e)) {
		if (is_text(d, &e))
			d->v[d->n - 1].text =
			    decode_text(str_trim(str_skip(e.code, 1)), d->a);
		else if (d->n == DECODE_EVENTS_MAX)
			go_on = kept_whole(d, e.code.p);
		else if (d->f->kind == DC09_SIA_DCS)
			go_on = sia(d, &e);
		else if (d->f->kind == DC09_ADM_CID)
			cid(d, &e);
		else
			other(d, &e);
	}
}

void
decode_frame(const struct decode_profile *profile, const struct dc09 *f,
	     struct arena *a, struct signal **out, size_t *n)
{
	struct decoding d = { .profile = profile, .f = f, .a = a };

	*out = NULL;
	*n = 0;
	if (f->kind == DC09_NULL || dc09_is_answer(f))
		return;
	read_common(&d);
	decode_blocks(&d);
	if (d.n == 0)
		(void)one_more(&d); /* "[]": stored all the same */
	*out = d.v;
	*n = d.n;
}
