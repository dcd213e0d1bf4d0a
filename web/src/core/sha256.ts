/** SHA-256 as hex. crypto.subtle only exists in a secure context; a desk on plain HTTP in the LAN needs the other one. */

export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.crypto?.subtle) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', data)));
  return sha256Plain(data);
}

const hex = (b: Uint8Array): string => [...b].map((x) => x.toString(16).padStart(2, '0')).join('');

/* FIPS 180-4, 4.2.2: fractional parts of the roots of the first primes */
const K = new Uint32Array(64);
const H = new Uint32Array(8);
{
  const frac = (x: number) => ((x - Math.floor(x)) * 2 ** 32) >>> 0;
  for (let n = 2, i = 0; i < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (i < 8) H[i] = frac(Math.sqrt(n));
    K[i++] = frac(Math.cbrt(n));
  }
}

const rot = (x: number, n: number) => (x >>> n) | (x << (32 - n));

function block(h: Uint32Array, v: DataView, at: number, w: Uint32Array): void {
  for (let i = 0; i < 16; i++) w[i] = v.getUint32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15]!;
    const b = w[i - 2]!;
    w[i] =
      (rot(a, 7) ^ rot(a, 18) ^ (a >>> 3)) + (rot(b, 17) ^ rot(b, 19) ^ (b >>> 10)) + w[i - 16]! + w[i - 7]!;
  }
  const s = Uint32Array.from(h);
  for (let i = 0; i < 64; i++) {
    const [a, b, c, , e, f, g, last] = s as unknown as number[];
    const t1 = last! + (rot(e!, 6) ^ rot(e!, 11) ^ rot(e!, 25)) + ((e! & f!) ^ (~e! & g!)) + K[i]! + w[i]!;
    const t2 = (rot(a!, 2) ^ rot(a!, 13) ^ rot(a!, 22)) + ((a! & b!) ^ (a! & c!) ^ (b! & c!));
    s.copyWithin(1, 0, 7);
    s[4] = s[4]! + t1;
    s[0] = t1 + t2;
  }
  for (let i = 0; i < 8; i++) h[i] = h[i]! + s[i]!;
}

export function sha256Plain(data: Uint8Array): string {
  const padded = new Uint8Array((Math.floor((data.length + 8) / 64) + 1) * 64);
  padded.set(data);
  padded[data.length] = 0x80;
  const v = new DataView(padded.buffer);
  v.setUint32(padded.length - 8, Math.floor(data.length / 2 ** 29));
  v.setUint32(padded.length - 4, data.length << 3);
  const h = Uint32Array.from(H);
  const w = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) block(h, v, at, w);
  const out = new Uint8Array(32);
  const o = new DataView(out.buffer);
  h.forEach((x, i) => {
    o.setUint32(i * 4, x);
  });
  return hex(out);
}
