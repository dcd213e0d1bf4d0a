/* replay.c - gives every file of the named folders to one fuzz target. */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#define INPUT_MAX (4u << 20)

static int
replay_file(const char *folder, const char *name, uint8_t *bytes)
{
	char path[4096];
	FILE *f;
	size_t n;

	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "rb");
	if (f == NULL) {
		perror(path);
		return -1;
	}
	n = fread(bytes, 1, INPUT_MAX, f);
	(void)fclose(f); /* read only: nothing can be lost */
	return LLVMFuzzerTestOneInput(bytes, n);
}

/* How many were replayed; below zero: one failed. */
static int
replay_folder(const char *folder, uint8_t *bytes)
{
	DIR *dir = opendir(folder);
	struct dirent *e;
	int n = 0;

	if (dir == NULL) {
		perror(folder);
		return -1;
	}
	while (n >= 0 && (e = readdir(dir)) != NULL)
		if (e->d_name[0] != '.')
			n = replay_file(folder, e->d_name, bytes) == 0 ? n + 1 :
									 -1;
	(void)closedir(dir); /* read only */
	return n;
}

int
main(int argc, char **argv)
{
	uint8_t *bytes = malloc(INPUT_MAX);
	int total = 0;

	for (int i = 1; i < argc && bytes != NULL; i++) {
		int n = replay_folder(argv[i], bytes);

		if (n < 0)
			return 1;
		total += n;
	}
	free(bytes);
	printf("%d inputs replayed\n", total);
	return total > 0 ? 0 : 1; /* an empty corpus is a mistake */
}
