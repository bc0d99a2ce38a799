import { formatNumber } from "./format";
import { isolated } from "./isolated";

function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}

const days = (number: number) => count(number, "day", "days");
const dates = (number: number) => count(number, "date", "dates");
const customers = (number: number) => count(number, "customer", "customers");
const messages = (number: number) => count(number, "message", "messages");

const LONGEST_PIECE = 24;

function shortened(text: string): string {
  return text.length <= LONGEST_PIECE ? text : `${text.slice(0, LONGEST_PIECE)}…`;
}

/** U+00A0 */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The event's drawer; what its history says stands in eventHistory. */
export const eventTexts = {
  newEvent: "New event",
  untitled: "Untitled event",
  close: "Close",
  loadingEvent: "Loading the event…",
  goneTitle: "This event does not exist any more",
  gone: "It was deleted, or its address is mistyped. What was done with it may still stand in its history.",
  tabs: { details: "Details", runs: "Runs", history: "History" },

  fieldNames: {
    title: "Title",
    description: "Description",
    kind: "Kind",
    content: "Texts",
    subject: "Subject",
    body: "Body",
    link: "Link",
    defaultLocale: "Default language",
    segments: "Segments",
    countries: "Countries",
    locales: "Languages",
    startDate: "Start",
    startTime: "Start",
    endDate: "End",
    endTime: "End",
    timeZone: "Time zone",
    dispatchTime: "Daily dispatch time",
    maxRate: "Max rate",
  },
  inLocale: (field: string, locale: string) => `${field} (${locale})`,
  textsIn: (locale: string) => `Texts in ${locale}`,

  sections: { about: "About", package: "Package", audience: "Audience", when: "When", limits: "Limits" },
  descriptionHint: "For your team. Customers do not see it.",
  kindMessage: "Message",
  language: "Language",
  addLanguage: "Add a language",
  addLanguageHint: "A language tag such as de or de-AT",
  add: "Add",
  isDefault: "default",
  makeDefault: "Make it the default",
  defaultHint: "Customers of other languages get the default.",
  removeLanguage: (name: string) => `Remove ${name}`,
  hasProblems: "has errors",
  linkHint: "Opened by the message's button. May stay empty.",
  insert: "Insert a placeholder",
  insertPlaceholder: (name: string) => `Insert ${name}`,
  placeholders: {
    name: "The customer's name",
    email: "The customer's e-mail address",
    country: "The customer's country code",
    title: "The event's title",
    date: "The date of the dispatch",
    startDate: "The event's first date",
    endDate: "The event's last date",
  },
  unknownPlaceholder: (names: string[]) =>
    `Nothing is filled in for ${names.map((name) => `{{${name}}}`).join(", ")}. Use one of the placeholders offered below.`,
  malformedPlaceholder: (pieces: string[]) =>
    `${pieces.map((piece) => `“${isolated(shortened(piece))}”`).join(", ")} is no placeholder. Write two braces at each end: {{name}}.`,

  everyone: "Everyone who has not unsubscribed",
  anyHint: "Any of these. Empty: no condition.",
  addTag: "Type and press Enter",
  clear: (field: string) => `Clear ${field.toLowerCase()}`,
  reach: (eligible: number, total: number) => `${formatNumber(eligible)} of ${customers(total)}`,
  leftOut: "Left out",
  nobodyLeftOut: "Nobody is left out.",
  excluded: {
    UNSUBSCRIBED: "unsubscribed",
    SEGMENT: "in none of the segments",
    COUNTRY: "in another country",
    LOCALE: "with another language",
  },
  reachUnknown: "The customers cannot be counted now.",
  reachInvalid: "Counted as soon as the rule is right.",
  counting: "Counting customers…",

  date: "date",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  time: "time",
  zoneHint: "Dates and times are meant in this zone. Changing it keeps them as they are written.",
  noZone: "No such zone",
  asStart: (time: string) => `${time}, as the start`,
  dispatchHint: (time: string) => `Each date is sent at this time. Empty: the start's local time, ${time}.`,
  lastDay: (date: string) => `Ends as a day begins: ${date} is the last day.`,
  twice: (time: string, offset: string) => `The clocks show ${time} twice on this day. The first is meant, ${offset}.`,
  sentLater: (time: string, date: string, at: string) => `The clocks skip ${time} on ${date}: it is sent at ${at}.`,
  dueDates: (number: number, first: string) => `${dates(number)}, first ${first}`,
  noDueDates: "Nothing would be sent: the dispatch time lies outside the window on every date.",
  datesUnknown: "The dates show as soon as the window is right.",
  showDates: "Show all dates",
  hideDates: "Hide dates",
  maxRateUnit: "rows/s",
  maxRateHint: "Messages written per second and run. Empty: as fast as possible.",
  asFastAsPossible: "As fast as possible",

  preview: "Preview",
  previewFor: "As this customer would read it",
  sampleName: "Name",
  sampleEmail: "E-mail",
  sampleCountry: "Country",
  openLink: (host: string) => `Open ${host}`,
  nothingWritten: "Nothing written yet",
  previewFailed: "The preview cannot be shown now.",

  readOnly: "You may look at this event; admins may change it.",
  finished: (status: string) =>
    `This event is ${status.toLowerCase()} and cannot be changed. Duplicate it to plan it anew.`,
  none: "None",
  publishedTitle: "This event is published",
  publishedHint: (next: number) =>
    `Saving makes version ${formatNumber(next)} and republishes it: dates to come use it. Runs under way finish with the version they have, and dates already sent stay sent.`,

  saveDraft: "Save draft",
  saveAndRepublish: "Save and republish",
  publish: "Publish…",
  saveAndPublish: "Save and publish…",
  duplicate: "Duplicate",
  delete: "Delete…",
  cancelEvent: "Cancel event…",
  testSend: "Test send…",
  unsaved: "Unsaved changes",
  saved: (version: number) => `Saved as version ${formatNumber(version)}`,
  created: "The draft is saved",
  republished: (version: number) => `Saved and republished as version ${formatNumber(version)}`,
  published: (title: string) => `“${isolated(title)}” is published`,
  cancelled: (title: string) => `“${isolated(title)}” is cancelled`,
  deleted: (title: string) => `“${isolated(title)}” is deleted`,
  duplicated: "This is the copy, a new draft",
  testAccepted: "The test was accepted; there is no word yet of what came of it.",
  tested: (subject: string) => `Test sent: “${isolated(subject)}”`,

  leaveTitle: "Discard your changes?",
  leave: "What you typed has not been saved.",
  keepEditing: "Keep editing",
  discard: "Discard changes",

  newerTitle: (by: string, version: number) => `${by} saved version ${formatNumber(version)} meanwhile`,
  newerHint: "What you typed is still here. Compare the two before you save.",
  compare: "Compare",
  compareTitle: "Changed by two people",
  compareHint: (by: string, version: number) =>
    `${by} saved version ${formatNumber(version)} while you were editing. Choose what to keep where the two differ; nothing is saved before you say so.`,
  compareSame: "The newer version says what you typed. Nothing is left to choose.",
  newerStatus: (status: string) => `The event is ${status.toLowerCase()} now. What you typed is still here.`,
  mine: "Yours",
  theirs: (by: string) => `${by}'s`,
  keepMine: "Keep mine",
  takeTheirs: "Take theirs",
  kept: "kept",
  changedOnly: (side: "mine" | "theirs", by: string) => `only ${side === "mine" ? "you" : by} changed this`,
  empty: "empty",
  saveMerged: (version: number) => `Save on version ${formatNumber(version)}`,
  lostTitle: "This event cannot be changed any more",
  saveAsDraft: "Save mine as a new draft",

  datesOfEdit: {
    title: "Save this change of the dates?",
    twice: "Customers get two messages within 24 hours",
    both: (first: string, second: string) => `${first} and ${second}`,
    added: (date: string, when: string) => `New: ${date}, ${when}`,
    moved: (date: string, when: string) => `Moved: ${date}, ${when}`,
    removed: (date: string) => `No longer sent: ${date}`,
    sent: {
      WHEN_DUE: (due: string) => `due ${due}`,
      AT_ONCE: () => "sent at once",
      NEVER: () => "has gone by then and is not sent",
    },
    inZone: (zone: string) => `Times are those of ${zone}.`,
    save: "Save all the same",
  },

  publishTitle: "Publish this event?",
  audienceTimesDays: (eligible: number, number: number) =>
    `${customers(eligible)} × ${days(number)} = ${messages(eligible * number)}`,
  firstDispatch: "First dispatch",
  atOnce: (date: string) => `at once, for ${date}`,
  datesGone: (number: number) =>
    `${dates(number)} of the window ${number === 1 ? "has" : "have"} gone by and will not be sent.`,
  publishNothing: "Every date of the window has gone by: nothing will be sent by itself.",
  sendTo: (eligible: number, number: number) => `Send to ${customers(eligible)} on ${days(number)}`,
  publishUncounted: (number: number) => `Publish for ${days(number)}`,
  publishOnly: "Publish",
  notYet: "Not yet",
  overlapTitle: (number: number) =>
    `${count(number, "other event", "other events")} for these customers at the same time`,
  andMore: (number: number) => `and ${formatNumber(number)} more`,
  overlapHint: "This is only a hint: each of them sends a message of its own.",

  cancelTitle: "Cancel this event for good?",
  lookingForRuns: "Looking for the event's runs…",
  cancelOpen: (number: number, more: boolean) =>
    `${more ? "At least " : ""}${count(number, "run is not over and stops", "runs are not over and stop")} for good, at the next chunk`,
  cancelEnded: (number: number, more: boolean) =>
    `${more ? "At least " : ""}${count(number, "run that ended early", "runs that ended early")} can no longer be restarted`,
  cancelRun: (date: string, state: string, handled: string) => `${date} · ${state} · ${handled} so far`,
  runsUnknown: "The event's runs cannot be seen now. Those not over stop for good, at the next chunk.",
  cancelNoOpen: "No run of the event is under way or waiting.",
  cancelSent: (number: number) => `${dates(number)} so far: what was sent stays in the inboxes, shown as cancelled.`,
  cancelNothingSent: "Nothing has been sent yet.",
  cancelRemaining: (number: number) =>
    number === 0 ? "No date remains to be sent." : `The remaining ${dates(number)} will not be sent.`,
  cancelForGood: "A cancelled event cannot be published again; a copy can.",
  cancelNow: "Cancel the event",
  keepEvent: "Keep it",

  deleteTitle: "Delete this draft?",
  deleteHint: (title: string) => `“${isolated(title)}” is removed for good. Only its history remains.`,
  deleteNow: "Delete the draft",

  testTitle: "Send a test",
  testHint: "One customer gets this event's message now, marked as a test, whatever the audience and the dates.",
  testSaved: "The test is of the saved version, not of what you have typed since.",
  testUser: "Customer",
  testUserHint: "E-mail address or id",
  testNoUser: "Name a customer by e-mail address or id.",
  sendTest: "Send the test",
  back: "Back",

  rules: {
    noTitle: "Give the event a title.",
    noSubject: "Write a subject.",
    noBody: "Write what the message says.",
    noDate: "Choose a date.",
    date: (typed: string) => `“${typed}” is no date. Write it like 2026-11-23 or Nov 23, 2026.`,
    tooLong: (longest: number) => `At most ${formatNumber(longest)} characters.`,
    unprintable: "There is a control character or half a character in it, which cannot be sent.",
    oneLine: "Keep it on one line.",
    tooMany: (most: number) => `At most ${formatNumber(most)} values.`,
    tooManyLocales: (most: number) => `At most ${formatNumber(most)} languages.`,
    segment: (segment: string, longest: number) =>
      `“${isolated(segment)}” is no segment: one line of up to ${longest} characters, no blanks at its ends, no | or ;.`,
    country: (country: string) => `“${country}” is no two-letter country code such as DE.`,
    noTag: (tag: string) => `“${tag}” is no language tag such as de or de-AT.`,
    spelling: (tag: string, canonical: string) => `“${tag}” must be written ${canonical}.`,
    knownTag: (tag: string) => `${tag} is there already.`,
    link: {
      scheme: "Give a whole http or https address, such as https://shop.example/spring.",
      character: (character: string, encoded: string | null) =>
        `An address cannot have the character ${codeOf(character)}. ${encoded == null ? "Leave it out" : `Write ${encoded} for it`}.`,
      percent: "There is a % without two hexadecimal digits after it. Write %25 for the sign itself.",
      user: "There is a user name before the host. Leave out what stands before the @, and the @.",
      noHost: "There is no host after the //. Name it as in https://shop.example.",
      foreign: (host: string, ascii: string | null) =>
        ascii == null
          ? `Not every program knows the host “${host}”. Ask its owner for its name in ASCII, which begins with xn--.`
          : `Not every program knows the host “${host}”. Write ${ascii} for it.`,
      host: (host: string) =>
        `“${host}” is no host name. It may have letters, digits, hyphens and dots; each part has 1 to 63 characters and no hyphen at an end.`,
      port: (highest: number) => `There is a colon after the host without a port from 1 to ${highest} behind it.`,
    },
    zone: "Choose a time zone.",
    time: "A time such as 09:00, from 00:00 to 23:59.",
    skipped: (time: string, date: string, zone: string, next: string) =>
      `There is no ${time} on ${date}: the clocks in ${zone} skip it. Choose ${next} or later.`,
    rate: (most: number) => `A whole number from 1 to ${formatNumber(most)}, or nothing for no limit.`,
    range: "A date between 2000 and 2199.",
    endFirst: "The end must be after the start.",
    tooLongWindow: "More than 366 days. Plan a series of events instead.",
  },
};
