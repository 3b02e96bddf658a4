// The words parts say by themselves, in the language of the page. Vendor pages wrap themselves in another locale's
// <KitWords.Provider>; without one the words are English.

import { createContext, useContext } from "react";
import { en, type Messages } from "#app/i18n/en.ts";

export const KitWords = createContext<Messages["kit"]>(en.kit);

export function useKitWords(): Messages["kit"] {
  return useContext(KitWords);
}
