import { expect, test } from 'vitest';
import { bytesOf, frameParts, hexRows, lagText } from '../../src/boards/frame';
import { leftOf, lifeMasked, touchesLife, zoneRanges } from '../../src/boards/modes';
import { partStates } from '../../src/boards/panel';
import { addressOf, askedOf, isAsked, NOTHING, toServer } from '../../src/boards/query';

const hex = (s: string) => [...s].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('');
const cut = (s: string) => frameParts(bytesOf(hex(s))).map((p) => [p.name, p.text]);

test('a frame is cut into its fields and no byte is lost', () => {
  const s = '\n31C00023"SIA-DCS"1516R0L0#1234[#1234|NBA03][X1][Vx]_13:14:15,11-22-2026\r';
  expect(cut(s)).toEqual([
    ['lf', '·'],
    ['crc', '31C0'],
    ['length', '0023'],
    ['id', '"SIA-DCS"'],
    ['seq', '1516'],
    ['receiver', 'R0'],
    ['line', 'L0'],
    ['account', '#1234'],
    ['data', '[#1234|NBA03]'],
    ['xdata', '[X1]'],
    ['xdata', '[Vx]'],
    ['time', '_13:14:15,11-22-2026'],
    ['cr', '·'],
  ]);
});

test('whatever comes, the parts cover every byte once and in order', () => {
  let seed = 7;
  const rnd = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const frame = '\n31C00023"*SIA-DCS"1516R0L#12[0af]_13:14:15,11-22-2026\r';
  for (let i = 0; i < 500; i++) {
    const bytes = bytesOf(hex(frame)).map((b) => (rnd() < 0.1 ? Math.floor(rnd() * 256) : b));
    const b = bytes.slice(0, Math.floor(rnd() * (bytes.length + 1)));
    let at = 0;
    for (const p of frameParts(b)) {
      expect(p.from).toBe(at);
      expect(p.to).toBeGreaterThan(p.from);
      at = p.to;
    }
    expect(at).toBe(b.length);
  }
});

test('an encrypted frame has cipher text, a binary checksum two bytes', () => {
  expect(cut('31C00023"*ADM-CID"0001L0#1234[ABCDEF').map((x) => x[0])).toContain('cipher');
  expect(cut('\u0001\u00020023"NULL"0001L0#1234[]')[0]).toEqual(['crc', '··']);
});

test('bytes stand in rows of sixteen with what can be printed', () => {
  const rows = hexRows(bytesOf(hex('0123456789abcdef\n!')));
  expect(rows.map((r) => r.at)).toEqual(['0000', '0010']);
  expect(rows[1]!.bytes.map((b) => b.hex + b.char)).toEqual(['0A·', '21!']);
  expect(hexRows(bytesOf(''))).toEqual([]);
});

test('a clock that is off is told with its sign and a unit that fits', () => {
  expect(lagText(null, 5)).toBe('');
  expect(lagText(5000, 5000)).toBe('±0 s');
  expect(lagText(0, 30_000)).toBe('−30 s');
  expect(lagText(600_000, 0)).toBe('+10 min');
  expect(lagText(8 * 3_600_000, 0)).toBe('+8 h');
  expect(lagText(3 * 86_400_000, 0)).toBe('+3 d');
});

test('what is asked for travels through the address unchanged, and as milliseconds to the server', () => {
  const a = { ...NOTHING, account: '1234', class: 'fire', from: '2026-03-01', to: '2026-03-31' };
  expect(askedOf(addressOf(a))).toEqual(a);
  expect(isAsked(NOTHING)).toBe(false);
  const q = toServer(a, 0);
  expect(q).toMatchObject({ account: '1234', class: 'fire' });
  // the last day counts whole, in Shanghai
  expect(new Date(Number(q.from)).toISOString()).toBe('2026-02-28T16:00:00.000Z');
  expect(new Date(Number(q.to)).toISOString()).toBe('2026-03-31T16:00:00.000Z');
  expect(toServer({ ...NOTHING, period: 'h' }, 3_600_001)).toEqual({ from: 1 });
  expect(askedOf({ period: 'century' }).period).toBe('');
});

test('zones are read as ranges', () => {
  expect(zoneRanges('9,3,4,5, 6,12')).toBe('3–6, 9, 12');
  expect(zoneRanges('')).toBe('');
  expect(zoneRanges('2,2,x')).toBe('2');
});

test('alarms of life are masked only with both confirmations', () => {
  expect(lifeMasked({ on_site: true, confirmed_by: 'x' })).toBe(true);
  expect(lifeMasked({ on_site: true, confirmed_by: ' ' })).toBe(false);
  expect(lifeMasked({ on_site: false, confirmed_by: 'x' })).toBe(false);
  expect([touchesLife([]), touchesLife(['power']), touchesLife(['power', 'fire'])]).toEqual([
    true,
    false,
    true,
  ]);
});

test('the time that is left', () => {
  expect(leftOf(0, 100, 25)).toEqual({ ms: 75, share: 75 });
  expect(leftOf(0, 100, 130)).toEqual({ ms: -30, share: 0 });
  expect(leftOf(50, 100, 0).share).toBe(100);
});

test('the newest word about a partition is its state', () => {
  const s = (part_no: number | null, role: string, received_ms: number) => ({
    part_no,
    role,
    received_ms,
    user_no: 1,
  });
  const states = partStates([s(2, 'close', 9), s(1, 'open', 8), s(2, 'open', 7), s(1, 'info', 6)]);
  expect(states.map((x) => [x.part, x.role, x.at_ms])).toEqual([
    [1, 'open', 8],
    [2, 'close', 9],
  ]);
});
