/** What a document is to a building. Without the form's machinery: pages take this, and the server `document-form.ts`. */
export const documentKinds = ["drawing", "contract", "report", "certificate", "photo", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The largest file that is taken: 25 MB, counted as people and their systems count it. */
export const mostDocumentBytes = 25 * 1024 * 1024;
