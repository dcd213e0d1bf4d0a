/*
 * f_backup.c - a backup from outside.  Digests would stop the fuzzer at the
 * first chunk, so in half of the runs they are mended before reading.
 */
#include "memory_file.h"

#include <string.h>

#include "archive/backup_file.h"
#include "base/digest.h"
#include "base/str.h"

/* A sink that insists on the order of its calls. */
struct watch {
	bool open;
	int64_t entries, bytes;
};

static enum err
watch_begin(void *ctx, struct str name, struct why *why)
{
	struct watch *w = ctx;

	(void)why;
	must(!w->open && name.n > 0 && name.n <= BACKUP_NAME_MAX);
	must(str_is_utf8(name));
	w->open = true;
	w->entries++;
	return OK;
}

static enum err
watch_bytes(void *ctx, struct str bytes, struct why *why)
{
	struct watch *w = ctx;

	(void)why;
	must(w->open && bytes.n > 0 && bytes.n <= DUMP_CHUNK);
	w->bytes += (int64_t)bytes.n;
	return OK;
}

static enum err
watch_end(void *ctx, struct why *why)
{
	struct watch *w = ctx;

	(void)why;
	must(w->open);
	w->open = false;
	return OK;
}

/* In "C <n> <digest>" lines the digest of the n bytes that follow. */
static void
chunks_mend(char *p, size_t n)
{
	struct digest *d = digest_new();
	char hex[DIGEST_HEX + 1];

	for (size_t i = 0; i + 2 < n; i++) {
		struct str rest, line = { p + i, n - i };
		struct str number = str_skip(str_cut(line, '\n', &rest), 2);
		struct str digest;
		int64_t size;

		if (p[i] != 'C' || p[i + 1] != ' ' ||
		    (i > 0 && p[i - 1] != '\n'))
			continue;
		number = str_cut(number, ' ', &digest);
		if (!str_to_int(number, 1, (int64_t)rest.n, &size) ||
		    digest.n != DIGEST_HEX)
			continue;
		digest_add(d, (struct str){ rest.p, (size_t)size });
		digest_end(d, hex);
		memcpy(p + (digest.p - p), hex, DIGEST_HEX);
	}
	digest_free(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct watch w = { 0 };
	const struct dump_sink sink = { watch_begin, watch_bytes, watch_end,
					&w };
	struct backup_facts facts;
	struct why why = { 0 };
	char path[32], *copy;

	if (n == 0)
		return 0;
	copy = mem_alloc(n);
	memcpy(copy, bytes + 1, n - 1);
	if (bytes[0] % 2 == 1)
		chunks_mend(copy, n - 1);
	must(memory_file((const uint8_t *)copy, n - 1, path) == 0);
	mem_free(copy);
	if (backup_read(path, &sink, &facts, &why) == OK)
		must(!w.open && facts.entries == w.entries &&
		     facts.bytes == w.bytes);
	else
		must(why.code != OK && why.text[LANG_ZH][0] != '\0');
	return 0;
}
