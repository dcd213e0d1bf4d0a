import type { InjectionKey } from 'vue';

/** The page under a drawer offers to load itself again when the drawer has saved. */
export const RELOAD: InjectionKey<() => Promise<void>> = Symbol('reload');
