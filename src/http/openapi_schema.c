/* openapi_schema.c - the schemas of an OpenAPI document. */
#include "http/openapi_schema.h"

#include <string.h>

#include "base/str.h"
#include "kind/process.h"

#define LABEL_JSON                                                           \
	"{\"type\":\"object\",\"required\":[\"zh\",\"en\"],\"properties\":{" \
	"\"zh\":{\"type\":\"string\"},\"en\":{\"type\":\"string\"}}}"
#define ID_JSON "{\"type\":\"string\",\"pattern\":\"^[0-9]+$\"}"
#define OBJECT(required, properties)                   \
	"{\"type\":\"object\",\"required\":[" required \
	"],\"properties\":{" properties "}}"
#define LIST_OF(item) "{\"type\":\"array\",\"items\":" item "}"
#define STRING "{\"type\":\"string\"}"
#define OR_NULL(type) "{\"type\":[\"" type "\",\"null\"]}"
#define NUMBER "{\"type\":\"integer\"}"
#define FLAG "{\"type\":\"boolean\"}"

/* clang-format off */
#define SIGNAL_MEMBERS "\"id\":" ID_JSON ",\"received_ms\":" NUMBER ",\"device_ms\":" OR_NULL("integer") ",\"source\":" STRING ",\"transport\":" OR_NULL("string") ",\"peer\":" OR_NULL("string") \
	",\"line\":" OR_NULL("string") ",\"account\":" OR_NULL("string") ",\"seq\":" OR_NULL("string") ",\"token\":" OR_NULL("string") ",\"encrypted\":" FLAG \
	",\"panel\":" OR_NULL("string") ",\"site\":" OR_NULL("string") ",\"customer\":" OR_NULL("string") ",\"part\":" NUMBER ",\"format\":" OR_NULL("string") \
	",\"code\":" OR_NULL("string") ",\"code_name\":{\"type\":[\"object\",\"null\"],\"properties\":{\"zh\":" STRING ",\"en\":" STRING "}},\"role\":" OR_NULL("string") ",\"class\":" OR_NULL("string") ",\"priority\":" NUMBER \
	",\"part_no\":" OR_NULL("integer") ",\"zone_no\":" OR_NULL("integer") ",\"user_no\":" OR_NULL("integer") ",\"text\":" OR_NULL("string") ",\"state\":" STRING \
	",\"fate\":" STRING ",\"fate_ms\":" OR_NULL("integer") ",\"alarm\":" OR_NULL("string") ",\"reason\":" OR_NULL("string") ",\"zone\":" OR_NULL("string") ",\"zone_name\":" OR_NULL("string")
