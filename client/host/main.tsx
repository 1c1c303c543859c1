import "@preact/signals";
import { render } from "preact";
import { connectHost } from "../net/connectHost.ts";
import { browserShelf } from "../net/storage.ts";
import { Guard } from "../play/Guard.tsx";
import { HostPage } from "./HostPage.tsx";
import "./words.ts";

const app = document.getElementById("app");
if (app) {
  app.replaceChildren();
  render(
    <Guard>
      <HostPage shelf={browserShelf()} connect={connectHost} />
    </Guard>,
    app,
  );
}
