import type { mail as da, NewsParts } from "../da/mail.ts";

const because = (reason: string) => (reason ? ` ${reason}` : "");

export const mail = {
  news: {
    placed: () => "We have received the case.",
    assess: () => "We have looked at it and are taking it on.",
    askApproval: () => "The amount is waiting for approval. We begin when it is approved.",
    approve: () => "The amount is approved.",
    reject: ({ reason }: NewsParts) => `The amount was not approved.${because(reason)}`,
    plan: ({ day }: NewsParts) => (day ? `It is planned for ${day}.` : "It is planned."),
    setDay: ({ day }: NewsParts) => (day ? `The day is now ${day}.` : "There is no agreed day any longer."),
    start: () => "We have begun.",
    askCustomer: ({ reason }: NewsParts) =>
      `We need an answer from you before we can go on.${because(reason)}`,
    customerAnswered: ({ who }: NewsParts) => `${who} has answered. We go on.`,
    waitForPart: ({ reason }: NewsParts) => `We are waiting for a part.${because(reason)}`,
    partArrived: () => "The part has come.",
    finish: () => "It is done. Tell us if anything is missing.",
    confirm: ({ who }: NewsParts) => `${who} has confirmed that it is in order.`,
    reopen: ({ who, reason }: NewsParts) => `${who} has opened it again.${because(reason)}`,
    decline: ({ reason, owner }: NewsParts) =>
      `We will not do it.${because(reason)}${owner ? ` It is now with: ${owner}.` : ""}`,
    markDuplicate: () => "It has been reported before. You can follow the first case instead.",
    planInBacklog: ({ year, reason }: NewsParts) =>
      `It goes into the maintenance plan${year ? ` for ${year}` : ""}.${because(reason)}`,
    setPriority: () => "The case has got another priority.",
    comment: ({ who, reason }: NewsParts) =>
      reason ? `${who} writes: ${reason}` : `${who} has written in the case.`,
  },
  someone: "Someone",
  caseSubject: (number: string, what: string) => `Case ${number}: ${what}`,
  caseNews: (count: number) => `${count} updates`,
  caseAt: (place: string) => `It is about ${place}.`,
  ofCase: (number: string) => `New in case ${number}:`,
  openCase: "See the case",
  about: (subject: string, sentence: string) => `${subject}: ${sentence}`,
  hello: (name: string) => `Hello ${name}`,
  footer: {
    asker: "You get this mail because you reported the case.",
    follower: "You get this mail because you follow the case.",
    team: "You get this mail because the work is with you.",
    approver: "You get this mail because you can approve amounts for the unit.",
    desk: "The system sends this mail when work comes near its deadline or passes it.",
    opinion: "You get this mail because you lead a unit that uses the city's properties.",
    leaseDates:
      "You get this mail because you have taken the date, or look after leases that nobody has taken.",
    unfollow: "Do you not want to follow it any more? Use the link in the mail's head, or open:",
    product: "Ejendomsportalen",
  },
  benefit: {
    subject: (label, year) => `What came of “${label}” in ${year}?`,
    asked: (label, caseName, amount, year) =>
      `${caseName} promised “${label}”: ${amount} a year. What has been realised in ${year}?`,
    apart: "Write what the units saved themselves, and what was only taken from a budget, apart.",
    open: "Answer here",
    footer: "You get this mail because you own the benefit.",
  },
  handOver: {
    subject: (name) => `Hand-over ${name}`,
    askedBack: (name, place) => `KEjd is checking ${name} (${place}) and has a question:`,
    rejected: (name, place) => `KEjd has declined ${name} (${place}):`,
    open: "See the hand-over",
    footer: "You get this mail because you handed it over to KEjd.",
  },
  approval: {
    subject: (number: string, amount: string) => `Can you approve ${amount}? Case ${number}`,
    asked: (amount: string) => `An order of ${amount} is waiting for your approval.`,
    what: (subject: string, place: string) => [subject, place].filter(Boolean).join(", "),
    forWhom: (name: string) => `You are asked to answer in place of ${name}.`,
    next: "Open the page and approve or reject. Nothing happens before you press a button there. The link is your own, so do not pass it on.",
    open: "Open and answer",
  },
  reminder: {
    subject: (number: string) => `Case ${number}: we are waiting for your answer`,
    waiting: (number: string) =>
      `We have asked you something in case ${number} and cannot go on until you have answered.`,
  },
  rating: {
    subject: (number: string) => `How did it go? Case ${number}`,
    asked: (number: string) => `Case ${number} is closed. How satisfied are you with what was done?`,
    scores: ["1 – very dissatisfied", "2", "3", "4", "5 – very satisfied"],
  },
  opinion: {
    subject: (year: number) => `Three questions about your property ${year}`,
    asked: (closes: string) =>
      `Once a year we ask all leaders the same: acute repair, exterior upkeep and rent collection. It takes a minute. You can answer until ${closes}.`,
    kept: "Your answer is only shown together with others': never for groups of fewer than five answers.",
    open: "Answer now",
  },
  leaseDates: {
    subject: (count: number) => (count === 1 ? "A lease date is near" : `${count} lease dates are near`),
    near: (count: number) => (count === 1 ? "This date is near:" : "These dates are near:"),
    more: (count: number) => `… and ${count} more.`,
    open: "See the dates",
    openOne: "See the date",
  },
  escalation: {
    subjects: {
      urgentUnanswered: (number: string) => `Urgent, and nobody has answered: case ${number}`,
      answerLate: (number: string) => `The answer is late: case ${number}`,
      deadlineNear: (number: string) => `The deadline is near: case ${number}`,
      deadlinePast: (number: string) => `The deadline has passed: case ${number}`,
      updatesPileUp: (number: string) => `The asker waits for an answer: case ${number}`,
    },
    sentences: {
      urgentUnanswered: (by: string) =>
        `There is danger or growing damage, and nobody has answered. Answer by ${by}.`,
      answerLate: (by: string) => `The asker should have had an answer by ${by}.`,
      deadlineNear: (by: string) => `Four fifths of the time have passed. It must be done by ${by}.`,
      deadlinePast: (by: string) => `It should have been done by ${by}.`,
      updatesPileUp: () => "The asker has written at least three times without an answer.",
    },
  },
} satisfies typeof da;
