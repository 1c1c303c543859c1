import type { ComponentChildren, VNode } from "preact";

interface SectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly aside?: ComponentChildren;
}
export const RailSection = ({ title, children, aside }: SectionProps): VNode => (
  <section class="rail-section">
    <div class="rail-head">
      <h2 class="h3">{title}</h2>
      {aside}
    </div>
    {children}
  </section>
);

interface RowProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}
export const RailRow = ({ title, note, children }: RowProps): VNode => (
  <div class="rail-row">
    <div class="rail-words">
      <b>{title}</b>
      {note !== undefined && note !== "" && <span class="small quiet num">{note}</span>}
    </div>
    {children}
  </div>
);
