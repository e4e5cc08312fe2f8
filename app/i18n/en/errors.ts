import type { errors as da } from "../da/errors.ts";

const page = (title: string, happened: string, kept: string, next: string) => ({
  title,
  happened,
  kept,
  next,
});

export const errors = {
  "403": page(
    "You do not have access to this",
    "Your role does not allow you to see or change what is here.",
    "Nothing was changed.",
    "Go back, or ask your administrator for access if you need the page for your work.",
  ),
  "404": page(
    "We cannot find the page",
    "The address does not match anything you can see. It may be misspelt, or what it showed has moved.",
    "Nothing was changed.",
    "Search for what you need, or begin at the front page.",
  ),
  "422": page(
    "Something you sent cannot be used",
    "We did not understand the address or the details that came with it.",
    "Nothing was saved.",
    "Go back, correct it, and send it again.",
  ),
  "500": page(
    "Something went wrong on our side",
    "An error happened that we had not foreseen.",
    "What was saved is still there. What you were sending may not have arrived.",
    "Try again in a moment. If it happens again, tell us.",
  ),
  number: "Number",
  numberHint: "Quote the number if you write or call about the error.",
  status: (status: number) => `Error ${status}`,
  toFrontPage: "Go to the front page",
  tryAgain: "Try again",
} satisfies typeof da;
