// The words of the vendor portal, in the language its reader chose.
import { isDomainError } from "#app/domain/errors.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import { inLanguage } from "./refusal.server.ts";
import type { VendorContext } from "./request-context.server.ts";

type Reader = Pick<VendorContext, "actor">;

export const wordsOf = ({ actor }: Reader): Messages["portal"] => messages[actor.language].portal;

/** An expected refusal as its reader may see it; anything else as it is. */
export const inWords = <E>(error: E, { actor }: Reader): E => (isDomainError(error) ? (inLanguage(error, actor.language) as E) : error);
