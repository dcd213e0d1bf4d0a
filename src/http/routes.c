/* routes.c - the list of route tables; fixed paths before {r}. */
#include "http/api.h"

/* clang-format off */
const struct route *const route_tables[] = {
	health_routes,
	session_routes,
	account_routes,
	secret_routes,
	meta_routes,
	desk_routes,
	patrol_routes,
	process_routes,
	journal_routes,
	file_routes,
	sheet_routes,
	unknown_routes, /* signal/unknown before signal/{id} */
	signal_routes,
	commission_routes,
	net_routes,
	supervision_routes,
	rule_routes,
	stat_routes,
	register_routes,
	NULL
};
/* clang-format on */
