import { classId, type ClassId } from "#shared/model/ids.ts";
import type { ClassHeader } from "#shared/model/classroom.ts";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { openSessionOf } from "#shared/classroom/check/present.ts";
import { foldClass } from "#shared/classroom/foldClass.ts";
import { migrateClass } from "#shared/classroom/migrateClass.ts";
import { CLASS_VERSION } from "#shared/classroom/version.ts";
import { deletedAt } from "#shared/projection/classroom/hostView.ts";
import { cleanLine } from "#shared/record/cleanText.ts";
import { FAULT, illegal, invalid } from "#server/lib/refusals.ts";
import { drawId, drawJoinCode, hashSecret } from "#server/seats/codes.ts";
import { ClassController, type ClassDeps } from "./ClassController.ts";
import { SERVER } from "./ClassLedger.ts";
import { drawKey, drawRecovery, hashRecovery } from "./keys.ts";

/** Milliseconds between two looks for classes whose time is over. */
const DAY = 86_400_000;
/** An open session that nobody finished is over when nothing has happened in its class for so long: else it would be kept for ever. */
const FORGOTTEN = 14 * DAY;
/** A new code is drawn this often before giving up. */
const DRAWS = 20;
const NAME_LENGTH = 60;
/** What the owner's own key is called in the record. */
const OWNER = "Instructor";

/** The classes of this server. Those with an open session are always in memory; others while someone looks at them. */
export class Classes {
  readonly #deps: ClassDeps;
  readonly #running = new Map<ClassId, Promise<ClassController | null>>();
  /** Being deleted: who was sent away and comes back at once must not bring them to life again. */
  readonly #purging = new Set<ClassId>();
  #cancelPurge: () => void = () => undefined;
  #closing = false;

  constructor(deps: ClassDeps) {
    this.#deps = deps;
  }

  /** Deletes what is to be deleted, and takes up every class whose session is open. Resolves with how many. */
  async restore(): Promise<number> {
    const all = await this.#deps.store.classes.list();
    for (const id of all) await this.#look(id);
    this.#cancelPurge = this.#deps.timers.after(DAY, () => void this.#purgeDue());
    return this.#running.size;
  }

  /** A new class: its owner's key and recovery code are told this once, and stored hashed. */
  async open(typed: string): Promise<Result<OpenedClass, Refusal>> {
    const name = cleanLine(typed);
    if (name === "" || [...name].length > NAME_LENGTH)
      return fail(
        illegal("class.name", `Give the class a name of up to ${NAME_LENGTH} characters.`, { most: NAME_LENGTH }),
      );
    const { chance, clock, store } = this.#deps;
    const id = classId(drawId(chance, "c"));
    const [key, recovery, at] = [drawKey(chance), drawRecovery(chance), clock.now()];
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const code = drawJoinCode(chance);
      const header: ClassHeader = { version: CLASS_VERSION, class: id, code, createdAt: at, name };
      const owner = { hash: hashSecret(key), class: id, role: "owner", label: OWNER, at } as const;
      const made = await store.classes.create({ header, owner, recoveryHash: hashRecovery(recovery) });
      if (made === "created") return ok({ class: id, code, name, key, recovery });
    }
    return fail(FAULT);
  }

  /** A new owner's key for the recovery code: the older ones end, and whoever is connected with one is sent away. */
  async recover(recovery: string): Promise<Result<OpenedClass, Refusal>> {
    const { chance, clock, store } = this.#deps;
    const key = drawKey(chance);
    const owner = { hash: hashSecret(key), label: OWNER, at: clock.now() };
    const id = await store.classes.recover(hashRecovery(recovery), owner);
    const controller = id && (await this.get(id));
    if (!controller)
      return fail(
        invalid(
          "recovery.unknown",
          "This recovery code is not known. It has twenty letters and digits, in four groups.",
        ),
      );
    controller.keysEnded(OWNER);
    return ok({ class: controller.id, code: controller.code, name: controller.state.name, key, recovery });
  }

  /** The class, brought into memory if need be; null when there is none. */
  get(id: ClassId): Promise<ClassController | null> {
    const running = this.#running.get(id);
    if (running) return running;
    if (this.#closing || this.#purging.has(id)) return Promise.resolve(null);
    const loading = this.#load(id);
    this.#running.set(id, loading);
    loading.then((controller) => controller ?? this.#running.delete(id)).catch(() => this.#running.delete(id));
    return loading;
  }

  async findByCode(code: string): Promise<ClassController | null> {
    const id = await this.#deps.store.classes.findByCode(code);
    return id ? this.get(id) : null;
  }

  /** Nobody is in its room any more: without an open session it leaves memory. */
  async release(controller: ClassController): Promise<void> {
    const { session } = controller;
    if ((session && session.state !== "over") || !controller.people.isEmpty) return;
    if (this.#closing || !(await this.#running.get(controller.id))) return;
    this.#running.delete(controller.id);
    await controller.close();
  }

  /** Deletes a class with everything of it. Whoever is connected is sent away. */
  async purge(id: ClassId): Promise<void> {
    const { store, matches } = this.#deps;
    const loading = this.get(id);
    this.#purging.add(id);
    try {
      const controller = await loading.catch(() => null);
      this.#running.delete(id);
      await controller?.end();
      await Promise.all((await store.classes.matches(id)).map((match) => matches.forget(match)));
      await store.classes.purge(id);
    } finally {
      this.#purging.delete(id);
    }
    this.#deps.log.info({ class: id }, "a class was deleted");
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#cancelPurge();
    const controllers = await Promise.all([...this.#running.values()].map((running) => running.catch(() => null)));
    await Promise.all(controllers.flatMap((controller) => (controller ? [controller.close()] : [])));
    this.#running.clear();
  }

  async #purgeDue(): Promise<void> {
    this.#cancelPurge = this.#deps.timers.after(DAY, () => void this.#purgeDue());
    for (const id of await this.#deps.store.classes.list()) if (!this.#running.has(id)) await this.#look(id);
    const running = await Promise.all([...this.#running.values()].map((one) => one.catch(() => null)));
    for (const controller of running) if (controller) await this.#look(controller.id);
  }

  /** Deletes one whose time is over; keeps one with an open session, unless it was forgotten; lets others rest. */
  async #look(id: ClassId): Promise<void> {
    try {
      const controller = await this.get(id);
      if (!controller) return;
      await this.#finishForgotten(controller);
      if (this.#isDue(controller)) await this.purge(id);
      else await this.release(controller);
    } catch (error) {
      this.#deps.log.error(
        { class: id, error: error instanceof Error ? error.stack : String(error) },
        "a class could not be restored",
      );
    }
  }

  async #finishForgotten(controller: ClassController): Promise<void> {
    if (!openSessionOf(controller.state)) return;
    const record = await this.#deps.store.classes.load(controller.id);
    const last = record?.commands.at(-1)?.at;
    if (last === undefined || this.#deps.clock.now() - last < FORGOTTEN) return;
    await controller.record(SERVER, { kind: "finish" });
    this.#deps.log.info({ class: controller.id }, "a session that nobody finished is over");
  }

  #isDue({ state }: ClassController): boolean {
    const at = deletedAt(state);
    return at !== null && at <= this.#deps.clock.now();
  }

  async #load(id: ClassId): Promise<ClassController | null> {
    const record = await this.#deps.store.classes.load(id);
    if (!record) return null;
    const migrated = migrateClass(record);
    if (!migrated.ok) throw new Error(migrated.error.text);
    const controller = new ClassController(foldClass(migrated.value), this.#deps);
    await controller.open(() => this.#running.delete(id));
    return controller;
  }
}
