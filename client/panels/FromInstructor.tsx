import { t } from "../i18n/t.ts";
import { newsIn, steppedBack } from "../viewmodel/hosted.ts";
import { usePlay } from "./state/playState.ts";

/** What the instructor of a class has put into the news of this turn, and that it is played again. */
export function FromInstructor() {
  const view = usePlay().view.value;
  const news = newsIn(view);
  const back = steppedBack(view);
  return (
    <>
      {back !== null && <p class="small stepped-back">{t("classroom.back.text")}</p>}
      {news.length > 0 && (
        <section class="instructor-news" aria-label={t("classroom.news.title")}>
          <h3 class="label">{t("classroom.news.title")}</h3>
          <ul>
            {news.map(({ at, act }) => (
              <li key={at}>{act.text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
