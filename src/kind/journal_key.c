/* journal_key.c - the SM2 key that signs checkpoints (GB/T 32918). */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ossl.h"
#include "base/rnd.h"
#include "base/str.h"
#include "kind/journal_parts.h"

/* GB/T 35276: the identity to use when none is agreed. */
#define SM2_ID "1234567812345678"
#define PEM_MAX 4096

struct journal_key {
	EVP_PKEY *pkey;
	bool is_private;
	char id[KEY_ID_CHARS + 1];
};

static enum err
file_fail(const char *path, struct why *why)
{
	return fail(why, ERR_STORAGE, "the journal key %.120s: %s",
		    "日志签名密钥 %.120s：%s", path, strerror(errno));
}

/* An encrypted key file: we never ask for a pass phrase. */
static int
no_phrase(char *buf, int size, int rwflag, void *ctx)
{
	(void)buf;
	(void)size;
	(void)rwflag;
	(void)ctx;
	return -1;
}

static enum err
pem_parse(const char *path, struct str pem, struct journal_key *k,
	  struct why *why)
{
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);

	must(bio != NULL);
	k->pkey = PEM_read_bio_PrivateKey(bio, NULL, no_phrase, NULL);
	k->is_private = k->pkey != NULL;
	if (k->pkey == NULL) {
		(void)BIO_reset(bio);
		k->pkey = PEM_read_bio_PUBKEY(bio, NULL, no_phrase, NULL);
	}
	BIO_free(bio);
	if (k->pkey != NULL && EVP_PKEY_is_a(k->pkey, "SM2") == 1)
		return OK;
	return fail(why, ERR_INVALID, "%.160s is not an SM2 key in PEM",
		    "%.160s 不是 PEM 格式的 SM2 密钥", path);
}

/* Whoever can read the key can sign a falsified journal. */
static enum err
mode_is_private(const char *path, int fd, struct why *why)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return file_fail(path, why);
	if ((st.st_mode & 077) != 0)
		return fail(why, ERR_STATE,
			    "the journal key %.120s is open to others (mode "
			    "%03o): chmod 600",
			    "日志签名密钥 %.120s 可被他人读取（权限 "
			    "%03o），请执行 chmod 600",
			    path, (unsigned)st.st_mode & 0777);
	return OK;
}

static enum err
key_read(const char *path, int fd, struct journal_key *k, struct why *why)
{
	char pem[PEM_MAX];
	ssize_t n = read(fd, pem, sizeof(pem));
	enum err rc;

	if (n < 0)
		return file_fail(path, why);
	rc = pem_parse(path, (struct str){ pem, (size_t)n }, k, why);
	secret_wipe(pem, sizeof(pem));
	if (rc == OK && k->is_private)
		rc = mode_is_private(path, fd, why);
	return rc;
}

static bool
write_all(int fd, const char *p, size_t n)
{
	ssize_t got = 0;

	for (; n > 0; p += got, n -= (size_t)got)
		if ((got = write(fd, p, n)) <= 0)
			return false;
	return fsync(fd) == 0;
}

/* Through a file of its own and link(2): never half a key under the name,
 * and of two programs that start at once one wins. */
static enum err
key_store(const char *path, BIO *pem, struct why *why)
{
	struct buf temp = buf_open(4096);
	char *text;
	size_t n = (size_t)BIO_get_mem_data(pem, &text);
	enum err rc = OK;
	int fd;

	buf_printf(&temp, "%s.%ld", path, (long)getpid());
	must(!temp.full);
	fd = open(temp.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0 || !write_all(fd, text, n) ||
	    (link(temp.p, path) != 0 && errno != EEXIST))
		rc = file_fail(path, why);
	if (fd >= 0) {
		(void)unlink(temp.p); /* a left-over does no harm */
		(void)close(fd);      /* synced before */
	}
	buf_release(&temp);
	return rc;
}

/* EVP_EC_gen("SM2") would give type "EC", which cannot sign with SM3. */
static enum err
key_make(const char *path, struct why *why)
{
	EVP_PKEY *pkey = EVP_PKEY_Q_keygen(NULL, NULL, "SM2");
	BIO *pem = BIO_new(BIO_s_secmem());
	enum err rc;

	must(pkey != NULL && pem != NULL);
	must(PEM_write_bio_PKCS8PrivateKey(pem, pkey, NULL, NULL, 0, NULL,
					   NULL) == 1);
	rc = key_store(path, pem, why);
	BIO_free(pem);
	EVP_PKEY_free(pkey);
	return rc;
}

