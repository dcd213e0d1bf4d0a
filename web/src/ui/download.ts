/** Hands bytes to the browser as a file. */
export function saveFile(bytes: Blob, name: string): void {
  const a = document.createElement('a');
  a.href = URL.createObjectURL(bytes);
  a.download = name;
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(a.href), 30_000);
}
