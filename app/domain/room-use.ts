/** What a space is used as, with its names. The list grows; the database keeps the key. */
export const roomUses = {
  classroom: { da: "Klasselokale", en: "Classroom" },
  groupRoom: { da: "Grupperum", en: "Group room" },
  specialistRoom: { da: "Faglokale", en: "Specialist room" },
  sportsHall: { da: "Idrætssal", en: "Sports hall" },
  changingRoom: { da: "Omklædning", en: "Changing room" },
  library: { da: "Bibliotek", en: "Library" },
  assemblyRoom: { da: "Forsamlingssal", en: "Assembly room" },
  activityRoom: { da: "Aktivitetsrum", en: "Activity room" },
  office: { da: "Kontor", en: "Office" },
  meetingRoom: { da: "Mødelokale", en: "Meeting room" },
  staffRoom: { da: "Personalerum", en: "Staff room" },
  consultationRoom: { da: "Konsultation", en: "Consultation room" },
  dwelling: { da: "Bolig", en: "Dwelling" },
  commonRoom: { da: "Fællesrum", en: "Common room" },
  kitchen: { da: "Køkken", en: "Kitchen" },
  canteen: { da: "Kantine", en: "Canteen" },
  workshop: { da: "Værksted", en: "Workshop" },
  storage: { da: "Depot", en: "Storage" },
  circulation: { da: "Gang og trappe", en: "Circulation" },
  toilet: { da: "Toilet og bad", en: "Toilet and bath" },
  technical: { da: "Teknikrum", en: "Technical room" },
} as const satisfies Record<string, { da: string; en: string }>;

export type RoomUse = keyof typeof roomUses;

/** Whether a text is one of the room uses. @example isRoomUse("classroom") // true */
export const isRoomUse = (text: string | null): text is RoomUse =>
  text !== null && Object.hasOwn(roomUses, text);
