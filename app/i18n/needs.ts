import { needs as da } from "./da/needs.ts";
import { needs as en } from "./en/needs.ts";

export const needs = { da, en };
