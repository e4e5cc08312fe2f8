import { mostCasePhotos } from "#domain/case/photo-type.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { shrinkPhoto } from "#app/offline/shrink-photo.ts";
import type { KeptPhotos } from "#app/server/photos/keep-draft-photos.server.ts";
import { newId } from "#domain/id.ts";
import type { Held } from "./use-held-draft.ts";

export type PhotoFaultName = KeptPhotos["faults"][number]["fault"];

/** Takes photos into the draft and sends them one at a time; one that meets no network waits for it. */
export function usePhotos({ draft, change, changePhoto }: Held) {
  const [faults, setFaults] = useState<PhotoFaultName[]>([]);
  const [isOffline, setOffline] = useState(false);
  const busy = useRef(false);
  const next = draft.photos.find(({ id, blob }) => id === null && blob !== null);
  const pump = useCallback(async () => {
    if (!next || busy.current) return;
    busy.current = true;
    const answer = await sendOne(next.blob!);
    busy.current = false;
    setOffline(answer === null);
    if (answer === null) return;
    if (answer.photos[0]) changePhoto(next.localId, { id: answer.photos[0].id, blob: null });
    else {
      changePhoto(next.localId, null);
      setFaults(answer.faults.map(({ fault }) => fault));
    }
  }, [next, changePhoto]);
  useEffect(() => void pump(), [pump]);
  useEffect(() => {
    const again = () => void pump();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [pump]);
  const add = async (chosen: readonly File[]) => {
    const room = mostCasePhotos - draft.photos.length;
    setFaults(chosen.length > room ? ["tooMany"] : []);
    for (const file of chosen.slice(0, room)) {
      const blob = await shrinkPhoto(file);
      const photo = { localId: newId(), id: null, blob };
      change(({ photos }) => ({ photos: [...photos, photo] }));
    }
  };
  return { add, faults, isOffline, isSending: next !== undefined };
}

/** Sends one photo; null where the network did not carry it. */
async function sendOne(blob: Blob): Promise<KeptPhotos | null> {
  const form = new FormData();
  form.set("photo", blob, "photo.jpg");
  try {
    const answer = await fetch("/ask/photos", { method: "POST", body: form });
    if (answer.status === 200 || answer.status === 422) return (await answer.json()) as KeptPhotos;
    if (answer.status === 413) return { photos: [], faults: [{ name: "", fault: "tooLarge" }] };
    return null;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
