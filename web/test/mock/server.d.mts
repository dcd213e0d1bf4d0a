export function start(root: string, port?: number): Promise<{ url: string; close(): Promise<void> }>;
