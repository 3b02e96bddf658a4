// For whom the draft is, how long it is kept, who changed it last, and the way to take that back.
import { type Category, categoryTexts } from "#app/domain/vendor/categories.ts";
import { Button } from "#app/ui/button.tsx";
import { draftHref, Revision } from "#app/ui/editor/draft-head.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { formatCount, formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";

const languages = { en: "English", de: "German" } as const;

export interface DraftFactsProps {
  view: {
    draftId: string;
    revision: number;
    languages: readonly ("en" | "de")[];
    categories: readonly Category[];
    tiers: readonly number[];
    license: string;
    timeZone: string;
    expiresAt: string | Date;
    changed: { what: string | null; at: string | Date; by: string };
    mayUndo: boolean;
    untranslated: readonly { language: "en" | "de"; texts: number }[];
    scales: readonly string[];
    origin: { kind: string; isForeign: boolean } | null;
  };
}

export function DraftFacts({ view }: DraftFactsProps) {
  const { draftId, changed, timeZone, untranslated, scales, origin } = view;
  const base = draftHref(draftId);
  const missing = new Map(untranslated.map(({ language, texts }) => [language, texts]));
  const who = view.categories.length === 0 ? "Any vendor" : view.categories.map((category) => categoryTexts[category]).join(", ");
  const facts = [
    { name: "For", value: `${who}${view.tiers.length === 0 ? "" : `, tier ${view.tiers.join(", ")}`}` },
    {
      name: "Languages",
      value: view.languages
        .map(
          (language) =>
            `${languages[language]}${missing.get(language) ? ` (${formatCount(missing.get(language) ?? 0)} texts missing)` : ""}`,
        )
        .join(", "),
    },
    {
      name: "Scales",
      value: (
        <span className="row">
          {scales.map((scale) => (
            <a key={scale} href={`${base}/scale/${scale}`}>
              {scale}
            </a>
          ))}
          <a href={`${base}/scale`}>Add scale</a>
        </span>
      ),
    },
    ...(origin ? [{ name: "Read from", value: <a href={`/questionnaires/import/${draftId}`}>{origin.kind}</a> }] : []),
    {
      name: "Last change",
      value: (
        <form method="post" className="row">
          <Revision of={view} />
          <span>
            {changed.what ?? "begun"}, {formatInstant(new Date(changed.at), timeZone)}, by {changed.by}
          </span>
          {view.mayUndo && (
            <Button name="intent" value="undo" icon="undo-2">
              Undo
            </Button>
          )}
        </form>
      ),
    },
    { name: "Kept until", value: `${formatInstant(new Date(view.expiresAt), timeZone)}; every change keeps it for 30 days more` },
  ];
  return (
    <section className="draft-facts" aria-label="About this draft">
      <Facts facts={facts} />
      <LinkButton href={`${base}/about`} icon="pencil">
        Edit title and scope
      </LinkButton>
    </section>
  );
}
