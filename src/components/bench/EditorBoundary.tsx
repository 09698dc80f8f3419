/** An editor that cannot be drawn must not take the bench with it: the static code comes back and says so. */
import { Component, type ReactNode } from 'react';

export class EditorBoundary extends Component<{ onFail: () => void; children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch() {
    this.props.onFail();
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
