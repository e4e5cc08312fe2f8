import type { ToldEvent } from "#domain/telling/told-events.ts";

/** What is filled into a sentence: the reason in the worker's own words, a day, a year, an amount, who takes over. */
export interface NewsParts {
  reason: string;
  day: string;
  year: string;
  owner: string;
  who: string;
}

const because = (reason: string) => (reason ? ` ${reason}` : "");

/** Words of the mails. One plain sentence an event, as a colleague would say it. */
export const mail = {
  news: {
    placed: () => "Vi har modtaget sagen.",
    assess: () => "Vi har set på det og går videre med det.",
    askApproval: () => "Det venter på godkendelse af beløbet. Vi går i gang, når det er godkendt.",
    approve: () => "Beløbet er godkendt.",
    reject: ({ reason }) => `Beløbet blev ikke godkendt.${because(reason)}`,
    plan: ({ day }) => (day ? `Det er planlagt til ${day}.` : "Det er planlagt."),
    setDay: ({ day }) => (day ? `Dagen er nu ${day}.` : "Der er ikke længere en aftalt dag."),
    start: () => "Vi er gået i gang.",
    askCustomer: ({ reason }) => `Vi har brug for et svar fra dig, før vi kan fortsætte.${because(reason)}`,
    customerAnswered: ({ who }) => `${who} har svaret. Vi fortsætter.`,
    waitForPart: ({ reason }) => `Vi venter på en del.${because(reason)}`,
    partArrived: () => "Delen er kommet.",
    finish: () => "Det er gjort. Sig til, hvis noget mangler.",
    confirm: ({ who }) => `${who} har bekræftet, at det er i orden.`,
    reopen: ({ who, reason }) => `${who} har åbnet det igen.${because(reason)}`,
    decline: ({ reason, owner }) =>
      `Vi gør det ikke.${because(reason)}${owner ? ` Det er nu hos: ${owner}.` : ""}`,
    markDuplicate: () => "Det er meldt før. Du kan følge den første sag i stedet.",
    planInBacklog: ({ year, reason }) =>
      `Det kommer med i vedligeholdelsesplanen${year ? ` for ${year}` : ""}.${because(reason)}`,
    setPriority: () => "Sagen har fået en anden prioritet.",
    comment: ({ who, reason }) => (reason ? `${who} skriver: ${reason}` : `${who} har skrevet i sagen.`),
  } satisfies Record<ToldEvent, (parts: NewsParts) => string>,
  someone: "Nogen",
  caseSubject: (number: string, what: string) => `Sag ${number}: ${what}`,
  caseNews: (count: number) => `${count} nyheder`,
  caseAt: (place: string) => `Det gælder ${place}.`,
  ofCase: (number: string) => `Nyt i sag ${number}:`,
  openCase: "Se sagen",
  about: (subject: string, sentence: string) => `${subject}: ${sentence}`,
  hello: (name: string) => `Hej ${name}`,
  footer: {
    asker: "Du får denne mail, fordi du har meldt sagen.",
    follower: "Du får denne mail, fordi du følger sagen.",
    team: "Du får denne mail, fordi opgaven er hos jer.",
    approver: "Du får denne mail, fordi du kan godkende beløb for enheden.",
    desk: "Denne mail er sendt af systemet, når en opgave nærmer sig eller passerer sin frist.",
    opinion: "Du får denne mail, fordi du leder en enhed, der bruger kommunens ejendomme.",
    leaseDates: "Du får denne mail, fordi du har taget datoen eller passer lejemål, som ingen har taget.",
    unfollow: "Vil du ikke følge den længere? Brug linket i mailens hoved, eller åbn:",
    product: "Ejendomsportalen",
  },
  benefit: {
    subject: (label: string, year: number) => `Hvad kom der ud af „${label}“ i ${year}?`,
    asked: (label: string, caseName: string, amount: string, year: number) =>
      `${caseName} lovede „${label}“: ${amount} om året. Hvad er der realiseret i ${year}?`,
    apart: "Skriv, hvad enhederne selv har sparet, og hvad der blot er taget af et budget, hver for sig.",
    open: "Svar her",
    footer: "Du får denne mail, fordi du ejer gevinsten.",
  },
  handOver: {
    subject: (name: string) => `Overdragelse ${name}`,
    askedBack: (name: string, place: string) => `KEjd gennemgår ${name} (${place}) og har et spørgsmål:`,
    rejected: (name: string, place: string) => `KEjd har afvist ${name} (${place}):`,
    open: "Se overdragelsen",
    footer: "Du får denne mail, fordi du har overdraget det til KEjd.",
  },
  approval: {
    subject: (number: string, amount: string) => `Kan du godkende ${amount}? Sag ${number}`,
    asked: (amount: string) => `En bestilling på ${amount} venter på din godkendelse.`,
    what: (subject: string, place: string) => [subject, place].filter(Boolean).join(", "),
    forWhom: (name: string) => `Du er bedt om at svare i stedet for ${name}.`,
    next: "Åbn siden, og godkend eller afvis. Intet sker, før du trykker dér. Linket er dit eget, så send det ikke videre.",
    open: "Åbn og svar",
  },
  reminder: {
    subject: (number: string) => `Sag ${number}: vi venter på dit svar`,
    waiting: (number: string) =>
      `Vi har spurgt dig om noget i sag ${number} og kan ikke fortsætte, før du har svaret.`,
  },
  rating: {
    subject: (number: string) => `Hvordan gik det? Sag ${number}`,
    asked: (number: string) => `Sag ${number} er afsluttet. Hvor tilfreds er du med det, der blev gjort?`,
    scores: ["1 – meget utilfreds", "2", "3", "4", "5 – meget tilfreds"],
  },
  opinion: {
    subject: (year: number) => `Tre spørgsmål om din ejendom ${year}`,
    asked: (closes: string) =>
      `Én gang om året spørger vi alle ledere om det samme: akut reparation, udvendig vedligeholdelse og opkrævning af husleje. Det tager et minut. Du kan svare til og med ${closes}.`,
    kept: "Dit svar vises kun sammen med andres: aldrig for grupper med færre end fem svar.",
    open: "Svar nu",
  },
  leaseDates: {
    subject: (count: number) =>
      count === 1 ? "En frist i et lejemål nærmer sig" : `${count} frister i lejemål nærmer sig`,
    near: (count: number): string => (count === 1 ? "Denne frist nærmer sig:" : "Disse frister nærmer sig:"),
    more: (count: number) => `… og ${count} til.`,
    open: "Se fristerne",
    openOne: "Se fristen",
  },
  escalation: {
    subjects: {
      urgentUnanswered: (number: string) => `Haster, og ingen har svaret: sag ${number}`,
      answerLate: (number: string) => `Svarfristen er overskredet: sag ${number}`,
      deadlineNear: (number: string) => `Fristen nærmer sig: sag ${number}`,
      deadlinePast: (number: string) => `Fristen er overskredet: sag ${number}`,
      updatesPileUp: (number: string) => `Melderen venter på svar: sag ${number}`,
    },
    sentences: {
      urgentUnanswered: (by: string) =>
        `Der er fare eller skade, der vokser, og ingen har svaret. Svar senest ${by}.`,
      answerLate: (by: string) => `Melderen skulle have haft svar senest ${by}.`,
      deadlineNear: (by: string) => `Fire femtedele af tiden er gået. Det skal være gjort senest ${by}.`,
      deadlinePast: (by: string) => `Det skulle have været gjort senest ${by}.`,
      updatesPileUp: () => "Melderen har skrevet mindst tre gange uden at få svar.",
    },
  },
};
