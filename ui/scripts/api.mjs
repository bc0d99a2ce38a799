// Types of the three services' REST interfaces, from the OpenAPI documents they serve (ui/api/*.json; a test in each
// service holds its document to what it serves). Written only when they change, so that a build without change is fast.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapi, { astToString } from "openapi-typescript";

const root = new URL("..", import.meta.url);
const target = new URL("generated/", root);
await mkdir(target, { recursive: true });
await Promise.all(
  ["calendar", "dispatch", "inbox"].map(async (service) => {
    const document = JSON.parse(await readFile(new URL(`api/${service}.json`, root), "utf8"));
    const types = astToString(await openapi(document));
    const file = new URL(`${service}.ts`, target);
    const before = await readFile(file, "utf8").catch(() => "");
    if (before !== types) {
      await writeFile(file, types);
    }
  }),
);
