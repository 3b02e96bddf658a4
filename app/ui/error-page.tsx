// What people see when a page cannot be shown: what happened, what to do, and the id under which the log has the rest.
import { isVendorAddress } from "#app/domain/access/vendor-address.ts";
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import { OtherLanguage } from "./portal/other-language.tsx";
import { useRequestFacts } from "./request-facts.ts";
import { SignInShell } from "./sign-in-shell.tsx";
import { useWords } from "./words.ts";

export interface ErrorPageProps {
  status: number;
  detail?: string | undefined;
  state?: string | undefined;
  traceId: string;
}

function pageOf(status: number, { pages, unexpected }: Messages["errors"]): { title: string; detail: string } {
  return pages[status as keyof typeof pages] ?? unexpected;
}

/** Title of the document for the same status. */
export function errorTitle(status: number, language: Language): string {
  return pageOf(status, messages[language].errors).title;
}

export function ErrorPage({ status, detail, state, traceId }: ErrorPageProps) {
  const { errors } = useWords();
  const { address } = useRequestFacts();
  const isVendors = isVendorAddress(address);
  // A vendor reads words of its language; other states are ours to know.
  const stands = isVendors ? errors.states[state as AssessmentStatus] : state;
  const { title, detail: fallback } = pageOf(status, errors);
  return (
    <SignInShell
      title={title}
      foot={
        <>
          {traceId ? errors.trace(status, traceId) : String(status)} {isVendors && <OtherLanguage />}
        </>
      }
    >
      <p>{detail ?? fallback}</p>
      {stands ? <p>{errors.now(stands)}</p> : null}
      <p>
        <a href={isVendors ? "/vendor" : "/"}>{errors.home}</a>
      </p>
    </SignInShell>
  );
}
