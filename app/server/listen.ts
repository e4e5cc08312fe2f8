import type { Server } from "node:http";
import express, { type Express } from "express";

/** The port is taken by someone else. */
export class PortTaken extends Error {
  constructor(public readonly port: number) {
    super(`Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`);
  }
}

/** Listens, and says who has the port where it is taken. Port 0 takes a free one. */
export const listen = (app: Express, host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new PortTaken(port) : error),
    );
  });

/** Refuses a taken port before anything is prepared for it. */
export async function mustBeFree(host: string, port: number): Promise<void> {
  const probe = await listen(express(), host, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** How long an answer under way may take once we are asked to stop. */
const graceMs = 8_000;

/** Takes no new connections, lets answers under way finish, then cuts what is left. */
export const drain = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
