import { ask as area } from "#app/i18n/ask.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import type { Kind } from "#db/queries/case/list-kinds.ts";
import type { NeedDraft } from "#domain/case/case-draft.ts";
import { impacts } from "#domain/order/priority.ts";
import { causes } from "#domain/responsibility/terms.ts";
import { KindSelect } from "./kind-select.tsx";

interface KindPickerProps {
  kinds: readonly Kind[];
  need: NeedDraft;
  guessed: readonly string[];
  onChoose: (kind: string) => void;
  onChange: (change: Partial<NeedDraft>) => void;
}

/** What it likely is, as chips; the one that holds is pressed. */
export function KindChips({ kinds, need, guessed, onChoose }: Omit<KindPickerProps, "onChange">) {
  const words = useWords(area).kind;
  const isDanish = useLocale() === "da";
  const nameOf = (kind: string) => {
    const found = kinds.find((one) => one.kind === kind);
    return isDanish ? found?.nameDa : found?.nameEn;
  };
  const chips = [...new Set([...guessed, ...(need.kind ? [need.kind] : [])])].filter(nameOf).slice(0, 5);
  if (chips.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="mb-1 text-sm font-semibold">{words.guess}</legend>
      {chips.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === need.kind}
          onClick={() => onChoose(kind === need.kind ? "" : kind)}
          className="min-h-11 rounded-full border border-line-strong bg-surface px-4 font-semibold aria-pressed:border-blue aria-pressed:bg-blue aria-pressed:text-white"
        >
          {nameOf(kind)}
        </button>
      ))}
    </fieldset>
  );
}

/** The whole list, what one can do oneself, and what goes with the kind that was chosen. */
export function KindDetails({ kinds, need, onChoose, onChange }: Omit<KindPickerProps, "guessed">) {
  const isDanish = useLocale() === "da";
  const chosen = kinds.find((one) => one.kind === need.kind);
  const guidance = chosen && (isDanish ? chosen.guidanceDa : chosen.guidanceEn);
  return (
    <div className="flex flex-col gap-3">
      {guidance && <p className="border-l-4 border-line pl-3 text-sm text-ink-soft">{guidance}</p>}
      <KindSelect {...{ kinds, value: need.kind, onChange: onChoose }} />
      {need.kind.startsWith("service:") ? (
        <ServiceFields service={chosen} need={need} onChange={onChange} />
      ) : (
        <FaultFields need={need} onChange={onChange} />
      )}
    </div>
  );
}

type FieldsProps = Pick<KindPickerProps, "need" | "onChange">;

function FaultFields({ need, onChange }: FieldsProps) {
  const words = useWords(area).kind;
  return (
    <div className="grid grid-cols-2 gap-3">
      <input type="hidden" name="location" value={need.location ?? ""} />
      <SelectField
        label={words.cause}
        name="cause"
        value={need.cause}
        onChange={(event) =>
          onChange({ cause: causes.find((one) => one === event.target.value) ?? "wear", isChosen: true })
        }
        options={causes.map((value) => ({ value, label: words.causes[value] }))}
      />
      <SelectField
        label={words.impact}
        name="impact"
        value={need.impact ?? ""}
        onChange={(event) =>
          onChange({ impact: impacts.find((one) => one === event.target.value) ?? null, isChosen: true })
        }
        none={words.usual}
        options={impacts.map((value) => ({ value, label: words.impacts[value] }))}
      />
    </div>
  );
}

function ServiceFields({ service, need, onChange }: FieldsProps & { service: Kind | undefined }) {
  const words = useWords(area).kind;
  const format = useFormats();
  if (!service?.unit) return null;
  return (
    <>
      <TextField
        label={words.quantity}
        name="quantity"
        type="number"
        min={0.01}
        step="any"
        inputMode="decimal"
        unit={words.units[service.unit]}
        hint={words.price(format.ore(service.unitPriceOre, "ore"), words.unitOne[service.unit])}
        value={String(need.quantity)}
        onChange={(event) => {
          const quantity = Number(event.target.value);
          if (quantity > 0) onChange({ quantity: Math.round(quantity * 100) / 100 });
        }}
        className="max-w-60"
      />
      <input type="hidden" name="shownPriceOre" value={need.shownPriceOre ?? ""} />
    </>
  );
}