#define FIGURE "\"rows\":" NUMBER ",\"numerator\":" NUMBER ",\"denominator\":" NUMBER ",\"pending\":" NUMBER ",\"ended\":" NUMBER ",\"mean_ms\":" OR_NULL("integer") ",\"p50_ms\":" OR_NULL("integer") ",\"p80_ms\":" OR_NULL("integer") ",\"p985_ms\":" OR_NULL("integer") ",\"p99_ms\":" OR_NULL("integer") ",\"max_ms\":" OR_NULL("integer")
#define FIGURE_NEEDS "\"rows\",\"numerator\",\"denominator\",\"pending\""
#define METRIC "\"name\":" STRING ",\"kpi\":" STRING ",\"label\":" LABEL_JSON ",\"note\":" LABEL_JSON ",\"register\":" STRING ",\"kind\":{\"type\":\"string\",\"enum\":[\"time\",\"share\",\"per_year\"]},\"better\":{\"type\":\"string\",\"enum\":[\"more\",\"less\"]},"
#define METRIC_NEEDS "\"name\",\"kpi\",\"label\",\"note\",\"register\",\"kind\",\"better\","
#define NOTES ",\"notes\":" LIST_OF(OBJECT("\"name\",\"clause\",\"text\",\"provisional\"", "\"name\":" STRING ",\"clause\":" STRING ",\"text\":" LABEL_JSON ",\"provisional\":" FLAG))
#define PACK ",\"pack\":" OBJECT("\"name\",\"version\",\"title\",\"sha256\"", "\"name\":" STRING ",\"version\":" STRING ",\"title\":" LABEL_JSON ",\"sha256\":" STRING)
#define BRACKET(type) "{\"type\":" type ",\"required\":[\"from\",\"to\"],\"properties\":{\"from\":" NUMBER ",\"to\":" OR_NULL("integer") "}}"
#define DRILLS LIST_OF(OBJECT("\"id\",\"number\",\"name\",\"kind\",\"state\",\"planned_on\"", "\"id\":" ID_JSON ",\"number\":" STRING ",\"name\":" STRING ",\"kind\":" STRING ",\"class\":" OR_NULL("string") ",\"state\":" STRING ",\"planned_on\":" STRING ",\"closed_on\":" OR_NULL("string")))
#define PATROL_ME OBJECT("\"id\",\"name\",\"phone\",\"duty\"", "\"id\":" ID_JSON ",\"name\":" STRING ",\"phone\":" STRING ",\"districts\":" OR_NULL("string") ",\"duty\":" OR_NULL("string"))
#define PATROL_TASK OBJECT("\"id\",\"number\",\"state\",\"incident\",\"what\",\"site\",\"contacts\",\"photos\"", \
	"\"id\":" ID_JSON ",\"number\":" STRING ",\"state\":" STRING ",\"instructions\":" OR_NULL("string") ",\"sent_ms\":" OR_NULL("integer") ",\"accepted_ms\":" OR_NULL("integer") \
	",\"answer_due_ms\":" OR_NULL("integer") ",\"en_route_ms\":" OR_NULL("integer") ",\"arrived_ms\":" OR_NULL("integer") ",\"left_ms\":" OR_NULL("integer") ",\"reported_ms\":" OR_NULL("integer") ",\"secure\":" OR_NULL("integer") \
	",\"result\":" OR_NULL("string") ",\"report\":" OR_NULL("string") \
	",\"incident\":" OBJECT("\"number\",\"severity\"", "\"number\":" STRING ",\"severity\":" STRING ",\"class\":" OR_NULL("string") ",\"opened_ms\":" OR_NULL("integer") \
	",\"class_label\":{\"type\":[\"object\",\"null\"],\"properties\":{\"zh\":" STRING ",\"en\":" STRING "}}") \
	",\"what\":" LIST_OF(OBJECT("\"summary\"", "\"summary\":" STRING ",\"zones\":" OR_NULL("string") ",\"opened_ms\":" OR_NULL("integer"))) \
	",\"site\":" OBJECT("\"name\",\"address\"", "\"name\":" STRING ",\"address\":" STRING ",\"phone\":" OR_NULL("string") ",\"district\":" OR_NULL("string") ",\"police_station\":" OR_NULL("string") \
	",\"access_notes\":" OR_NULL("string") ",\"map\":" OR_NULL("string") ",\"latitude_e6\":" OR_NULL("integer") ",\"longitude_e6\":" OR_NULL("integer")) \
	",\"contacts\":" LIST_OF(OBJECT("\"name\",\"role\",\"phone\"", "\"name\":" STRING ",\"role\":" STRING ",\"phone\":" STRING)) \
	",\"photos\":" LIST_OF(STRING))
#define REFS ",\"refs\":{\"type\":\"object\",\"additionalProperties\":" STRING "}"
#define CLOCK OBJECT("\"register\",\"row\",\"name\",\"label\",\"state\",\"started_ms\",\"due_ms\",\"stopped_ms\",\"share\",\"source\"", \
	"\"register\":" STRING ",\"row\":" ID_JSON ",\"name\":" STRING ",\"label\":" LABEL_JSON \
	",\"state\":{\"type\":\"string\",\"enum\":[\"running\",\"warned\",\"overdue\",\"met\",\"missed\",\"void\"]}" \
	",\"started_ms\":" NUMBER ",\"due_ms\":" NUMBER ",\"stopped_ms\":" OR_NULL("integer") ",\"share\":" NUMBER ",\"source\":" STRING)

