/* secret.c - secrets sealed under the installation's key file. */
#include "kind/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/ossl.h"
#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal.h"

#define KEY_BYTES 32
#define NONCE_BYTES 12
#define TAG_BYTES 16
#define SEALED_MAX (NONCE_BYTES + SECRET_MAX + TAG_BYTES)
#define BOUND_MAX (24 + SECRET_NAME_MAX)

/* Written at start, before a second thread runs. */
static struct {
	bool open;
	uint8_t key[KEY_BYTES];
} master;

void
secret_close(struct secret *s)
{
	secret_wipe(s, sizeof(*s));
}

/* ---- the key file ---- */

static enum err
file_fail(const char *path, struct why *why)
{
	return fail(why, ERR_STORAGE, "the key of the secrets %.120s: %s",
		    "密钥库主密钥 %.120s：%s", path, strerror(errno));
}

static enum err
file_check(const char *path, int fd, struct why *why)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return file_fail(path, why);
	if ((st.st_mode & 077) != 0)
		return fail(why, ERR_STATE,
			    "the key of the secrets %.120s is open to others "
			    "(mode %03o): chmod 600",
			    "密钥库主密钥 %.120s 可被他人读取（权限 "
			    "%03o），请执行 chmod 600",
			    path, (unsigned)st.st_mode & 0777);
	return OK;
}

static enum err
key_read(const char *path, int fd, struct why *why)
{
	char hex[2 * KEY_BYTES + 2];
	ssize_t n = read(fd, hex, sizeof(hex));
	struct str text;
	enum err rc = OK;

	if (n < 0)
		return file_fail(path, why);
	text = str_trim((struct str){ hex, (size_t)n });
	if (!hex_parse(text, master.key, KEY_BYTES))
		rc = fail(why, ERR_INVALID,
			  "%.160s does not hold 64 hexadecimal digits",
			  "%.160s 的内容不是64位十六进制数字", path);
	secret_wipe(hex, sizeof(hex));
	return rc != OK ? rc : file_check(path, fd, why);
}

/* Under a name of its own first: never half a key, and of two programs that
 * start at once one wins. */
static enum err
key_make(const char *path, struct why *why)
{
	char hex[2 * KEY_BYTES + 1];
	uint8_t key[KEY_BYTES];
	struct buf temp = buf_open(4096);
	enum err rc = OK;
	int fd;

	rnd_bytes(key, sizeof(key));
	hex_print(key, sizeof(key), hex);
	buf_printf(&temp, "%s.%ld", path, (long)getpid());
	must(!temp.full);
	fd = open(temp.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0 ||
	    write(fd, hex, sizeof(hex) - 1) != (ssize_t)sizeof(hex) - 1 ||
	    fsync(fd) != 0 || (link(temp.p, path) != 0 && errno != EEXIST))
		rc = file_fail(path, why);
	if (fd >= 0) {
		(void)unlink(temp.p); /* a left-over does no harm */
		(void)close(fd);      /* synced before */
	}
	buf_release(&temp);
	secret_wipe(key, sizeof(key));
	secret_wipe(hex, sizeof(hex));
	return rc;
}

enum err
secret_key_open(const char *path, struct why *why)
{
	enum err rc;
	int fd;

	if (access(path, F_OK) != 0 && errno == ENOENT)
		TRY(key_make(path, why));
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return file_fail(path, why);
	rc = key_read(path, fd, why);
	(void)close(fd); /* only read */
	master.open = rc == OK;
	return rc;
}

void
secret_key_close(void)
{
	secret_wipe(&master, sizeof(master));
}

static enum err
key_is_open(struct why *why)
{
	if (master.open)
		return OK;
	return fail(why, ERR_STATE, "the key of the secrets is not open",
		    "密钥库主密钥未打开");
}

/* ---- sealing ---- */

/* What is bound in: the same value under another name does not open. */
static struct buf
bound_of(int64_t org, struct str name)
{
	struct buf b = buf_open(BOUND_MAX);

	buf_int(&b, org);
	buf_putc(&b, '/');
	buf_put(&b, name);
	return b;
}

static const unsigned char *
bytes_of(struct str s)
{
	return (const unsigned char *)s.p;
}

/* out has SEALED_MAX bytes: nonce, text, tag. */
static size_t
seal(struct str bound, struct str value, uint8_t *out)
{
	EVP_CIPHER_CTX *x = EVP_CIPHER_CTX_new();
	uint8_t *text = out + NONCE_BYTES;
	int n = 0, end = 0;

	must(x != NULL && value.n <= SECRET_MAX);
	rnd_bytes(out, NONCE_BYTES);
	must(EVP_EncryptInit_ex2(x, EVP_aes_256_gcm(), master.key, out, NULL) ==
	     1);
	must(EVP_EncryptUpdate(x, NULL, &n, bytes_of(bound), (int)bound.n) ==
	     1);
	must(EVP_EncryptUpdate(x, text, &n, bytes_of(value), (int)value.n) ==
	     1);
	must(EVP_EncryptFinal_ex(x, text + n, &end) == 1 && end == 0);
	must(EVP_CIPHER_CTX_ctrl(x, EVP_CTRL_GCM_GET_TAG, TAG_BYTES,
				 text + n) == 1);
	EVP_CIPHER_CTX_free(x);
	return NONCE_BYTES + (size_t)n + TAG_BYTES;
}

