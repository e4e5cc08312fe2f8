import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";

interface OwnerFormProps {
  date: LeaseDateRow;
  owners: { value: string; label: string }[];
  accountId: string;
  isWrong: boolean;
}

/** Takes a date, or gives it to somebody. */
export function OwnerForm({ date, owners, accountId, isWrong }: OwnerFormProps) {
  const words = useWords(area);
  const { one } = words;
  return (
    <div className="flex flex-col gap-4">
      {date.ownerId === accountId ? (
        <p className="font-semibold">{one.taken}</p>
      ) : (
        <Form method="post">
          <Button type="submit" name="intent" value="take" look="primary">
            {one.take}
          </Button>
        </Form>
      )}
      <Form method="post" className="flex flex-wrap items-end gap-3" key={date.ownerId}>
        <SelectField
          {...{ label: one.assign, hint: one.assignHint, name: "ownerId", options: owners }}
          none={words.nobody}
          defaultValue={date.ownerId ?? ""}
          errors={isWrong ? [one.faults.owner] : null}
          className="sm:min-w-56"
        />
        <Button type="submit" name="intent" value="assign">
          {one.save}
        </Button>
      </Form>
    </div>
  );
}

/** Marks a date as handled, with what was decided, or opens it again. */
export function HandleForm({
  date,
  typed,
  isWrong,
}: {
  date: LeaseDateRow;
  typed: string;
  isWrong: boolean;
}) {
  const { one } = useWords(area);
  return (
    <Form method="post" className="mt-5 flex flex-col items-start gap-3 border-t border-line pt-4">
      {date.isHandled ? (
        <Button type="submit" name="intent" value="reopen">
          {one.reopen}
        </Button>
      ) : (
        <>
          <TextArea
            {...{ label: one.note, hint: one.noteHint, name: "note", rows: 3, maxLength: 2000 }}
            defaultValue={typed}
            errors={isWrong ? [one.faults.note] : null}
            className="w-full"
          />
          <Button type="submit" name="intent" value="handle">
            {one.handle}
          </Button>
        </>
      )}
    </Form>
  );
}
