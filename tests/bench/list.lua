-- list.lua - wrk: pages of a list, one after the other.
--
-- wrk ... -s list.lua URL -- PATHS SESSIONS
--   PATHS: a file of paths, one a line; SESSIONS: lines "cookie csrf"
local paths, sessions, at = {}, {}, 0

function init(args)
	for line in io.lines(args[1]) do
		paths[#paths + 1] = line
	end
	for line in io.lines(args[2]) do
		sessions[#sessions + 1] = {
			["Cookie"] = "anwei_session=" .. line:match("^%S+"),
		}
	end
end

function request()
	at = at + 1
	return wrk.format("GET", paths[at % #paths + 1],
		sessions[at % #sessions + 1])
end
