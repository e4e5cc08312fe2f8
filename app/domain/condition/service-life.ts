/** Years an element of an SfB main number usually lasts. Settings with these defaults; a judgement. */
export const usualServiceLife: Record<string, number> = {
  "10": 50,
  "21": 50,
  "27": 80,
  "31": 40,
  "41": 50,
  "42": 12,
  "43": 25,
  "45": 25,
  "47": 25,
  "52": 60,
  "53": 40,
  "56": 25,
  "57": 25,
  "62": 40,
  "63": 20,
  "66": 30,
};
