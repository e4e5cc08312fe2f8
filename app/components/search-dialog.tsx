import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { search as area } from "../i18n/search.ts";
import { useFormats, useWords } from "../i18n/use-words.tsx";
import { Dialog } from "./dialog.tsx";
import { HitLine, type Hit } from "./hit-line.tsx";
import { Form } from "./link.tsx";

/** What is typed is asked for when the fingers rest this long. */
const restMs = 80;
const leastLength = 2;

type SearchDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** Asked with what is typed; the answer comes back as `answer`. */
  onAsk: (text: string) => void;
  answer: { q: string; hits: Hit[]; total: number } | null;
  recent: readonly Hit[];
  onChoose: (hit: Hit) => void;
  /** The page that shows all results, by a form that works without script too. */
  pageTo: string;
};

/** The search over the page: type, choose with the arrows, open with Enter. */
export function SearchDialog({ isOpen, onClose, ...finder }: SearchDialogProps) {
  const words = useWords(area);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.title}>
      <Finder {...finder} onLeave={onClose} />
    </Dialog>
  );
}

type FinderProps = Omit<SearchDialogProps, "isOpen" | "onClose"> & { onLeave: () => void };

function Finder({ onAsk, answer, recent, onChoose, onLeave, pageTo }: FinderProps) {
  const words = useWords(area);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const input = useFocusAtOnce();
  const asked = text.trim();
  useAskAtRest(asked, onAsk);
  const isAsking = asked.length >= leastLength;
  const hits = isAsking ? (answer?.hits ?? []) : recent;
  const active = Math.min(chosen, hits.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || hits.length === 0) return;
    event.preventDefault();
    setChosen((active + step + hits.length) % hits.length);
  };
  return (
    <Form
      action={pageTo}
      role="search"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        const hit = hits[active];
        if (!hit || (isAsking && answer?.q !== asked)) return onLeave();
        event.preventDefault();
        onChoose(hit);
      }}
    >
      <input
        ref={input}
        type="search"
        name="q"
        role="combobox"
        aria-label={words.label}
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={words.label}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className="control"
      />
      <Status asked={asked} answer={answer} />
      <Options {...{ hits, active, listId, onChoose }} />
      <p className="text-sm text-ink-soft max-md:hidden">{words.keys}</p>
    </Form>
  );
}

/** The dialog shows itself after its content is there; only then can the field take the focus. */
function useFocusAtOnce() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return input;
}

function useAskAtRest(asked: string, onAsk: (text: string) => void) {
  const ask = useRef(onAsk);
  ask.current = onAsk;
  useEffect(() => {
    if (asked.length < leastLength) return;
    const timer = setTimeout(() => ask.current(asked), restMs);
    return () => clearTimeout(timer);
  }, [asked]);
}

function Status({ asked, answer }: { asked: string; answer: FinderProps["answer"] }) {
  const words = useWords(area);
  const format = useFormats();
  const say = () => {
    if (asked === "") return words.hint;
    if (asked.length < leastLength) return words.tooShort;
    if (answer?.q !== asked) return "\u00a0";
    if (answer.total === 0) return words.none(asked);
    return answer.total > answer.hits.length
      ? words.best(format.number(answer.hits.length), format.number(answer.total))
      : words.count(format.number(answer.total));
  };
  return (
    <p role="status" className="min-h-10 text-sm text-ink-soft">
      {say()}
    </p>
  );
}

type OptionsProps = { hits: readonly Hit[]; active: number; listId: string; onChoose: (hit: Hit) => void };

function Options({ hits, active, listId, onChoose }: OptionsProps) {
  const words = useWords(area);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, hits]);
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={words.results}
      className="-mx-4 h-96 overflow-y-auto"
    >
      {hits.map((hit, index) => (
        // The keys are the field's: the focus never leaves it (a combobox with a listbox, as ARIA has it).
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${hit.kind} ${hit.id}`}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(hit)}
          className={`flex min-h-11 cursor-pointer items-center gap-3 px-4 py-1.5 ${index === active ? "bg-blue-tint" : "hover:bg-sunken"}`}
        >
          <HitLine hit={hit} />
        </div>
      ))}
    </div>
  );
}
