import { type Client, Room, type RoomException } from "@colyseus/core";
import type { Log } from "#server/lib/log.ts";

/** Close code of a connection that a newer one of the same person has taken over. */
export const SUPERSEDED = 4100;

/**
 * A room whose faults stay its own. Without `onUncaughtException` one throwing handler would take the
 * process down; frames that do not even decode are caught before they reach it.
 */
export abstract class SafeRoom<State extends object> extends Room<{ state: State }> {
  protected abstract readonly log: Log;

  constructor() {
    super();
    this.#guardFrames();
  }

  override onUncaughtException(error: RoomException, method: string): void {
    const cause = error.cause instanceof Error ? error.cause : error;
    this.log.error({ room: this.roomId, method, error: cause.stack ?? cause.message }, "fault in a room");
  }

  /**
   * `_onMessage` decodes a frame's header outside any try, so rubbish throws into the socket's event loop.
   * It is private to the library; wrapping the instance's copy is the only place to catch it.
   */
  #guardFrames(): void {
    const decode = Reflect.get(this, "_onMessage") as (client: Client, frame: Buffer) => void;
    Reflect.set(this, "_onMessage", (client: Client, frame: Buffer) => {
      try {
        decode.call(this, client, frame);
      } catch (error) {
        this.log.debug({ room: this.roomId, bytes: frame.length, error: String(error) }, "a frame did not decode");
      }
    });
  }
}
