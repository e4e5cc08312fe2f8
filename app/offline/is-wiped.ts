/** Whether something failed because the browser has closed the store under us: it was wiped, as signing out does. */
export const isWiped = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "InvalidStateError";
