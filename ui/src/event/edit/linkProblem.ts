import { eventTexts } from "../../texts/event";

const texts = eventTexts.rules.link;

const SCHEME = /^https?:\/\//i;
const FORBIDDEN = /[\s"<>\\^`{|}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const AFTER_HOST = /[/?#]/;
const LABEL = /^[a-z0-9-]{1,63}$/i;
const PORT = /^[0-9]{1,5}$/;
const NOT_ASCII = /[^ -~]/;
const LONGEST_HOST = 253;
const HIGHEST_PORT = 65_535;

/** Why a link cannot be kept, and what to do about it; null when it can. The rule is calendar-api's `WebLink`. */
export function linkProblem(link: string): string | null {
  if (!SCHEME.test(link)) {
    return texts.scheme;
  }
  if (FORBIDDEN.test(link)) {
    return texts.characters;
  }
  const rest = link.slice(link.indexOf("//") + 2);
  const end = rest.search(AFTER_HOST);
  const authority = end < 0 ? rest : rest.slice(0, end);
  if (authority.includes("@")) {
    return texts.user;
  }
  const colon = authority.indexOf(":");
  const host = colon < 0 ? authority : authority.slice(0, colon);
  return (
    hostProblem(host) ??
    (colon < 0 || isPort(authority.slice(colon + 1)) ? null : texts.port) ??
    // What is no address to a browser in spite of all that: parts of numbers that make none, above all.
    (URL.canParse(link) ? null : texts.host(host))
  );
}

function hostProblem(host: string): string | null {
  if (host === "") {
    return texts.noHost;
  }
  if (NOT_ASCII.test(host)) {
    const ascii = asciiOf(host);
    return ascii == null ? texts.host(host) : texts.foreign(host, ascii);
  }
  if (host.includes("_")) {
    return texts.underscore(host);
  }
  return host.length <= LONGEST_HOST && host.split(".").every(isLabel) ? null : texts.host(host);
}

function isLabel(label: string): boolean {
  return LABEL.test(label) && !label.startsWith("-") && !label.endsWith("-");
}

function isPort(port: string): boolean {
  return PORT.test(port) && Number(port) >= 1 && Number(port) <= HIGHEST_PORT;
}

/** The name under which a host of other letters is known to the network; null when it has none. */
function asciiOf(host: string): string | null {
  const address = `https://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
