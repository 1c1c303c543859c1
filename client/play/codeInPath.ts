import { isJoinCode, normaliseCode } from "#shared/protocol/codes.ts";

/** The last part of `/play/CODE`, as a game code or as what stands there instead. */
export type PathCode = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly found: string };

export function codeInPath(path: string): PathCode {
  const found = decodeSafely(path.replace(/^\/play\/?/, "").replace(/\/+$/, ""));
  const code = normaliseCode(found);
  return isJoinCode(code) ? { ok: true, code } : { ok: false, found };
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
