import { test } from "./journey";
import { endOfSeason, season } from "./season";

test("the season begins", async () => {
  await season();
});

test("the season ends", async () => {
  await endOfSeason();
});
