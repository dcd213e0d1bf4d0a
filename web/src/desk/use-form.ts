/** The life of one edited row: load, draft, save, the server's field errors, and the meeting with another person's change. */
import { computed, onScopeDispose, reactive, ref, shallowRef } from 'vue';
import { type Merge, merge, resolve } from '../core/conflict';
import { fixedText } from '../core/fmt';
import {
  createBody,
  faultOf,
  formFields,
  fromRow,
  isDirty,
  isEssential,
  isShown,
  openingFields,
  patchBody,
  placesOf,
  sections,
  type Values,
} from '../core/form';
import { ApiError, newKey } from '../core/http';
import { t } from '../core/i18n';
import { fieldLabel, mayChoose, processOf } from '../core/meta';
import { rows } from '../core/rows';
import { session } from '../core/session';
import { draftKey, draftLoad, draftSave, save as keep } from '../core/store';
import type { Field, Refs, Register, Row } from '../core/types';
import { errorText } from '../ui/toast';

/** A limit as people write the number: ten degrees, not ten million. */
const limit = (f: Field, v: number | null | undefined): string =>
  v === null || v === undefined ? '' : fixedText(v, placesOf(f)).replace(/\.0+$/, '');

export function faultText(f: Field, v: unknown, creating: boolean): string {
  const code = faultOf(f, v, creating);
  return code
    ? t(`v_${code}`, {
        what: fieldLabel(f),
        min: limit(f, f.min),
        max: limit(f, f.max) || (f.max_length ?? ''),
      })
    : '';
}

export function useForm(reg: Register, row: Row | null, prefill: Values) {
  const process = processOf(reg);
  const fields = (process ? openingFields(reg, process) : formFields(reg)).filter(mayChoose);
  const names = fields.map((f) => f.name);
  const secrets = fields.filter((f) => f.type === 'secret' || f.secret).map((f) => f.name);
  const key = draftKey(session.value?.user.id ?? '', reg.name, row?.id ?? null);

  const base = shallowRef<Values>(fromRow(fields, row));
  const version = ref(row?.version ?? null);
  const refs = ref<Refs>({ ...row?.refs });
  const values = reactive<Values>({ ...base.value, ...prefill });
  const start = { ...values };
  const errors = ref<Record<string, string>>({});
  const fault = ref('');
  const busy = ref(false);
  const clash = shallowRef<{ merge: Merge; theirs: Row } | null>(null);
  let idem = newKey();

  const shown = computed(() => fields.filter((f) => isShown(f, values)));
  /** A customer who reports a fault sees a short form. */
  const short = !!process && !row && !!session.value?.customer;
  const parts = computed(() =>
    short ? [{ title: null, fields: shown.value.filter(isEssential) }] : sections(shown.value),
  );
  const folded = computed(() => (short ? shown.value.filter((f) => !isEssential(f)) : []));
  const dirty = computed(() => isDirty(fields, row ? base.value : start, values));

  const drafted = ref(draftLoad(key, Date.now()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flushDraft = () => {
    clearTimeout(timer);
    timer = undefined;
    if (dirty.value) draftSave(key, { ...values }, secrets, version.value, Date.now());
    else keep(key, null);
  };
  const writeDraft = () => {
    clearTimeout(timer);
    timer = setTimeout(flushDraft, 300);
  };
  onScopeDispose(() => timer !== undefined && flushDraft());
  const dropDraft = () => {
    clearTimeout(timer);
    timer = undefined;
    keep(key, null);
    drafted.value = null;
  };
  const useDraft = () => {
    for (const n of names)
      if (drafted.value && n in drafted.value.values) values[n] = drafted.value.values[n];
    drafted.value = null;
  };

  const set = (name: string, v: unknown) => {
    values[name] = v;
    if (errors.value[name]) errors.value = { ...errors.value, [name]: '' };
    idem = newKey(); // another body is another create
    drafted.value = null;
    writeDraft();
  };

  function check(): boolean {
    const found: Record<string, string> = {};
    for (const f of shown.value) {
      const s = faultText(f, values[f.name], row === null);
      if (s) found[f.name] = s;
    }
    errors.value = found;
    fault.value = Object.keys(found).length ? t('check_fields', { n: Object.keys(found).length }) : '';
    return !fault.value;
  }

  async function refused(e: unknown): Promise<void> {
    if (!(e instanceof ApiError)) throw e;
    if (e.code === 'version_conflict' && e.problem.current) {
      // the row in the problem has ids only; the words of its references come with a fresh reading
      const told = e.problem.current;
      const theirs = told.refs ? told : await rows.get(reg.name, told.id).catch(() => told);
      refs.value = { ...refs.value, ...theirs.refs };
      clash.value = {
        merge: merge(
          names.filter((n) => !secrets.includes(n)),
          base.value,
          values,
          theirs,
        ),
        theirs,
      };
      return;
    }
    const own = (e.problem.fields ?? []).filter((x) => names.includes(x.field));
    errors.value = Object.fromEntries(own.map((x) => [x.field, x.message]));
    const rest = (e.problem.fields ?? []).filter((x) => !names.includes(x.field)).map((x) => x.message);
    fault.value = [own.length ? t('check_fields', { n: own.length }) : errorText(e), ...rest].join(' ');
  }

  /** The saved row, or null when something is still to be mended. */
  async function submit(): Promise<Row | null> {
    if (busy.value || !check()) return null;
    busy.value = true;
    try {
      const saved = row
        ? await rows.update(reg.name, row.id, version.value!, patchBody(fields, base.value, values))
        : (await rows.create(reg.name, createBody(fields, values), idem)).data;
      dropDraft();
      return saved;
    } catch (e) {
      await refused(e);
      return null;
    } finally {
      busy.value = false;
    }
  }

  /** Goes on with the other person's row as the new base. */
  function settle(pick: Record<string, 'mine' | 'theirs'>): void {
    const c = clash.value;
    if (!c) return;
    Object.assign(values, resolve(c.merge, values, pick));
    base.value = fromRow(fields, c.theirs);
    version.value = c.theirs.version;
    clash.value = null;
    writeDraft();
  }

  return {
    fields,
    parts,
    folded,
    values,
    refs,
    errors,
    fault,
    busy,
    clash,
    dirty,
    drafted,
    set,
    submit,
    settle,
    useDraft,
    dropDraft,
  };
}
