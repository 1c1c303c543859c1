import "@preact/signals";
import { render } from "preact";
import { connectScreen } from "../net/connectHost.ts";
import { Guard } from "../play/Guard.tsx";
import { ScreenPage } from "./ScreenPage.tsx";
import "./words.ts";

const app = document.getElementById("app");
if (app) {
  app.replaceChildren();
  render(
    <Guard>
      <ScreenPage connect={connectScreen} />
    </Guard>,
    app,
  );
}
