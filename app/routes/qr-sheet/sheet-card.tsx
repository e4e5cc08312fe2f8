import { QrPicture } from "./qr-picture.tsx";

type Props = { address: string; place: string; name: string };

/** One code to cut out and hang up: where it is, what to do in two languages, and the code. Six fill an A4 sheet. */
export function SheetCard({ address, place, name }: Props) {
  return (
    <li className="keep-together flex h-[84mm] flex-col justify-between overflow-hidden rounded-base border border-dashed border-black/40 p-[5mm]">
      <div>
        <p className="line-clamp-2 text-lg leading-tight font-semibold">{place}</p>
        {name && <p className="line-clamp-2 leading-tight">{name}</p>}
      </div>
      <div className="flex items-center gap-[3mm]">
        <QrPicture address={address} label={`QR: ${place}`} />
        <div className="min-w-0 text-sm leading-snug">
          <p lang="da">
            <strong className="block">Er noget i stykker?</strong>
            Scan koden, skriv hvad der er galt, og send. Du skal ikke logge ind.
          </p>
          <p lang="en" className="mt-[2mm]">
            <strong className="block">Is something broken?</strong>
            Scan the code, write what is wrong, and send. No sign-in needed.
          </p>
        </div>
      </div>
    </li>
  );
}
