import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { TEST_CONFIG } from "../../test/render";
import { PromoInboxProvider } from "../PromoInboxProvider";
import type { PromoInboxSettings } from "../props";

/** Someone's token: a JWT is known by its subject. */
export function tokenOf(subject: string): string {
  return `e30.${btoa(JSON.stringify({ sub: subject }))}.signature`;
}

const anna = tokenOf("anna");

/** Renders parts of an inbox as any page may, signed in as Anna unless told otherwise. */
export function renderInbox(parts: ReactNode, settings: Partial<PromoInboxSettings> = {}) {
  return render(
    <PromoInboxProvider apiUrl={TEST_CONFIG.inboxUrl} getToken={getToken} {...settings}>
      {parts}
    </PromoInboxProvider>,
  );
}

async function getToken() {
  return anna;
}
