/** Host → realm: the reader has moved a control of the snippet (core/controls). The program is not run again. */
import type { ControlValue } from '../controls/control';
import type { PROTOCOL_VERSION } from './messages';

export interface ControlMessage {
  readonly v: typeof PROTOCOL_VERSION;
  readonly kind: 'control';
  readonly runId: string;
  /** One of `RunMessage.controls`. */
  readonly name: string;
  readonly value: ControlValue;
}
