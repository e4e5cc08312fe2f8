import type { AppLoadContext } from "@remix-run/node";
import type { ReceivedForm } from "#app/http/receive-upload.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { keepDraftPhotos } from "#app/server/photos/keep-draft-photos.server.ts";
import { placeCase } from "#db/commands/case/place-case.ts";
import type { HangingCode } from "#db/queries/qr/get-hanging-code.ts";
import { getSentText } from "#db/queries/qr/get-sent-text.ts";
import { hashSecret, newSecret } from "#db/secrets/secret.ts";
import { followTokenOf } from "#db/secrets/signed-token.ts";
import { CaseForm } from "#domain/case/case-form.ts";
import { isId, type Id } from "#domain/id.ts";
import { ReportForm, type ReportFault } from "#domain/qr-report.ts";

/** What was typed, to be shown again; photos that are stored already keep their ids. */
export interface Typed {
  text: string;
  name: string;
  email: string;
  key: string;
  photoIds: Id[];
}

export type ReportAnswer =
  { ok: true; followToken: string } | { ok: false; faults: ReportFault[]; typed: Typed };

const shapeOfKey = /^[A-Za-z0-9_-]{43}$/;

/** The form as it was typed. The key is made with the form; one that is none of ours is replaced. */
export function typedIn(fields: URLSearchParams): Typed {
  const text = (name: string) => fields.get(name) ?? "";
  const key = text("key");
  return {
    ...{ text: text("text"), name: text("name"), email: text("email") },
    key: shapeOfKey.test(key) ? key : newSecret(),
    photoIds: fields.getAll("photoId").filter(isId).slice(0, 10),
  };
}

/** Sends what someone at the wall wrote, once a form; answers the word of the private link. */
export async function sendReport(
  context: AppLoadContext,
  code: HangingCode,
  form: ReceivedForm,
  locale: Locale,
  now: Date,
): Promise<ReportAnswer> {
  const typed = typedIn(form.fields);
  const website = form.fields.get("website") ?? "";
  const read = ReportForm.safeParse({ ...typed, website });
  if (!read.success)
    return { ok: false, faults: read.error.issues.map(({ message }) => message as ReportFault), typed };
  const followToken = followTokenOf(context.signingSecret, code.id, typed.key);
  const place = { buildingId: code.buildingId, spaceId: code.spaceId };
  const asked = CaseForm.safeParse({ ...place, text: read.data.text });
  if (!asked.success) return { ok: false, faults: ["text"], typed };
  const before = await sentBefore(context, code, typed, asked.data.text);
  if (before) return before === "same" ? { ok: true, followToken } : refusedAs("keyUsedForAnother", typed);
  const owner = { organisationId: code.organisationId, sender: `qr:${code.id}` };
  const kept = await keepDraftPhotos(context, owner, form, now);
  const photoIds = [...typed.photoIds, ...kept.photos.map(({ id }) => id)];
  if (kept.faults.length > 0) {
    const isMany = kept.faults.every(({ fault }) => fault === "tooMany" || fault === "tooLarge");
    return refusedAs(isMany ? "photosMany" : "photos", { ...typed, photoIds });
  }
  const sender = {
    ...{ kind: "qr" as const, organisationId: code.organisationId, qrCodeId: code.id, ...place, locale },
    ...{ unitId: code.unitId, name: read.data.name || "Anonym", email: read.data.email },
    followTokenHash: hashSecret(followToken),
  };
  const placed = await placeCase(context.db, sender, { ...asked.data, photoIds }, typed.key, now);
  if (placed.ok) return { ok: true, followToken };
  // The same form at the same moment: its photos have other ids, its words are the same.
  const meanwhile = await sentBefore(context, code, typed, asked.data.text);
  if (meanwhile === "same") return { ok: true, followToken };
  return refusedAs(placed.refusal === "keyUsedForAnother" ? "keyUsedForAnother" : "refused", typed);
}

const refusedAs = (fault: ReportFault, typed: Typed): ReportAnswer => ({ ok: false, faults: [fault], typed });

async function sentBefore(
  { db }: AppLoadContext,
  code: HangingCode,
  { key }: Typed,
  text: string,
): Promise<"same" | "another" | null> {
  const before = await getSentText(db, code.id, key);
  if (before === null) return null;
  return before === text ? "same" : "another";
}
