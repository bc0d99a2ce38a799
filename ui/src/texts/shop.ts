/** The demonstration shop's words. */
export const shopTexts = {
  name: "Alder & Fern",
  pageTitle: (page: string) => `${page} · Alder & Fern`,
  inboxTitle: (unread: string | null) => `${unread == null ? "" : `(${unread}) `}Inbox · Alder & Fern`,
  trade: "Home and garden",
  skip: "Skip to content",
  headline: "A garden for every season",
  intro:
    "Bulbs before the frost, shade in July, lanterns in October. What is worth having at the moment, we tell you in your inbox.",
  greeting: (name: string) => `Good to see you, ${name}`,
  toInbox: "Open my inbox",
  logIn: "Log in to see your offers",
  demonstration: "A demonstration shop",
  demonstrationHint:
    "Alder & Fern is made up, and nothing here can be bought. It shows where Promo's messages reach a customer: the inbox at the top right.",
  seasons: "The year in the garden",
  tiles: [
    { season: "spring", title: "Spring", line: "Tulips, seed trays and the first warm soil." },
    { season: "summer", title: "Summer", line: "Shade, water and long evenings outside." },
    { season: "autumn", title: "Autumn", line: "Leaves to rake, lanterns to light." },
    { season: "winter", title: "Winter", line: "Firewood, feeders and plans for next year." },
  ],
  staff: "For staff",
} as const;

export type Season = (typeof shopTexts.tiles)[number]["season"];
