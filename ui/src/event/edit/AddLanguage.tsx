import { Autocomplete, Button, Group } from "@mantine/core";
import { type KeyboardEvent, useMemo, useState } from "react";
import { eventTexts } from "../../texts/event";
import { COMMON_TAGS, canonicalTag, languageName } from "./languageTag";
import { useOptionList } from "./useOptionList";

/** Asks for one more language; a name of those offered, or any language tag. */
export function AddLanguage({ known, onAdd }: { known: readonly string[]; onAdd: (tag: string) => void }) {
  const list = useOptionList();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const offered = useMemo(
    () => COMMON_TAGS.filter((tag) => !known.includes(tag)).map((tag) => ({ value: tag, label: nameAndTag(tag) })),
    [known],
  );
  const add = (typed: string) => {
    const tag = offered.find((it) => it.label === typed)?.value ?? canonicalTag(typed);
    if (tag == null) {
      setProblem(eventTexts.rules.noTag(typed));
    } else if (known.includes(tag)) {
      setProblem(eventTexts.rules.knownTag(tag));
    } else {
      onAdd(tag);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.defaultPrevented) {
      add(text);
    }
  };
  return (
    <Group align="flex-start" gap="xs">
      <Autocomplete
        label={eventTexts.language}
        description={eventTexts.addLanguageHint}
        data={offered}
        limit={40}
        {...list}
        value={text}
        error={problem}
        autoFocus
        flex={1}
        maw={320}
        onKeyDown={onKeyDown}
        onOptionSubmit={add}
        onChange={(typed) => {
          setText(typed);
          setProblem(null);
        }}
      />
      <Button variant="default" mt={44} onClick={() => add(text)}>
        {eventTexts.add}
      </Button>
    </Group>
  );
}

function nameAndTag(tag: string): string {
  return `${languageName(tag)} (${tag})`;
}
