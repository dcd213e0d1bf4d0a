import { existsSync } from 'node:fs';

export default function setup() {
  if (!existsSync('dist/index.html')) throw new Error('run `npm run build` first');
  if (!existsSync('/usr/bin/chromium')) throw new Error('apt-get install chromium fonts-noto-cjk');
}
