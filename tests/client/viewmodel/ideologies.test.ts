import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { ideologiesDiffer } from "#client/viewmodel/ideologies.ts";
import type { Module } from "#shared/model/scenario.ts";
import { createBoard } from "#shared/rules/index.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";

const boardOf = (id: string, modules: readonly Module[]) => {
  const file = resolve(import.meta.dirname, `../../../shared/scenarios/${id}/scenario.json`);
  const parsed = parseScenario(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(id);
  return createBoard(parsed.value, { modules });
};

test("a map of ideologies is offered only where the rules heed them", () => {
  expect(ideologiesDiffer(boardOf("europe-1938", ["ideology"]))).toBe(true);
  expect(ideologiesDiffer(boardOf("europe-1938", ["treaties"]))).toBe(false);
});
