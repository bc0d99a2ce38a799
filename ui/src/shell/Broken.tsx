import { Button } from "@mantine/core";
import { IconBug } from "@tabler/icons-react";
import { shellTexts } from "../texts/shell";
import { Notice } from "./Notice";

/** A way on where a component threw. */
export function Broken() {
  return (
    <Notice icon={<IconBug size={28} />} title={shellTexts.brokenTitle} text={shellTexts.broken}>
      <Button onClick={() => window.location.reload()}>{shellTexts.reload}</Button>
    </Notice>
  );
}
