/** Capital letters where a sentence begins with the article of a name: "the Soviet Union hides." → "The Soviet Union hides." */
export const sentenceCase = (text: string): string =>
  text.replace(/(^|[.!?] )the (?=\p{Lu})/gu, (_, before: string) => `${before}The `);
