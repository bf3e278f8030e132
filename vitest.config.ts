import { fileURLToPath } from 'node:url'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { LeftOutReporter } from './test/support/left-out-reporter.js'

const src = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^city-context$/, replacement: src('index.ts') },
      { find: /^city-context\/model$/, replacement: src('model/index.ts') },
      { find: 'city-context/models', replacement: src('models/index.ts') },
      { find: 'city-context/broker', replacement: src('broker/index.ts') },
      { find: 'city-context/check', replacement: src('check/index.ts') },
      { find: 'city-context/generate', replacement: src('model/generate.ts') },
      { find: 'city-context/feed', replacement: src('feed/index.ts') },
      { find: 'city-context/vitest', replacement: src('check/vitest.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new LeftOutReporter()],
    setupFiles: ['test/setup.ts'],
    testTimeout: 30_000,
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
    coverage: {
      provider: 'v8',
      reporter: ['text-summary'],
      include: ['src'],
      exclude: ['src/index.ts', 'src/models/**'],
      thresholds: { lines: 80 },
    },
  },
})
export default config
