import { type ComboboxItem, type OptionsFilter, Pill, TagsInput } from "@mantine/core";
import { useState } from "react";
import { eventTexts } from "../../texts/event";
import { useOptionList } from "./useOptionList";

export type TagOption = { value: string; label: string };

type TagsFieldProps = {
  label: string;
  description?: string;
  options: readonly TagOption[];
  /** Enter takes the first option that fits what is typed, rather than what is typed. */
  takesFirst?: boolean;
  /** The value that is meant by what was typed. */
  meant: (typed: string) => string;
  value: string[];
  onChange: (values: string[]) => void;
  error?: string;
};

/** Several values, typed or chosen from those that fit what is typed. */
export function TagsField({ options, takesFirst = false, meant, value, onChange, ...props }: TagsFieldProps) {
  const [open, setOpen] = useState(false);
  const list = useOptionList();
  const names = new Map(options.map((option) => [option.value, option.label]));
  return (
    <TagsInput
      {...list}
      data={[...options]}
      value={value}
      placeholder={value.length === 0 ? eventTexts.addTag : undefined}
      clearable
      clearButtonProps={{ "aria-label": eventTexts.clear(props.label) }}
      limit={40}
      filter={bestFirst}
      selectFirstOptionOnChange={takesFirst}
      // Not by the focus, which may come here to show what is wrong.
      openOnFocus={false}
      dropdownOpened={open}
      onDropdownOpen={() => {
        setOpen(true);
        list.onDropdownOpen();
      }}
      onDropdownClose={() => setOpen(false)}
      onSearchChange={(typed) => {
        setOpen(typed !== "");
        list.onDropdownOpen();
      }}
      renderPill={({ option, onRemove }) => (
        <Pill withRemoveButton onRemove={onRemove}>
          <bdi>{names.get(String(option.value)) ?? option.label}</bdi>
        </Pill>
      )}
      onChange={(values) => onChange([...new Set(values.map(meant))])}
      {...props}
    />
  );
}

/** The value that was typed, then names that begin so, then those with it anywhere. */
const bestFirst: OptionsFilter = ({ options, search }) => {
  const typed = search.trim().toLowerCase();
  const rank = ({ value, label }: ComboboxItem) => {
    const name = label.toLowerCase();
    return value.toLowerCase() === typed ? 0 : name.startsWith(typed) ? 1 : name.includes(typed) ? 2 : 3;
  };
  return (options as ComboboxItem[])
    .map((option) => ({ option, rank: rank(option) }))
    .filter((it) => it.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map((it) => it.option);
};
