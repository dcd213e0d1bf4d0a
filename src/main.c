/* main.c - the program; everything is said on the command line. */
#include "cli/cli.h"

#include <unistd.h>

int
main(int argc, char **argv)
{
	return cli_main(argc, argv, environ);
}
