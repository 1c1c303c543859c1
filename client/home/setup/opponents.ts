import { DIFFICULTIES, PERSONALITIES, TEMPERS } from "#shared/model/match.ts";
import type { NewMatch } from "../../net/api.ts";
import { setup } from "../../i18n/en/setup.ts";
import { chips, choice, optionsOf } from "./fields.ts";

/** Who sits in the seats that no person takes. */
export function opponentFields(id: string): readonly HTMLElement[] {
  return [
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
      options: optionsOf(setup.tempers, ["any", ...TEMPERS]),
    }),
    chips({
      name: "difficulty",
      label: setup.difficulty,
      options: optionsOf(setup.difficulties, DIFFICULTIES),
      first: "normal",
    }),
  ];
}

/** A mix plays in mixed tempers; one character may have one temper for all. */
export function followOpponents(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>("[data-field=temper]");
  if (field) field.hidden = new FormData(form).get("personality") === "";
}

export function opponentsIn(data: FormData): Pick<NewMatch, "computers" | "difficulty"> {
  const difficulty = DIFFICULTIES.find((one) => one === data.get("difficulty")) ?? "normal";
  const personality = PERSONALITIES.find((one) => one === data.get("personality"));
  if (!personality) return { difficulty };
  const temper = TEMPERS.find((one) => one === data.get("temper"));
  const tempers = temper ? [temper] : TEMPERS;
  return { difficulty, computers: tempers.map((each) => ({ personality, temper: each, difficulty })) };
}
