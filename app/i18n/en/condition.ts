import type { condition as danish } from "../da/condition.ts";

export const condition = {
  kinds: {
    exterior: "Exterior backlog",
    interior: "Interior backlog",
    tenYearNeed: "Need over the next ten years",
    modernisation: "Modernisation and energy",
  },
  conditions: { 1: "As new", 2: "Good", 3: "Fair", 4: "Worn", 5: "Poor", 6: "Unfit" },
  condition: {
    title: "Elements",
    observed: "Seen by survey",
    observedNote: (oldest: string, newest: string) =>
      oldest === newest ? `Seen on ${newest}.` : `Seen between ${oldest} and ${newest}.`,
    estimated: (day: string) => `Estimated for ${day}`,
    estimatedNote: "Aged since the survey by the service life of each element.",
    shares: "Spread by what renewing the elements costs",
    sum: (condition: number, word: string) => `Overall ${condition} · ${word}`,
    unknown: (count: number) =>
      count === 1
        ? "1 element has no condition and is not counted."
        : `${count} elements have no condition and are not counted.`,
    none: "No elements have been entered yet. They come with the next survey.",
    noAggregate: "Not assessed",
  },
  target: {
    title: "How well it is to be kept",
    classes: {
      1: "Class 1 – very well kept",
      2: "Class 2 – well kept",
      3: "Class 3 – ordinarily kept",
      4: "Class 4 – wear is allowed",
      5: "Class 5 – worn is allowed",
    },
    accepts: (exterior: number, interior: number) =>
      `Accepts condition ${exterior} outside and ${interior} inside. What is worse is backlog.`,
    since: (day: string, source: string) => `Since ${day}. ${source}`,
    usual: "Nobody has chosen a class; the middle one holds.",
    change: "Choose another class",
    class: "Class",
    from: "In force from",
    fromHint: "Today or earlier. Today's backlog is reckoned anew at once.",
    source: "Who decided it, and why",
    save: "Save and reckon anew",
    faults: {
      quality: "Choose a class from 1 to 5.",
      from: "Enter a day.",
      source: "Say where the decision comes from.",
    },
    refusals: {
      notFound: "You cannot change the class of this building.",
      fromInFuture: "The class can hold from today or earlier. Come back when the day is there.",
      beforeItsStart: "The class now in force begins later than that day. Choose a day after it.",
      unchanged: "The building already has that class.",
    },
  },
  elements: {
    title: "Elements",
    open: "Open an element to see defects, remedy and price.",
    units: { "m²": "m²", m: "m", stk: "pcs", sum: "sum" },
    notKnown: "Not assessed",
    seen: (day: string) => `seen ${day}`,
    estimated: (value: string) => `estimated ${value}`,
    nothing: "no work",
    life: (years: number, renewed: number | null) =>
      `Usually lasts ${years} years${renewed ? `; renewed ${renewed}` : ""}.`,
    consequence: (grade: number) => `Consequence if it fails: ${grade} of 5.`,
    replacement: (amount: string) => `Renewing all of it costs ${amount}.`,
    grade: (grade: string) => `The survey says: ${grade}`,
    defects: "Defects",
    noDefects: "No defects seen.",
    defect: (severity: string, intensity: string, extent: string) =>
      `(${severity}, ${intensity}, ${extent} of the element)`,
    severities: { minor: "minor", serious: "serious", critical: "critical" },
    intensities: { low: "beginning", mid: "advanced", high: "end stage" },
    remedies: "Works",
    recommended: (year: number) => `recommended ${year}`,
  },
  waiting: {
    title: "What waiting costs",
    sentence: (years: number, amount: string) =>
      `If all of it waits ${years} ${years === 1 ? "year" : "years"}, it costs ${amount} more.`,
    see: "See the curves, and try an amount",
  },
} satisfies typeof danish;
