import * as z from "zod/mini";

export type Role = "admin" | "operator" | "viewer" | "customer";

const claims = z.object({ roles: z.catch(z.array(z.string()), []) });

/** The roles in an ID token's claims; the services decide by the access token's, this only chooses what to show. */
export function rolesOf(profile: unknown): string[] {
  const parsed = claims.safeParse(profile);
  return parsed.success ? parsed.data.roles : [];
}

/** What someone may do on the admin pages. */
export type Rights = {
  /** May look at events, runs and figures. */
  look: boolean;
  /** May plan, publish and cancel events. */
  plan: boolean;
  /** May stop, restart and backfill runs. */
  operate: boolean;
};

export function rightsOf(roles: readonly string[]): Rights {
  const has = (...any: Role[]) => any.some((role) => roles.includes(role));
  return { look: has("admin", "operator", "viewer"), plan: has("admin"), operate: has("admin", "operator") };
}
