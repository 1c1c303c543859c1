import { useEffect, useState } from "preact/hooks";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";

export interface Loaded<T> {
  readonly value: T | null;
  readonly failure: Pick<Refusal, "text"> | null;
  readonly again: () => void;
}

/** Loads something once for each key (null = not wanted yet), and again when asked. `load` must be the same function at each call. */
export function useLoaded<Key extends string, T>(
  key: Key | null,
  load: (key: Key) => Promise<Result<T, Pick<Refusal, "text">>>,
): Loaded<T> {
  const [answer, setAnswer] = useState<Result<T, Pick<Refusal, "text">> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (key === null) return undefined;
    let current = true;
    void load(key).then((result) => current && setAnswer(result));
    return () => {
      current = false;
    };
  }, [key, round]);
  return {
    value: answer?.ok ? answer.value : null,
    failure: answer && !answer.ok ? answer.error : null,
    again: () => {
      setAnswer(null);
      setRound(round + 1);
    },
  };
}