/* Answers that are not rows: doc/api.md says the same in words. */
static const struct {
	const char *name, *json;
} fixed[] = {
	{ "Label", LABEL_JSON },
	{ "Problem", OBJECT("\"type\",\"status\",\"code\",\"title\",\"detail\"",
		"\"type\":" STRING ",\"status\":" NUMBER ",\"code\":" STRING ",\"title\":" STRING ",\"detail\":" STRING
		",\"position\":" NUMBER ",\"retry_after_ms\":" NUMBER ",\"current\":{\"type\":\"object\"},\"fields\":"
		LIST_OF(OBJECT("\"field\",\"code\",\"message\"", "\"field\":" STRING ",\"code\":" STRING ",\"message\":" STRING))) },
	{ "Session", OBJECT("\"user\",\"org\",\"roles\",\"role_labels\",\"permissions\",\"staff\",\"customer\",\"csrf\",\"totp\",\"must_change_password\",\"idle_ms\",\"expires_ms\",\"version\"",
		"\"user\":" OBJECT("\"id\",\"login\",\"name\"", "\"id\":" ID_JSON ",\"login\":" STRING ",\"name\":" STRING)
		",\"org\":" OBJECT("\"id\",\"name\",\"zone\",\"demo\"", "\"id\":" ID_JSON ",\"name\":" STRING ",\"zone\":" STRING ",\"demo\":" FLAG)
		",\"roles\":" LIST_OF(STRING) ",\"role_labels\":{\"type\":\"object\",\"additionalProperties\":" LABEL_JSON "}"
		",\"permissions\":" LIST_OF(STRING) ",\"staff\":" OR_NULL("string") ",\"customer\":" OR_NULL("string") ",\"csrf\":" STRING ",\"totp\":" FLAG
		",\"must_change_password\":" FLAG ",\"idle_ms\":" NUMBER ",\"expires_ms\":" NUMBER ",\"version\":" STRING ",\"node\":" NUMBER) },
	{ "Found", OBJECT("\"items\"", "\"items\":" LIST_OF(OBJECT("\"register\",\"id\",\"title\"",
		"\"register\":" STRING ",\"id\":" ID_JSON ",\"title\":" STRING))) },
	{ "Steps", OBJECT("\"state\",\"version\",\"steps\",\"clocks\"",
		"\"state\":" STRING ",\"version\":" NUMBER ",\"steps\":" LIST_OF(OBJECT("\"event\",\"label\",\"to\",\"allowed\",\"why\",\"required\",\"optional\"",
		"\"event\":" STRING ",\"label\":" LABEL_JSON ",\"to\":" STRING ",\"allowed\":" FLAG ",\"why\":" OR_NULL("string")
		",\"required\":" LIST_OF(STRING) ",\"optional\":" LIST_OF(STRING)))
		",\"clocks\":" LIST_OF(CLOCK)) },
	{ "Clocks", OBJECT("\"items\",\"refs\"", "\"items\":" LIST_OF(OBJECT("\"register\",\"row\",\"clock\"",
		"\"register\":" STRING ",\"row\":{\"type\":\"object\"},\"clock\":" CLOCK))
		",\"refs\":{\"type\":\"object\",\"additionalProperties\":" STRING "}") },
	{ "Journal", OBJECT("\"items\",\"next\",\"refs\"", "\"items\":" LIST_OF(OBJECT("\"id\",\"at_ms\",\"op\",\"changes\"",
		"\"id\":" ID_JSON ",\"at_ms\":" NUMBER ",\"pos\":" OR_NULL("integer") ",\"op\":" STRING ",\"event\":" OR_NULL("string")
		",\"from_state\":" OR_NULL("string") ",\"to_state\":" OR_NULL("string") ",\"reason\":" OR_NULL("string")
		",\"actor\":{\"type\":[\"object\",\"null\"],\"properties\":{\"id\":" ID_JSON ",\"name\":" STRING "}}"
		",\"changes\":" LIST_OF(OBJECT("\"field\"", "\"field\":" STRING ",\"from\":{},\"to\":{}"))))
		",\"next\":" OR_NULL("string") ",\"refs\":{\"type\":\"object\",\"additionalProperties\":" STRING "}") },
	{ "Signals", OBJECT("\"items\",\"next\",\"looked_to_ms\",\"refs\"",
		"\"items\":" LIST_OF(OBJECT("\"id\",\"received_ms\",\"priority\",\"state\",\"fate\"", SIGNAL_MEMBERS))
		",\"next\":" OR_NULL("string") ",\"looked_to_ms\":" OR_NULL("integer") REFS) },
	{ "Signal", OBJECT("\"id\",\"received_ms\",\"priority\",\"state\",\"fate\",\"raw\",\"data\",\"xdata\",\"again_of\",\"judged\",\"frame\",\"refs\"", SIGNAL_MEMBERS
		",\"raw\":" OR_NULL("string") ",\"data\":" OR_NULL("string") ",\"xdata\":" LIST_OF(OBJECT("\"id\",\"value\"", "\"id\":" STRING ",\"value\":" STRING))
		",\"again_of\":" OR_NULL("string") ",\"judged\":" OR_NULL("string") ",\"frame\":" LIST_OF(OBJECT("\"id\",\"received_ms\",\"priority\",\"state\",\"fate\"", SIGNAL_MEMBERS)) REFS) },
	{ "UnknownSignals", OBJECT("\"items\",\"heard\"", "\"items\":" LIST_OF(OBJECT("\"fate\",\"line\",\"account\",\"state\",\"n\",\"first_ms\",\"last_ms\",\"sample\"",
		"\"fate\":" STRING ",\"line\":" OR_NULL("string") ",\"account\":" OR_NULL("string") ",\"state\":" STRING ",\"n\":" NUMBER
		",\"first_ms\":" NUMBER ",\"last_ms\":" NUMBER ",\"sample\":" ID_JSON))
		",\"heard\":" LIST_OF(OBJECT("\"line\",\"account\",\"peer\",\"transport\",\"first_ms\",\"last_ms\",\"n\"",
		"\"line\":" STRING ",\"account\":" STRING ",\"peer\":" STRING ",\"transport\":" STRING ",\"first_ms\":" NUMBER ",\"last_ms\":" NUMBER ",\"n\":" NUMBER))) },
	{ "Settled", OBJECT("\"settled\"", "\"settled\":" NUMBER) },
	{ "Changed", OBJECT("\"id\",\"version\"", "\"id\":" ID_JSON ",\"version\":" NUMBER) },
	{ "Commission", OBJECT("\"state\",\"version\",\"since_ms\",\"zones\",\"seen\",\"test_ms\",\"needs_key\",\"has_key\",\"lacks\"",
		"\"state\":" STRING ",\"version\":" NUMBER ",\"since_ms\":" OR_NULL("integer")
		",\"zones\":" LIST_OF(OBJECT("\"id\",\"number\",\"name\",\"seen_ms\",\"signal\",\"n\"",
		"\"id\":" ID_JSON ",\"number\":" NUMBER ",\"name\":" STRING ",\"seen_ms\":" OR_NULL("integer") ",\"signal\":" OR_NULL("string") ",\"n\":" NUMBER))
		",\"seen\":" NUMBER ",\"test_ms\":" OR_NULL("integer") ",\"needs_key\":" FLAG ",\"has_key\":" FLAG
		",\"lacks\":" LIST_OF(OBJECT("\"what\",\"label\"", "\"what\":" STRING ",\"label\":" LABEL_JSON))) },
	{ "Stats", OBJECT("\"from_ms\",\"to_ms\",\"items\"", "\"from_ms\":" NUMBER ",\"to_ms\":" NUMBER ",\"items\":" LIST_OF(OBJECT(METRIC_NEEDS FIGURE_NEEDS, METRIC FIGURE))) },
	{ "Stat", OBJECT("\"from_ms\",\"to_ms\",\"by\",\"groups\",\"groups_n\",\"refs\"," METRIC_NEEDS FIGURE_NEEDS, "\"from_ms\":" NUMBER ",\"to_ms\":" NUMBER ",\"by\":" STRING ",\"groups_n\":" NUMBER
		",\"groups\":" LIST_OF(OBJECT("\"key\",\"label\"," FIGURE_NEEDS, "\"key\":" OR_NULL("string") ",\"label\":{\"type\":[\"object\",\"null\"],\"required\":[\"zh\",\"en\"],\"properties\":{\"zh\":" STRING ",\"en\":" STRING "}}," FIGURE)) "," METRIC FIGURE REFS) },
	{ "StatRows", OBJECT("\"items\",\"total\",\"next\",\"refs\"", "\"items\":" LIST_OF(OBJECT("\"id\",\"at_ms\",\"site\",\"zone\",\"owner\",\"cause\",\"class\",\"value_ms\",\"limit_ms\",\"numerator\",\"denominator\"",
		"\"id\":" ID_JSON ",\"at_ms\":" NUMBER ",\"site\":" OR_NULL("string") ",\"zone\":" OR_NULL("string") ",\"owner\":" OR_NULL("string") ",\"cause\":" STRING ",\"class\":" STRING
		",\"value_ms\":" OR_NULL("integer") ",\"limit_ms\":" OR_NULL("integer") ",\"numerator\":" NUMBER ",\"denominator\":" NUMBER))
		",\"total\":" NUMBER ",\"next\":" OR_NULL("string") REFS) },
	{ "NetStaffing", OBJECT("\"on\",\"pack\",\"clause\",\"customers\",\"bracket\",\"next\",\"near_next\",\"customers_before\",\"growth_months\",\"reach_on\",\"margin\",\"columns\",\"people\",\"brackets\",\"notes\"",
		"\"on\":" STRING PACK ",\"clause\":" STRING ",\"customers\":" NUMBER ",\"bracket\":" BRACKET("\"object\"") ",\"next\":" BRACKET("[\"object\",\"null\"]")
		",\"near_next\":" FLAG ",\"customers_before\":" NUMBER ",\"growth_months\":" NUMBER ",\"reach_on\":" OR_NULL("string")
		",\"margin\":" OBJECT("\"numerator\",\"denominator\",\"column\"", "\"numerator\":" NUMBER ",\"denominator\":" NUMBER ",\"column\":" STRING)
		",\"columns\":" LIST_OF(OBJECT("\"name\",\"label\",\"clause\",\"strict\",\"provisional\",\"required\",\"actual\",\"missing\",\"next_required\"",
		"\"name\":" STRING ",\"label\":" LABEL_JSON ",\"clause\":" STRING ",\"strict\":" FLAG ",\"provisional\":" FLAG ",\"required\":" NUMBER ",\"actual\":" NUMBER ",\"missing\":" NUMBER ",\"next_required\":" OR_NULL("integer")))
		",\"people\":" LIST_OF(OBJECT("\"staff\",\"name\",\"post\",\"column\",\"count\",\"reason\",\"certificate\"", "\"staff\":" ID_JSON ",\"name\":" STRING ",\"post\":" STRING ",\"column\":" STRING ",\"count\":" STRING ",\"reason\":" LABEL_JSON ",\"certificate\":" OR_NULL("string")))
		",\"brackets\":" LIST_OF(OBJECT("\"from\",\"to\",\"required\"", "\"from\":" NUMBER ",\"to\":" OR_NULL("integer") ",\"required\":" LIST_OF(NUMBER))) NOTES) },
	{ "NetAccounts", OBJECT("\"on\",\"items\",\"next\",\"refs\"", "\"on\":" STRING ",\"items\":" LIST_OF(OBJECT("\"panel\",\"name\",\"account\",\"site\",\"customer\",\"state\",\"commissioned_on\",\"contract\",\"count\"",
		"\"panel\":" ID_JSON ",\"name\":" STRING ",\"account\":" STRING ",\"site\":" ID_JSON ",\"customer\":" ID_JSON ",\"state\":" STRING ",\"commissioned_on\":" OR_NULL("string") ",\"contract\":" OR_NULL("string") ",\"count\":" STRING))
		",\"next\":" OR_NULL("string") REFS) },
	{ "NetPlans", OBJECT("\"on\",\"pack\",\"covered\",\"needed\",\"exercised\",\"issued\",\"since\",\"cells\",\"plans\",\"notes\"", "\"on\":" STRING PACK ",\"covered\":" NUMBER ",\"needed\":" NUMBER ",\"exercised\":" NUMBER ",\"issued\":" NUMBER ",\"since\":" STRING
		",\"cells\":" LIST_OF(OBJECT("\"class\",\"label\",\"priority\",\"plans\",\"plan\",\"covered\",\"exercised\"", "\"class\":" STRING ",\"label\":" LABEL_JSON ",\"priority\":" NUMBER ",\"plans\":" NUMBER ",\"plan\":" OR_NULL("string") ",\"covered\":" FLAG ",\"exercised\":" FLAG))
		",\"plans\":" LIST_OF(OBJECT("\"id\",\"number\",\"name\",\"band\",\"exercised_on\"", "\"id\":" ID_JSON ",\"number\":" STRING ",\"name\":" STRING ",\"class\":" OR_NULL("string") ",\"priority\":" OR_NULL("string") ",\"site\":" OR_NULL("string") ",\"band\":" STRING ",\"exercised_on\":" OR_NULL("string"))) NOTES) },
	{ "NetReminders", OBJECT("\"on\",\"items\"", "\"on\":" STRING ",\"items\":" LIST_OF(OBJECT("\"what\",\"n\",\"of\",\"on\"",
		"\"what\":{\"type\":\"string\",\"enum\":[\"staffing_short\",\"staffing_near\",\"drills\",\"plan_review\",\"holdup_test\"]},\"n\":" NUMBER ",\"of\":" OR_NULL("integer") ",\"on\":" OR_NULL("string")
		",\"register\":" STRING ",\"rows\":" LIST_OF(OBJECT("\"id\",\"name\",\"of\"", "\"id\":" ID_JSON ",\"name\":" STRING ",\"of\":" STRING))))) },
	{ "NetDrills", OBJECT("\"on\",\"pack\",\"year\",\"required\",\"closed\",\"missing\",\"remind\",\"items\",\"open\",\"notes\"", "\"on\":" STRING PACK ",\"year\":" NUMBER ",\"required\":" NUMBER ",\"closed\":" NUMBER ",\"missing\":" NUMBER ",\"remind\":" FLAG
		",\"items\":" DRILLS ",\"open\":" DRILLS NOTES) },
	{ "Supervision", OBJECT("\"items\",\"next\",\"counts\",\"storms\",\"refused\",\"refs\"", "\"items\":" LIST_OF(OBJECT(
		"\"panel\",\"site\",\"path\",\"state\",\"transport\",\"line\",\"peer\",\"carrier\",\"region\",\"storm\",\"node\",\"since_ms\",\"seen_ms\",\"signal_ms\",\"clock_diff_ms\",\"clock_off\",\"test_missing\",\"frames\",\"gaps\",\"repeats\"",
		"\"panel\":" ID_JSON ",\"site\":" ID_JSON ",\"path\":{\"type\":\"string\",\"enum\":[\"main\",\"backup\"]}"
		",\"state\":{\"type\":\"string\",\"enum\":[\"unsupervised\",\"waiting\",\"up\",\"overdue\"]},\"transport\":" OR_NULL("string")
		",\"line\":" OR_NULL("string") ",\"peer\":" OR_NULL("string") ",\"carrier\":" OR_NULL("string") ",\"region\":" OR_NULL("string") ",\"storm\":" OR_NULL("string") ",\"node\":" NUMBER ",\"since_ms\":" NUMBER
		",\"seen_ms\":" OR_NULL("integer") ",\"signal_ms\":" OR_NULL("integer") ",\"clock_diff_ms\":" OR_NULL("integer")
		",\"clock_off\":" FLAG ",\"test_missing\":" FLAG ",\"frames\":" NUMBER ",\"gaps\":" NUMBER ",\"repeats\":" NUMBER))
		",\"next\":" OR_NULL("string")
		",\"counts\":" OBJECT("\"unsupervised\",\"waiting\",\"up\",\"overdue\",\"tests\",\"clocks\"", "\"unsupervised\":" NUMBER ",\"waiting\":" NUMBER ",\"up\":" NUMBER ",\"overdue\":" NUMBER ",\"tests\":" NUMBER ",\"clocks\":" NUMBER)
		",\"storms\":" LIST_OF(OBJECT("\"group\",\"since_ms\",\"lost\",\"still\",\"paths\"",
		"\"group\":" STRING ",\"since_ms\":" NUMBER ",\"lost\":" NUMBER ",\"still\":" NUMBER ",\"paths\":" NUMBER))
		",\"refused\":" LIST_OF(OBJECT("\"panel\",\"why\",\"diff_ms\",\"first_ms\",\"last_ms\",\"n\"",
		"\"panel\":" ID_JSON ",\"why\":{\"type\":\"string\",\"enum\":[\"time\",\"key\",\"plain\"]},\"diff_ms\":" OR_NULL("integer") ",\"first_ms\":" NUMBER ",\"last_ms\":" NUMBER ",\"n\":" NUMBER)) REFS) },
	{ "RuleInForce", OBJECT("\"priority\",\"items\",\"refs\"", "\"priority\":" NUMBER ",\"items\":" LIST_OF(OBJECT("\"name\",\"value\",\"rule\"",
		"\"name\":" STRING ",\"value\":" NUMBER ",\"rule\":" OR_NULL("string"))) REFS) },
	{ "Desk", OBJECT("\"now_ms\",\"counts\",\"tally\",\"alarms\",\"total\",\"shift\",\"me\",\"flood\"", "\"now_ms\":" NUMBER
		",\"counts\":{\"type\":\"object\",\"additionalProperties\":" NUMBER "},\"tally\":" LIST_OF(OBJECT("\"state\",\"priority\",\"escalated\",\"n\",\"oldest_ms\"", "\"state\":" STRING
		",\"priority\":" STRING ",\"escalated\":" NUMBER ",\"n\":" NUMBER ",\"oldest_ms\":" NUMBER)) ",\"alarms\":" LIST_OF("{\"type\":\"object\"}") ",\"total\":" NUMBER
		",\"shift\":" OR_NULL("object") ",\"me\":" OBJECT("\"on_duty\",\"why\"", "\"on_duty\":" FLAG ",\"why\":" OR_NULL("string"))
		",\"flood\":" OBJECT("\"rate_10min\",\"operators\",\"per_operator\",\"is_flood\"", "\"rate_10min\":" NUMBER ",\"operators\":" NUMBER ",\"per_operator\":" NUMBER ",\"is_flood\":" FLAG)) },
	{ "Handover", OBJECT("\"shift\",\"snapshot\"", "\"shift\":" OR_NULL("string") ",\"snapshot\":" STRING) },
	{ "AlarmDesk", OBJECT("\"now_ms\",\"alarm\",\"steps\",\"clocks\",\"timeline\",\"refs\"", "\"now_ms\":" NUMBER ",\"alarm\":{\"type\":\"object\"}"
		",\"steps\":" LIST_OF("{\"type\":\"object\"}") ",\"clocks\":" LIST_OF(CLOCK) ",\"response_clocks\":" LIST_OF(CLOCK) ",\"plan_missing\":" OR_NULL("integer")
		",\"timeline\":" LIST_OF("{\"type\":\"object\"}") REFS) },
	{ "AlarmEntry", OBJECT("\"id\",\"kind\",\"alarm\",\"word_result\",\"alarm_state\",\"alarm_version\"", "\"id\":" ID_JSON ",\"kind\":" STRING ",\"alarm\":" ID_JSON
		",\"word_result\":" OR_NULL("string") ",\"alarm_state\":" STRING ",\"alarm_version\":" NUMBER) },
	{ "Bulk", OBJECT("\"items\"", "\"items\":" LIST_OF(OBJECT("\"id\",\"closed\",\"why\"", "\"id\":" STRING ",\"closed\":" FLAG ",\"why\":" OR_NULL("string")))) },
	{ "Patrols", OBJECT("\"items\"", "\"items\":" LIST_OF(OBJECT("\"id\",\"name\",\"phone\",\"in_district\",\"position_old\",\"open\",\"asked\",\"certified\"",
		"\"id\":" ID_JSON ",\"name\":" STRING ",\"phone\":" STRING ",\"plate\":" STRING ",\"districts\":" STRING ",\"in_district\":" FLAG ",\"distance_m\":" OR_NULL("integer")
		",\"position_ms\":" OR_NULL("integer") ",\"position_old\":" FLAG ",\"open\":" NUMBER ",\"asked\":" FLAG ",\"certified\":" FLAG))) },
	{ "Text", OBJECT("\"text\"", "\"text\":" STRING) },
	{ "PatrolMe", PATROL_ME },
	{ "PatrolTask", PATROL_TASK },
	{ "PatrolMine", OBJECT("\"patrol\",\"now_ms\",\"items\"", "\"patrol\":" PATROL_ME ",\"now_ms\":" NUMBER ",\"items\":" LIST_OF(PATROL_TASK)) },
	{ "Meta", OBJECT("\"groups\",\"registers\",\"processes\"",
		"\"groups\":" LIST_OF("{\"type\":\"object\"}") ",\"registers\":" LIST_OF("{\"type\":\"object\"}") ",\"processes\":" LIST_OF("{\"type\":\"object\"}")) },
	{ "Ready", OBJECT("\"ready\"", "\"ready\":" FLAG) },
	{ "Tokens", OBJECT("\"items\"", "\"items\":" LIST_OF(OBJECT("\"id\",\"name\",\"scopes\"",
		"\"id\":" ID_JSON ",\"name\":" STRING ",\"scopes\":" LIST_OF(STRING) ",\"created_ms\":" NUMBER
		",\"expires_ms\":" OR_NULL("integer") ",\"last_used_ms\":" OR_NULL("integer")))) },
	{ "Token", OBJECT("\"id\",\"token\"", "\"id\":" ID_JSON ",\"token\":" STRING) },
	{ "Secrets", OBJECT("\"items\"", "\"items\":" LIST_OF(OBJECT("\"name\",\"changed_ms\"",
		"\"name\":" STRING ",\"changed_ms\":" NUMBER))) },
	{ "Totp", OBJECT("\"secret\",\"uri\"", "\"secret\":" STRING ",\"uri\":" STRING) },
	{ "ImportResult", OBJECT("\"rows\",\"good\",\"created\",\"updated\",\"bad\",\"errors\",\"errors_cut\"",
		"\"rows\":" NUMBER ",\"good\":" NUMBER ",\"created\":" NUMBER ",\"updated\":" NUMBER ",\"bad\":" NUMBER ",\"errors_cut\":" FLAG
		",\"rejected_csv\":" STRING ",\"errors\":" LIST_OF(OBJECT("\"line\",\"message\"",
		"\"line\":" NUMBER ",\"column\":{\"type\":[\"string\",\"integer\",\"null\"]},\"field\":" OR_NULL("string") ",\"value\":" OR_NULL("string") ",\"code\":" STRING ",\"message\":" STRING))) },
	{ "File", OBJECT("\"sha256\",\"size\",\"type\"", "\"sha256\":" STRING ",\"size\":" NUMBER ",\"type\":" STRING ",\"name\":" OR_NULL("string")) },
};
/* clang-format on */

