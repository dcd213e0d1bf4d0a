/* commands.c - the table of commands. */
#include "cli/cli.h"

#define NAME_HELP LABEL("名称", "its name")

/* clang-format off */
static const struct cli_option user_add_options[] = {
	{ "--login", "NAME", true, LABEL("登录名", "what is typed to sign in") },
	{ "--name", "NAME", true, LABEL("姓名", "the person's name") },
	{ "--roles", "ROLES", true, LABEL("角色，逗号分隔，如 administrator 或 manager,hr", "roles by commas, such as administrator or manager,hr") },
	{ "--org", "NAME", false, LABEL("组织的名称或编号；只有一个时可省略", "organisation by name or id; not needed when there is one only") },
	{ "--password-stdin", NULL, false, LABEL("从标准输入读一行作为密码", "read the password as one line of standard input") },
	{ NULL, NULL, false, { NULL, NULL } },
};
static const struct cli_option org_add_options[] = {
	{ "--name", "NAME", true, NAME_HELP },
	{ "--zone", "ZONE", false, LABEL("时区；省略则用设置 org.zone", "time zone; without it the setting org.zone") },
	{ NULL, NULL, false, { NULL, NULL } },
};
static const struct cli_option demo_load_options[] = {
	{ "--folder", "DIR", false, LABEL("演示数据目录；省略则用 demo 或 /usr/share/anwei/demo", "the demo's files; without it demo or /usr/share/anwei/demo") },
	{ "--password-stdin", NULL, false, LABEL("从标准输入读一行作为全部演示账号的密码；省略则随机生成并显示", "read the password of all demo users from standard input; without it one is made and shown") },
	{ NULL, NULL, false, { NULL, NULL } },
};
static const struct cli_option verify_options[] = {
	{ "--note", "FILE", false, LABEL("另行保存的树头，证明末尾未被截去", "a signed head kept elsewhere: proves that the end was not cut off") },
	{ NULL, NULL, false, { NULL, NULL } },
};
static const struct cli_option panel_options[] = {
	{ "--to", "HOST:PORT", false, LABEL("接收机的地址（脚本中可写 to）", "where the receiver listens; a scenario may say it itself") },
	{ "--account", "DIGITS", false, LABEL("账号，1 至 16 位十六进制数字", "account, 1 to 16 hexadecimal digits") },
	{ "--send", "WHAT", false, LABEL("SIA:BA03、\"CID:1130 01 005\" 或 null（心跳）", "SIA:BA03, \"CID:1130 01 005\" or null (a link test)") },
	{ "--interactive", NULL, false, LABEL("逐行读取指令：burglary 3、restore 3、holdup、close、test……", "read what to send line by line: burglary 3, restore 3, holdup, close, test …") },
	{ "--cid", NULL, false, LABEL("指令用 Contact ID 发送；省略则用 SIA", "the interactive words as Contact ID; without it SIA") },
	{ "--scenario", "FILE", false, LABEL("按脚本文件模拟许多主机", "play many panels from a scenario file") },
	{ "--panels", "NUMBER", false, LABEL("脚本中各组按比例缩放到这个总数", "scale the scenario's groups to so many panels") },
	{ "--speed", "NUMBER", false, LABEL("脚本加快若干倍（超时除外）", "the scenario so many times faster, timeouts excepted") },
	{ "--length", "SECONDS", false, LABEL("脚本运行多久；省略则按脚本", "how long it runs; without it as the scenario says") },
	{ "--report", "FILE", false, LABEL("结束时写出 JSON 统计", "figures as JSON at the end") },
	{ "--udp", NULL, false, LABEL("用 UDP；省略则用 TCP", "by UDP; without it by TCP") },
	{ "--line", "DIGITS", false, LABEL("线路号 L；省略为 0，空字符串则不发", "line L; without it 0; an empty one is left out") },
	{ "--receiver", "DIGITS", false, LABEL("接收机号 R；省略为 0，空字符串则不发", "receiver R; without it 0; an empty one is left out") },
	{ "--key", "KEY", false, LABEL("密钥：32、48、64 位十六进制，或 16、24、32 个字符", "key: 32, 48, 64 hex digits, or 16, 24, 32 characters") },
	{ "--sequence", "NUMBER", false, LABEL("起始序号 1 至 9999；省略则由时钟决定", "first sequence number, 1 to 9999; without it from the clock") },
	{ "--every", "SECONDS", false, LABEL("每隔若干秒再发一条，直到 Ctrl-C 或 --count", "another message after so long, until Ctrl-C or --count") },
	{ "--count", "NUMBER", false, LABEL("共发若干条", "so many messages") },
	{ "--timeout", "SECONDS", false, LABEL("等待应答的秒数；省略为 20", "how long to wait for an answer; without it 20") },
	{ NULL, NULL, false, { NULL, NULL } },
};

