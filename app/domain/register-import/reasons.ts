/** Why a row was refused: bad in itself, or not the actor's. Each has words in both languages (`reason-words.ts`). */
export type RefusalReason =
  | "idMissing"
  | "idNotUuid"
  | "columnCount"
  | "duplicateId"
  | "badTime"
  | "unknownStatus"
  | "unknownCode"
  | "notANumber"
  | "negative"
  | "notWhole"
  | "tooLarge"
  | "yearInFuture"
  | "notAPlace"
  | "noGeometry"
  | "wrongGeometry"
  | "brokenOutline"
  | "implausibleFootprint"
  | "inTheSea"
  | "outsideMunicipality"
  | "nameMissing"
  | "codeMissing"
  | "notYours";

/** Why a row was left out without anything being wrong with it. */
export type IgnoreReason =
  | "noLongerCurrent"
  | "notYetInForce"
  | "otherMunicipality"
  | "repeated"
  | "planned"
  | "historic"
  | "error"
  | "caseOnly"
  | "deleted"
  | "otherEntity"
  | "endedHere"
  | "unmatchedOutsideScope"
  | "rejectedHere";

/** What is worth knowing of a row that was taken. */
export type Note =
  "phasedOutUse" | "heldAreaLeft" | "heldAreaFollowed" | "placeholderYear" | "underConstruction";

export interface Refusal {
  row: number;
  /** The name of the field as the file's kind spells it, or "" for the row as a whole. */
  field: string;
  reason: RefusalReason;
  /** What stood there, shortened. */
  value?: string;
}

/** Why a whole file cannot be read; nothing of it is taken then. */
export type UnreadableReason =
  | "missingFile"
  | "notAFile"
  | "empty"
  | "noRows"
  | "picture"
  | "pdf"
  | "packed"
  | "spreadsheet"
  | "binary"
  | "utf16"
  | "truncated"
  | "notJson"
  | "recordTooLarge"
  | "noIdColumn"
  | "unclosedQuote"
  | "errorAnswer"
  | "notARegister"
  | "notBuildings"
  | "notAllowed";

/** Thrown while reading a file that cannot be taken at all. `detail` is a row, a name or a message from the file. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason;
  readonly detail: string;
  constructor(reason: UnreadableReason, detail = "", options?: ErrorOptions) {
    super(detail ? `${reason}: ${detail}` : reason, options);
    this.name = "UnreadableFile";
    this.reason = reason;
    this.detail = detail;
  }
}
