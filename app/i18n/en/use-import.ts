import type { useImport as da } from "../da/use-import.ts";

/** Counts, bookings and sensors from a file. */
export const useImport = {
  title: "Bring in counts",
  note: "Bookings, counts and sensors from a CSV file. The same file twice counts once.",
  columns:
    "The columns sequence (the source's own number), observedAt (an instant with its time zone), spaceId (the room's id) and persons.",
  example: "sequence;observedAt;spaceId;persons\n1;2026-11-27T09:00:00+01:00;018f…;12",
  file: "File (CSV, at most 8 MB)",
  kind: "Kind",
  kinds: { booking: "Bookings", count: "Counts", sensor: "Sensors" },
  source: "Source",
  sourceHint: "Such as the name of the system. Numbers are the source's own, so use the same name each time.",
  send: "Bring in",
  taken: (added: string, duplicates: string, refused: string) =>
    `${added} added, ${duplicates} were there already, ${refused} refused.`,
  refused: "Lines that were refused",
  line: "Line",
  why: "Why",
  problems: {
    noFile: "Choose a file.",
    tooLarge: "The file is too large. Split it.",
    noSource: "Write where the numbers come from.",
    unreadable: "The file could not be read as CSV. Nothing was taken.",
    empty: "The file has no lines.",
    tooMany: "The file has more than 100,000 lines. Split it.",
    otherKind:
      "The source is known as another kind. Choose that kind, or use another name. Nothing was taken.",
  },
  reasons: {
    unreadable: "The line cannot be read",
    sequence: "sequence is missing or no whole number from 0",
    time: "observedAt is no instant with a time zone, such as 2026-11-27T09:00:00+01:00",
    future: "The instant lies in the future",
    tooOld: "The instant is older than what is kept (25 months)",
    persons: "persons is no whole number from 0 to 100,000",
    unknownSpace: "There is no such room, or you may not tell about it",
    sequenceTaken: "The number stands for something else from the same source",
    timeWentBack: "The time goes back against the source's numbers",
  },
} satisfies typeof da;
