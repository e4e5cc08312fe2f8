import { useNavigation } from "@remix-run/react";
import { Send } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { qr as area } from "#app/i18n/qr.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ReportFault } from "#domain/qr-report.ts";
import type { Typed } from "./send-report.server.ts";

type Props = {
  answer: { faults: ReportFault[]; waitMinutes: number; typed: Typed } | undefined;
  newKey: string;
};

const fieldOf: Partial<Record<ReportFault, string>> = {
  ...{ text: "report-text", textLong: "report-text", name: "report-name", email: "report-email" },
  ...{ photos: "report-photos", photosMany: "report-photos" },
};

/** The form: words, photos, and who one is if one wants to say. What was typed stays when something is wrong. */
export function ReportFields({ answer, newKey }: Props) {
  const words = useWords(area).report;
  const isSending = useNavigation().state !== "idle";
  const typed = answer?.typed;
  const say = (fault: ReportFault) =>
    fault === "tooMany" ? words.faults.tooMany(answer?.waitMinutes ?? 1) : words.faults[fault];
  const faults = answer?.faults ?? [];
  const at = (id: string) => faults.filter((fault) => fieldOf[fault] === id).map(say);
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="flex flex-col gap-4"
      key={typed?.key ?? newKey}
    >
      <FormErrors errors={faults.map((fault) => ({ fieldId: fieldOf[fault], message: say(fault) }))} />
      <input type="hidden" name="key" value={typed?.key ?? newKey} />
      <Field {...{ id: "report-text", label: words.text, hint: words.textHint, errors: at("report-text") }}>
        {(control) => (
          <textarea
            {...control}
            name="text"
            rows={5}
            required
            maxLength={10_000}
            defaultValue={typed?.text}
            className="control"
          />
        )}
      </Field>
      <Field
        {...{ id: "report-photos", label: words.photos, hint: words.photosHint, errors: at("report-photos") }}
        isOptional
      >
        {(control) => (
          <input
            {...control}
            type="file"
            name="photos"
            multiple
            accept="image/jpeg,image/png,image/webp"
            className="control"
          />
        )}
      </Field>
      <KeptPhotos ids={typed?.photoIds ?? []} />
      <WhoFields {...{ typed, at }} />
      <p className="text-sm text-ink-soft">{words.privacy}</p>
      <div>
        <Button type="submit" look="primary" icon={Send} disabled={isSending} className="max-sm:w-full">
          {isSending ? words.sending : words.submit}
        </Button>
      </div>
    </Form>
  );
}

/** Name and mail for those who want to say; and one field that people never see, for machines that fill in all there is. */
function WhoFields({ typed, at }: { typed: Typed | undefined; at: (id: string) => string[] }) {
  const words = useWords(area).report;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...{ id: "report-name", name: "name", label: words.name, autoComplete: "name", maxLength: 200 }}
          isOptional
          defaultValue={typed?.name}
          errors={at("report-name")}
        />
        <TextField
          {...{ id: "report-email", name: "email", type: "email", label: words.email, autoComplete: "email" }}
          isOptional
          hint={words.emailHint}
          defaultValue={typed?.email}
          errors={at("report-email")}
        />
      </div>
      <div className="hidden" aria-hidden="true">
        <label htmlFor="report-website">{words.leaveEmpty}</label>
        <input id="report-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  );
}

/** Photos of a sending that was not taken: they are stored, and come along with the next. */
function KeptPhotos({ ids }: { ids: readonly string[] }) {
  const words = useWords(area).report;
  if (ids.length === 0) return null;
  return (
    <>
      {ids.map((id) => (
        <input key={id} type="hidden" name="photoId" value={id} />
      ))}
      <p className="text-sm">{words.photosKept(ids.length)}</p>
    </>
  );
}
