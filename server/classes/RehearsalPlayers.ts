import type { CountryId, CountryIndex, PersonId } from "#shared/model/ids.ts";
import { type CommandBody, PERSONALITIES } from "#shared/model/match.ts";
import { talkForbidden } from "#shared/rules/index.ts";
import { leadersOf } from "#shared/record/occupants.ts";
import type { ComputerSeat } from "#server/match/Autopilot.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import type { ClassController, ClassDeps } from "./ClassController.ts";

/** What students say beside what their orders make them say. */
const PHRASES = [
  "Who is the strongest here, really?",
  "I would rather wait and see this turn.",
  "Is anyone else worried by what happened last turn?",
  "Shall we stand together, just in case?",
  "Our neighbours have been arming. Have you seen it?",
  "We mean no harm to anyone.",
  "What would you do in our place?",
  "Can we trust them to keep their word?",
] as const;
/** Of 256: how often someone whose turn it is to do something does it at a beat, and says something of their own. */
const ACTS = 70;
const TALKS = 90;

interface Sitter {
  readonly controller: MatchController;
  readonly person: PersonId;
  readonly at: CountryIndex;
  readonly country: CountryId;
}

/** What computer students do at their tables: read, talk, write orders and hand them in, as people do, each in their own time. */
export class RehearsalPlayers {
  readonly #class: ClassController;
  readonly #deps: ClassDeps;
  /** Steps done in the present phase, by seat. */
  readonly #steps = new Map<string, number>();
  readonly #sitting = new Map<PersonId, MatchController>();
  #beating = false;

  constructor(owner: ClassController, deps: ClassDeps) {
    this.#class = owner;
    this.#deps = deps;
  }

  /** One after another, each waiting for the disk: students who think all at once would hold up the tables. */
  beat(people: ReadonlySet<PersonId>): void {
    if (this.#beating) return;
    this.#beating = true;
    void this.#beatAll(people).finally(() => (this.#beating = false));
  }

  async #beatAll(people: ReadonlySet<PersonId>): Promise<void> {
    for (const { controller } of this.#class.tables.all) {
      for (const person of peopleAt(this.#class, controller)) if (people.has(person)) this.#sit(controller, person);
      await this.#beatAt(controller, people);
    }
  }

  leave(person: PersonId): void {
    this.#sitting.get(person)?.leave(person, lineOf(person));
    this.#sitting.delete(person);
  }

  #sit(controller: MatchController, person: PersonId): void {
    const before = this.#sitting.get(person);
    if (before === controller) return;
    before?.leave(person, lineOf(person));
    this.#sitting.set(person, controller);
    controller.enter(person, lineOf(person));
  }

  async #beatAt(controller: MatchController, people: ReadonlySet<PersonId>): Promise<void> {
    for (const [at, country] of controller.state.board.ids.entries()) {
      const sitter = leadersOf(controller.state.occupants[at]).find(({ person }) => people.has(person));
      if (!sitter || controller.isOver || controller.state.pause || !this.#happens(ACTS)) continue;
      try {
        await this.#step({ controller, person: sitter.person, at, country });
      } catch (error) {
        this.#deps.log.warn({ class: this.#class.id, error: String(error) }, "a computer student failed");
      }
    }
  }

  async #step(sitter: Sitter): Promise<void> {
    const { controller, person, at } = sitter;
    const { phase, turn, epoch } = controller.state;
    const key = `${controller.match} ${at}`;
    const moment = epoch * 1000 + turn * 10;
    const known = this.#steps.get(`${key} ${phase}`) ?? 0;
    const step = known >= moment ? known - moment : 0;
    this.#steps.set(`${key} ${phase}`, moment + Math.min(step + 1, 9));
    controller.acted(person);
    if (phase === "diplomacy" && step === 0) return this.#talk(sitter);
    if (phase === "diplomacy" && step === 1)
      return this.#doAll(sitter, this.#deps.autopilot.answer(controller.state, seatOf(sitter)));
    if (phase === "orders") return this.#write(sitter, step);
    if (step >= 1) controller.setReady(person, true);
  }

  async #talk(sitter: Sitter): Promise<void> {
    const { controller, country } = sitter;
    const { settings, phase } = controller.state;
    await this.#doAll(sitter, this.#deps.autopilot.act(controller.state, seatOf(sitter)));
    if (!this.#happens(TALKS) || talkForbidden(settings.messages, phase, "all") !== null) return;
    const text = PHRASES[(this.#deps.chance.bytes(1)[0] ?? 0) % PHRASES.length] ?? PHRASES[0];
    await this.#doAll(sitter, [{ kind: "message", by: country, to: { kind: "all" }, text }]);
  }

  /** A draft first, then handed in: by a person, as far as the record is concerned. */
  async #write(sitter: Sitter, step: number): Promise<void> {
    const { controller, person, at, country } = sitter;
    const { state } = controller;
    if (state.submitted[at]) return;
    const order = this.#deps.autopilot.order(state, seatOf(sitter)).find((body) => body.kind === "submit");
    if (order?.kind !== "submit") return;
    if (step === 0) return controller.saveDraft(at, order.sheet);
    await controller.record((entry) =>
      entry.add({ kind: "submit", by: country, sheet: order.sheet, source: "person", person }),
    );
  }

  async #doAll({ controller, person }: Sitter, bodies: readonly CommandBody[]): Promise<void> {
    await controller.record((entry) => {
      // What is refused is left undone, as by a person who then thinks again.
      for (const body of bodies) entry.add({ ...body, person });
      return null;
    });
  }

  #happens(of256: number): boolean {
    return (this.#deps.chance.bytes(1)[0] ?? 0) < of256;
  }
}

/** Each plays in a character of its own. */
const seatOf = ({ at, person }: Sitter): ComputerSeat => ({
  me: at,
  personality: PERSONALITIES[Number.parseInt(person.slice(-2), 16) % PERSONALITIES.length] ?? "theorist",
});

function peopleAt({ session }: ClassController, { match }: MatchController): readonly PersonId[] {
  const table = session?.tables.find((one) => one.match === match);
  return (session?.places ?? []).flatMap((place) => (place.table === table?.number ? [place.member] : []));
}

const lineOf = (person: PersonId): string => `rehearsal ${person}`;
