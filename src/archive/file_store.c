/* file_store.c - the bytes of stored files on disk. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/file.h"
#include "base/rnd.h"
#include "base/str.h"

#define TEMP "tmp-"
#define PATH_BYTES 1024

bool
file_digest_is(struct str digest)
{
	if (digest.n != FILE_DIGEST_HEX)
		return false;
	for (size_t i = 0; i < digest.n; i++) {
		if (memchr("0123456789abcdef", digest.p[i], 16) == NULL)
			return false;
	}
	return true;
}

static enum err
no_room(struct why *why)
{
	if (errno == ENOSPC || errno == EDQUOT)
		return fail(why, ERR_STORAGE,
			    "the disk for files is full: nothing was stored",
			    "文件存储空间已满：文件未保存");
	return fail(why, ERR_STORAGE, "the file cannot be stored (%s)",
		    "文件无法保存（%s）", strerror(errno));
}

static void
remove_left_over(int dir)
{
	DIR *d = fdopendir(dir);
	struct dirent *e;

	if (d == NULL)
		return;
	while ((e = readdir(d)) != NULL) {
		if (strncmp(e->d_name, TEMP, strlen(TEMP)) == 0)
			(void)unlinkat(dir, e->d_name, 0); /* tried again at
							      the next start */
	}
	(void)closedir(d);
}

enum err
file_store_open(const struct file_store *s, struct why *why)
{
	int dir;

	if (mkdir(s->folder, 0700) != 0 && errno != EEXIST)
		return no_room(why);
	dir = open(s->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		return no_room(why);
	remove_left_over(dir);
	return OK;
}

static bool
write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes = str_skip(bytes, (size_t)n);
	}
	return true;
}

/* A new file with the bytes, durable under its temporary name. */
static bool
write_temp(int dir, const char *name, struct str bytes)
{
	int fd =
	    openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool good;
	int why;

	if (fd < 0)
		return false;
	good = write_all(fd, bytes) && fsync(fd) == 0;
	why = errno;
	good = close(fd) == 0 && good;
	errno = why;
	return good;
}

/* "ab" and "ab/cdef…" */
static void
names_of(struct str digest, char folder[3], char path[FILE_DIGEST_HEX + 2])
{
	(void)snprintf(folder, 3, "%.2s", digest.p);
	(void)snprintf(path, FILE_DIGEST_HEX + 2, "%.2s/%.62s", digest.p,
		       digest.p + 2);
}

static bool
sync_folder(int dir, const char *name)
{
	int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		(void)close(fd); /* only read */
	return good;
}

static bool
put_at(int dir, struct str bytes, struct str digest)
{
	char folder[3], path[FILE_DIGEST_HEX + 2], temp[32], hex[17];
	unsigned char random[8];
	bool good;
	int why;

	names_of(digest, folder, path);
	rnd_bytes(random, sizeof(random));
	hex_print(random, sizeof(random), hex);
	(void)snprintf(temp, sizeof(temp), TEMP "%s", hex);
	if (mkdirat(dir, folder, 0700) != 0 && errno != EEXIST)
		return false;
	good =
	    write_temp(dir, temp, bytes) && renameat(dir, temp, dir, path) == 0;
	why = errno;
	if (!good)
		(void)unlinkat(dir, temp, 0); /* may not be there */
	errno = why;
	return good && sync_folder(dir, folder) && fsync(dir) == 0;
}

static bool
is_there(int dir, struct str digest, size_t size)
{
	char folder[3], path[FILE_DIGEST_HEX + 2];
	struct stat st;

	names_of(digest, folder, path);
	return fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISREG(st.st_mode) && st.st_size == (off_t)size;
}

static enum err
check_bytes(const struct file_store *s, struct str bytes, struct str digest,
	    struct why *why)
{
	uint8_t sum[SHA256_BYTES];
	char hex[FILE_DIGEST_HEX + 1];

	if (bytes.n > (size_t)s->max_bytes)
		return fail(why, ERR_TOO_BIG, "the file has more than %lld MiB",
			    "文件超过 %lld MiB",
			    (long long)(s->max_bytes >> 20));
	sha256(bytes, sum);
	hex_print(sum, sizeof(sum), hex);
	if (!str_is(digest, hex))
		return fail(why, ERR_INVALID,
			    "the bytes that arrived are not those of this "
			    "SHA-256: send the file again",
			    "收到的内容与 SHA-256 不符，请重新上传");
	return OK;
}

enum err
file_store_put(const struct file_store *s, struct str bytes, struct str digest,
	       struct why *why)
{
	enum err rc = OK;
	int dir;

	TRY(check_bytes(s, bytes, digest, why));
	dir = open(s->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		return no_room(why);
	if (!is_there(dir, digest, bytes.n) && !put_at(dir, bytes, digest))
		rc = no_room(why);
	(void)close(dir); /* only read */
	return rc;
}

enum err
file_store_get(const struct file_store *s, struct str digest, int *fd,
	       struct why *why)
{
	char folder[3], path[FILE_DIGEST_HEX + 2], whole[PATH_BYTES];

	must(file_digest_is(digest));
	names_of(digest, folder, path);
	(void)snprintf(whole, sizeof(whole), "%s/%s", s->folder, path);
	*fd = open(whole, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (*fd < 0)
		return fail(why, ERR_NOT_FOUND, "the file is not on the disk",
			    "文件不在存储中");
	return OK;
}
