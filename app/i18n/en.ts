// English: the source of every text the product shows, one file per part in ./en/. Its shape is the type:
// another locale is a value of `Messages` and does not compile until it is complete.

import { errors } from "./en/errors.ts";
import { kit } from "./en/kit.ts";
import { mails } from "./en/mails.ts";
import { portal } from "./en/portal.ts";
import type { Localised } from "./localised.ts";

export const en = { errors, kit, mails, portal };

/** Texts of one locale: same keys, other words. Texts with a number or a name in them are functions. */
export type Messages = Localised<typeof en>;
