import type { AppLoadContext } from "@remix-run/node";
import { withForm } from "#app/http/receive-upload.server.ts";
import { keepDraftPhotos, type KeptPhotos } from "#app/server/photos/keep-draft-photos.server.ts";
import {
  listAskPlaces,
  listAskRooms,
  type AskPlace,
  type AskRoom,
} from "#db/queries/case/list-ask-places.ts";
import { listKinds, type Kind } from "#db/queries/case/list-kinds.ts";
import { suggestServices } from "#db/queries/catalogue/suggest-services.ts";
import type { Actor } from "#domain/actor.ts";
import { kindOf, type CaseDraft } from "#domain/case/case-draft.ts";
import { mostCasePhotos, mostPhotoBytes } from "#domain/case/photo-type.ts";
import { dayAt } from "#domain/day.ts";
import { isId, newId } from "#domain/id.ts";
import { readSigns, type Signs } from "#domain/suggestion/read-signs.ts";
import type { EmergencyNumber } from "./emergency.tsx";
import { needOfKind } from "./need-of-kind.ts";
import { lookAhead, type Ahead } from "./look-ahead.server.ts";
import { readDraftFields } from "./read-draft.ts";
import { sendDraft, type SendFault } from "./send-draft.server.ts";

/** What the page stands on. */
export interface AskData {
  owner: string;
  key: string;
  places: AskPlace[];
  rooms: AskRoom[];
  kinds: Kind[];
  buildingId: string;
  spaceId: string | null;
  emergency: EmergencyNumber;
}

/** What came of the form without script, with all that was typed. */
export interface AskReply {
  key: string;
  draft: CaseDraft;
  rooms: AskRoom[];
  ahead: Ahead | null;
  guessed: string[];
  danger: Signs["danger"];
  trouble: SendFault | null;
  photoFaults: KeptPhotos["faults"][number]["fault"][];
}

/** The place comes from the address (my place, a building's page, a code), else it is the asker's first. */
export async function loadAsk(
  context: AppLoadContext,
  actor: Actor,
  params: URLSearchParams,
): Promise<AskData> {
  const today = dayAt(new Date());
  const named = params.get("building");
  const places = await listAskPlaces(context.db, actor, isId(named) ? named : null, today);
  const buildingId = places[0]?.id ?? "";
  const [rooms, kinds] = await Promise.all([
    buildingId ? listAskRooms(context.db, actor, buildingId, today) : [],
    listKinds(context.db, actor, today),
  ]);
  const spaceId = rooms.find(({ id }) => id === params.get("space"))?.id ?? null;
  const { emergency } = context;
  return { owner: actor.accountId, key: newId(), places, rooms, kinds, buildingId, spaceId, emergency };
}

/** Takes the form of a page without script: keeps its photos, then sends it or says what would become of it. */
export async function takeForm(
  request: Request,
  context: AppLoadContext,
  actor: Actor,
): Promise<{ sent: string } | { reply: AskReply }> {
  const limits = { mostFileBytes: mostPhotoBytes, mostFiles: mostCasePhotos, mostFieldBytes: 256 * 1024 };
  return withForm(request, limits, async (form) => {
    const now = new Date();
    const typed = readDraftFields(form.fields);
    const owner = { organisationId: actor.organisationId, sender: `account:${actor.accountId}` };
    const kept = await keepDraftPhotos(context, owner, form, now);
    const photoIds = [...typed.photoIds, ...kept.photos.map(({ id }) => id)];
    const draft = { ...typed, photoIds: photoIds.slice(0, mostCasePhotos) };
    const photoFaults = kept.faults.map(({ fault }) => fault);
    if (photoIds.length > mostCasePhotos) photoFaults.push("tooMany");
    const key = form.fields.get("key") ?? "";
    const isSending = form.fields.get("intent") === "send" && photoFaults.length === 0;
    const answer = isSending ? await sendDraft(context, actor, draft, key) : null;
    if (answer?.ok) return { sent: answer.number };
    return { reply: await replyTo(context, actor, { key, draft, trouble: answer, photoFaults }) };
  });
}

type Typed = Pick<AskReply, "key" | "draft" | "trouble" | "photoFaults">;

async function replyTo(context: AppLoadContext, actor: Actor, typed: Typed): Promise<AskReply> {
  const { trouble, key } = typed;
  const today = dayAt(new Date());
  const text = typed.draft.needs.at(-1)?.text ?? "";
  const { buildingId } = typed.draft;
  const [rooms, suggested, kinds] = await Promise.all([
    isId(buildingId) ? listAskRooms(context.db, actor, buildingId, today) : [],
    suggestServices(context.db, actor.organisationId, text, { buildingId, limit: 4, on: today }),
    listKinds(context.db, actor, today),
  ]);
  const signs = readSigns(text);
  const draft = guessing(typed.draft, kinds, suggested.map(kindOf)[0] ?? "", signs);
  const isUsed = trouble?.fault === "keyUsedForAnother";
  return {
    ...typed,
    key: isUsed || key === "" ? newId() : key,
    draft: trouble?.fault === "priceChanged" ? withPrice(draft, trouble) : draft,
    rooms,
    ahead: await lookAhead(context, actor, draft),
    guessed: suggested.map(kindOf).filter(Boolean),
    danger: signs.danger,
  };
}

/** The price that holds takes the place of the one that was shown: sending again is saying yes to it. */
const withPrice = (draft: CaseDraft, { index, priceOre }: SendFault): CaseDraft => ({
  ...draft,
  needs: draft.needs.map((need, at) => (at === index ? { ...need, shownPriceOre: priceOre } : need)),
});

/** Without a kind, the likeliest is shown as chosen in the form that comes back; the person corrects it there. */
function guessing(draft: CaseDraft, kinds: readonly Kind[], likeliest: string, signs: Signs): CaseDraft {
  const need = draft.needs.at(-1);
  if (!need || need.kind !== "" || likeliest === "") return draft;
  return {
    ...draft,
    needs: [...draft.needs.slice(0, -1), { ...need, ...needOfKind(kinds, likeliest, signs) }],
  };
}
