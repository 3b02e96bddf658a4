// Sign out: a POST only, so that no link or image can do it.
import { redirect } from "@remix-run/node";
import { signOut } from "#app/server/people/sign-out.server.ts";
import { clearCookie, staffCookie } from "#app/server/platform/cookies.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";

export const loader = staffPage(async () => redirect("/"));

export const action = staffAction(async (ctx) => {
  await signOut(ctx);
  return redirect("/login", { headers: { "Set-Cookie": clearCookie(staffCookie), "Clear-Site-Data": '"cache", "storage"' } });
});
