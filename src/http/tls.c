/* tls.c - a self-signed certificate for the first start (OpenSSL). */
/* OpenSSL has a type with the name of one of our codes */
#define ERR_STATE OSSL_ERR_STATE
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#undef ERR_STATE

#include "http/http.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "base/time.h"

/* CA/Browser Forum baseline, 6.3.2: the longest that phones once took. */
#define CERT_DAYS 825

struct identity {
	EVP_PKEY *key;
	X509 *cert;
	char host[65]; /* commonName: at most 64, RFC 5280 ub-common-name */
};

static enum err
crypto_fail(struct why *why)
{
	return fail(why, ERR_INTERNAL, "cannot make a TLS certificate",
		    "无法生成 TLS 证书");
}

/* Digits, letters, hyphens, dots: anything else would break the SAN text. */
static bool
is_host(const char *host)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-.";

	return host[0] != '\0' && host[strspn(host, allowed)] == '\0';
}

static void
host_find(char *host, size_t n)
{
	if (gethostname(host, n) != 0)
		host[0] = '\0';
	host[n - 1] = '\0';
	if (!is_host(host))
		(void)snprintf(host, n, "localhost");
}

static bool
extension_add(X509 *cert, int nid, const char *value)
{
	X509V3_CTX ctx;
	X509_EXTENSION *ext;
	bool added;

	X509V3_set_ctx_nodb(&ctx);
	X509V3_set_ctx(&ctx, cert, cert, NULL, NULL, 0);
	ext = X509V3_EXT_conf_nid(NULL, &ctx, nid, value);
	added = ext != NULL && X509_add_ext(cert, ext, -1) == 1;
	X509_EXTENSION_free(ext);
	return added;
}

static bool
extensions_add(X509 *cert, const char *host)
{
	char names[160];

	(void)snprintf(names, sizeof(names),
		       "DNS:localhost,DNS:%s,IP:127.0.0.1,IP:::1", host);
	return extension_add(cert, NID_subject_alt_name, names) &&
	       extension_add(cert, NID_basic_constraints,
			     "critical,CA:FALSE") &&
	       extension_add(cert, NID_key_usage,
			     "critical,digitalSignature") &&
	       extension_add(cert, NID_ext_key_usage, "serverAuth") &&
	       extension_add(cert, NID_subject_key_identifier, "hash");
}

static bool
subject_set(X509 *cert, const char *host)
{
	X509_NAME *name = X509_get_subject_name(cert);
	const unsigned char *cn = (const unsigned char *)host;

	return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, cn, -1, -1,
					  0) == 1 &&
	       X509_set_issuer_name(cert, name) == 1;
}

/* RFC 5280 4.1.2.2: positive, at most 20 bytes. */
static bool
serial_set(X509 *cert)
{
	unsigned char bytes[16];
	BIGNUM *n;
	bool set;

	rnd_bytes(bytes, sizeof(bytes));
	bytes[0] = (unsigned char)((bytes[0] & 0x7f) | 0x40);
	n = BN_bin2bn(bytes, sizeof(bytes), NULL);
	set = n != NULL &&
	      BN_to_ASN1_INTEGER(n, X509_get_serialNumber(cert)) != NULL;
	BN_free(n);
	return set;
}

/* A day early: clocks of panels' rooms are seldom right. */
static bool
life_set(X509 *cert, int64_t now_ms)
{
	time_t from = (time_t)((now_ms - DAY_MS) / SECOND_MS);

	return ASN1_TIME_set(X509_getm_notBefore(cert), from) != NULL &&
	       ASN1_TIME_set(X509_getm_notAfter(cert),
			     from + CERT_DAYS * 86400) != NULL;
}

static bool
identity_make(struct identity *id, int64_t now_ms)
{
	id->key = EVP_EC_gen("P-256");
	id->cert = X509_new();
	return id->key != NULL && id->cert != NULL &&
	       X509_set_version(id->cert, X509_VERSION_3) == 1 &&
	       serial_set(id->cert) && life_set(id->cert, now_ms) &&
	       subject_set(id->cert, id->host) &&
	       X509_set_pubkey(id->cert, id->key) == 1 &&
	       extensions_add(id->cert, id->host) &&
	       X509_sign(id->cert, id->key, EVP_sha256()) > 0;
}

static enum err
bytes_save(const char *path, struct str bytes, mode_t mode, struct why *why)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	bool saved = fd >= 0 &&
		     write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n &&
		     fsync(fd) == 0;
	int code = errno;

	if (fd >= 0)
		saved = close(fd) == 0 && saved;
	/* half a file would be taken for a whole one at the next start */
	if (!saved && fd >= 0)
		(void)unlink(path);
	if (!saved)
		return fail(why, ERR_STORAGE, "cannot write %s: %s",
			    "无法写入 %s：%s", path, strerror(code));
	return OK;
}

static enum err
bio_save(const char *path, BIO *bio, mode_t mode, struct why *why)
{
	char *p = NULL;
	long n = BIO_get_mem_data(bio, &p);

	if (n <= 0)
		return crypto_fail(why);
	return bytes_save(path, (struct str){ p, (size_t)n }, mode, why);
}

/* The key first: a certificate without its key would be kept for ever. */
static enum err
identity_save(const struct identity *id, const char *cert, const char *key,
	      struct why *why)
{
	BIO *k = BIO_new(BIO_s_secmem()), *c = BIO_new(BIO_s_mem());
	enum err rc = OK;

	if (k == NULL || c == NULL ||
	    PEM_write_bio_PrivateKey(k, id->key, NULL, NULL, 0, NULL, NULL) !=
		1 ||
	    PEM_write_bio_X509(c, id->cert) != 1)
		rc = crypto_fail(why);
	if (rc == OK)
		rc = bio_save(key, k, 0600, why);
	if (rc == OK) {
		rc = bio_save(cert, c, 0644, why);
		if (rc != OK)
			(void)unlink(key);
	}
	BIO_free(k);
	BIO_free(c);
	return rc;
}

enum err
tls_ensure(const char *cert, const char *key, int64_t now_ms, struct why *why)
{
	struct identity id = { 0 };
	bool has_cert = access(cert, F_OK) == 0,
	     has_key = access(key, F_OK) == 0;
	enum err rc;

	if (has_cert && has_key)
		return OK;
	if (has_cert)
		return fail(why, ERR_INVALID,
			    "%s is there but its key %s is not",
			    "有证书 %s，但缺少私钥 %s", cert, key);
	if (has_key)
		return fail(why, ERR_INVALID,
			    "%s is there but its certificate %s is not",
			    "有私钥 %s，但缺少证书 %s", key, cert);
	host_find(id.host, sizeof(id.host));
	rc = identity_make(&id, now_ms) ? identity_save(&id, cert, key, why) :
					  crypto_fail(why);
	X509_free(id.cert);
	EVP_PKEY_free(id.key);
	if (rc == OK)
		log_info(LOG_HTTP, "certificate_made",
			 "file=%s host=%s days=%d", cert, id.host, CERT_DAYS);
	return rc;
}
