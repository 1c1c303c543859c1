import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

/** Milliseconds for which the button says that it has copied. */
const SAID = 2_500;

/** The code, large enough to read across a room, and the link that holds it. */
export function Invite({ code }: { readonly code: string }): VNode {
  const link = `${location.origin}/play/${code}`;
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<"copied" | "copyFailed" | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (): void => {
    // Without a secure address browsers close the clipboard: select the link, and the person copies it.
    const copied: Promise<void> = navigator.clipboard
      ? navigator.clipboard.writeText(link)
      : Promise.reject(new Error("no clipboard"));
    copied.then(
      () => setSaid("copied"),
      () => {
        field.current?.select();
        setSaid("copyFailed");
      },
    );
  };
  return (
    <section class="lobby-invite">
      <h2 class="label">{t("lobby.invite")}</h2>
      <div class="big-code" role="img" aria-label={t("lobby.codeAlone", { code: [...code].join(" ") })}>
        {[...code].map((character, index) => (
          <span key={index} aria-hidden="true">
            {character}
          </span>
        ))}
      </div>
      <div class="field">
        <label for="link" class="visually-hidden">
          {t("lobby.link")}
        </label>
        <div class="link-row">
          <input
            id="link"
            ref={field}
            class="input"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button class="button" type="button" onClick={copy}>
            {t("lobby.copy")}
          </button>
        </div>
        <p class="note" role="status">
          {said === null ? "" : t(`lobby.${said}`)}
        </p>
      </div>
    </section>
  );
}
