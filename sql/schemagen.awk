# schemagen.awk - numbered migrations to one C table.
# 0007_x.sql is for both databases; 0007_x.sqlite.sql and 0007_x.pg.sql where
# the dialects must differ.
function close_one() { if (open) print "" ; open = 0 }
BEGIN {
	print "/* made by schemagen.awk; do not edit */"
	print "#include \"db/schema.h\""
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
	print "const struct migration migrations[] = {"
}
FNR == 1 {
	if (open) print " },"
	open = 1
	n = split(FILENAME, path, "/")
	file = path[n]
	which = file ~ /\.sqlite\.sql$/ ? 1 : file ~ /\.pg\.sql$/ ? 2 : 3
	label = file
	sub(/\.(sqlite|pg)\.sql$/, "", label)
	sub(/\.sql$/, "", label)
	printf "\t{ %d, \"%s\", %d,", substr(file, 1, 4) + 0, substr(label, 6), which
}
{
	line = $0
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	printf "\n\t  \"%s\\n\"", line
}
END {
	if (open) print " },"
	print "\t{ 0, NULL, 0, NULL }\n};"
}
