// One document as a row of a table: document, expiry with days left, state, hash. The table is <Table fixed> with these four columns.

import type { ReactNode } from "react";
import type { EvidenceState } from "#app/domain/evidence/evidence-states.ts";
import { formatHash } from "./format.ts";
import { EvidencePill } from "./state-pills.tsx";

export interface EvidenceRowProps {
  href: string;
  title: string;
  /** Grey words behind the title: vendor, kind. */
  note?: ReactNode;
  expires: ReactNode;
  /** "36 days", or how long ago. */
  left?: string;
  isLate?: boolean;
  state: EvidenceState;
  sha256: string;
}

export function EvidenceRow({ href, title, note, expires, left, isLate = false, state, sha256 }: EvidenceRowProps) {
  return (
    <tr>
      <th scope="row">
        <a className="name" href={href} title={title}>
          {title}
        </a>{" "}
        {note !== undefined && <span className="quiet">{note}</span>}
      </th>
      <td className="tab">
        {expires} {left !== undefined && <span className={isLate ? "late" : "quiet"}>{left}</span>}
      </td>
      <td>
        <EvidencePill status={state} bare />
      </td>
      <td>
        <span className="hash" title={sha256}>
          {formatHash(sha256)}
        </span>
      </td>
    </tr>
  );
}
