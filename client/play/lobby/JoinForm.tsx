import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { MatchSummary } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import { join } from "../../net/api.ts";
import type { AnyEntry } from "../../net/seats.ts";
import type { Shelf } from "../../net/storage.ts";
import { FieldError, invalid } from "./FieldError.tsx";
import { useTask } from "./useTask.ts";

interface Props {
  readonly match: MatchSummary;
  readonly shelf: Shelf;
  readonly onSeated: (entry: AnyEntry) => void;
}

/** Name and country. When no seat is left it says so first and offers to watch. */
export function JoinForm({ match, shelf, onSeated }: Props): VNode {
  const known = shelf.read("name");
  const [name, setName] = useState(typeof known === "string" ? known : "");
  const [country, setCountry] = useState("");
  const [error, setError] = useState("");
  const free = match.seats.filter((seat) => seat.occupant !== "person");
  const task = useTask();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (name.trim() === "") return setError(t("lobby.emptyName"));
    task.run(async () => {
      const joined = await join({ code: match.code, name, ...(country === "" ? {} : { country }) });
      if (!joined.ok) return setError(joined.error.text);
      shelf.write("name", name);
      onSeated(joined.value);
    });
  };
  return (
    <form class="join-form" noValidate onSubmit={submit}>
      {free.length === 0 ? (
        <p>{t("lobby.full")}</p>
      ) : (
        <SeatChoice match={match} country={country} onChoose={setCountry} />
      )}
      <div class="field">
        <label for="join-name">{t("lobby.yourName")}</label>
        <input
          id="join-name"
          class="input"
          autocomplete="nickname"
          enterkeyhint="go"
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value);
            setError("");
          }}
          {...invalid("join-name", error)}
        />
        <FieldError id="join-name" text={error} />
      </div>
      <button class="button button-primary button-block" type="submit" aria-disabled={task.busy}>
        {task.busy ? t("lobby.joining") : t(free.length === 0 ? "lobby.watch" : "lobby.join")}
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly match: MatchSummary;
  readonly country: string;
  readonly onChoose: (country: string) => void;
}
const SeatChoice = ({ match, country, onChoose }: ChoiceProps): VNode => (
  <fieldset class="seat-choice">
    <legend>{t("lobby.seat")}</legend>
    <SeatOption value="" name={t("lobby.any")} by="" chosen={country === ""} taken={false} onChoose={onChoose} />
    {match.seats.map((seat) => (
      <SeatOption
        key={seat.country}
        value={seat.country}
        name={seat.name}
        by={
          seat.occupant === "empty" ? t("lobby.free") : seat.occupant === "computer" ? t("lobby.computerSeat") : seat.by
        }
        chosen={country === seat.country}
        taken={seat.occupant === "person"}
        onChoose={onChoose}
      />
    ))}
  </fieldset>
);

interface OptionProps {
  readonly value: string;
  readonly name: string;
  readonly by: string;
  readonly chosen: boolean;
  readonly taken: boolean;
  readonly onChoose: (country: string) => void;
}
const SeatOption = ({ value, name, by, chosen, taken, onChoose }: OptionProps): VNode => (
  <label class="seat-option">
    <input
      type="radio"
      name="country"
      value={value}
      checked={chosen}
      disabled={taken}
      onChange={() => onChoose(value)}
    />
    <span class="lead">{name}</span>
    <span class="seat-by">{by}</span>
  </label>
);
