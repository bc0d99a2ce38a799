/** A part of the page that the server did not give: it is away, or has another version of the page by now. */
export class PartMissing extends Error {
  override readonly name = "PartMissing";
}

const PAUSES_MS = [300, 1_500];

/** Loads a part of the page, again after a pause when that fails; throws a {@link PartMissing} in the end. */
export async function loadPart<Part>(load: () => Promise<Part>, pausesMs = PAUSES_MS): Promise<Part> {
  for (let tries = 0; ; tries++) {
    try {
      return await load();
    } catch (cause) {
      const pause = pausesMs[tries];
      if (pause == null) {
        throw new PartMissing("a part of the page could not be loaded", { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
