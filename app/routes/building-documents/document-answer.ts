/** What can be wrong with a field of the form, or with the file. */
export type DocumentFault =
  "title" | "kind" | "datedOn" | "noFile" | "emptyFile" | "tooLarge" | "wrongType" | "alreadyThere";

/** What came of a form that was not taken: what is wrong with it, and what was typed. */
export interface DocumentAnswer {
  faults: DocumentFault[];
  /** The title of the document that is the same file, where that is the fault. */
  sameAs: string | null;
  typed: Record<string, string>;
}
