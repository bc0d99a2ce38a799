import { useApi } from "../../api/ApiContext";
import { ProblemError } from "../../api/problem";
import { eventTexts } from "../../texts/event";

const EVERY_MS = 1_000;
const MOST_TRIES = 30;

/** Sends an event, a draft, too, to one customer as a test. */
export function useTestSend(eventId: string) {
  const { calendar, dispatch } = useApi();

  /** What came of it: the subject that was sent. Dispatch needs a moment before there is word of it. */
  const outcomeOf = async (testId: string) => {
    for (let tries = 1; ; tries++) {
      try {
        const { data } = await dispatch.GET("/test-sends/{testId}", { params: { path: { testId } } });
        return data;
      } catch (error) {
        if (!(error instanceof ProblemError && error.status === 404)) {
          throw error;
        }
        if (tries === MOST_TRIES) {
          return undefined;
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    }
  };

  /**
   * Sends and waits for what came of it.
   *
   * @param key the same for the same test, however often it is asked for
   * @returns what to tell: that it was sent, or that there is no word of it yet
   * @throws ProblemError when one of the services refuses, Error with dispatch's reason when it could not be sent
   */
  return async (user: string, key: string): Promise<string> => {
    const { data } = await calendar.POST("/events/{eventId}/test-send", {
      params: { path: { eventId }, header: { "Idempotency-Key": key } },
      body: { user },
    });
    const outcome = data && (await outcomeOf(data.testId));
    if (outcome?.state === "REFUSED") {
      throw new ProblemError(outcome.status ?? 409, { detail: outcome.detail });
    }
    return outcome?.message == null ? eventTexts.testAccepted : eventTexts.tested(outcome.message.subject);
  };
}
