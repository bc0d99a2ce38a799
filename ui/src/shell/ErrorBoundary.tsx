import { Button } from "@mantine/core";
import { IconBug } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { shellTexts } from "../texts/shell";
import { Notice } from "./Notice";

/** Shows a way on instead of a blank page when a component throws. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) {
      return this.props.children;
    }
    return (
      <Notice icon={<IconBug size={28} />} title={shellTexts.brokenTitle} text={shellTexts.broken}>
        <Button onClick={() => window.location.reload()}>{shellTexts.reload}</Button>
      </Notice>
    );
  }
}
