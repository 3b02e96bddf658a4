// All words of a page, in its language: what parts say by themselves, and what vendors read. Without a provider they are English.

import { createContext, useContext } from "react";
import { en, type Messages } from "#app/i18n/en.ts";

export const Words = createContext<Messages>(en);

export function useWords(): Messages {
  return useContext(Words);
}

export function useKitWords(): Messages["kit"] {
  return useContext(Words).kit;
}

export function usePortalWords(): Messages["portal"] {
  return useContext(Words).portal;
}
