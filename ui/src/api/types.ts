import type { components as Calendar } from "../../generated/calendar";
import type { components as Dispatch } from "../../generated/dispatch";
import type { components as Inbox } from "../../generated/inbox";

// The names the screens use for what the services answer with.
export type PromoEvent = Calendar["schemas"]["Event"];
export type CalendarItem = Calendar["schemas"]["CalendarItem"];
export type EventDraft = Calendar["schemas"]["EventDraft"];
export type EventStatus = PromoEvent["status"];
export type EventPreview = Calendar["schemas"]["EventPreview"];
export type DatesOfEdit = Calendar["schemas"]["DatesOfEdit"];
export type HistoryEntry = Calendar["schemas"]["Entry"];
export type Audience = Calendar["schemas"]["Audience"];
export type Run = Dispatch["schemas"]["RunView"];
export type RunState = Run["state"];
export type RunAction = Dispatch["schemas"]["RunAction"];
export type Partition = Dispatch["schemas"]["PartitionView"];
export type RequestedRun = Dispatch["schemas"]["RequestedRun"];
export type AudienceEstimate = Dispatch["schemas"]["AudienceEstimate"];
export type DeadLetter = Dispatch["schemas"]["DeadLetter"];
export type OutboxPage = Dispatch["schemas"]["OutboxPage"];
export type ProcessView = Dispatch["schemas"]["ProcessView"];
export type EventDay = Inbox["schemas"]["EventDay"];
export type Message = Inbox["schemas"]["Message"];
export type UnreadCount = Inbox["schemas"]["UnreadCount"];
export type Hint = Inbox["schemas"]["Hint"];
