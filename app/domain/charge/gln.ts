/**
 * Whether a text is a location number (GLN, in Denmark "EAN-nummer"): 13 digits, the last of them a check digit: odd places count once, even ones
 * three times, and with the check digit they come to a multiple of ten. Source: GS1 General Specifications, check digits.
 * @example isGln("5798009811578") // true
 */
export function isGln(text: string | null | undefined): boolean {
  if (!text || !/^\d{13}$/.test(text)) return false;
  return (
    [...text].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
  );
}

/** A number of 12 digits with its check digit. @example withCheckDigit("579800981157") // "5798009811578" */
export function withCheckDigit(twelve: string): string {
  const found = [..."0123456789"].find((digit) => isGln(twelve + digit));
  if (!found) throw new RangeError(`${twelve} is not 12 digits`);
  return twelve + found;
}

const weights = [2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Whether a text is a Danish business number (CVR): eight digits that, weighted, are divisible by eleven. Source: the Danish Business Authority's
 * modulus 11 rule. @example isCvr("64942212") // true
 */
export const isCvr = (text: string | null | undefined): boolean =>
  !!text &&
  /^[1-9]\d{7}$/.test(text) &&
  [...text].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11 === 0;
