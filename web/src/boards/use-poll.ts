/** A board that asks again by itself while somebody can see it. */
import { onScopeDispose } from 'vue';

export function usePoll(run: () => Promise<void>, everyMs: number): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async () => {
    if (!document.hidden) await run();
    timer = setTimeout(again, everyMs);
  };
  timer = setTimeout(again, everyMs);
  const seen = () => {
    if (document.hidden) return;
    clearTimeout(timer);
    void again();
  };
  document.addEventListener('visibilitychange', seen);
  onScopeDispose(() => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', seen);
  });
}