void
schema_ref(struct jw *j, const char *name, const char *suffix)
{
	char ref[128];

	(void)snprintf(ref, sizeof(ref), "#/components/schemas/%s%s", name,
		       suffix);
	jw_begin(j, '{');
	jw_key(j, "$ref");
	jw_text(j, ref);
	jw_end(j, '}');
}

static void
pair(struct jw *j, const char *key, const char *value)
{
	jw_key(j, key);
	jw_text(j, value);
}

/* "type": T, or [T, "null"] where empty is allowed. */
static void
type_member(struct jw *j, const char *type, bool nullable)
{
	jw_key(j, "type");
	if (!nullable) {
		jw_text(j, type);
		return;
	}
	jw_begin(j, '[');
	jw_text(j, type);
	jw_text(j, "null");
	jw_end(j, ']');
}

static void
enum_member(struct jw *j, const struct option *o, bool nullable)
{
	jw_key(j, "enum");
	jw_begin(j, '[');
	for (; o != NULL && o->value != NULL; o++)
		jw_text(j, o->value);
	if (nullable)
		jw_null(j);
	jw_end(j, ']');
}

static void
set_schema(struct jw *j, const struct field *f)
{
	pair(j, "type", "array");
	jw_key(j, "items");
	jw_begin(j, '{');
	pair(j, "type", "string");
	enum_member(j, f->options, false);
	jw_end(j, '}');
}

