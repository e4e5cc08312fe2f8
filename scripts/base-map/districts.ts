import { parsePosition, type Position } from "#geo/position.ts";

export type DistrictSeed = { code: number; name: string; label: Position; places: Position[] };

function district(code: number, name: string, label: string, places: string[]): DistrictSeed {
  return {
    code,
    name,
    label: position(label),
    places: places.flatMap((line) => line.split(" ").map(position)),
  };
}

function position(text: string): Position {
  const read = parsePosition(text);
  if (!read) throw new Error(`not a position: ${text}`);
  return read;
}

/** The ten districts (bydele) by their official numbers: where the name is written, and places known to lie in each. The
 *  nearest of all these places decides which district a spot belongs to; a centre alone would give Islands Brygge to the
 *  inner city and half of Østerbro to its neighbours. */
export const districtSeeds: DistrictSeed[] = [
  district(1, "Indre By", "12.5911,55.6839", [
    "12.569,55.6755 12.5715,55.6835 12.5800,55.6920 12.5935,55.6905", // the inner city, from the city hall to Kastellet
    "12.5965,55.6730 12.6060,55.6780 12.6115,55.6845 12.6120,55.6930", // Christianshavn, Holmen, Refshaleøen
  ]),
  district(2, "Østerbro", "12.5866,55.7122", [
    "12.5760,55.7005 12.5670,55.6995 12.5665,55.7090 12.5700,55.7170", // Trianglen to Ryparken
    "12.5980,55.7030 12.6220,55.7185", // the north harbour
  ]),
  district(3, "Nørrebro", "12.551,55.6962", ["12.5585,55.6880 12.5570,55.6990 12.5475,55.7035"]),
  district(4, "Vesterbro/Kongens Enghave", "12.5432,55.6559", [
    "12.5550,55.6695 12.5600,55.6715 12.5400,55.6655", // Vesterbro
    "12.5330,55.6500 12.5360,55.6410 12.5450,55.6450 12.5560,55.6540 12.5575,55.6620 12.5655,55.6680", // the south harbour
  ]),
  district(5, "Valby", "12.503,55.6567", ["12.5180,55.6635 12.5150,55.6450 12.4880,55.6640"]),
  district(6, "Vanløse", "12.49,55.69", [
    "12.4840,55.6780 12.4740,55.6930 12.4840,55.6950 12.5000,55.6935 12.5120,55.6980",
  ]),
  district(7, "Brønshøj-Husum", "12.4863,55.7101", [
    "12.4670,55.7070 12.4840,55.7060 12.5000,55.7060 12.5090,55.7080 12.5000,55.7170",
  ]),
  district(8, "Bispebjerg", "12.5338,55.7141", [
    "12.5300,55.7050 12.5365,55.7085 12.5480,55.7180 12.5250,55.7170",
  ]),
  district(9, "Amager Øst", "12.6255,55.6634", [
    "12.6030,55.6680 12.6185,55.6740 12.6225,55.6845 12.6250,55.6750", // north of Holmbladsgade
    "12.6085,55.6625 12.6205,55.6510 12.6380,55.6530", // east of Amagerbrogade
  ]),
  district(10, "Amager Vest", "12.5722,55.6387", [
    "12.5820,55.6650 12.5955,55.6595 12.6035,55.6490 12.5960,55.6450", // west of Amagerbrogade
    "12.5690,55.6540 12.5665,55.6495 12.5600,55.6410 12.5480,55.6325 12.5500,55.6250", // along the harbour
  ]),
];
