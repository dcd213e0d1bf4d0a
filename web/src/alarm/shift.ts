/** What a hand-over holds now: the text that both would sign. */
import type { components } from '../api/schema';
import { call } from '../core/http';

export type Handover = components['schemas']['Handover'];
export const handover = async (): Promise<Handover> => (await call<Handover>('/api/v1/desk/handover')).data;
