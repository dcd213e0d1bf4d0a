-- create.lua - wrk: one new customer per request, sessions in turn.
--
-- wrk ... -s create.lua URL -- SESSIONS START
--   SESSIONS: a file of lines "cookie csrf"; START: the first number
local sessions, at, no = {}, 0, 0

function init(args)
	for line in io.lines(args[1]) do
		local cookie, csrf = line:match("^(%S+) (%S+)$")
		sessions[#sessions + 1] = {
			["Content-Type"] = "application/json",
			["Cookie"] = "anwei_session=" .. cookie,
			["X-CSRF-Token"] = csrf,
		}
	end
	no = tonumber(args[2])
end

function request()
	at = at % #sessions + 1
	no = no + 1
	local body = string.format('{"name":"示例用户单位 %09d",' ..
		'"category":"enterprise","key_unit":"none",' ..
		'"address":"示例路 %d 号","phone":"010-12345678"}', no, no)
	return wrk.format("POST", "/api/v1/customer", sessions[at], body)
end
