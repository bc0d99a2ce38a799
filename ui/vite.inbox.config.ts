import { readFile } from "node:fs/promises";
import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import { type CSSOptions, defineConfig, type Plugin } from "vite";

const SCOPE = ".promo-inbox";
/** What Mantine looks for on the page's root is on the inbox's own elements. */
const ON_SCOPE = /^(:where\()?\[data-(mantine-color-scheme|respect-reduced-motion)\b[^\]]*\]\)?/;
/** The direction of writing is the page's. */
const ON_PAGE = /^(:where\()?\[dir\b[^\]]*\]\)?/;

/** The selector, holding for nothing outside the inbox. */
function scoped(selector: string, scope: string): string {
  if (selector.includes(SCOPE)) {
    return selector.replace(`:where(${SCOPE})`, SCOPE);
  }
  if (ON_SCOPE.test(selector)) {
    return scope + selector;
  }
  const page = ON_PAGE.exec(selector)?.[0];
  return page == null ? `${scope} ${selector}` : `${page} ${scope}${selector.slice(page.length)}`;
}

/**
 * Puts every rule inside the inbox's elements, the inbox's own above Mantine's: in which order the parts of the library come
 * into the one style sheet nobody promises.
 */
const scoping: Exclude<NonNullable<Exclude<CSSOptions["postcss"], string | undefined>["plugins"]>[number], false> = {
  postcssPlugin: "promo-inbox-scope",
  OnceExit(root) {
    const scope = root.source?.input.file?.endsWith(".module.css") ? SCOPE + SCOPE : SCOPE;
    root.walkRules((rule) => {
      const inKeyframes =
        rule.parent?.type === "atrule" && "name" in rule.parent && /keyframes$/.test(rule.parent.name);
      if (!inKeyframes) {
        rule.selectors = rule.selectors.map((selector) => scoped(selector, scope));
      }
    });
  },
};

/** What makes a package of the built files, and its page. */
function packageFiles(): Plugin {
  return {
    name: "package-files",
    async generateBundle() {
      const { version, license } = JSON.parse(await readFile("package.json", "utf8"));
      const manifest = {
        name: "promo-inbox",
        version,
        license,
        description: "Promo's inbox for a shop: a button with a live badge, a popover, and a page.",
        type: "module",
        exports: {
          ".": { types: "./types/src/inbox/index.d.ts", default: "./promo-inbox.js" },
          "./style.css": "./promo-inbox.css",
        },
        sideEffects: ["*.css"],
        peerDependencies: { react: ">=19", "react-dom": ">=19" },
      };
      this.emitFile({ type: "asset", fileName: "package.json", source: `${JSON.stringify(manifest, null, 2)}\n` });
      const page = await readFile("../docs/inbox-component.md", "utf8");
      this.emitFile({ type: "asset", fileName: "README.md", source: page });
    },
  };
}

export default defineConfig({
  plugins: [react(), packageFiles()],
  publicDir: false,
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  css: { postcss: { plugins: [mantine(), scoping] } },
  build: {
    outDir: "dist-inbox",
    target: "es2022",
    cssCodeSplit: false,
    lib: { entry: "src/inbox/library.ts", formats: ["es"], fileName: "promo-inbox", cssFileName: "promo-inbox" },
    rolldownOptions: { external: [/^react($|\/)/, /^react-dom($|\/)/] },
  },
});
