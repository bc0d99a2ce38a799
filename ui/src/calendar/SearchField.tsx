import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { Ref } from "react";
import { calendarTexts } from "../texts/calendar";

type Props = {
  value: string;
  className?: string;
  "data-searching"?: boolean;
  ref?: Ref<HTMLInputElement>;
  onChange: (text: string) => void;
};

/** Narrows the calendar to the titles that hold a text. */
export function SearchField({ value, ref, onChange, ...rest }: Props) {
  return (
    <TextInput
      ref={ref}
      type="search"
      {...rest}
      aria-label={calendarTexts.search}
      placeholder={calendarTexts.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value !== "" && <CloseButton size="sm" aria-label={calendarTexts.clearSearch} onClick={() => onChange("")} />
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
