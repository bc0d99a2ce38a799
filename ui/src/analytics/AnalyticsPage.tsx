import { Title } from "@mantine/core";
import { shellTexts } from "../texts/shell";

export function AnalyticsPage() {
  return <Title order={1}>{shellTexts.analytics}</Title>;
}
