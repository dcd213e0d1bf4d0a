export function start(
  root: string,
  port?: number,
): Promise<{ url: string; stop(): void; go(): void; close(): Promise<void> }>;
