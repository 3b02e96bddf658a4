// The vendor's frame filled in: who asks, until when, whom to ask, how far. Every page of the portal stands in it.
import type { ReactNode } from "react";
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import { formatDay } from "../format.ts";
import { VendorShell } from "../vendor-shell.tsx";
import { useKitWords } from "../words.ts";
import { OtherLanguage } from "./other-language.tsx";

export interface PortalPageProps {
  frame: Omit<VendorFrame, "you">;
  words: Messages["portal"];
  /** Shows the thin bar with a link back to this place. */
  back?: { href: string; label: string };
  /** The switch of the language, where it is not a plain link; null for our own people. */
  language?: ReactNode;
  children: ReactNode;
}

export function PortalPage({ frame, words, back, language = <OtherLanguage />, children }: PortalPageProps) {
  const kit = useKitWords();
  const { answered, required } = frame.progress;
  return (
    <VendorShell
      asker={frame.asker}
      due={frame.dueOn === null || !frame.isOpen ? undefined : formatDay(frame.dueOn, frame.today, kit)}
      help={frame.help ?? undefined}
      language={language}
      progress={
        back && {
          label: words.section.progress(answered, required),
          value: answered,
          max: Math.max(1, required),
          back,
          note: (
            <>
              <span data-progress="">{words.section.ofAll(answered, required)}</span>
              <span className="wide">{words.section.answered}</span>
            </>
          ),
          saved: <span className="saved" data-saved-all="" role="status" />,
        }
      }
    >
      {children}
    </VendorShell>
  );
}

/** Title of a document: what it is, then who asks. */
export function portalTitle(
  say: (words: Messages["portal"]) => string,
  frame: Pick<VendorFrame, "asker" | "language"> | undefined,
  hasError = false,
): string {
  const { kit, portal } = messages[frame?.language ?? "en"];
  return `${hasError ? `${kit.error} ` : ""}${say(portal)}${frame ? ` · ${frame.asker}` : ""}`;
}
