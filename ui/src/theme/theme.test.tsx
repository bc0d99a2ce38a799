import { DEFAULT_THEME, Notification } from "@mantine/core";
import { renderHook, screen } from "@testing-library/react";
import type { Window } from "happy-dom";
import { afterEach, expect, it } from "vitest";
import { renderAs } from "../test/render";
import { cssVariables } from "./theme";
import { useNarrow, usePhone } from "./widths";

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it("lets what a toast says be read in both themes", () => {
  renderAs(["admin"], <Notification title="That did not work">The server does not answer.</Notification>);
  expect(screen.getByText("The server does not answer.").style.color).toBe("var(--mantine-color-dimmed)");
  const { light, dark } = cssVariables(DEFAULT_THEME);
  expect(contrast(light["--mantine-color-dimmed"] ?? "", "#ffffff")).toBeGreaterThan(4.5);
  expect(contrast(dark["--mantine-color-dimmed"] ?? "", DEFAULT_THEME.colors.dark[6])).toBeGreaterThan(4.5);
});

const browser = window as unknown as Window;
const before = browser.innerWidth;
afterEach(() => browser.happyDOM.setViewport({ width: before }));

it.each([
  [767, true, true],
  [768, false, true],
  [991, false, true],
  [992, false, false],
])("draws the lines where the style sheets do: %i px", (width, phone, narrow) => {
  browser.happyDOM.setViewport({ width });
  expect(renderHook(usePhone).result.current).toBe(phone);
  expect(renderHook(useNarrow).result.current).toBe(narrow);
});
