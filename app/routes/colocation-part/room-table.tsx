import { colocationEdit } from "#app/i18n/colocation-edit.ts";
import { colocationPart as area } from "#app/i18n/colocation-part.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { isShareable, roomFunctions, type RoomFunction } from "#domain/colocation/room-function.ts";
import { NumberField } from "./number-field.tsx";
import type { PartAnswer } from "./part-data.ts";

type Room = { roomFunction: RoomFunction; places: number; areaM2: number; mayShare?: boolean };
type Props = { caption: string; rooms: readonly Room[]; mayShare: boolean; answer: PartAnswer | null };

/** Places and m² of each function, and whether others may use them in other hours. Empty fields say nothing. */
export function RoomTable({ caption, rooms, mayShare, answer }: Props) {
  const words = useWords(area);
  const { functions } = useWords(colocationEdit);
  const cell = "py-1.5 pr-1.5 sm:pr-3";
  return (
    <table className="w-full max-w-2xl text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-sm">
        <tr className="border-b border-line">
          <th className={cell}>{words.roomFunction}</th>
          <th className={cell}>{words.places}</th>
          <th className={cell}>m²</th>
          {mayShare && <th className="py-1.5">{words.share}</th>}
        </tr>
      </thead>
      <tbody>
        {roomFunctions.map((one) => {
          const room = rooms.find(({ roomFunction }) => roomFunction === one);
          const name = functions[one];
          const isShared = answer ? Boolean(answer.typed[`share.${one}`]) : room?.mayShare === true;
          return (
            <tr key={one} className="border-b border-line">
              <th scope="row" className={`${cell} font-normal`}>
                {name}
              </th>
              <td className={cell}>
                <NumberField
                  {...{ name: `places.${one}`, label: `${name}: ${words.places}`, answer }}
                  value={room?.places ?? null}
                />
              </td>
              <td className={cell}>
                <NumberField
                  {...{ name: `area.${one}`, label: `${name}: m²`, answer }}
                  value={room?.areaM2 ?? null}
                />
              </td>
              {mayShare && (
                <td className="py-1.5">
                  {isShareable(one) && (
                    <label className="flex size-11 items-center justify-center">
                      <input
                        type="checkbox"
                        name={`share.${one}`}
                        aria-label={`${name}: ${words.share}`}
                        defaultChecked={isShared}
                        className="size-4.5"
                      />
                    </label>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
