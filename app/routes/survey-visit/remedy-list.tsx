import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { PackedPrice, PackedType } from "#domain/survey/survey-pack.ts";
import { blankRemedy, type TypedRemedy } from "#domain/survey/typed-observation.ts";
import { numberIn } from "#domain/typed-number.ts";

type ListProps = {
  remedies: readonly TypedRemedy[];
  prices: readonly PackedPrice[];
  type: PackedType;
  quantity: number;
  onChange: (remedies: TypedRemedy[]) => void;
};

/** What should be done about an element, and what that costs by the list or by the surveyor's own price. */
export function RemedyList({ remedies, onChange, ...facts }: ListProps) {
  const words = useWords(area);
  const put = (index: number, part: Partial<TypedRemedy>) =>
    onChange(remedies.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold">{words.remedies}</legend>
      {remedies.map((remedy, index) => (
        <RemedyFields
          key={index}
          {...{ ...facts, remedy, index }}
          onPut={(part) => put(index, part)}
          onRemove={() => onChange(remedies.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        className="self-start"
        onClick={() => onChange([...remedies, { ...blankRemedy, price: facts.prices[0]?.id ?? "own" }])}
      >
        {words.addRemedy}
      </Button>
    </fieldset>
  );
}

type FieldsProps = Omit<ListProps, "remedies" | "onChange"> & {
  remedy: TypedRemedy;
  index: number;
  onPut: (part: Partial<TypedRemedy>) => void;
  onRemove: () => void;
};

/** One work: its price first, then how much of the element, when and what for. */
function RemedyFields(props: FieldsProps) {
  const { remedy, prices, type, index, onPut, onRemove } = props;
  const words = useWords(area);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const priceName = ({ nameDa, nameEn, unitPriceOre }: PackedPrice) =>
    `${isDanish ? nameDa : nameEn} · ${format.ore(unitPriceOre)}/${type.unit}`;
  const pick = (price: string) => {
    const isBetter = prices.find(({ id }) => id === price)?.purpose === "modernise";
    onPut({ price, purpose: isBetter ? "modernisation" : "upkeep" });
  };
  const about = aboutOre(props);
  return (
    <div
      role="group"
      aria-label={words.remedy(index + 1)}
      className="grid gap-3 rounded-base border border-line bg-surface p-3 md:grid-cols-2"
    >
      <SelectField
        label={words.price}
        className="md:col-span-2"
        value={remedy.price}
        onChange={({ target }) => pick(target.value)}
        options={[
          ...prices.map((price) => ({ value: price.id, label: priceName(price) })),
          { value: "own", label: words.ownPrice },
          { value: "sum", label: words.lumpSum },
        ]}
      />
      <AmountFields {...props} />
      <SelectField
        label={words.purpose}
        value={remedy.purpose}
        onChange={({ target }) => onPut({ purpose: target.value as TypedRemedy["purpose"] })}
        options={purposes.map((value) => ({ value, label: words.purposes[value] }))}
      />
      <span className="flex items-end justify-between gap-3 md:col-span-2">
        <span className="figures text-sm text-ink-soft">{about > 0 && words.about(format.ore(about))}</span>
        <Button look="plain" onClick={onRemove}>
          {words.remove}
        </Button>
      </span>
    </div>
  );
}

const purposes = ["upkeep", "modernisation"] as const;

/** What a work comes to as typed so far, before index and overhead, øre; what cannot be read counts as nothing. */
function aboutOre({ remedy, prices, quantity }: FieldsProps): number {
  const listed = prices.find(({ id }) => id === remedy.price);
  const unitOre = listed?.unitPriceOre ?? (numberIn(remedy.amount) ?? 0) * 100;
  return remedy.price === "sum" ? unitOre : quantity * unitOre * ((numberIn(remedy.share) ?? 0) / 100);
}

function AmountFields({ remedy, type, onPut }: FieldsProps) {
  const words = useWords(area);
  const isOwn = remedy.price === "own";
  return (
    <>
      {(isOwn || remedy.price === "sum") && (
        <TextField
          label={isOwn ? words.ownPrice : words.lumpSum}
          inputMode="decimal"
          unit={isOwn ? `${words.kr}/${type.unit}` : words.kr}
          value={remedy.amount}
          onChange={({ target }) => onPut({ amount: target.value })}
        />
      )}
      {remedy.price !== "sum" && (
        <TextField
          label={words.share}
          inputMode="decimal"
          unit="%"
          value={remedy.share}
          onChange={({ target }) => onPut({ share: target.value })}
        />
      )}
      <TextField
        label={words.year}
        inputMode="numeric"
        isOptional
        value={remedy.year}
        onChange={({ target }) => onPut({ year: target.value })}
      />
    </>
  );
}
