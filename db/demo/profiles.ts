import type { UseGroup } from "#domain/portfolio-row.ts";

/** How one group of use is built: how much of it there is, and what a building of it is like. */
export interface Profile {
  /** Share of the owned m². */
  share: number;
  addresses: number;
  buildings: number;
  medianM2: number;
  sigma: number;
  /** BBR use codes and how often they occur. */
  codes: readonly (readonly [code: string, weight: number])[];
  /** Storeys and how often they occur, before small buildings are held lower. */
  storeys: readonly (readonly [storeys: number, weight: number])[];
  /** Internal rent, kr a m² a year. */
  rentKr: readonly [from: number, to: number];
}

/** Addresses add up to 800; buildings and the sheds below to 2,000. */
export const profiles: Record<UseGroup, Profile> = {
  school: {
    share: 0.35,
    addresses: 95,
    buildings: 334,
    medianM2: 1_800,
    sigma: 0.7,
    codes: [
      ["421", 80],
      ["429", 12],
      ["420", 8],
    ],
    storeys: [
      [1, 10],
      [2, 25],
      [3, 40],
      [4, 25],
    ],
    rentKr: [520, 780],
  },
  daycare: {
    share: 0.14,
    addresses: 360,
    buildings: 506,
    medianM2: 550,
    sigma: 0.45,
    codes: [
      ["441", 90],
      ["440", 10],
    ],
    storeys: [
      [1, 55],
      [2, 40],
      [3, 5],
    ],
    rentKr: [600, 900],
  },
  sportCulture: {
    share: 0.14,
    addresses: 105,
    buildings: 248,
    medianM2: 900,
    sigma: 0.8,
    codes: [
      ["533", 34],
      ["531", 15],
      ["413", 12],
      ["415", 12],
      ["411", 6],
      ["412", 5],
      ["419", 5],
      ["532", 4],
      ["539", 4],
      ["534", 2],
      ["530", 1],
    ],
    storeys: [
      [1, 55],
      [2, 35],
      [3, 10],
    ],
    rentKr: [450, 750],
  },
  socialHealth: {
    share: 0.13,
    addresses: 80,
    buildings: 172,
    medianM2: 1_300,
    sigma: 0.7,
    codes: [
      ["160", 32],
      ["433", 18],
      ["449", 15],
      ["442", 10],
      ["439", 10],
      ["432", 9],
      ["430", 6],
    ],
    storeys: [
      [1, 10],
      [2, 35],
      [3, 35],
      [4, 20],
    ],
    rentKr: [550, 850],
  },
  administration: {
    share: 0.09,
    addresses: 55,
    buildings: 90,
    medianM2: 1_600,
    sigma: 0.8,
    codes: [
      ["321", 72],
      ["320", 18],
      ["329", 10],
    ],
    storeys: [
      [2, 10],
      [3, 30],
      [4, 35],
      [5, 25],
    ],
    rentKr: [650, 900],
  },
  housingCommercial: {
    share: 0.06,
    addresses: 65,
    buildings: 137,
    medianM2: 700,
    sigma: 0.8,
    codes: [
      ["140", 55],
      ["333", 12],
      ["322", 10],
      ["150", 6],
      ["131", 6],
      ["339", 5],
      ["120", 4],
      ["330", 2],
    ],
    storeys: [
      [1, 10],
      [2, 25],
      [3, 30],
      [4, 35],
    ],
    rentKr: [600, 900],
  },
  other: {
    share: 0.09,
    addresses: 40,
    buildings: 151,
    medianM2: 850,
    sigma: 0.8,
    codes: [
      ["323", 26],
      ["223", 22],
      ["239", 8],
      ["234", 8],
      ["313", 10],
      ["222", 8],
      ["590", 8],
      ["521", 5],
      ["319", 3],
      ["220", 2],
    ],
    storeys: [
      [1, 75],
      [2, 25],
    ],
    rentKr: [450, 600],
  },
};

/** Sheds, garages and canopies: 362 of the 2,000 buildings. Their m² count in the group "other". */
export const shed = {
  buildings: 362,
  medianM2: 60,
  sigma: 0.6,
  codes: [
    ["930", 70],
    ["910", 12],
    ["950", 10],
    ["940", 4],
    ["920", 4],
  ],
  /** How likely a site of each group is to get one more. */
  perSite: {
    school: 5,
    daycare: 5,
    sportCulture: 4,
    socialHealth: 2,
    administration: 1,
    housingCommercial: 2,
    other: 3,
  },
} as const satisfies { codes: Profile["codes"]; perSite: Record<UseGroup, number> } & Record<string, unknown>;

/** Rent of premises rented from others, kr a m² a year: offices, and everything else. */
export const externalRentKr = { office: [900, 1_850], other: [600, 1_200] } as const;
