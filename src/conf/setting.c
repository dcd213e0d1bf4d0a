/* setting.c - the table of settings. */
#include "conf/setting.h"

#include <string.h>

#include "base/str.h"

#define AT(field) offsetof(struct conf, field)

/* clang-format off */
const struct setting settings[] = {
	/* name                   type           field                     default                     min      max  unit        when     help */
	{ "data.dir",             SET_TEXT,      AT(data_dir),             "data",                       1,    1000, "",         RESTART,
	  LABEL("数据目录：数据库、文件、密钥都在其中。", "Folder of the database, the stored files and the keys.") },
	{ "web.dir",              SET_TEXT,      AT(web_dir),              "web/dist",                   0,    1000, "",         RESTART,
	  LABEL("界面文件目录，留空则只提供接口。", "Folder of the user interface; empty: the API alone.") },
	{ "pack.dir",             SET_TEXT,      AT(pack_dir),             "packs",                      1,    1000, "",         RESTART,
	  LABEL("标准包目录。", "Folder of the packs (standards as data).") },
	{ "db.url",               SET_DB,        AT(db_url),               "sqlite:{data.dir}/anwei.db", 1,    1000, "",         RESTART,
	  LABEL("数据库：单机用 SQLite，多节点用 PostgreSQL。", "The database: SQLite for one machine, PostgreSQL for several.") },
	{ "db.read_threads",      SET_INT,       AT(db_read_threads),      "2",                          1,      64, "",         RESTART,
	  LABEL("并行读取数据库的线程数。", "Threads that read the database.") },
	{ "db.batch_max",         SET_INT,       AT(db_batch_max),         "64",                         1,    1000, "",         RESTART,
	  LABEL("一次提交最多合并多少个写操作。", "How many writes share one commit at most.") },
	{ "db.queue_max",         SET_INT,       AT(db_queue_max),         "1024",                      16,  100000, "",         RESTART,
	  LABEL("等待数据库的请求上限，超出即回答“忙”。", "Requests that may wait for the database; above it the answer is 503 busy.") },

	{ "http.listen",          SET_LISTEN,    AT(http_listen),          "127.0.0.1:8080",             0,     200, "",         RESTART,
	  LABEL("HTTP 监听地址，留空则不监听。", "Where plain HTTP is answered; empty: nowhere.") },
	{ "http.listen_tls",      SET_LISTEN,    AT(http_listen_tls),      "",                           0,     200, "",         RESTART,
	  LABEL("HTTPS 监听地址，例如 0.0.0.0:8443。", "Where HTTPS is answered, for example 0.0.0.0:8443.") },
	{ "http.cert",            SET_TEXT,      AT(http_cert),            "{data.dir}/tls/cert.pem",    1,    1000, "",         RESTART,
	  LABEL("证书文件（PEM）；没有则首次启动时自签。", "Certificate (PEM); without one a self-signed one is made at first start.") },
	{ "http.key",             SET_TEXT,      AT(http_key),             "{data.dir}/tls/key.pem",     1,    1000, "",         RESTART,
	  LABEL("证书的私钥文件（PEM）。", "The certificate's private key (PEM).") },
	{ "http.threads",         SET_INT,       AT(http_threads),         "2",                          1,      64, "",         RESTART,
	  LABEL("处理连接的线程数。", "Threads that serve connections.") },
	{ "http.connections_max", SET_INT,       AT(http_connections_max), "4000",                      16,  100000, "",         RESTART,
	  LABEL("同时连接数上限。", "Connections open at the same time.") },
	{ "http.per_address_max", SET_INT,       AT(http_per_address_max), "256",                        1,  100000, "",         RESTART,
	  LABEL("同一地址的连接数上限；经反向代理时应调大。", "Connections of one address; more behind a proxy.") },
	{ "http.header_max",      SET_INT,       AT(http_header_max),      "16384",                   1024,   65536, "bytes",    RESTART,
	  LABEL("请求头总长度上限。", "Bytes of a request's headers.") },
	{ "http.timeout_s",       SET_INT,       AT(http_timeout_s),       "30",                         1,     600, "s",        RESTART,
	  LABEL("空闲或过慢的连接多久后断开。", "Idle or slow connections are closed after this.") },
	{ "http.body_max",        SET_INT,       AT(http_body_max),        "1048576",                 1024, 16777216, "bytes",   RESTART,
	  LABEL("JSON 请求体长度上限（导入与文件另有上限）。", "Bytes of a JSON body; imports and files have limits of their own.") },

	{ "session.idle_min",     SET_INT,       AT(session_idle_min),     "30",                         1,    1440, "min",      RESTART,
	  LABEL("多久无操作后须重新登录。", "Sign in again after this long without a call.") },
	{ "session.max_h",        SET_INT,       AT(session_max_h),        "12",                         1,     168, "h",        RESTART,
	  LABEL("一次登录最长有效时间。", "Sign in again after this long in any case.") },
	{ "password.min_length",  SET_INT,       AT(password_min_length),  "10",                         8,     128, "",         RELOAD,
	  LABEL("密码最少字符数。", "Characters of a password at least.") },
	{ "lockout.after",        SET_INT,       AT(lockout_after),        "5",                          3,     100, "",         RELOAD,
	  LABEL("连续失败几次后锁定登录。", "Failed sign-ins until the account waits.") },
	{ "lockout.max_min",      SET_INT,       AT(lockout_max_min),      "60",                         1,    1440, "min",      RELOAD,
	  LABEL("锁定时间每次加倍，最长到此。", "The wait doubles with each failure up to this.") },

	{ "feed.ring",            SET_INT,       AT(feed_ring),            "4096",                      64, 1000000, "",         RESTART,
	  LABEL("每个组织保留多少条变更，供断线的页面补收。", "Changes kept per organisation for screens that lost the network.") },
	{ "feed.listeners",       SET_INT,       AT(feed_listeners),       "4096",                       1,  100000, "",         RESTART,
	  LABEL("同时接收实时消息的页面数上限。", "Screens that may listen to the live feed at the same time.") },
	{ "feed.heartbeat_s",     SET_INT,       AT(feed_heartbeat_s),     "5",                          1,      60, "s",        RESTART,
	  LABEL("实时通道的心跳间隔。", "Time between two signs of life on the live feed.") },

	{ "clock.warn",           SET_PERCENTS,  AT(clock_warn),           "50,80,100",                  1,     100, "%",        RELOAD,
	  LABEL("时限用去多少时提醒。", "Shares of a time limit at which people are told.") },
	{ "clock.sweep_ms",       SET_INT,       AT(clock_sweep_ms),       "500",                       50,   60000, "ms",       RESTART,
	  LABEL("多久检查一次到期的时限。", "Time between two looks for clocks that are due.") },

	{ "journal.seal_ms",      SET_INT,       AT(journal_seal_ms),      "500",                       50,   10000, "ms",       RESTART,
	  LABEL("日志记录多久内封入哈希树。", "Time until journal rows are sealed into the hash tree.") },
	{ "journal.checkpoint_h", SET_INT,       AT(journal_checkpoint_h), "1",                          1,     168, "h",        RESTART,
	  LABEL("多久签署一次哈希树的树头。", "Time between two signed heads of the tree.") },

	{ "receiver.listen",      SET_LISTEN,    AT(receiver_listen),      "",                           0,     200, "",         RESTART,
	  LABEL("报警主机接入（DC-09，TCP 与 UDP 同一端口）的地址和端口；留空则本节点不接入。", "Address and port for panels (DC-09, TCP and UDP alike); empty: this node takes none.") },
	{ "receiver.connections_max", SET_INT,   AT(receiver_connections_max), "20000",                 16, 1000000, "",         RESTART,
	  LABEL("主机同时保持的 TCP 连接数上限。", "Panels' TCP connections at the same time.") },
	{ "receiver.per_address_max", SET_INT,   AT(receiver_per_address_max), "256",                    1, 1000000, "",         RESTART,
	  LABEL("其中来自同一地址的上限。", "And of these, from one address.") },
	{ "receiver.idle_s",      SET_INT,       AT(receiver_idle_s),      "120",                        5,   86400, "s",        RESTART,
	  LABEL("连接静默多久后关闭；须长于主机保持连接的心跳间隔。", "Silence after which a connection is closed; longer than the heartbeats of panels that keep theirs open.") },
	{ "receiver.queue_max",   SET_INT,       AT(receiver_queue_max),   "20000",                     64, 1000000, "",         RESTART,
	  LABEL("等待写入的报文上限；超出的不应答，由主机重发。", "Frames that may wait for their commit; what is over gets no answer, and the panel sends it again.") },
	{ "receiver.repeats_max", SET_INT,       AT(receiver_repeats_max), "300000",                  1000, 10000000, "",         RESTART,
	  LABEL("为识别重发而记住的报文数。", "Frames remembered to know a retransmission.") },

	{ "supervision.tolerance_percent", SET_INT, AT(supervision_tolerance_percent), "50", 0, 1000, "%", RESTART,
	  LABEL("传输路径超过监测间隔的百分之几才算超时（主机可另设）。", "A path is overdue when it is silent for so much more than its interval; a panel may say otherwise.") },
	{ "supervision.tolerance_min_s", SET_INT, AT(supervision_tolerance_min_s), "30", 0, 86400, "s", RESTART,
	  LABEL("监测容差的下限。", "That tolerance is at least so much.") },
	{ "supervision.wait_s",   SET_INT,       AT(supervision_wait_s),   "10",                         0,     600, "s",        RESTART,
	  LABEL("超时先保留多久再报，以便识别大面积中断。", "A loss is held back so long, to see whether many fail together.") },
	{ "supervision.skew_max_s", SET_INT,     AT(supervision_skew_max_s), "60",                       0,   86400, "s",        RESTART,
	  LABEL("主机时钟允许偏差；0 表示不检查。", "A panel's clock may be off by so much; 0: not looked at.") },
	{ "supervision.storm_count", SET_INT,    AT(supervision_storm_count), "20",                      2,  100000, "",         RESTART,
	  LABEL("同一线路、运营商通道或地区同时中断多少条算大面积中断。", "So many losses of one receiver line, carrier or region are told as one.") },
	{ "supervision.storm_percent", SET_INT,  AT(supervision_storm_percent), "5",                     0,     100, "%",        RESTART,
	  LABEL("且至少占其路径的百分之几。", "And at least this share of its paths.") },
	{ "supervision.storm_window_s", SET_INT, AT(supervision_storm_window_s), "60",                  10,    3600, "s",        RESTART,
	  LABEL("大面积中断的统计时间。", "Within this time.") },
	{ "supervision.sample_s", SET_INT,       AT(supervision_sample_s), "300",                       10,    3600, "s",        RESTART,
	  LABEL("多久把监测情况存入数据库一次；状态变化立即保存。", "Time between two samples of a path in the database; changes of state are written at once.") },

	{ "file.max_mib",         SET_INT,       AT(file_max_mib),         "20",                         1,      64, "MiB",      RELOAD,
	  LABEL("单个上传文件的上限。", "Size of an uploaded file.") },
	{ "notice.hosts",         SET_TEXT,      AT(notice_hosts),         "",                           0,    2000, "",         RELOAD,
	  LABEL("通报可以发往的主机，逗号分隔，如 smtp.example.com, 10.0.0.5:8025；留空则不发送。", "Hosts that notices may be sent to, by commas: smtp.example.com, 10.0.0.5:8025; empty: none is sent.") },
	{ "notice.ca",            SET_TEXT,      AT(notice_ca),            "",                           0,    1000, "",         RELOAD,
	  LABEL("核对对方证书用的根证书文件（PEM）；留空用系统的。", "Root certificates (PEM) to check the other side by; empty: the system's.") },
	{ "notice.timeout_s",     SET_INT,       AT(notice_timeout_s),     "15",                         1,      60, "s",        RELOAD,
	  LABEL("发送一条通报最多用时。", "The longest that sending one notice may take.") },
	{ "metrics.allow",        SET_ADDRESSES, AT(metrics_allow),        "127.0.0.1,::1",              0,    1000, "",         RELOAD,
	  LABEL("允许读取 /metrics 的地址。", "Addresses that may read /metrics.") },
	{ "node.id",              SET_INT,       AT(node_id),              "0",                          0,      62, "",         RESTART,
	  LABEL("节点号，同一数据库的各节点须不同。", "Number of this node; different on every node of one database.") },
	{ "org.zone",             SET_ZONE,      AT(org_zone),             "Asia/Shanghai",              1,      63, "",         RELOAD,
	  LABEL("新建组织的时区。", "Time zone of a new organisation.") },
	{ "log.level",            SET_LEVEL,     AT(log_level),            "info",                       0,       0, "",         RELOAD,
	  LABEL("日志详细程度。", "How much is logged.") },
};
/* clang-format on */
const size_t n_settings = ARRAY_LEN(settings);

