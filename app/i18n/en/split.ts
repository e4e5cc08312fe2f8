import type { split as da } from "../da/split.ts";

export const split = {
  title: "Share the price",
  open: "Share anew",
  basis: "Share by",
  bases: { share: "Percent", m2: "Rented m²", hours: "Hours" },
  hint: (hours: string) =>
    `Percent must make 100. Hours must make the ${hours} hours that are recorded on the order, if there are any. For m² you need not write anything.`,
  price: "Price",
  kr: "DKK",
  landlord: "Landlord (KEjd)",
  submit: "Share",
  faults: {
    notHundred: "The percentages must make 100 together.",
    hoursDiffer: "The hours must make the hours that are recorded on the order.",
    noBearer: "Nobody bears anything. Write at least one number.",
    notAllowed: "You may not do that.",
    conflict: "The order has changed since you opened the page. Have a look, and try again.",
    orderClosed: "The order has ended, so its price cannot be shared anew.",
    priceMissing: "Write what the order costs.",
    form: "The numbers could not be read. Write them like 12.5.",
  } as Record<string, string>,
} satisfies typeof da;
