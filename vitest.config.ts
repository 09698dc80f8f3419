import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{src,server,scripts,integrations}/**/*.test.{ts,tsx}'],
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
  },
});
