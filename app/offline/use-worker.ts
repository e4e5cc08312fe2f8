import { useEffect } from "react";

const script = "/offline-sw.js";

/** Has the browser keep the pages under an address open without network, and hold the newest program while there is some. */
export function useWorker(scope: string): void {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const start = async () => {
      const registration = await navigator.serviceWorker.register(script, { scope });
      if (navigator.onLine) registration.active?.postMessage("refresh");
    };
    // Without it the page works as long as there is network; the browser says why in its console.
    start().catch((error: unknown) => console.warn(error));
  }, [scope]);
}
