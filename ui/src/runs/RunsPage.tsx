import { Title } from "@mantine/core";
import { shellTexts } from "../texts/shell";

export function RunsPage() {
  return <Title order={1}>{shellTexts.runs}</Title>;
}
