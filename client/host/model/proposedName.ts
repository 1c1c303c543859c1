/** "World Politics, Tue 10:00": a name that can be told from last week's, by the local clock to the next quarter of an hour. */
export function proposedName(subject: string, now: Date): string {
  const quarter = 15 * 60_000;
  const at = new Date(Math.round(now.getTime() / quarter) * quarter);
  const day = at.toLocaleDateString("en-GB", { weekday: "short" });
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${subject}, ${day} ${time}`;
}
