import { Plus, Send } from "lucide-react";
import { useEffect, useMemo, type FormEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Kind } from "#db/queries/case/list-kinds.ts";
import type { HeldDraft } from "#app/offline/draft-store.ts";
import { emptyNeed, saidNeeds, type CaseDraft } from "#domain/case/case-draft.ts";
import { newId } from "#domain/id.ts";
import type { Signs } from "#domain/suggestion/read-signs.ts";
import { AnswerCard } from "./answer-card.tsx";
import { Basket } from "./basket.tsx";
import { Duplicates } from "./duplicates.tsx";
import { Emergency } from "./emergency.tsx";
import { KindChips, KindDetails } from "./kind-picker.tsx";
import type { AskData, AskReply } from "./load-ask.server.ts";
import { PhotoRow } from "./photo-row.tsx";
import { PlaceChip } from "./place-chip.tsx";
import { Trouble } from "./trouble.tsx";
import { useAhead, useGuess } from "./use-guess.ts";
import { needOfKind } from "./need-of-kind.ts";
import { useHeldDraft, type Held } from "./use-held-draft.ts";
import { usePhotos } from "./use-photos.ts";
import { useSend, type SendTrouble } from "./use-send.ts";

interface AskFormProps {
  data: AskData;
  /** What came of the form where it was sent without script. */
  reply: AskReply | undefined;
  onBuilding: (id: string) => void;
}

/** One field, and around it all that is known, guessed and promised before it is sent. */
export function AskForm({ data, reply, onBuilding }: AskFormProps) {
  const { held, photos, sending, need, basket, ahead, guessed, danger, photoIds, onChoose } = useAsk(
    data,
    reply,
  );
  const { draft, change, changeNeed, changePhoto } = held;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sending.send();
  };
  return (
    <form
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      className="flex max-w-2xl flex-col gap-4"
    >
      <input type="hidden" name="key" value={draft.key} />
      <input type="hidden" name="photoIds" value={photoIds.join(",")} />
      <input type="hidden" name="basket" value={basket.length > 0 ? JSON.stringify(basket) : ""} />
      <PlaceChip
        {...{ places: data.places, rooms: reply?.rooms ?? data.rooms }}
        {...{ buildingId: draft.buildingId, spaceId: draft.spaceId }}
        onBuilding={(id) => {
          change({ buildingId: id, spaceId: null });
          onBuilding(id);
        }}
        onRoom={(id) => change({ spaceId: id })}
      />
      {held.isRestored && <Restored onDiscard={() => void held.discard()} />}
      {danger && <Emergency kind={danger} number={data.emergency} />}
      <Question value={need.text} onChange={(text) => changeNeed({ text })} />
      <PhotoRow
        photos={draft.photos}
        faults={[...photos.faults, ...(reply?.photoFaults ?? [])]}
        isOffline={photos.isOffline}
        onAdd={(files) => void photos.add(files)}
        onRemove={(localId) => changePhoto(localId, null)}
      />
      <KindChips {...{ kinds: data.kinds, need, guessed, onChoose }} />
      <AnswerCard ahead={ahead} />
      {ahead?.ok && <Duplicates duplicates={ahead.duplicates} />}
      <KindDetails {...{ kinds: data.kinds, need, onChoose, onChange: changeNeed }} />
      <Basket {...{ needs: draft.needs, kinds: data.kinds, onChange: (needs) => change({ needs }) }} />
      <Trouble trouble={sending.trouble ?? reply?.trouble ?? null} />
      <SendBar
        isSending={sending.isSending}
        isAgain={sending.trouble !== null}
        onAdd={saidNeeds([need]).length > 0 ? () => change({ needs: [...basket, need, emptyNeed] }) : null}
      />
    </form>
  );
}

/** The draft with all that is asked about it while it is typed. */
function useAsk(data: AskData, reply: AskReply | undefined) {
  const held = useHeldDraft(useMemo(() => beginningOf(data, reply), [data, reply]));
  const { draft, change } = held;
  const photos = usePhotos(held);
  const need = draft.needs.at(-1) ?? emptyNeed;
  const photoIds = draft.photos.flatMap(({ id }) => (id === null ? [] : [id]));
  const { buildingId, spaceId, needs } = draft;
  const asCase: CaseDraft = { buildingId, spaceId, needs, photoIds };
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

function Question({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const words = useWords(area);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="text" className="text-lg font-semibold">
        {words.question}
      </label>
      <textarea
        id="text"
        name="text"
        rows={4}
        value={value}
        placeholder={words.placeholder}
        onChange={(event) => onChange(event.target.value)}
        className="control min-h-30 resize-y text-lg"
      />
    </div>
  );
}

function Restored({ onDiscard }: { onDiscard: () => void }) {
  const words = useWords(area).draft;
  const discard = (
    <Button look="plain" isCompact onClick={onDiscard}>
      {words.discard}
    </Button>
  );
  return (
    <Notice status="neutral" action={discard}>
      {words.kept}
    </Notice>
  );
}

interface SendBarProps {
  isSending: boolean;
  isAgain: boolean;
  /** Null while there is nothing to put into the basket. */
  onAdd: (() => void) | null;
}

function SendBar({ isSending, isAgain, onAdd }: SendBarProps) {
  const words = useWords(area);
  return (
    <div className="sticky bottom-14 z-20 -mx-4 flex flex-wrap gap-2 border-t border-line bg-canvas px-4 py-3 md:bottom-0 md:mx-0 md:px-0">
      <Button
        type="submit"
        name="intent"
        value="send"
        look="primary"
        icon={Send}
        disabled={isSending}
        className="flex-1 sm:min-w-36 sm:flex-none"
      >
        {isSending ? words.sending : isAgain ? words.sendAgain : words.send}
      </Button>
      <Button
        icon={Plus}
        disabled={onAdd === null}
        onClick={onAdd ?? undefined}
        className="[@media(scripting:none)]:hidden"
      >
        {words.basket.add}
      </Button>
      <Button type="submit" name="intent" value="look" className="[@media(scripting:enabled)]:hidden">
        {words.answer.look}
      </Button>
    </div>
  );
}

/** What the page begins with: what was typed where it comes back, else the place alone. */
function beginningOf(data: AskData, reply: AskReply | undefined): HeldDraft {
  const usual = { owner: data.owner, savedAt: 0, needs: [emptyNeed], photos: [] };
  if (!reply) return { ...usual, key: data.key, buildingId: data.buildingId, spaceId: data.spaceId };
  const { buildingId, spaceId, needs, photoIds } = reply.draft;
  const photos = photoIds.map((id) => ({ localId: id, id, blob: null }));
  return { ...usual, key: reply.key, buildingId, spaceId, needs, photos };
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
