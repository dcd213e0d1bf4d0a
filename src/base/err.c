/* err.c - codes, their words, and the sentences. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"

static const struct {
	int status;
	const char *word;
} errors[] = {
#define X(name, status, word) [name] = { status, word },
	ERRORS(X)
#undef X
};

int
err_status(enum err code)
{
	return errors[code].status;
}

const char *
err_word(enum err code)
{
	return errors[code].word;
}

enum err
fail(struct why *why, enum err code, const char *en, const char *zh, ...)
{
	va_list ap;

	why->code = code;
	va_start(ap, zh);
	(void)vsnprintf(why->text[LANG_EN], WHY_TEXT_MAX, en, ap);
	va_end(ap);
	va_start(ap, zh);
	(void)vsnprintf(why->text[LANG_ZH], WHY_TEXT_MAX, zh, ap);
	va_end(ap);
	return code;
}

/* What is too long is cut off: a sentence, not a record. */
static void
lead_print(char out[WHY_TEXT_MAX], const char *name, const char *colon,
	   const char *text)
{
	must(snprintf(out, WHY_TEXT_MAX, "%s%s%s", name, colon, text) >= 0);
}

void
fail_detail(struct why *why, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(why->detail, sizeof(why->detail), fmt, ap);
	va_end(ap);
}

/* The first fault is also the sentence of the whole. */
static void
fault_lead(struct why *why, const struct fault *f)
{
	const char *en = f->label.en != NULL ? f->label.en : f->field;
	const char *zh = f->label.zh != NULL ? f->label.zh : f->field;

	why->code = ERR_INVALID;
	lead_print(why->text[LANG_EN], en, ": ", f->text[LANG_EN]);
	lead_print(why->text[LANG_ZH], zh, "：", f->text[LANG_ZH]);
}

enum err
fail_field(struct why *why, const char *field, struct label label,
	   const char *code, const char *en, const char *zh, ...)
{
	struct fault one, *f = &one;
	va_list ap;

	if (why->faults == NULL && why->room != NULL)
		why->faults =
		    ARENA_ARRAY(why->room, WHY_FAULTS_MAX, struct fault);
	if (why->faults != NULL && why->n_faults < WHY_FAULTS_MAX)
		f = &why->faults[why->n_faults++];
	*f = (struct fault){ .field = field, .label = label, .code = code };
	va_start(ap, zh);
	(void)vsnprintf(f->text[LANG_EN], WHY_TEXT_MAX, en, ap);
	va_end(ap);
	va_start(ap, zh);
	(void)vsnprintf(f->text[LANG_ZH], WHY_TEXT_MAX, zh, ap);
	va_end(ap);
	if (why->code == OK)
		fault_lead(why, f);
	return ERR_INVALID;
}
