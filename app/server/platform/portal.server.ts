// What a running portal is made of. createPortal (entry.server) builds one; code reaches it only as ctx.portal.
import type { Logger } from "pino";
import type { ShippedReadings } from "../questionnaires/shipped-files.server.ts";
import type { BlobStore } from "./blob-store.server.ts";
import type { Clock } from "./clock.server.ts";
import type { Config } from "./config.server.ts";
import type { ForeignFileReader } from "./foreign-file-reader.server.ts";
import type { Ids } from "./ids.server.ts";
import type { Limits } from "./limits.server.ts";
import type { Mailer } from "./mailer.server.ts";
import type { PdfWorker } from "./pdf-worker.server.ts";
import type { Secrets } from "./secrets.server.ts";
import type { Signer } from "./signer.server.ts";
import type { Store } from "./store.server.ts";
import type { Vault } from "./vault.server.ts";
import type { Waker } from "./waker.server.ts";

export interface Portal {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly blobs: BlobStore;
  /** Encrypts, stores and reads back evidence files. */
  readonly vault: Vault;
  readonly mailer: Mailer;
  readonly signer: Signer;
  readonly pdf: PdfWorker;
  /** Reads files of others in a thread: what vendors filled in, questionnaires to import. */
  readonly foreignFiles: ForeignFileReader;
  readonly limits: Limits;
  /** Guards /setup until the first administrator exists; new at every start, written to the log once. */
  readonly setUpCode: string;
  /** Pokes the job worker of this process after a COMMIT; the tick is the safety net. */
  readonly waker: Waker;
  /** The shipped questionnaires as the linter read them. */
  readonly shipped: ShippedReadings;
}
