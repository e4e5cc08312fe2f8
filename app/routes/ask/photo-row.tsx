import { mostCasePhotos } from "#domain/case/photo-type.ts";
import { Camera, X } from "lucide-react";
import { useEffect, useState } from "react";
import { buttonClass } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { HeldPhoto } from "#app/offline/draft-store.ts";
import type { PhotoFaultName } from "./use-photos.ts";

interface PhotoRowProps {
  photos: readonly HeldPhoto[];
  faults: readonly PhotoFaultName[];
  isOffline: boolean;
  onAdd: (files: File[]) => void;
  onRemove: (localId: string) => void;
}

/** The camera and what it took. Without script the same field sends the files with the form. */
export function PhotoRow({ photos, faults, isOffline, onAdd, onRemove }: PhotoRowProps) {
  const words = useWords(area).photo;
  return (
    <div className="flex flex-col gap-2">
      {photos.length > 0 && (
        <ul aria-label={words.list} className="flex flex-wrap gap-2">
          {photos.map((photo, index) => (
            <li key={photo.localId} className="relative">
              <Thumbnail photo={photo} alt={words.alt(index + 1)} />
              {photo.id === null && (
                <span className="absolute inset-x-0 bottom-0 rounded-b-base bg-navy px-1 text-center text-xs text-white">
                  {isOffline ? words.waiting : words.sending}
                </span>
              )}
              <button
                type="button"
                aria-label={`${words.remove}: ${words.alt(index + 1)}`}
                onClick={() => onRemove(photo.localId)}
                className="absolute -top-2 -right-2 flex size-7 items-center justify-center rounded-full border border-line bg-surface shadow-base"
              >
                <Icon of={X} className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <label
        className={`${buttonClass("secondary")} w-fit has-focus-visible:outline-2 has-focus-visible:outline-blue`}
      >
        <Icon of={Camera} />
        {words.add}
        <input
          type="file"
          name="photo"
          accept="image/*"
          capture="environment"
          multiple
          className="sr-only [@media(scripting:none)]:not-sr-only"
          onChange={(event) => {
            onAdd([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
      {photos.length > 0 && <p className="text-sm text-ink-soft">{words.hint(mostCasePhotos)}</p>}
      {faults.length > 0 && (
        <Notice status="attention">
          {faults.map((fault) => words.faults[fault]).join(" ")} {words.kept}
        </Notice>
      )}
    </div>
  );
}

function Thumbnail({ photo, alt }: { photo: HeldPhoto; alt: string }) {
  const local = useObjectUrl(photo.blob);
  const source = photo.id ? `/photos/${photo.id}/thumbnail` : local;
  return source ? (
    <img src={source} alt={alt} className="size-20 rounded-base border border-line object-cover" />
  ) : (
    <span className="block size-20 rounded-base border border-line bg-sunken" />
  );
}

function useObjectUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return setUrl(null);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
