import { DIFFICULTIES, PACES, PERSONALITIES, TEMPERS } from "#shared/model/match.ts";
import type { NewMatch } from "../../net/api.ts";
import { character } from "../../i18n/en/character.ts";
import { setup } from "../../i18n/en/setup.ts";
import { fill } from "../../i18n/fill.ts";
import { chips, choice, chosenWords, drawer, optionsOf, say } from "./fields.ts";

/** Who sits in the seats that no person takes, and how long everybody may think. */
export function opponentFields(id: string, pace: (typeof PACES)[number]): HTMLElement {
  return drawer(
    setup.opponentsAndPace,
    "opponents",
    choice({
      name: "personality",
      id: `${id}-personality`,
      label: setup.opponents,
      options: [["", setup.mixed], ...optionsOf(setup.personality, PERSONALITIES)],
    }),
    choice({
      name: "temper",
      id: `${id}-temper`,
      label: setup.temper,
      options: [["any", setup.anyTemper], ...optionsOf(character.temper, TEMPERS)],
    }),
    chips({
      name: "difficulty",
      label: setup.difficulty,
      options: optionsOf(character.difficulty, DIFFICULTIES),
      first: "normal",
    }),
    chips({
      name: "pace",
      label: setup.pace,
      options: optionsOf(setup.paces, PACES),
      first: pace,
      note: setup.paceNote,
    }),
  );
}

/** A mix plays in mixed tempers; one character may have one temper for all. */
export function followOpponents(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>("[data-field=temper]");
  if (field) field.hidden = new FormData(form).get("personality") === "";
  const [character, difficulty, pace] = ["personality", "difficulty", "pace"].map((name) => chosenWords(form, name));
  say(
    form,
    "opponents",
    fill(setup.opponentsNow, { character: character ?? "", difficulty: difficulty ?? "", pace: pace ?? "" }),
  );
}

export function opponentsIn(data: FormData): Pick<NewMatch, "computers" | "difficulty"> {
  const difficulty = DIFFICULTIES.find((one) => one === data.get("difficulty")) ?? "normal";
  const personality = PERSONALITIES.find((one) => one === data.get("personality"));
  if (!personality) return { difficulty };
  const temper = TEMPERS.find((one) => one === data.get("temper"));
  const tempers = temper ? [temper] : TEMPERS;
  return { difficulty, computers: tempers.map((each) => ({ personality, temper: each, difficulty })) };
}
