/*
 * send.h - one message out of the house: e-mail by SMTP, everything else as
 * an HTTP request.  The only file that knows libcurl is send.c.
 *
 * Only hosts that the administrator listed (setting notice.hosts) are spoken
 * to; certificates are checked; redirections, proxies and other protocols are
 * off.  A listed name that turns out to be the machine itself is refused:
 * loopback must be listed as such.
 */
#ifndef ALARM_SEND_H
#define ALARM_SEND_H

#include "base/arena.h"
#include "base/err.h"
#include "kind/secret.h"

enum send_kind { SEND_EMAIL, SEND_WEBHOOK, SEND_SMS, SEND_WECOM, SEND_N };

/* Texts are UTF-8; those that become headers have no line ends. */
struct send_message {
	enum send_kind kind;
	struct str id; /* Message-ID, Idempotency-Key: the same each time */
	struct str url, sender, login, header, body; /* of the channel */
	struct str accepts; /* what a good answer contains; empty: anything */
	bool plain;	    /* e-mail without TLS */
	bool sign;
	struct secret secret; /* empty: none */
	struct str to, subject, text, number, event;
	int64_t at_ms; /* the Date of an e-mail */
};

struct send_conf {
	const char *hosts;   /* "mail.example.com, 10.0.0.5:8025" */
	const char *ca_file; /* "": the system's */
	int64_t timeout_ms;
};

struct send_result {
	bool good;
	bool final;    /* not good: trying again would not help */
	char why[300]; /* not good: what the other side said */
};

/* "host" or "host:port" of the list; the port of the URL's scheme when the
 * list names none. */
bool send_is_listed(const char *hosts, struct str host, int64_t port);
/* The parts of a URL; ERR_INVALID with a sentence when it is none, or its
 * scheme is not one of the kind's. */
struct send_url {
	struct str scheme, host;
	int64_t port;
};
MUST_CHECK enum err
send_url_parse(struct arena *a, enum send_kind kind, struct str url,
	       struct send_url *out, struct why *why);

/* Pure, send_text.c.  The message as RFC 5322 text. */
MUST_CHECK enum err
send_email_text(struct arena *a, const struct send_message *m, struct str *out,
		struct why *why);
/* A template of name=value pairs is a form. */
bool send_is_form(const struct send_message *m);
/* The request's body: the channel's template, or the preset of the kind, with
 * its placeholders as JSON text or as a form has them.  ERR_INVALID when that
 * is no JSON. */
MUST_CHECK enum err
send_body_text(struct arena *a, const struct send_message *m, struct str *out,
	       struct why *why);
const char *send_preset(enum send_kind kind);
/* Nothing in it ends a line of a header. */
bool send_is_one_line(struct str s);
/* "{secret}" in a URL or header. */
struct str
send_fill_secret(struct arena *a, struct str text, const struct secret *secret);

/* Speaks to the other side; takes as long as timeout_ms.  Never called in a
 * transaction. */
void send_now(const struct send_conf *conf, const struct send_message *m,
	      struct arena *a, struct send_result *out);
/* Once at start, before threads. */
void send_start(void);

#endif