static void
field_schema(struct jw *j, const struct field *f, bool input)
{
	bool nullable = (f->flags & REQUIRED) == 0 || f->when != NULL;

	jw_begin(j, '{');
	pair(j, "description", f->label.en);
	if (f->type == F_SET) {
		set_schema(j, f);
	} else if (f->type == F_BOOL || (f->type == F_SECRET && !input)) {
		type_member(j, "boolean", nullable);
	} else if (field_is_text(f->type) || f->type == F_REF) {
		type_member(j, "string", nullable);
		if (f->type == F_ENUM)
			enum_member(j, f->options, nullable);
		if (f->type == F_DATE)
			pair(j, "format", "date");
		if (f->type == F_REF)
			pair(j, "pattern", "^[0-9]+$");
	} else {
		type_member(j, "integer", nullable);
		if (f->min != 0 || f->max != 0) {
			jw_key(j, "minimum");
			jw_int(j, f->min);
			jw_key(j, "maximum");
			jw_int(j, f->max);
		}
	}
	jw_end(j, '}');
}

static void
required_list(struct jw *j, const struct reg *r)
{
	jw_key(j, "required");
	jw_begin(j, '[');
	for (size_t i = 0; i < r->n_fields; i++)
		if ((r->fields[i].flags & REQUIRED) != 0 &&
		    r->fields[i].when == NULL)
			jw_text(j, r->fields[i].name);
	jw_end(j, ']');
}

