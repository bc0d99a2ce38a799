import { Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { eventTexts } from "../../texts/event";
import { useEventForm } from "./eventForm";
import { contentPath } from "./fieldProblems";
import { PlaceholderChips } from "./PlaceholderChips";
import { malformedPlaceholders, unknownPlaceholders, written } from "./placeholders";

type Part = "subject" | "body";

/** Subject and body in one language. Placeholders go where the cursor was last. */
export function TextFields({ locale }: { locale: string }) {
  const form = useEventForm();
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<Part>("body");
  const texts = form.values.promotionPackage.content[locale] ?? { subject: "", body: "" };

  const props = (part: Part) => {
    const { error, onFocus, ...others } = form.getInputProps(contentPath(locale, part));
    return {
      ...others,
      withAsterisk: true,
      "aria-required": true,
      // The service lets a draft be kept with them, but not be published.
      error: error ?? placeholderProblem(texts[part]),
      onFocus: () => {
        last.current = part;
        onFocus?.();
      },
    };
  };

  const insert = (name: string) => {
    const part = last.current;
    const field = part === "subject" ? subject.current : body.current;
    const text = texts[part];
    const from = field?.selectionStart ?? text.length;
    const to = field?.selectionEnd ?? from;
    form.setFieldValue(contentPath(locale, part), text.slice(0, from) + written(name) + text.slice(to));
    const after = from + written(name).length;
    // The field has its new text only after this render.
    setTimeout(() => {
      field?.focus();
      field?.setSelectionRange(after, after);
    });
  };

  return (
    <>
      <TextInput ref={subject} label={eventTexts.fieldNames.subject} {...props("subject")} />
      <Textarea ref={body} label={eventTexts.fieldNames.body} autosize minRows={7} maxRows={18} {...props("body")} />
      <PlaceholderChips onInsert={insert} />
    </>
  );
}

function placeholderProblem(text: string): string | undefined {
  const malformed = malformedPlaceholders(text);
  if (malformed.length > 0) {
    return eventTexts.malformedPlaceholder(malformed);
  }
  const unknown = unknownPlaceholders(text);
  return unknown.length > 0 ? eventTexts.unknownPlaceholder(unknown) : undefined;
}
