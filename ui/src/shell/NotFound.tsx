import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "react-router";
import { shellTexts } from "../texts/shell";
import { Notice } from "./Notice";
import { PageTitle } from "./PageTitle";

/** For addresses that lead nowhere. */
export function NotFound() {
  return (
    <Notice icon={<IconMapOff size={28} />} title={shellTexts.notFoundTitle} text={shellTexts.notFound} whole>
      <PageTitle of={shellTexts.notFoundTitle} />
      <Button component={Link} to="/">
        {shellTexts.toStart}
      </Button>
    </Notice>
  );
}
