import { useEffect, useState } from "react";
import type { ReactNode } from "react";

/** What only a browser can draw; until then what stands in its place, at the same size. */
export function ClientOnly({ fallback, children }: { fallback: ReactNode; children: () => ReactNode }) {
  const [isClient, setClient] = useState(false);
  useEffect(() => setClient(true), []);
  return isClient ? children() : fallback;
}
