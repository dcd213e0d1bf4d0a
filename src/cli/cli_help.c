/* cli_help.c - the help, from the table of commands. */
#include "cli/cli.h"

#include <string.h>

#include "base/str.h"

/* Columns on a terminal: a Chinese character takes two. */
static size_t
columns(const char *text)
{
	size_t n = 0;

	for (struct str s = str_of(text); s.n > 0;) {
		size_t at = 0;

		n += str_next_char(s, &at) > 0x2e7f ? 2 : 1;
		s = str_skip(s, at);
	}
	return n;
}

static void
put_padded(struct buf *out, const char *text, size_t width)
{
	size_t n = columns(text);

	buf_puts(out, text);
	do {
		buf_putc(out, ' ');
	} while (++n < width);
}

/* "user add --login NAME [--customer ID]" */
static void
put_usage(struct buf *out, const struct command *k)
{
	buf_printf(out, "anwei %s", k->name);
	for (const struct cli_option *o = k->options;
	     o != NULL && o->name != NULL; o++)
		buf_printf(out, "%s%s%s%s%s", o->required ? " " : " [", o->name,
			   o->value != NULL ? " " : "",
			   o->value != NULL ? o->value : "",
			   o->required ? "" : "]");
	if (k->operand != NULL)
		buf_printf(out, " %s", k->operand);
	buf_putc(out, '\n');
}

void
cli_help_all(enum lang lang, struct buf *out)
{
	static const struct label head =
	    LABEL("安维：安防系统从接警、运维到评星的一个程序。\n\n"
		  "用法：anwei [--config 文件] 命令 …\n\n",
		  "Anwei runs the working life of security systems: alarms, "
		  "maintenance, rating.\n\nusage: anwei [--config FILE] "
		  "COMMAND ...\n\n");
	static const struct label tail =
	    LABEL("\n第一次使用：\n"
		  "  anwei org add --name \"我的公司\"\n"
		  "  anwei user add --login admin --name \"管理员\" --roles "
		  "administrator\n"
		  "  anwei serve          然后打开 http://127.0.0.1:8080\n\n"
		  "每个命令都有说明：anwei 命令 --help\n"
		  "设置：anwei config sample；数据在 data.dir 所指的目录。\n",
		  "\nThe first time:\n"
		  "  anwei org add --name \"My company\"\n"
		  "  anwei user add --login admin --name \"Admin\" --roles "
		  "administrator\n"
		  "  anwei serve          and open http://127.0.0.1:8080\n\n"
		  "Every command explains itself: anwei COMMAND --help\n"
		  "Settings: anwei config sample.  Data lies in the folder "
		  "data.dir.\n");

	buf_puts(out, label_in(head, lang));
	for (const struct command *k = commands; k->name != NULL; k++) {
		buf_puts(out, "  ");
		put_padded(out, k->name, 16);
		buf_printf(out, "%s\n", label_in(k->help, lang));
	}
	buf_puts(out, label_in(tail, lang));
}

void
cli_help_one(const struct command *k, enum lang lang, struct buf *out)
{
	buf_printf(out, "%s\n\n", label_in(k->help, lang));
	put_usage(out, k);
	for (const struct cli_option *o = k->options;
	     o != NULL && o->name != NULL; o++) {
		buf_puts(out, "  ");
		put_padded(out, o->name, 20);
		buf_printf(out, "%s\n", label_in(o->help, lang));
	}
	if (k->examples != NULL)
		buf_printf(out, "\n%s\n%s",
			   lang == LANG_EN ? "for example:" : "例如：",
			   k->examples);
	if (k->more.zh != NULL)
		buf_printf(out, "\n%s\n", label_in(k->more, lang));
}
