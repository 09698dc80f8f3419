import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { goodUpload, traceOf } from '../../core/trace/net-log.fixture';
import { EMPTY_MEMORY } from '../../core/trace/memory-state';
import type { Run } from '../../core/trace/run';
import NetBench from './NetBench';
import type { NetworkSetup } from './network/use-network';
import { packRun } from './packed-run';

vi.mock('./page-sandbox', () => ({
  pageSandbox: () => {
    throw new Error('No run is started while a page is drawn.');
  },
}));

const log = goodUpload();
const recorded: Run = {
  runId: 'build',
  source: 'client()',
  outcome: { kind: 'finished' },
  console: [],
  omittedConsole: 0,
  memory: EMPTY_MEMORY,
  trace: traceOf(log),
  durationMs: 1,
  net: log,
};

const html = (network: NetworkSetup, run: Run | null = recorded) =>
  renderToString(
    <NetBench
      id="upload/x"
      title="x.js"
      fileName="x.js"
      source="client()"
      realm="worker"
      goal="module"
      html={null}
      run={run && packRun(run)}
      locale="en"
      opensAtStart={false}
      opensAt="end"
      network={network}
      serverCode={<pre className="code">server()</pre>}
    >
      <pre className="code">client()</pre>
    </NetBench>,
  ).replaceAll('<!-- -->', '');

const half = { fileName: 'x.server.js', source: 'server()' };

describe('the bench of a program with a network, as the page is drawn', () => {
  it('shows what the recorded run sent, before any of its code has loaded', () => {
    const page = html({ lab: 'server', server: null });
    expect(page).toContain('sent 250,000 of 250,000 bytes (100 %)');
    expect(page.match(/data-message="/g)).toHaveLength(12);
  });

  it('has both halves in the page, each under its name, for who has no scripts', () => {
    const page = html({ lab: 'page', server: half });
    expect(page).toContain('<b>client</b> x.js');
    expect(page).toContain('<b>server</b> x.server.js');
    expect(page).toContain('<pre class="code">client()</pre>');
    expect(page).toContain('<pre class="code">server()</pre>');
    expect(page.match(/role="tab"/g)).toHaveLength(2);
    expect(page).toContain('Console of the client');
    expect(page).toContain('Console of the server');
  });

  it('has one console and no tabs where there is no server half', () => {
    const page = html({ lab: 'page', server: null });
    expect(page).not.toContain('role="tab"');
    expect(page).not.toContain('Console of the');
  });

  it('has no fields of the link before it can hear what is typed', () => {
    const page = html({ lab: 'page', server: null });
    expect(page).toContain('How the link to the lab behaves');
    expect(page).not.toMatch(/<(?:input|select)\b/);
  });

  it('says that nothing has been sent where nothing has been run', () => {
    const page = html({ lab: 'server', server: null }, null);
    expect(page).toContain('No bytes of a file have been sent.');
    expect(page).toContain('Nothing has been said to the lab.');
    expect(page).toContain('Lab: this site’s server, or in the page where there is none');
  });
});
