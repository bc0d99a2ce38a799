/** Why a link cannot be kept; null when it can. */
export function linkProblem(_link: string): string | null {
  return null;
}
