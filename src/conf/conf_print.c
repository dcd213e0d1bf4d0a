/* conf_print.c - dump, sample file and man page from the table. */
#include "conf/setting.h"

#include "base/str.h"

/* user:PASSWORD@host: what stands between is nobody's business. */
static void
put_shown(const struct setting *s, struct str value, struct buf *out)
{
	size_t at = value.n, slashes = 0, colon = 0;

	for (size_t i = 0; i < value.n && s->type == SET_DB; i++) {
		slashes += value.p[i] == '/';
		if (value.p[i] == ':' && slashes == 2 && colon == 0)
			colon = i;
		if (value.p[i] == '@' && slashes == 2)
			at = i;
	}
	if (colon == 0 || at == value.n || colon > at) {
		buf_put(out, value);
		return;
	}
	buf_put(out, (struct str){ value.p, colon + 1 });
	buf_puts(out, "***");
	buf_put(out, str_skip(value, at));
}

void
conf_dump(const struct conf *conf, struct buf *out)
{
	for (size_t i = 0; i < n_settings; i++) {
		struct buf value = buf_open(4096);

		setting_write(&settings[i], conf, &value);
		buf_printf(out, "%s = ", settings[i].name);
		put_shown(&settings[i], buf_str(&value), out);
		buf_putc(out, '\n');
		buf_release(&value);
	}
}

/* "1 to 64", "bytes, 1024 to 65536": what the value may be. */
static void
put_range(const struct setting *s, enum lang lang, struct buf *out)
{
	if (s->type != SET_INT) {
		buf_puts(out, label_in(setting_type_label(s->type), lang));
		return;
	}
	buf_printf(out, lang == LANG_EN ? "%lld to %lld" : "%lld 至 %lld",
		   (long long)s->min, (long long)s->max);
	if (s->unit[0] != '\0')
		buf_printf(out, " %s", s->unit);
}

static const char *
when_text(const struct setting *s, enum lang lang)
{
	static const struct label texts[] = {
		[RESTART] = LABEL("重启后生效", "needs a restart"),
		[RELOAD] = LABEL("SIGHUP 后生效", "SIGHUP is enough"),
	};

	return label_in(texts[s->when], lang);
}

void
conf_sample(enum lang lang, struct buf *out)
{
	static const struct label head =
	    LABEL("# 安维的设置：名称 = 值，# 之后为注释。此处均为默认值。\n"
		  "# 每一项也可由环境变量给出，如 ANWEI_HTTP_LISTEN。\n"
		  "# 检查：anwei config check\n",
		  "# Settings of Anwei: name = value, # begins a comment.  "
		  "These are the\n# defaults.  The environment wins: "
		  "ANWEI_HTTP_LISTEN for http.listen.\n"
		  "# To check this file: anwei config check\n");

	buf_puts(out, label_in(head, lang));
	for (size_t i = 0; i < n_settings; i++) {
		const struct setting *s = &settings[i];

		buf_printf(out, "\n# %s\n# (", label_in(s->help, lang));
		put_range(s, lang, out);
		buf_printf(out, "; %s)\n#%s = %s\n", when_text(s, lang),
			   s->name, s->usual);
	}
}

/* In roff a backslash, and a point or quote in front, mean something. */
static void
put_roff(struct str text, struct buf *out)
{
	if (text.n > 0 && (text.p[0] == '.' || text.p[0] == '\''))
		buf_puts(out, "\\&");
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\\')
			buf_puts(out, "\\e");
		else if (text.p[i] == '-')
			buf_puts(out, "\\-");
		else
			buf_putc(out, text.p[i]);
	}
}

static void
man_row(const struct setting *s, enum lang lang, struct buf *out)
{
	char env[SETTING_ENV_MAX];

	setting_env_name(s, env);
	buf_printf(out, ".TP\n.B %s\n", s->name);
	put_roff(str_of(label_in(s->help, lang)), out);
	buf_puts(out, "\n.br\n");
	put_range(s, lang, out);
	buf_printf(out, lang == LANG_EN ? "; %s; default " : "；%s；默认 ",
		   when_text(s, lang));
	buf_puts(out, "\\(lq");
	put_roff(str_of(s->usual), out);
	buf_printf(out, "\\(rq; %s\n", env);
}

void
conf_man(enum lang lang, struct buf *out)
{
	static const struct label head =
	    LABEL(".TH ANWEI.CONF 5\n.SH 名称\nanwei.conf \\- 安维的设置\n"
		  ".SH 说明\n每行一项：名称 = 值。# 之后为注释。环境变量"
		  "（如 ANWEI_HTTP_LISTEN）优先于文件。文件取自 "
		  "\\-\\-config、ANWEI_CONFIG 或 /etc/anwei/anwei.conf。\n"
		  ".SH 设置项\n",
		  ".TH ANWEI.CONF 5\n.SH NAME\n"
		  "anwei.conf \\- settings of Anwei\n.SH DESCRIPTION\n"
		  "One setting a line: name = value; # begins a comment.  The "
		  "environment (ANWEI_HTTP_LISTEN for http.listen) wins over "
		  "the file.  The file is that of \\-\\-config, else of "
		  "ANWEI_CONFIG, else /etc/anwei/anwei.conf when it is there.\n"
		  ".SH SETTINGS\n");

	buf_puts(out, label_in(head, lang));
	for (size_t i = 0; i < n_settings; i++)
		man_row(&settings[i], lang, out);
}
