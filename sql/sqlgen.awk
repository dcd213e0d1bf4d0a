# sqlgen.awk - named statements in .sql files to one C table.
# usage: awk -v part=h|c -f sqlgen.awk src/*/*.sql
#
#   -- name: order_due          begins a statement; ends with ;
#   -- for: sqlite | pg         what follows is for that database only
#   -- scan: reason             a full scan is right here
#   -- any_org: reason          names no organisation on purpose
#   -- anything else            a comment
function put(which, line) {
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	body[which] = body[which] "\n\t    \"" line "\\n\""
}
function add(line) {
	if (target != "pg") put("sqlite", line)
	if (target != "sqlite") put("pg", line)
	rest = line
	while (match(rest, /\$[0-9]+/)) {
		if (substr(rest, RSTART + 1, RLENGTH - 1) + 0 > args)
			args = substr(rest, RSTART + 1, RLENGTH - 1) + 0
		rest = substr(rest, RSTART + RLENGTH)
	}
}
function text(which) {
	return body[which] == "" ? "NULL" : body[which]
}
function quoted(s) {
	gsub(/"/, "\\\"", s)
	return s == "" ? "NULL" : "\"" s "\""
}
function flush_one() {
	if (name == "") return
	if (!ended) {
		print file ": " name ": no ; at the end" > "/dev/stderr"
		exit 1
	}
	if (name in seen) {
		print file ": " name ": twice" > "/dev/stderr"
		exit 1
	}
	seen[name] = 1
	if (part == "h") printf "\tSTMT_%s,\n", toupper(name)
	else printf "\t[STMT_%s] = { \"%s\", { [DB_SQLITE] =%s, [DB_POSTGRES] =%s }, %d, %s, %s },\n", \
		toupper(name), name, text("sqlite"), text("pg"), args, quoted(scan), quoted(anyorg)
	name = ""
}
BEGIN {
	print "/* made by sqlgen.awk; do not edit */"
	if (part == "h") print "#ifndef GEN_STMT_H\n#define GEN_STMT_H\nenum {"
	else print "#include \"db/db.h\"\n#include \"gen/stmt.h\"\nextern const struct stmt stmt_static[];\nconst struct stmt stmt_static[STMT_N + 1] = {"
}
/^-- name: / {
	flush_one(); file = FILENAME
	name = $3; target = "both"; args = 0; ended = 0
	body["sqlite"] = body["pg"] = scan = anyorg = ""
	next
}
/^-- for: / { target = $3; next }
/^-- scan: / { scan = substr($0, 10); next }
/^-- any_org: / { anyorg = substr($0, 13); next }
/^[ \t]*--/ || /^[ \t]*$/ { next }
name != "" {
	line = $0
	if (line ~ /;[ \t]*$/) { ended = 1; sub(/;[ \t]*$/, "", line) }
	add(line)
}
END {
	flush_one()
	print part == "h" ? "\tSTMT_N\n};\n#endif" : "};"
}
