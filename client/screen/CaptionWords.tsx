import type { VNode } from "preact";
import type { Caption } from "./model/captions.ts";

/** Longer headlines take two smaller lines. */
const ONE_LINE = 40;

/** A headline that fits: large, or over two smaller lines. */
export const Headline = ({ text }: { readonly text: string }): VNode => (
  <h2 class={text.length > ONE_LINE ? "screen-title screen-title-long" : "screen-title"}>{text}</h2>
);

export function CaptionWords({ caption: { title, text, numbers } }: { readonly caption: Caption }): VNode {
  return (
    <>
      <div class="screen-caption-words">
        <Headline text={title} />
        {text !== "" && <p class="screen-text">{text}</p>}
      </div>
      {numbers.length > 0 && (
        <dl class="screen-numbers">
          {numbers.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="num">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