static void
input_schema(struct jw *j, const struct reg *r)
{
	char name[80];

	(void)snprintf(name, sizeof(name), "%s_input", r->name);
	jw_key(j, name);
	jw_begin(j, '{');
	pair(j, "type", "object");
	required_list(j, r);
	jw_key(j, "additionalProperties");
	jw_bool(j, false);
	jw_key(j, "properties");
	jw_begin(j, '{');
	for (size_t i = 0; i < r->n_fields; i++) {
		if ((r->fields[i].flags & READONLY) != 0)
			continue;
		jw_key(j, r->fields[i].name);
		field_schema(j, &r->fields[i], true);
	}
	jw_end(j, '}');
	jw_end(j, '}');
}

static void
common_properties(struct jw *j)
{
	static const char *const times[] = { "created_ms", "changed_ms" };
	static const char *const users[] = { "created_by", "changed_by" };

	jw_key(j, "id");
	jw_raw(j, STR(ID_JSON));
	jw_key(j, "version");
	jw_raw(j, STR(NUMBER));
	for (size_t i = 0; i < 2; i++) {
		jw_key(j, times[i]);
		jw_raw(j, STR(NUMBER));
		jw_key(j, users[i]);
		jw_raw(j, STR(OR_NULL("string")));
	}
	jw_key(j, "retired_ms");
	jw_raw(j, STR(OR_NULL("integer")));
}

