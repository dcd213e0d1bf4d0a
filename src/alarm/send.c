/* send.c - SMTP and HTTP by libcurl, to listed hosts only. */
#include "alarm/send.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sodium.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/json.h"
#include "base/str.h"

#define ANSWER_MAX 4096

/* One message under way. */
struct sending {
	const struct send_message *m;
	struct arena *a;
	CURL *curl;
	struct curl_slist *headers;
	struct str upload; /* e-mail: what is still to be given */
	bool by_name;	   /* the URL names a host, not an address */
	char answer[ANSWER_MAX + 1];
	size_t n_answer;
	char error[CURL_ERROR_SIZE];
};

void
send_start(void)
{
	must(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
}

bool
send_is_listed(const char *hosts, struct str host, int64_t port)
{
	struct str rest = str_of(hosts);
	char with[300];

	if (snprintf(with, sizeof(with), "%.*s:%lld", STR_ARG(host),
		     (long long)port) >= (int)sizeof(with))
		return false;
	while (rest.n > 0) {
		struct str one = str_trim(str_cut(rest, ',', &rest));

		if (one.n > 0 && (str_eq(one, host) || str_is(one, with)))
			return true;
	}
	return false;
}

static bool
scheme_fits(enum send_kind kind, struct str scheme)
{
	if (kind == SEND_EMAIL)
		return str_is(scheme, "smtp") || str_is(scheme, "smtps");
	return str_is(scheme, "http") || str_is(scheme, "https");
}

static enum err
take_part(struct arena *a, CURLU *u, CURLUPart part, unsigned flags,
	  struct str *out)
{
	char *text = NULL;

	if (curl_url_get(u, part, &text, flags) != CURLUE_OK)
		return ERR_INVALID;
	*out = arena_str(a, str_of(text));
	curl_free(text);
	return OK;
}

enum err
send_url_parse(struct arena *a, enum send_kind kind, struct str url,
	       struct send_url *out, struct why *why)
{
	CURLU *u = curl_url();
	struct str port = STR(""), user;
	enum err rc = OK;

	*out = (struct send_url){ 0 };
	must(u != NULL);
	if (curl_url_set(u, CURLUPART_URL, arena_cstr(a, url),
			 CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK ||
	    take_part(a, u, CURLUPART_SCHEME, 0, &out->scheme) != OK ||
	    take_part(a, u, CURLUPART_HOST, 0, &out->host) != OK ||
	    take_part(a, u, CURLUPART_PORT, CURLU_DEFAULT_PORT, &port) != OK ||
	    !str_to_int(port, 1, 65535, &out->port) ||
	    take_part(a, u, CURLUPART_USER, 0, &user) == OK ||
	    !scheme_fits(kind, out->scheme))
		rc = fail(why, ERR_INVALID,
			  kind == SEND_EMAIL ?
			      "is not smtp://host:port or smtps://host:port" :
			      "is not https://host/…",
			  kind == SEND_EMAIL ?
			      "应为 smtp://主机:端口 或 smtps://主机:端口" :
			      "应为 https://主机/…");
	curl_url_cleanup(u);
	return rc;
}

/* The machine itself and its link, under whatever name. */
static bool
is_own(const struct sockaddr *at)
{
	const struct sockaddr_in *v4 = (const void *)at;
	const struct sockaddr_in6 *v6 = (const void *)at;
	uint32_t ip;

	if (at->sa_family == AF_INET6 && !IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr))
		return IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr) ||
		       IN6_IS_ADDR_UNSPECIFIED(&v6->sin6_addr) ||
		       IN6_IS_ADDR_LINKLOCAL(&v6->sin6_addr);
	if (at->sa_family == AF_INET6)
		memcpy(&ip, v6->sin6_addr.s6_addr + 12, sizeof(ip));
	else
		ip = v4->sin_addr.s_addr;
	ip = ntohl(ip);
	return ip >> 24 == 127 || ip >> 24 == 0 || ip >> 16 == 0xa9fe;
}

static curl_socket_t
on_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *at)
{
	const struct sending *s = ctx;

	(void)purpose;
	if (s->by_name && is_own(&at->addr))
		return CURL_SOCKET_BAD;
	return socket(at->family, at->socktype | SOCK_CLOEXEC, at->protocol);
}

static size_t
on_answer(char *p, size_t size, size_t n, void *ctx)
{
	struct sending *s = ctx;
	size_t take = size * n, room = ANSWER_MAX - s->n_answer;

	memcpy(s->answer + s->n_answer, p, take < room ? take : room);
	s->n_answer += take < room ? take : room;
	return take; /* the rest is of no interest */
}

