/* log.c - one line of JSON per event, on standard error. */
#include "base/log.h"

#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#include "base/json.h"
#include "base/limit.h"
#include "base/str.h"
#include "base/time.h"

#define TEXT_MAX 2048
#define LINE_MAX_BYTES (6 * TEXT_MAX + 512) /* every byte escaped as \u00xx */

static const char *const level_words[] = {
	[LOG_ERROR] = "error",
	[LOG_WARN] = "warn",
	[LOG_INFO] = "info",
	[LOG_DEBUG] = "debug",
};
static const char *const subject_words[] = {
#define X(name, word, text) [name] = word,
	LOG_SUBJECTS(X)
#undef X
};

static atomic_int level_now = LOG_INFO;
static atomic_uint_fast64_t counts[LOG_LEVEL_N];
static struct {
	pthread_mutex_t lock;
	struct limit limit;
} limited = { .lock = PTHREAD_MUTEX_INITIALIZER };

void
log_set_level(enum log_level level)
{
	atomic_store(&level_now, (int)level);
}

bool
log_level_parse(struct str word, enum log_level *out)
{
	for (size_t i = 0; i < ARRAY_LEN(level_words); i++) {
		if (!str_is(word, level_words[i]))
			continue;
		*out = (enum log_level)i;
		return true;
	}
	return false;
}

uint64_t
log_count(enum log_level level)
{
	return atomic_load(&counts[level]);
}

static bool
is_wanted(enum log_level level)
{
	return (int)level <= atomic_load(&level_now);
}

/* One write, so that lines of different threads do not mix. */
static void
put_line(struct str line)
{
	while (line.n > 0) {
		ssize_t n = write(STDERR_FILENO, line.p, line.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return; /* nowhere left to say so */
		line = str_skip(line, (size_t)n);
	}
}

static void
put_event(enum log_level level, enum log_subject subject, const char *event,
	  struct str text)
{
	struct buf b = buf_open(LINE_MAX_BYTES);
	struct jw j = jw_open(&b);
	char now[25];

	time_print(time_now_ms(), now);
	jw_begin(&j, '{');
	jw_key(&j, "t");
	jw_text(&j, now);
	jw_key(&j, "level");
	jw_text(&j, level_words[level]);
	jw_key(&j, "subject");
	jw_text(&j, subject_words[subject]);
	jw_key(&j, "event");
	jw_text(&j, event);
	jw_key(&j, "text");
	jw_str(&j, text);
	jw_end(&j, '}');
	buf_putc(&b, '\n');
	put_line(buf_str(&b));
	buf_release(&b);
	atomic_fetch_add(&counts[level], 1);
}

/* What does not fit is cut off; the writer mends a cut character. */
__attribute__((format(printf, 2, 0))) static struct str
text_print(char out[TEXT_MAX], const char *fmt, va_list ap)
{
	int n = vsnprintf(out, TEXT_MAX, fmt, ap);

	must(n >= 0);
	return (struct str){ out, n < TEXT_MAX ? (size_t)n : TEXT_MAX - 1 };
}

void
log_line(enum log_level level, enum log_subject subject, const char *event,
	 const char *fmt, ...)
{
	char text[TEXT_MAX];
	va_list ap;

	if (!is_wanted(level))
		return;
	va_start(ap, fmt);
	put_event(level, subject, event, text_print(text, fmt, ap));
	va_end(ap);
}

static bool
may_write(const char *event, struct str key, unsigned burst, uint64_t *left_out)
{
	bool pass;

	must(pthread_mutex_lock(&limited.lock) == 0);
	pass = limit_pass(&limited.limit, limit_hash(str_of(event), key), burst,
			  time_mono_us(), left_out);
	must(pthread_mutex_unlock(&limited.lock) == 0);
	return pass;
}

void
log_limited(enum log_level level, enum log_subject subject, const char *event,
	    struct str key, unsigned burst, const char *fmt, ...)
{
	char text[TEXT_MAX];
	uint64_t left_out;
	struct str s;
	va_list ap;

	if (!is_wanted(level) || !may_write(event, key, burst, &left_out))
		return;
	va_start(ap, fmt);
	s = text_print(text, fmt, ap);
	va_end(ap);
	if (left_out > 0 && s.n + 32 < TEXT_MAX)
		s.n += (size_t)snprintf(text + s.n, TEXT_MAX - s.n,
					" left_out=%llu",
					(unsigned long long)left_out);
	put_event(level, subject, event, s);
}