static void
row_schema(struct jw *j, const struct reg *r)
{
	jw_key(j, r->name);
	jw_begin(j, '{');
	pair(j, "type", "object");
	jw_key(j, "required");
	jw_raw(j, STR("[\"id\",\"version\",\"created_ms\",\"changed_ms\"]"));
	jw_key(j, "properties");
	jw_begin(j, '{');
	common_properties(j);
	for (size_t i = 0; i < r->n_fields; i++) {
		jw_key(j, r->fields[i].name);
		field_schema(j, &r->fields[i], false);
	}
	jw_key(j, "refs");
	jw_raw(j, STR("{\"type\":\"object\",\"additionalProperties\":" STRING
		      "}"));
	jw_end(j, '}');
	jw_end(j, '}');
}

static void
page_schema(struct jw *j, const struct reg *r)
{
	char name[80];

	(void)snprintf(name, sizeof(name), "%s_page", r->name);
	jw_key(j, name);
	jw_begin(j, '{');
	pair(j, "type", "object");
	jw_key(j, "required");
	jw_raw(j,
	       STR("[\"items\",\"next\",\"total\",\"total_exact\",\"refs\"]"));
	jw_key(j, "properties");
	jw_begin(j, '{');
	jw_key(j, "items");
	jw_begin(j, '{');
	pair(j, "type", "array");
	jw_key(j, "items");
	schema_ref(j, r->name, "");
	jw_end(j, '}');
	jw_key(j, "next");
	jw_raw(j, STR(OR_NULL("string")));
	jw_key(j, "total");
	jw_raw(j, STR(NUMBER));
	jw_key(j, "total_exact");
	jw_raw(j, STR(FLAG));
	jw_key(j, "refs");
	jw_raw(j, STR("{\"type\":\"object\",\"additionalProperties\":" STRING
		      "}"));
	jw_end(j, '}');
	jw_end(j, '}');
}

