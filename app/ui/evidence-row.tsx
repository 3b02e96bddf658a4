// One document as a row of a table: document, expiry with days left, state, hash. The table is <Table fixed> with these four columns.

import type { ReactNode } from "react";
import { formatHash } from "./format.ts";
import { type StatusLook, StatusPill } from "./status-pill.tsx";

export interface EvidenceRowProps {
  href: string;
  title: string;
  /** Grey words behind the title: vendor, kind. */
  note?: ReactNode;
  expires: ReactNode;
  /** "36 days", or how long ago. */
  left?: string;
  isLate?: boolean;
  state: StatusLook & { word: string };
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
        <StatusPill tone={state.tone} icon={state.icon} bare>
          {state.word}
        </StatusPill>
      </td>
      <td>
        <span className="hash" title={sha256}>
          {formatHash(sha256)}
        </span>
      </td>
    </tr>
  );
}
