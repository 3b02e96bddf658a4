// A section as the vendor sees it, with links to the other sections, and nothing to save.
import type { VendorFrame, VendorSectionView } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { SectionForm } from "./section-form.tsx";

export interface SectionPreviewProps {
  view: {
    frame: VendorFrame;
    section: VendorSectionView;
    sections: readonly { id: string; title: string; isCurrent: boolean }[];
    maxUploadBytes: number;
  };
  words: Messages["portal"];
  back: { href: string; label: string };
  /** Address of this page, for its other sections. */
  href: string;
}

export function SectionPreview({ view: { frame, section, sections, maxUploadBytes }, words, back, href }: SectionPreviewProps) {
  return (
    <SectionForm
      frame={frame}
      section={section}
      failures={[]}
      maxUploadBytes={maxUploadBytes}
      words={words}
      preview={{
        back,
        sections: (
          <ul className="row row--wide">
            {sections.map((each) => (
              <li key={each.id}>
                {each.isCurrent ? <b aria-current="page">{each.title}</b> : <a href={`${href}?section=${each.id}`}>{each.title}</a>}
              </li>
            ))}
          </ul>
        ),
      }}
    />
  );
}
