import { ActionIcon, Kbd, Popover, Text } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";
import { calendarTexts } from "../texts/calendar";
import classes from "./ShortcutsHelp.module.css";

/** Lists the keys that do what the toolbar does. */
export function ShortcutsHelp({ plan }: { plan: boolean }) {
  const keys = Object.entries(calendarTexts.shortcut).filter(([key]) => plan || key !== "c");
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" visibleFrom="sm" aria-label={calendarTexts.shortcuts}>
          <IconKeyboard size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1} data-autofocus aria-label={calendarTexts.shortcuts}>
        <Text fw={600} size="sm" mb="xs">
          {calendarTexts.shortcuts}
        </Text>
        <dl className={classes.keys}>
          {keys.map(([key, does]) => (
            <div key={key} className={classes.key}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
