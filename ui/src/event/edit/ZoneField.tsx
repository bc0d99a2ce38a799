import { type ComboboxItem, type OptionsFilter, Select } from "@mantine/core";
import { useMemo } from "react";
import { eventTexts } from "../../texts/event";
import { zones } from "../../time/zone";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { instantsOf } from "./eventValues";
import { offsetName } from "./localTime";
import { useOptionList } from "./useOptionList";

const plain = (text: string) => text.toLowerCase().replaceAll("_", " ");

/** By any part of the name: people look for "new york". */
const filter: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter(({ label }) => plain(label).includes(plain(search.trim())));

/** The zone that the event's dates and times are meant in, with how far its clock is from UTC at the start. */
export function ZoneField() {
  const form = useEventForm();
  const list = useOptionList();
  const { timeZone } = form.values;
  const known = useMemo(() => {
    const all = zones();
    // Browsers list each zone by one of its names only; the event may have another.
    return all.includes(timeZone) ? all : [timeZone, ...all];
  }, [timeZone]);
  const at = instantsOf(form.values).start ?? new Date().toISOString();
  return (
    <Select
      label={eventTexts.fieldNames.timeZone}
      description={eventTexts.zoneHint}
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={known}
      searchable
      allowDeselect={false}
      filter={filter}
      nothingFoundMessage={eventTexts.noZone}
      {...list}
      renderOption={({ option }) => (
        <>
          {option.label}
          <span className={classes.offset}>{offsetName(option.value, at)}</span>
        </>
      )}
      {...form.getInputProps("timeZone")}
    />
  );
}
