import { ErrorResponse } from "oidc-client-ts";

const ENDED = ["invalid_grant", "login_required", "interaction_required"];

/** Whether the identity provider has said that the session is over; any other failure leaves that open: it may only be away. */
export function isEnded(error: unknown): boolean {
  return error instanceof ErrorResponse && ENDED.includes(error.error ?? "");
}
