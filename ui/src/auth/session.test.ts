import { describe, expect, it } from "vitest";
import { pathAfterSignIn } from "./areas";
import { rightsOf, rolesOf } from "./session";

describe("rights", () => {
  it("follow the roles", () => {
    expect(rightsOf(["admin"])).toEqual({ look: true, plan: true, operate: true });
    expect(rightsOf(["operator"])).toEqual({ look: true, plan: false, operate: true });
    expect(rightsOf(["viewer"])).toEqual({ look: true, plan: false, operate: false });
    expect(rightsOf(["customer"])).toEqual({ look: false, plan: false, operate: false });
  });

  it("are none for claims that say nothing", () => {
    expect(rolesOf(undefined)).toEqual([]);
    expect(rolesOf({ roles: "admin" })).toEqual([]);
    expect(rolesOf({ roles: ["admin"] })).toEqual(["admin"]);
  });
});

describe("the path after signing in", () => {
  it.each(["//evil.example", "/\\evil.example", "https://evil.example", 7, undefined])(
    "is never another site: %s",
    (state) => {
      expect(pathAfterSignIn(state, "shop")).toBe("/");
      expect(pathAfterSignIn(state, "admin")).toBe("/admin");
    },
  );

  it("is where one was", () => {
    expect(pathAfterSignIn("/inbox/1?x=2", "shop")).toBe("/inbox/1?x=2");
  });
});
