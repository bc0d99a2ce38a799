const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** Whether nobody would see anything of a text: blanks of any kind, of no width, too. The services refuse it as missing. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}