static void
id_set(struct journal_key *k)
{
	unsigned char *der = NULL;
	int n = i2d_PUBKEY(k->pkey, &der);
	uint8_t digest[HASH_BYTES];

	must(n > 0);
	must(EVP_Digest(der, (size_t)n, digest, NULL, EVP_sm3(), NULL) == 1);
	OPENSSL_free(der);
	hex_print(digest, KEY_ID_CHARS / 2, k->id);
}

enum err
journal_key_load(const char *path, struct journal_key **out, struct why *why)
{
	struct journal_key *k;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	enum err rc;

	if (fd < 0)
		return file_fail(path, why);
	k = mem_alloc(sizeof(*k));
	*k = (struct journal_key){ 0 };
	rc = key_read(path, fd, k, why);
	(void)close(fd); /* only read */
	if (rc == OK) {
		id_set(k);
		*out = k;
	} else {
		journal_key_close(&k);
	}
	return rc;
}

enum err
journal_key_open(const char *path, struct journal_key **out, struct why *why)
{
	if (access(path, F_OK) != 0 && errno == ENOENT)
		TRY(key_make(path, why));
	return journal_key_load(path, out, why);
}

void
journal_key_close(struct journal_key **k)
{
	if (*k == NULL)
		return;
	EVP_PKEY_free((*k)->pkey);
	mem_free(*k);
	*k = NULL;
}

const char *
journal_key_id(const struct journal_key *k)
{
	return k->id;
}

struct str
journal_key_public(const struct journal_key *k, struct arena *a)
{
	BIO *bio = BIO_new(BIO_s_mem());
	struct str out;
	char *text;

	must(bio != NULL && PEM_write_bio_PUBKEY(bio, k->pkey) == 1);
	out.n = (size_t)BIO_get_mem_data(bio, &text);
	out.p = text;
	out = arena_str(a, out);
	BIO_free(bio);
	return out;
}

/* The identity has to be there before the digest is set up. */
static EVP_PKEY_CTX *
sm2_ctx(EVP_PKEY *pkey, EVP_MD_CTX *md)
{
	EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(pkey, NULL);

	must(ctx != NULL && md != NULL);
	must(EVP_PKEY_CTX_set1_id(ctx, SM2_ID, sizeof(SM2_ID) - 1) == 1);
	EVP_MD_CTX_set_pkey_ctx(md, ctx);
	return ctx;
}

enum err
journal_key_sign(const struct journal_key *k, struct str text,
		 struct signature *out, struct why *why)
{
	EVP_MD_CTX *md;
	EVP_PKEY_CTX *ctx;
	bool good;

	if (!k->is_private)
		return fail(why, ERR_STATE,
			    "the journal key is public only: cannot sign",
			    "日志密钥仅含公钥，不能签名");
	md = EVP_MD_CTX_new();
	ctx = sm2_ctx(k->pkey, md);
	out->n = sizeof(out->b);
	good = EVP_DigestSignInit(md, NULL, EVP_sm3(), NULL, k->pkey) == 1 &&
	       EVP_DigestSign(md, out->b, &out->n,
			      (const unsigned char *)text.p, text.n) == 1;
	EVP_MD_CTX_free(md);
	EVP_PKEY_CTX_free(ctx);
	if (!good)
		return fail(why, ERR_INTERNAL, "signing with SM2 failed",
			    "SM2 签名失败");
	return OK;
}

bool
journal_key_signed(const struct journal_key *k, struct str text,
		   const struct signature *sig)
{
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	EVP_PKEY_CTX *ctx = sm2_ctx(k->pkey, md);
	bool good =
	    EVP_DigestVerifyInit(md, NULL, EVP_sm3(), NULL, k->pkey) == 1 &&
	    EVP_DigestVerify(md, sig->b, sig->n, (const unsigned char *)text.p,
			     text.n) == 1;

	EVP_MD_CTX_free(md);
	EVP_PKEY_CTX_free(ctx);
	return good;
}
