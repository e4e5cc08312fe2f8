import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { elementUnits, type ElementUnit } from "#domain/condition/element-type.ts";
import type { PackedElement, PackedType } from "#domain/survey/survey-pack.ts";
import { AddElement } from "./add-element.tsx";
import { ElementRow } from "./element-row.tsx";
import { SignForm } from "./sign-form.tsx";
import { StuckCard } from "./stuck-card.tsx";
import type { SurveyActions } from "./use-surveys.ts";
import type { VisitProps } from "./visit-props.ts";

/** One building being walked: its elements outside and inside, then the signature. */
export function VisitSheet({ visit, app }: VisitProps) {
  const words = useWords(area);
  const mayWrite = app.pack?.mayWrite ?? false;
  const isOpen = mayWrite && visit.surveyId !== null && !visit.isSigned;
  const begin = () => {
    const { visitId, buildingId } = visit;
    void app.give(visit, { kind: "start", buildingId, visitId, amendsId: null });
  };
  return (
    <>
      {visit.note && <p>{visit.note}</p>}
      {visit.isGone && <Notice status="bad">{words.gone}</Notice>}
      {visit.others.length > 0 && <Notice status="attention">{words.others(visit.others.join(", "))}</Notice>}
      {visit.needsDecision && <StuckCard visit={visit} app={app} />}
      {!mayWrite && <Notice status="info">{words.readOnly}</Notice>}
      {mayWrite && visit.surveyId === null && !visit.isGone && (
        <Button look="primary" className="self-start max-md:w-full" onClick={begin}>
          {words.begin}
        </Button>
      )}
      {(["exterior", "interior"] as const).map((scope) => (
        <ElementGroup key={scope} {...{ scope, visit, app, isOpen }} />
      ))}
      {isOpen && <AddElement visit={visit} app={app} />}
      {isOpen && <SignForm visit={visit} app={app} />}
      {visit.isSigned && <Notice status="info">{words.signed}</Notice>}
    </>
  );
}

type GroupProps = VisitProps & { scope: "exterior" | "interior"; isOpen: boolean };

/** An element whose kind the phone does not know is still shown, by its code. */
const typeOf = (app: SurveyActions, { typeCode }: PackedElement): PackedType =>
  app.pack?.types.find(({ code }) => code === typeCode) ?? {
    ...{ code: typeCode, sfb: typeCode, nameDa: typeCode, nameEn: typeCode },
    ...{ unit: elementUnits[0] satisfies ElementUnit, scope: "exterior" },
  };

function ElementGroup({ scope, visit, app, isOpen }: GroupProps) {
  const words = useWords(area);
  const typed = visit.elements.map((element) => ({ element, type: typeOf(app, element) }));
  const own = typed.filter(({ type }) => type.scope === scope);
  if (own.length === 0) return null;
  return (
    <Card title={words[scope]} isFlush>
      <ul>
        {own.map(({ element, type }) => (
          <ElementRow key={element.id} {...{ element, type, visit, app, isOpen }} />
        ))}
      </ul>
    </Card>
  );
}
