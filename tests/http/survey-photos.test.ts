import { sql } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { getActorByAccount } from "#db/queries/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { observationOf, phoneOf } from "../helpers/survey-steps.ts";

const site = useServedApp();
let cookie: string;
let survey: ReturnType<typeof phoneOf>;
let elementId: Id;
let photo: Buffer;

beforeAll(async () => {
  cookie = await site.signIn("manager");
  const [found] = await site.db.execute<{ account: Id; building: Id }>(sql`
    select a.id as account, b.building_id as building from account a, portfolio_row_now b
     where a.email = 'manager@demo.example' and b.tenure = 'owned' and not b.is_protected order by b.building_id limit 1`);
  survey = phoneOf(site.db, (await getActorByAccount(site.db, found!.account, new Date()))!);
  const observation = observationOf("47");
  elementId = observation.elementId;
  expect(await survey.start(found!.building)).toMatchObject({ outcome: "applied" });
  expect(await survey.observe(observation)).toMatchObject({ outcome: "applied" });
  // Noise does not let itself be packed: as large as what a phone takes.
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#225588", noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
  expect(photo.length).toBeGreaterThan(1_000_000);
});

async function send(content: Buffer | null, to: { surveyId?: string; elementId?: string } = {}, as = cookie) {
  const form = new FormData();
  form.append("surveyId", to.surveyId ?? survey.surveyId);
  form.append("elementId", to.elementId ?? elementId);
  if (content) form.append("file", new Blob([content as BlobPart]), "tag.jpg");
  const headers = { Cookie: as, Origin: site.origin };
  const answer = await fetch(`${site.origin}/surveys/photos`, {
    ...{ method: "POST", redirect: "manual", headers, body: form },
  });
  const text = await answer.text();
  return { status: answer.status, ...(answer.ok ? (JSON.parse(text) as { id?: Id; fault?: string }) : {}) };
}

const photosKept = async () =>
  (
    await site.db
      .execute(sql`select p.id from observation_photo p join element_observation o on o.id = p.observation_id
    where o.survey_id = ${survey.surveyId}`)
  ).length;

test("a photo lies once on the element it was taken of, and is seen by those who read surveys alone", async () => {
  const { id } = await send(photo);
  expect((await site.get(`/surveys/photos/${id}`, cookie)).headers.get("Content-Type")).toBe("image/jpeg");
  expect((await site.get(`/surveys/photos/${id}/thumbnail`, cookie)).status).toBe(200);
  expect((await site.get(`/surveys/photos/${id}`, await site.signIn("leader"))).status).not.toBe(200);
  expect(await send(photo)).toMatchObject({ fault: "alreadyThere" });
  expect(await photosKept()).toBe(1);
});

test("what is no photo is named as what it is, and nothing of it is kept", async () => {
  const before = await photosKept();
  const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic");
  const large = Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024)]);
  const sent: [Buffer | null, string][] = [
    [Buffer.from("%PDF-1.7 nothing to see"), "notAPhoto"],
    [heic, "heic"],
    [photo.subarray(0, 200), "broken"],
    [large, "tooLarge"],
    [null, "empty"],
  ];
  for (const [content, fault] of sent) expect(await send(content)).toMatchObject({ status: 200, fault });
  expect(await photosKept()).toBe(before);
});

test("a photo of nothing that was seen, by someone who surveys nothing, or of what is signed is refused", async () => {
  const other = await sharp(photo).negate().jpeg().toBuffer();
  expect(await send(other, { surveyId: "no-id" })).toMatchObject({ status: 422 });
  expect(await send(other, { surveyId: newId() })).toMatchObject({ fault: expect.any(String) });
  expect(await send(other, { elementId: newId() })).toMatchObject({ fault: "elementUnknown" });
  expect((await send(other, {}, await site.signIn("auditor"))).status).toBe(403);
  expect(await survey.sign()).toMatchObject({ outcome: "applied" });
  expect(await send(other)).toMatchObject({ fault: expect.any(String) });
  expect(await photosKept()).toBe(1);
});
