import { ActionIcon, Button, SegmentedControl, Title, VisuallyHidden } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconPlus, IconSearch } from "@tabler/icons-react";
import { calendarTexts } from "../texts/calendar";
import { ShortcutsHelp } from "./ShortcutsHelp";
import classes from "./Toolbar.module.css";
import { VIEWS, type View } from "./views";

type Props = {
  title: { long: string; brief: string };
  view: View;
  plan: boolean;
  onToday: () => void;
  onTurn: (by: 1 | -1) => void;
  onView: (view: View) => void;
  onNew: () => void;
  /** On phones the search has room only when it is asked for. */
  searching: boolean;
  onSearch: () => void;
};

/** Where in time one is, how one looks at it, and a new event. */
export function Toolbar(props: Props) {
  const { title, view, plan, onToday, onTurn, onView, onNew, searching, onSearch } = props;
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
          <span className={classes.long}>{title.long}</span>
          <span className={classes.brief}>{title.brief}</span>
        </Title>
      </div>
      {plan && (
        <Button className={classes.new} aria-label={calendarTexts.newEvent} onClick={onNew}>
          <IconPlus size={18} aria-hidden />
          <span className={classes.word}>{calendarTexts.new}</span>
        </Button>
      )}
      <SegmentedControl
        className={classes.views}
        aria-label={calendarTexts.view}
        data={VIEWS.map((value) => ({ value, label: calendarTexts.views[value] }))}
        value={view}
        onChange={(value) => onView(value as View)}
      />
      <ActionIcon
        variant={searching ? "light" : "default"}
        className={classes.find}
        aria-label={calendarTexts.search}
        aria-expanded={searching}
        onClick={onSearch}
      >
        <IconSearch size={18} aria-hidden />
      </ActionIcon>
      <ShortcutsHelp plan={plan} />
    </div>
  );
}
