// Files of an answer: stored, under way, or refused with what to do. Removing is the screen's form, handed in as `action`.

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type FileState = "stored" | "uploading" | "refused" | "carried";

export interface FileView {
  id: string;
  name: string;
  state: FileState;
  href?: string;
  /** Size, kind, expiry, hash; or why it was refused. */
  note?: ReactNode;
  progress?: { value: number; max: number; label: string };
  action?: ReactNode;
}

const icons: Record<FileState, IconName> = { stored: "file-check", uploading: "file", refused: "file-warning", carried: "rotate-ccw" };

export function FileList({ files, labelledBy }: { files: readonly FileView[]; labelledBy?: string }) {
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-labelledby={labelledBy}>
      {files.map((file) => (
        <FileRow key={file.id} file={file} />
      ))}
    </ul>
  );
}

export function FileRow({ file }: { file: FileView }) {
  return (
    <li>
      <Icon name={icons[file.state]} className={file.state === "refused" ? "icon--bad" : undefined} />
      {file.href === undefined ? (
        <span className="cut" title={file.name}>
          {file.name}
        </span>
      ) : (
        <a className="cut" title={file.name} href={file.href}>
          {file.name}
        </a>
      )}
      {file.action ?? <span />}
      {(file.note !== undefined || file.progress) && (
        <span className={file.state === "refused" ? "files__sub late" : "files__sub"}>
          {file.progress && (
            <progress className="busy" max={file.progress.max} value={file.progress.value} aria-label={file.progress.label} />
          )}
          {file.note}
        </span>
      )}
    </li>
  );
}
