// Prints what each page loads first, and fails when it is more than its limit: JavaScript, gzipped, kB of 1,000 bytes.
// What a page loads first is the entry, the page's own chunk, and everything these import statically.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMITS = [
  { page: "shop", modules: ["index.html", "src/shop/ShopArea.tsx", "src/shop/HomePage.tsx"], kilobytes: 200 },
  {
    page: "admin calendar",
    modules: ["index.html", "src/shell/AdminArea.tsx", "src/calendar/CalendarPage.tsx"],
    kilobytes: 320,
  },
];

const folder = process.argv[2] ?? "dist";
const manifest = JSON.parse(await readFile(join(folder, ".vite/manifest.json"), "utf8"));

function files(modules) {
  const seen = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk) {
      throw new Error(`the build has no chunk for ${key}; mend LIMITS in scripts/weigh.mjs`);
    }
    if (!seen.has(chunk.file)) {
      seen.add(chunk.file);
      for (const imported of chunk.imports ?? []) {
        visit(imported);
      }
    }
  };
  modules.forEach(visit);
  return [...seen];
}

let tooHeavy = false;
for (const { page, modules, kilobytes } of LIMITS) {
  const sizes = await Promise.all(
    files(modules).map(async (file) => gzipSync(await readFile(join(folder, file))).length),
  );
  const weight = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const verdict = weight <= kilobytes ? "ok" : "TOO HEAVY";
  tooHeavy ||= weight > kilobytes;
  console.log(`${page}: ${weight.toFixed(1)} kB JavaScript gzipped at first load, limit ${kilobytes} kB: ${verdict}`);
}
process.exitCode = tooHeavy ? 1 : 0;
