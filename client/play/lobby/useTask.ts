import { useState } from "preact/hooks";

/** One thing at a time: while it runs, asking again does nothing. */
export function useTask(): { readonly busy: boolean; readonly run: (action: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run: (action) => {
      if (busy) return;
      setBusy(true);
      void action().finally(() => setBusy(false));
    },
  };
}
