/* small.c - serve, openapi, version. */
#include "cli/cli.h"

#include <stdio.h>

#include "http/openapi.h"
#include "http/server.h"
#include "kind/register.h"

#define OPENAPI_BYTES_MAX (16u << 20)

enum err
serve_command(struct cli *c)
{
	return serve_run(&c->conf, &c->why);
}

enum err
openapi_command(struct cli *c)
{
	struct buf b = buf_open(OPENAPI_BYTES_MAX);

	(void)c; /* both languages are in it */
	registers_start();
	openapi_write(&b);
	must(!b.full);
	(void)fwrite(b.p, 1, b.n, stdout);
	buf_release(&b);
	return OK;
}

enum err
version_command(struct cli *c)
{
	(void)c; /* the same in every language */
	(void)printf("anwei %s\n", ANWEI_VERSION);
	return OK;
}
