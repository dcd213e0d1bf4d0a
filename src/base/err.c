/* err.c - codes, their words, and the sentences. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

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

/* The first fault is also the sentence of the whole. */
static void
fault_lead(struct why *why, const struct fault *f)
{
	why->code = ERR_INVALID;
	(void)snprintf(why->text[LANG_EN], WHY_TEXT_MAX, "%s: %s",
		       f->label.en != NULL ? f->label.en : f->field,
		       f->text[LANG_EN]);
	(void)snprintf(why->text[LANG_ZH], WHY_TEXT_MAX, "%s：%s",
		       f->label.zh != NULL ? f->label.zh : f->field,
		       f->text[LANG_ZH]);
}

enum err
fail_field(struct why *why, const char *field, struct label label,
	   const char *code, const char *en, const char *zh, ...)
{
	struct fault one, *f = &one;
	va_list ap;

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
