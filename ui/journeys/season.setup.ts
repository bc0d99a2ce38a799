import { test } from "./journey";
import { season } from "./season";

test("a shop plans its season", async () => {
  await season();
});
