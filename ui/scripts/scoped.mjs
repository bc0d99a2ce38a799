// Fails when the inbox's style sheet holds for anything outside the inbox: the page it is embedded in is another's.
import { readFile } from "node:fs/promises";
import postcss from "postcss";

const sheet = postcss.parse(await readFile(process.argv[2] ?? "dist-inbox/promo-inbox.css", "utf8"));
const strays = [];
let rules = 0;
sheet.walkRules((rule) => {
  if (rule.parent?.type === "atrule" && /keyframes$/.test(rule.parent.name)) {
    return;
  }
  rules++;
  strays.push(...rule.selectors.filter((selector) => !selector.includes(".promo-inbox")));
});
if (rules === 0 || strays.length > 0) {
  console.error(`the inbox's style sheet: ${rules} rules, of which these hold outside .promo-inbox:`, strays);
  process.exitCode = 1;
} else {
  console.log(`the inbox's style sheet: ${rules} rules, all within .promo-inbox`);
}