static bool
unseal(struct str bound, struct str sealed, struct secret *out)
{
	EVP_CIPHER_CTX *x = EVP_CIPHER_CTX_new();
	const unsigned char *p = bytes_of(sealed);
	size_t text = sealed.n - NONCE_BYTES - TAG_BYTES;
	uint8_t tag[TAG_BYTES];
	int n = 0, end = 0;
	bool good;

	must(x != NULL);
	memcpy(tag, p + NONCE_BYTES + text, TAG_BYTES);
	good =
	    EVP_DecryptInit_ex2(x, EVP_aes_256_gcm(), master.key, p, NULL) ==
		1 &&
	    EVP_DecryptUpdate(x, NULL, &n, bytes_of(bound), (int)bound.n) ==
		1 &&
	    EVP_DecryptUpdate(x, (unsigned char *)out->b, &n, p + NONCE_BYTES,
			      (int)text) == 1 &&
	    EVP_CIPHER_CTX_ctrl(x, EVP_CTRL_GCM_SET_TAG, TAG_BYTES, tag) == 1 &&
	    EVP_DecryptFinal_ex(x, (unsigned char *)out->b + n, &end) == 1;
	EVP_CIPHER_CTX_free(x);
	out->n = good ? (size_t)n : 0;
	out->b[out->n] = '\0';
	return good;
}

static int
name_width(struct str name)
{
	return (int)(name.n > SECRET_NAME_MAX ? SECRET_NAME_MAX : name.n);
}

enum err
secret_unseal(int64_t org, struct str name, struct str sealed,
	      struct secret *out, struct why *why)
{
	struct buf bound;
	bool good;

	*out = (struct secret){ 0 };
	TRY(key_is_open(why));
	bound = bound_of(org, name);
	good = sealed.n > NONCE_BYTES + TAG_BYTES && sealed.n <= SEALED_MAX &&
	       unseal(buf_str(&bound), sealed, out);
	buf_release(&bound);
	if (good)
		return OK;
	return fail(why, ERR_STATE,
		    "the secret \"%.*s\" was sealed under another key file",
		    "机密“%.*s”是用另一个主密钥封存的", name_width(name),
		    name.p);
}

/* ---- rows ---- */

static bool
is_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char ch = name.p[i];

		if ((ch < '0' || ch > '9') && (ch < 'A' || ch > 'Z') &&
		    (ch < 'a' || ch > 'z') && ch != '.' && ch != '_' &&
		    ch != '-')
			return false;
	}
	return name.n > 0 && name.n <= SECRET_NAME_MAX;
}

static enum err
check(struct task *t, struct str name, struct str value)
{
	if (!is_name(name))
		return fail(&t->why, ERR_INVALID,
			    "a secret's name has 1 to %d letters, digits or "
			    "\"._-\"",
			    "机密名称为1至%d个字母、数字或“._-”",
			    SECRET_NAME_MAX);
	if (value.n == 0 || value.n > SECRET_MAX)
		return fail(&t->why, ERR_INVALID, "a secret has 1 to %d bytes",
			    "机密内容为1至%d字节", SECRET_MAX);
	return OK;
}

/* Who and when; what it is called stands in the reason. */
static enum err
journal(struct task *t, struct str name, const char *op)
{
	return journal_write(t, &(struct journal_entry){
				    .reg = "secret",
				    .op = op,
				    .reason = name,
				    .changes = STR("[]"),
				});
}

enum err
secret_put(struct task *t, struct str name, struct str value)
{
	uint8_t sealed[SEALED_MAX];
	struct buf bound;
	size_t n;

	TRY(check(t, name, value));
	TRY(key_is_open(&t->why));
	bound = bound_of(t->who.org, name);
	n = seal(buf_str(&bound), value, sealed);
	buf_release(&bound);
	TRY(db_run(t->db, STMT_SECRET_PUT,
		   ARGS(val_int(t->who.org), val_text(name),
			val_bytes(sealed, n), val_int(t->now_ms),
			val_id(t->who.user)),
		   t->a, NULL, &t->why));
	return journal(t, name, "put");
}

static enum err
not_there(struct task *t, struct str name)
{
	return fail(&t->why, ERR_NOT_FOUND, "there is no secret \"%.*s\"",
		    "没有名为“%.*s”的机密", name_width(name), name.p);
}

enum err
secret_get(struct task *t, struct str name, struct secret *out)
{
	struct rows rows = { 0 };

	TRY(db_run(t->db, STMT_SECRET_GET,
		   ARGS(val_int(t->who.org), val_text(name)), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return not_there(t, name);
	return secret_unseal(t->who.org, name, rows.v[0].s, out, &t->why);
}

enum err
secret_has(struct task *t, struct str name, bool *out)
{
	struct rows rows = { 0 };

	TRY(db_run(t->db, STMT_SECRET_GET,
		   ARGS(val_int(t->who.org), val_text(name)), t->a, &rows,
		   &t->why));
	*out = rows.n > 0;
	return OK;
}

enum err
secret_drop(struct task *t, struct str name)
{
	TRY(db_run(t->db, STMT_SECRET_DROP,
		   ARGS(val_int(t->who.org), val_text(name), val_bytes("", 0),
			val_int(t->now_ms), val_id(t->who.user)),
		   t->a, NULL, &t->why));
	if (db_changed(t->db) == 0)
		return not_there(t, name);
	return journal(t, name, "drop");
}

enum err
secret_list(struct task *t, struct secret_line **out, size_t *n)
{
	static const struct col cols[] = {
		{ "name", COL_TEXT, offsetof(struct secret_line, name) },
		{ "changed_ms", COL_INT,
		  offsetof(struct secret_line, changed_ms) },
		{ "changed_by", COL_INT,
		  offsetof(struct secret_line, changed_by) },
	};

	return db_list(t->db, STMT_SECRET_LIST, ARGS(val_int(t->who.org)), cols,
		       ARRAY_LEN(cols), sizeof(**out), t->a, (void **)out, n,
		       &t->why);
}
