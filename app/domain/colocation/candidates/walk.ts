/** Streets are not straight: so much longer than as the crow flies. A judgement, usual for dense cities. */
const detour = 1.3;
/** Metres a minute at an easy pace (4.5 km an hour). */
const pace = 75;

/** Minutes on foot for a distance as the crow flies. @example minutesOnFoot(1500) // 26 */
export const minutesOnFoot = (meters: number): number => Math.round((meters * detour) / pace);

/** How far one comes on foot, as the crow flies. @example metersOnFoot(15) // about 865 */
export const metersOnFoot = (minutes: number): number => (minutes * pace) / detour;