static size_t
on_upload(char *p, size_t size, size_t n, void *ctx)
{
	struct sending *s = ctx;
	size_t take = size * n < s->upload.n ? size * n : s->upload.n;

	memcpy(p, s->upload.p, take);
	s->upload = str_skip(s->upload, take);
	return take;
}

static void
header_add(struct sending *s, const char *line)
{
	struct curl_slist *more = curl_slist_append(s->headers, line);

	must(more != NULL);
	s->headers = more;
}

static const char *
signature_of(struct arena *a, const struct secret *key, struct str body)
{
	crypto_auth_hmacsha256_state state;
	unsigned char mac[crypto_auth_hmacsha256_BYTES];
	char hex[2 * sizeof(mac) + 1];

	(void)crypto_auth_hmacsha256_init(&state, (const unsigned char *)key->b,
					  key->n);
	(void)crypto_auth_hmacsha256_update(&state,
					    (const unsigned char *)body.p,
					    body.n);
	(void)crypto_auth_hmacsha256_final(&state, mac);
	hex_print(mac, sizeof(mac), hex);
	return arena_printf(a, "X-Anwei-Signature: sha256=%s", hex).p;
}

static enum err
set_request(struct sending *s, struct why *why)
{
	struct str body, header;

	TRY(send_body_text(s->a, s->m, &body, why));
	header_add(s, send_is_form(s->m) ?
			  "Content-Type: application/x-www-form-urlencoded" :
			  "Content-Type: application/json");
	header_add(s, "Expect:");
	header_add(s, arena_printf(s->a, "Idempotency-Key: anwei-%.*s",
				   STR_ARG(s->m->id))
			  .p);
	if (s->m->sign && s->m->secret.n > 0)
		header_add(s, signature_of(s->a, &s->m->secret, body));
	if (s->m->header.n > 0) {
		header = send_fill_secret(s->a, s->m->header, &s->m->secret);
		/* A line end would begin another header. */
		if (!send_is_one_line(header))
			return fail(why, ERR_INVALID,
				    "the channel's header has a line end",
				    "通道的请求头含有换行");
		header_add(s, arena_cstr(s->a, header));
	}
	curl_easy_setopt(s->curl, CURLOPT_HTTPHEADER, s->headers);
	curl_easy_setopt(s->curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(s->curl, CURLOPT_POSTFIELDSIZE, (long)body.n);
	curl_easy_setopt(s->curl, CURLOPT_POSTFIELDS, body.p);
	return OK;
}

static enum err
set_email(struct sending *s, struct why *why)
{
	struct curl_slist *to;

	TRY(send_email_text(s->a, s->m, &s->upload, why));
	to = curl_slist_append(NULL, arena_cstr(s->a, s->m->to));
	must(to != NULL);
	s->headers = to;
	curl_easy_setopt(s->curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(s->curl, CURLOPT_USE_SSL,
			 s->m->plain ? (long)CURLUSESSL_NONE :
				       (long)CURLUSESSL_ALL);
	curl_easy_setopt(s->curl, CURLOPT_MAIL_FROM,
			 arena_cstr(s->a, s->m->sender));
	curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, to);
	if (s->m->login.n > 0) {
		curl_easy_setopt(s->curl, CURLOPT_USERNAME,
				 arena_cstr(s->a, s->m->login));
		curl_easy_setopt(s->curl, CURLOPT_PASSWORD, s->m->secret.b);
	}
	curl_easy_setopt(s->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(s->curl, CURLOPT_READFUNCTION, on_upload);
	curl_easy_setopt(s->curl, CURLOPT_READDATA, s);
	return OK;
}

static void
set_common(struct sending *s, const struct send_conf *conf, struct str url)
{
	CURL *c = s->curl;

	curl_easy_setopt(c, CURLOPT_URL, arena_cstr(s->a, url));
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, s->error);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_NOPROXY, "*");
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, (long)conf->timeout_ms);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, (long)conf->timeout_ms);
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
	if (conf->ca_file[0] != '\0')
		curl_easy_setopt(c, CURLOPT_CAINFO, conf->ca_file);
	curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, on_socket);
	curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, s);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_answer);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, s);
}

static bool
is_literal(struct arena *a, struct str host)
{
	unsigned char bytes[16];
	const char *text = arena_cstr(a, host);

	return str_is(host, "localhost") || text[0] == '[' ||
	       inet_pton(AF_INET, text, bytes) == 1;
}

