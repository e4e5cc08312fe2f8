import { useCallback, useEffect, useRef, useState } from "react";
import { dropDraft, loadDraft, saveDraft, type HeldDraft, type HeldPhoto } from "#app/offline/draft-store.ts";
import { newId } from "#domain/id.ts";
import { emptyNeed, saidNeeds, type NeedDraft } from "#domain/case/case-draft.ts";

export type Change = Partial<HeldDraft> | ((before: HeldDraft) => Partial<HeldDraft>);

export interface Held {
  draft: HeldDraft;
  change: (change: Change) => void;
  changeNeed: (change: Partial<NeedDraft>) => void;
  changePhoto: (localId: string, change: Partial<HeldPhoto> | null) => void;
  /** Whether something from before was found on this device. */
  isRestored: boolean;
  discard: () => Promise<void>;
}

const restMs = 250;
const isWorthKeeping = ({ needs, photos }: HeldDraft) => saidNeeds(needs).length > 0 || photos.length > 0;

/** The draft of this page, which lies on the device as well: closing the phone or losing the network loses nothing. */
export function useHeldDraft(empty: HeldDraft): Held {
  const [draft, setDraft] = useState(empty);
  const [isRestored, setRestored] = useState(false);
  const isLoaded = useRef(false);
  const owner = empty.owner;
  useEffect(() => {
    void loadDraft(owner, Date.now()).then((held) => {
      isLoaded.current = true;
      if (!held || !isWorthKeeping(held)) return;
      // What was typed before the memory answered goes before what lies there.
      setDraft((now) => (isWorthKeeping(now) ? now : held));
      setRestored(true);
    });
  }, [owner]);
  useEffect(() => {
    if (!isLoaded.current || !isWorthKeeping(draft)) return;
    const timer = setTimeout(() => void saveDraft({ ...draft, savedAt: Date.now() }), restMs);
    return () => clearTimeout(timer);
  }, [draft]);
  const change = useCallback(
    (by: Change) => setDraft((before) => ({ ...before, ...(typeof by === "function" ? by(before) : by) })),
    [],
  );
  const changeNeed = useCallback(
    (by: Partial<NeedDraft>) =>
      change(({ needs }) => ({ needs: [...needs.slice(0, -1), { ...(needs.at(-1) ?? emptyNeed), ...by }] })),
    [change],
  );
  const changePhoto = useCallback(
    (localId: string, by: Partial<HeldPhoto> | null) =>
      change(({ photos }) => ({
        photos: photos.flatMap((photo) =>
          photo.localId !== localId ? photo : by === null ? [] : { ...photo, ...by },
        ),
      })),
    [change],
  );
  const discard = useCallback(async () => {
    await dropDraft(owner);
    setRestored(false);
    setDraft({ ...empty, key: newId(), needs: [emptyNeed], photos: [] });
  }, [owner, empty]);
  return { draft, change, changeNeed, changePhoto, isRestored, discard };
}
