import type { VNode } from "preact";
import type { Member, Place } from "#shared/model/classroom.ts";
import type { PersonId } from "#shared/model/ids.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { openTable } from "../dash/TableCard.tsx";
import { sessionOf } from "../model/needs.ts";
import { placeOf } from "../model/people.ts";
import { clockTime } from "../model/timeline.ts";
import { MoveSelect } from "../people/PeopleBoard.tsx";
import { admit, handSeat, mute, MUTE_MINUTES } from "../state/acts.ts";
import { ask, closeSheet, useHost } from "../state/hostState.ts";
import { useCountries } from "../state/useScenario.ts";
import { TextForm } from "./TextForm.tsx";

/** One person: where, what they need, and everything that can be done about it. */
export function PersonSheet({ id }: { readonly id: PersonId }): VNode {
  const host = useHost();
  const view = host.view.value;
  const member = view.members.find((each) => each.id === id);
  const close = (): void => closeSheet(host);
  if (!member || member.state === "removed") {
    return (
      <Dialog title={member?.name ?? t("host.tools.people")} onClose={close}>
        <p>{t("hostPeople.person.gone")}</p>
        {member && <p>{member.reason}</p>}
      </Dialog>
    );
  }
  const session = sessionOf(view);
  const place = placeOf(session, id);
  return (
    <Dialog title={member.name} onClose={close}>
      <Standing member={member} place={place} />
      {member.state === "waiting" && (
        <button type="button" class="button button-strong" onClick={() => admit(host, [id])}>
          {t("hostPeople.person.letIn")}
        </button>
      )}
      {session && session.state !== "over" && member.state === "in" && <SeatPart member={member} place={place} />}
      <TextForm
        label={t("hostPeople.person.message")}
        doIt={t("hostPeople.person.messageDo")}
        empty={t("host.tell.empty")}
        most={500}
        rows={2}
        onSend={(text) => void ask(host, "tell", { to: id, text }, { done: t("host.done.told") })}
      />
      <MutePart member={member} />
      <details>
        <summary>{t("hostPeople.person.rename")}</summary>
        <TextForm
          label={t("hostPeople.person.rename")}
          doIt={t("hostPeople.person.renameDo")}
          empty={t("host.tell.empty")}
          first={member.name}
          most={200}
          rows={1}
          onSend={(name) => void ask(host, "nameMember", { member: id, name }, { done: t("host.done.renamed") })}
        />
      </details>
      <details>
        <summary>{t("hostPeople.person.remove")}</summary>
        <p class="note">{t("hostPeople.person.removeNote")}</p>
        <TextForm
          label={t("hostPeople.person.reason", { name: member.name })}
          doIt={t("hostPeople.person.removeDo")}
          empty={t("hostPeople.person.reasonEmpty")}
          most={200}
          rows={1}
          onSend={(reason) => void ask(host, "remove", { member: id, reason }, { done: t("host.done.removed") })}
        />
      </details>
    </Dialog>
  );
}

interface PartProps {
  readonly member: Member;
  readonly place: Place | null;
}

function Standing({ member, place }: PartProps): VNode {
  const host = useHost();
  const country = useCountries().find(({ id }) => id === place?.country)?.name ?? "";
  const where = !place
    ? t("hostPeople.person.nowhere")
    : place.country === null
      ? t("hostPeople.person.watches", { table: place.table })
      : t("hostPeople.person.where", { country, table: place.table });
  const muted = member.mutedUntil !== null && member.mutedUntil > host.now.value;
  const facts = [
    where,
    t(member.present ? "hostPeople.person.here" : "hostPeople.person.away"),
    ...(muted ? [t("hostPeople.person.mutedUntil", { time: clockTime(member.mutedUntil ?? 0) })] : []),
  ];
  return (
    <>
      <p>{facts.join(" · ")}</p>
      {member.help !== null && (
        <p class="person-help">
          {member.help === "" ? t("hostPeople.person.asksBare") : t("hostPeople.person.asks", { text: member.help })}
        </p>
      )}
    </>
  );
}

function SeatPart({ member, place }: PartProps): VNode {
  const host = useHost();
  const session = sessionOf(host.view.value);
  const countries = useCountries();
  const country = countries.find(({ id }) => id === place?.country);
  const seat = host.view.value.tables
    .find(({ number }) => number === place?.table)
    ?.seats.find((each) => each.country === place?.country);
  return (
    <section class="person-seat">
      <h3 class="label">{t("hostPeople.person.seat")}</h3>
      {session && <MoveSelect member={member} session={session} countries={countries} />}
      <div class="button-row">
        {session?.state === "playing" && place && country && seat && (
          <button
            type="button"
            class="button"
            onClick={() => handSeat(host, { table: place.table, country: country.id, kept: !seat.kept })}
          >
            {t(seat.kept ? "hostPeople.person.back" : "hostPeople.person.hand", { country: country.name })}
          </button>
        )}
        {session?.state === "playing" && place && host.table.value !== place.table && (
          <button
            type="button"
            class="button"
            onClick={() => {
              closeSheet(host);
              openTable(host, place.table);
            }}
          >
            {t("hostPeople.person.open", { table: place.table })}
          </button>
        )}
      </div>
    </section>
  );
}

function MutePart({ member }: { readonly member: Member }): VNode {
  const host = useHost();
  const muted = member.mutedUntil !== null && member.mutedUntil > host.now.value;
  return (
    <section class="person-mute" role="group" aria-label={t("hostPeople.person.mute")}>
      <h3 class="label">{t("hostPeople.person.mute")}</h3>
      <div class="button-row">
        {MUTE_MINUTES.map((minutes) => (
          <button key={minutes} type="button" class="button" onClick={() => mute(host, member.id, minutes)}>
            {t("hostPeople.person.muteFor", { count: minutes })}
          </button>
        ))}
        {muted && (
          <button type="button" class="button button-strong" onClick={() => mute(host, member.id, null)}>
            {t("hostPeople.person.unmute")}
          </button>
        )}
      </div>
    </section>
  );
}
