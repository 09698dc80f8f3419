/** The playground as sharing (components/share) sees it: what stands in it now, and how another program is put into it. */
import type { Shared } from '../../core/share/shared';

export interface PlaygroundDoor {
  /** The program as it stands, with the reader's edits and files. Reads files, which is why it is awaited. */
  readonly toShared: () => Promise<Shared>;
  /**
   * Puts a program in as a new one that is not kept until the reader changes it; what was open stays among the reader's
   * programs. Nothing runs: the step is opened, and the memory chosen, when the reader presses Run.
   */
  readonly open: (shared: Shared) => void;
}
