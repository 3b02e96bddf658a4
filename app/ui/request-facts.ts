// What every page may need of its request: the nonce of its policy and the id under which a failure is found in the log.
import { createContext, useContext } from "react";

export const RequestFacts = createContext<{ nonce: string; traceId: string }>({ nonce: "", traceId: "" });

export function useRequestFacts(): { nonce: string; traceId: string } {
  return useContext(RequestFacts);
}
