import { t } from "../i18n/t.ts";
import { crewOf, writerOf } from "../viewmodel/hosted.ts";
import { useClass } from "./state/classLine.ts";
import { usePlay } from "./state/playState.ts";

/** Those who share this sheet: who is here, and who is writing on it. */
export function Crew() {
  const view = usePlay().view.value;
  const me = useClass()?.view.value.you.member ?? null;
  const crew = crewOf(view);
  if (crew.length === 0) return null;
  const writer = writerOf(view, me);
  return (
    <div class="crew small">
      <p>
        <span class="label">{t("classroom.team.title")}</span>{" "}
        {crew.map((mate, at) => (
          <span key={mate.person}>
            {at > 0 && ", "}
            {mate.name}
            {mate.person === me && ` (${t("classroom.team.you")})`}
            {!mate.present && <span class="quiet"> ({t("classroom.team.away")})</span>}
          </span>
        ))}
      </p>
      {/* There before it is filled, so that it is announced. */}
      <p class="crew-writes" role="status">
        {writer && t("classroom.team.writes", { name: writer.name })}
      </p>
    </div>
  );
}
