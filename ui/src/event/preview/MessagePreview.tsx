import { Skeleton, Text } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useId } from "react";
import { safeLink } from "../../inbox/messages/link";
import { eventTexts } from "../../texts/event";
import type { Texts } from "../edit/eventValues";
import classes from "./preview.module.css";
import { SampleFields } from "./SampleFields";
import type { Preview, Sample } from "./usePreview";

type MessagePreviewProps = {
  preview: Preview;
  /** What is written, in the language shown. */
  texts: Texts | undefined;
  locales: readonly string[];
  locale: string;
  onLocale: (locale: string) => void;
  sample: Sample;
  onSample: (sample: Sample) => void;
};

/** The message as a customer would read it; who that is can be changed. */
export function MessagePreview({ preview, texts, locales, locale, onLocale, sample, onSample }: MessagePreviewProps) {
  const id = useId();
  const { message, failed } = preview;
  const link = safeLink(message?.link);
  const written = (texts?.subject.trim() ?? "") !== "" || (texts?.body.trim() ?? "") !== "";
  return (
    <section className={classes.preview} aria-labelledby={id}>
      <Text fw={600} size="sm" id={id}>
        {eventTexts.preview}
      </Text>
      <SampleFields sample={sample} onSample={onSample} locales={locales} locale={locale} onLocale={onLocale} />
      {message == null && !failed ? (
        <Skeleton height={170} />
      ) : (
        <article className={classes.message}>
          {message == null && <Text c="dimmed">{eventTexts.previewFailed}</Text>}
          {message != null && !written && <Text c="dimmed">{eventTexts.nothingWritten}</Text>}
          {message != null && written && (
            <>
              <p className={classes.subject} dir="auto">
                {message.subject}
              </p>
              <p className={classes.body} dir="auto">
                {message.body}
              </p>
              {link != null && (
                <span className={classes.link} title={link.href}>
                  {eventTexts.openLink(link.host)}
                  <IconExternalLink size={16} aria-hidden />
                </span>
              )}
            </>
          )}
        </article>
      )}
    </section>
  );
}
