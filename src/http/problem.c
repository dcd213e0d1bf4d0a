/* problem.c - failures as RFC 9457 problem details. */
#include "base/str.h"
#include "http/app.h"
#include "http/row_json.h"

/* clang-format off */
static const struct label titles[] = {
	/* only those that a caller meets; others show the sentence alone */
	[ERR_BAD_REQUEST]      = LABEL("请求有误", "Bad request"),
	[ERR_JSON]             = LABEL("JSON 有误", "Bad JSON"),
	[ERR_UNAUTHENTICATED]  = LABEL("请先登录", "Please sign in"),
	[ERR_CREDENTIALS]      = LABEL("登录失败", "Sign-in failed"),
	[ERR_TOTP]             = LABEL("需要动态口令", "One-time code needed"),
	[ERR_FORBIDDEN]        = LABEL("没有权限", "Not permitted"),
	[ERR_CSRF]             = LABEL("请求未通过校验", "Request check failed"),
	[ERR_PASSWORD_EXPIRED] = LABEL("请先修改密码", "Change your password first"),
	[ERR_NOT_FOUND]        = LABEL("未找到", "Not found"),
	[ERR_METHOD]           = LABEL("不支持的方法", "Method not allowed"),
	[ERR_STATE]            = LABEL("当前状态不允许", "Not possible now"),
	[ERR_CONFLICT]         = LABEL("与已有记录冲突", "Conflict"),
	[ERR_VERSION]          = LABEL("已被他人修改", "Changed by someone else"),
	[ERR_NO_VERSION]       = LABEL("缺少版本", "Version required"),
	[ERR_TOO_BIG]          = LABEL("内容过大", "Too big"),
	[ERR_TYPE]             = LABEL("类型不支持", "Type not supported"),
	[ERR_INVALID]          = LABEL("输入有误", "Please check the input"),
	[ERR_UNKNOWN_FIELD]    = LABEL("未知字段", "Unknown field"),
	[ERR_LOCKED]           = LABEL("账户已临时锁定", "Locked for a while"),
	[ERR_RATE]             = LABEL("请求过于频繁", "Too many requests"),
	[ERR_INTERNAL]         = LABEL("程序错误", "Internal error"),
	[ERR_BUSY]             = LABEL("系统繁忙", "Busy"),
	[ERR_STORAGE]          = LABEL("存储不可用", "Storage unavailable"),
	[ERR_UNCERTAIN]        = LABEL("结果未知", "Outcome unknown"),
};
/* clang-format on */

static void
write_faults(struct jw *j, const struct why *why, enum lang lang)
{
	jw_key(j, "fields");
	jw_begin(j, '[');
	for (size_t i = 0; i < why->n_faults; i++) {
		const struct fault *f = &why->faults[i];
		char text[WHY_TEXT_MAX * 2];

		(void)snprintf(text, sizeof(text),
			       lang == LANG_EN ? "%s: %s" : "%s：%s",
			       f->label.zh != NULL ? label_in(f->label, lang) :
						     f->field,
			       f->text[lang]);
		jw_begin(j, '{');
		jw_key(j, "field");
		jw_text(j, f->field);
		jw_key(j, "code");
		jw_text(j, f->code);
		jw_key(j, "message");
		jw_text(j, text);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

void
problem_write(struct call *c, enum err rc, const struct why *why)
{
	enum lang lang = c->t.lang;
	struct buf b = buf_open(4u << 20);
	struct jw j = jw_open(&b);

	jw_begin(&j, '{');
	jw_key(&j, "type");
	jw_text(&j, "about:blank");
	jw_key(&j, "status");
	jw_int(&j, err_status(rc));
	jw_key(&j, "code");
	jw_text(&j, err_word(rc));
	jw_key(&j, "title");
	jw_text(&j, label_in(titles[rc], lang));
	jw_key(&j, "detail");
	jw_text(&j, why->text[lang]);
	if (why->n_faults > 0)
		write_faults(&j, why, lang);
	if (rc == ERR_JSON) {
		jw_key(&j, "position");
		jw_int(&j, why->position);
	}
	if (why->retry_ms > 0) {
		jw_key(&j, "retry_after_ms");
		jw_int(&j, why->retry_ms);
	}
	if (rc == ERR_VERSION && why->current != NULL && c->reg != NULL) {
		jw_key(&j, "current");
		row_json(&j, c->reg, why->current, NULL);
	}
	jw_end(&j, '}');
	buf_release(&c->reply.body);
	c->reply = (struct http_reply){ .status = err_status(rc),
					.type = "application/problem+json",
					.body = b };
}
