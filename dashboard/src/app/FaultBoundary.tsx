import { Component, type ReactNode } from 'react';
import { ProblemNotice } from '../components/ProblemNotice';

/** Keeps the menu when a page breaks, and says why it did. */
export class FaultBoundary extends Component<{ children: ReactNode }, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    return (
      <div style={{ padding: 16 }}>
        <ProblemNotice error={this.state.fault} onRetry={() => window.location.reload()} />
      </div>
    );
  }
}
