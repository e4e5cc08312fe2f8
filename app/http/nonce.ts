import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

/** The response's nonce while it is rendered on the server; in the browser nothing, for there it is already in place. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
