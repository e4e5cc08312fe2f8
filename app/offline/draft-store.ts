import { openDB } from "idb";
import type { NeedDraft } from "#domain/case/case-draft.ts";
import type { Id } from "#domain/id.ts";
import type { Position } from "#geo/position.ts";

/** A photo on this device: still to be sent (`blob`), or kept by the server already (`id`). */
export interface HeldPhoto {
  localId: string;
  id: Id | null;
  blob: Blob | null;
}

/** What someone has typed and not sent, as it lies on this device. The last need is the one being typed. */
export interface HeldDraft {
  owner: Id;
  key: string;
  buildingId: Id;
  spaceId: Id | null;
  /** Missing in what was kept before there was a plan to point at. */
  position?: Position | null;
  needs: NeedDraft[];
  photos: HeldPhoto[];
  savedAt: number;
}

const keptMs = 14 * 24 * 60 * 60 * 1000;

const open = () =>
  openDB("ejendomsportalen-drafts", 1, {
    upgrade: (database) => void database.createObjectStore("draft", { keyPath: "owner" }),
  });

/** Asks the device's memory, which a private window or a full disk may refuse: then a draft lives as long as its page. */
async function asked<T>(work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T | null> {
  try {
    const database = await open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** The draft of an account on this device; those of others, and old ones, are taken away. */
export async function loadDraft(owner: Id, now: number): Promise<HeldDraft | null> {
  return asked(async (database) => {
    for (const held of (await database.getAll("draft")) as HeldDraft[])
      if (held.owner !== owner || now - held.savedAt > keptMs) await database.delete("draft", held.owner);
    return ((await database.get("draft", owner)) as HeldDraft | undefined) ?? null;
  });
}

export const saveDraft = (draft: HeldDraft): Promise<unknown> =>
  asked((database) => database.put("draft", draft));

export const dropDraft = (owner: Id): Promise<unknown> =>
  asked((database) => database.delete("draft", owner));
