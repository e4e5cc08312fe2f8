import { Bell, BellOff, MapPin } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Card, PageHead } from "#app/components/card.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { cases as area } from "#app/i18n/cases.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { PlanPicture } from "#app/components/plan-picture.tsx";
import type { PointedAt } from "./load-pointed-at.server.ts";
import type { CaseFile } from "#db/queries/case/get-case.ts";

type HeadProps = { file: CaseFile; seesOriginals: boolean; site: PointedAt | null };

/** What was asked, where, in whose words, with its photos. */
export function CaseHead({ file, seesOriginals, site }: HeadProps) {
  const words = useWords(area);
  const format = useFormats();
  const place = [file.buildingName, file.spaceName].filter(Boolean).join(", ");
  return (
    <>
      <PageHead
        above={
          <Link to="/cases" className="text-link inline-flex min-h-6 items-center">
            {words.title}
          </Link>
        }
        title={words.case(file.number)}
        note={words.asked(format.dateTime(file.createdAt))}
        tools={<FollowForm isFollowed={file.isFollowed} />}
      />
      {!file.isWhole && <Notice status="info">{words.limited}</Notice>}
      <Card>
        <p className="flex items-start gap-2">
          <Icon of={MapPin} className="mt-0.5 text-blue" />
          <span>
            {file.isWhole ? (
              <Link to={`/buildings/${file.buildingId}`} className="text-link">
                {place}
              </Link>
            ) : (
              place
            )}
            <span className="block text-sm text-ink-soft">
              {[file.address, file.unitName].filter(Boolean).join(" · ")}
            </span>
          </span>
        </p>
        {file.text && (
          <>
            <h2 className="mt-3 text-sm font-semibold">{file.isMine ? words.words : words.theirWords}</h2>
            <p className="max-w-prose break-words whitespace-pre-wrap">{file.text}</p>
            {!file.isMine && file.askerName && (
              <p className="text-sm text-ink-soft">{words.by(file.askerName)}</p>
            )}
          </>
        )}
        {site && (
          <div className="mt-3 max-w-sm">
            <h2 className="mb-1 text-sm font-semibold">{words.pointedAt}</h2>
            <PlanPicture plan={site.plan} point={site.point} label={words.pointedAt} />
          </div>
        )}
        <Photos photos={file.photos} seesOriginals={seesOriginals} />
      </Card>
    </>
  );
}

function FollowForm({ isFollowed }: { isFollowed: boolean }) {
  const words = useWords(area);
  return (
    <Form method="post" preventScrollReset>
      <Button
        type="submit"
        name="intent"
        value={isFollowed ? "unfollow" : "follow"}
        icon={isFollowed ? BellOff : Bell}
      >
        {isFollowed ? words.unfollow : words.follow}
      </Button>
    </Form>
  );
}

function Photos({ photos, seesOriginals }: { photos: CaseFile["photos"]; seesOriginals: boolean }) {
  const words = useWords(area);
  if (photos.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-3">
      {photos.map(({ id }, index) => (
        <li key={id} className="flex flex-col gap-1">
          <a href={`/photos/${id}`}>
            <img
              src={`/photos/${id}/thumbnail`}
              alt={words.photo(index + 1)}
              loading="lazy"
              className="h-28 w-28 rounded-base border border-line object-cover md:h-36 md:w-36"
            />
          </a>
          {seesOriginals && (
            <a
              href={`/photos/${id}/original`}
              download
              className="text-link inline-flex min-h-6 max-w-36 items-center text-sm"
            >
              {words.original}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
