// Deutsch: everything a vendor may read, in German; same keys as English, one file per part in ./de/.
import { errors } from "./de/errors.ts";
import { kit } from "./de/kit.ts";
import { mails } from "./de/mails.ts";
import { portal } from "./de/portal.ts";
import type { Messages } from "./en.ts";

export const de: Messages = { errors, kit, mails, portal };
