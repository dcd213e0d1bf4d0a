import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { gzipPlugin } from './tools/gzip-plugin.ts';
import { swPlugin } from './tools/sw-plugin.ts';

/** The server that `npm run dev` talks to; `make run` listens there. */
const server = process.env.ANWEI_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    vue(),
    swPlugin({
      entry: 'phone',
      source: 'src/phone/sw.js',
      more: ['/m.html', '/m.webmanifest', '/icon.svg'],
    }),
    gzipPlugin(),
  ],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    target: 'es2020', // Chromium 87 class browsers: 360, QiAnXin, UOS, WeChat's XWeb
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { desk: 'index.html', phone: 'm.html' } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server } },
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'test/e2e/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          retry: 0,
        },
      },
    ],
  },
});
