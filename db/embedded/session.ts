import type { Task } from "./batches.ts";
import type { Engine } from "./engine.ts";
import { Client, closeStatementMessage, errorMessage, message, parseMessage, queryMessage } from "./wire.ts";

/** A connection as the session sees it. */
export type Guest = {
  /** Tasks not yet done, oldest first. */
  readonly tasks: Task[];
  /** The client has left; what it left open is rolled back at its next turn. */
  gone: boolean;
  deliver(bytes: Buffer): void;
  /** Ends the connection from our side. */
  dismiss(farewell: Buffer): void;
  /** The session's names of the prepared statements it made. */
  statements(): string[];
};

export type SessionSettings = { idleInTransactionMs: number };

/**
 * Shares the one session PGlite has among many guests. A guest owns it from its first batch until the session is idle
 * again (no transaction open); the others wait in the order they came, one task a turn. An owner that says nothing
 * for `idleInTransactionMs` is dismissed and rolled back, so that one forgotten BEGIN cannot hold up everybody.
 */
export class Session {
  #engine: Engine | null = null;
  #owner: Guest | null = null;
  #running = false;
  #idle: NodeJS.Timeout | undefined;
  readonly #waiting = new Set<Guest>();
  readonly #errands: (() => Promise<void>)[] = [];

  constructor(private readonly settings: SessionSettings) {}

  /** The database is there: whoever waits may begin. */
  begin(engine: Engine): void {
    this.#engine = engine;
    void this.#run();
  }

  /** The guest has a task, or has gone. */
  knock(guest: Guest): void {
    if (this.#owner !== guest) this.#waiting.add(guest);
    void this.#run();
  }

  /** Runs `errand` when nobody's transaction is open. */
  whenFree(errand: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#errands.push(() => errand().then(resolve, reject));
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#running || !this.#engine) return;
    this.#running = true;
    try {
      for (;;) {
        while (!this.#owner && this.#errands.length > 0) await this.#errands.shift()?.();
        if (!this.#turn(this.#engine)) return; // nothing is awaited from here on: a knock now starts a new run
        await new Promise(setImmediate); // sockets get their say between any two tasks
      }
    } finally {
      this.#running = false;
    }
  }

  /** One step of work; false when there is none, or the owner must speak first. */
  #turn(engine: Engine): boolean {
    clearTimeout(this.#idle);
    const guest = this.#owner ?? this.#next();
    if (!guest) return false;
    if (guest.gone) this.#seeOff(engine, guest);
    else if (!this.#serve(engine, guest)) return false;
    return true;
  }

  #next(): Guest | undefined {
    const [guest] = this.#waiting;
    if (guest) this.#waiting.delete(guest);
    return guest;
  }

  #serve(engine: Engine, guest: Guest): boolean {
    const task = guest.tasks.shift();
    if (!task) {
      if (guest !== this.#owner) return true;
      this.#idle = setTimeout(() => this.#expire(guest), this.settings.idleInTransactionMs);
      return false;
    }
    if ("answer" in task) {
      guest.deliver(task.answer);
    } else {
      const reply = engine.execute(task.run);
      guest.deliver(reply.bytes);
      this.#owner = reply.status === "idle" ? null : guest;
    }
    if (!this.#owner && (guest.tasks.length > 0 || guest.gone)) this.#waiting.add(guest);
    return true;
  }

  #expire(guest: Guest): void {
    guest.dismiss(
      errorMessage("FATAL", "25P03", "terminating connection due to idle-in-transaction timeout"),
    );
  }

  /** Rolls back and clears away what a guest left. A syntax error ends an implicit transaction; Sync would commit it. */
  #seeOff(engine: Engine, guest: Guest): void {
    if (this.#owner === guest) {
      const { status } = engine.execute([parseMessage("the client has gone"), message(Client.sync)]);
      if (status !== "idle") engine.execute([queryMessage("ROLLBACK")]);
      this.#owner = null;
    }
    const closes = guest.statements().map(closeStatementMessage);
    if (closes.length > 0) engine.execute([...closes, message(Client.sync)]);
    engine.execute([queryMessage("RESET SESSION AUTHORIZATION; RESET ALL")]);
    this.#waiting.delete(guest);
  }
}
