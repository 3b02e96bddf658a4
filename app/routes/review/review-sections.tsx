// Sections of the questionnaire, each with how much of it is reviewed.
import type { ReviewView } from "#app/server/assessments/review/review-page.queries.server.ts";
import { Icon } from "#app/ui/icon.tsx";

export function ReviewSections({ view: { sections, section, filter } }: { view: ReviewView }) {
  return (
    <nav className="rsec" aria-label="Sections">
      <h2>Sections</h2>
      <ol>
        {sections.map(({ key, title, done, total }) => (
          <li key={key}>
            <a href={`?section=${encodeURIComponent(key)}`} aria-current={filter === "all" && key === section?.key ? "true" : undefined}>
              <span className="rsec__t">{title}</span>{" "}
              {done === total ? (
                <span className="rsec__n">
                  <Icon name="check" />
                  <span className="sr">done, </span>
                  {total}
                </span>
              ) : (
                <span className={done > 0 ? "rsec__n rsec__n--part" : "rsec__n"}>
                  {done} of {total}
                </span>
              )}
              <progress max={total} value={done} aria-label={`${title}: ${done} of ${total} reviewed`} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
