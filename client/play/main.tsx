import "@preact/signals";
import { render } from "preact";
import { createSeats } from "../net/seats.ts";
import { browserShelf } from "../net/storage.ts";
import { Guard } from "./Guard.tsx";
import { PlayPage } from "./PlayPage.tsx";
import { codeInPath } from "./codeInPath.ts";

const shelf = browserShelf();
const app = document.getElementById("app");
if (app) {
  app.replaceChildren();
  render(
    <Guard>
      <PlayPage code={codeInPath(location.pathname)} seats={createSeats(shelf)} shelf={shelf} />
    </Guard>,
    app,
  );
}