const struct command commands[] = {
	{ .name = "serve", .run = serve_command,
	  .help = LABEL("启动服务，直到 Ctrl-C 或 SIGTERM", "run the server until Ctrl-C or SIGTERM"),
	  .examples = "  anwei serve\n  ANWEI_HTTP_LISTEN=127.0.0.1:9000 anwei serve\n  anwei --config /etc/anwei/anwei.conf serve\n",
	  .more = LABEL("首次启动会建立数据库。SIGHUP 重新读取设置。旧版数据库须先执行 anwei db upgrade。",
			"The first start makes the database.  SIGHUP reads the settings again.  An older database wants anwei db upgrade first.") },
	{ .name = "org add", .run = org_add_command, .options = org_add_options,
	  .help = LABEL("新增组织（公司、评价机构、监管部门）", "add an organisation: a company, a rating body, a regulator"),
	  .examples = "  anwei org add --name \"安维示例有限公司\"\n" },
	{ .name = "org list", .run = org_list_command,
	  .help = LABEL("列出组织", "list the organisations") },
	{ .name = "user add", .run = user_add_command, .options = user_add_options,
	  .help = LABEL("新增用户，密码输入两次", "add a user; asks for the password twice"),
	  .examples = "  anwei user add --login admin --name \"管理员\" --roles administrator\n  echo \"$PASSWORD\" | anwei user add --login li --name \"李工\" --roles technician --password-stdin\n",
	  .more = LABEL("密码不会出现在命令行上，也不写入日志。", "The password is never part of the command line and never logged.") },
	{ .name = "demo load", .run = demo_load_command, .options = demo_load_options,
	  .help = LABEL("装入演示单位：客户、设备、人员、合同、工单", "bring in the demo company: customers, devices, staff, contracts, repair orders"),
	  .examples = "  anwei demo load\n",
	  .more = LABEL("全部为虚构数据，日期随装入日移动，每个角色一个账号。", "All of it is invented; dates move with the day of loading; one user per role.") },
	{ .name = "demo remove", .run = demo_remove_command,
	  .help = LABEL("删除演示单位的全部数据（日志保留）", "remove everything of the demo company; the journal stays"),
	  .examples = "  anwei demo remove\n" },
	{ .name = "db upgrade", .run = db_upgrade_command,
	  .help = LABEL("把数据库升级到本程序的版本", "bring the database to this program's schema"),
	  .examples = "  anwei backup before.awb && anwei db upgrade\n",
	  .more = LABEL("先停止服务并备份。每一步都是一个事务。", "Stop the server and make a backup first.  Each step is one transaction.") },
	{ .name = "db check", .run = db_check_command,
	  .help = LABEL("检查数据库版本与全部语句", "check the schema's version and every statement") },
	{ .name = "backup", .run = backup_command, .operand = "FILE",
	  .help = LABEL("在线备份数据库与文件", "back up the database and the stored files while all runs"),
	  .examples = "  anwei backup /backup/anwei-$(date +%F).awb\n",
	  .more = LABEL("服务可继续运行。备份文件带有每一项及全体的 SHA-256。其中含有签名密钥与全部数据，请像数据目录一样保管。",
			"The server may run on.  The file carries a SHA-256 of every part and of the whole.  All data and the signing key are in it: guard it like the data folder.") },
	{ .name = "restore", .run = restore_command, .operand = "FILE",
	  .help = LABEL("从备份恢复到空的位置", "restore a backup into an empty place"),
	  .examples = "  ANWEI_DATA_DIR=/srv/new anwei restore /backup/anwei-2026-11-22.awb\n",
	  .more = LABEL("先检查全部内容，损坏则指出位置并拒绝；恢复后验证日志。",
			"Everything is checked first; a damaged file is refused and the place named.  The journal is verified afterwards.") },
	{ .name = "verify", .run = verify_command, .options = verify_options,
	  .help = LABEL("验证日志未被改动", "prove that nothing in the journal was altered"),
	  .examples = "  anwei verify\n  anwei verify --note /safe/journal-head.txt\n" },
	{ .name = "config check", .run = config_check_command,
	  .help = LABEL("检查设置", "check the settings"),
	  .examples = "  anwei --config new.conf config check\n" },
	{ .name = "config dump", .run = config_dump_command,
	  .help = LABEL("显示生效的设置", "show the settings as they are") },
	{ .name = "config sample", .run = config_sample_command, .no_conf = true,
	  .help = LABEL("输出带说明的样例文件", "print a sample file with explanations"),
	  .examples = "  anwei config sample > anwei.conf\n" },
	{ .name = "config man", .run = config_man_command, .no_conf = true,
	  .help = LABEL("输出设置的手册页", "print the man page of the settings"),
	  .examples = "  anwei config man | man -l -\n" },
	{ .name = "openapi", .run = openapi_command, .no_conf = true,
	  .help = LABEL("输出接口说明（OpenAPI 3.1）", "print the interface as OpenAPI 3.1"),
	  .examples = "  anwei openapi > openapi.json\n" },
	{ .name = "reference", .run = reference_command, .no_conf = true, .operand = "FOLDER",
	  .help = LABEL("由程序内的表生成参考文档", "write the reference pages from the tables"),
	  .examples = "  anwei reference doc/reference\n" },
	{ .name = "panel", .run = panel_command, .no_conf = true, .options = panel_options,
	  .help = LABEL("模拟一台报警主机，按 DC-09 向接收机发送", "play an alarm panel that speaks DC-09 to a receiver"),
	  .examples = "  anwei panel --to 127.0.0.1:9000 --account 1234 --send SIA:BA03\n"
		      "  anwei panel --to 127.0.0.1:9000 --account 1234 --send \"CID:1130 01 005\"\n"
		      "  anwei panel --to 127.0.0.1:9000 --account 1234 --send \"SIA:ri1/BA03|Aback door\"\n"
		      "  anwei panel --to 127.0.0.1:9000 --account 1234 --udp --send null --every 60\n"
		      "  anwei panel --to 127.0.0.1:9000 --account 1234 --key text:1234567890123456 --send SIA:OP14\n"
		      "  anwei panel --to 127.0.0.1:9000 --account 1234 --interactive\n"
		      "  anwei panel --to 127.0.0.1:9000 --scenario demo/scenario-demo.json --report figures.json\n",
	  .more = LABEL("显示发出的帧（→）与应答（←）。全部得到 ACK 时退出码为 0，否则为 1。与真实主机一样：等 20 秒，用同一序号最多发 3 次；收到 NAK 则采用对方时间再发一次。"
			"SIA 之后是事件块，N（新事件）由程序加上：BA 盗警，03 防区；CID 之后是限定符与事件码、分区、防区或用户。"
			"命令行上的密钥会被本机其他用户看到，只用测试密钥。\n"
			"--interactive 的指令：burglary、fire、holdup、panic、medical、gas、tamper、trouble、bypass（后跟防区号），open、close、cancel、duress（后跟用户号），mains、battery、comms、test；restore 加同样的词或防区号为恢复。\n"
			"--scenario 的文件格式见 doc/alarm.md。",
			"Shows the frame sent (->) and the answer (<-).  Exit status 0 when everything was acknowledged, else 1.  Like a real panel it waits 20 s and tries 3 times with the same sequence number; after a NAK it takes the receiver's time and sends once more.\n"
			"After SIA: comes the event block, to which N (new) is added: BA burglary, 03 zone.  After CID: qualifier and event, partition, zone or user.\n"
			"Other users of this machine can see a key on the command line: use test keys only.\n"
			"Words of --interactive: burglary fire holdup panic medical gas tamper trouble bypass (with a zone), open close cancel duress (with a user), mains battery comms test; restore and one of these, or a zone, ends it.\n"
			"The scenario file is described in doc/alarm.md.") },
	{ .name = "version", .run = version_command, .no_conf = true,
	  .help = LABEL("版本", "the version") },
	{ .name = NULL },
};
/* clang-format on */
