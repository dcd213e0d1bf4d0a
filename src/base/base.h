/* base.h - the few words every module speaks: slices, arrays, assertions. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))

/* A borrowed run of bytes: not NUL-terminated, never freed through this. */
struct str {
	const char *p;
	size_t n;
};
#define STR(lit) ((struct str){ (lit), sizeof(lit) - 1 })
/* For "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).p

/* The two languages of the product; every text a person reads has both. */
enum lang { LANG_ZH, LANG_EN, LANG_N };
struct label {
	const char *zh, *en;
};
#define LABEL(zh_, en_)                  \
	{                                \
		.zh = (zh_), .en = (en_) \
	}
const char *label_in(struct label label, enum lang lang);

/*
 * Our own mistakes stop the program, in production too: a wrong state is
 * worse than a restart.  Never for anything that comes from outside.
 */
#define must(cond) ((cond) ? (void)0 : must_fail(__FILE__, __LINE__, #cond))
_Noreturn void must_fail(const char *file, int line, const char *cond);

/* Memory that is there or stops the program.  Only base/ calls these. */
void *mem_alloc(size_t n);
void *mem_grow(void *p, size_t n);
void mem_free(void *p);

#endif
