import { ActionIcon, Button, SegmentedControl, Title, VisuallyHidden } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconPlus } from "@tabler/icons-react";
import { calendarTexts } from "../texts/calendar";
import { ShortcutsHelp } from "./ShortcutsHelp";
import classes from "./Toolbar.module.css";
import { VIEWS, type View } from "./views";

type Props = {
  title: string;
  view: View;
  plan: boolean;
  onToday: () => void;
  onTurn: (by: 1 | -1) => void;
  onView: (view: View) => void;
  onNew: () => void;
};

/** Where in time one is, how one looks at it, and a new event. */
export function Toolbar({ title, view, plan, onToday, onTurn, onView, onNew }: Props) {
  return (
    <div className={classes.toolbar}>
      <div className={classes.time}>
        <Button variant="default" className={classes.control} onClick={onToday}>
          {calendarTexts.today}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.control}
          aria-label={calendarTexts.earlier}
          onClick={() => onTurn(-1)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.control}
          aria-label={calendarTexts.later}
          onClick={() => onTurn(1)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
        <Title order={1} className={classes.title} aria-live="polite">
          <VisuallyHidden>{calendarTexts.page}, </VisuallyHidden>
          {title}
        </Title>
      </div>
      {plan && (
        <Button
          className={classes.new}
          leftSection={<IconPlus size={18} aria-hidden />}
          aria-label={calendarTexts.newEvent}
          onClick={onNew}
        >
          {calendarTexts.new}
        </Button>
      )}
      <SegmentedControl
        className={classes.views}
        aria-label={calendarTexts.view}
        data={VIEWS.map((value) => ({ value, label: calendarTexts.views[value] }))}
        value={view}
        onChange={(value) => onView(value as View)}
      />
      <ShortcutsHelp plan={plan} />
    </div>
  );
}
