/**
 * The last digit of a GLN/EAN number, from the twelve before it: weights 1 and 3 in turn, up to the next ten.
 * Source: GS1 General Specifications, 7.9. @example eanCheckDigit("579000000000") // 5
 */
export function eanCheckDigit(twelve: string): number {
  const sum = [...twelve].reduce((all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}
