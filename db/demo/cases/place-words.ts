import type { RoomUse } from "#domain/room-use.ts";
import type { Random } from "../random.ts";
import type { DemoCaseUnit, DemoPremises, DemoRoom } from "./case-facts.ts";

/** How one says that something is in a room; the number follows. */
const inRoom: Partial<Record<RoomUse, string>> = {
  classroom: "i klasselokale",
  groupRoom: "i grupperum",
  specialistRoom: "i faglokale",
  sportsHall: "i hal",
  changingRoom: "i omklædningsrum",
  library: "på biblioteket,",
  assemblyRoom: "i salen,",
  activityRoom: "i aktivitetsrum",
  office: "på kontor",
  meetingRoom: "i mødelokale",
  staffRoom: "i personalerum",
  consultationRoom: "i konsultation",
  commonRoom: "i fællesrum",
  kitchen: "i køkken",
  canteen: "i kantinen,",
  workshop: "i værksted",
  storage: "i depot",
  circulation: "på gangen ved",
  toilet: "på toilet",
};

const wetRooms: readonly RoomUse[] = ["kitchen", "toilet", "changingRoom"];
const roomsOf: Record<string, readonly RoomUse[]> = {
  toilet: ["toilet", "changingRoom"],
  water: wetRooms,
  drain: wetRooms,
  kitchen: ["kitchen"],
  appliance: ["kitchen", "canteen"],
};

const placesOfItem: Record<string, readonly string[]> = {
  toilet: ["ved garderoben", "ved personalerummet", "ved indgangen", "bagest på gangen"],
  water: ["i køkkenet", "i rengøringsrummet", "i personalekøkkenet", "i baderummet"],
  drain: ["i køkkenet", "i rengøringsrummet", "i baderummet", "i vaskerummet"],
  kitchen: ["i køkkenet", "i personalekøkkenet"],
  appliance: ["i køkkenet", "i personalekøkkenet", "i vaskerummet"],
};

const placesOfKind: Record<string, readonly string[]> = {
  daycare: ["i garderoben", "i fællesrummet", "i personalerummet", "i det store grupperum", "i sovesalen"],
  school: [
    "i naturfagslokalet",
    "på gangen ved kontoret",
    "i gymnastiksalen",
    "på lærerværelset",
    "i billedkunst",
  ],
  youthClub: ["i caféen", "i musikrummet", "i værkstedet", "i salen"],
  careHome: ["i fællesstuen", "i skyllerummet", "i vagtrummet", "på gangen"],
  residentialCare: ["i fællesstuen", "i personalerummet", "på gangen"],
  library: ["i børneafdelingen", "i læsesalen", "bag skranken", "i foyeren"],
  sportsCentre: ["i hallen", "i omklædningsrummet", "i cafeteriet", "i rekvisitrummet"],
  cultureCentre: ["i den store sal", "i foyeren", "i øvelokalet", "bag scenen"],
  depot: ["i værkstedet", "i mandskabsrummet", "i hal 2"],
};
const placesOfOffice = [
  "i mødelokalet",
  "i receptionen",
  "i tekøkkenet",
  "på storkontoret",
  "i printerrummet",
];

const outside = ["gavlen", "hovedindgangen", "porten", "cykelskuret", "rampen", "varegården", "bagdøren"];

/** A place inside in words, and the room where it is a recorded one. */
export interface ToldPlace {
  words: string;
  room: DemoRoom | null;
}

/** Where in a unit's premises something is: in a room that fits it, else in words that fit the unit. */
export function tellPlace(
  random: Random,
  unit: DemoCaseUnit,
  premises: DemoPremises,
  item: string,
): ToldPlace {
  const fitting = roomsOf[item];
  const rooms = premises.rooms.filter(({ roomUse }) =>
    fitting ? fitting.includes(roomUse) : inRoom[roomUse] !== undefined && roomUse !== "toilet",
  );
  if (rooms.length > 0 && random.chance(0.75)) {
    const room = random.pick(rooms);
    return { words: `${inRoom[room.roomUse]!} ${room.number}`, room };
  }
  const floors = premises.storeys > 1 ? ["på 1. sal", "i stuen", "i kælderen"] : ["i kælderen"];
  const places = placesOfItem[item] ?? placesOfKind[unit.kind] ?? placesOfOffice;
  return { words: random.pick(random.chance(0.3) ? floors : places), room: null };
}

export const tellOutside = (random: Random): string => random.pick(outside);
