// What every page may need of its request: the nonce of its policy, the id under which a failure is found in the log, its address and
// the language it is read in.
import { createContext, useContext } from "react";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";

export interface Facts {
  nonce: string;
  traceId: string;
  language: Language;
  /** Path and query. */
  address: string;
}

export const RequestFacts = createContext<Facts>({ nonce: "", traceId: "", language: "en", address: "/" });

export function useRequestFacts(): Facts {
  return useContext(RequestFacts);
}
