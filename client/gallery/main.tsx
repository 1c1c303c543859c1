import "@preact/signals";
import { render } from "preact";
import { matchId } from "#shared/model/ids.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import { createShelf } from "../net/storage.ts";
import { Table } from "../play/Table.tsx";
import { fakeConnection } from "./fakeConnection.ts";
import { BOARD, SCENES, type Scene } from "./scenes.ts";

const entry: Entry = { match: matchId("gallery"), code: "K7M4QX", token: "", rejoin: "", name: "Ana", country: null };

/** `/gallery/?scene=orders&theme=dark`: one state of the play page; without a scene, the list of them. */
const query = new URLSearchParams(location.search);
const theme = query.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);
const scene = SCENES.find((each) => each.id === query.get("scene"));
const app = document.getElementById("app");
const host = query.get("host");
const student = query.get("class");
if (app && host !== null)
  void import("./hostGallery.tsx").then(({ HostGallery }) => render(<HostGallery scene={host} />, app));
else if (app && student !== null)
  void import("./classGallery.tsx").then(({ ClassGallery }) => render(<ClassGallery scene={student} />, app));
else if (app) render(scene ? <One scene={scene} /> : <Index />, app);

function One({ scene }: { readonly scene: Scene }) {
  const connection = fakeConnection(scene.view, scene.status ? { status: scene.status } : {});
  return (
    <Table
      board={scene.board ?? BOARD}
      connection={connection}
      entry={entry}
      shelf={createShelf(null)}
      {...(scene.prepare ? { prepare: scene.prepare } : {})}
    />
  );
}

function Index() {
  return (
    <main class="card">
      <h1 class="h2">Gallery of the play page</h1>
      <ul>
        {SCENES.map(({ id }) => (
          <li key={id}>
            {id} – <a href={`?scene=${id}&theme=light`}>light</a> · <a href={`?scene=${id}&theme=dark`}>dark</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
