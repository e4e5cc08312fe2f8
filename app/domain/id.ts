import { uuidv7 } from "uuidv7";

/** A UUIDv7: made in the app, sortable by the time it was made. */
export type Id = string;

export const newId = (): Id => uuidv7();

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID of any version, so that it may be handed to the database. @example isId("42") // false */
export const isId = (text: string | null | undefined): text is Id =>
  typeof text === "string" && shape.test(text);
