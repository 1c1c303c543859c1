import type { HostView, ScreenView } from "#shared/model/classView.ts";
import type { ClassConnection, HostConnection, ScreenConnection } from "./classConnection.ts";
import { ClassLineConnection } from "./ClassLineConnection.ts";
import { browserTools, wakingWithPage } from "./browserTools.ts";
import { openHostLink } from "./openColyseusLink.ts";

/** An instructor's line in a real browser. */
export const connectHost = (key: string): HostConnection => connectClass<HostView>(key);
/** A projector's. */
export const connectScreen = (key: string): ScreenConnection => connectClass<ScreenView>(key);

const connectClass = <View extends HostView | ScreenView>(key: string): ClassConnection<View> =>
  wakingWithPage(new ClassLineConnection<View>(key, { ...browserTools(), open: openHostLink }));
