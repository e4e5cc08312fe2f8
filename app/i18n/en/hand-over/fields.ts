import type * as da from "../../da/hand-over/fields.ts";

export const fields = {
  key: "Number in the register",
  administration: "Administration",
  unit: "Unit",
  street: "Street",
  houseNumber: "House no.",
  postcode: "Postcode",
  town: "Town",
  premises: "Floor, door or part",
  useCode: "Use (BBR)",
  areaM2: "Area (m²)",
  counterparty: "Landlord",
  startsOn: "Began",
  lastDay: "Last day",
  noticeMonths: "Notice (months)",
  nonTerminableUntil: "Not terminable until",
  annualRent: "Rent a year (DKK)",
  latitude: "Latitude",
  longitude: "Longitude",
  bfeNumber: "BFE number",
  builtYear: "Built",
  note: "Remark",
} satisfies typeof da.fields;

export const hints = {
  premises: "E.g. 2nd floor left. Empty for the whole house.",
  unit: "Who uses the place.",
  lastDay: "Empty where the lease runs until notice is given.",
  useCode: "A BBR code, e.g. 321 for office.",
  position: "Only for places that the register lacks. KEjd can fill it in.",
} satisfies typeof da.hints;

export const faults = {
  missing: () => "Must be filled in.",
  notADay: () => "That is not a date. Write it as 31.12.2027.",
  notANumber: () => "That is not a number.",
  notAYear: () => "That is not a year.",
  endBeforeStart: ({ day }) => `The lease ends before it begins on ${day}.`,
  ended: ({ day }) => `The lease ended on ${day}, so there is nothing to hand over.`,
  absurdArea: () => "The area must be between 2 and 200,000 m².",
  absurdRent: () => "The rent is above DKK 20,000 per m² a year. Is there a nought too many?",
  absurdNotice: () => "Notice is a whole number of months, at most 120.",
  boundBeyondEnd: ({ day }) => `It cannot be bound beyond its last day, ${day}.`,
  postcode: () => "A postcode has four digits.",
  unknownUse: () => "BBR does not have that code.",
  unknownUnit: () => "The administration has no unit of that code or name.",
  unknownAdministration: () => "That is no administration you can hand over for.",
  unknownKey: () => "That number is not among those you run yourselves.",
  positionWrong: () => "Write both numbers in degrees, e.g. 55.6761 and 12.5683.",
  tooLong: () => "The text is too long.",
  closed: ({ day }) =>
    `KEjd took over the administration's last lease on ${day}. From that day only KEjd enters leases from others. Write to KEjd.`,
  sameTwice: ({ other }) => `It is the same as ${other}.`,
  handedOverAlready: ({ other, day }) => `It was handed over already as ${other} on ${day}.`,
  overlaps: ({ other, day }) => `The same premises are rented by ${other} from ${day}.`,
} satisfies typeof da.faults;
