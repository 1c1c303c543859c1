/** What the pages under /learn share: the texts in it are filled in after it. */

/** Title, description, theme and style. `catalogue` holds `title` and `description`. */
export const learnHead = (catalogue: string): string => `<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{{t ${catalogue}.title}}</title>
    <meta name="description" content="{{t ${catalogue}.description}}" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <script src="/theme.js"></script>
    <link rel="stylesheet" href="/learn/learn.css" />`;

/** The bar on top, with the one page that is near. */
export const learnBar = (address: string, text: string): string => `<header class="bar">
      <a class="brand" href="/">{{svg style/balance.svg}}<span>{{t learn.brand}}</span></a>
      <nav class="bar-links">
        <a class="bar-more" href="${address}">{{t ${text}}}</a>
        <a href="/">{{t learn.play}}</a>
        <button class="theme-toggle" type="button" data-theme-toggle hidden></button>
      </nav>
    </header>`;
