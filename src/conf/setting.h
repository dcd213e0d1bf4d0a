/*
 * setting.h - the table of settings: one row says everything about one.
 *
 * From it come the parser, the environment names, the checks, the dump, the
 * sample file and the man page.  To add one: doc/howto/setting.md.
 */
#ifndef CONF_SETTING_H
#define CONF_SETTING_H

#include "base/buf.h"
#include "conf/conf.h"

/*   name           what a value looks like */
#define SETTING_TYPES(X)                                                 \
	X(SET_INT, "整数", "number")                                     \
	X(SET_TEXT, "文本", "text")                                      \
	X(SET_DB, "sqlite:路径 或 postgresql://…",                       \
	  "sqlite:PATH or postgresql://…")                               \
	X(SET_LISTEN, "地址:端口，或留空", "ADDRESS:PORT or empty")      \
	X(SET_PERCENTS, "递增的百分数，逗号分隔",                        \
	  "rising percents, by commas")                                  \
	X(SET_ADDRESSES, "IP 地址，逗号分隔", "IP addresses, by commas") \
	X(SET_ZONE, "IANA 时区名", "IANA time zone")                     \
	X(SET_LEVEL, "error、warn、info 或 debug", "error, warn, info or debug")
enum setting_type {
#define X(name, zh, en) name,
	SETTING_TYPES(X)
#undef X
	    SET_N
};
enum setting_when { RESTART, RELOAD };

struct setting {
	const char *name;
	enum setting_type type;
	size_t offset;	   /* in struct conf; the type says what is there */
	const char *usual; /* default */
	int64_t min, max;  /* of a number; of a text's length in bytes */
	const char *unit;  /* or "" */
	enum setting_when when;
	struct label help;
};
extern const struct setting settings[];
extern const size_t n_settings;

const struct setting *setting_find(struct str name);
/* The name that was probably meant, or NULL. */
const struct setting *setting_nearest(struct str name);
struct label setting_type_label(enum setting_type type);
/* "http.listen" is ANWEI_HTTP_LISTEN; out has SETTING_ENV_MAX bytes. */
#define SETTING_ENV_MAX 64
void setting_env_name(const struct setting *s, char *out);

/* Value into its field; ERR_INVALID with the reason alone. */
MUST_CHECK enum err setting_read(const struct setting *s, struct str text,
				 struct conf *conf, struct why *why);
/* The field as text that setting_read takes. */
void setting_write(const struct setting *s, const struct conf *conf,
		   struct buf *out);
bool
setting_eq(const struct setting *s, const struct conf *a, const struct conf *b);
void
setting_copy(const struct setting *s, const struct conf *from, struct conf *to);

/* What `anwei config` prints.  A password in db.url is not shown. */
void conf_dump(const struct conf *conf, struct buf *out);
void conf_sample(enum lang lang, struct buf *out);
void conf_man(enum lang lang, struct buf *out);

#endif
