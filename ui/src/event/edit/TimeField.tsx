import { Autocomplete, type AutocompleteProps, type ComboboxItem, type OptionsFilter } from "@mantine/core";
import { parseTime } from "./localTime";
import { useOptionList } from "./useOptionList";

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, "0");
  return `${hour}:${index % 2 === 0 ? "00" : "30"}`;
});

/** What begins as typed; of a whole time, all others from there on. */
const filter: OptionsFilter = ({ options, search }) => {
  const items = options as ComboboxItem[];
  const typed = search.trim();
  const begins = items.filter(({ value }) => value.startsWith(typed));
  if (typed.length < 5 && begins.length > 0) {
    return begins;
  }
  const from = items.findIndex(({ value }) => value >= (parseTime(typed) ?? ""));
  return from < 0 ? items : [...items.slice(from), ...items.slice(0, from)];
};

/** A time of day, typed as people write it or chosen; it becomes HH:mm when the field is left. */
export function TimeField({ onChange, onBlur, ...props }: AutocompleteProps) {
  const list = useOptionList();
  return (
    <Autocomplete
      data={HALF_HOURS}
      filter={filter}
      {...list}
      autoComplete="off"
      inputWrapperOrder={["label", "input", "description", "error"]}
      onChange={onChange}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        const time = parseTime(typed);
        if (time != null && time !== typed) {
          onChange?.(time);
        }
        onBlur?.(event);
      }}
      {...props}
    />
  );
}
