/* settings.c - config check, dump, sample and man. */
#include <stdio.h>

#include "base/str.h"
#include "cli/cli.h"
#include "conf/setting.h"

static enum err
print(struct buf *b)
{
	must(!b->full);
	(void)fwrite(b->p, 1, b->n, stdout);
	buf_release(b);
	return OK;
}

enum err
config_check_command(struct cli *c)
{
	cli_say(c, "the settings are good (file: %s)", "设置无误（文件：%s）",
		c->conf->file != NULL ? c->conf->file : "-");
	return OK;
}

enum err
config_dump_command(struct cli *c)
{
	struct buf b = buf_open(1u << 20);

	conf_dump(c->conf, &b);
	return print(&b);
}

enum err
config_sample_command(struct cli *c)
{
	struct buf b = buf_open(1u << 20);

	conf_sample(c->lang, &b);
	return print(&b);
}

enum err
config_man_command(struct cli *c)
{
	struct buf b = buf_open(1u << 20);

	conf_man(c->lang, &b);
	return print(&b);
}
