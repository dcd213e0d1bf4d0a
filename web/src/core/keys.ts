/** The keyboard of the alarm desk as a table. Pure: an event's facts in, the name of an action out. */

export type Act =
  | 'down'
  | 'up'
  | 'accept'
  | 'call'
  | 'dispatch'
  | 'park'
  | 'false_alarm'
  | 'confirm'
  | 'verify'
  | 'police'
  | 'note'
  | 'repair'
  | 'take_over'
  | 'notify'
  | 'receipt'
  | 'incident'
  | 'hand_over'
  | 'approve'
  | 'video'
  | 'skip'
  | 'duty'
  | 'mute'
  | 'close_alarm'
  | 'search'
  | 'help'
  | 'list_new'
  | 'list_handling'
  | 'list_parked'
  | `step${number}`;

interface Binding {
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  act: Act;
  /** How it is written on the button. */
  cap: string;
}

export const BINDINGS: Binding[] = [
  { key: 'arrowdown', act: 'down', cap: '↓' },
  { key: 'j', act: 'down', cap: 'J' },
  { key: 'arrowup', act: 'up', cap: '↑' },
  { key: 'k', act: 'up', cap: 'K' },
  { key: 'enter', act: 'accept', cap: 'Enter' },
  { key: 'c', act: 'call', cap: 'C' },
  { key: 'v', act: 'verify', cap: 'V' },
  { key: 'y', act: 'confirm', cap: 'Y' },
  { key: 'd', act: 'dispatch', cap: 'D' },
  { key: 'p', act: 'park', cap: 'P' },
  { key: 'f', act: 'false_alarm', cap: 'F' },
  { key: 'r', act: 'police', cap: 'R' },
  { key: 'n', act: 'note', cap: 'N' },
  { key: 'g', act: 'repair', cap: 'G' },
  { key: 't', act: 'take_over', cap: 'T' },
  { key: 'i', act: 'notify', cap: 'I' },
  { key: 'e', act: 'receipt', cap: 'E' },
  { key: 'o', act: 'incident', cap: 'O' },
  { key: 'h', act: 'hand_over', cap: 'H' },
  { key: 'a', act: 'approve', cap: 'A' },
  { key: 'w', act: 'video', cap: 'W' },
  { key: 'x', act: 'skip', cap: 'X' },
  { key: 'b', act: 'duty', cap: 'B' },
  { key: 'm', act: 'mute', cap: 'M' },
  { key: 'enter', ctrl: true, act: 'close_alarm', cap: 'Ctrl+Enter' },
  { key: '/', act: 'search', cap: '/' },
  { key: '?', shift: true, act: 'help', cap: '?' },
  { key: '1', shift: true, act: 'list_new', cap: 'Shift+1' },
  { key: '2', shift: true, act: 'list_handling', cap: 'Shift+2' },
  { key: '3', shift: true, act: 'list_parked', cap: 'Shift+3' },
  ...Array.from({ length: 9 }, (_, i) => ({
    key: String(i + 1),
    act: `step${i + 1}` as Act,
    cap: String(i + 1),
  })),
];

export interface Pressed {
  key: string;
  /** The key's place, for Shift+1 whose character differs by keyboard. */
  code?: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  shiftKey?: boolean;
  isComposing?: boolean;
  keyCode?: number;
  repeat?: boolean;
}
export interface Where {
  /** The focus is in something that takes text or has keys of its own. */
  typing: boolean;
  /** A dialog is open. */
  dialog: boolean;
  /** The focus is on a button or link: Enter belongs to it. */
  control: boolean;
}

const digitOf = (p: Pressed): string | null => /^(?:Digit|Numpad)([1-9])$/.exec(p.code ?? '')?.[1] ?? null;

/** What a key does here; null: it is not ours. An input method that composes owns every key. */
export function actOf(p: Pressed, w: Where): Act | null {
  if (p.isComposing || p.keyCode === 229 || p.altKey || w.dialog) return null;
  const ctrl = !!(p.ctrlKey || p.metaKey);
  if (w.typing && !(ctrl && p.key === 'Enter')) return null;
  const digit = digitOf(p);
  const key = p.shiftKey && digit ? digit : p.key.toLowerCase();
  const b = BINDINGS.find((x) => x.key === key && !!x.ctrl === ctrl && !!x.shift === !!p.shiftKey);
  if (!b) return null;
  if (b.act === 'accept' && w.control) return null;
  if (p.repeat && b.act !== 'up' && b.act !== 'down') return null; // a resting finger accepts nothing
  return b.act;
}

/** On a question of the plan Y and N answer it, whatever they do elsewhere. */
export function answerOf(p: Pressed): 'yes' | 'no' | null {
  if (p.isComposing || p.keyCode === 229 || p.ctrlKey || p.metaKey || p.altKey || p.shiftKey || p.repeat)
    return null;
  const key = p.key.toLowerCase();
  return key === 'y' ? 'yes' : key === 'n' ? 'no' : null;
}

export const capOf = (act: Act): string => BINDINGS.find((b) => b.act === act)?.cap ?? '';

/** Where a keyboard event happened, from the page. */
export function whereOf(e: { target: EventTarget | null }, doc: Document): Where {
  const el = e.target instanceof Element ? e.target : null;
  return {
    typing: !!el?.closest(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]',
    ),
    dialog: !!doc.querySelector('dialog[open]'),
    control: !!el?.closest('button, a[href], summary, [role=menuitem]'),
  };
}
