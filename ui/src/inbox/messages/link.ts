const SAFE = new Set(["http:", "https:"]);

/** Where a message leads; null when that is nowhere, or nowhere a browser should be sent to. */
export function safeLink(link: string | null | undefined): { href: string; host: string } | null {
  if (link == null || !URL.canParse(link)) {
    return null;
  }
  const url = new URL(link);
  return SAFE.has(url.protocol) ? { href: url.href, host: url.host } : null;
}
