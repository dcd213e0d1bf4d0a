/* t_tls.c - the certificate made at the first start, and the TLS listener. */
#define ERR_STATE OSSL_ERR_STATE /* OpenSSL has a type of this name */
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#undef ERR_STATE

#include "web.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include "base/time.h"

static struct web web;
static char folder[] = "/tmp/anwei-t-tls-XXXXXX";
static char cert[64], key[64];

static int
start(void **state)
{
	struct http_conf conf = web_conf(&web);
	struct why why = { 0 };

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(cert, sizeof(cert), "%s/cert.pem", folder);
	(void)snprintf(key, sizeof(key), "%s/key.pem", folder);
	assert_int_equal(tls_ensure(cert, key, time_now_ms(), &why), OK);
	web.file = cert;
	conf.listen_tls = "127.0.0.1:0";
	conf.cert = cert;
	conf.key = key;
	web.feed = feed_new(1, 16, 4);
	web_start(&web, &conf);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	web_stop(&web);
	unlink(cert);
	unlink(key);
	rmdir(folder);
	return 0;
}

/* A handshake that trusts exactly our certificate and checks the name. */
static SSL *
tls_open(SSL_CTX *ctx, const char *name, int version)
{
	SSL *ssl = SSL_new(ctx);

	assert_int_equal(SSL_CTX_load_verify_locations(ctx, cert, NULL), 1);
	SSL_set_verify(ssl, SSL_VERIFY_PEER, NULL);
	SSL_set_max_proto_version(ssl, version);
	assert_int_equal(SSL_set1_host(ssl, name), 1);
	SSL_set_fd(ssl, wire_open(web.tls_port));
	return ssl;
}

static void
tls_end(SSL *ssl)
{
	close(SSL_get_fd(ssl));
	SSL_free(ssl);
}

static size_t
tls_ask(SSL *ssl, const char *text, char *out, size_t max)
{
	size_t n = 0;
	int got;

	assert_true(SSL_write(ssl, text, (int)strlen(text)) > 0);
	while (n + 1 < max &&
	       (got = SSL_read(ssl, out + n, (int)(max - 1 - n))) > 0)
		n += (size_t)got;
	out[n] = '\0';
	return n;
}

static void
handshake_and_answer(void **state)
{
	static const int versions[] = { TLS1_2_VERSION, TLS1_3_VERSION };
	static const char *const names[] = { "localhost", "127.0.0.1", "::1" };
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	char out[8192];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(versions) * ARRAY_LEN(names); i++) {
		SSL *ssl = tls_open(ctx, names[i / 2], versions[i % 2]);

		assert_int_equal(SSL_connect(ssl), 1);
		assert_int_equal(SSL_version(ssl), versions[i % 2]);
		tls_ask(ssl, GET("/secret") "Connection: close\r\n\r\n", out,
			sizeof(out));
		assert_non_null(strstr(out, "HTTP/1.1 200"));
		assert_non_null(strstr(out, "Strict-Transport-Security: "));
		assert_non_null(strstr(out, "GET /secret fd=0"));
		tls_end(ssl);
	}
	SSL_CTX_free(ctx);
}

static void
old_versions_are_refused(void **state)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	SSL *ssl;

	(void)state;
	SSL_CTX_set_security_level(ctx, 0);
	SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);
	ssl = tls_open(ctx, "localhost", TLS1_1_VERSION);
	assert_int_not_equal(SSL_connect(ssl), 1);
	tls_end(ssl);
	SSL_CTX_free(ctx);
}

static void
files_and_refusals_work_over_tls(void **state)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	SSL *ssl = tls_open(ctx, "localhost", TLS1_3_VERSION);
	char out[16384];

	(void)state;
	assert_int_equal(SSL_connect(ssl), 1);
	tls_ask(ssl, GET("/file") "Connection: close\r\n\r\n", out,
		sizeof(out));
	assert_non_null(strstr(out, "-----BEGIN CERTIFICATE-----"));
	tls_end(ssl);
	ssl = tls_open(ctx, "localhost", TLS1_3_VERSION);
	assert_int_equal(SSL_connect(ssl), 1);
	tls_ask(ssl,
		"POST /small HTTP/1.1\r\nHost: x\r\n"
		"Transfer-Encoding: chunked\r\n\r\n65\r\n"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"a\r\n0\r\n\r\n",
		out, sizeof(out));
	assert_non_null(strstr(out, "HTTP/1.1 413"));
	assert_non_null(strstr(out, "\"code\":\"too_big\""));
	tls_end(ssl);
	SSL_CTX_free(ctx);
}