void
members_json(struct jw *j, const struct member *m, size_t n)
{
	static const char *const types[] = { "string", "integer", "string",
					     "boolean", "array" };

	jw_begin(j, '{');
	pair(j, "type", "object");
	jw_key(j, "additionalProperties");
	jw_bool(j, false);
	jw_key(j, "required");
	jw_begin(j, '[');
	for (size_t i = 0; i < n; i++)
		if (m[i].required)
			jw_text(j, m[i].name);
	jw_end(j, ']');
	jw_key(j, "properties");
	jw_begin(j, '{');
	for (size_t i = 0; i < n; i++) {
		jw_key(j, m[i].name);
		jw_begin(j, '{');
		pair(j, "type", types[m[i].type]);
		if (m[i].type == MEMBER_TEXTS) {
			jw_key(j, "items");
			jw_raw(j, STR(STRING));
		}
		if (m[i].label.en != NULL)
			pair(j, "description", m[i].label.en);
		jw_end(j, '}');
	}
	jw_end(j, '}');
	jw_end(j, '}');
}

void
schemas_json(struct jw *j)
{
	jw_begin(j, '{');
	for (size_t i = 0; i < ARRAY_LEN(fixed); i++) {
		jw_key(j, fixed[i].name);
		jw_raw(j, str_of(fixed[i].json));
	}
	for (size_t i = 0; registers[i] != NULL; i++) {
		row_schema(j, registers[i]);
		input_schema(j, registers[i]);
		page_schema(j, registers[i]);
	}
	jw_end(j, '}');
}
