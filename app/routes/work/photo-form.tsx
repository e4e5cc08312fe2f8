import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { work } from "#app/i18n/work.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ExpectedOrder } from "#domain/work/queued-command.ts";
import { shrinkPhoto } from "#app/offline/shrink-photo.ts";
import type { useWork } from "./use-work.ts";

type PhotoFormProps = { order: ExpectedOrder; app: ReturnType<typeof useWork> };

const isPhoto = (file: File) => /^image\/(jpeg|png|webp)$/.test(file.type) && file.size > 0;

/** A picture from before or after the work; it waits on the phone like everything else. */
export function PhotoForm({ order, app }: PhotoFormProps) {
  const words = useWords(work);
  const [isWrong, setWrong] = useState(false);
  const waiting = app.photos.filter(({ orderId }) => orderId === order.id).length;
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const file = data.get("file");
    const isSound = file instanceof File && isPhoto(file);
    setWrong(!isSound);
    if (!isSound) return;
    const kind = data.get("kind") === "before" ? "before" : "after";
    await app.addPhoto(order.id, kind, await shrinkPhoto(file));
    form.reset();
    form.closest("details[data-fold]")?.removeAttribute("open");
  };
  return (
    <details data-fold className="w-full rounded-base border border-line [&[open]]:bg-sunken">
      <summary className="flex min-h-11 items-center gap-2 px-3 font-semibold text-blue">
        {words.photo} …
        {waiting > 0 && <span className="text-sm text-ink-soft">{words.photosWaiting(waiting)}</span>}
      </summary>
      <form onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-3 p-3 pt-0">
        <Field label={words.photo} errors={isWrong ? [words.photoWrong] : null}>
          {(control) => (
            <input
              {...control}
              type="file"
              name="file"
              accept="image/jpeg,image/png,image/webp"
              capture="environment"
              required
              className="control"
            />
          )}
        </Field>
        <SelectField
          label={words.photoKind}
          name="kind"
          defaultValue="after"
          options={(["before", "after"] as const).map((value) => ({ value, label: words.photoKinds[value] }))}
        />
        <Button type="submit" className="max-md:w-full">
          {words.photo}
        </Button>
      </form>
    </details>
  );
}
