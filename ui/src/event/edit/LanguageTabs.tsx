import { Group, Tabs, Text } from "@mantine/core";
import { IconAlertCircle, IconPlus, IconStar, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { eventTexts } from "../../texts/event";
import { SmallButton } from "../SmallButton";
import { AddLanguage } from "./AddLanguage";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { contentPath } from "./fieldProblems";
import { languageName } from "./languageTag";

/** The languages that the event has texts in: to choose from, to add to, to remove, and one to be the default. */
export function LanguageTabs({ locale, onLocale }: { locale: string; onLocale: (locale: string) => void }) {
  const form = useEventForm();
  const [adding, setAdding] = useState(false);
  const { content, defaultLocale } = form.values.promotionPackage;
  const tags = [defaultLocale, ...Object.keys(content).filter((tag) => tag !== defaultLocale)];
  const wrong = (tag: string) =>
    form.errors[contentPath(tag, "subject")] != null || form.errors[contentPath(tag, "body")] != null;

  const add = (tag: string) => {
    form.setFieldValue("promotionPackage.content", { ...content, [tag]: { subject: "", body: "" } });
    setAdding(false);
    onLocale(tag);
  };
  const remove = () => {
    const { [locale]: _, ...others } = content;
    form.setFieldValue("promotionPackage.content", others);
    onLocale(defaultLocale);
  };

  return (
    <>
      <div className={classes.languages}>
        <Tabs value={locale} onChange={(tag) => tag != null && onLocale(tag)}>
          <Tabs.List aria-label={eventTexts.language}>
            {tags.map((tag) => (
              <Tabs.Tab
                key={tag}
                value={tag}
                mih={44}
                // The texts below are the same fields for every language, so there is no panel for each to name.
                aria-controls={undefined}
                rightSection={
                  wrong(tag) && (
                    <IconAlertCircle size={16} color="var(--mantine-color-error)" aria-label={eventTexts.hasProblems} />
                  )
                }
              >
                {languageName(tag)}
                {tag === defaultLocale && (
                  <Text span size="xs" c="dimmed">
                    {` · ${eventTexts.isDefault}`}
                  </Text>
                )}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <SmallButton
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {eventTexts.addLanguage}
        </SmallButton>
      </div>
      {adding && <AddLanguage known={tags} onAdd={add} />}
      {locale !== defaultLocale && (
        <Group gap="xs">
          <SmallButton
            variant="default"
            leftSection={<IconStar size={14} aria-hidden />}
            onClick={() => form.setFieldValue("promotionPackage.defaultLocale", locale)}
          >
            {eventTexts.makeDefault}
          </SmallButton>
          <SmallButton
            variant="default"
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={remove}
          >
            {eventTexts.removeLanguage(languageName(locale))}
          </SmallButton>
          <Text size="xs" c="dimmed">
            {eventTexts.defaultHint}
          </Text>
        </Group>
      )}
    </>
  );
}