/* WeCom answers 200 with an errcode: what has none is not WeCom. */
static bool
wecom_accepts(struct sending *s)
{
	struct why why = { .room = s->a };
	const struct js *code;
	struct js j;

	if (js_parse((struct str){ s->answer, s->n_answer }, s->a, &j, &why) !=
	    OK)
		return false;
	code = js_member(&j, "errcode");
	return code != NULL && code->type == JS_INT && code->i == 0;
}

/* HTTP's word alone is not enough where the service has one of its own. */
static bool
is_accepted(struct sending *s)
{
	if (s->m->kind == SEND_EMAIL)
		return true;
	if (s->m->kind == SEND_WECOM && !wecom_accepts(s))
		return false;
	return s->m->accepts.n == 0 ||
	       strstr(s->answer, arena_cstr(s->a, s->m->accepts)) != NULL;
}

/* What a person has to put right, in words; NULL: curl's do. */
static const char *
tls_fault(CURLcode rc)
{
	if (rc == CURLE_PEER_FAILED_VERIFICATION)
		return "证书不受信任或与主机名不符（设置 notice.ca）/ the "
		       "certificate is not trusted or names another host "
		       "(setting notice.ca): ";
	if (rc == CURLE_SSL_CACERT_BADFILE)
		return "无法读取设置 notice.ca 的证书文件 / the file of the "
		       "setting notice.ca cannot be read: ";
	if (rc == CURLE_USE_SSL_FAILED)
		return "邮件服务器不支持加密 / the mail server offers no "
		       "encryption: ";
	return NULL;
}

static void
judge(struct sending *s, CURLcode rc, struct send_result *out)
{
	const char *tls = tls_fault(rc);
	long code = 0;

	(void)curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &code);
	out->good = rc == CURLE_OK;
	if (s->m->kind != SEND_EMAIL && rc == CURLE_OK)
		out->good = code >= 200 && code < 300;
	out->good = out->good && is_accepted(s);
	if (out->good)
		return;
	/* SMTP: 5yz is for good.  HTTP: a request that is wrong stays so, but
	 * for "later" and "too many". */
	out->final = s->m->kind == SEND_EMAIL ?
			 code >= 500 && code < 600 :
			 code >= 300 && code < 500 && code != 408 &&
			     code != 425 && code != 429;
	if (tls != NULL)
		out->final = true;
	(void)snprintf(out->why, sizeof(out->why), "%s%s%s%.*s",
		       tls == NULL ? "" : tls,
		       rc == CURLE_OK	   ? "HTTP " :
		       s->error[0] != '\0' ? s->error :
					     curl_easy_strerror(rc),
		       rc == CURLE_OK ? arena_printf(s->a, "%ld ", code).p : "",
		       rc == CURLE_OK && s->n_answer < 200 ? (int)s->n_answer :
							     0,
		       s->answer);
}

static void
refuse(struct send_result *out, const char *why)
{
	*out = (struct send_result){ .final = true };
	(void)snprintf(out->why, sizeof(out->why), "%.*s",
		       (int)sizeof(out->why) - 1, why);
}

static void
perform(struct sending *s, const struct send_conf *conf, struct str url,
	struct send_result *out)
{
	struct why why = { .room = s->a };
	enum err rc;

	s->curl = curl_easy_init();
	must(s->curl != NULL);
	set_common(s, conf, url);
	rc = s->m->kind == SEND_EMAIL ? set_email(s, &why) :
					set_request(s, &why);
	if (rc != OK)
		refuse(out, why.text[LANG_EN]);
	else
		judge(s, curl_easy_perform(s->curl), out);
	curl_easy_cleanup(s->curl);
	curl_slist_free_all(s->headers);
}

void
send_now(const struct send_conf *conf, const struct send_message *m,
	 struct arena *a, struct send_result *out)
{
	struct sending *s = ARENA_NEW(a, struct sending);
	struct str url = send_fill_secret(a, m->url, &m->secret);
	struct why why = { .room = a };
	struct send_url parts;

	*s = (struct sending){ .m = m, .a = a };
	*out = (struct send_result){ 0 };
	if (send_url_parse(a, m->kind, url, &parts, &why) != OK) {
		refuse(out, arena_printf(a, "URL %s", why.text[LANG_EN]).p);
		return;
	}
	if (!send_is_listed(conf->hosts, parts.host, parts.port)) {
		refuse(out,
		       arena_printf(a,
				    "%.*s:%lld is not in the setting "
				    "notice.hosts",
				    STR_ARG(parts.host), (long long)parts.port)
			   .p);
		return;
	}
	s->by_name = !is_literal(a, parts.host);
	perform(s, conf, url, out);
}
