import { useState, type ChangeEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { shrinkPhoto } from "#app/offline/shrink-photo.ts";
import type { RowProps } from "./visit-props.ts";
import type { SurveyActions } from "./use-surveys.ts";

type PhotoProps = RowProps & { waiting: SurveyActions["photos"] };

const isPhoto = (file: File) => /^image\/(jpeg|png|webp)$/.test(file.type) && file.size > 0;

/** Photos of an element: taken here, waiting on the phone like everything else. */
export function PhotoButton({ element, visit, app, waiting }: PhotoProps) {
  const words = useWords(area);
  const [isWrong, setWrong] = useState(false);
  const faulty = waiting.filter(({ fault }) => fault);
  const kept = visit.survey?.observations.find(({ elementId }) => elementId === element.id)?.photos ?? 0;
  const count = kept + waiting.length - faulty.length;
  const onChange = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setWrong(!isPhoto(file));
    if (isPhoto(file)) await app.addPhoto(visit.surveyId!, element.id, await shrinkPhoto(file));
    target.value = "";
  };
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={words.photo}
        hint={count > 0 && words.photos(count)}
        errors={isWrong || faulty.length > 0 ? [words.photoFault] : null}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            className="control"
            onChange={(event) => void onChange(event)}
          />
        )}
      </Field>
      {faulty.map(({ id }) => (
        <Button key={id} look="plain" className="self-start" onClick={() => void app.dropPhoto(id)}>
          {words.remove}
        </Button>
      ))}
    </div>
  );
}
