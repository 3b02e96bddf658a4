// Sign-in through remix-auth: it only authenticates, sessions are our own table. One authenticator per request, so no module state.
import { Authenticator } from "remix-auth";
import { FormStrategy } from "remix-auth-form";
import type { SignedIn } from "../people/sign-in.server.ts";
import type { AnonymousContext } from "./request-context.server.ts";

export type PasswordSignIn = (ctx: AnonymousContext, form: FormData) => Promise<SignedIn>;

/** Runs the named strategy over the posted form; the strategy's errors come through unchanged. */
export async function authenticate(ctx: AnonymousContext, request: Request, form: FormData, byPassword: PasswordSignIn): Promise<SignedIn> {
  const authenticator = new Authenticator<SignedIn>().use(new FormStrategy<SignedIn>((given) => byPassword(ctx, given.form)), "password");
  // The form was read already; the strategy reads it once more from a request of its own.
  const again = new Request(request.url, { method: "POST", body: form });
  return authenticator.authenticate("password", again);
}
