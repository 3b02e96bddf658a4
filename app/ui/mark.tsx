// The product's mark, and the mark with its name.

import { classes } from "./attributes.ts";

export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="currentColor" />
      <path fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" d="m7 6 5 7.4L17 6" />
      <path stroke="#fff" strokeWidth="1.3" d="M7 16.9h10M7 19.3h10" />
    </svg>
  );
}

export interface BrandProps {
  /** A link when given, else plain text. */
  href?: string;
  className?: string;
}

export function Brand({ href, className }: BrandProps) {
  const content = (
    <>
      <Mark />
      <span className="rail__label">Vouchsafe</span>
    </>
  );
  const name = classes("brand", className);
  return href === undefined ? (
    <span className={name}>{content}</span>
  ) : (
    <a className={name} href={href}>
      {content}
    </a>
  );
}
