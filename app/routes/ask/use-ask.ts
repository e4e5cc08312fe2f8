import { useEffect, useMemo } from "react";
import type { HeldDraft } from "#app/offline/draft-store.ts";
import type { Kind } from "#db/queries/case/list-kinds.ts";
import { emptyNeed, type CaseDraft } from "#domain/case/case-draft.ts";
import { newId } from "#domain/id.ts";
import type { Signs } from "#domain/suggestion/read-signs.ts";
import type { AskData, AskReply } from "./load-ask.server.ts";
import { needOfKind } from "./need-of-kind.ts";
import { useAhead, useGuess } from "./use-guess.ts";
import { useHeldDraft, type Held } from "./use-held-draft.ts";
import { usePhotos } from "./use-photos.ts";
import { useSend, type SendTrouble } from "./use-send.ts";

/** The draft with all that is asked about it while it is typed. */
export function useAsk(data: AskData, reply: AskReply | undefined) {
  const held = useHeldDraft(useMemo(() => beginningOf(data, reply), [data, reply]));
  const { draft, change } = held;
  const photos = usePhotos(held);
  const need = draft.needs.at(-1) ?? emptyNeed;
  const photoIds = draft.photos.flatMap(({ id }) => (id === null ? [] : [id]));
  const { buildingId, spaceId, needs } = draft;
  const asCase: CaseDraft = { buildingId, spaceId, position: draft.position ?? null, needs, photoIds };
  const guess = useGuess(need.text, buildingId);
  const ahead = useAhead(asCase) ?? reply?.ahead ?? null;
  const sending = useSend({
    ...{ key: draft.key, draft: asCase, hasPhotos: !photos.isSending, isOffline: photos.isOffline },
    onSent: held.discard,
    onTrouble: (trouble) => change(afterTrouble(trouble)),
  });
  const said = need.impact === "danger" ? "danger" : null;
  const danger = guess?.signs?.danger ?? said ?? reply?.danger ?? null;
  const guessed = guess?.kinds ?? reply?.guessed ?? [];
  const signs = guess?.signs ?? null;
  const onChoose = useChoice(held, data.kinds, guessed[0] ?? "", signs);
  return {
    held,
    photos,
    sending,
    need,
    basket: needs.slice(0, -1),
    ahead,
    guessed,
    danger,
    photoIds,
    onChoose,
  };
}

/**
 * The likeliest kind is chosen until the person chooses, so that who acts and who pays is there without a tap; what a
 * person chose, or took away, stays.
 */
function useChoice(
  { draft, changeNeed }: Held,
  kinds: readonly Kind[],
  likeliest: string,
  signs: Signs | null,
) {
  const isFree = !draft.needs.at(-1)?.isChosen;
  const cause = signs?.cause ?? null;
  const side = signs?.side ?? null;
  const danger = signs?.danger ?? null;
  useEffect(() => {
    if (isFree && likeliest) changeNeed(needOfKind(kinds, likeliest, { cause, side, danger }));
  }, [isFree, likeliest, cause, side, danger, kinds, changeNeed]);
  return (kind: string) => changeNeed({ ...needOfKind(kinds, kind, signs), isChosen: true });
}

/** What the page begins with: what was typed where it comes back, else the place alone. */
function beginningOf(data: AskData, reply: AskReply | undefined): HeldDraft {
  const usual = { owner: data.owner, savedAt: 0, needs: [emptyNeed], photos: [] };
  if (!reply) return { ...usual, key: data.key, buildingId: data.buildingId, spaceId: data.spaceId };
  const { buildingId, spaceId, position, needs, photoIds } = reply.draft;
  const photos = photoIds.map((id) => ({ localId: id, id, blob: null }));
  return { ...usual, key: reply.key, buildingId, spaceId, position, needs, photos };
}

/** After a price that changed the new one is accepted by sending again; a used key is left to what was sent with it. */
const afterTrouble =
  (trouble: SendTrouble) =>
  (before: HeldDraft): Partial<HeldDraft> => {
    if (trouble.fault === "keyUsedForAnother") return { key: newId() };
    if (trouble.fault !== "priceChanged") return {};
    const { index, priceOre } = trouble;
    return {
      needs: before.needs.map((need, at) => (at === index ? { ...need, shownPriceOre: priceOre } : need)),
    };
  };
