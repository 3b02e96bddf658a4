// The importers by kind: how the bytes of such a file are read, and which pure mapping makes a questionnaire of it. A new kind is a row.

import { importCaiq } from "#app/domain/questionnaire/import/caiq-import.ts";
import { importCiso } from "#app/domain/questionnaire/import/ciso-import.ts";
import type { ImportKind, Mapping, ReadFile } from "#app/domain/questionnaire/import/foreign.ts";
import { importHecvat } from "#app/domain/questionnaire/import/hecvat-import.ts";
import { importOscal } from "#app/domain/questionnaire/import/oscal-import.ts";
import { importVsaq } from "#app/domain/questionnaire/import/vsaq-import.ts";
import { noWorkbook } from "#app/domain/questionnaire/import/workbook.ts";
import { readJsonFile } from "./read-json-file.server.ts";
import { readWorkbookFile } from "./read-workbook-file.server.ts";
import { readYamlFile } from "./read-yaml-file.server.ts";

const mebibyte = 1024 * 1024;

export interface Importer {
  /** A larger file is refused before it is read. */
  mostBytes: number;
  takesExtensions: boolean;
  read(bytes: Uint8Array, name: string): ReadFile;
  /** Reads the file if it is an archive, before `read`: unpacking takes waiting. */
  open?(bytes: Uint8Array, name: string): Promise<ReadFile>;
  map: Mapping;
}

export const importers: Record<ImportKind, Importer> = {
  vsaq: { mostBytes: mebibyte, takesExtensions: true, read: (bytes, name) => readJsonFile(bytes, name, { loose: true }), map: importVsaq },
  // Catalogs are mostly prose for assessors, which is not kept.
  oscal: {
    mostBytes: 8 * mebibyte,
    takesExtensions: false,
    read: (bytes, name) => readJsonFile(bytes, name, { loose: false }),
    map: importOscal,
  },
  "ciso-assistant": { mostBytes: mebibyte, takesExtensions: false, read: readYamlFile, map: importCiso },
  caiq: {
    mostBytes: 4 * mebibyte,
    takesExtensions: false,
    read: (bytes, name) => readJsonFile(bytes, name, { loose: false }),
    open: readWorkbookFile,
    map: importCaiq,
  },
  hecvat: {
    mostBytes: 4 * mebibyte,
    takesExtensions: false,
    read: (_, name) => {
      throw noWorkbook(name);
    },
    open: readWorkbookFile,
    map: importHecvat,
  },
};