struct label
setting_type_label(enum setting_type type)
{
	static const struct label labels[] = {
#define X(name, zh, en) [name] = LABEL(zh, en),
		SETTING_TYPES(X)
#undef X
	};

	return labels[type];
}

const struct setting *
setting_find(struct str name)
{
	for (size_t i = 0; i < n_settings; i++)
		if (str_is(name, settings[i].name))
			return &settings[i];
	return NULL;
}

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;

	return m < c ? m : c;
}

/* Letters to change, add or drop until a is b; both below 64 bytes. */
static size_t
distance(struct str a, struct str b)
{
	size_t row[64];

	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t above = row[j];
			size_t other = a.p[i - 1] != b.p[j - 1];

			row[j] =
			    least(above + 1, row[j - 1] + 1, corner + other);
			corner = above;
		}
	}
	return row[b.n];
}

const struct setting *
setting_nearest(struct str name)
{
	const struct setting *best = NULL;
	size_t best_n = 4; /* further away is no typing mistake */

	for (size_t i = 0; i < n_settings && name.n < 40; i++) {
		size_t n = distance(name, str_of(settings[i].name));

		if (n < best_n) {
			best = &settings[i];
			best_n = n;
		}
	}
	return best;
}

void
setting_env_name(const struct setting *s, char *out)
{
	size_t n = 6;

	memcpy(out, "ANWEI_", 6);
	for (const char *p = s->name; *p != '\0'; p++, n++) {
		must(n + 1 < SETTING_ENV_MAX);
		out[n] = *p == '.'		? '_' :
			 *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') :
						  *p;
	}
	out[n] = '\0';
}
