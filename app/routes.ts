// Every screen and its address. A route without a row in domain/access/route-access.ts fails the security tests.
import { layout, type RouteConfig, route } from "@remix-run/route-config";

export default [
  route("login", "routes/login/route.tsx"),
  route("logout", "routes/logout/route.tsx"),
  route("setup", "routes/setup/route.tsx"),
  route("password/:token", "routes/password/route.tsx"),
  layout("routes/internal/layout.tsx", [
    route("/", "routes/home/route.tsx", { index: true }),
    route("settings", "routes/settings/route.tsx"),
    route("vendors", "routes/vendors/route.tsx"),
    route("settings/people", "routes/people/route.tsx"),
    route("audit", "routes/audit/route.tsx"),
  ]),
  route("audit/export", "routes/audit-export/route.tsx"),
  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
