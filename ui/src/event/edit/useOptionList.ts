import { useReducer } from "react";

const LOOK = {
  // The list scrolls itself: a scroll area around it could not be reached by keyboard.
  withScrollArea: false,
  styles: { options: { maxHeight: 240, overflowY: "auto" } },
  // Else the hundreds of options of all fields would be rendered with every key pressed in any.
  comboboxProps: { shadow: "md", keepMounted: false },
} as const;

/** What the list of a field's options needs to be reached by everyone. */
export function useOptionList() {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  // Mantine says which list belongs to the field only from the second render on after it has opened.
  return { ...LOOK, onDropdownOpen: () => void setTimeout(renderAgain) };
}
