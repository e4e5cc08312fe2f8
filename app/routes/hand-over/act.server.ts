import type { ReceivedFile, Upload } from "#app/http/receive-upload.server.ts";
import { storageKeyOf, type FileStorage } from "#app/server/storage/file-storage.ts";
import { createReadStream } from "node:fs";
import {
  addHandOverDocument,
  type NewHandOverDocument,
} from "#db/commands/hand-over/add-hand-over-document.ts";
import { completeHandOver, decideHandOver } from "#db/commands/hand-over/decide-hand-over.ts";
import { takeOver } from "#db/commands/hand-over/take-over.ts";
import type { Db } from "#db/client.server.ts";
import { getHandOverRegister } from "#db/queries/hand-over/get-hand-over-register.ts";
import { getHandOverDocument, type HandOverRow } from "#db/queries/hand-over/list-hand-overs.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { documentTypes, fileNameOf } from "#domain/document-type.ts";
import type { TakeOverFault } from "#domain/hand-over/judge-take-over.ts";
import type { FaultAt } from "#domain/hand-over/judge-facts.ts";
import { readHandOver, type Typed } from "#domain/hand-over/read-hand-over.ts";
import { newId } from "#domain/id.ts";
import { typeOfFile } from "../building-documents/type-of-file.server.ts";

export type PaperFault =
  "title" | "noFile" | "emptyFile" | "tooLarge" | "wrongType" | "alreadyThere" | "notNow" | "notAllowed";

/** What came of a form that was not taken. */
export interface ActAnswer {
  intent: string;
  refusal: "notAllowed" | "changed" | "notNow" | "wordsMissing" | "notOutside" | null;
  faults: FaultAt[];
  takeOverFaults: TakeOverFault[];
  paperFault: PaperFault | null;
  typed: Record<string, string>;
}

interface Acting {
  db: Db;
  files: FileStorage;
  actor: Actor;
  row: HandOverRow;
  now: Date;
}

const nothing = { refusal: null, faults: [], takeOverFaults: [], paperFault: null };

/** Does what a form of the page asks; null where it is done. Every form says the version it was made from. */
export async function act(acting: Acting, upload: Upload): Promise<ActAnswer | null> {
  const { db, actor, row, now } = acting;
  const typed = upload.fields;
  const intent = typed["intent"] ?? "";
  const seen = { id: row.id, version: Number(typed["version"]) };
  const no = (what: Partial<ActAnswer>): ActAnswer => ({ ...nothing, intent, typed, ...what });
  if (intent === "checking" || intent === "askedBack" || intent === "rejected") {
    const decided = await decideHandOver(
      db,
      actor,
      seen,
      { event: intent, words: (typed["words"] ?? "").slice(0, 2000) },
      now,
    );
    return decided.ok ? null : no({ refusal: decided.refusal });
  }
  if (intent === "complete") return complete(acting, seen, typed, no);
  if (intent === "takeOver") {
    const form = { from: typed["from"] ?? "", isLetOn: typed["letOn"] === "on" };
    const taken = await takeOver(db, actor, seen, form, now);
    if (taken.ok) return null;
    return taken.refusal === "faults" ? no({ takeOverFaults: taken.faults }) : no({ refusal: taken.refusal });
  }
  const paperFault = await addPaper(acting, upload);
  return paperFault && no({ paperFault });
}

async function complete(
  { db, actor, row, now }: Acting,
  seen: { id: string; version: number },
  typed: Record<string, string>,
  no: (what: Partial<ActAnswer>) => ActAnswer,
): Promise<ActAnswer | null> {
  const register = await getHandOverRegister(db, actor, dayAt(now));
  const own = { ...(typed as Typed), key: "", administration: row.administrationId };
  const { form, faults } = readHandOver(row.kind, own, register);
  if (!form) return no({ faults });
  const done = await completeHandOver(db, actor, seen, { facts: form.facts, unitId: form.unitId }, now);
  return done.ok ? null : no({ refusal: done.refusal });
}

/** The file first, then its row: a row never names a file that is not there, and a file without a row goes again. */
async function addPaper({ db, files, actor, row, now }: Acting, upload: Upload): Promise<PaperFault | null> {
  const title = (upload.fields["title"] ?? "").trim();
  const { file } = upload;
  if (!title || title.length > 200) return "title";
  if (!file) return "noFile";
  if (file.bytes === 0) return "emptyFile";
  if (upload.isTooLarge) return "tooLarge";
  const type = await typeOfFile(file.path);
  if (!type) return "wrongType";
  const id = newId();
  const added: NewHandOverDocument = {
    ...{ id, handOverId: row.id, title, bytes: file.bytes, sha256: file.sha256 },
    ...{ fileName: fileNameOf(file.name, type), mediaType: documentTypes[type].mediaType },
    storageKey: storageKeyOf(file.sha256, id),
  };
  return writeBoth({ db, files, actor, file, added, now });
}

interface Writing extends Pick<Acting, "db" | "files" | "actor" | "now"> {
  file: ReceivedFile;
  added: NewHandOverDocument;
}

async function writeBoth({ db, files, actor, file, added, now }: Writing): Promise<PaperFault | null> {
  await files.put(added.storageKey, createReadStream(file.path));
  try {
    const result = await addHandOverDocument(db, actor, added, now);
    if (result.ok) return null;
    await files.remove(added.storageKey);
    return result.refusal;
  } catch (error) {
    if (!(await getHandOverDocument(db, actor, added.id))) await files.remove(added.storageKey);
    throw error;
  }
}
