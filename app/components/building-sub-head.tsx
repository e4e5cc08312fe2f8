import { PageHead } from "./card.tsx";
import { Link } from "./link.tsx";

type Props = { building: { id: string; name: string }; title: string; to: { path: string; word: string } };

/** The head of a page about one side of a building: the way up to it, and to the side that belongs with this one. */
export function BuildingSubHead({ building, title, to }: Props) {
  const look = "text-link inline-flex min-h-6 items-center";
  return (
    <PageHead
      title={title}
      above={
        <Link to={`/buildings/${building.id}`} className={look}>
          {building.name}
        </Link>
      }
      tools={
        <Link to={to.path} className={look}>
          {to.word}
        </Link>
      }
    />
  );
}
