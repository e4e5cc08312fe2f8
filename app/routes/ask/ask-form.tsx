import { Plus, Send } from "lucide-react";
import type { FormEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { emptyNeed, saidNeeds } from "#domain/case/case-draft.ts";
import { AnswerCard } from "./answer-card.tsx";
import { Basket } from "./basket.tsx";
import { Duplicates } from "./duplicates.tsx";
import { Emergency } from "./emergency.tsx";
import { KindChips, KindDetails } from "./kind-picker.tsx";
import { KnownWorks } from "./known-works.tsx";
import type { AskData, AskReply } from "./load-ask.server.ts";
import { PhotoRow } from "./photo-row.tsx";
import { PlaceChip } from "./place-chip.tsx";
import { Trouble } from "./trouble.tsx";
import { useAsk } from "./use-ask.ts";

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
    // What is sent stands: a guess that comes later must not make another case of the same key.
    change(({ needs }) => ({ needs: needs.map((said) => ({ ...said, isChosen: true })) }));
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
      <input type="hidden" name="position" value={draft.position?.join(",") ?? ""} />
      <PlaceChip
        {...{ places: data.places, rooms: reply?.rooms ?? data.rooms }}
        {...{ buildingId: draft.buildingId, spaceId: draft.spaceId }}
        onBuilding={(id) => {
          change({ buildingId: id, spaceId: null, position: null });
          onBuilding(id);
        }}
        onRoom={(id) => change({ spaceId: id })}
        position={draft.position ?? null}
        onPosition={(position) => change({ position })}
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
      {ahead?.ok && <KnownWorks works={ahead.known} buildingId={draft.buildingId} />}
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
