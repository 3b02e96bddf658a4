// The document around every page. No framework script is sent to the browser; screens that get better with script name a small
// enhancer of their own.
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useMatches, useRouteError } from "@remix-run/react";
import { languageNamed } from "./domain/questionnaire/questionnaire.ts";
import { messages } from "./i18n/messages.ts";
import { ErrorPage, errorTitle } from "./ui/error-page.tsx";
import { useRequestFacts } from "./ui/request-facts.ts";
import stylesheet from "./ui/styles/vouchsafe.css?url";
import { Words } from "./ui/words.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/images/apple-touch-icon.png" },
];

export const meta: MetaFunction = ({ error }) => {
  if (!error) return [{ title: "Vouchsafe" }];
  const { status, data } = isRouteErrorResponse(error) ? error : { status: 500, data: undefined };
  const { language } = (data ?? {}) as { language?: string };
  return [{ title: `${errorTitle(status, languageNamed(language))} · Vouchsafe` }];
};

/** What a route may say about its document through `handle`. */
export interface DocumentHandle {
  /** Address of an enhancer script, from `import url from "./x.ts?worker&url"`. */
  enhancer?: string;
}

export function Layout({ children }: { children: React.ReactNode }) {
  const { nonce, language } = useRequestFacts();
  const enhancers = useMatches().flatMap(({ handle }) => (handle as DocumentHandle | undefined)?.enhancer ?? []);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
        {enhancers.map((src) => (
          <script key={src} type="module" src={src} nonce={nonce} />
        ))}
      </head>
      <body>
        <Words.Provider value={messages[language]}>{children}</Words.Provider>
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { traceId } = useRequestFacts();
  if (isRouteErrorResponse(error)) {
    const body = (error.data ?? {}) as { detail?: string; state?: string };
    return <ErrorPage status={error.status} detail={body.detail} state={body.state} traceId={traceId} />;
  }
  return <ErrorPage status={500} traceId={traceId} />;
}
