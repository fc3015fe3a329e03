import { Component, type ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice';

interface Props {
  readonly children: ReactNode;
  readonly onRetry: () => void;
  /** With another of these it is tried once more, as by another answer. */
  readonly of?: unknown;
}

/** Keeps what is around a part that breaks, and says why it did. */
export class FaultBoundary extends Component<Props, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.fault !== null && before.of !== this.props.of) this.setState({ fault: null });
  }

  override render() {
    const { children, onRetry } = this.props;
    if (this.state.fault === null) return children;
    return <ProblemNotice error={this.state.fault} onRetry={onRetry} />;
  }
}
