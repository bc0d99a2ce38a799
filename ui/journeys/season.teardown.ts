import { test } from "./journey";
import { endOfSeason } from "./season";

test("the season ends", async () => {
  await endOfSeason();
});
