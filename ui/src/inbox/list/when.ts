const DAY_MS = 86_400_000;

/** When a message came, as short as can be: the time today, the day of the week this week, the date before. */
export function shortWhen(instant: string, locale: string, now: Date = new Date()): string {
  const at = new Date(instant);
  if (at.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  }
  const age = now.getTime() - at.getTime();
  if (age >= 0 && age < 6 * DAY_MS) {
    return new Intl.DateTimeFormat(locale, { weekday: "short" }).format(at);
  }
  const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year }).format(at);
}

/** When a message came, in full. */
export function fullWhen(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", hourCycle: "h23" }).format(
    new Date(instant),
  );
}
