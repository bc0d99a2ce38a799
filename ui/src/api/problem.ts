import { serviceTexts } from "../texts/service";

/** A field that a service found wrong, and what to do about it. `field` is a path such as `promotionPackage.link`. */
export type FieldProblem = { field: string; message: string };

/** A service's refusal: the RFC 9457 problem details of its answer. */
export class ProblemError extends Error {
  readonly status: number;
  /** The problem's kind, without its urn prefix: `stale-version`, `forbidden`, … */
  readonly kind: string;
  readonly fields: FieldProblem[];
  /** The whole problem, for what only some of them say. */
  readonly problem: Record<string, unknown>;
  /** How long the service wants to be left alone, in seconds; 0: it did not say. */
  readonly retryAfter: number;

  constructor(status: number, body: unknown, retryAfter = 0) {
    const problem = isObject(body) ? body : {};
    const detail = text(problem.detail) ?? text(problem.title) ?? serviceTexts.answered(status);
    super(detail);
    this.name = "ProblemError";
    this.status = status;
    this.kind = (text(problem.type) ?? "").replace("urn:promo:problem:", "");
    this.problem = problem;
    this.retryAfter = retryAfter;
    this.fields = Array.isArray(problem.errors) ? problem.errors.filter(isFieldProblem) : [];
  }

  static async of(response: Response): Promise<ProblemError> {
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    return new ProblemError(response.status, body, Number.parseInt(response.headers.get("Retry-After") ?? "", 10) || 0);
  }
}

/** Whether an error only says that a service is away: it never answered, or somebody answered in its stead. */
export function isUnreachable(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.status === 502 || error.status === 503 || error.status === 504;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isObject(value) && typeof value.field === "string" && typeof value.message === "string";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
