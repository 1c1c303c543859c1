import { strToU8, Zip, ZipDeflate } from "fflate";
import { classToJson } from "#shared/classroom/classJson.ts";
import { foldClass } from "#shared/classroom/foldClass.ts";
import { migrateClass } from "#shared/classroom/migrateClass.ts";
import { reportsOf } from "#shared/classroom/report/reports.ts";
import type { Lesson, LessonTable } from "#shared/classroom/report/lesson.ts";
import type { ClassCommand, ClassRecord, ClassTable } from "#shared/model/classroom.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { MatchRecord } from "#shared/model/match.ts";
import { foldRecord } from "#shared/record/foldRecord.ts";
import { migrate } from "#shared/record/migrate.ts";
import { publicRecord } from "#server/match/publicRecord.ts";
import type { Store } from "#server/store/Store.ts";
import type { ClassController } from "./ClassController.ts";

/**
 * Everything of a class in one file: its record, the records of its matches that are over, and the tables made from them.
 * What was said in private is in it only where players were told that instructors read it. A match that is still played is
 * left out, with all that tells of its chance.
 */
export async function classArchive(room: ClassController, store: Store): Promise<Uint8Array> {
  const stored = await store.classes.load(room.id);
  const migrated = stored && migrateClass(stored);
  if (!migrated?.ok) throw new Error(`class ${room.id} cannot be read`);
  const record = migrated.value;
  const state = foldClass(record);
  const files: ArchiveFile[] = [];
  const lessons: Lesson[] = [];
  const over = new Set<MatchId>();
  for (const session of state.sessions) {
    const tables: LessonTable[] = [];
    for (const table of session.tables) {
      const found = await readOver(table, store);
      if (!found) continue;
      over.add(table.match);
      tables.push(found);
      files.push({
        name: `records/session-${session.number}-table-${table.number}.json`,
        text: `${JSON.stringify(found.record)}\n`,
      });
    }
    lessons.push({ class: state, commands: record.commands, session, tables });
  }
  files.unshift({ name: "class.json", text: classToJson(withoutSeeds(record, over)) });
  return zipped([...files, ...reportsOf(lessons, (ms) => new Date(ms).toISOString())]);
}

interface ArchiveFile {
  readonly name: string;
  readonly text: string;
}

async function readOver(table: ClassTable, store: Store): Promise<LessonTable | null> {
  const stored = await store.load(table.match);
  const migrated = stored && migrate(stored);
  if (!migrated?.ok) return null;
  const told = migrated.value.settings.classroom?.hostReads === true;
  const record: MatchRecord = told ? migrated.value : publicRecord(migrated.value);
  const state = foldRecord(record);
  return state.phase === "ended" ? { table, record, state } : null;
}

/** Cards, last turn and chance follow from a table's seed: it is told once the match is over. */
const withoutSeeds = (record: ClassRecord, over: ReadonlySet<MatchId>): ClassRecord => ({
  ...record,
  commands: record.commands.map((command): ClassCommand =>
    command.kind === "begin"
      ? { ...command, tables: command.tables.map((table) => (over.has(table.match) ? table : { ...table, seed: 0 })) }
      : command,
  ),
});

/** One file after another, so that a long archive does not hold up the tables being played. */
async function zipped(files: readonly ArchiveFile[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    const zip = new Zip((error, chunk, final) => {
      if (error) return reject(error);
      chunks.push(chunk);
      if (final) resolve();
    });
    const addAll = async (): Promise<void> => {
      for (const { name, text } of files) {
        const file = new ZipDeflate(name, { level: 6 });
        zip.add(file);
        file.push(strToU8(text), true);
        await new Promise((resolveLater) => setImmediate(resolveLater));
      }
      zip.end();
    };
    addAll().catch(reject);
  });
  await done;
  return Buffer.concat(chunks);
}
