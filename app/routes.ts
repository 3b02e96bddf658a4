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
  route("v/:token", "routes/portal-door/route.tsx"),
  route("vendor", "routes/portal-tasks/route.tsx"),
  route("vendor/signed-out", "routes/portal-signed-out/route.tsx"),
  route("vendor/sections/:section", "routes/portal-section/route.tsx"),
  route("vendor/evidence/:question", "routes/portal-evidence/route.tsx"),
  route("vendor/ask/:question?", "routes/portal-ask/route.tsx"),
  route("vendor/check", "routes/portal-check/route.tsx"),
  route("vendor/receipt", "routes/portal-receipt/route.tsx"),
  route("vendor/clarifications", "routes/portal-clarifications/route.tsx"),
  route("vendor/copy", "routes/portal-copy/route.tsx"),
  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
