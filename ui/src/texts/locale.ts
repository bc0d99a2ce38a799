/** The locale that texts, dates and numbers are shown in. English is the only complete one so far. */
export const LOCALE = "en";
