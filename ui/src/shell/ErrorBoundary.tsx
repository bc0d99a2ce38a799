import { Component, type ReactNode } from "react";
import { Broken } from "./Broken";

type Props = {
  /** Where one is; somewhere else it is tried anew. */
  at?: string;
  children: ReactNode;
};

type State = { broken: boolean; at?: string };

/** Shows a way on instead of a blank page when a component throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, at: this.props.at };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return at === state.at ? null : { broken: false, at };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