static void
feed_works_over_tls(void **state)
{
	struct event e = { .org = 7, .row = 5, .reg = "site", .op = "create" };
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	SSL *ssl = tls_open(ctx, "localhost", TLS1_3_VERSION);
	char out[16384];
	size_t n = 0;

	(void)state;
	assert_int_equal(SSL_connect(ssl), 1);
	SSL_write(ssl, GET("/feed") "\r\n", (int)strlen(GET("/feed") "\r\n"));
	for (out[0] = '\0'; strstr(out, "event: hello") == NULL;
	     out[n] = '\0') {
		int got = SSL_read(ssl, out + n, (int)(sizeof(out) - 1 - n));

		assert_true(got > 0);
		n += (size_t)got;
	}
	feed_put(web.feed, &e);
	while (strstr(out, "\"register\":\"site\"") == NULL) {
		int got = SSL_read(ssl, out + n, (int)(sizeof(out) - 1 - n));

		assert_true(got > 0);
		n += (size_t)got;
		out[n] = '\0';
	}
	tls_end(ssl);
	SSL_CTX_free(ctx);
}

static void
plain_text_on_the_tls_port_is_survived(void **state)
{
	int fd = wire_open(web.tls_port);
	struct answer a;

	(void)state;
	wire_send(fd, GET("/") "\r\n");
	a = wire_answer(fd, false);
	assert_int_equal(a.status, 0);
	answer_free(&a);
	close(fd);
}

static int64_t
cpu_ms(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000 +
	       (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1000;
}

/* A phone far away, or somebody who means harm: the first message, then
 * nothing.  The server must sleep meanwhile. */
static void
stalled_handshake_costs_nothing(void **state)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	SSL *ssl = SSL_new(ctx);
	BIO *out = BIO_new(BIO_s_mem());
	char *hello;
	long n;
	int64_t before;
	int fds[4];

	(void)state;
	SSL_set_bio(ssl, BIO_new(BIO_s_mem()), out);
	SSL_set_connect_state(ssl);
	assert_int_not_equal(SSL_do_handshake(ssl), 1);
	n = BIO_get_mem_data(out, &hello);
	assert_true(n > 100);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++) {
		fds[i] = wire_open(web.tls_port);
		assert_true(wire_send_n(fds[i], hello, (size_t)n));
	}
	sleep_ms(100);
	before = cpu_ms();
	sleep_ms(500);
	assert_in_range(cpu_ms() - before, 0, 100);
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		close(fds[i]);
	SSL_free(ssl);
	SSL_CTX_free(ctx);
}

static void
certificate_is_as_promised(void **state)
{
	FILE *f = fopen(cert, "r");
	X509 *x = PEM_read_X509(f, NULL, NULL, NULL);
	int days, seconds;
	struct stat st;

	(void)state;
	fclose(f);
	assert_int_equal(ASN1_TIME_diff(&days, &seconds, X509_get0_notBefore(x),
					X509_get0_notAfter(x)),
			 1);
	assert_int_equal(days, 825);
	assert_int_equal(X509_check_host(x, "localhost", 0, 0, NULL), 1);
	assert_int_equal(X509_check_host(x, "example.org", 0, 0, NULL), 0);
	assert_int_equal(X509_check_ip_asc(x, "::1", 0), 1);
	assert_int_equal(EVP_PKEY_get_bits(X509_get0_pubkey(x)), 256);
	assert_true((X509_get_extension_flags(x) & EXFLAG_CA) == 0);
	assert_int_equal(stat(key, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	X509_free(x);
}

/* What is there is kept; half a pair is an error, not a new pair. */
static void
ensure_never_overwrites(void **state)
{
	struct why why = { 0 };
	struct stat before, after;
	char lone[80];

	(void)state;
	stat(cert, &before);
	assert_int_equal(tls_ensure(cert, key, 0, &why), OK);
	stat(cert, &after);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
	(void)snprintf(lone, sizeof(lone), "%s/none.pem", folder);
	assert_int_equal(tls_ensure(cert, lone, 0, &why), ERR_INVALID);
	assert_int_equal(tls_ensure(lone, key, 0, &why), ERR_INVALID);
	assert_int_not_equal(access(lone, F_OK), 0);
	assert_int_equal(tls_ensure("/nowhere/c", "/nowhere/k", 0, &why),
			 ERR_STORAGE);
}

static void
wrong_certificate_is_said(void **state)
{
	struct http_conf conf = web_conf(&web);
	struct http *h = NULL;
	struct why why = { 0 };

	(void)state;
	conf.listen = "";
	conf.listen_tls = "127.0.0.1:0";
	conf.cert = key; /* no certificate in it */
	conf.key = key;
	assert_int_equal(http_open(&conf, &h, &why), ERR_INVALID);
	conf.cert = "/nowhere/c";
	assert_int_equal(http_open(&conf, &h, &why), ERR_STORAGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(certificate_is_as_promised),
		cmocka_unit_test(ensure_never_overwrites),
		cmocka_unit_test(handshake_and_answer),
		cmocka_unit_test(old_versions_are_refused),
		cmocka_unit_test(files_and_refusals_work_over_tls),
		cmocka_unit_test(feed_works_over_tls),
		cmocka_unit_test(plain_text_on_the_tls_port_is_survived),
		cmocka_unit_test(stalled_handshake_costs_nothing),
		cmocka_unit_test(wrong_certificate_is_said),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
