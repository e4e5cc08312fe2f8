import { useCallback, useMemo } from "react";
import {
  dropTypingOf,
  keepPack,
  openSurveyStore,
  putStep,
  replaceSteps,
  type SurveyStore,
} from "#app/offline/survey-store.ts";
import { syncSurveys } from "#app/offline/sync-surveys.ts";
import { useKept, type Keeping } from "#app/offline/use-kept.ts";
import { useWorker } from "#app/offline/use-worker.ts";
import { newId, type Id } from "#domain/id.ts";
import {
  expectedVisit,
  givenAgain,
  type ExpectedVisit,
  type QueuedStep,
} from "#domain/survey/expected-visit.ts";
import type { SurveyStep } from "#domain/survey/survey-command.ts";
import type { SurveyPack } from "#domain/survey/survey-pack.ts";
import type { TypedObservation } from "#domain/survey/typed-observation.ts";

interface Kept {
  pack: SurveyPack | null;
  steps: QueuedStep[];
  photos: { id: string; surveyId: string; elementId: string; fault?: string }[];
  typing: Map<string, TypedObservation>;
}

/** Keys and values in one transaction, so that they belong together. */
async function readTyping(store: SurveyStore): Promise<Map<string, TypedObservation>> {
  const tx = store.transaction("typing");
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
  return new Map(keys.map((key, index) => [key, values[index]!]));
}

const keeping: Keeping<SurveyStore, Kept> = {
  open: openSurveyStore,
  read: async (store) => ({
    pack: (await store.get("pack", "own")) ?? null,
    steps: await store.getAll("steps"),
    photos: (await store.getAll("photos")).map(({ picture: _, ...photo }) => photo),
    typing: await readTyping(store),
  }),
  send: (store) => syncSurveys(store),
  isWaiting: ({ steps, photos }) => steps.length + photos.length > 0,
};

export type SurveyActions = ReturnType<typeof useSurveys>;

/** Someone's surveys on this phone: visits as fetched or kept, what waits to be sent, and how to give more to it. */
export function useSurveys(initial: SurveyPack | null) {
  const lay = useCallback(
    async (store: SurveyStore) => {
      if (initial) await keepPack(store, initial);
    },
    [initial],
  );
  const { kept, link, sync, change, keep } = useKept<SurveyStore, Kept>(
    { pack: initial, steps: [], photos: [], typing: new Map() },
    keeping,
    lay,
  );
  useWorker("/surveys");
  const visits = useMemo(
    () => (kept.pack?.visits ?? []).map((visit) => expectedVisit(visit, kept.steps)),
    [kept],
  );
  return { ...kept, visits, link, sync, ...useGiving(change), ...useTypingKept(keep) };
}

/** Keeps what is typed, and forgets it; neither shows at once nor sends anything. */
function useTypingKept(keep: Change) {
  return useMemo(
    () => ({
      keepTyping: (key: string, typed: TypedObservation) =>
        void keep((store) => store.put("typing", typed, key)),
      dropTyping: (key: string) => keep((store) => store.delete("typing", key)),
      countTyping: async (surveyId: Id) => {
        let found = 0;
        await keep(async (store) => {
          found = (await store.getAllKeys("typing")).filter((key) => key.startsWith(surveyId)).length;
        });
        return found;
      },
    }),
    [keep],
  );
}

type Change = (work: (store: SurveyStore) => Promise<unknown>) => Promise<unknown>;

/** Puts things into the queue, and decides what becomes of those that the server did not take. */
function useGiving(change: Change) {
  return useMemo(() => {
    const give = (
      { buildingId, surveyId }: Pick<ExpectedVisit, "buildingId" | "surveyId">,
      step: SurveyStep,
    ) =>
      change((store) => {
        const head = { commandId: newId(), surveyId: surveyId ?? newId(), buildingId };
        const happenedAt = new Date().toISOString();
        return putStep(store, { ...step, ...head, happenedAt, status: "queued" } as QueuedStep);
      });
    const addPhoto = (surveyId: Id, elementId: Id, picture: Blob) =>
      change((store) => store.put("photos", { id: newId(), surveyId, elementId, picture }));
    const dropPhoto = (id: string) => change((store) => store.delete("photos", id));
    const decide = ({ waiting, surveyId }: ExpectedVisit, choice: "send" | "drop") =>
      change(async (store) => {
        const now = new Date().toISOString();
        if (choice === "drop" && surveyId) await dropTypingOf(store, surveyId);
        if (choice === "send") return replaceSteps(store, waiting, givenAgain(waiting, newId, now));
        await replaceSteps(store, waiting, []);
        for (const photo of await store.getAll("photos"))
          if (photo.surveyId === surveyId) await store.delete("photos", photo.id);
      });
    return { give, addPhoto, dropPhoto, decide };
  }, [change]);
}
