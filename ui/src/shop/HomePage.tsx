import { Title } from "@mantine/core";
import { shellTexts } from "../texts/shell";

export function HomePage() {
  return <Title order={1}>{shellTexts.product}</Title>;
}
