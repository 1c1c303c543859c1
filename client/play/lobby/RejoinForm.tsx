import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { normaliseCode, REJOIN_CODE_LENGTH } from "#shared/protocol/codes.ts";
import { t } from "../../i18n/t.ts";
import { rejoin } from "../../net/api.ts";
import type { AnyEntry } from "../../net/seats.ts";
import { FieldError, invalid } from "./FieldError.tsx";
import { useTask } from "./useTask.ts";

/** Takes a seat up again on another device, or in a browser that has forgotten it. */
export function RejoinForm({ onSeated }: { readonly onSeated: (entry: AnyEntry) => void }): VNode {
  const [typed, setTyped] = useState("");
  const [error, setError] = useState("");
  const task = useTask();
  const submit = (event: Event): void => {
    event.preventDefault();
    const code = normaliseCode(typed);
    if (code.length !== REJOIN_CODE_LENGTH) return setError(t("lobby.rejoinShort", { count: code.length }));
    task.run(async () => {
      const back = await rejoin(code);
      if (!back.ok) return setError(back.error.text);
      // The code may belong to another match than the one in the address: go where the seat is.
      history.replaceState(null, "", `/play/${back.value.code}`);
      onSeated(back.value);
    });
  };
  return (
    <form class="rejoin-form" noValidate onSubmit={submit}>
      <div class="field">
        <label for="rejoin">{t("lobby.haveCode")}</label>
        <div class="rejoin-row">
          <input
            id="rejoin"
            class="input code-text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setError("");
            }}
            {...invalid("rejoin", error)}
          />
          <button class="button" type="submit" aria-disabled={task.busy}>
            {t("lobby.rejoin")}
          </button>
        </div>
        <FieldError id="rejoin" text={error} />
      </div>
    </form>
  );
}
