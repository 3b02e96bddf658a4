// The shape of every loader and action: find out who asks, run, map expected errors to HTTP. Routes stay thin because of it.
// A loader throws errors to the nearest boundary; an action gives "invalid" and "conflict" back to its form with what was typed.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isDomainError } from "#app/domain/errors.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { recordDenial } from "../audit/record-denial.server.ts";
import { bodyOf, type ErrorBody, headersOf, statusOf } from "./http-errors.server.ts";
import { inLanguage } from "./refusal.server.ts";
import {
  type AnonymousContext,
  anonymousContext,
  type PersonContext,
  requireContext,
  requireVendorContext,
  type VendorContext,
} from "./request-context.server.ts";
import { safePath } from "./safe-redirect.server.ts";

export interface PageArgs {
  params: Record<string, string | undefined>;
  url: URL;
  request: Request;
  /** What the reader reads. */
  language: Language;
  /** The form of this page was just refused: its title begins with "Error:". */
  hasFailed: boolean;
}

export interface FormArgs extends Omit<PageArgs, "hasFailed"> {
  form: FormData;
}

/** What an action gives back to its form. */
export interface FormError extends ErrorBody {
  /** As typed; never passwords or files. */
  values: Record<string, string | string[]>;
}

export interface FormFailure {
  error: FormError;
}

export const staffPage = <T>(read: (ctx: PersonContext, args: PageArgs) => Promise<T>) => page(requireContext, read, toSignIn);
export const vendorPage = <T>(read: (ctx: VendorContext, args: PageArgs) => Promise<T>) => page(requireVendorContext, read, toExpiredDoor);
export const publicPage = <T>(read: (ctx: AnonymousContext, args: PageArgs) => Promise<T>) => page(anonymousContext, read, toSignIn);

export const staffAction = <T>(run: (ctx: PersonContext, args: FormArgs) => Promise<T>) => action(requireContext, run, toSignIn);
export const vendorAction = <T>(run: (ctx: VendorContext, args: FormArgs) => Promise<T>) =>
  action(requireVendorContext, run, toExpiredDoor);
export const publicAction = <T>(run: (ctx: AnonymousContext, args: FormArgs) => Promise<T>) => action(anonymousContext, run, toSignIn);

function page<C, T>(
  who: (args: LoaderFunctionArgs) => Promise<C>,
  read: (ctx: C, args: PageArgs) => Promise<T>,
  door: (request: Request) => Response,
) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      const hasFailed = args.context.memo.has(failed);
      const { language } = args.context;
      return await read(await who(args), {
        params: args.params,
        url: new URL(args.request.url),
        request: args.request,
        language,
        hasFailed,
      });
    } catch (error) {
      throw await outcome(error, args, door);
    }
  };
}

function action<C, T>(
  who: (args: ActionFunctionArgs) => Promise<C>,
  run: (ctx: C, args: FormArgs) => Promise<T>,
  door: (request: Request) => Response,
) {
  return async (args: ActionFunctionArgs) => {
    let form: FormData | undefined;
    try {
      const ctx = await who(args);
      form = await args.request.formData();
      const { params, request, context } = args;
      const answer = await run(ctx, { params, url: new URL(request.url), request, language: context.language, form });
      if (isRefusal(answer)) markFailed(args.context);
      return answer;
    } catch (error) {
      if (form && (isDomainError(error, "invalid") || isDomainError(error, "conflict"))) {
        markFailed(args.context);
        const said = inLanguage(error, args.context.language);
        const failure: FormFailure = { error: { ...bodyOf(said), values: valuesOf(form) } };
        return data(failure, { status: statusOf[error.code] });
      }
      throw await outcome(error, args, door);
    }
  };
}

/** Name in the request's memo under which an action tells the loaders after it that it refused. */
const failed = "form refused";

function markFailed({ memo }: ActionFunctionArgs["context"]): void {
  memo.set(failed, Promise.resolve(true));
}

/** An action that refused by itself: `data(…, { status: 4xx })`. */
function isRefusal(answer: unknown): boolean {
  const init = (answer as { init?: ResponseInit | null } | null | undefined)?.init;
  return typeof init?.status === "number" && init.status >= 400;
}

async function outcome(error: unknown, { request, context }: LoaderFunctionArgs, door: (request: Request) => Response): Promise<unknown> {
  if (!isDomainError(error)) return error;
  await recordDenial(context, error);
  if (error.code === "unauthenticated") return door(request);
  for (const [name, value] of Object.entries(headersOf(error))) context.headers.set(name, value);
  const { language, traceId } = context;
  return data({ ...bodyOf(inLanguage(error, language)), traceId, language }, { status: statusOf[error.code] });
}

function toSignIn(request: Request): Response {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, "");
  const next = request.method === "GET" && path !== "/" ? `?next=${encodeURIComponent(safePath(path + url.search))}` : "";
  return redirect(`/login${next}`);
}

function toExpiredDoor(): Response {
  return redirect("/vendor/signed-out");
}

/** What was typed, for showing it again; never passwords, codes or files. */
export function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (/password|code/i.test(name)) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return values;
}
