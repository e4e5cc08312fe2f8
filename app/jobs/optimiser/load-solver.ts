import loadHighs from "highs";

let loaded: ReturnType<typeof loadHighs> | null = null;

/** The solver, made ready once a thread. */
export const loadSolver = (): ReturnType<typeof loadHighs> => (loaded ??= loadHighs());
