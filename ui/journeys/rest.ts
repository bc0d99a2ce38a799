import { urls } from "./stack";

/** The users of the local realm; their passwords are their names. */
export type UserName = "admin" | "operator" | "viewer" | "anna" | "ben" | "carla";

const RENEW_BEFORE_MS = 30_000;

/** Speaks with the services as one user, beside the page: what others do meanwhile. */
export class Rest {
  private token = "";
  private until = 0;

  constructor(private readonly user: UserName) {}

  async get<T>(url: string): Promise<T> {
    return (await this.send("GET", url)).json() as Promise<T>;
  }

  async post<T>(url: string, body?: unknown): Promise<T> {
    return (await this.send("POST", url, body)).json() as Promise<T>;
  }

  async put<T>(url: string, body: unknown, version: number): Promise<T> {
    return (await this.send("PUT", url, body, { "If-Match": `"${version}"` })).json() as Promise<T>;
  }

  private async send(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(url, {
      method,
      headers: {
        Authorization: `Bearer ${await this.fresh()}`,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
    }
    return response;
  }

  private async fresh(): Promise<string> {
    if (Date.now() > this.until) {
      const response = await fetch(`${urls.issuer}/protocol/openid-connect/token`, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "password",
          client_id: "promo-cli",
          username: this.user,
          password: this.user,
          scope: "openid",
        }),
      });
      if (!response.ok) {
        throw new Error(`${this.user} got no token: ${response.status} ${await response.text()}`);
      }
      const answer = (await response.json()) as { access_token: string; expires_in: number };
      this.token = answer.access_token;
      this.until = Date.now() + answer.expires_in * 1000 - RENEW_BEFORE_MS;
    }
    return this.token;
  }
}
