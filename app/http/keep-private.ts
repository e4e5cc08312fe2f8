import type { RequestHandler } from "express";

/** Answers are about persons and their rights: no cache keeps one unless its route says that it may. */
export const keepPrivate: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
  response.writeHead = (...args: unknown[]) => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
    return writeHead(...args);
  };
  next();
};
