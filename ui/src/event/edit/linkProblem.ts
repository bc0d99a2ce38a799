import { eventTexts } from "../../texts/event";

const texts = eventTexts.rules.link;

const SCHEME = /^https?:\/\//i;
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}"<>\\^`{|}]/u;
const HALF = /\p{Cs}/u;
const BAD_PERCENT = /%(?![0-9a-f]{2})/i;
const AFTER_HOST = /[/?#]/;
const LABEL = /^[a-z0-9-]{1,63}$/i;
const PORT = /^0*[1-9][0-9]{0,4}$/;
const NOT_ASCII = /[^ -~]/;
/** Letters that older programs turn into others: what they would call the host is somebody else's. */
const TURNED = /[\u00df\u1e9e\u03c2\u200c\u200d]/;
const LONGEST_HOST = 253;
const HIGHEST_PORT = 65_535;

/**
 * Why a link cannot be kept, and what to do about it; null when it can. The rule is that of calendar-api's `LinkRule`: its
 * tests and the tests here read the same `links.json`.
 */
export function linkProblem(link: string): string | null {
  if (!SCHEME.test(link)) {
    return texts.scheme;
  }
  const [unfit] = UNFIT.exec(link) ?? [];
  if (unfit != null) {
    return texts.character(unfit, HALF.test(unfit) ? null : encodeURIComponent(unfit));
  }
  if (BAD_PERCENT.test(link)) {
    return texts.percent;
  }
  const rest = link.slice(link.indexOf("//") + 2);
  const end = rest.search(AFTER_HOST);
  return authorityProblem(end < 0 ? rest : rest.slice(0, end));
}

function authorityProblem(authority: string): string | null {
  if (authority.includes("@")) {
    return texts.user;
  }
  const colon = authority.indexOf(":", authority.startsWith("[") ? authority.indexOf("]") : 0);
  const port = colon < 0 ? null : authority.slice(colon + 1);
  return (
    hostProblem(colon < 0 ? authority : authority.slice(0, colon)) ?? (isPort(port) ? null : texts.port(HIGHEST_PORT))
  );
}

function hostProblem(host: string): string | null {
  if (host === "") {
    return texts.noHost;
  }
  const known = hostnameOf(host);
  if (NOT_ASCII.test(host)) {
    return known == null ? texts.host(host) : texts.foreign(host, TURNED.test(host) ? null : known);
  }
  const fine = host.length <= LONGEST_HOST && host.split(".").every(isLabel);
  // Browsers read 127.1 as 127.0.0.1, and find no address in 256.1.1.1.
  return fine && known === host.toLowerCase() ? null : texts.host(host);
}

function isLabel(label: string): boolean {
  return LABEL.test(label) && !label.startsWith("-") && !label.endsWith("-");
}

function isPort(port: string | null): boolean {
  return port == null || (PORT.test(port) && Number(port) <= HIGHEST_PORT);
}

/** The name that browsers ask the network for; null when it is no name to them. */
function hostnameOf(host: string): string | null {
  const address = `https://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
