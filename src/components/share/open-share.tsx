/** What the Share button of a bench loads. */
import type { BenchModel } from '../bench/use-bench';
import { benchSource } from './bench-source';
import { mount } from './mount';
import { ShareDialog } from './ShareDialog';

export function openShare(bench: BenchModel): void {
  const source = bench.setup.shareSource ?? benchSource(bench);
  mount((close) => <ShareDialog source={source} locale={bench.setup.locale} onClose={close} />);
}
